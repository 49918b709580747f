"""One question beside its evidence: written, made ready, submitted, answered, followed up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import join, line, one_line, say
from scrutiny_tui.question_keys import EVIDENCE, QUESTION
from scrutiny_tui.screens.question_aids import AidsScreen, AidsService
from scrutiny_tui.services.deadlines import leading
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.lint import count_words
from scrutiny_tui.services.models.overview import UNSENT
from scrutiny_tui.services.models.questions import AskedBefore, QuestionDetail
from scrutiny_tui.services.wording import scope
from scrutiny_tui.widgets.countdown import countdown_text
from scrutiny_tui.widgets.evidence_panel import EvidencePanel, PaperService, QuotationService
from scrutiny_tui.widgets.foot import Foot
from scrutiny_tui.widgets.line_field import LineField
from scrutiny_tui.widgets.question_editor import QuestionEditor
from scrutiny_tui.widgets.question_text import about, advice_lines, state_line, words_line
from scrutiny_tui.widgets.times import Clock, meeting_day, short_committee

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from scrutiny_tui.services.export import MemberIdentity
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.meeting import MeetingDetail

ADVICE_PAUSE = 0.8
"""Seconds after words were kept before advice and earlier questions are looked up again."""


ONLY_SENT, ONLY_UNSENT = ("question.answer",), ("question.submit", "question.ready", "question.template")
"""Keys that do something only once a question was submitted, or only until it is."""
NARROW_ADVICE = 2
"""Pieces of advice where the screen is small, of two lines each."""
UNDONE = 50
"""How many earlier versions undo goes back through."""


class QuestionService(AidsService, QuotationService, Protocol):
    """What this screen needs."""

    async def save(self, question_id: int, text: str) -> None:
        """Keep its words."""

    def save_now(self, question_id: int, text: str) -> None:
        """Keep its words and wait."""

    async def asked_before(self, question_id: int) -> AskedBefore:
        """What was asked or said of it before."""


class MeetingService(Protocol):
    """What this screen needs of the meetings: the deadlines of other items."""

    async def meeting(self, meeting_id: int) -> MeetingDetail:
        """One meeting."""


class QuestionScreen(AidsScreen):
    """The question, its evidence, and how it stands."""

    TITLE = "Question"
    CSS_PATH = "../styles/question.tcss"
    KEYS = (*QUESTION, *EVIDENCE)
    BINDINGS: ClassVar[list[BindingType]] = bindings(QUESTION)

    panel = getters.query_one(EvidencePanel)

    def __init__(
        self,
        questions: QuestionService,
        papers: PaperService,
        meetings: MeetingService,
        clock: Clock,
        exports: Path,
        member: Callable[[], MemberIdentity],
        question_id: int,
    ) -> None:
        """Remember what to ask, and for which question."""
        super().__init__(questions, clock, exports, member, question_id)
        self._questions, self._papers, self._meetings = questions, papers, meetings
        self.aiding = questions
        self._others: Deadline | None = None
        self._detail: QuestionDetail | None = None
        self._before = AskedBefore()
        self._advice_timer: Timer | None = None
        self._unsaved = ""

    def body(self) -> ComposeResult:
        """Lay out the head, the text, and the evidence beside or below it."""
        with Horizontal(id="question-head"):
            yield Static("", id="question-name")
            yield Static("", id="question-stands")
        yield Static("", id="question-state")
        with Container(id="question-split"):
            with Vertical(id="writing"):
                with Horizontal(id="to-line"):
                    yield Static("To  ", classes="muted")
                    yield LineField(
                        id="to",
                        compact=True,
                        select_on_focus=False,
                        placeholder="the officer or cabinet member asked",
                    )
                yield QuestionEditor(self._save, self._save_now)
                yield Static("", id="words")
                yield Static("", id="advice")
            yield EvidencePanel(self._questions, self._papers, self._question_id)

    def on_mount(self) -> None:
        """Read the question, and let the countdown follow the clock."""
        self.set_focus(self.editor)
        self.watch(self.app, "clock_text", self._show_head, init=False)

    def look_again(self) -> None:
        """Evidence or papers may have changed elsewhere; the words one writes stay as they are."""
        self._load()

    @work(exclusive=True, group="load")
    async def _load(self) -> None:
        try:
            detail = await self._questions.detail(self._question_id)
        except ServiceError as error:
            self.set_text("#question-name", line(f"{error} Press esc to go back.", "$error"))
            self.editor.read_only = True
            return
        first, self._detail = self._detail is None, detail
        if first:
            self.editor.begin(detail.question.text, await self._earlier_words())
            self.offer(detail)
            with self.prevent(Input.Changed):
                self.to.value = one_line(detail.question.addressed_to)
                self.wanted_address = self.kept_address = self.to.value
        if detail.deadline is None and detail.meeting is not None:
            await self._look_at_others(detail.meeting)
        self._show()
        await self._look_before()

    async def _earlier_words(self) -> list[str]:
        """What the question said before, for undoing over a restart."""
        try:
            return [version.text for version in (await self._questions.versions(self._question_id))[-UNDONE:]]
        except ServiceError:
            return []

    async def _look_at_others(self, meeting: Meeting) -> None:
        """Where no deadline covers this question, say which others have one."""
        try:
            self._others = leading((await self._meetings.meeting(meeting.id)).deadlines)
        except ServiceError:
            self._others = None

    async def _look_before(self) -> None:
        try:
            self._before = await self._questions.asked_before(self._question_id)
        except ServiceError:
            self._before = AskedBefore()
        self._show_advice()
        self._show_evidence()

    # --- what is shown --------------------------------------------------------------------------

    def _show(self) -> None:
        detail = self._detail
        if detail is None:
            return
        unsent = detail.question.state in UNSENT
        self.editor.read_only = not unsent
        self.query_one(Foot).leave_out(ONLY_SENT if unsent else ONLY_UNSENT)
        self._show_head()
        self._show_words()
        self._show_advice()
        self._show_evidence()

    def _show_head(self) -> None:
        detail = self._detail
        if detail is None:
            return
        now, ref = self._clock.now(), detail.question.meeting
        day = meeting_day(detail.meeting, now) if detail.meeting else f"{ref.date or 'no date'}"
        arising = "supplementary" if detail.question.parent_id is not None else ""
        where = (Content(" ".join(day.split())), line(short_committee(ref.committee)), about(detail))
        parts = (*where[:2], Content.styled(arising, "bold $accent"), where[2])
        self.set_text("#question-name", join(parts))
        others = self._others
        stands = [countdown_text(detail.deadline, now)]
        if others is not None:
            stands.append(Content.assemble(f"{scope(others)} ", countdown_text(others, now)))
        self.set_text("#question-stands", join(stands))
        kept = Content.styled(f"! not kept: {self._unsaved}", "bold $error") if self._unsaved else Content("")
        self.set_text("#question-state", join((state_line(detail), kept)))

    @property
    def other_deadline(self) -> Deadline | None:
        """The one other questions of the meeting have, where none covers this."""
        return self._others

    def _show_words(self) -> None:
        limit = self._detail.limit if self._detail else None
        state = self._detail.question.state if self._detail else ""
        reading = f"  {state}: ctrl+r makes it a draft again" if self.editor.read_only else ""
        words = words_line(count_words(self.editor.text), limit)
        self.set_text("#words", Content.assemble(words, (reading, "$text-muted")))

    def _show_advice(self) -> None:
        detail = self._detail
        unsent = detail is not None and detail.question.state in UNSENT
        room = NARROW_ADVICE if self.has_class("-narrow") else 0
        advice = (*self._before.advice, *detail.advice) if detail and unsent else ()
        said = advice_lines(advice, room)
        self.set_text("#advice", said)
        self.query_one("#advice").display = bool(said)

    def _show_evidence(self) -> None:
        if self._detail is not None:
            self.panel.show_evidence(self._detail, self._before, self._clock.now())

    # --- keeping --------------------------------------------------------------------------------

    async def _save(self, text: str) -> None:
        await self._questions.save(self._question_id, text)

    def _save_now(self, text: str) -> None:
        self._questions.save_now(self._question_id, text)

    @on(QuestionEditor.Changed)
    def _typed(self) -> None:
        self._show_words()

    @on(QuestionEditor.Kept)
    def _kept(self) -> None:
        self._unsaved = ""
        if self._advice_timer is not None:
            self._advice_timer.stop()
        self._advice_timer = self.set_timer(ADVICE_PAUSE, self._load)

    @on(QuestionEditor.NotKept)
    def _not_kept(self, event: QuestionEditor.NotKept) -> None:
        self._unsaved = event.why
        self._show_head()
        say(self, f"Your last words could not be kept: {event.why}", "error")

    def flush(self) -> None:
        """Keep the words at once, and whom they are for when the screen closes."""
        self.wanted_address = self.to.value
        self.editor.flush()

    async def action_back(self) -> None:
        """Keep what is not kept yet, and go back."""
        self.flush()
        await self.run_action("app.back")

    async def on_unmount(self) -> None:
        """Nothing is lost by leaving."""
        await self.keep_address()

    # --- steps and evidence ---------------------------------------------------------------------

    async def fresh(self) -> QuestionDetail | None:
        """The question as it is on the desk, with what was typed just now."""
        try:
            self.flush()
            self._detail = await self._questions.detail(self._question_id)
        except ServiceError as error:
            say(self, str(error), "error")
            return None
        self._show()
        return self._detail

    def action_evidence(self) -> None:
        """Go between the text and its evidence."""
        self.set_focus(self.editor if self.panel.has_focus else self.panel)

    def action_unquote(self) -> None:
        """Take the quotation under the cursor away."""
        self.panel.unquote()

    def action_requote(self) -> None:
        """Bring back the quotation taken away last."""
        self.panel.requote()

    @on(EvidencePanel.Changed)
    async def _evidence_changed(self) -> None:
        await self.fresh()
