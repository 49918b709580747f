"""Getting questions out of the app: to a file, to the clerk by e-mail; what both question screens share."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from textual.content import Content

from scrutiny_tui.literal import line, literal, one_line, say
from scrutiny_tui.messages import QuestionsChanged
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError, TooLate
from scrutiny_tui.services.export import (
    SUFFIXES,
    MemberIdentity,
    as_mailto,
    as_text,
    files_of_each,
    write_each,
    write_questions,
)
from scrutiny_tui.services.files import there
from scrutiny_tui.services.wording import scope
from scrutiny_tui.widgets.form_dialog import FormDialog, file_field
from scrutiny_tui.widgets.link_dialog import browser_here, follow
from scrutiny_tui.widgets.path_field import expanded
from scrutiny_tui.widgets.question_text import advice_lines, moment
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog

if TYPE_CHECKING:
    from db.models.history import Revision
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.questions import QuestionDetail
    from scrutiny_tui.widgets.times import Clock


class SubmitService(Protocol):
    """What submitting needs."""

    async def submit(self, question_id: int, *, late_is_fine: bool = False) -> Revision:
        """Keep a question as submitted now."""

    async def detail(self, question_id: int) -> QuestionDetail:
        """A question with all that belongs to it."""


class SendingScreen(PlaceScreen):
    """A screen that can export and submit questions."""

    def __init__(
        self, questions: SubmitService, clock: Clock, exports: Path, member: Callable[[], MemberIdentity]
    ) -> None:
        """Remember whom to ask, where files go, and who the member is."""
        super().__init__()
        self._submitting, self._clock, self._exports, self._who = questions, clock, exports, member

    @property
    def other_deadline(self) -> Deadline | None:
        """Where none covers the question in hand: the one its meeting has for other questions, if known."""
        return None

    @property
    def _member(self) -> MemberIdentity:
        """Who the member is now, by the settings."""
        return self._who()

    async def export(self, details: Sequence[QuestionDetail], name: str, said: str = "") -> bool:
        """Ask for a file and write the questions to it; whether that was done.

        Args:
            details: the questions.
            name: of the file, to begin with.
            said: what the dialog says first.
        """
        if not details:
            say(self, "There are no questions to export. Draft one first.", "warning")
            return False
        text = f"{said}The ending says what it is: .eml an e-mail to the clerk, .docx, .md, or .csv."
        where = [file_field(self._exports / name, SUFFIXES)]
        asking = FormDialog("Export", Content(text), where, "esc writes no file")
        answer = await self.app.push_screen_wait(asking)
        if answer is None:
            return False
        form = await self.app.push_screen_wait(_form(len(details))) if len(details) > 1 else "one"
        if form is None:
            return False
        files = files_of_each(len(details), expanded(answer[0])) if form == "each" else ()
        if not await self._may_replace(files):
            return False
        try:
            written = await asyncio.to_thread(_write, details, answer[0], self._member, form)
        except (ServiceError, OSError) as error:
            say(self, str(error), "error")
            return False
        say(self, f"Written: {written}")
        return True

    async def _may_replace(self, files: Sequence[Path]) -> bool:
        """Whether none of these files is there, or the person says that they may go."""
        taken = [file.name for file in files if there(file)]
        if not taken:
            return True
        more = f", and {len(taken) - 1} more" if len(taken) > 1 else ""
        choices = (("yes", Content(" Replace what is there")),)
        asking = ChoiceDialog("Export", line(f"{taken[0]} is there already{more}."), choices)
        return await self.app.push_screen_wait(asking) is not None

    async def submit(self, detail: QuestionDetail) -> bool:
        """Ask how it goes to the clerk, submit it, and make what is sent; whether it was submitted."""
        question = detail.question
        if not question.text.strip():
            say(self, "There is nothing to submit yet: write the question first.", "warning")
            return False
        how = await self.app.push_screen_wait(_how(detail, self.other_deadline, self._clock.now()))
        if how is None or not await self._mark_submitted(detail):
            return False
        self.post_message(QuestionsChanged())
        fresh = await self._submitting.detail(question.id)
        if how == "mail":
            self._open_mail(fresh)
        elif how == "text":
            self.app.copy_to_clipboard(as_text([fresh], self._member))
            say(self, "The question is on the clipboard: paste it where you send it from.")
        elif how != "mark":
            await self.export([fresh], file_name(fresh, how), "The question is submitted. ")
        return True

    def _open_mail(self, detail: QuestionDetail) -> None:
        """Open a message in the mail program; what is too long for that goes to the clipboard."""
        mailto = as_mailto(detail, self._member)
        if mailto.whole:
            say(self, follow(self.app, mailto.address))
            return
        self.app.copy_to_clipboard(as_text([detail], self._member))
        where = detail.clerk.email if detail.clerk and detail.clerk.email else "the clerk"
        if self.app.is_web or browser_here():
            self.app.open_url(mailto.address)
        words = "It is long for a mailto, so all of it is on the clipboard as well: paste it into the message"
        say(self, f"{words} to {where}.")

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


def _how(detail: QuestionDetail, other: Deadline | None, now: datetime) -> ChoiceDialog:
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
        *(part for part in (_closed_for_others(other, now),) if part),
        *(part for part in ("\n" if detail.advice else "", advice_lines(detail.advice)) if part),
    )
    choices = (
        (".eml", Content(" An e-mail to the clerk, as a file your mail program opens (.eml)")),
        ("mail", Content(" A new message in your mail program (mailto)")),
        (".docx", Content(" A Word document")),
        (".md", Content(" A Markdown file")),
        ("text", Content(" Plain text on the clipboard")),
        ("mark", Content(" Nothing: I have sent it, only mark it submitted")),
    )
    return ChoiceDialog("Submit: how does it go to the clerk?", text, choices)


def _closed_for_others(other: Deadline | None, now: datetime) -> Content | None:
    """A warning where no deadline is printed for the question, and the one there is has passed."""
    if other is None or other.due is None or other.due >= now:
        return None
    words = f"! {scope(other).capitalize()} closed {moment(other.due)}; nothing is printed for this one."
    return Content.assemble("\n", line(f"{words} Ask the clerk.", "$warning"))


def _form(number: int) -> ChoiceDialog:
    choices = (
        ("one", Content(" One document, each question under its heading")),
        ("schedule", Content(" A schedule: a table in the order of the agenda")),
        ("each", Content(f" {number} files, one for each question")),
    )
    return ChoiceDialog("Export", Content(f"How shall the {number} questions be written?"), choices)


def file_name(detail: QuestionDetail, suffix: str) -> str:
    """A name for a question's file: `2022-05-26 item 9 question 3.eml`."""
    question = detail.question
    day = f"{question.meeting.date:%Y-%m-%d}" if question.meeting.date else "undated"
    number = "".join(letter for letter in one_line(question.item_number) if letter.isalnum())
    item = f" item {number}" if number else ""
    return f"{day}{item} question {question.id}{suffix}"


def _write(details: Sequence[QuestionDetail], path: str, member: MemberIdentity, form: str) -> str:
    """Write as the person chose; give the name of what was written."""
    target = expanded(path)
    if form == "each":
        files = write_each(details, target, member)
        return f"{files[0].name} to {files[-1].name}\nin {target.parent}"
    write_questions(details, target, member, schedule=form == "schedule")
    return f"{target.name}\nin {target.parent}"
