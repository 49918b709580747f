from __future__ import annotations

from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from scrutiny_tui.keys import EVERYWHERE
from scrutiny_tui.literal import one_line
from scrutiny_tui.meeting_keys import MEETINGS
from scrutiny_tui.services.models.overview import MeetingSummary, Overview
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import FakeServices, meeting


async def open_palette(pilot: Pilot[None], query: str = "") -> None:
    """Open the palette and type."""
    await see(pilot, "Coming up")
    await pilot.press("ctrl+p")
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, CommandPalette), "the palette is open")
    pilot.app.screen.query_one(Input).value = query


async def test_every_action_of_the_screen_is_offered(services: FakeServices) -> None:
    async with opened(services, (120, 80)) as pilot:
        await open_palette(pilot)
        await see(pilot, "Meeting: Harbour and Coast Scrutiny, Thursday 22 May 2031")
        for key in (*MEETINGS, *EVERYWHERE):
            if key.in_palette:
                assert key.help in shown(pilot)


async def test_an_action_is_found_by_a_few_letters_and_done(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await open_palette(pilot, "impo")
        await see(pilot, "Import report packs from files or folders.")
        await pilot.press("enter")
        await see(pilot, "Report packs as PDF, Word or text")


async def test_a_meeting_is_found_fuzzily_and_opened(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await open_palette(pilot, "adltcare")
        await see(pilot, "Meeting: Adult Care Scrutiny Panel")
        await pilot.press("enter")
        await wait_for(pilot, lambda: ("meeting", 2) in services.meetings.calls, "the meeting is opened")


async def test_a_theme_is_chosen_by_name(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await open_palette(pilot, "theme: contrast")
        await see(pilot, "Theme: contrast")
        await pilot.press("enter")
        await wait_for(pilot, lambda: pilot.app.theme == "scrutiny-contrast", "the theme changed")


async def test_hostile_names_are_shown_as_they_are(services: FakeServices, worst: str) -> None:
    row = MeetingSummary(meeting(7, f"Panel {worst}"), None, 0, 0, ())
    services.meetings.shown = Overview((row,), (), (), ())
    async with opened(services) as pilot:
        await open_palette(pilot, "meeting: pan")
        await see(pilot, f"Meeting: Panel {one_line(worst)}")
