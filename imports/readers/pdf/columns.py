"""Reads columns of prose one after the other, though each row was painted across them."""

from __future__ import annotations

from imports.readers.pdf.rows import Row, row

_ROWS_OF_COLUMNS = 6
LETTERS_OF_PROSE = 25
# Beyond these a page is no page of words, and order is not worth the time.
_LONGEST_BAND = 120
_MOST_ROWS = 2_000


def part_columns(rows: list[Row], scrambled: bool) -> list[Row]:
    """Part the rows that a gutter divides into two columns or more.

    Args:
        rows: of the page, from the top.
        scrambled: whether the page was painted in no order at all.
    """
    if len(rows) > _MOST_ROWS:
        return rows
    ordered: list[Row] = []
    divisible = [_is_divisible(row, scrambled) for row in rows]
    start = 0
    while start < len(rows):
        gutter = _gutter(rows[start])
        end = start
        last = min(len(rows), start + _LONGEST_BAND)
        while gutter is not None and end < last and divisible[end] and _leaves_free(rows[end], gutter):
            end += 1
        band = rows[start:end]
        if gutter is not None and _is_prose(band, gutter):
            ordered += _column(band, gutter, left=True)
            ordered += part_columns(_column(band, gutter, left=False), scrambled)
            start = end
        else:
            ordered.append(rows[start])
            start += 1
    return ordered


def _gutter(row: Row) -> float | None:
    if len(row.fragments) < 2:
        return None
    return (row.fragments[0].right + row.fragments[1].left) / 2


def _is_divisible(row: Row, scrambled: bool) -> bool:
    """Whether a row was painted in one go, or is of a page painted in no order at all."""
    orders = [f.order for f in row.fragments]
    return row.table is None and (scrambled or max(orders) - min(orders) < len(orders))


def _leaves_free(row: Row, gutter: float) -> bool:
    return not any(f.left < gutter < f.right for f in row.fragments)


def _is_prose(band: list[Row], gutter: float) -> bool:
    both = [row for row in band if row.fragments[0].right <= gutter <= row.fragments[-1].left]
    if len(both) < _ROWS_OF_COLUMNS:
        return False
    left = sum(len(f.text) for row in both for f in row.fragments if f.right <= gutter)
    right = sum(len(f.text) for row in both for f in row.fragments if f.left >= gutter)
    wordy = min(left, right) >= LETTERS_OF_PROSE * len(both)
    return wordy and is_full(both, 0) and is_full(both, -1)


def is_full(rows: list[Row], side: int) -> bool:
    """Whether most lines of a column fill it, as wrapped words do and a table's entries do not.

    Args:
        rows: the lines.
        side: which fragment of each: 0 for the first, -1 for the last.
    """
    widths = [row.fragments[side].right - row.fragments[side].left for row in rows]
    return sum(width >= 0.75 * max(widths) for width in widths) >= 0.7 * len(widths)


def _column(band: list[Row], gutter: float, left: bool) -> list[Row]:
    found = []
    for old in band:
        kept = [f for f in old.fragments if (f.right <= gutter) == left]
        if kept:
            new = row(kept[0])
            for piece in kept[1:]:
                new.add(piece)
            found.append(new)
    return found
