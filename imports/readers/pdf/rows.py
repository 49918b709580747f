"""Puts a page's fragments into reading order, one row a baseline.

Word processors paint in the order people read, and geometry cannot do better; so painting order is
kept, and only what it gets wrong is mended: cells of a row painted one below the other, running lines
painted out of turn, columns painted row by row, and pages painted in no order at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from imports.readers.pdf.pieces import Box, Fragment, surround

# A side column of so few lines is a cell of the row beside it; a longer one is read by itself.
_LINES_OF_A_CELL = 3
_LOOK_BACK = 80
_ROWS_OF_COLUMNS = 6
_LETTERS_OF_PROSE = 25
_RUNNING_LINES = 3
# Beyond these a page is no page of words, and order is not worth the time.
_MOST_CELLS = 120
_LONGEST_BAND = 120


@dataclass(slots=True, eq=False)
class Row:
    """A printed line being put together, or a table standing among the lines.

    Attributes:
        fragments: from left to right; those of a table are not here.
        box: where it stands.
        table: index of the table, or None.
    """

    fragments: list[Fragment]
    box: Box
    table: int | None = None
    base: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self.base = self.fragments[0].base if self.fragments else self.box.bottom
        self.size = self.fragments[0].size if self.fragments else 0.0

    def levels_with(self, other: Row) -> bool:
        """Whether another row stands on the same baseline."""
        return abs(other.base - self.base) <= 0.3 * max(self.size, other.size)

    def takes(self, piece: Fragment) -> bool:
        """Whether a fragment stands on this row's baseline, in room left free."""
        if (
            self.table is not None
            or len(self.fragments) >= _MOST_CELLS
            or abs(piece.base - self.base) > 0.3 * max(self.size, piece.size)
        ):
            return False
        slack = 0.3 * piece.size
        return all(
            piece.left >= other.right - slack or piece.right <= other.left + slack for other in self.fragments
        )

    def add(self, piece: Fragment) -> None:
        """Put a fragment at its place from the left."""
        self.fragments.append(piece)
        self.fragments.sort(key=lambda fragment: fragment.left)
        self.box = surround(self.box, piece.box)


def row(piece: Fragment) -> Row:
    """Begin a row with one fragment."""
    return Row([piece], piece.box)


def arrange(items: Sequence[Fragment | Row]) -> list[Row]:
    """Put fragments and tables, given in painting order, into reading order."""
    rows = _paint(items)
    scrambled = _is_scrambled(rows)
    if scrambled:
        rows = _by_place(rows)
    return _part_columns(_with_running_lines(rows), scrambled)


def _paint(items: Sequence[Fragment | Row]) -> list[Row]:
    rows: list[Row] = []
    for place, item in enumerate(items):
        if isinstance(item, Row):
            rows.append(item)
            continue
        home = None
        if rows and rows[-1].takes(item):
            home = rows[-1]
        elif rows and item.base < rows[-1].base + 0.3 * item.size and _is_short(items, place):
            home = next((row for row in reversed(rows[-_LOOK_BACK:]) if row.takes(item)), None)
            if home is None and _is_beside(rows[-1], item):
                rows.insert(_rank(rows, item), row(item))
                continue
        if home:
            home.add(item)
        else:
            rows.append(row(item))
    return rows


def _is_beside(last: Row, item: Fragment) -> bool:
    return last.table is None and item.left >= last.box.right and item.base >= last.base - 6 * item.size


def _rank(rows: list[Row], item: Fragment) -> int:
    """Find the place of a cell's later line among the lines beside it."""
    rank = len(rows)
    while rank and rows[rank - 1].table is None and rows[rank - 1].base > item.base:
        rank -= 1
    return rank


def _is_short(items: Sequence[Fragment | Row], place: int) -> bool:
    """Whether the column that begins here is a cell's few lines, not a column of prose."""
    first = items[place]
    lines, base = 1, 0.0
    for item in items[place : place + 4 * _LINES_OF_A_CELL]:
        if isinstance(item, Row) or not isinstance(first, Fragment):
            break
        if item is first:
            base = item.base
            continue
        if item.left < first.left - 2 * first.size or item.base < base - 0.3 * item.size:
            break
        if item.base > base + 0.3 * item.size:
            lines, base = lines + 1, item.base
    return lines <= _LINES_OF_A_CELL


def _is_scrambled(rows: list[Row]) -> bool:
    """Whether painting jumps back up over itself again and again."""
    jumps = sum(
        later.box.top < former.box.top - 0.3 * max(former.size, 1)
        and later.box.left < former.box.right
        and later.box.right > former.box.left
        for former, later in pairwise(rows)
    )
    return jumps >= max(3, 0.2 * len(rows))


def _by_place(rows: list[Row]) -> list[Row]:
    sorted_rows: list[Row] = [row for row in rows if row.table is not None]
    for piece in sorted((f for row in rows for f in row.fragments), key=lambda f: (f.base, f.left)):
        home = next((row for row in reversed(sorted_rows[-8:]) if row.takes(piece)), None)
        if home:
            home.add(piece)
        else:
            sorted_rows.append(row(piece))
    return sorted(sorted_rows, key=lambda row: row.base if row.table is None else row.box.top)


def _with_running_lines(rows: list[Row]) -> list[Row]:
    """Move head and foot lines to where they stand, whenever they were painted."""
    breaks = [n for n in range(1, len(rows)) if rows[n].box.top < rows[n - 1].box.top - 0.3 * rows[n].size]
    if not breaks:
        return rows
    first, rest = rows[: breaks[0]], rows[breaks[0] :]
    bottom = max(row.box.bottom for row in rest)
    feet = [row for row in first if row.box.top >= bottom - 1 and row.table is None]
    feet = feet if len(feet) <= _RUNNING_LINES else []
    last = rows[breaks[-1] :]
    others = [row for row in rows[: breaks[-1]] if row not in feet]
    top = min((row.box.top for row in others), default=0.0)
    heads = [row for row in last if row.box.bottom <= top + 1 and row.table is None]
    heads = heads if len(heads) <= _RUNNING_LINES else []
    return heads + [row for row in rows if row not in heads and row not in feet] + feet


def _part_columns(rows: list[Row], scrambled: bool) -> list[Row]:
    """Read columns of prose one after the other, though each row was painted across them."""
    ordered: list[Row] = []
    start = 0
    while start < len(rows):
        gutter = _gutter(rows[start])
        end = start
        last = min(len(rows), start + _LONGEST_BAND)
        while gutter is not None and end < last and _beside(rows[end], gutter, scrambled):
            end += 1
        band = rows[start:end]
        if gutter is not None and _is_prose(band, gutter):
            ordered += _column(band, gutter, left=True)
            ordered += _part_columns(_column(band, gutter, left=False), scrambled)
            start = end
        else:
            ordered.append(rows[start])
            start += 1
    return ordered


def _gutter(row: Row) -> float | None:
    if len(row.fragments) < 2:
        return None
    return (row.fragments[0].right + row.fragments[1].left) / 2


def _beside(row: Row, gutter: float, scrambled: bool) -> bool:
    """Whether a row is divided by the gutter, and was painted in one go or in no order at all."""
    orders = [f.order for f in row.fragments]
    if row.table is not None or (not scrambled and max(orders) - min(orders) >= len(orders)):
        return False
    return all(f.right <= gutter or f.left >= gutter for f in row.fragments)


def _is_prose(band: list[Row], gutter: float) -> bool:
    both = [row for row in band if row.fragments[0].right <= gutter <= row.fragments[-1].left]
    if len(both) < _ROWS_OF_COLUMNS:
        return False
    left = sum(len(f.text) for row in both for f in row.fragments if f.right <= gutter)
    right = sum(len(f.text) for row in both for f in row.fragments if f.left >= gutter)
    wordy = min(left, right) >= _LETTERS_OF_PROSE * len(both)
    return wordy and _is_full(both, 0) and _is_full(both, -1)


def _is_full(rows: list[Row], side: int) -> bool:
    """Whether most lines of a column fill it, as wrapped words do and a table's entries do not."""
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
