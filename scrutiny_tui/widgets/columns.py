"""Set a table in columns: who gets how much of the line, figures to the right, the head kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from scrutiny_tui.widgets.wrapping import width_of, wrap

GAP = 2
"""Blank cells between two columns."""

_NARROWEST = 16  # a column is never squeezed below its longest word, or this
_SHARED_OUT = 4  # cells a squeeze takes at a time, so that wide columns give first

_FROZEN = 28  # a first column wider than this moves with the others
_HEADS = 3  # rows a head may have
_FIGURE = re.compile(
    r"[(\[<>~≤≥+±↑↓▲▼-]*\s*+[-–−]?\s*+[£$€]?\s*+[-–−]?\d[\d,.\s]*+(?:%|pp|[kKmM]n?|bn|p|st|nd|rd|th)?\s*+[)\]*†↑↓▲▼]*"
    r"|[-–—−.]+|n/?a|nil|tbc|\[\w+\]",
    re.IGNORECASE,
)
_UNIT = re.compile(r"[£$€]\s*[’']?0{3}s?")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line of a set table.

    Attributes:
        kind: of the head, of a row, the line under the head, or the blank one between rows.
        cells: (column, words, where the words begin in the table's text or -1), from the left.
        frozen: cells at the left that stay when the table is moved sideways.
    """

    kind: Literal["head", "table", "divide", "gap"]
    cells: tuple[tuple[int, str, int], ...] = ()
    frozen: int = 0


def set_rows(text: str, rows: Sequence[Sequence[str]], room: int) -> Iterator[TableLine]:
    """Set a table's rows in `room` cells, or wider where its columns cannot be squeezed so far.

    Args:
        text: the table's words as they stand in its block.
        rows: its cells.
        room: of a line, in cells.
    """
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    widths = column_widths(rows, room)
    columns = [sum(widths[:count]) + GAP * count for count in range(len(widths))]
    frozen = columns[1] if len(columns) > 2 and widths[0] <= _FROZEN else 0
    heads, right = head_rows(rows), figure_columns(rows)
    starts = cell_starts(text, rows)
    tall = False
    for count, row in enumerate(rows):
        cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=False)]
        height = max(len(cell) for cell in cells)
        if count and (tall or height > 1) and count > heads:
            yield TableLine("gap")
        for depth in range(height):
            set_cells = []
            for at, (cell, lines) in enumerate(zip(row, cells, strict=True)):
                if depth < len(lines):
                    first, last = lines[depth]
                    words = cell[first:last]
                    aside = widths[at] - width_of(words) if at in right else 0
                    begin = starts[count][at]
                    set_cells.append(
                        (columns[at] + max(0, aside), words, begin if begin < 0 else begin + first)
                    )
            yield TableLine("head" if count < heads else "table", tuple(set_cells), frozen)
        if count == heads - 1:
            yield TableLine("divide", ((0, "─" * (columns[-1] + widths[-1]), -1),), frozen)
        tall = height > 1


def is_figure(cell: str) -> bool:
    """Whether a cell holds a figure, or the sign for none, and nothing else: no unit (£000) either."""
    cell = cell.strip()
    return _FIGURE.fullmatch(cell) is not None and _UNIT.fullmatch(cell) is None


def figure_columns(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns, but the first, that hold figures below their head."""
    found = set()
    for at in range(1, max((len(row) for row in rows), default=0)):
        cells = [row[at] for row in rows[1:] if at < len(row) and row[at].strip()]
        figures = sum(map(is_figure, cells))
        if figures and figures >= 0.6 * len(cells) and any(any(map(str.isdigit, cell)) for cell in cells):
            found.add(at)
    return frozenset(found)


def head_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows are the table's head; 0 where none can be told from its rows."""
    width = max((len(row) for row in rows), default=0)
    if len(rows) < 3 or width < 2:
        return 0
    figures = figure_columns(rows)
    if figures:
        heads = 0
        while heads < min(_HEADS, len(rows) - 2) and not any(
            at < len(rows[heads])
            and is_figure(rows[heads][at])
            and not _YEAR.fullmatch(rows[heads][at].strip())
            for at in figures
        ):
            filled = sum(bool(cell.strip()) for cell in rows[heads])
            if filled < 2 and heads:  # the name of the first group of rows
                break
            heads += 1
        return heads
    first = rows[0]
    numbered = is_figure(first[0]) and sum(is_figure(row[0]) for row in rows[1:]) * 2 >= len(rows) - 1
    return int(len(first) == width and all(cell.strip() for cell in first) and not numbered)


def column_widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Share `room` among the columns: each its natural width if that fits, else the widest give first.

    A table whose columns cannot be squeezed any further comes out wider than `room`.
    """
    count = max((len(row) for row in rows), default=0)
    natural, floor = [1] * count, [1] * count
    for row in rows:
        for at, cell in enumerate(row):
            lines = cell.split("\n")
            natural[at] = max(natural[at], *(width_of(line) for line in lines))
            words = (width_of(word) for word in cell.split())
            floor[at] = max(floor[at], min(_NARROWEST, max(words, default=1)))
    widths = natural
    excess = sum(widths) + GAP * (count - 1) - room
    while excess > 0:
        given = [min(_SHARED_OUT, excess, width - least) for width, least in zip(widths, floor, strict=True)]
        widest = max(range(count), key=lambda at: (given[at] > 0, widths[at]))
        if given[widest] <= 0:
            break
        widths[widest] -= given[widest]
        excess -= given[widest]
    return widths


def cell_starts(text: str, rows: Sequence[Sequence[str]]) -> list[list[int]]:
    """Where each cell's words begin in the table's text, row by row; -1 where the text does not hold them."""
    starts: list[list[int]] = []
    cursor = 0
    for row in rows:
        found = []
        for cell in row:
            at = text.find(cell, cursor) if cell else -1
            if at < 0 and cell:
                at = text.find(cell.replace("\n", " "), cursor)
            found.append(at)
            cursor = at + len(cell) if at >= 0 else cursor
        starts.append(found)
    return starts
