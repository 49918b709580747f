"""A document to read: headings, hung items, tables in columns, page numbers in the margin, marks and hits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from scrutiny_tui.keys import bindings
from scrutiny_tui.reading_keys import PAGES
from scrutiny_tui.widgets.line_drawing import Showing
from scrutiny_tui.widgets.links import Address, addresses
from scrutiny_tui.widgets.page_lines import PageLines
from scrutiny_tui.widgets.page_scroll import FetchPages, Wanted
from scrutiny_tui.widgets.remarks import Said, dressing
from scrutiny_tui.widgets.spots import readable, sought, sought_on, standard_line
from scrutiny_tui.widgets.typeset import Measure

if TYPE_CHECKING:
    from imports.model.reading import ReadPage
    from scrutiny_tui.messages import OpenReader
    from scrutiny_tui.services.models.reading import AmendedPlace, FoundInPage, PageNumber, ReplacedPlace

__all__ = ["FetchPages", "PageView", "Wanted"]


_SHIFT = 8  # cells the wheel moves a table sideways


class PageView(PageLines, can_focus=True):
    """The pages, what is said of them, and what keys and mouse do there."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(PAGES)

    @dataclass
    class LinkChosen(Message):
        """An address was clicked."""

        address: Address

    def __init__(self) -> None:
        """Make a view of nothing yet."""
        super().__init__()
        self._said = Said()
        self._ways: dict[int, Mapping[int, OpenReader]] = {}
        self._passage = (0, 0)
        self._came_for = Wanted(1)

    def open(
        self,
        numbers: Sequence[PageNumber],
        fetch: FetchPages,
        at: Wanted,
        amended: Sequence[AmendedPlace] = (),
    ) -> None:
        """Show a document from the place wanted on; `amended` are paragraphs later minutes changed."""
        self._said, self._ways = Said(amended), {}
        self.show(Showing({number.page: number.pack_page for number in numbers}))
        self._came_for = at
        super().open(numbers, fetch, at)

    def show_notes(self, quotes: Mapping[int, Sequence[tuple[str, str]]]) -> None:
        """Mark passages, by page: (words quoted, note); a note of "" is a bare mark."""
        before, self._said.quotes = self._said.quotes, quotes
        if before != quotes:
            self._dress_again({*before, *quotes})

    def show_replaced(self, places: Sequence[ReplacedPlace]) -> None:
        """Mark where a later paper changed this one, or this one changes another."""
        self._said.replaced = places
        self._dress_again({one.page for one in places})

    def _dress_again(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            page = self.galley.pages.get(number)
            if page is not None:
                self.dress(page)
        self.settle()

    @property
    def line(self) -> int:
        """The cursor's line at the standard measure: what is remembered as the place."""
        return 0 if self.page is None else standard_line(self.page, self.spot)

    @property
    def way(self) -> OpenReader | None:
        """Where it is said what changed the passage in hand, or None."""
        return self._ways.get(self.spot.page, {}).get(self.spot.block)

    def show_hits(self, hits: Sequence[FoundInPage], current: FoundInPage | None) -> None:
        """Mark what was found, one of them as the one in hand."""
        self.showing.set_hits(hits, current)
        self.forget_drawn()
        self.repaint()

    @property
    def as_printed(self) -> bool:
        """Whether the file's page numbers and the running lines are shown."""
        return self.showing.as_printed

    def show_as_printed(self, shown: bool) -> None:
        """Show the file's page numbers and the running lines, or hide them."""
        self.showing.as_printed = shown
        self.remeasure()

    def shift(self, by: int, at: tuple[int, int] | None = None) -> None:
        """Move a table sideways, the one in hand or that of page and block `at`."""
        page, block = at or (self.spot.page, self.spot.block)
        lines = self.galley.lines(page) or ()
        widest = max((line.width for line in lines if line.block == block), default=0)
        most = max(0, widest - (self.size.width - self.text_left - 1))
        before = self.showing.shift if self.showing.shifted == (page, block) else 0
        self.showing.shifted, self.showing.shift = (page, block), max(0, min(before + by, most))
        self.repaint()

    def say_moved(self) -> None:
        """On another passage a table left behind stands straight again."""
        passage = (self.spot.page, self.spot.block)
        if passage != self._passage:
            self._passage, self.showing.shift = passage, 0
        super().say_moved()

    def measured(self) -> Measure:
        """What fits the window, with running lines where they are wanted."""
        fits = super().measured()
        return Measure(fits.text, fits.table, self.showing.as_printed)

    def dress(self, page: ReadPage) -> None:
        """Mark passages on a page, the words one came for, and show what is said of them."""
        made = dressing(page, self._said)
        self.showing.marks[page.number], self._ways[page.number] = made.marks, made.ways
        came_for = self._came_for
        if came_for.words and page.number in (came_for.page, came_for.page + 1):
            find = sought if page.number == came_for.page else sought_on
            self.showing.set_sought(page.number, find(page, came_for.quote, came_for.words))
        self.forget_drawn(page.number)
        self.galley.annotate(page.number, made.remarks)

    # --- keys -----------------------------------------------------------------------------------

    def action_turn(self, by: int) -> None:
        """Turn a screenful."""
        self.turn(by)

    def action_step(self, by: int) -> None:
        """Move a line."""
        self.step(by)

    def action_step_passage(self, by: int) -> None:
        """Move a passage."""
        self.step_passage(by)

    def action_go_to_end(self, by: int) -> None:
        """Go to the first or last line."""
        self.go_to_end(by)

    def action_shift(self, by: int) -> None:
        """Move a wide table sideways."""
        self.shift(by)

    # --- the mouse ------------------------------------------------------------------------------

    def _on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        self._shift_below(event, _SHIFT)

    def _on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        self._shift_below(event, -_SHIFT)

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        if event.shift or event.ctrl:
            self._shift_below(event, _SHIFT)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        if event.shift or event.ctrl:
            self._shift_below(event, -_SHIFT)

    def _shift_below(self, event: events.MouseEvent, by: int) -> None:
        """Move the table under the mouse sideways."""
        event.stop()
        event.prevent_default()
        page, _, line = self.galley.line(round(self.scroll_y) + event.y)
        if line is not None and line.block >= 0:
            self.shift(by, (page, line.block))

    def on_click(self, event: events.Click) -> None:
        """Stand where one clicked; on an address, choose it."""
        page, _, line = self.galley.line(round(self.scroll_y) + event.y)
        if line is None or not readable(line):
            return
        self.go(self.galley.spot_at(round(self.scroll_y) + event.y))
        block = self.galley.pages[page].blocks[line.block]
        for piece in line.pieces:
            offset = piece.start + event.x - self.text_left - piece.column
            for address in addresses(block.text) if 0 <= offset - piece.start < len(piece.text) else ():
                if address.start <= offset < address.end:
                    self.post_message(self.LinkChosen(address))
