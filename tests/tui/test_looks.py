"""Pictures of the main screens; where a change is meant, look at it and run with `--snapshot-update`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from scrutiny_tui.app import ScrutinyApp
from tests.tui.driving import see, wait_for
from tests.tui.fakes import FakeServices, empty_meetings

SIZES = ((80, 24), (120, 40))
Steps = Callable[[Pilot[None]], Awaitable[None]]


async def meetings(pilot: Pilot[None]) -> None:
    await see(pilot, "Coming up")


async def meeting(pilot: Pilot[None]) -> None:
    await see(pilot, "Coming up")
    await pilot.press("enter")
    await see(pilot, "Ferry Timetable")
    await pilot.press("n", "n", "n", "n")
    await see(pilot, "Rowan Pike")
    pane = pilot.app.screen.query_one("#earlier")
    await wait_for(pilot, lambda: bool(pane.display and pane.option_count), "earlier passages are in")  # type: ignore[attr-defined]


async def deadlines(pilot: Pilot[None]) -> None:
    await see(pilot, "Coming up")
    await pilot.press("4")
    await see(pilot, "Beyond dispute")


async def importing(pilot: Pilot[None]) -> None:
    await see(pilot, "Coming up")
    await pilot.press("i", "slash", "enter")
    await see(pilot, "1 refused")


async def keys(pilot: Pilot[None]) -> None:
    await meetings(pilot)
    await pilot.press("question_mark")
    await see(pilot, "Keys: Meetings")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    "steps", [meetings, meeting, deadlines, importing, keys], ids=lambda one: one.__name__
)
def test_looks(services: FakeServices, snap_compare: Any, size: tuple[int, int], steps: Steps) -> None:
    assert snap_compare(ScrutinyApp(services), terminal_size=size, run_before=steps)


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_looks_in_other_themes(services: FakeServices, snap_compare: Any, theme: str) -> None:
    services.change_settings({"theme": f"scrutiny-{theme}"})
    assert snap_compare(ScrutinyApp(services), terminal_size=(120, 40), run_before=meeting)


def test_looks_when_empty(services: FakeServices, snap_compare: Any) -> None:
    services.meetings = empty_meetings()

    async def steps(pilot: Pilot[None]) -> None:
        await see(pilot, "No packs yet")

    assert snap_compare(ScrutinyApp(services), terminal_size=(80, 24), run_before=steps)
