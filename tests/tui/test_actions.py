"""Place 6: promises grouped by what became of them, their evidence, and what one does with them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

import pytest
from textual.pilot import Pilot

from scrutiny_tui.literal import one_line
from scrutiny_tui.screens.actions import ActionsScreen
from scrutiny_tui.screens.question import QuestionScreen
from scrutiny_tui.screens.reader import ReaderScreen
from scrutiny_tui.services.models.promises import PromiseStep
from tests.tui.driving import begun, opened, see, shown, wait_for
from tests.tui.fakes import COMMITTEE, HOSTILE, FakeServices, promise

LATER = PromiseStep("tracker", date(2031, 5, 22), "The gulls are counted.", "Gulls", "", "may.pdf", 1, 9, 80)


@asynccontextmanager
async def following(
    services: FakeServices, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], ActionsScreen]]:
    """The Actions place, filled."""
    if not services.actions.promises:
        kept = promise(
            "To paint the lighthouse.", outcome="kept", owner_name="Ada Stone", committee="Ferry Board"
        )
        quiet = promise()
        services.actions.promises = (kept, replace(quiet, steps=(*quiet.steps, LATER)))
    async with opened(services, size) as pilot:
        await pilot.press("6")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ActionsScreen), "actions are there")
        screen = pilot.app.screen
        assert isinstance(screen, ActionsScreen)
        await see(pilot, "promise")
        yield pilot, screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)], ids=str)
async def test_promises_stand_under_what_became_of_them(
    services: FakeServices, size: tuple[int, int]
) -> None:
    async with following(services, size) as (pilot, _):
        await see(pilot, "… gone quiet (1)")
        await see(pilot, "✓ kept (1)")
        lines = shown(pilot)
        assert lines.index("gone quiet (1)") < lines.index("✓ kept (1)")
        await see(pilot, "Bo Reed (BR)")
        await see(pilot, "said 6 Mar 2031")


async def test_enter_reads_the_promise_where_it_stands(services: FakeServices) -> None:
    async with following(services) as (pilot, _):
        await see(pilot, "action tracker 22 May 2031")
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen), "it opens")
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        await wait_for(pilot, lambda: bool(services.reading.calls), "the paper was asked for")


async def test_tab_leads_to_the_evidence_and_enter_opens_it(services: FakeServices) -> None:
    async with following(services) as (pilot, screen):
        await see(pilot, "The gulls are counted.")
        await pilot.press("tab", "down")
        assert screen.evidence.has_focus and screen.evidence.model == LATER
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen), "it opens")
        await pilot.press("escape")
        await wait_for(pilot, lambda: pilot.app.screen is screen, "back")
        await pilot.press("tab")
        assert screen.rows.has_focus


async def test_a_promise_becomes_a_question_that_quotes_it(services: FakeServices) -> None:
    async with following(services) as (pilot, _):
        await see(pilot, "count the gulls")
        await pilot.press("a")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, QuestionScreen), "a question begins")
        _, _, evidence, quote, _ = begun(services)
        assert (evidence.text, evidence.page, quote) == (
            evidence.text,
            4,
            "Officers agreed to count the gulls.",
        )


async def test_a_mark_is_kept_with_its_note_and_taken_back(services: FakeServices) -> None:
    async with following(services) as (pilot, _):
        await see(pilot, "count the gulls")
        await pilot.press("d")
        await see(pilot, "Mark as done")
        await pilot.press(*"told", "enter")
        await see(pilot, "× marked by you (1)")
        assert services.actions.calls[-2] == ("mark", ("Officers agreed to count the gulls.", "done", "told"))
        await pilot.press("end")
        await see(pilot, "you: done – told")
        await pilot.press("d")
        await see(pilot, "… gone quiet (1)")


async def test_one_leaves_a_mark_unmade(services: FakeServices) -> None:
    async with following(services) as (pilot, screen):
        await see(pilot, "count the gulls")
        await pilot.press("x")
        await see(pilot, "Put aside")
        await pilot.press("escape")
        await wait_for(pilot, lambda: pilot.app.screen is screen, "the dialog is closed")
        assert not [call for call in services.actions.calls if call[0] == "mark"]


@pytest.mark.parametrize(
    ("key", "choice", "left"),
    [
        ("s", "gone quiet (1)", "gulls"),
        ("o", "Ada Stone (1)", "lighthouse"),
        ("c", "Ferry Board (1)", "lighthouse"),
    ],
)
async def test_only_one_kind_is_shown_on_request(
    services: FakeServices, key: str, choice: str, left: str
) -> None:
    async with following(services) as (pilot, _):
        await see(pilot, "lighthouse")
        await pilot.press(key)
        await see(pilot, choice)
        await pilot.press("down", "enter")
        await see(pilot, "l shows everything")
        assert "1 promise" in shown(pilot) and left in shown(pilot)
        await pilot.press("l")
        await see(pilot, "2 promises")


async def test_a_meeting_leads_to_what_its_agenda_leaves_out(services: FakeServices) -> None:
    services.actions.promises = (promise("To paint the lighthouse."),)
    services.actions.missing = (promise("A report on the pier in May.", outcome="missed"),)
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("enter")
        await wait_for(pilot, lambda: ("meeting", 1) in services.meetings.calls, "the meeting was asked for")
        await see(pilot, "Apologies")
        await pilot.press("v")
        await see(pilot, "! not on that agenda (1)")
        await see(pilot, "only not on the agenda of")
        assert "lighthouse" not in shown(pilot)
        assert ("not_on_agenda", 1) in services.actions.calls
        await pilot.press("l")
        await see(pilot, "To paint the lighthouse.")


async def test_an_empty_place_says_what_to_do(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await pilot.press("6")
        await see(pilot, "No action or promise is on record yet.")


async def test_what_papers_say_is_shown_and_never_obeyed(services: FakeServices) -> None:
    services.actions.promises = tuple(
        promise(
            hostile, owner=hostile, owner_name=None, heading=hostile, due=hostile, ref=hostile,
            committee=hostile, steps=(replace(LATER, text=hostile, heading=hostile),), note=hostile,
            mark="done",
        )
        for hostile in HOSTILE
    )  # fmt: skip
    async with following(services, (120, 60)) as (pilot, _):
        for hostile in HOSTILE:
            await see(pilot, one_line(hostile))
            await pilot.press("down")
        await pilot.press("o", "escape", "c", "escape")
        assert "\x1b" not in shown(pilot) and "\u202e" not in shown(pilot)
    assert COMMITTEE
