"""A member's brief for a meeting: looked over, its earlier passages chosen, written to a file."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import line, literal, say, say_written
from scrutiny_tui.meeting_keys import BRIEF
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.briefing import FORMS, file_name, free_name, write_brief
from scrutiny_tui.services.briefing.layout import Kind, Part, parts_of
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.files import there
from scrutiny_tui.widgets.form_dialog import Field, FormDialog
from scrutiny_tui.widgets.path_field import expanded, name_wrong
from scrutiny_tui.widgets.row import Hanging
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from scrutiny_tui.widgets.times import count, short_committee

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from scrutiny_tui.messages import OpenBrief
    from scrutiny_tui.services.briefing.model import Brief, BriefItem, EarlierPassage

_IN, _OUT = "✓ in   ", "○ out  "
_STYLES: dict[Kind, str] = {
    "title": "bold $primary",
    "section": "bold $primary",
    "item": "bold",
    "label": "$primary",
    "detail": "$text-muted",
    "source": "$text-muted",
}
_SET_IN: dict[Kind, str] = {
    **dict.fromkeys(("title", "section", "item", "fact"), " "),
    **dict.fromkeys(("detail", "label", "text"), "   "),
    "bullet": "   ",
    **dict.fromkeys(("quote", "source"), "          "),
}
_SPACED = ("section", "item", "label")


class BriefService(Protocol):
    """What this screen needs."""

    async def brief(self, meeting_id: int) -> Brief:
        """The brief of a meeting."""

    async def choose(
        self, meeting: Meeting, item_title: str, wanted: Sequence[EarlierPassage] | None
    ) -> None:
        """Keep which earlier passages go in for an item; None lets its best ones go in again."""


class BriefScreen(PlaceScreen):
    """The brief as it will be written, with the earlier passages that may go in besides."""

    TITLE = "Brief"
    CSS_PATH = "../styles/earlier.tcss"
    KEYS = BRIEF
    MARKS = ((_IN.strip(), "goes into the brief"), (_OUT.strip(), "is left out; enter takes it in"))
    BINDINGS: ClassVar[list[BindingType]] = bindings(BRIEF)

    rows = getters.query_one("#passages", RowList)

    def __init__(self, briefing: BriefService, exports: Path, request: OpenBrief) -> None:
        """Remember whose brief it is, and where it goes."""
        super().__init__()
        self._briefing, self._exports, self._meeting = briefing, exports, request.meeting
        self._brief: Brief | None = None
        self._parts: list[Part] = []

    def body(self) -> ComposeResult:
        """Lay out the title and the brief."""
        yield Static("", id="earlier-head")
        yield RowList(id="passages")

    def on_mount(self) -> None:
        """Say that it is being made."""
        self._tell("making it …")

    def look_again(self) -> None:
        """Make it again."""
        self._make()

    @work(exclusive=True, group="brief")
    async def _make(self) -> None:
        try:
            self._brief = await self._briefing.brief(self._meeting.id)
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self._parts = parts_of(self._brief, to_choose=True)
        self.rows.show(_rows(self._parts))
        if self.focused is None:
            self.rows.focus()
        taken = sum(one.goes_in for item in self._brief.items for one in item.earlier)
        hidden = self._brief.withheld
        left_out = f" · {hidden} not public, left out" if hidden else ""
        self._tell(f"{count(taken, 'earlier passage')} in it{left_out}")

    def _tell(self, words: str) -> None:
        name = line(f"Brief: {short_committee(self._meeting.committee)}", "bold")
        self.set_text("#earlier-head", Content.assemble(name, "  ", (words, "$text-muted")))

    # --- keys ----------------------------------------------------------------------------------------

    def _in_hand(self) -> tuple[BriefItem, EarlierPassage] | None:
        """The earlier passage under the cursor (or over its source) and its item."""
        at = self.rows.model
        if self._brief is None or not isinstance(at, int) or at > len(self._parts):
            return None
        part = self._parts[at - 1]
        if part.kind == "source":
            part = self._parts[at - 2]
        for item in self._brief.items:
            if any(one is part.passage for one in item.earlier):
                return (item, part.passage) if part.passage else None
        return None

    @on(RowList.OptionSelected)
    def _selected(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Take the passage in hand in, or leave it out."""
        found = self._in_hand()
        if found is None:
            say(self, "Only what was said earlier can be taken in or left out: go to one of those.")
            return
        item, passage = found
        self._choose(item, [one for one in item.earlier if one.goes_in != (one is passage)])

    def action_best(self) -> None:
        """Let the best passages of the item in hand go in again."""
        if found := self._in_hand():
            self._choose(found[0], None)

    @work(group="choose")
    async def _choose(self, item: BriefItem, wanted: list[EarlierPassage] | None) -> None:
        try:
            await self._briefing.choose(self._meeting, item.detail.item.title, wanted)
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self._make()

    @work(exclusive=True, group="write")
    async def action_write(self) -> None:
        """Ask for a file and write the brief to it."""
        if self._brief is None:
            return
        name = file_name(
            short_committee(self._meeting.committee), str(self._meeting.date or "undated"), ".pdf"
        )
        target = await asyncio.to_thread(free_name, self._exports, name)
        text = Content("The ending says what it is: .pdf to print, .docx for Word, or .md for Markdown.")
        asking = FormDialog("Write the brief", text, [Field("File", str(target), _path_wrong, file=True)])
        answer = await self.app.push_screen_wait(asking)
        if answer is None:
            return
        try:
            written = await asyncio.to_thread(_write, self._brief, answer[0])
        except (ServiceError, OSError) as error:
            say(self, str(error), "error")
            return
        say_written(self, written)


def _write(brief: Brief, path: str) -> Path:
    target = expanded(path)
    write_brief(brief, target)
    return target


def _path_wrong(text: str) -> str:
    """What is wrong with a path to write to, or ""."""
    path = expanded(text)
    taken = f"{path} is there already; choose another name." if there(path) else ""
    return name_wrong(text, FORMS) or taken


def _rows(parts: Sequence[Part]) -> Iterator[ModelRow]:
    """One row a part, its model the part's place from 1; headings stand apart."""
    for number, part in enumerate(parts, start=1):
        label, style = _SET_IN[part.kind], _STYLES.get(part.kind, "$foreground")
        if part.passage is not None:
            label = "   " + (_IN if part.passage.goes_in else _OUT)
            style = "$foreground" if part.passage.goes_in else "$text-muted"
        if part.kind == "bullet":
            label += f"{part.mark} "
        if part.kind in _SPACED:
            yield ModelRow(Content(" "))
        words = literal(f"{part.name}: {part.text}" if part.kind == "fact" else part.headed, style)
        yield ModelRow(Hanging(Content(label), words), number)
