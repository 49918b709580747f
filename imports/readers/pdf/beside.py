"""Columns of short entries that belong to the rows beside them: numbers, names, page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from imports.readers.pdf.columns import LETTERS_OF_PROSE, is_full
from imports.readers.pdf.pieces import Fragment
from imports.readers.pdf.rows import Row, row

# A side column of so few lines is a cell of the row beside it; a longer one is read by itself,
_LINES_OF_A_CELL = 3
# or of one beside a row that has several cells already.
LINES_BESIDE_CELLS = 8
# unless its lines stand far apart (in sizes), as entries do and prose does not, or are mere labels.
_ENTRIES_APART = 1.6
_LONGEST_LABEL = 5
_MOST_LINES = 120


def is_short(items: Sequence[Fragment | Row], place: int, most: int = _LINES_OF_A_CELL) -> bool:
    """Whether the column that begins here is a cell's few lines, not a column of prose."""
    first = items[place]
    lines, base = 1, 0.0
    for item in items[place : place + 4 * most]:
        if isinstance(item, Row) or not isinstance(first, Fragment):
            break
        if item is first:
            base = item.base
            continue
        if item.left < first.left - 2 * first.size or item.base < base - 0.3 * item.size:
            break
        if item.base > base + 0.3 * item.size:
            lines, base = lines + 1, item.base
    return lines <= most


def rank(rows: list[Row], item: Fragment) -> int:
    """Find the place of a cell's later line among the lines beside it."""
    place = len(rows)
    while place and rows[place - 1].table is None and rows[place - 1].base > item.base:
        place -= 1
    return place


def end_of_side_column(rows: list[Row], items: Sequence[Fragment | Row], place: int) -> int:
    """Say where the column painted from `place` on ends, if it belongs to the rows beside it.

    Of the column and those rows one holds entries: fewer lines, or lines wide apart, each on a baseline of
    the other's.

    Returns:
        The place after its last fragment; `place` itself where it is read by itself.
    """
    column = _downwards(items, place, max(row.base for row in rows[-_MOST_LINES:]))
    top, foot = column[0].base, column[-1].base
    slack = 0.3 * column[0].size
    around = [
        each
        for each in rows[-_MOST_LINES:]
        if each.table is None and top - slack <= each.base <= foot + slack
    ]
    left, right = min(piece.left for piece in column), max(piece.right for piece in column)
    if any(piece.right > left and piece.left < right for each in around for piece in each.fragments):
        return place
    lines = _lines(column)
    few, many = sorted((lines, around), key=len)
    if len(few) <= _LINES_OF_A_CELL or not _are_entries(few):
        return place
    matched = sum(any(one.levels_with(other) for other in many) for one in few)
    return place + len(column) if matched >= 0.9 * len(few) else place


def _downwards(items: Sequence[Fragment | Row], place: int, foot: float) -> list[Fragment]:
    """Gather what is painted from here on without going up again, as far down as `foot`."""
    found: list[Fragment] = []
    for item in items[place : place + 2 * _MOST_LINES]:
        if isinstance(item, Row) or (found and item.base < found[-1].base - 0.3 * item.size):
            break
        if item.base > foot + 0.3 * item.size:
            break
        found.append(item)
    return found


def _lines(column: list[Fragment]) -> list[Row]:
    lines = [row(column[0])]
    for piece in column[1:]:
        if lines[-1].takes(piece):
            lines[-1].add(piece)
        else:
            lines.append(row(piece))
    return lines


def _are_entries(lines: list[Row]) -> bool:
    if all(len(piece.text) <= _LONGEST_LABEL for line in lines for piece in line.fragments):
        return True
    apart = median(later.base - former.base for former, later in pairwise(lines))
    return apart >= _ENTRIES_APART * max(line.size for line in lines) and not _is_prose(lines)


def _is_prose(lines: list[Row]) -> bool:
    letters = sum(len(line.fragments[0].text) for line in lines)
    return letters >= LETTERS_OF_PROSE * len(lines) and is_full(lines, 0)
