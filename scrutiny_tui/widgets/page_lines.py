"""The lines of a document's pages as they are drawn: each once while it looks the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.geometry import Region
from textual.strip import Strip

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
from scrutiny_tui.widgets.page_scroll import PageScroll
from scrutiny_tui.widgets.spots import Spot, line_of, readable
from scrutiny_tui.widgets.typeset import Piece, SetLine

if TYPE_CHECKING:
    from rich.style import Style

_KEPT = 6
"""Pages whose lines stay drawn."""


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


class PageLines(PageScroll):
    """The pages as drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page-view--{name}" for name in STYLES}

    def __init__(self) -> None:
        """Make a view of nothing yet."""
        super().__init__()
        self.showing = Showing()
        self._inks: Inks | None = None
        self._drawn: dict[int, dict[int, Drawn]] = {}
        self._blank = Strip([])
        self._painted: dict[int, Strip] = {}
        self._cursor_on: tuple[tuple[SetLine, ...], Spot, tuple[int, int, int]] | None = None

    def show(self, showing: Showing) -> None:
        """Lay something else over the pages."""
        self.showing = showing
        self.forget_drawn()

    def forget_drawn(self, page: int | None = None) -> None:
        """Draw a page or all of them anew when they are painted: something else lies over them."""
        for one in (page,) if page is not None else tuple(self._drawn):
            self._drawn.pop(one, None)

    def repaint(self) -> None:
        """Have those lines painted that look otherwise than they did."""
        height, inks = self.size.height, self._inks
        if inks is None or len(self._painted) < height:
            self.refresh()
            return
        changed = [y for y in range(height) if self._line(y, inks) is not self._painted.get(y)]
        if len(changed) == height:
            self.refresh()
        elif changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def notify_style_update(self) -> None:
        """Other colours: those kept are let go."""
        self._inks = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the view, or a part of it, on the ground it has now."""
        if self._inks is None or self._inks.ground != self.rich_style:
            self._inks = Inks(self.rich_style, self._style)
            self._drawn.clear()
        if len(self._drawn) > _KEPT:
            self._drawn.clear()
        return super().render_lines(crop)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"page-view--{name}", partial=True)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view."""
        strip = self._line(y, self._inks or Inks(self.rich_style, self._style))
        self._painted[y] = strip
        return strip

    def _line(self, y: int, inks: Inks) -> Strip:
        row = round(self.scroll_y) + y
        if not self.galley.numbers or row >= self.galley.height:
            return self._below(inks)
        page, at, line = self.galley.line(row)
        if (head := self._head_kept(y)) is not None:
            page, at, line = head
        look = self._look(y, page, at, line)
        drawn = self._drawn.setdefault(page, {})
        if (known := drawn.get(at)) is None or known.line is not line or known.look != look:
            known = drawn[at] = Drawn(line, look, self._draw(page, at, line, look, inks))
        return known.strip

    def _below(self, inks: Inks) -> Strip:
        """A line below all pages."""
        if self._blank.cell_length != self.size.width or next(iter(self._blank)).style != inks.ground:
            self._blank = Strip.blank(self.size.width, inks.ground)
        return self._blank

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
            shift=self.showing.shift if place == self.showing.shifted else 0,
        )

    def _mark(self, page: int, at: int, line: SetLine | None) -> str:
        marks = self.showing.marks.get(page)
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
        return () if there is None else self.showing.stretches(page, block, there.blocks[block].text)

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
        pack_page = self.showing.numbers.get(page)
        return "" if pack_page is None else str(pack_page)

    def _rule(self, page: int) -> SetLine:
        width = self.galley.measure.text
        unnumbered = self.showing.numbers.get(page) is None
        said = f" page {page} of the file" if self.showing.as_printed or unnumbered else ""
        drawn = (Piece(0, "─" * (width - len(said)) + said, -1),)
        return SetLine("furniture" if said else "rule", pieces=drawn)  # words stand out more than a line
