"""All marks and notes on a meeting's papers, or on every meeting's, in a list that a field narrows."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import line, say, say_written, visible
from scrutiny_tui.reading_keys import NOTES
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.files import write_whole
from scrutiny_tui.services.notes import PlacedNote, as_markdown
from scrutiny_tui.widgets.form_dialog import FormDialog, file_field
from scrutiny_tui.widgets.line_field import LineField
from scrutiny_tui.widgets.note_rows import STANDS, gone, note_rows, read_note
from scrutiny_tui.widgets.path_field import expanded
from scrutiny_tui.widgets.row_list import RowList
from scrutiny_tui.widgets.small_dialogs import NoteDialog
from scrutiny_tui.widgets.times import Clock, count, short_committee

if TYPE_CHECKING:
    from db.models.notes import Note
    from scrutiny_tui.messages import OpenNotes


class NotesListService(Protocol):
    """What this screen needs."""

    async def notes_of(self, meeting_id: int) -> tuple[PlacedNote, ...]:
        """The notes on a meeting's papers."""

    async def every_note(self) -> tuple[PlacedNote, ...]:
        """The notes on every meeting's papers."""

    async def change_note(self, note_id: int, text: str) -> None:
        """Put other words to a note."""

    async def erase_note(self, note_id: int) -> None:
        """Take a note away."""

    async def restore_note(self, note_id: int) -> Note:
        """Bring a note back."""


class NotesScreen(PlaceScreen):
    """The list, and a field that narrows it."""

    TITLE = "Marks and notes"
    CSS_PATH = "../styles/notes.tcss"
    KEYS = NOTES
    BINDINGS: ClassVar[list[BindingType]] = bindings(NOTES)

    rows = getters.query_one("#notes", RowList)
    field = getters.query_one("#notes-words", LineField)

    def __init__(self, notes: NotesListService, clock: Clock, exports: Path, request: OpenNotes) -> None:
        """Remember whose notes."""
        super().__init__()
        self._clock = clock
        self._keeping, self._exports, self._meeting = notes, exports, request.meeting
        self._every = False
        self._notes: tuple[PlacedNote, ...] = ()
        self._erased: list[int] = []

    def body(self) -> ComposeResult:
        """Lay out the title, the field and the list."""
        with Horizontal(id="notes-head"):
            yield Static("", id="notes-of")
            yield LineField(id="notes-words", placeholder="f finds in these", compact=True)
        yield RowList(id="notes")
        yield Static("", id="no-notes")

    def on_mount(self) -> None:
        """Begin in the list."""
        self.set_focus(self.rows)

    def look_again(self) -> None:
        """Read the notes again."""
        self._load()

    @work(exclusive=True, group="load")
    async def _load(self) -> None:
        try:
            every = self._every
            self._notes = await (
                self._keeping.every_note() if every else self._keeping.notes_of(self._meeting.id)
            )
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self._show()

    def _shown(self) -> list[PlacedNote]:
        """The notes that hold every word of the field."""
        words = self.field.value.casefold().split()
        return [one for one in self._notes if all(word in _all_words(one) for word in words)]

    @on(Input.Changed)
    def _show(self) -> None:
        shown = self._shown()
        self.rows.show(note_rows(shown, self._clock.now(), every=self._every))
        self.rows.display = bool(shown)
        empty = self.query_one("#no-notes", Static)
        empty.display = not shown
        empty.update(_NONE if not self._notes else Content("No note or mark holds these words."))
        of = "every meeting" if self._every else short_committee(self._meeting.committee)
        lost = sum(one.stands == "gone" for one in shown)
        tail = f" · {lost} no longer found" if lost else ""
        self.set_text(
            "#notes-of", line(f"{count(len(shown), 'mark or note', 'marks and notes')} · {of}{tail}")
        )

    @on(Input.Submitted)
    def action_to_list(self) -> None:
        """From the field to the list."""
        self.set_focus(self.rows)

    def action_find(self) -> None:
        """To the field."""
        self.set_focus(self.field)

    def action_every(self) -> None:
        """Every meeting's notes, or this one's again."""
        self._every = not self._every
        self._load()

    async def action_back(self) -> None:
        """Let the words of the field go first, then the screen."""
        if self.field.has_focus or self.field.value:
            self.field.value = ""
            self.set_focus(self.rows)
        else:
            await self.run_action("app.back")

    @property
    def _in_hand(self) -> PlacedNote | None:
        here = self.rows.model
        return here if isinstance(here, PlacedNote) else None

    @on(RowList.OptionSelected)
    def _read(self) -> None:
        one = self._in_hand
        if one is None:
            return
        reading = read_note(one)
        if reading is None:
            say(self, gone(one), "warning")
        else:
            self.post_message(reading)

    @work(group="change")
    async def action_note(self) -> None:
        """Change the words of the note."""
        one = self._in_hand
        if one is None:
            return
        text = await self.app.push_screen_wait(NoteDialog("Note", one.note.quote, one.note.text))
        if text != one.note.text:
            await self._change(self._keeping.change_note(one.note.id, text))

    @work(group="change")
    async def action_erase(self) -> None:
        """Take the note or mark away."""
        one = self._in_hand
        if one is not None:
            self._erased.append(one.note.id)
            await self._change(self._keeping.erase_note(one.note.id))
            say(self, "Taken away. u brings it back.")

    @work(group="change")
    async def action_restore(self) -> None:
        """Bring back what was taken away last."""
        if self._erased:
            await self._change(self._keeping.restore_note(self._erased.pop()))
        else:
            say(self, "Nothing was taken away here.")

    async def _change(self, change: Awaitable[object]) -> None:
        try:
            await change
        except ServiceError as error:
            say(self, str(error), "error")
        self._load()

    def action_copy(self) -> None:
        """Copy the words with their citation."""
        one = self._in_hand
        if one is not None:
            kept = "" if one.public else "\n✕ This page is not public: do not pass its words on."
            self.app.copy_to_clipboard(visible(f"“{one.note.quote}” ({one.citation})"))
            say(self, f"Copied, with its citation: {one.citation}{kept}")

    @work(exclusive=True, group="export")
    async def action_export(self) -> None:
        """Write what is shown to a Markdown file."""
        shown = self._shown()
        if not shown:
            say(self, "There are no notes here to write out.", "warning")
            return
        text = Content("Markdown, each quote with its citation. Words of pages not public are left out.")
        asking = FormDialog("Write out", text, [file_field(self._exports / "notes.md", (".md",))])
        answer = await self.app.push_screen_wait(asking)
        if answer is None:
            return
        written = as_markdown(self._heading(), shown).encode()
        try:
            await asyncio.to_thread(_write, answer[0], written)
        except ServiceError as error:
            say(self, str(error), "error")
        else:
            say_written(self, expanded(answer[0]))

    def _heading(self) -> str:
        day = self._meeting.date
        when = f", {day.day} {day:%B %Y}" if day else ""
        return "Marks and notes" if self._every else f"Marks and notes: {self._meeting.committee}{when}"


def _write(path: str, written: bytes) -> None:
    write_whole(expanded(path), written)


_NONE = Content("No marks or notes yet. In a paper, m marks the passage in hand and t writes a note on it.")


def _all_words(one: PlacedNote) -> str:
    return f"{one.note.quote} {one.note.text} {one.item} {one.citation} {STANDS[one.stands]}".casefold()
