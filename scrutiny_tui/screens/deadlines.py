"""Place 4, the clerk's board: every question deadline, where it comes from, and whether it is right."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from db.models.papers import Meeting
from scrutiny_tui.keys import DEADLINES, bindings
from scrutiny_tui.literal import line, literal, say
from scrutiny_tui.messages import Ask, OpenMeeting, OpenReader, OpenRegister, ShowDeadlines
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.board_filter import BoardFilter
from scrutiny_tui.services.deadlines import tidy_scope
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.files import read_if_there, write_whole
from scrutiny_tui.services.models.deadlines import Deadline
from scrutiny_tui.widgets.board import MARKS, Board, board_head, deadline_row, row_without
from scrutiny_tui.widgets.deadline_forms import (
    calendar_form,
    override_form,
    rule_form,
    scope_text,
)
from scrutiny_tui.widgets.deadline_text import before_now, explain
from scrutiny_tui.widgets.moments import moment_text, read_moment
from scrutiny_tui.widgets.path_field import expanded
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from scrutiny_tui.widgets.times import Clock, meeting_day
from scrutiny_tui.widgets.week_strip import WeekStrip

if TYPE_CHECKING:
    from scrutiny_tui.screens.deadlines_services import DeadlinesService, MeetingsService

Calendar = Callable[[Sequence[Deadline], datetime, bytes | None, Sequence[Deadline]], bytes]

NO_ROW = "There is no meeting here: import its pack first (1, then i)."
_NONE = "\n\nPress s to set one by hand, with a reason, or r to keep the committee's standing rule."

EMPTY = """No deadline for questions is coming.

Press h for those that are past, or import the next meeting's pack: go to 1 Meetings and press i."""
NARROWED = "No deadline that is coming is of this kind. Press c to see all."


class DeadlinesScreen(PlaceScreen):
    """The board at the left, all there is to say of one deadline at the right."""

    TITLE = "Deadlines"
    CSS_PATH = "../styles/deadlines.tcss"
    KEYS = DEADLINES
    MARKS = MARKS
    BINDINGS: ClassVar[list[BindingType]] = bindings(DEADLINES)

    rows = getters.query_one("#board", RowList)

    def __init__(
        self,
        deadlines: DeadlinesService,
        meetings: MeetingsService,
        calendar: Calendar,
        clock: Clock,
        exports: Path,
    ) -> None:
        """Remember what to ask, how a calendar is made, and where files go."""
        super().__init__()
        self._deadlines, self._meetings, self._make_calendar = deadlines, meetings, calendar
        self._clock, self._exports = clock, exports
        self._past = False
        self._filter = BoardFilter()
        self._explained: tuple[Meeting, str] | None = None
        self._board: tuple[Deadline, ...] | None = None
        self._without: tuple[Meeting, ...] = ()

    def body(self) -> ComposeResult:
        """Lay out head, board and account."""
        yield Static("", id="board-head")
        yield WeekStrip(id="week")
        with Horizontal(id="board-split"):
            yield Board(id="board")
            with VerticalScroll(id="account", can_focus=False):
                yield Static("", id="account-text")
        yield Static("", id="board-empty", classes="empty")

    def on_mount(self) -> None:
        """Let the countdowns follow the clock."""
        self.query_one("#board-empty").display = False
        self.watch(self.app, "clock_text", self._show, init=False)

    def arrive(self, request: Ask) -> None:
        """Show one committee's deadlines, or all."""
        if isinstance(request, ShowDeadlines):
            self._filter = BoardFilter(request.committee)
            self._load()

    def look_again(self) -> None:
        """Ask for the board again."""
        self._load()

    @work(exclusive=True, group="board")
    async def _load(self) -> None:
        try:
            self._board = await self._deadlines.board(self._past)
            coming = (await self._meetings.overview()).coming
            self._without = tuple(row.meeting for row in coming if row.deadline is None)
        except ServiceError as error:
            say(self, str(error), "error")
        self._show()

    def _shown(self) -> list[Deadline]:
        now = self._clock.now()
        return [one for one in self._board or () if self._filter.keeps(one, now)]

    def _show(self) -> None:
        if self._board is None:
            return
        shown, who, narrowed = self._shown(), self._filter.committee, self._filter
        other = narrowed.kind or narrowed.state not in ("", "no day known")
        without = [one for one in ([] if other else self._without) if not who or one.committee == who]
        now = self._clock.now()
        rows = [ModelRow(deadline_row(one, now), one) for one in shown]
        rows += [ModelRow(row_without(one, now), one) for one in without]
        self.query_one("#board-empty").display = not rows
        self.set_text("#board-empty", Content(NARROWED if narrowed.is_on else EMPTY))
        self.query_one("#board-split").display = bool(rows)
        self.rows.show(rows)
        self.query_one(WeekStrip).show(shown, now)
        self.set_text("#board-head", board_head(shown, len(without), narrowed, self._past, now))
        if rows and self.focused is None:
            self.rows.focus()

    @on(WeekStrip.Chosen)
    def _day_chosen(self, chosen: WeekStrip.Chosen) -> None:
        self.rows.go_to_first(
            lambda one: isinstance(one, Deadline) and one.due is not None and one.due.date() >= chosen.day
        )
        self.rows.focus()

    @on(OptionList.OptionHighlighted, "#board")
    def _turned(self) -> None:
        deadline = self._here()
        if deadline is not None:
            if (deadline.meeting, deadline.text) != self._explained:
                self.query_one("#account").scroll_home(animate=False)
            self._explained = (deadline.meeting, deadline.text)
            self._explain(deadline.meeting, deadline)
        elif (meeting := self._meeting_here()) is not None:
            self._explained = None
            self._explain(meeting, None)

    @work(exclusive=True, group="account")
    async def _explain(self, meeting: Meeting, deadline: Deadline | None) -> None:
        now = self._clock.now()
        when = f"Meeting {meeting_day(meeting, now)}"
        head = Content.assemble(line(meeting.committee, "bold"), "\n", (when, "$text-muted"), "\n\n")
        text = Content.assemble(head, explain(deadline, now), "" if deadline else _NONE)
        self.set_text("#account-text", text)
        try:
            history = before_now(await self._deadlines.history(meeting))
            pace = await self._meetings.pace(meeting.id)
        except ServiceError as error:
            history, pace = literal(str(error), "$error"), ""
        left = Content.assemble("\n\n", ("Left to read", "bold"), "\n", line(pace)) if pace else Content("")
        self.set_text("#account-text", Content.assemble(text, left, "\n" if history else "", history))

    def _here(self) -> Deadline | None:
        here = self.rows.model
        return here if isinstance(here, Deadline) else None

    def _meeting_here(self) -> Meeting | None:
        here = self.rows.model
        return here.meeting if isinstance(here, Deadline) else here if isinstance(here, Meeting) else None

    # --- keys ----------------------------------------------------------------------------------------

    @on(RowList.OptionSelected)
    def _selected(self) -> None:
        deadline = self._here()
        if deadline is None or deadline.document_id is None:
            say(self, "No paper prints this deadline; m opens the meeting.")
        else:
            self.post_message(OpenReader(deadline.document_id, deadline.page, find=deadline.text))

    def action_meeting(self) -> None:
        """Open the meeting."""
        meeting = self._meeting_here()
        if meeting is not None:
            self.post_message(OpenMeeting(meeting.id))
        else:
            say(self, NO_ROW)

    def action_register(self) -> None:
        """Open the register of questions received."""
        self.post_message(OpenRegister())

    def action_past(self) -> None:
        """Show or hide what is past."""
        self._past = not self._past
        self._load()

    def action_all_committees(self) -> None:
        """Show every committee again, and everything of it."""
        self._filter = BoardFilter()
        self._show()

    def action_next_committee(self) -> None:
        """Show only the next committee's deadlines."""
        self._narrow("committee")

    def action_next_state(self) -> None:
        """Show only what closes this week, is doubtful, set by hand or without a day."""
        self._narrow("state")

    def action_next_kind(self) -> None:
        """Show only the next kind of questions."""
        self._narrow("kind")

    def _narrow(self, what: str) -> None:
        self._filter = self._filter.turned(what, self._board or ())
        self._show()

    @work(group="change")
    async def action_override(self) -> None:
        """Set the deadline by hand."""
        meeting = self._meeting_here()
        if meeting is None:
            say(self, NO_ROW)
            return
        answer = await self.app.push_screen_wait(override_form(meeting, self._here()))
        if answer is not None:
            due = read_moment(answer[0], meeting.date)
            await self._do(
                self._deadlines.override(meeting, tidy_scope(answer[1]), due, answer[2]),
                f"The deadline is set to {moment_text(due)}.",
            )

    @work(group="change")
    async def action_withdraw(self) -> None:
        """Take back what was set by hand."""
        deadline = self._here()
        if deadline is None or deadline.origin != "set by hand":
            say(self, "This deadline was not set by hand.")
        else:
            done = "What the papers print holds again."
            await self._do(self._deadlines.withdraw(deadline.meeting, scope_text(deadline)), done)

    @work(group="change")
    async def action_rule(self) -> None:
        """Keep a rule for the committee."""
        meeting = self._meeting_here()
        if meeting is None:
            say(self, NO_ROW)
            return
        committee = meeting.committee
        try:
            kept = await self._deadlines.rule(committee)
        except ServiceError as error:
            say(self, str(error), "error")
            return
        answer = await self.app.push_screen_wait(rule_form(committee, kept))
        if answer is not None:
            await self._do(self._deadlines.set_rule(committee, *answer), "The rule is kept.")

    @work(group="change")
    async def action_calendar(self) -> None:
        """Write the deadlines shown as a calendar file."""
        shown = [one for one in self._shown() if one.due is not None]
        if not shown:
            say(self, "None of the deadlines shown has a day to put in a calendar.", "warning")
            return
        form = calendar_form(len(shown), self._exports / "deadlines.ics")
        answer = await self.app.push_screen_wait(form)
        if answer is not None:
            target = expanded(answer[0])
            before = await asyncio.to_thread(read_if_there, target)
            content = self._make_calendar(shown, self._clock.now(), before, self._board or ())
            done = f"Written: {target.name}\nin {target.parent}"
            await self._do(asyncio.to_thread(write_whole, target, content), done)

    async def _do(self, work: Awaitable[None], done: str) -> None:
        try:
            await work
        except ServiceError as error:
            say(self, str(error), "error")
            return
        say(self, done)
        self._load()
