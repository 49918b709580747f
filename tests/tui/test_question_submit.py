"""Submitting: how it goes to the clerk, past the deadline, and what comes after."""

from __future__ import annotations

import email
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from db.models.history import Revision
from scrutiny_tui.messages import OpenQuestion
from scrutiny_tui.screens.question import QuestionScreen
from scrutiny_tui.services.errors import TooLate
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import NOW, FakeServices


@asynccontextmanager
async def submitting(services: FakeServices) -> AsyncIterator[tuple[Pilot[None], QuestionScreen]]:
    """The question open, and `ctrl+d` pressed."""
    async with opened(services) as pilot:
        pilot.app.screen.post_message(OpenQuestion(1))
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, QuestionScreen), "the question is there")
        screen = pilot.app.screen
        assert isinstance(screen, QuestionScreen)
        await see(pilot, "draft")
        await pilot.press("ctrl+d")
        yield pilot, screen


def called(services: FakeServices, method: str) -> list[object]:
    return [arguments for name, arguments in services.questions.calls if name == method]


async def test_it_says_who_the_clerk_is_and_what_submitting_does(services: FakeServices) -> None:
    async with submitting(services) as (pilot, _):
        await see(pilot, "Wren Albright <wren@merrin.example>")
        await see(pilot, "Scrutiny sends nothing itself")
        await pilot.press("escape")
        await see(pilot, "○ draft")
        assert called(services, "submit") == []


async def test_where_none_is_printed_for_it_what_closed_for_others_is_told(services: FakeServices) -> None:
    questions, meetings = services.questions, services.meetings
    questions.details[1] = replace(questions.details[1], deadline=None)
    (open_one,) = meetings.detail.deadlines
    closed = replace(open_one, due=NOW - timedelta(days=1), state="closed", applies_to="members' questions")
    meetings.detail = replace(meetings.detail, deadlines=(closed,))
    async with opened(services) as pilot:
        pilot.app.screen.post_message(OpenQuestion(1))
        await see(pilot, "members' questions × closed")
        await pilot.press("ctrl+d")
        await see(pilot, "! Members' questions closed Sun 18 May 09:12; nothing is printed for this one.")


async def test_an_e_mail_to_the_clerk_is_written_and_the_time_kept(
    services: FakeServices, tmp_path: Path
) -> None:
    async with submitting(services) as (pilot, _):
        await see(pilot, "An e-mail to the clerk")
        await pilot.press("enter")
        await see(pilot, "question 1.eml")
        await pilot.press("enter")
        target = tmp_path / "2031-05-22 item 5 question 1.eml"
        await wait_for(pilot, target.exists, "the message is written")
        message = email.message_from_bytes(target.read_bytes())
        assert "wren@merrin.example" in message["To"]
        assert "ada@merrin.example" in message["From"]
        await see(pilot, "● submitted")
        assert called(services, "submit") == [(1, False)]


async def test_the_last_letters_are_part_of_what_is_submitted(services: FakeServices) -> None:
    async with opened(services) as pilot:
        pilot.app.screen.post_message(OpenQuestion(1))
        await see(pilot, "draft")
        await pilot.press("!", "ctrl+d", "end", "enter")
        await wait_for(pilot, lambda: called(services, "submit") == [(1, False)], "submitted")
        names = [name for name, _ in services.questions.calls]
        assert services.questions.details[1].question.text.endswith("!")
        kept = max(at for at, name in enumerate(names) if name in ("save", "save_now"))
        assert kept < names.index("submit")


async def test_past_the_deadline_it_says_so_and_asks(services: FakeServices) -> None:
    services.questions.refuse = TooLate(
        "The deadline was Monday 19 May at 23:59: this question is late by 2 d."
    )
    async with submitting(services) as (pilot, _):
        await see(pilot, "An e-mail to the clerk")
        await pilot.press("end", "enter")
        await see(pilot, "this question is late by 2 d")
        await pilot.press("escape")
        await see(pilot, "○ draft")
        assert called(services, "submit") == [(1, False)]
        await pilot.press("ctrl+d", "end", "enter")
        await see(pilot, "all the same")
        await pilot.press("enter")
        await see(pilot, "● submitted")
        assert called(services, "submit")[-1] == (1, True)


async def test_an_empty_question_is_not_submitted(services: FakeServices) -> None:
    detail = services.questions.details[1]
    services.questions.details[1] = replace(detail, question=replace(detail.question, text="  \n"))
    async with submitting(services) as (pilot, _):
        await see(pilot, "nothing to submit yet")
        assert called(services, "submit") == []


async def test_a_mailto_is_copied_where_no_mail_program_can_be_opened(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    async with submitting(services) as (pilot, _):
        await see(pilot, "A new message")
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: pilot.app.clipboard.startswith("mailto:wren@merrin.example?"), "copied")
        assert "inspections" in pilot.app.clipboard


async def test_what_was_submitted_is_not_changed_by_typing(services: FakeServices) -> None:
    async with submitting(services) as (pilot, screen):
        await see(pilot, "only mark it submitted")
        await pilot.press("end", "enter")
        await see(pilot, "ctrl+r makes it a draft again")
        foot = shown(pilot).rstrip().rsplit("\n", 1)[-1]
        assert "answer" in foot and "submit" not in foot and "ready" not in foot
        before = screen.editor.text
        await pilot.press(*"more")
        assert screen.editor.text == before
        await pilot.press("ctrl+d")
        await see(pilot, "It is submitted already")
        await pilot.press("ctrl+r")
        await see(pilot, "○ draft")
        await pilot.press("!")
        assert screen.editor.text == before + "!"


async def test_the_answer_is_kept_with_how_far_it_goes_and_leads_on(services: FakeServices) -> None:
    async with submitting(services) as (pilot, screen):
        await see(pilot, "only mark it submitted")
        await pilot.press("end", "enter")
        await see(pilot, "● submitted")
        await pilot.press("ctrl+g")
        await see(pilot, "How far does the answer go?")
        await pilot.press("down", "enter")
        await see(pilot, "The answer, word for word")
        await pilot.press(*"They will resume.", "escape")
        await see(pilot, "✓ answered in part")
        assert called(services, "answer") == [(1, "They will resume.", "in part")]
        await pilot.press("f6")
        await see(pilot, "They will resume.")
        await pilot.press("escape", "f3")
        await wait_for(pilot, lambda: called(services, "supplementary") == [1], "the supplementary begins")
        await wait_for(pilot, lambda: pilot.app.screen is not screen, "and opens")


async def test_there_is_no_answer_before_it_is_submitted(services: FakeServices) -> None:
    async with opened(services) as pilot:
        pilot.app.screen.post_message(OpenQuestion(1))
        await see(pilot, "draft")
        await pilot.press("ctrl+g")
        await see(pilot, "once the question is submitted")


async def test_each_submission_is_shown_with_its_time(services: FakeServices) -> None:
    detail = services.questions.details[1]
    sent = (
        Revision(1, 1, "The first words.", "Rowan Pike", NOW - timedelta(hours=3), NOW, 7200),
        Revision(2, 1, "The second words.", "Rowan Pike", NOW, NOW, -3600),
    )
    services.questions.details[1] = replace(
        detail, revisions=sent, question=replace(detail.question, state="submitted", late=True)
    )
    async with opened(services) as pilot:
        pilot.app.screen.post_message(OpenQuestion(1))
        await see(pilot, "● submitted Mon 19 May 09:12, late by 1 h 0 m")
        await pilot.press("f6")
        await see(pilot, "in time, 2 h 0 m left")
        assert "The first words." in shown(pilot) and "The second words." in shown(pilot)


async def test_it_is_exported_on_its_own(services: FakeServices, tmp_path: Path) -> None:
    async with opened(services) as pilot:
        pilot.app.screen.post_message(OpenQuestion(1))
        await see(pilot, "draft")
        await pilot.press("ctrl+o")
        await see(pilot, "question 1.docx")
        await pilot.press("enter")
        await wait_for(pilot, (tmp_path / "2031-05-22 item 5 question 1.docx").exists, "it is written")
