"""The list of marks and notes: found by word, read where they stand now, changed, taken away, written out."""

from __future__ import annotations

from pathlib import Path

from scrutiny_tui.messages import OpenReader
from scrutiny_tui.screens.notes import NotesScreen
from scrutiny_tui.screens.reader import ReaderScreen
from scrutiny_tui.services.notes import PlacedNote
from tests.tui.driving import opened, see, wait_for
from tests.tui.fakes import COMMITTEE, HOSTILE, FakeServices, note


async def test_notes_are_listed_one_key_away_and_every_key_of_the_list_does_what_it_says(
    services: FakeServices, tmp_path: Path
) -> None:
    reading = services.reading
    paper = reading.opened.document
    cited = f"{COMMITTEE}, 22 May 2031, pack page 18"
    reading.placed = (
        PlacedNote(
            note(1, f"Who pays? {HOSTILE}", page=2, quote="the lower slipway"), paper, "changed", cited
        ),
        PlacedNote(note(2, "", page=4, quote="dredging begins"), None, "gone", cited),
        PlacedNote(note(3, "", page=4, quote="another meeting's words"), paper, "here", cited),
    )
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        pilot.app.screen.post_message(OpenReader(1))
        await wait_for(
            pilot,
            lambda: isinstance(pilot.app.screen, ReaderScreen) and pilot.app.screen.opened is not None,
            "the reader is open",
        )
        await pilot.press("M")
        await see(pilot, "2 marks and notes")
        await see(pilot, "1 no longer found")
        await see(pilot, "words changed")
        await see(pilot, "Who pays?")
        await see(pilot, "dredging begins")
        screen = pilot.app.screen
        assert isinstance(screen, NotesScreen)

        await pilot.press("f", *"dredg", "enter")
        await see(pilot, "1 mark or note")
        await pilot.press("enter")
        await see(pilot, "These words stood in")
        await pilot.press("x")
        await wait_for(pilot, lambda: ("erase_note", 2) in reading.calls, "taken away")
        await pilot.press("u")
        await wait_for(pilot, lambda: ("restore_note", 2) in reading.calls, "brought back")
        await pilot.press("escape")
        await see(pilot, "2 marks and notes")
        await pilot.press("w")
        await see(pilot, "3 marks and notes")
        await see(pilot, "every meeting")
        await see(pilot, "another meeting's words")

        await pilot.press("e", *str(tmp_path / "n.md"), "enter")
        await see(pilot, "Written: ")
        written = (tmp_path / "n.md").read_text(encoding="utf-8")
        assert f"({cited}; no longer found in the papers)" in written and "\x1b" not in written

        await pilot.press("home", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen), "the passage is read")
