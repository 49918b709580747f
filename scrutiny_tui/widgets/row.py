"""A list's row in aligned columns, laid out for whatever width the list has when it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """One cell of a row.

    Attributes:
        content: what it says; cut with an ellipsis where it is too wide.
        width: in cells; None shares what is left over.
        right: set against the right edge.
        from_width: left out where the row is narrower than this.
    """

    content: Content
    width: int | None = None
    right: bool = False
    from_width: int = 0


class Row(Visual):
    """Columns side by side on one line, and text underneath."""

    def __init__(
        self,
        columns: Sequence[Column],
        after: Content | None = None,
        indent: int = 0,
        after_below: int | None = None,
        mark: Content | None = None,
    ) -> None:
        """Make a row.

        Args:
            columns: from left to right.
            after: follows underneath, wrapped.
            indent: of `after`, in cells.
            after_below: only show `after` where the row is narrower than this.
            mark: stands before `after`, whose lines hang beside it.
        """
        self.columns = tuple(columns)
        self.after = after
        self.indent = indent
        self.after_below = after_below
        self.mark = mark or Content("")

    @property
    def plain(self) -> str:
        """All its words, for finding and for tests."""
        words = [column.content.plain for column in self.columns]
        return "  ".join([*words, f"{self.mark.plain}{self.after.plain}"] if self.after else words)

    def lay_out(self, width: int) -> Content:
        """The one line of it at a width."""
        columns = [column for column in self.columns if width >= column.from_width]
        fixed = sum(column.width for column in columns if column.width is not None)
        shares = sum(column.width is None for column in columns)
        free = max(0, width - fixed - GAP * (len(columns) - 1))
        cells: list[Content] = []
        for column in columns:
            room = column.width
            if room is None:
                room = free // shares
                free, shares = free - room, shares - 1
            cells.append(_fit(column.content, room, right=column.right))
        return Content(" " * GAP).join(cells).truncate(width, pad=True)

    def lines(self, width: int) -> list[Content]:
        """All lines of it at a width."""
        return [self.lay_out(width), *(part.pad_left(self.indent) for part in self._under(width))]

    def _under(self, width: int) -> list[Content]:
        wanted = self.after_below is None or width < self.after_below
        if not self.after or not wanted or width < self.indent + 8:
            return []
        return hung(self.mark, self.after, width - self.indent)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draw it (Textual's Visual protocol)."""
        # Every line fits: Textual would look for the places to break it, which takes as long as all the rest.
        lines = (line.truncate(width, pad=True) for line in self.lines(width)[:height])
        return [_drawn(line, y, style, options) for y, line in enumerate(lines)]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """A row takes all the width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many lines it has at a width."""
        return 1 + len(self._under(width))


def hung(mark: Content, text: Content, width: int, *, barred: bool = False) -> list[Content]:
    """Text wrapped beside a mark: every line begins where its words do, `barred` with the mark."""
    room = mark.cell_length
    first, *rest = text.wrap(max(1, width - room)) or [Content("")]
    beside = (Content.assemble(mark, part) if barred else part.pad_left(room) for part in rest)
    return [Content.assemble(mark, first), *beside]


class Hanging(Visual):
    """Words that hang beside a label, for whatever width there is."""

    def __init__(self, label: Content, words: Content, *, barred: bool = False) -> None:
        """Make one of a label and words; `barred` repeats the label beside every line."""
        self.label, self.words, self.barred = label, words, barred

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draw it (Textual's Visual protocol)."""
        lines = hung(self.label, self.words, width, barred=self.barred)
        return Content("\n").join(lines).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as it can be without wrapping."""
        return min(container_width, self.label.cell_length + self.words.cell_length)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many lines it has at a width."""
        return len(hung(self.label, self.words, width, barred=self.barred))


def _drawn(line: Content, y: int, style: Style, options: RenderOptions) -> Strip:
    segments: list[Segment] = []
    x = 0
    for text, own in line.render(style, end="", parse_style=options.get_style):
        segments.append(Segment(text, (style + own).rich_style_with_offset(x, y)))
        x += len(text)
    return Strip(segments, line.cell_length)


def _fit(content: Content, width: int, *, right: bool) -> Content:
    cut = content.truncate(width, ellipsis=True)
    short = max(0, width - cut.cell_length)
    return cut.pad_left(short) if right else cut.pad_right(short)
