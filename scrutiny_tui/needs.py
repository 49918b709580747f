"""What all screens together need of the services, as types only; `wiring.Services` and the fakes must fit.

Nothing imports this while the app runs; it brings every screen along.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from scrutiny_tui.screens.meeting_services import (
    AttachingService,
    EarlierService,
    MeetingService,
    NoteService,
)
from scrutiny_tui.screens.meetings import MeetingsService, TodayService
from scrutiny_tui.screens.notes import NotesListService
from scrutiny_tui.screens.question import QuestionService
from scrutiny_tui.screens.questions import QuestionsService
from scrutiny_tui.screens.reader_services import QuotingService, ReadingService
from scrutiny_tui.screens.search import NotesService, SearchService
from scrutiny_tui.screens.settings import SettingsService
from scrutiny_tui.widgets.evidence_panel import PaperService
from scrutiny_tui.widgets.times import Clock

if TYPE_CHECKING:
    from db.models.papers import AgendaItem, Meeting
    from db.models.passages import Passage
    from db.models.questions import Question
    from scrutiny_tui.screens.actions_services import ActionsService
    from scrutiny_tui.screens.briefing import BriefService
    from scrutiny_tui.screens.correcting import CorrectionService
    from scrutiny_tui.screens.deadlines_services import DeadlinesService
    from scrutiny_tui.screens.import_run import ImportService
    from scrutiny_tui.screens.picture import PictureService
    from scrutiny_tui.screens.register import RegisterService
    from scrutiny_tui.screens.topics import TopicsService


class AppClock(Clock, Protocol):
    """The clock, which knows whether it was set."""

    @property
    def is_set(self) -> bool:
        """Whether it shows another time than the machine's."""


class AppHome(Protocol):
    """Where files go."""

    @property
    def exports(self) -> Path:
        """The folder offered for exports."""

    @property
    def settings(self) -> Path:
        """The settings file."""


class AllMeetings(MeetingsService, MeetingService, Protocol):
    """Meetings, for every screen."""

    async def every(self) -> tuple[Meeting, ...]:
        """Every meeting there is, for the palette."""


class AllSearch(SearchService, EarlierService, Protocol):
    """Search, for every screen."""


class AllReading(ReadingService, NoteService, NotesListService, NotesService, PaperService, Protocol):
    """Reading, for every screen."""


class AllQuestions(QuestionService, QuestionsService, QuotingService, Protocol):
    """Questions, for every screen and for the App, which begins them."""

    async def begin(
        self,
        meeting: Meeting,
        item: AgendaItem | None,
        evidence: Passage | None = None,
        quote: str = "",
        text: str = "",
    ) -> Question:
        """Begin a question."""


class Learning(Protocol):
    """What is learned beside the app: what passages mean, or what became of promises."""

    listeners: list[Callable[[], None]]

    @property
    def line(self) -> str:
        """How far it is, in a few words; "" when nothing runs."""

    def start(self) -> None:
        """Begin, if there is anything to learn."""

    async def finish(self) -> None:
        """Stop and wait until its process is gone."""


class Services(SettingsService, Protocol):
    """What the App is given."""

    @property
    def semantic(self) -> Learning:
        """Search by meaning."""

    @property
    def follower(self) -> Learning:
        """Promises and topics of a large library, worked out and kept."""

    @property
    def clock(self) -> AppClock:
        """The app's clock."""

    @property
    def home(self) -> AppHome:
        """Where the app keeps its files."""

    @property
    def importer(self) -> ImportService:
        """Takes papers in."""

    @property
    def attaching(self) -> AttachingService:
        """Puts papers to items."""

    @property
    def meetings(self) -> AllMeetings:
        """Meetings and their agendas."""

    @property
    def today(self) -> TodayService:
        """What matters before the coming meetings."""

    @property
    def reading(self) -> AllReading:
        """Documents, notes and marks."""

    @property
    def search(self) -> AllSearch:
        """Passages."""

    @property
    def deadlines(self) -> DeadlinesService:
        """Question deadlines."""

    @property
    def questions(self) -> AllQuestions:
        """The member's questions."""

    @property
    def topics(self) -> TopicsService:
        """Threads across meetings."""

    @property
    def actions(self) -> ActionsService:
        """What was promised, and what became of it."""

    @property
    def briefing(self) -> BriefService:
        """Briefs for a meeting."""

    @property
    def register(self) -> RegisterService:
        """The clerk's register of questions received."""

    @property
    def corrections(self) -> CorrectionService:
        """What was read of a paper, and putting it right."""

    @property
    def pictures(self) -> PictureService:
        """Pages as they look."""
