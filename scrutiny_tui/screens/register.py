"""The clerk's register: questions received, in time or late, accepted or returned, and their schedule."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from db.models.questions import MeetingRef
from scrutiny_tui.following_keys import REGISTER
from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import join, line, say, say_written
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.register import GROUNDS, Entry, MeetingNotTold, Taken
from scrutiny_tui.widgets.form_dialog import Field, FormDialog, file_field
from scrutiny_tui.widgets.path_dialog import PathDialog
from scrutiny_tui.widgets.path_field import expanded
from scrutiny_tui.widgets.register_text import MARKS, account, entry_row
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog, NoteDialog
from scrutiny_tui.widgets.times import Clock, count, meeting_day, short_committee

if TYPE_CHECKING:
    from db.models.papers import Meeting

T = TypeVar("T")
_TAKEN = (".eml", ".md", ".docx", ".csv", ".txt")
WriteSchedule = Callable[..., int]

EMPTY = """No question has been received yet.

Press i to take in a file a member sent (.eml, .docx, .md, .csv or .txt), or p to paste a question. \
Each is stamped with the time it is entered and held against the deadline of its item."""


class RegisterService(Protocol):
    """What this screen needs."""

    async def entries(self, meeting: MeetingRef | None = None) -> tuple[Entry, ...]:
        """The register in order of receipt."""

    async def take_file(self, path: Path, meeting: Meeting | None = None) -> tuple[Taken, ...]:
        """Enter the questions in a file."""

    async def take_text(self, text: str, meeting: Meeting | None = None) -> tuple[Taken, ...]:
        """Enter the questions in pasted text."""

    async def accept(self, received_id: int) -> Entry:
        """Accept a question."""

    async def give_back(self, received_id: int, ground: str) -> Entry:
        """Return a question."""

    async def reopen(self, received_id: int) -> Entry:
        """Take a decision back."""

    async def note(self, received_id: int, text: str) -> None:
        """Keep a private note."""

    async def meetings(self) -> tuple[Meeting, ...]:
        """The meetings a question may be for."""


class Received(RowList):
    """The questions received."""

    BESIDE = True


class RegisterScreen(PlaceScreen):
    """The register at the left, the question under the cursor at the right."""

    TITLE = "Register"
    CSS_PATH = "../styles/register.tcss"
    KEYS = REGISTER
    MARKS = MARKS
    BINDINGS: ClassVar[list[BindingType]] = bindings(REGISTER)

    rows = getters.query_one("#received", Received)

    def __init__(self, register: RegisterService, write: WriteSchedule, clock: Clock, exports: Path) -> None:
        """Remember what to ask, how a schedule is written, and where files go."""
        super().__init__()
        self._register, self._write, self._clock, self._exports = register, write, clock, exports
        self._entries: tuple[Entry, ...] | None = None
        self._meeting: Meeting | None = None

    def body(self) -> ComposeResult:
        """Lay out head, list and account."""
        yield Static("", id="register-head")
        with Horizontal(id="register-split"):
            yield Received(id="received")
            with VerticalScroll(id="received-account", can_focus=False):
                yield Static("", id="received-text")
        yield Static(Content(EMPTY), id="register-empty", classes="empty")

    def on_mount(self) -> None:
        """Nothing is known yet."""
        self.query_one("#register-empty").display = False

    def look_again(self) -> None:
        """Ask for the register again."""
        self._load()

    @work(exclusive=True, group="register")
    async def _load(self) -> None:
        of = MeetingRef(self._meeting.committee, self._meeting.date) if self._meeting else None
        try:
            self._entries = await self._register.entries(of)
        except ServiceError as error:
            say(self, str(error), "error")
        self._show()

    def _show(self) -> None:
        entries = self._entries
        if entries is None:
            return
        self.query_one("#register-empty").display = not entries
        self.query_one("#register-split").display = bool(entries)
        self.rows.show([ModelRow(entry_row(entry), entry.question.id) for entry in entries])
        late = sum(entry.late for entry in entries)
        undecided = sum(entry.question.state == "received" for entry in entries)
        of = (
            line(_meeting_name(self._meeting, self._clock), "bold")
            if self._meeting
            else Content("all meetings")
        )
        parts = [of, Content(count(len(entries), "question")), Content(f"{undecided} to decide")]
        self.set_text("#register-head", join([*parts, Content(f"{late} late") if late else Content("")]))
        if entries and self.focused is None:
            self.rows.focus()
        self._turned()

    @on(OptionList.OptionHighlighted, "#received")
    def _turned(self) -> None:
        entry = self._here()
        self.set_text("#received-text", account(entry) if entry else Content(""))

    def _here(self) -> Entry | None:
        return next((one for one in self._entries or () if one.question.id == self.rows.model), None)

    # --- keys -----------------------------------------------------------------------------------

    @work(exclusive=True, group="change")
    async def action_take(self) -> None:
        """Enter the questions in a file."""
        words = Content(f"A mail, an export of this app, or text: {', '.join(_TAKEN)}")
        path = await self.app.push_screen_wait(PathDialog("Take in", words, _TAKEN))
        if path is not None:
            await self._enter(lambda of: self._register.take_file(path, of))

    @work(exclusive=True, group="change")
    async def action_paste(self) -> None:
        """Enter a question from pasted text."""
        text = await self.app.push_screen_wait(
            NoteDialog("Paste a question", "It is stamped when you close this.")
        )
        if text:
            await self._enter(lambda of: self._register.take_text(text, of))

    async def _enter(self, take: Callable[[Meeting | None], Awaitable[tuple[Taken, ...]]]) -> None:
        """Enter questions; where they do not say for which meeting, ask."""
        try:
            taken = await take(self._meeting)
        except MeetingNotTold as error:
            meeting = await self._choose_meeting(str(error))
            if meeting is None:
                say(self, str(error), "error")
                return
            taken = await self._do(take(meeting)) or ()
        except ServiceError as error:
            say(self, str(error), "error")
            return
        for one in taken:
            known = "" if one.new else "was in the register already, "
            say(self, f"Question {one.entry.question.id}: {known}{one.entry.standing}.")
        self._load()

    @on(RowList.OptionSelected, "#received")
    @work(exclusive=True, group="change")
    async def _accept(self) -> None:
        if entry := self._here():
            await self._do(self._register.accept(entry.question.id))
            self._load()

    @work(exclusive=True, group="change")
    async def action_give_back(self) -> None:
        """Return the question with a ground."""
        entry = self._here()
        if entry is None:
            return
        likely = ["late"] if entry.late else []
        likely += ["asked before"] if entry.alike else []
        names = [*likely, *(name for name in GROUNDS if name not in likely)]
        choices = [(name, Content(f" {GROUNDS[name]}")) for name in names]
        text = Content("Why does it come back?")
        ground = await self.app.push_screen_wait(ChoiceDialog("Return", text, choices))
        if ground:
            await self._do(self._register.give_back(entry.question.id, ground))
            self._load()

    @work(exclusive=True, group="change")
    async def action_reopen(self) -> None:
        """Take the decision back."""
        if entry := self._here():
            await self._do(self._register.reopen(entry.question.id))
            self._load()

    @work(exclusive=True, group="change")
    async def action_note(self) -> None:
        """Write a private note on the question."""
        if entry := self._here():
            one = entry.question
            note = await self.app.push_screen_wait(NoteDialog("Your note", one.text[:200], one.note))
            await self._do(self._register.note(one.id, note))
            self._load()

    @work(exclusive=True, group="change")
    async def action_schedule(self) -> None:
        """Write the schedule of questions."""
        if not self._entries:
            say(self, "There is no question for a schedule yet.")
            return
        fields = (
            file_field(self._exports / "schedule of questions.docx", (".docx", ".md", ".csv")),
            Field("Order (receipt, or item)", "receipt", _order),
        )
        words = Content("Questions returned are left out, and so are your notes.")
        answer = await self.app.push_screen_wait(FormDialog("Schedule of questions", words, fields))
        if answer is not None:
            target, by_item = expanded(answer[0]), answer[1] == "item"
            write = asyncio.to_thread(self._write, self._entries, target, by_item=by_item)
            if number := await self._do(write):
                say_written(self, target, f"{count(number, 'question')} written")

    @work(exclusive=True, group="change")
    async def action_meeting(self) -> None:
        """Show one meeting's questions only, or all."""
        if self._meeting is not None:
            self._meeting = None
        else:
            self._meeting = await self._choose_meeting("Only show the questions for")
        self._load()

    async def _choose_meeting(self, words: str) -> Meeting | None:
        meetings = await self._do(self._register.meetings()) or ()
        choices = [(str(one.id), line(f" {_meeting_name(one, self._clock)}")) for one in meetings]
        chosen = (
            await self.app.push_screen_wait(ChoiceDialog("Meeting", line(words), choices))
            if choices
            else None
        )
        return next((one for one in meetings if str(one.id) == chosen), None)

    async def _do(self, work: Awaitable[T]) -> T | None:
        try:
            return await work
        except ServiceError as error:
            say(self, str(error), "error")
            return None


def _meeting_name(meeting: Meeting, clock: Clock) -> str:
    return f"{meeting_day(meeting, clock.now())}  {short_committee(meeting.committee)}"


def _order(value: str) -> str:
    return "" if value in ("receipt", "item") else "Write receipt, or item."
