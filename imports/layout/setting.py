"""Sets lines that stand in no ruled table: headings, paragraphs, lists, aligned tables, drawings' labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from imports.layout.aligned import find_aligned
from imports.layout.cellwise import CellTable, find_cell_tables
from imports.layout.edges import right_edges
from imports.layout.figure_rows import find_figure_rows
from imports.layout.hanging import close_up, reunite_marks
from imports.layout.headings import GUESSED, LONGEST, heading_level, is_capitals, is_label, is_section
from imports.layout.paragraphs import (
    BULLET,
    breaks_between,
    ends_open,
    is_list_start,
    join_lines,
    strip_bullet,
)
from imports.layout.scatter import find_scatter
from imports.layout.titles import match_title
from imports.model.reading import Block
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_MARK = regex(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s+\S")
_WORD = regex(r"[^\W\d_]{2}")
INDENT = 18.0
BETWEEN_LABELS = " · "
"""What stands between the labels of a drawing, and the figures of a table whose columns are lost."""
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with the lines it was set from: furniture has none, and a title's label leaves them to it."""

    block: Block
    lines: Sequence[TextLine] = ()


def set_table(rows: Sequence[Sequence[str]]) -> Block:
    """Set the cells of a table."""
    kept = tuple(tuple(row) for row in rows)
    return Block("table", "\n".join("\t".join(row) for row in kept), rows=kept)


class Setter:
    """Sets the lines of one page.

    Attributes:
        titles: the titles known to begin here that were not met so far, each with its level.
        found: the texts of the headings known by their titles.
    """

    def __init__(
        self,
        width: float,
        usual: float,
        titles: Sequence[tuple[str, int]],
        plain: frozenset[tuple[int, int]],
    ) -> None:
        """Take what is known of the page.

        Args:
            width: how many letters a full line has.
            usual: the size of the document's running text.
            titles: the titles that may begin here, each with its level.
            plain: lines without headings but those titles.
        """
        self.titles = list(titles)
        self.found: frozenset[str] = frozenset()
        self._width = width
        self._usual = usual
        self._plain = plain
        self._levels: dict[int, int | None] = {}
        self._cells: dict[int, CellTable] = {}

    def set_lines(self, printed: Sequence[TextLine]) -> Iterator[Piece]:
        """Set some lines in reading order."""
        if not printed:
            return
        self._levels = {}
        columns = reunite_marks(printed, self._usual)
        lines = [close_up(line) for line in columns]
        left = min((line.line.left for line in lines), default=0.0)
        edges = right_edges(lines)
        self._cells = _tables(lines)
        i = 0
        while i < len(lines):
            if i in self._cells:
                end = self._cells[i].end
                yield Piece(set_table(self._cells[i].rows), lines[i:end])
            elif scattered := self._scatter_end(lines, i):
                end = scattered
                yield Piece(_set_labels(lines[i:end]), lines[i:end])
            elif table := find_aligned(columns, i):
                end = table.end
                yield Piece(set_table(table.rows), lines[i:end])
            elif titled := self._title_end(lines, i):
                end = titled
                yield from self._title(lines, i)
            elif level := self._level(lines, i):
                end = self._heading_end(lines, i)
                yield Piece(self._heading(lines[i:end], level), lines[i:end])
            else:
                end = self._paragraph_end(lines, columns, i, edges)
                yield Piece(_running(lines[i:end], left), lines[i:end])
            i = end

    def _scatter_end(self, lines: Sequence[TextLine], i: int) -> int | None:
        """The end of the labels scattered from line `i` on; a table among them ends them."""
        end = find_scatter(lines, i, self._usual)
        return end and min((at for at in self._cells if i < at < end), default=end)

    def _title_end(self, lines: Sequence[TextLine], i: int) -> int | None:
        match = match_title(lines, i, self.titles) if self.titles else None
        return match.end if match else None

    def _title(self, lines: Sequence[TextLine], i: int) -> Iterator[Piece]:
        """Set a known title, its label apart."""
        match = match_title(lines, i, self.titles)
        if match is None:
            return
        text = join_lines(line.text for line in lines[i : match.end])
        self.titles.remove((match.title, match.level))
        self.found |= {text[match.label :]}
        if match.label:
            yield Piece(Block("paragraph", text[: match.label].strip()))
        yield Piece(Block("heading", text[match.label :], match.level), lines[i : match.end])

    def _heading(self, lines: Sequence[TextLine], level: int) -> Block:
        text = join_lines(line.text for line in lines)
        plain = (lines[0].page, lines[0].index) in self._plain
        levels = [level, *(found for n in range(len(lines)) if (found := self._read_level(lines, n)))]
        return Block("heading", text, GUESSED if plain or is_label(text) else min(levels))

    def _heading_end(self, lines: Sequence[TextLine], i: int) -> int:
        end = i + 1
        while end < len(lines) and self._goes_on(lines, i, end):
            end += 1
        return end

    def _level(self, lines: Sequence[TextLine], i: int) -> int | None:
        """The level of the heading at line `i` of those being set; asked more than once."""
        if i not in self._levels:
            self._levels[i] = self._read_level(lines, i)
        return self._levels[i]

    def _read_level(self, lines: Sequence[TextLine], i: int) -> int | None:
        if lines[i].text[:1].islower():  # half of all lines
            return None
        end = i + 1
        while end < len(lines) and self._wraps(lines[end - 1], lines[end]):
            end += 1
        following = lines[end] if end < len(lines) else None
        if end == i + 1 or lines[end - 1].text.endswith("."):
            return heading_level(lines[i], self._usual, lines[i + 1] if i + 1 < len(lines) else None)
        whole = replace(lines[i], text=join_lines(line.text for line in lines[i:end]))
        return heading_level(whole, self._usual, following)

    def _wraps(self, a: TextLine, b: TextLine) -> bool:
        """Whether a line that stands out goes on in the next one, within a sentence."""
        stands_out = b.line.bold or b.line.size > self._usual + 0.9
        if not stands_out or self._usual <= 0 or b.gap or not b.text[:1].islower() or a.page != b.page:
            return False
        alike = a.line.bold == b.line.bold and abs(a.line.size - b.line.size) <= 0.5
        return alike and not is_list_start(b.text)

    def _goes_on(self, lines: Sequence[TextLine], start: int, i: int) -> bool:
        """Whether a heading goes on in line `i`, set in the same face."""
        a, b = lines[i - 1], lines[i]
        if b.gap or a.page != b.page or sum(len(line.text) for line in lines[start : i + 1]) > 2 * LONGEST:
            return False
        if self._wraps(a, b):
            return True
        if is_label(f"{a.text} {b.text}") and not is_label(a.text):
            return True
        if a.text.endswith(":") or is_label(a.text) or is_label(b.text) or is_section(b.text):
            return False
        if is_list_start(b.text) or self._title_end(lines, i):
            return False
        level = self._level(lines, i)
        if not b.line.size:
            return level is not None and level == self._level(lines, i - 1)
        capitals = is_capitals(a.text) and is_capitals(b.text)
        alike = a.line.bold == b.line.bold or (capitals and (ends_open(a.text) or b.text[:1] in "&("))
        return level is not None and abs(a.line.size - b.line.size) <= 0.5 and alike

    def _paragraph_end(
        self, lines: Sequence[TextLine], columns: Sequence[TextLine], i: int, edges: Sequence[float]
    ) -> int:
        end = i + 1
        while end < len(lines) and not (
            breaks_between(lines[end - 1], lines[end], self._width, edges[end - 1])
            or self._level(lines, end) is not None
            or (self.titles and self._title_end(lines, end))
            or end in self._cells
            or find_scatter(lines, end, self._usual)
            or (columns[end].line.cells and find_aligned(columns, end))
        ):
            end += 1
        return end


def _tables(lines: Sequence[TextLine]) -> dict[int, CellTable]:
    """The tables among lines without columns, by the line they start at."""
    tables = find_cell_tables(lines)
    taken = {at for table in tables.values() for at in range(table.start, table.end)}
    rows = find_figure_rows(lines)
    return tables | {at: x for at, x in rows.items() if taken.isdisjoint(range(x.start, x.end))}


def _set_labels(lines: Sequence[TextLine]) -> Block:
    labels = (cell for line in lines for cell in ([c.text for c in line.line.cells] or [line.text]))
    return Block("paragraph", BETWEEN_LABELS.join(labels))


def _running(lines: Sequence[TextLine], left: float) -> Block:
    """A paragraph, or an item of a list."""
    text = join_lines(line.text for line in lines)
    first = lines[0]
    listed = is_list_start(first.text)
    bulleted = listed and BULLET.match(first.text) and _WORD.search(text)  # else the dash is a table's value
    if bulleted or (listed and _MARK.match(first.text)):
        indent = 1 + int(max(0.0, first.line.left - left) // INDENT) if first.line.size else 1
        return Block("item", strip_bullet(text) or text, min(indent, DEEPEST))
    return Block("paragraph", text)
