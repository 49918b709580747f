"""The tour walks the real screens; it can be left and taken up, and an empty library has the demo shown."""

from __future__ import annotations

import re

import pytest

from scrutiny_tui.app import ScrutinyApp
from scrutiny_tui.key_tables import GROUNDS
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.screens.meeting import MeetingScreen
from scrutiny_tui.screens.reader import ReaderScreen
from scrutiny_tui.tour import STEPS
from scrutiny_tui.widgets.tour_caption import TourCaption, caption
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import FakeServices, empty_meetings

UNDER: dict[str, type[object]] = {"": PlaceScreen, "meeting": MeetingScreen, "reader": ReaderScreen}


async def test_it_walks_the_real_screens_is_left_and_taken_up(services: FakeServices) -> None:
    async with opened(services, (80, 24)) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("question_mark", "t")
        for at, step in enumerate(STEPS, 1):
            await see(pilot, f"Tour {at} of {len(STEPS)}: {step.title}")
            assert pilot.app.current_mode == step.place
            assert isinstance(pilot.app.screen_stack[-2], UNDER[step.shows])
            if at == 2:
                await pilot.press("left")
                await see(pilot, "Tour 1 of")
                await pilot.press("enter")
                await see(pilot, "Tour 2 of")
            if at == 4:
                await pilot.press("escape")
                await wait_for(pilot, lambda: "Tour" not in shown(pilot), "the tour is left")
                await pilot.press("escape", "T")
                await see(pilot, "Tour 4 of")
            await pilot.press("space")
        await wait_for(pilot, lambda: not isinstance(pilot.app.screen, TourCaption), "the tour is over")


async def test_an_empty_library_has_the_demo_shown(services: FakeServices) -> None:
    services.meetings = empty_meetings()
    async with opened(services, (80, 24)) as pilot:
        await see(pilot, "Take the tour")
        await pilot.press("enter")
        app = pilot.app
        assert isinstance(app, ScrutinyApp)
        await wait_for(pilot, lambda: app.wants_demo is not None, "the demo is asked for")
        assert app.wants_demo and app.wants_demo.touring


async def test_it_begins_with_the_app_and_goes_by_mouse(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scrutiny_tui.app.PAINTED", 0.01)
    async with ScrutinyApp(services, touring=True).run_test(size=(80, 24)) as pilot:
        await see(pilot, "Tour 1 of")
        for at in range(2, 4):
            await pilot.click("#tour-ways", offset=(1, 0))
            await see(pilot, f"Tour {at} of")


def test_captions_name_keys_there_are() -> None:
    known = {key.id for ground in GROUNDS for key in ground.keys}
    for step in STEPS:
        assert set(re.findall(r"<([\w.]+)>", step.words)) <= known
    assert "z" in caption("Press <meeting.next>.", {"meeting.next": "z"}).plain
    assert len(" ".join(step.words for step in STEPS).split()) < 2 * 150  # two minutes, read at leisure
