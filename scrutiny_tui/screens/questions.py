"""Place 3: all the member's questions, by meeting, with their state and what time is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import line, say
from scrutiny_tui.messages import AskQuestion, OpenQuestion
from scrutiny_tui.question_keys import QUESTIONS
from scrutiny_tui.screens.sending import SendingScreen, SubmitService
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.widgets.countdown import countdown_text
from scrutiny_tui.widgets.meeting_choice import choose_meeting
from scrutiny_tui.widgets.question_text import MARKS, list_row
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog
from scrutiny_tui.widgets.times import Clock, day_text, short_committee

if TYPE_CHECKING:
    from db.models.questions import MeetingRef, Question, QuestionState
    from scrutiny_tui.services.export import MemberIdentity
    from scrutiny_tui.services.models.overview import Overview
    from scrutiny_tui.services.models.questions import QuestionDetail

EMPTY = """No questions yet.

Press a here to begin one for a coming meeting, or a on an agenda item, on a passage in a report, or on \
anything Search finds: the words in hand are then quoted as evidence."""

ROOMY = 100


class QuestionsService(SubmitService, Protocol):
    """What this screen needs."""

    async def all(self) -> tuple[QuestionDetail, ...]:
        """Every question."""

    async def delete(self, question_id: int) -> None:
        """Put one away."""

    async def restore(self, question_id: int) -> None:
        """Bring one back."""

    async def supplementary(self, question_id: int) -> Question:
        """Begin one arising from an answer."""


class OverviewService(Protocol):
    """What asking needs, to know which meetings are coming."""

    async def overview(self) -> Overview:
        """All meetings."""


class QuestionsScreen(SendingScreen):
    """The list of questions."""

    TITLE = "Questions"
    CSS_PATH = "../styles/questions.tcss"
    KEYS = QUESTIONS
    BINDINGS: ClassVar[list[BindingType]] = bindings(QUESTIONS)

    rows = getters.query_one("#questions", RowList)

    def __init__(
        self,
        questions: QuestionsService,
        meetings: OverviewService,
        clock: Clock,
        exports: Path,
        member: Callable[[], MemberIdentity],
    ) -> None:
        """Remember what to ask."""
        super().__init__(questions, clock, exports, member)
        self._questions, self._meetings = questions, meetings
        self._details: tuple[QuestionDetail, ...] = ()
        self._state: QuestionState | None = None
        self._deleted: list[int] = []

    def body(self) -> ComposeResult:
        """Lay out the list, and the words for when it is empty."""
        yield Static("", id="only")
        yield RowList(id="questions")
        yield Static("", id="no-questions", classes="empty")

    def on_mount(self) -> None:
        """Let the countdowns follow the clock."""
        self.query("#no-questions, #only").set(display=False)
        self.watch(self.app, "clock_text", self._show, init=False)

    def look_again(self) -> None:
        """Ask for the questions again."""
        self._load()

    @work(exclusive=True, group="questions")
    async def _load(self) -> None:
        try:
            self._details = await self._questions.all()
        except ServiceError as error:
            say(self, str(error), "error")
        self._show()

    def _shown(self) -> list[QuestionDetail]:
        return [one for one in self._details if self._state in (None, one.question.state)]

    def _show(self) -> None:
        shown = self._shown()
        self.query_one("#no-questions").display = not shown
        self.rows.display = bool(shown)
        words = f"Nothing is {self._state} now. Press s to show other states." if self._details else EMPTY
        self.set_text("#no-questions", Content(words))
        only = self.query_one("#only")
        only.display = self._state is not None
        self.set_text("#only", Content(f"only {self._state or ''} · s shows others"))
        self.rows.show(self._rows(shown))
        if shown and self.focused is None:
            self.rows.focus()

    def _rows(self, shown: Sequence[QuestionDetail]) -> Iterator[ModelRow]:
        for ref, members in _by_meeting(shown, self._clock.now().date()).items():
            yield ModelRow(self._heading(ref, members))
            for detail in sorted(members, key=_place_on_agenda):
                yield ModelRow(list_row(detail), detail.question.id)

    def _heading(self, ref: MeetingRef, members: Sequence[QuestionDetail]) -> Row:
        now = self._clock.now()
        day = day_text(ref.date, now) if ref.date else "no date"
        deadline = next((one.deadline for one in members if one.deadline), None)
        stands = countdown_text(deadline, now)
        return Row(
            (
                Column(Content.styled(f" {day}", "bold $primary"), 17),
                Column(line(short_committee(ref.committee), "$primary")),
                Column(stands, 38, right=True, from_width=ROOMY),
            ),
            after=stands,
            indent=19,
            after_below=ROOMY,
        )

    def _here(self) -> QuestionDetail | None:
        return next((one for one in self._details if one.question.id == self.rows.model), None)

    # --- keys -----------------------------------------------------------------------------------

    @on(RowList.OptionSelected)
    def _selected(self) -> None:
        here = self._here()
        if here is not None:
            self.post_message(OpenQuestion(here.question.id))

    @work(exclusive=True, group="export")
    async def action_export(self) -> None:
        """Write the questions shown to a file."""
        await self.export(self._shown(), "questions.md")

    @work(exclusive=True, group="delete")
    async def action_delete(self) -> None:
        """Put the question under the cursor away."""
        here = self._here()
        if here is None:
            return
        try:
            await self._questions.delete(here.question.id)
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self._deleted.append(here.question.id)
        say(self, "Put away. Press u to bring it back.")
        self._load()

    @work(exclusive=True, group="delete")
    async def action_undo(self) -> None:
        """Bring back the question put away last."""
        if not self._deleted:
            say(self, "Nothing was put away since the app was opened.")
            return
        try:
            await self._questions.restore(self._deleted[-1])
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self._deleted.pop()
        self._load()

    @work(exclusive=True, group="state")
    async def action_state(self) -> None:
        """Choose which state to show."""
        counts = {name: sum(one.question.state == name for one in self._details) for name in MARKS}
        choices = [("", Content(f" all ({len(self._details)})"))]
        choices += [(name, Content(f" {mark} {name} ({counts[name]})")) for name, mark in MARKS.items()]
        chosen = await self.app.push_screen_wait(ChoiceDialog("State", Content("Only show"), choices))
        if chosen is not None:
            self._state = next((name for name in _STATES if name == chosen), None)
            self._show()

    @work(exclusive=True, group="ask")
    async def action_supplementary(self) -> None:
        """Begin a question arising from the answer to the one under the cursor."""
        here = self._here()
        if here is not None:
            try:
                begun = await self._questions.supplementary(here.question.id)
            except ServiceError as error:
                say(self, str(error), "error")
                return
            self.post_message(OpenQuestion(begun.id))

    @work(exclusive=True, group="ask")
    async def action_ask(self) -> None:
        """Begin a question for a coming meeting."""
        try:
            overview = await self._meetings.overview()
        except ServiceError as error:
            say(self, str(error), "error")
            return
        meeting = await choose_meeting(self.app, overview, "", self._clock.now())
        if meeting is not None:
            self.post_message(AskQuestion(meeting))
        elif not (overview.coming or overview.held or overview.undated):
            say(self, "There is no meeting to ask at yet: import a pack first (1, then i).", "warning")


_STATES: tuple[QuestionState, ...] = tuple(MARKS)


def _place_on_agenda(detail: QuestionDetail) -> tuple[int, str]:
    """Where its item stands on the agenda; a question on none comes last."""
    number = detail.question.item_number
    figures = "".join(takewhile(str.isdigit, number))
    return (int(figures) if figures else _LAST, number)


_LAST = 10_000


def _by_meeting(details: Sequence[QuestionDetail], today: date) -> dict[MeetingRef, list[QuestionDetail]]:
    """Questions by meeting: those to come, the soonest first, then those held, the latest first."""
    groups: dict[MeetingRef, list[QuestionDetail]] = {}
    for detail in details:
        groups.setdefault(detail.question.meeting, []).append(detail)
    latest_first = sorted(groups, key=lambda ref: ref.date or date.max, reverse=True)
    coming = [ref for ref in reversed(latest_first) if (ref.date or date.max) >= today]
    held = [ref for ref in latest_first if (ref.date or date.max) < today]
    return {ref: groups[ref] for ref in (*coming, *held)}
