"""Pictures of the main screens; where a change is meant, look at it and run with `--snapshot-update`.

Every screen in every size and theme is walked through in `test_every_look.py`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from scrutiny_tui.app import ScrutinyApp
from tests.tui.driving import earlier_filled, see
from tests.tui.fakes import FakeServices, empty_meetings

Steps = Callable[[Pilot[None]], Awaitable[None]]


async def meetings(pilot: Pilot[None]) -> None:
    await see(pilot, "Coming up")


async def meeting(pilot: Pilot[None]) -> None:
    await see(pilot, "Coming up")
    await pilot.press("enter")
    await see(pilot, "Ferry Timetable")
    await pilot.press("n", "n", "n", "n")
    await see(pilot, "Rowan Pike")
    await earlier_filled(pilot)


@pytest.mark.parametrize("steps", [meetings, meeting], ids=lambda one: one.__name__)
def test_looks(services: FakeServices, snap_compare: Any, steps: Steps) -> None:
    assert snap_compare(ScrutinyApp(services), terminal_size=(120, 40), run_before=steps)


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_looks_in_other_themes(services: FakeServices, snap_compare: Any, theme: str) -> None:
    services.change_settings({"theme": f"scrutiny-{theme}"})
    assert snap_compare(ScrutinyApp(services), terminal_size=(120, 40), run_before=meeting)


def test_looks_when_empty(services: FakeServices, snap_compare: Any) -> None:
    services.meetings = empty_meetings()

    async def steps(pilot: Pilot[None]) -> None:
        await see(pilot, "Take the tour")

    assert snap_compare(ScrutinyApp(services), terminal_size=(80, 24), run_before=steps)
