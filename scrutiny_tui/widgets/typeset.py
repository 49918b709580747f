"""Set a page's blocks in lines of a given measure: headings, hung items, tables in columns.

Pure: no widget, no terminal. Every piece of a line remembers where in its block's text it begins, so
that a find hit, a mark or a reading place can be shown at any width. Widths are terminal cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Literal

from rich.cells import cell_len

from imports.model import Block, ReadPage
from scrutiny_tui.widgets.columns import GAP, cell_starts, column_widths
from scrutiny_tui.widgets.wrapping import wrap

LineKind = Literal[
    "rule",
    "gap",
    "heading",
    "paragraph",
    "item",
    "table",
    "head",
    "divide",
    "furniture",
    "notice",
    "note",
    "amended",
]

SPARSE = 200
"""A page with pictures and fewer characters than this is mostly pictures."""

_HANGS = re.compile(
    r"(?:[•▪●◦‣·○■□➢✓*–—-]|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivx]{1,5})[.)]|\d{1,3}(?:\.\d{1,3}){1,3})\s+"
)
_DEEPEST = 6  # levels of indent that are shown


@dataclass(frozen=True, slots=True)
class Piece:
    """Words at a column of a line; `start` is their offset in the block's text, -1 if they are none of it."""

    column: int
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of a set page; `block` is -1 for lines that belong to no block."""

    kind: LineKind
    block: int = -1
    level: int = 1
    pieces: tuple[Piece, ...] = ()

    @property
    def start(self) -> int:
        """The smallest offset in the block's text that stands on this line, or -1."""
        return min((piece.start for piece in self.pieces if piece.start >= 0), default=-1)

    @property
    def width(self) -> int:
        """Cells from the text's left edge to the end of the line."""
        return max((piece.column + cell_len(piece.text) for piece in self.pieces), default=0)


@dataclass(frozen=True, slots=True)
class Remark:
    """Words set under a block that are none of the page: the member's own, or what later minutes changed."""

    kind: Literal["note", "amended"]
    words: str


REMARKS = {"note": "✎", "amended": "△"}
"""The mark each kind of remark begins with."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide running text and tables may be set, and whether running lines are shown."""

    text: int
    table: int
    furniture: bool = False


STANDARD = Measure(72, 72)
"""The measure reading places are counted in, whatever the terminal's width."""


def estimate_height(length: int, measure: Measure) -> int:
    """Guess how many lines a page of `length` characters will take, before it is fetched."""
    return 3 + ceil(length / max(1, measure.text * 0.7))


def set_page(
    page: ReadPage, measure: Measure, remarks: Mapping[int, tuple[Remark, ...]] | None = None
) -> tuple[SetLine, ...]:
    """Set a page; `remarks` go under their blocks. The first line is the page's rule."""
    lines = [SetLine("rule"), *_notices(page, measure.text)]
    previous: Block | None = None
    for at, block in enumerate(page.blocks):
        if block.kind == "furniture" and not measure.furniture:
            continue
        if previous is not None and not _stand_together(previous, block):
            lines.append(SetLine("gap"))
        lines += _set_block(at, block, measure)
        for remark in (remarks or {}).get(at, ()):
            lines += _set_remark(at, remark, measure.text)
        previous = block
    return (*lines, SetLine("gap"))


def _stand_together(previous: Block, block: Block) -> bool:
    return previous.kind == block.kind and block.kind in ("item", "furniture")


def _notices(page: ReadPage, width: int) -> Iterator[SetLine]:
    """What a person must know of a page that is not, or not only, its text."""
    said = [words for words in (_kept_back(page), _not_text(page)) if words]
    for words in said:
        for start, end in wrap(words, width):
            yield SetLine("notice", pieces=(Piece(0, words[start:end], -1),))
    if said:
        yield SetLine("gap")


def _kept_back(page: ReadPage) -> str:
    if not page.exempt:
        return ""
    return f"✕ Not public: “{page.exempt}”. What you quote from this page is kept out of exports."


def _not_text(page: ReadPage) -> str:
    letters = sum(len(block.text) for block in page.blocks if block.kind != "furniture")
    if page.failed is not None:
        return f"This page could not be read: {page.failed} Press o for the original."
    if page.recognised:
        return f"≈ {page.recognised}"
    if page.pictures and letters < SPARSE:
        return "This page is mostly pictures. Press v to see it as it looks, o for the original."
    return "" if letters else "There is no text on this page."


def _set_block(at: int, block: Block, measure: Measure) -> Iterator[SetLine]:
    if block.kind == "table" and block.rows:
        yield from _set_table(at, block, measure.table)
        return
    kind: LineKind = "paragraph" if block.kind == "table" else block.kind
    indent = 2 * (min(block.level, _DEEPEST) - 1) if kind == "item" else 0
    marker = _HANGS.match(block.text) if kind in ("item", "paragraph") else None
    hang = indent + (min(8, len(marker.group())) if marker else 0)
    lines = wrap(block.text, measure.text - hang, measure.text - indent)
    for count, (start, end) in enumerate(lines):
        column = hang if count else indent
        yield SetLine(kind, at, block.level, (Piece(column, block.text[start:end], start),))


def _set_remark(at: int, remark: Remark, width: int) -> Iterator[SetLine]:
    for count, (start, end) in enumerate(wrap(remark.words, width - 4)):
        mark = (Piece(2, REMARKS[remark.kind], -1),) if not count else ()
        yield SetLine(remark.kind, at, pieces=(*mark, Piece(4, remark.words[start:end], -1)))


def _set_table(at: int, block: Block, room: int) -> Iterator[SetLine]:
    rows = [row for row in block.rows if any(cell.strip() for cell in row)]
    widths = column_widths(rows, room)
    columns = [sum(widths[:count]) + GAP * count for count in range(len(widths))]
    headed = len(rows) > 2 and all(cell.strip() for cell in rows[0]) and len(rows[0]) == len(widths) > 1
    starts = cell_starts(block.text, rows)
    tall = False
    for count, row in enumerate(rows):
        cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=False)]
        height = max(len(cell) for cell in cells)
        if count and (tall or height > 1) and not (headed and count == 1):
            yield SetLine("gap", at)
        for depth in range(height):
            pieces = tuple(
                Piece(
                    column,
                    cell[lines[depth][0] : lines[depth][1]],
                    -1 if begin < 0 else begin + lines[depth][0],
                )
                for column, cell, lines, begin in zip(columns, row, cells, starts[count], strict=False)
                if depth < len(lines)
            )
            yield SetLine("head" if headed and not count else "table", at, pieces=pieces)
        if headed and not count:
            yield SetLine("divide", at, pieces=(Piece(0, "─" * (columns[-1] + widths[-1]), -1),))
        tall = height > 1


def _piece(column: int, cell: str, stretch: tuple[int, int], begin: int) -> Piece:
    """A line of a cell whose words begin at `begin` in the table's text (-1: they are not in it)."""
    start, end = stretch
    return Piece(column, cell[start:end], -1 if begin < 0 else begin + start)
