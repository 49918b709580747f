"""Puts a ruled table's text into its cells, row by row."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from imports.model.document import Table
from imports.patterns import regex
from imports.readers.pdf.letters import SOFT_HYPHEN
from imports.readers.pdf.rows import Row, row

if TYPE_CHECKING:
    from imports.readers.pdf.grid import Grid
    from imports.readers.pdf.pieces import Fragment

_CARRIED = regex(SOFT_HYPHEN + r"\n(\S+)[ ]*")

CellLines = list[Row]


class Place(NamedTuple):
    """A cell: index of the table, row and column."""

    table: int
    row: int
    column: int


def fill(grid: Grid, cells: dict[tuple[int, int], list[Fragment]]) -> tuple[Table, list[list[Fragment]]]:
    """Read a table.

    Args:
        grid: its rules.
        cells: the fragments of each cell, by row and column.

    Returns:
        The table, and its lines in reading order: a row of single lines is one line, any other row is
        read cell by cell.
    """
    read = {place: _lines(found) for place, found in cells.items()}
    columns = sorted({column for _, column in read})
    rows: list[tuple[str, ...]] = []
    lines: list[list[Fragment]] = []
    for _, group in groupby(sorted(read), key=lambda place: place[0]):
        within = {place[1]: read[place] for place in group}
        for part in _part(within, grid):
            rows.append(tuple(_text(part.get(column, [])) for column in columns))
            lines += _reading_order(part)
    return Table(tuple(rows), round(grid.box.top, 1), round(grid.box.bottom, 1)), lines


def _lines(found: list[Fragment]) -> CellLines:
    """Gather a cell's fragments into its lines, from the top."""
    lines: CellLines = []
    for piece in sorted(found, key=lambda piece: (piece.turn, round(piece.base), piece.left)):
        home = next((line for line in reversed(lines[-3:]) if line.takes(piece)), None)
        if home and home.fragments[0].turn == piece.turn:
            home.add(piece)
        else:
            lines.append(row(piece))
    return lines


def _text(lines: CellLines) -> str:
    text = "\n".join("  ".join(piece.text for piece in line.fragments) for line in lines)
    return _CARRIED.sub(r"\1\n", text).replace(SOFT_HYPHEN, "").rstrip("\n")


def _reading_order(part: dict[int, CellLines]) -> list[list[Fragment]]:
    if all(len(lines) == 1 for lines in part.values()):
        return [[piece for column in sorted(part) for line in part[column] for piece in line.fragments]]
    return [line.fragments for column in sorted(part) for line in part[column]]


def _part(within: dict[int, CellLines], grid: Grid) -> list[dict[int, CellLines]]:
    """Divide a row that is several: where only blocks are ruled, rows show by their shared baselines.

    Wrapped words share baselines too; but a wrapped line is full, and a cell's own line is not.
    """
    key = max(within.values(), key=len)
    shared = all(any(line.levels_with(other) for other in key) for lines in within.values() for line in lines)
    if len(within) < 2 or len(key) < 2 or not shared:
        return [within]
    breaks = [
        _is_free_break(former, later, grid, column)
        for column, lines in within.items()
        for former, later in pairwise(lines)
    ]
    several = sum(len(lines) >= 0.6 * len(key) for lines in within.values())
    if several < 2 or sum(breaks) < 0.9 * len(breaks):
        return [within]
    parts: list[dict[int, CellLines]] = [defaultdict(list) for _ in key]
    for column, lines in within.items():
        for line in lines:
            number = next(n for n, other in enumerate(key) if line.levels_with(other))
            parts[number][column].append(line)
    return parts


def _is_free_break(former: Row, later: Row, grid: Grid, column: int) -> bool:
    """Whether a new line was begun though the next word would have fitted on the one before."""
    words = later.fragments[0].text
    if words[:1].islower():
        return False
    edge = next(
        (place for n, place in enumerate(grid.columns) if n > column and place > former.box.left),
        grid.columns[-1],
    )
    first = words.split(" ", 1)[0]
    width = (later.fragments[0].right - later.fragments[0].left) * len(first) / max(len(words), 1)
    return edge - former.box.right > width + 1.5 * later.size
