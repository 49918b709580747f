"""Finding words in the document one reads: a field that finds while one types, and the hits in hand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import line, one_line
from scrutiny_tui.reading_keys import FIND_BAR
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.models.reading import FoundInPage
from scrutiny_tui.widgets.line_field import LineField
from scrutiny_tui.widgets.spots import Spot

Find = Callable[[str], Awaitable[Sequence[FoundInPage]]]
"""Where words stand, in the document's order."""

MOST = 500
"""As many hits as are asked for."""

PAUSE = 0.15
"""Seconds without a keystroke before anything is looked for."""


class FindBar(Horizontal):
    """The field is seen while one types; the bar stays, with the count, as long as there are hits."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(FIND_BAR)

    field = getters.query_one(Input)

    @dataclass
    class Found(Message):
        """Other hits, or another one in hand; None where there is none."""

        hits: tuple[FoundInPage, ...]
        hit: FoundInPage | None

    @dataclass
    class Left(Message):
        """The field was left: to read on, or the search given up."""

        came_from: Spot
        given_up: bool

    def __init__(self, find: Find) -> None:
        """Remember how to find."""
        super().__init__()
        self._find = find
        self._from = Spot(1)
        self._timer: Timer | None = None
        self._came_from: Widget | None = None
        self.hits: tuple[FoundInPage, ...] = ()
        self._at = 0

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Static("Find ", id="find-label")
        yield LineField(compact=True, select_on_focus=True)
        yield Static("", id="found")

    def on_mount(self) -> None:
        """Stay out of sight until wanted."""
        self.display = False

    def open(self, spot: Spot) -> None:
        """Show the field; the first hit will be the next one after `spot`."""
        self._from = spot
        self.display = True
        self._came_from = self.screen.focused
        self.screen.set_focus(self.field)

    def look_for(self, text: str, spot: Spot) -> None:
        """Find words that were not typed here."""
        self._from = spot
        self.display = True
        with self.prevent(Input.Changed):
            self.field.value = one_line(text)
        self._look(text)

    def step(self, by: int) -> bool:
        """Take the next hit in hand, or the one before; False where there are none."""
        if self.hits:
            self._at = (self._at + by) % len(self.hits)
            self._announce()
        return bool(self.hits)

    def clear(self) -> bool:
        """Let the hits go; False where there are none."""
        had = bool(self.hits)
        self.hits, self.display = (), False
        self._announce()
        return had

    def _announce(self) -> None:
        hit = self.hits[self._at] if self.hits else None
        more = "+" if len(self.hits) >= MOST else ""
        found = f"{self._at + 1} of {len(self.hits)}{more} · n/N next/back" if hit else ""
        nothing = "not in this document" if self.field.value.strip() else ""
        self.query_one("#found", Static).update(line(found or nothing))
        self.post_message(self.Found(self.hits, hit))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._stop()
        self._timer = self.set_timer(PAUSE, lambda: self._look(event.value))

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    @work(exclusive=True, group="find")
    async def _look(self, text: str) -> None:
        self._timer = None
        try:
            hits = tuple(await self._find(text)) if text.strip() else ()
        except ServiceError as error:
            self.query_one("#found", Static).update(line(str(error), "$error"))
            return
        here = (self._from.page, self._from.block, self._from.start)
        after = (at for at, hit in enumerate(hits) if (hit.page, hit.block, hit.end) > here)
        self.hits, self._at = hits, next(after, 0)
        self._announce()

    def action_keep(self) -> None:
        """Go on reading with what was found; what was typed last is looked for at once."""
        if self._timer is not None:
            self._stop()
            self._look(self.field.value)
        self.display = bool(self.field.value.strip())
        self._leave(given_up=False)

    def action_leave(self) -> None:
        """Give it up: back to where one was."""
        self._stop()
        self.workers.cancel_group(self, "find")
        with self.prevent(Input.Changed):
            self.field.value = ""
        self.clear()
        self._leave(given_up=True)

    def _leave(self, *, given_up: bool) -> None:
        """Give the focus back at once, so that the very next key is no letter of the search."""
        self.screen.set_focus(self._came_from)
        self.post_message(self.Left(self._from, given_up))
