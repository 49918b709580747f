"""Help in writing: templates, one's own editor, names to address, words brought back, answers offered."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from db.models.history import Revision, Version
from imports.model.warning import Warning
from scrutiny_tui.messages import OpenQuestion
from scrutiny_tui.screens.question import QuestionScreen
from scrutiny_tui.services.templates import TEMPLATES, blanks
from scrutiny_tui.widgets.text_places import changed_part, index_of, place_of
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import HOSTILE, NOW, FakeServices, hit, question

TEXT = "Why did inspections of the sea wall stop in winter?"


@asynccontextmanager
async def writing(
    services: FakeServices, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], QuestionScreen]]:
    """The question, open and shown."""
    async with opened(services, size) as pilot:
        pilot.app.screen.post_message(OpenQuestion(1))
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, QuestionScreen), "the question is there")
        screen = pilot.app.screen
        assert isinstance(screen, QuestionScreen)
        await wait_for(pilot, lambda: screen.is_mounted and "5 Sea Wall" in shown(pilot), "it is shown")
        yield pilot, screen


def called(services: FakeServices, method: str) -> list[object]:
    return [arguments for name, arguments in services.questions.calls if name == method]


def change(services: FakeServices, **fields: object) -> None:
    detail = services.questions.details[1]
    asked = replace(detail.question, **fields)  # type: ignore[arg-type]
    services.questions.details[1] = replace(detail, question=asked)


# --- templates ---------------------------------------------------------------------------------------


async def test_a_template_is_filled_in_blank_by_blank(services: FakeServices) -> None:
    change(services, text="")
    async with writing(services) as (pilot, screen):
        await pilot.press("f7")
        await see(pilot, "Usual questions")
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: screen.editor.selected_text == "‹the measure›", "its first blank")
        await pilot.press(*"attendance", "tab")
        assert screen.editor.selected_text == "‹figure›"
        await pilot.press(*"96%", "tab", *"91%", "shift+tab")
        assert screen.editor.selected_text == "‹period›"
        await pilot.press(*"the spring")
        assert screen.editor.text == "What explains the change in attendance from 96% to 91% in the spring?"
        await pilot.press("tab")
        assert not screen.editor.has_focus
        await wait_for(
            pilot, lambda: services.questions.details[1].question.text == screen.editor.text, "it is kept"
        )


async def test_a_template_goes_where_the_cursor_is_and_is_undone_at_once(services: FakeServices) -> None:
    async with writing(services) as (pilot, screen):
        await pilot.press("f7")
        await see(pilot, "Usual questions")
        await pilot.press("enter")
        await wait_for(pilot, lambda: screen.editor.text == f"{TEXT} {TEMPLATES[0].text}", "it follows")
        await pilot.press("ctrl+z")
        await wait_for(pilot, lambda: screen.editor.text == TEXT, "and is undone")


async def test_nothing_is_filled_into_what_was_submitted(services: FakeServices) -> None:
    change(services, state="submitted")
    async with writing(services) as (pilot, screen):
        for key in ("f7", "f12"):
            await pilot.press(key)
            await see(pilot, "is not changed")
        assert screen.editor.text == TEXT


# --- one's own editor --------------------------------------------------------------------------------


def editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str) -> Path:
    """Set $EDITOR to a program of these lines, `path` being its file; give where it may leave what it saw."""
    program, seen = tmp_path / "editor.py", tmp_path / "seen"
    head = f"import stat, sys, pathlib\npath, seen = map(pathlib.Path, (sys.argv[1], {str(seen)!r}))\n"
    program.write_text(head + code)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {program}")
    monkeypatch.delenv("VISUAL", raising=False)
    return seen


@asynccontextmanager
async def lending(services: FakeServices) -> AsyncIterator[tuple[Pilot[None], QuestionScreen]]:
    """The question on a terminal that can be lent to another program."""
    async with writing(services) as (pilot, screen):
        pilot.app.suspend = nullcontext  # type: ignore[assignment, method-assign]
        yield pilot, screen


async def test_ones_own_editor_gets_the_words_privately_and_gives_them_back(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code = (
        "mode = stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)\n"
        "seen.write_text(f'{path}|{mode[0]:o}|{mode[1]:o}|{path.read_text()}')\n"
        "path.write_text('Who inspects it now?\\n')\n"
    )
    seen = editor(monkeypatch, tmp_path, code)
    async with lending(services) as (pilot, screen):
        await pilot.press("!", "f12")
        await wait_for(pilot, lambda: screen.editor.text == "Who inspects it now?", "its words are here")
        path, *rest = seen.read_text().split("|")
        assert rest == ["600", "700", TEXT + "!"] and not Path(path).parent.exists()
        await wait_for(pilot, lambda: services.questions.details[1].question.text.startswith("Who"), "kept")
        await pilot.press("ctrl+z")
        await wait_for(pilot, lambda: screen.editor.text == TEXT + "!", "and undone in one step")


@pytest.mark.parametrize(
    ("command", "said"),
    [("nosuch", "is not there"), ("'half a quote", "cannot be understood")],
)
async def test_an_editor_that_is_not_there_is_one_sentence(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch, command: str, said: str
) -> None:
    monkeypatch.setenv("VISUAL", command)
    async with lending(services) as (pilot, screen):
        await pilot.press("f12")
        await see(pilot, said)
        assert screen.editor.text == TEXT


async def test_an_editor_that_fails_changes_nothing_but_loses_nothing(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen = editor(monkeypatch, tmp_path, "seen.write_text(str(path)); path.write_text('Half'); sys.exit(3)\n")
    async with lending(services) as (pilot, screen):
        await pilot.press("f12")
        await see(pilot, "ended with status 3")
        assert screen.editor.text == TEXT
        assert called(services, "set_aside") == [(1, "Half")]
        assert not os.path.exists(seen.read_text())  # noqa: ASYNC240, PTH110


async def test_a_terminal_that_cannot_be_lent_says_so(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor(monkeypatch, tmp_path, "seen.write_text('ran')\n")
    async with writing(services) as (pilot, screen):
        await pilot.press("f12")
        await see(pilot, "cannot be opened from this terminal")
        assert screen.editor.text == TEXT and not (tmp_path / "seen").exists()


async def test_what_an_editor_leaves_is_shown_and_never_obeyed(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor(monkeypatch, tmp_path, "path.write_bytes(b'\\x1b[31m[/] \\xff end')\n")
    async with lending(services) as (pilot, screen):
        await pilot.press("f12")
        await wait_for(pilot, lambda: screen.editor.text.endswith("end"), "it is here")
        assert "\x1b" not in screen.editor.text and "[/]" in screen.editor.text


# --- undo over restarts, words brought back ----------------------------------------------------------


def versions(*texts: str) -> tuple[Version, ...]:
    return tuple(
        Version(at, 1, text, NOW - timedelta(hours=9 - at), NOW - timedelta(hours=9 - at))
        for at, text in enumerate(texts)
    )


async def test_undo_goes_back_through_what_was_written_before_the_restart(services: FakeServices) -> None:
    services.questions.said = versions("Why did it stop?", "Why did inspections stop?", TEXT)
    async with writing(services) as (pilot, screen):
        await wait_for(pilot, lambda: screen.editor.text == TEXT, "the words as they are")
        await pilot.press("!", "ctrl+z", "ctrl+z")
        await wait_for(pilot, lambda: screen.editor.text == "Why did inspections stop?", "those before")
        await pilot.press("ctrl+z")
        await wait_for(pilot, lambda: screen.editor.text == "Why did it stop?", "and the first")
        await pilot.press("ctrl+y", "ctrl+y")
        await wait_for(pilot, lambda: screen.editor.text == TEXT, "and forward again")


async def test_opening_a_question_with_earlier_words_changes_nothing(services: FakeServices) -> None:
    services.questions.said = versions("Why did it stop?", TEXT)
    async with writing(services) as (pilot, screen):
        await wait_for(pilot, lambda: screen.editor.text == TEXT, "the words as they are")
        await pilot.press("escape")
        await wait_for(pilot, lambda: not isinstance(pilot.app.screen, QuestionScreen), "left")
        assert called(services, "save") == called(services, "save_now") == []


async def test_earlier_words_are_listed_and_brought_back(services: FakeServices) -> None:
    services.questions.said = versions("Why did it stop?", TEXT)
    async with writing(services) as (pilot, screen):
        await pilot.press("f6")
        await see(pilot, "What became of it")
        await see(pilot, "Why did it stop?")
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: screen.editor.text == "Why did it stop?", "brought back")
        await pilot.press("ctrl+z")
        await wait_for(pilot, lambda: screen.editor.text == TEXT, "and taken back")


async def test_what_was_submitted_is_brought_back_as_a_draft_only(services: FakeServices) -> None:
    sent = Revision(1, 1, "The words sent.", "", NOW, NOW, 7200)
    detail = services.questions.details[1]
    services.questions.details[1] = replace(detail, revisions=(sent,))
    change(services, state="submitted", submitted_at=NOW)
    async with writing(services) as (pilot, screen):
        await pilot.press("f6")
        await see(pilot, "The words sent.")
        await pilot.press("enter")
        await see(pilot, "make it a draft again first")
        await pilot.press("ctrl+r")
        await see(pilot, "○ draft")
        await pilot.press("f6")
        await see(pilot, "The words sent.")
        await pilot.press("enter")
        await wait_for(pilot, lambda: screen.editor.text == "The words sent.", "brought back")


# --- whom it is for, what came back ------------------------------------------------------------------


async def test_the_names_its_papers_give_are_offered(services: FakeServices) -> None:
    detail = services.questions.details[1]
    names = ("Rowan Pike, Head of Coast", "Cabinet Member for Coasts")
    services.questions.details[1] = replace(detail, may_answer=names)
    async with writing(services) as (pilot, screen):
        await pilot.press("ctrl+t")
        await wait_for(pilot, lambda: screen.to.has_focus, "at the field")
        await pilot.press("ctrl+t")
        await see(pilot, "Whom is it for?")
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: called(services, "address")[-1:] == [(1, names[1])], "kept")


async def test_an_answer_is_taken_from_the_minutes_that_came_since(services: FakeServices) -> None:
    change(services, state="submitted", submitted_at=NOW)
    services.questions.minuted = (hit(4, "It was explained that inspections resume in May.", ref="9.2"),)
    async with writing(services) as (pilot, _):
        await pilot.press("ctrl+g", "enter")
        await see(pilot, "Where the answer is from")
        await pilot.press("down", "enter")
        await see(pilot, "The answer, word for word")
        await pilot.press("escape")
        await see(pilot, "✓ answered in full")
        ((_, words, how),) = cast(list[tuple[int, str, str]], called(services, "answer"))
        assert how == "in full" and words.startswith("It was explained that inspections resume in May.\n")
        assert "minute 9.2" in words and "pack page 4" in words


async def test_going_back_from_the_minutes_offered_keeps_no_answer(services: FakeServices) -> None:
    change(services, state="submitted", submitted_at=NOW)
    services.questions.minuted = (hit(4),)
    async with writing(services) as (pilot, _):
        await pilot.press("ctrl+g", "enter")
        await see(pilot, "Where the answer is from")
        await pilot.press("escape")
        await see(pilot, "● submitted")
        assert called(services, "answer") == []


async def test_a_question_is_acknowledged_and_withdrawn_and_a_draft_again(services: FakeServices) -> None:
    change(services, state="submitted", submitted_at=NOW)
    async with writing(services) as (pilot, screen):
        await pilot.press("ctrl+g", "end", "enter")
        await see(pilot, "◉ acknowledged")
        await pilot.press("shift+f5")
        await see(pilot, "× withdrawn")
        assert screen.editor.read_only
        await pilot.press("ctrl+r")
        await see(pilot, "○ draft")
        states = [(1, "acknowledged"), (1, "withdrawn"), (1, "draft")]
        assert called(services, "set_state") == states


async def test_the_question_goes_to_the_clipboard_as_plain_text(services: FakeServices) -> None:
    async with writing(services) as (pilot, _):
        await pilot.press("ctrl+d")
        await see(pilot, "Plain text on the clipboard")
        await pilot.press("down", "down", "down", "down", "enter")
        await wait_for(pilot, lambda: TEXT in pilot.app.clipboard, "copied")
        assert pilot.app.clipboard.startswith("For Harbour and Coast")


async def test_a_mailto_too_long_leaves_everything_on_the_clipboard(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    long = "Why? " * 800
    change(services, text=long)
    async with writing(services) as (pilot, _):
        await pilot.press("ctrl+d")
        await see(pilot, "A new message")
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: long.strip() in pilot.app.clipboard, "all of it is copied")


async def test_doubts_are_said_once_more_before_it_goes(services: FakeServices) -> None:
    detail = services.questions.details[1]
    doubt = Warning("question-in-parts", "It asks 2 things.")
    services.questions.details[1] = replace(detail, advice=(doubt,))
    async with writing(services) as (pilot, _):
        await pilot.press("ctrl+d")
        await see(pilot, "Submit: how does it go")
        assert shown(pilot).count("It asks 2 things.") >= 1


async def test_ones_own_earlier_question_is_shown_and_opens(services: FakeServices) -> None:
    earlier = question(7, "Why did inspections stop last winter?", state="answered", submitted_at=NOW)
    services.questions.own_before = (earlier,)
    async with writing(services) as (pilot, screen):
        await see(pilot, "your question")
        await pilot.press("ctrl+l", "down", "enter")
        await wait_for(pilot, lambda: pilot.app.screen is not screen, "it opens")


async def test_words_that_are_not_public_say_that_they_stay_and_advice_is_whole(
    services: FakeServices,
) -> None:
    detail = services.questions.details[1]
    long = "It asks 2 things. Many councils take a question of one part only: it is best parted twofold."
    services.questions.details[1] = replace(
        detail, withheld=frozenset({1}), advice=(Warning("question-many", long),)
    )
    async with writing(services, (80, 24)) as (pilot, _):
        await see(pilot, "✕ not public: left out")
        await see(pilot, "twofold.")  # advice is read to its end on a small screen too


async def test_hostile_words_in_history_names_and_minutes_are_only_words(services: FakeServices) -> None:
    detail = services.questions.details[1]
    services.questions.said = versions(*HOSTILE)
    services.questions.details[1] = replace(detail, may_answer=HOSTILE)
    services.questions.minuted = tuple(hit(at, words) for at, words in enumerate(HOSTILE, 1))
    change(services, state="submitted", submitted_at=NOW)
    async with writing(services, (120, 80)) as (pilot, _):
        await pilot.press("f6")
        await see(pilot, "What became of it")
        await see(pilot, "[Exempt Appendix]")
        assert "\x1b" not in shown(pilot)
        await pilot.press("escape", "ctrl+t", "ctrl+t")
        await see(pilot, "Whom is it for?")
        assert "[bold red]" in shown(pilot)
        await pilot.press("escape", "ctrl+g", "enter")
        await see(pilot, "Where the answer is from")
        assert "[Exempt Appendix]" in shown(pilot) and "\x1b" not in shown(pilot)


@given(st.text("ab\n", max_size=12), st.text("ab\n", max_size=12))
def test_the_changed_part_makes_one_text_the_other(before: str, after: str) -> None:
    start, end, words = changed_part(before, after)
    assert before[:start] + words + before[end:] == after
    for index in range(len(before) + 1):
        assert index_of(before, place_of(before, index)) == index


def test_a_blank_is_what_stands_between_its_marks() -> None:
    assert blanks("How has ‹it› changed ‹when›?") == [(8, 12), (21, 27)]
    assert blanks("a ‹b\nc› d") == []
