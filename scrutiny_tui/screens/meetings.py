"""Place 1: the meetings that are coming, what needs a look, and those that were held."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import say
from scrutiny_tui.meeting_keys import MEETINGS
from scrutiny_tui.messages import AskQuestion, OpenMeeting, ShowDeadlines, StartImport
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.models.overview import HELD, MeetingSummary, Overview
from scrutiny_tui.widgets.countdown import MARKS
from scrutiny_tui.widgets.deadline_text import explain
from scrutiny_tui.widgets.foot import Foot
from scrutiny_tui.widgets.meeting_glance import MeetingGlance
from scrutiny_tui.widgets.meeting_rows import Doubt, Older, meeting_rows
from scrutiny_tui.widgets.row_list import RowList
from scrutiny_tui.widgets.today_rows import MARKS as TODAY
from scrutiny_tui.widgets.today_rows import Errand, first_rows, soon, today_rows

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from scrutiny_tui.services.models.meeting import MeetingDetail
    from scrutiny_tui.services.models.promises import TrackedPromise
    from scrutiny_tui.services.today import ToRead
    from scrutiny_tui.widgets.times import Clock

EMPTY = """No packs yet.

Scrutiny takes in the report packs a council publishes, finds what was said earlier on every item, and \
helps you ask in time. Everything stays on this machine. Where would you like to begin?"""

NONE_YET = "There is no meeting yet: press i to import its pack."
NEED_A_MEETING = ("meetings.ask", "meetings.deadlines", "meetings.why")
"""Keys that do nothing in an empty library."""
_NOTHING_YET = 0.5
"""Seconds the first painting waits for the meetings."""

_GLANCE = 0.1
"""Seconds the cursor must stay on a meeting before its agenda is fetched."""


class MeetingsService(Protocol):
    """What this screen needs."""

    async def overview(self, held: int = HELD) -> Overview:
        """The meetings, sorted into sections; of those held, so many of the last."""

    async def meeting(self, meeting_id: int) -> MeetingDetail:
        """One meeting, for a glance."""


class TodayService(Protocol):
    """What this screen needs to know what matters."""

    async def to_read(self, meetings: Sequence[Meeting]) -> tuple[ToRead, ...]:
        """How far the reading for these meetings is."""

    async def promised(self, meeting: Meeting) -> tuple[TrackedPromise, ...]:
        """What was promised for a meeting and is not on its agenda."""


class MeetingsScreen(PlaceScreen):
    """The first screen: which meetings there are and what is due for them."""

    TITLE = "Meetings"
    CSS_PATH = "../styles/meetings.tcss"
    KEYS = MEETINGS
    MARKS = (*MARKS, *TODAY)
    BINDINGS: ClassVar[list[BindingType]] = bindings(MEETINGS)

    rows = getters.query_one("#meetings", RowList)

    def __init__(self, meetings: MeetingsService, today: TodayService, clock: Clock) -> None:
        """Remember what to ask."""
        super().__init__()
        self._meetings, self._today = meetings, today
        self._clock = clock
        self._overview: Overview | None = None
        self._held = HELD
        self._first: asyncio.Task[None] | None = None
        self._arrived = asyncio.Event()
        self._to_read: tuple[ToRead, ...] = ()
        self._promised: dict[int, tuple[TrackedPromise, ...]] = {}

    def body(self) -> ComposeResult:
        """Lay out the list, and the words for when it is empty."""
        yield Static(Content(EMPTY), id="no-meetings", classes="empty")
        with Horizontal(id="meetings-split"):
            yield RowList(id="meetings")
            yield MeetingGlance(id="glance")

    async def on_mount(self) -> None:
        """Begin with the meetings, and let the countdowns follow the clock."""
        self.query_one("#no-meetings").display = False
        # Nothing is painted before this returns, and an empty list costs as much as a full one. No more
        # meetings are asked for than the window has lines; the others follow once these are there.
        self._first = asyncio.create_task(self._ask(self.app.size.height))
        await asyncio.wait({self._first}, timeout=_NOTHING_YET)
        self.watch(self.app, "clock_text", self._show, init=False)

    def look_again(self) -> None:
        """Ask for the meetings again."""
        self._load()

    @work(exclusive=True, group="overview")
    async def _load(self) -> None:
        first, self._first = self._first, None
        if first is not None:
            await first
        if first is None or (self._overview is not None and self._overview.older):
            await self._ask(self._held)
        self._look_around()

    async def _ask(self, held: int) -> None:
        try:
            self._overview = await self._meetings.overview(held)
        except ServiceError as error:
            say(self, str(error), "error")
        self._show()
        self._arrived.set()

    @work(exclusive=True, group="today")
    async def _look_around(self) -> None:
        """What takes longer to know: it is put in as it comes, and the cursor stays where it is."""
        if self._overview is None:
            return
        near = [row.meeting for row in soon(self._overview, self._clock.now())]
        try:
            self._to_read = await self._today.to_read(near)
            self._show()
            for meeting in near:
                self._promised[meeting.id] = await self._today.promised(meeting)
        except ServiceError as error:
            say(self, str(error), "error")
        self._show()

    def _show(self) -> None:
        shown = self._overview
        if shown is None:
            return
        empty = not (shown.coming or shown.held or shown.undated)
        self.query_one("#no-meetings").display = empty
        self.query_one(Foot).leave_out(NEED_A_MEETING if empty else ())
        first = self.rows.model is None
        now = self._clock.now()
        looked = today_rows(shown, self._to_read, self._promised, now)
        self.rows.show(first_rows() if empty else chain(looked, meeting_rows(shown, now)))
        if first:
            self.rows.go_to_first(lambda model: isinstance(model, MeetingSummary))
        if self.focused is None:
            self.rows.focus()

    # --- keys ----------------------------------------------------------------------------------------

    def _meeting_here(self) -> Meeting | None:
        here = self.rows.model
        return here.meeting if isinstance(here, MeetingSummary | Doubt | Errand) else None

    @on(RowList.OptionHighlighted)
    @work(exclusive=True, group="glance")
    async def _glance(self) -> None:
        """In a wide window the agenda of the meeting under the cursor stands beside the list."""
        glance, meeting = self.query_one(MeetingGlance), self._meeting_here()
        if not glance.display or meeting is None:
            glance.show(None, self._clock.now())
            return
        await asyncio.sleep(_GLANCE)
        try:
            glance.show(await self._meetings.meeting(meeting.id), self._clock.now())
        except ServiceError as error:
            say(self, str(error), "error")

    @on(RowList.OptionSelected)
    def _selected(self) -> None:
        here = self.rows.model
        if isinstance(here, Errand):
            self.post_message(here.request)
        elif isinstance(self.rows.model, Older) and self._overview is not None:
            self._held += self._overview.older
            self._load()
        elif (meeting := self._meeting_here()) is not None:
            self.post_message(OpenMeeting(meeting.id))

    def _too_early(self, then: Callable[[], None]) -> bool:
        """Whether the meetings are still being read; a key pressed already is done once they are."""
        if self._arrived.is_set():
            return False
        self._once_here(then)
        return True

    @work(exclusive=True, group="too early")
    async def _once_here(self, then: Callable[[], None]) -> None:
        await self._arrived.wait()
        then()

    def action_open(self) -> None:
        """Open the meeting under the cursor."""
        if self._too_early(self.action_open):
            return
        if self.rows.model is None:
            say(self, NONE_YET)
        else:
            super().action_open()

    def action_import(self) -> None:
        """Import papers."""
        self.post_message(StartImport())

    def action_ask(self) -> None:
        """Begin a question for the meeting under the cursor."""
        if self._too_early(self.action_ask):
            return
        meeting = self._meeting_here()
        if meeting is not None:
            self.post_message(AskQuestion(meeting))
        else:
            say(self, NONE_YET)

    def action_deadlines(self) -> None:
        """Go to the deadlines of the committee under the cursor."""
        meeting = self._meeting_here()
        self.post_message(ShowDeadlines(meeting.committee if meeting else ""))

    def action_why(self) -> None:
        """Say why the deadline is what it is, and what is doubtful."""
        from scrutiny_tui.widgets.small_dialogs import TextDialog  # late: it brings the text editor along

        meeting, shown = self._meeting_here(), self._overview
        if meeting is None or shown is None:
            say(self, NONE_YET)
            return
        doubts = [warning for of, warning in shown.needs_look if of == meeting]
        rows = (*shown.coming, *shown.held, *shown.undated)
        deadline = next((row.deadline for row in rows if row.meeting == meeting), None)
        self.app.push_screen(TextDialog("Why this deadline", explain(deadline, self._clock.now(), doubts)))

    def action_reload(self) -> None:
        """Look again."""
        self._load()
        say(self, "The meetings are shown as the library has them now.")
