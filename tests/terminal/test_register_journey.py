"""A question's whole way with the real program: drafted, sent as a mail, registered, scheduled."""

from __future__ import annotations

import re
from pathlib import Path

from tests.terminal.conftest import Terminal

WORDS = "Which schools have not answered yet?"


def fill(terminal: Terminal, path: Path) -> None:
    """Put a path into the field in hand, in place of the one offered."""
    offered = terminal.screen()
    terminal.press("C-u")
    terminal.wait(lambda: terminal.screen() != offered, "the field is empty")
    terminal.type(str(path))
    terminal.see(path.name)


def test_a_question_goes_from_a_members_draft_to_the_clerks_schedule(
    terminal: Terminal, tmp_path: Path
) -> None:
    mail, schedule = tmp_path / "mine.eml", tmp_path / "schedule.md"
    terminal.run("demo", size=(100, 34))
    terminal.see("Coming up")
    terminal.press("Enter")
    terminal.see("Apologies for absence")
    for _ in range(4):
        terminal.press("n")
    terminal.see("School Exclusions: Progress", "pages")
    terminal.press("a")
    terminal.see("○ draft", "Evidence")
    terminal.type(WORDS)
    terminal.see(WORDS)
    terminal.press("C-o")
    terminal.see("Export")
    fill(terminal, mail)
    terminal.press("Enter")
    terminal.wait(lambda: mail.exists(), "the mail is written")

    terminal.press("Escape")
    terminal.see("n/p item")
    terminal.press("4")
    terminal.see("deadlines of all committees")
    terminal.press("e")
    terminal.see("No question has been received yet.")
    terminal.press("i")
    terminal.see("Take in")
    terminal.type(str(mail))
    terminal.see(mail.name)
    terminal.press("Enter")
    terminal.see("1 question", WORDS, "item 5")
    terminal.wait(
        lambda: re.search(r"in time|no deadline printed", terminal.screen()) is not None, "its stamp is said"
    )
    terminal.press("Enter")
    terminal.see("✓ accepted")

    terminal.press("x")
    terminal.see("Schedule of questions")
    fill(terminal, schedule)
    terminal.press("Enter")
    terminal.press("C-u")
    terminal.wait(lambda: "   receipt   " not in terminal.screen(), "the order is to be filled in")
    terminal.type("item")
    terminal.wait(lambda: re.search(r"│ +item +│", terminal.screen()) is not None, "the order is filled in")
    terminal.press("Enter")
    terminal.wait(lambda: schedule.exists(), "the schedule is written")
    text = schedule.read_text(encoding="utf-8")
    assert "Which schools have not answered yet?" in text
    assert "School Exclusions: Progress" in text

    terminal.press("6")
    terminal.see("promises", "gone quiet")
    terminal.press("Enter")
    terminal.see("page", "of")
