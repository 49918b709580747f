"""Finds tables that no rules enclose: lines whose cells stand below each other.

A cell that is wrapped goes on in a line that lacks the row's other cells, set tighter than the rows are,
or stands alone below it; such lines are put back into their row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.layout.hanging import is_hung
from imports.layout.paragraphs import join_lines
from imports.model.document import Cell
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

NEAR = 6.0
LOOK_AHEAD = 10
_FIGURE = regex(r"[-–(]?\s*+[£$€]?\s*+[\d,.]++\s*+(?:%|[kKmM]|bn)?\)?|[-–]|n/a", re.IGNORECASE)


@dataclass(slots=True)
class _Column:
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class AlignedTable:
    """A table found among the lines.

    Attributes:
        rows: its cells.
        end: the line after its last.
    """

    rows: tuple[tuple[str, ...], ...]
    end: int


def find_aligned(lines: Sequence[TextLine], i: int) -> AlignedTable | None:
    """Find the table that begins at line `i`, or None where none does."""
    if len(lines[i].line.cells) < 2 or is_hung(lines[i]):
        return None
    end, columns = _extent(lines, i)
    own = lines[i:end]
    several = sum(len(line.line.cells) >= 2 for line in own)
    if several < 2:
        return None
    rows = _rows(own, columns)
    filled = [n for n in range(len(columns)) if any(row[n] for row in rows)]
    return AlignedTable(tuple(tuple(row[n] for n in filled) for row in rows), end)


def _extent(lines: Sequence[TextLine], i: int) -> tuple[int, list[_Column]]:
    """How far the table goes, and its columns."""
    columns = [_Column(cell.left, cell.right) for cell in lines[i].line.cells]
    end = i + 1
    while end < len(lines):
        before, line = lines[end - 1], lines[end]
        if line.line.top < before.line.top - 2 or abs(line.line.size - lines[i].line.size) > 1.0:
            break
        if len(line.line.cells) >= 2:
            if not _fits(line, columns):
                break
            _widen(columns, line.line.cells)
            end += 1
            continue
        reach = _single_reach(lines, end, columns)
        if reach is None:
            break
        end = reach
    return end, columns


def _fits(line: TextLine, columns: Sequence[_Column]) -> bool:
    """Whether a line of several cells is a row of the table."""
    cells = line.line.cells
    if is_hung(line):
        aligned = abs(cells[0].left - columns[0].left) <= NEAR and any(
            abs(cells[1].left - column.left) <= 3 for column in columns[1:]
        )
        return aligned and len(columns) > 2
    homes = [_home(cell, columns) for cell in cells]
    known = {home for home in homes if home is not None}
    return len(known) >= 2 or (not line.gap and len(known) == 1 and len(columns) > 1)


def _home(cell: Cell, columns: Sequence[_Column]) -> int | None:
    """The column a cell shares most of its width with; None where it stands between columns."""
    best, most = None, 0.0
    for n, column in enumerate(columns):
        shared = min(cell.right, column.right) - max(cell.left, column.left)
        if shared > most:
            best, most = n, shared
    if best is None:
        near = [n for n, column in enumerate(columns) if abs(column.left - cell.left) <= NEAR]
        return near[0] if near else None
    return best


def _widen(columns: list[_Column], cells: Sequence[Cell]) -> None:
    """Let the columns take in a row, a new column where a cell stands in room left free."""
    for cell in cells:
        touched = [c for c in columns if cell.left < c.right and cell.right > c.left]
        if not touched:
            columns.append(_Column(cell.left, cell.right))
            columns.sort(key=lambda column: column.left)
        elif len(touched) == 1:
            touched[0].left = min(touched[0].left, cell.left)
            touched[0].right = max(touched[0].right, cell.right)


def _single_reach(lines: Sequence[TextLine], i: int, columns: Sequence[_Column]) -> int | None:
    """The end of the lines from `i` that each stand in one column, where they belong to the table."""
    end = i
    while end < len(lines) and end < i + LOOK_AHEAD and not lines[end].line.cells:
        before, line = lines[end - 1].line, lines[end].line
        apart = line.top < before.top - 2 or line.top - before.top > 3 * max(line.size, 1)
        if apart or _column_of(line.left, line.right, columns) is None:
            break
        end += 1
    if end == i:
        return None
    follows = end < len(lines) and len(lines[end].line.cells) >= 2 and _fits(lines[end], columns)
    follows = follows and abs(lines[end].line.size - lines[i].line.size) <= 1.0
    if follows and lines[end].line.top >= lines[end - 1].line.top - 2:
        return end
    # Nothing of the table follows: only what goes on closely below its last row.
    last = i
    while last < end and not lines[last].gap and _goes_on(lines[last - 1], lines[last], columns):
        last += 1
    return last if last > i else None


def _goes_on(before: TextLine, line: TextLine, columns: Sequence[_Column]) -> bool:
    place = _column_of(line.line.left, line.line.right, columns)
    return bool(place) or (
        before.line.bold == line.line.bold and abs(before.line.size - line.line.size) < 0.5
    )


def _column_of(left: float, right: float, columns: Sequence[_Column]) -> int | None:
    """The column a lone line stands in: it begins where the column does, and ends before the next."""
    for n, column in enumerate(columns):
        room = columns[n + 1].left if n + 1 < len(columns) else max(column.right, right)
        centred = left >= column.left - NEAR and right <= column.right + NEAR
        if (abs(left - column.left) <= NEAR or centred) and right <= room + 1:
            return n
    return None


def _rows(lines: Sequence[TextLine], columns: Sequence[_Column]) -> list[list[str]]:
    """Put the lines' cells into rows."""
    dense = _is_dense(lines, columns)
    rows: list[list[list[str]]] = []
    bottoms: list[float] = []
    before: TextLine | None = None
    for line in lines:
        cells = line.line.cells or (Cell(line.text, line.line.left, line.line.right),)
        placed = _place(cells, columns)
        if not rows or before is None or _opens_row(before, line, placed, rows[-1], bottoms, dense):
            rows.append([[] for _ in columns])
            bottoms = [line.line.top - 1e3 for _ in columns]
        for n, text in placed.items():
            rows[-1][n].append(text)
            bottoms[n] = line.line.top
        before = line
    return [[join_lines(cell) for cell in row] for row in rows]


def _place(cells: Sequence[Cell], columns: Sequence[_Column]) -> dict[int, str]:
    placed: dict[int, str] = {}
    last = -1
    for cell in cells:
        home = _home(cell, columns)
        if home is None or home < last:
            home = max(last, 0)
        placed[home] = f"{placed[home]} {cell.text}" if home in placed else cell.text
        last = home
    return placed


def _is_dense(lines: Sequence[TextLine], columns: Sequence[_Column]) -> bool:
    """Whether rows follow each other as closely as the lines of a wrapped cell do."""
    tight = loose = 0
    for a, b in pairwise(lines):
        if len(b.line.cells) >= 2 and _home(b.line.cells[0], columns) == 0:
            if b.line.top - a.line.top <= 1.4 * b.line.size:
                tight += 1
            else:
                loose += 1
    return tight > loose


def _opens_row(
    before: TextLine,
    line: TextLine,
    placed: dict[int, str],
    row: Sequence[Sequence[str]],
    bottoms: Sequence[float],
    dense: bool,
) -> bool:
    step = line.line.top - max([bottoms[n] for n in placed] + [0.0])
    if all(not row[n] for n in placed):
        step = line.line.top - before.line.top
    if step > 1.4 * max(line.line.size, 1):
        return True
    # A title's weight says nothing of the last column beside it, whose words go on.
    beside = placed.keys() == {len(row) - 1} and row[-1] and len(before.line.cells) > 1
    if before.line.bold != line.line.bold and not beside:
        return True
    if dense and 0 in placed and (len(placed) > 1 or not row[0] or not placed[0][:1].islower()):
        return True
    return any(row[n] and _FIGURE.fullmatch(row[n][-1]) and _FIGURE.fullmatch(placed[n]) for n in placed)
