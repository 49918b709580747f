"""A document to read: headings, hung items, tables in columns, page numbers in the margin, marks and hits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from scrutiny_tui.keys import bindings
from scrutiny_tui.reading_keys import PAGES
from scrutiny_tui.widgets.galley import HEAD_KEPT
from scrutiny_tui.widgets.line_drawing import (
    STYLES,
    Frame,
    Inks,
    Showing,
    Stretch,
    Words,
    draw,
    gutter,
    whole_figures,
    words,
)
from scrutiny_tui.widgets.links import Address, addresses
from scrutiny_tui.widgets.page_scroll import FetchPages, PageScroll, Wanted
from scrutiny_tui.widgets.remarks import Said, dressing
from scrutiny_tui.widgets.spots import Spot, line_of, readable, sought, sought_on
from scrutiny_tui.widgets.typeset import Measure, Piece, SetLine

if TYPE_CHECKING:
    from imports.model.reading import ReadPage
    from scrutiny_tui.messages import OpenReader
    from scrutiny_tui.services.models.reading import AmendedPlace, FoundInPage, PageNumber, ReplacedPlace

__all__ = ["FetchPages", "PageView", "Wanted"]


_SHIFT = 8  # cells the wheel moves a table sideways


class Look(NamedTuple):
    """What a line's look hangs on beside its words."""

    frame: Frame
    number: str
    passage: bool
    mark: str
    cursor: bool
    shift: int


class Drawn(NamedTuple):
    """A line as it was drawn, which is drawn so again while its words and its look are the same."""

    line: SetLine | None
    look: Look
    strip: Strip


class PageView(PageScroll, can_focus=True):
    """The pages as drawn."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(PAGES)
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page-view--{name}" for name in STYLES}

    @dataclass
    class LinkChosen(Message):
        """An address was clicked."""

        address: Address

    def __init__(self, *, id: str | None = None) -> None:
        """Make a view of nothing yet."""
        self._inks: Inks | None = None
        self._drawn: dict[int, dict[int, Drawn]] = {}
        super().__init__(id=id)
        self._showing = Showing()
        self._said = Said()
        self._ways: dict[int, Mapping[int, OpenReader]] = {}
        self._passage = (0, 0)
        self._came_for = Wanted(1)
        self._cursor_on: tuple[tuple[SetLine, ...], Spot, tuple[int, int, int]] | None = None

    def open(
        self,
        numbers: Sequence[PageNumber],
        fetch: FetchPages,
        at: Wanted,
        amended: Sequence[AmendedPlace] = (),
    ) -> None:
        """Show a document from the place wanted on; `amended` are paragraphs later minutes changed."""
        self._said, self._ways = Said(amended), {}
        self._showing = Showing({number.page: number.pack_page for number in numbers})
        self._drawn.clear()
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
    def way(self) -> OpenReader | None:
        """Where it is said what changed the passage in hand, or None."""
        return self._ways.get(self.spot.page, {}).get(self.spot.block)

    def show_hits(self, hits: Sequence[FoundInPage], current: FoundInPage | None) -> None:
        """Mark what was found, one of them as the one in hand."""
        self._showing.set_hits(hits, current)
        self._drawn.clear()
        self.refresh()

    @property
    def as_printed(self) -> bool:
        """Whether the file's page numbers and the running lines are shown."""
        return self._showing.as_printed

    def show_as_printed(self, shown: bool) -> None:
        """Show the file's page numbers and the running lines, or hide them."""
        self._showing.as_printed = shown
        self.remeasure()

    def shift(self, by: int, at: tuple[int, int] | None = None) -> None:
        """Move a table sideways, the one in hand or that of page and block `at`."""
        page, block = at or (self.spot.page, self.spot.block)
        lines = self.galley.lines(page) or ()
        widest = max((line.width for line in lines if line.block == block), default=0)
        most = max(0, widest - (self.size.width - self.text_left - 1))
        before = self._showing.shift if self._showing.shifted == (page, block) else 0
        self._showing.shifted, self._showing.shift = (page, block), max(0, min(before + by, most))
        self.refresh()

    def on_page_scroll_moved(self, event: PageScroll.Moved) -> None:
        """On another passage a table left behind stands straight again."""
        passage = (event.spot.page, event.spot.block)
        if passage != self._passage:
            self._passage = passage
            if self._showing.shift:
                self._showing.shift = 0
                self.refresh()

    def measured(self) -> Measure:
        """What fits the window, with running lines where they are wanted."""
        fits = super().measured()
        return Measure(fits.text, fits.table, self._showing.as_printed)

    def dress(self, page: ReadPage) -> None:
        """Mark passages on a page, the words one came for, and show what is said of them."""
        made = dressing(page, self._said)
        self._showing.marks[page.number], self._ways[page.number] = made.marks, made.ways
        came_for = self._came_for
        if came_for.words and page.number in (came_for.page, came_for.page + 1):
            find = sought if page.number == came_for.page else sought_on
            self._showing.set_sought(page.number, find(page, came_for.quote, came_for.words))
        self._drawn.pop(page.number, None)
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

    # --- drawing --------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Other colours: those kept are let go."""
        self._inks = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the view, or a part of it, on the ground it has now."""
        if self._inks is None or self._inks.ground != self.rich_style:
            self._inks = Inks(self.rich_style, self._style)
            self._drawn.clear()
        return super().render_lines(crop)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"page-view--{name}", partial=True)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view."""
        inks = self._inks or Inks(self.rich_style, self._style)
        if not self.galley.numbers or round(self.scroll_y) + y >= self.galley.height:
            return Strip.blank(self.size.width, inks.ground)
        page, at, line = self.galley.line(round(self.scroll_y) + y)
        if (head := self._head_kept(y)) is not None:
            page, at, line = head
        look = self._look(y, page, at, line)
        drawn = self._drawn.setdefault(page, {})
        if (known := drawn.get(at)) is None or known.line is not line or known.look != look:
            known = drawn[at] = Drawn(line, look, self._draw(page, at, line, look, inks))
        return known.strip

    def _look(self, y: int, page: int, at: int, line: SetLine | None) -> Look:
        """What a line's look hangs on beside its words."""
        place = (page, line.block) if line is not None else (page, -1)
        words_here = line is not None and readable(line)
        return Look(
            Frame(self.size.width, self.text_left),
            number=self._number(page) if at == 0 or y == 0 else "",
            passage=words_here and place == (self.spot.page, self.spot.block),
            mark=self._mark(page, at, line),
            cursor=words_here
            and self.has_focus
            and line is not None
            and (*place, line.start) == self._cursor_line(),
            shift=self._showing.shift if place == self._showing.shifted else 0,
        )

    def _mark(self, page: int, at: int, line: SetLine | None) -> str:
        marks = self._showing.marks.get(page)
        return marks.get(line.block, "") if marks and line is not None and self._begins(page, at) else ""

    def _draw(self, page: int, at: int, line: SetLine | None, look: Look, inks: Inks) -> Strip:
        frame = look.frame
        if line is not None and line.kind in ("head", "table"):
            line = whole_figures(line, look.shift, frame.width - frame.left - 1)
        left = gutter(frame, inks, look.number, passage=look.passage, mark=look.mark)
        said = self._words(page, at, line, inks, "cursor" if look.cursor else "")
        return draw(frame, inks, left, said, look.shift, line.frozen if line else 0)

    def _head_kept(self, y: int) -> tuple[int, int, SetLine] | None:
        """What stands in the view's first lines instead of a long table's rows: its head, scrolled away."""
        head = self.galley.head_above(round(self.scroll_y)) if y < HEAD_KEPT else ()
        return head[y] if y < len(head) else None

    def _words(self, page: int, at: int, line: SetLine | None, inks: Inks, under: str) -> Words:
        if line is None:
            line = SetLine("notice", pieces=(Piece(0, "…", -1),) if at == 1 else ())
        elif line.kind == "rule":
            line = self._rule(page)
        elif readable(line):
            return words(line, partial(self._marked, (page, line.block)), inks, under)
        return words(line, lambda _: (), inks)

    def _marked(self, own: tuple[int, int], piece: Piece) -> Sequence[Stretch]:
        page, block = piece.of or own
        there = self.galley.pages.get(page)
        return () if there is None else self._showing.stretches(page, block, there.blocks[block].text)

    def _cursor_line(self) -> tuple[int, int, int]:
        """Page, block and start of the line the cursor stands on; asked of every line that is drawn."""
        lines = self.galley.lines(self.spot.page)
        if lines is None:
            return (self.spot.page, -1, -1)
        if self._cursor_on is None or self._cursor_on[0] is not lines or self._cursor_on[1] != self.spot:
            line = lines[line_of(lines, self.spot)]
            self._cursor_on = (lines, self.spot, (self.spot.page, line.block, line.start))
        return self._cursor_on[2]

    def _begins(self, page: int, at: int) -> bool:
        """Whether a block's first line stands here."""
        lines = self.galley.lines(page) or ()
        return at > 0 and lines[at - 1].block != lines[at].block

    def _number(self, page: int) -> str:
        pack_page = self._showing.numbers.get(page)
        return "" if pack_page is None else str(pack_page)

    def _rule(self, page: int) -> SetLine:
        width = self.galley.measure.text
        unnumbered = self._showing.numbers.get(page) is None
        said = f" page {page} of the file" if self.as_printed or unnumbered else ""
        drawn = (Piece(0, "─" * (width - len(said)) + said, -1),)
        return SetLine("furniture" if said else "rule", pieces=drawn)  # words stand out more than a line

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
