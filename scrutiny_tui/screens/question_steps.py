"""The steps of one question: ready, submitted, answered, followed up."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Protocol

from textual import work
from textual.content import Content

from db.models import Question
from scrutiny_tui.literal import say
from scrutiny_tui.messages import OpenQuestion, QuestionsChanged
from scrutiny_tui.screens.sending import SendingScreen, SubmitService, file_name
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.export import MemberIdentity
from scrutiny_tui.services.models import QuestionDetail
from scrutiny_tui.widgets.question_text import history
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog, NoteDialog, TextDialog
from scrutiny_tui.widgets.times import Clock

AnswerState = Literal["", "in full", "in part", "not"]

_ANSWERS: dict[AnswerState, str] = {
    "in full": "In full",
    "in part": "In part: something is left to ask",
    "not": "Not: it does not answer the question",
}


class StepsService(SubmitService, Protocol):
    """What the steps need."""

    async def set_state(self, question_id: int, state: Literal["draft", "ready", "withdrawn"]) -> None:
        """Make it a draft or ready."""

    async def answer(self, question_id: int, text: str, answer_state: AnswerState) -> None:
        """Keep the answer."""

    async def supplementary(self, question_id: int) -> Question:
        """Begin one arising from the answer."""


class StepsScreen(SendingScreen):
    """A screen for one question; the subclass says how it stands (`fresh`)."""

    def __init__(
        self, questions: StepsService, clock: Clock, exports: Path, member: MemberIdentity, question_id: int
    ) -> None:
        """Remember which question."""
        super().__init__(questions, clock, exports, member)
        self._stepping, self._question_id = questions, question_id

    async def fresh(self) -> QuestionDetail | None:
        """The question as it is on the desk, with what was typed just now; None where it cannot be had."""
        raise NotImplementedError

    @work(exclusive=True, group="step")
    async def action_submit(self) -> None:
        """Submit: keep these words for good, with the time, and make what goes to the clerk."""
        detail = await self.fresh()
        if detail is None:
            return
        if detail.question.state in ("submitted", "answered"):
            say(self, "It is submitted already. Press ctrl+r to make it a draft again and change it.")
            return
        try:
            await self.submit(detail)
        except ServiceError as error:
            say(self, str(error), "error")
        await self.fresh()

    @work(exclusive=True, group="step")
    async def action_export(self) -> None:
        """Write the question to a file."""
        detail = await self.fresh()
        if detail is not None:
            await self.export([detail], file_name(detail, ".docx"))

    @work(exclusive=True, group="step")
    async def action_ready(self) -> None:
        """Say that it is ready; again, or once it was submitted, that it is a draft."""
        detail = await self.fresh()
        if detail is None:
            return
        try:
            await self._stepping.set_state(
                self._question_id, "ready" if detail.question.state == "draft" else "draft"
            )
        except ServiceError as error:
            say(self, str(error), "error")
        self.post_message(QuestionsChanged())
        await self.fresh()

    @work(exclusive=True, group="step")
    async def action_answer(self) -> None:
        """Keep the answer received, and how far it answers."""
        detail = await self.fresh()
        if detail is None:
            return
        question = detail.question
        if question.state not in ("submitted", "answered"):
            say(self, "An answer can be kept once the question is submitted (ctrl+s).")
            return
        choices = [(name, Content(f" {words}")) for name, words in _ANSWERS.items()]
        asking = ChoiceDialog("Answer", Content("How far does the answer go?"), choices)
        chosen = await self.app.push_screen_wait(asking)
        how = next((name for name in _ANSWERS if name == chosen), None)
        if how is None:
            return
        writing = NoteDialog("The answer, word for word", question.text, question.answer)
        words = await self.app.push_screen_wait(writing)
        try:
            await self._stepping.answer(self._question_id, words, how)
        except ServiceError as error:
            say(self, str(error), "error")
        self.post_message(QuestionsChanged())
        await self.fresh()

    @work(exclusive=True, group="step")
    async def action_supplementary(self) -> None:
        """Begin a question arising from the answer, with the same evidence."""
        if await self.fresh() is None:
            return
        try:
            begun = await self._stepping.supplementary(self._question_id)
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self.post_message(OpenQuestion(begun.id))

    @work(exclusive=True, group="step")
    async def action_history(self) -> None:
        """Show what was submitted, word for word, and the answer."""
        detail = await self.fresh()
        if detail is not None:
            self.app.push_screen(TextDialog("What was submitted and answered", history(detail)))
