"""Puts a page's fragments into reading order, one row a baseline.

Word processors paint in the order people read, and geometry cannot do better; so painting order is
kept, and only what it gets wrong is mended: cells of a row painted one below the other, running lines
painted out of turn, columns painted row by row, and pages painted in no order at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from imports.readers.pdf.beside import LINES_BESIDE_CELLS, end_of_side_column, is_short, rank
from imports.readers.pdf.columns import part_columns
from imports.readers.pdf.pieces import Fragment
from imports.readers.pdf.rows import Row, row

_LOOK_BACK = 80
_RUNNING_LINES = 3
_LANE = 24.0
_WIDEST = 3000.0
_CLIMB = 4
_MOST_COLUMNS = 40


def arrange(items: Sequence[Fragment | Row]) -> list[Row]:
    """Put fragments and tables, given in painting order, into reading order."""
    items = _downwards(items)
    scrambled = _is_scrambled(items)
    rows = _by_place(items) if scrambled else _with_running_lines(_paint(items))
    return part_columns(rows, scrambled)


def _downwards(items: Sequence[Fragment | Row]) -> list[Fragment | Row]:
    """Turn about what is painted from the foot up, as a chart's scale is."""
    turned: list[Fragment | Row] = []
    climb: list[Fragment | Row] = []
    for item in items:
        if climb and not _climbs(climb[-1], item):
            turned += climb if len(climb) < _CLIMB else reversed(climb)
            climb = []
        climb.append(item)
    return [*turned, *(climb if len(climb) < _CLIMB else reversed(climb))]


def _climbs(former: Fragment | Row, later: Fragment | Row) -> bool:
    over = later.box.left < former.box.right and later.box.right > former.box.left
    return over and later.box.bottom <= former.box.top + 0.3 * later.size


def _paint(items: Sequence[Fragment | Row]) -> list[Row]:
    rows: list[Row] = []
    side = columns = 0
    for place, item in enumerate(items):
        if isinstance(item, Row):
            rows.append(item)
            continue
        if rows and place >= side and item.base < rows[-1].base - 0.3 * item.size:
            columns += 1
            side = end_of_side_column(rows, items, place) if columns <= _MOST_COLUMNS else side
        beside = place < side
        home = None
        if rows and rows[-1].takes(item):
            home = rows[-1]
        elif (
            rows
            and item.base < rows[-1].base + 0.3 * item.size
            and (beside or is_short(items, place) or _goes_on_row(rows, items, place, item))
        ):
            home = next((row for row in reversed(rows[-_LOOK_BACK:]) if row.takes(item)), None)
            if home is None and (beside or _is_beside(rows[-1], item)):
                rows.insert(rank(rows, item), row(item))
                continue
        if home:
            home.add(item)
        else:
            rows.append(row(item))
    return rows


def _goes_on_row(rows: list[Row], items: Sequence[Fragment | Row], place: int, item: Fragment) -> bool:
    """Whether a piece is the next cell of a row that was painted cell by cell and has several already."""
    home = next((row for row in reversed(rows[-LINES_BESIDE_CELLS:]) if row.takes(item)), None)
    cells = home is not None and len(home.fragments) > 1 and item.left > home.box.right
    return cells and is_short(items, place, LINES_BESIDE_CELLS)


def _is_beside(last: Row, item: Fragment) -> bool:
    return last.table is None and item.left >= last.box.right and item.base >= last.base - 6 * item.size


def _is_scrambled(items: Sequence[Fragment | Row]) -> bool:
    """Whether painting jumps back up over itself again and again.

    The page is watched lane by lane, so that columns may be painted in turn or at once.
    """
    if not _climbs_at_all(items):
        return False
    reached = [-inf] * (int(_WIDEST // _LANE) + 1)
    jumps = 0
    for item in items:
        box = item.box
        left = int(min(max(box.left, 0.0), _WIDEST) // _LANE)
        right = int(min(max(box.right, 0.0), _WIDEST) // _LANE)
        first, end = (left + 1, right) if left + 1 < right else ((left + right) // 2, (left + right) // 2 + 1)
        jumps += max(reached[first:end]) > box.top + 0.3 * max(item.size, 1)
        reached[first:end] = [box.top] * (end - first)
    return jumps >= max(3, 0.2 * len(items))


def _climbs_at_all(items: Sequence[Fragment | Row]) -> bool:
    """Whether anything is painted above what was painted before it: on most pages nothing is."""
    reached = -inf
    for item in items:
        top = item.box.top
        if reached > top + 0.3 * max(item.size, 1):
            return True
        reached = max(reached, top)
    return False


def _by_place(items: Sequence[Fragment | Row]) -> list[Row]:
    rows = [item for item in items if isinstance(item, Row)]
    loose = [item for item in items if isinstance(item, Fragment)]
    for piece in sorted(loose, key=lambda fragment: (fragment.base, fragment.left)):
        home = next((row for row in reversed(rows[-8:]) if row.takes(piece)), None)
        if home:
            home.add(piece)
        else:
            rows.append(row(piece))
    return sorted(rows, key=lambda row: row.base if row.table is None else row.box.top)


def _with_running_lines(rows: list[Row]) -> list[Row]:
    """Move head and foot lines to where they stand, whenever they were painted."""
    breaks = [n for n in range(1, len(rows)) if rows[n].box.top < rows[n - 1].box.top - 0.3 * rows[n].size]
    if not breaks:
        return rows
    first, rest = rows[: breaks[0]], rows[breaks[0] :]
    bottom = max(row.box.bottom for row in rest)
    feet = [row for row in first if row.box.top >= bottom - 1 and row.table is None]
    feet = feet if _stand_apart(feet, first) else []
    last = rows[breaks[-1] :]
    others = [row for row in rows[: breaks[-1]] if row not in feet]
    top = min((row.box.top for row in others), default=0.0)
    heads = [row for row in last if row.box.bottom <= top + 1 and row.table is None]
    heads = heads if _stand_apart(heads, last) else []
    return heads + [row for row in rows if row not in heads and row not in feet] + feet


def _stand_apart(few: list[Row], painted: list[Row]) -> bool:
    """Whether a few lines are no part of the words painted in one go with them."""
    if len(few) > _RUNNING_LINES:
        return False
    others = [row for row in painted if row not in few]
    return all(
        max(other.box.top - row.box.bottom, row.box.top - other.box.bottom) > row.size
        for row in few
        for other in others
    )
