"""Getting questions out of the app: to a file, to the clerk by e-mail; what both question screens share."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from textual.content import Content

from db.models import Revision
from scrutiny_tui.literal import line, literal, one_line, say
from scrutiny_tui.messages import QuestionsChanged
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError, TooLate
from scrutiny_tui.services.export import MemberIdentity, as_mailto, write_questions
from scrutiny_tui.services.models import QuestionDetail
from scrutiny_tui.widgets.form_dialog import Field, FormDialog
from scrutiny_tui.widgets.link_dialog import follow
from scrutiny_tui.widgets.question_text import moment
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog
from scrutiny_tui.widgets.times import Clock

SUFFIXES = (".eml", ".docx", ".md", ".csv")


class SubmitService(Protocol):
    """What submitting needs."""

    async def submit(self, question_id: int, *, late_is_fine: bool = False) -> Revision:
        """Keep a question as submitted now."""

    async def detail(self, question_id: int) -> QuestionDetail:
        """A question with all that belongs to it."""


class SendingScreen(PlaceScreen):
    """A screen that can export and submit questions."""

    def __init__(self, questions: SubmitService, clock: Clock, exports: Path, member: MemberIdentity) -> None:
        """Remember whom to ask, where files go, and who the member is."""
        super().__init__()
        self._submitting, self._clock, self._exports, self._member = questions, clock, exports, member

    async def export(self, details: Sequence[QuestionDetail], name: str) -> bool:
        """Ask for a file and write the questions to it; whether that was done."""
        if not details:
            say(self, "There are no questions to export. Draft one first.", "warning")
            return False
        text = Content("The ending says what it is: .eml an e-mail to the clerk, .docx, .md, or .csv.")
        asking = FormDialog("Export", text, [Field("File", str(self._exports / name), path_wrong)])
        answer = await self.app.push_screen_wait(asking)
        if answer is None:
            return False
        try:
            target = await asyncio.to_thread(_write, details, answer[0], self._member)
        except (ServiceError, OSError) as error:
            say(self, str(error), "error")
            return False
        say(self, f"Written to {target}")
        return True

    async def submit(self, detail: QuestionDetail) -> bool:
        """Ask how it goes to the clerk, submit it, and make what is sent; whether it was submitted."""
        question = detail.question
        if not question.text.strip():
            say(self, "There is nothing to submit yet: write the question first.", "warning")
            return False
        how = await self.app.push_screen_wait(_how(detail, self._clock.now()))
        if how is None or not await self._mark_submitted(detail):
            return False
        self.post_message(QuestionsChanged())
        fresh = await self._submitting.detail(question.id)
        if how == "mail":
            say(self, follow(self.app, as_mailto(fresh, self._member).address))
        elif how != "mark":
            await self.export([fresh], file_name(fresh, how))
        return True

    async def _mark_submitted(self, detail: QuestionDetail) -> bool:
        try:
            await self._submitting.submit(detail.question.id)
        except TooLate as late:
            choices = (("yes", Content(" Submit it all the same; it is kept as late")),)
            asking = ChoiceDialog("Past the deadline", literal(str(late)), choices)
            if await self.app.push_screen_wait(asking) is None:
                return False
            await self._submitting.submit(detail.question.id, late_is_fine=True)
        return True


def _how(detail: QuestionDetail, now: datetime) -> ChoiceDialog:
    clerk = detail.clerk
    to = (
        " ".join(part for part in (clerk.name, f"<{clerk.email}>" if clerk.email else "") if part)
        if clerk
        else ""
    )
    known = line(f"To {to}") if to else Content("The papers name no clerk: look for the address yourself.")
    text = Content.assemble(
        known,
        f"\nSubmitting keeps these words for good, with the time: {moment(now)}. ",
        "Scrutiny sends nothing itself.",
    )
    choices = (
        (".eml", Content(" An e-mail to the clerk, as a file your mail program opens (.eml)")),
        ("mail", Content(" A new message in your mail program (mailto)")),
        (".docx", Content(" A Word document")),
        (".md", Content(" A Markdown file")),
        ("mark", Content(" Nothing: I have sent it, only mark it submitted")),
    )
    return ChoiceDialog("Submit: how does it go to the clerk?", text, choices)


def file_name(detail: QuestionDetail, suffix: str) -> str:
    """A name for a question's file: `2022-05-26 item 9 question 3.eml`."""
    question = detail.question
    day = f"{question.meeting.date:%Y-%m-%d}" if question.meeting.date else "undated"
    number = "".join(letter for letter in one_line(question.item_number) if letter.isalnum())
    item = f" item {number}" if number else ""
    return f"{day}{item} question {question.id}{suffix}"


def path_wrong(text: str) -> str:
    """What is wrong with a path to write to, or ""."""
    path = Path(text).expanduser()
    if path.suffix.lower() not in SUFFIXES:
        return f"End the name in {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}."
    return f"{path} is a folder." if path.is_dir() else ""


def _write(details: Sequence[QuestionDetail], path: str, member: MemberIdentity) -> Path:
    target = Path(path).expanduser()
    target.parent.mkdir(parents=True, exist_ok=True)
    write_questions(details, target, member)
    return target
