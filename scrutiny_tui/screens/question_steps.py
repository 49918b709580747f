"""The steps of one question: ready, submitted, answered, followed up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from textual import work
from textual.content import Content
from textual.visual import VisualType

from scrutiny_tui.literal import say
from scrutiny_tui.messages import OpenQuestion, QuestionsChanged
from scrutiny_tui.screens.sending import SendingScreen, SubmitService, file_name
from scrutiny_tui.services.answers import answer_words
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.widgets.question_text import history, steps_line
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog, NoteDialog
from scrutiny_tui.widgets.snippet import short_row

if TYPE_CHECKING:
    from db.models.history import Version
    from db.models.questions import AnswerState, PlainState, Question
    from scrutiny_tui.services.export import MemberIdentity
    from scrutiny_tui.services.models.finding import Hit
    from scrutiny_tui.services.models.questions import QuestionDetail
    from scrutiny_tui.widgets.times import Clock

_ANSWERS: dict[AnswerState, str] = {
    "in full": "In full",
    "in part": "In part: something is left to ask",
    "not": "Not: it does not answer the question",
}


class StepsService(SubmitService, Protocol):
    """What the steps need."""

    async def set_state(self, question_id: int, state: PlainState) -> None:
        """Make it a draft, ready, acknowledged or withdrawn."""

    async def answer(self, question_id: int, text: str, answer_state: AnswerState) -> None:
        """Keep the answer."""

    async def answers_offered(self, question_id: int) -> tuple[Hit, ...]:
        """The minutes since its submission that are most like it."""

    async def versions(self, question_id: int) -> tuple[Version, ...]:
        """What it said before."""

    async def supplementary(self, question_id: int) -> Question:
        """Begin one arising from the answer."""


class StepsScreen(SendingScreen):
    """A screen for one question; the subclass says how it stands (`fresh`)."""

    def __init__(
        self,
        questions: StepsService,
        clock: Clock,
        exports: Path,
        member: Callable[[], MemberIdentity],
        question_id: int,
    ) -> None:
        """Remember which question."""
        super().__init__(questions, clock, exports, member)
        self._stepping, self._question_id = questions, question_id

    async def fresh(self) -> QuestionDetail | None:
        """The question as it is on the desk, with what was typed just now; None where it cannot be had."""
        raise NotImplementedError

    def bring_back(self, words: str) -> None:
        """Make earlier words the question's."""
        raise NotImplementedError

    @work(exclusive=True, group="step")
    async def action_submit(self) -> None:
        """Submit: keep these words for good, with the time, and make what goes to the clerk."""
        detail = await self.fresh()
        if detail is None:
            return
        if detail.question.state in ("submitted", "acknowledged", "answered"):
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
        if detail is not None:
            await self._become("ready" if detail.question.state == "draft" else "draft")

    @work(exclusive=True, group="step")
    async def action_withdraw(self) -> None:
        """Withdraw it; what was submitted stays on record."""
        detail = await self.fresh()
        if detail is not None:
            await self._become("withdrawn")

    async def _become(self, state: PlainState) -> None:
        try:
            await self._stepping.set_state(self._question_id, state)
        except ServiceError as error:
            say(self, str(error), "error")
        self.post_message(QuestionsChanged())
        await self.fresh()

    @work(exclusive=True, group="step")
    async def action_answer(self) -> None:
        """Keep the answer received, and how far it answers; or that the clerk has the question."""
        detail = await self.fresh()
        if detail is None:
            return
        question = detail.question
        if question.state not in ("submitted", "acknowledged", "answered"):
            say(self, "An answer can be kept once the question is submitted (ctrl+d).")
            return
        chosen = await self.app.push_screen_wait(_how_far())
        if chosen == "acknowledged":
            await self._become("acknowledged")
            return
        how = next((name for name in _ANSWERS if name == chosen), None)
        start = await self._answer_to_start_from(question) if how is not None else None
        if how is None or start is None:
            return
        writing = NoteDialog("The answer, word for word", question.text, start)
        words = await self.app.push_screen_wait(writing)
        try:
            await self._stepping.answer(self._question_id, words, how)
        except ServiceError as error:
            say(self, str(error), "error")
        self.post_message(QuestionsChanged())
        await self.fresh()

    async def _answer_to_start_from(self, question: Question) -> str | None:
        """The words kept already, else a later minute the person chooses, else none; None goes back."""
        try:
            offered = await self._stepping.answers_offered(self._question_id)
        except ServiceError:
            offered = ()
        if question.answer or not offered:
            return question.answer
        now = self._clock.now()
        rows: list[tuple[str, VisualType]] = [("write", Content(" Write or paste it\n "))]
        rows += [(str(at), short_row(hit, now)) for at, hit in enumerate(offered)]
        text = Content("These minutes since the question was submitted are most like it.")
        chosen = await self.app.push_screen_wait(ChoiceDialog("Where the answer is from", text, rows))
        if chosen is None or chosen == "write":
            return "" if chosen else None
        return answer_words(offered[int(chosen)].passage)

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
        """Show its steps, answer, submissions and earlier words; `enter` brings words back."""
        detail = await self.fresh()
        if detail is None:
            return
        try:
            rows = history(detail, await self._stepping.versions(self._question_id))
        except ServiceError as error:
            say(self, str(error), "error")
            return
        choices = [(str(at), shown) for at, (_, shown) in enumerate(rows)]
        text = Content.assemble(steps_line(detail.steps), "\nenter brings these words back as the draft.")
        chosen = await self.app.push_screen_wait(ChoiceDialog("What became of it", text, choices))
        if chosen is not None and (words := rows[int(chosen)][0]):
            self.bring_back(words)


def _how_far() -> ChoiceDialog:
    choices: list[tuple[str, VisualType]] = [(name, Content(f" {words}")) for name, words in _ANSWERS.items()]
    choices.append(("acknowledged", Content(" No answer yet: the clerk has acknowledged it")))
    return ChoiceDialog("Answer", Content("How far does the answer go?"), choices)
