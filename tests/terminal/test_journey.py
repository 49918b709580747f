"""One evening with the real program: read a paper, search, draft, lose power, find every word again."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.terminal.conftest import ROOT, Terminal

SENTENCE = "Which of the five schools have still not answered, and what will be do"


def drafts(home: Path) -> list[str]:
    """The words of all questions on the desk, asked of another process while the app is open."""
    done = subprocess.run(
        [sys.executable, "-m", "scrutiny_tui", "questions", "--home", str(home), "--json"],
        cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return [question["text"] for question in json.loads(done.stdout)]


def test_a_member_reads_searches_drafts_and_loses_nothing_to_kill_9(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.run("demo")
    terminal.see("Coming up", "Children and Families")

    terminal.press("Enter")
    terminal.see("Apologies for absence")
    for _ in range(4):
        terminal.press("n")
    terminal.see("School Exclusions: Progress", "pages")
    terminal.press("Enter")
    first = terminal.see("page 7 of")
    terminal.press("Space")
    terminal.wait(lambda: terminal.screen() != first, "the page turns")
    terminal.press("f")
    terminal.type("EHCP")
    terminal.wait(lambda: re.search(r"Find EHCP +\d+ of \d+", terminal.screen()) is not None, "it is found")
    terminal.press("Enter", "m")
    terminal.see("◆")

    terminal.press("/")
    terminal.see("Typos and half words")
    terminal.type("exclusons")
    terminal.see("exclusons → ", "passages")
    terminal.press("Down", "a")
    terminal.see("○ draft", "0 of 100 words", "Evidence")

    terminal.type(SENTENCE)
    terminal.see("what will be do")
    home = next(tmp_path.rglob("desk.db")).parent
    terminal.wait(
        lambda: SENTENCE in drafts(home / "demo" if (home / "demo").is_dir() else home), "it is kept"
    )
    terminal.kill()

    terminal.run("demo")
    terminal.see("Coming up", "1 draft")
    terminal.press("3")
    terminal.see("Which of the five schools")
    terminal.press("Enter")
    terminal.see("what will be do", "14 of 100 words")
    terminal.type("ne?")
    terminal.see("what will be done?")
    terminal.press("Escape")
    terminal.see("enter write on")
    terminal.press("q")
    assert terminal.exit_status() == 0
    terminal.run("demo")
    terminal.see("Coming up")
    terminal.press("3")
    terminal.see("Which of the five schools")
    terminal.press("Enter")
    terminal.see("what will be done?")


def test_the_reader_is_where_one_left_it_at_another_size(terminal: Terminal) -> None:
    terminal.run("demo", size=(120, 40))
    terminal.see("Coming up")
    terminal.press("/")
    terminal.see("Typos and half words")
    terminal.type("people who had enquired and gone no further")
    terminal.see("rang 120 people")
    terminal.press("Enter")
    terminal.see("page 11 of", "rang 120 people")
    terminal.resize(80, 24)
    terminal.wait(lambda: "ctrl+p" not in terminal.screen(), "the screen is drawn anew, narrower")
    terminal.see("page 11 of", "rang 120 people")
