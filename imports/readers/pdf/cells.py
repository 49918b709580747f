"""Divides rows into cells: at wide gaps, and where the rows around show that a column begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from imports.readers.pdf.device import CELL_GAP, WORD_GAP

if TYPE_CHECKING:
    from imports.readers.pdf.pieces import Fragment
    from imports.readers.pdf.rows import Row

_NEAR = 1.5
_ROWS_AROUND = 12
_FEWEST = 2
_MOST_STARTS = 200


class _Start(NamedTuple):
    """A column's left edge that a wide gap shows: in which row, of which cell, and where the next begins."""

    row: int
    before: float
    left: float


def cells_of(rows: Sequence[Row]) -> Iterator[list[Fragment]]:
    """Give each row's cells from left to right; a table's rows have none here."""
    starts = [
        _Start(number, former.left, later.left)
        for number, row in enumerate(rows)
        for former, later in zip(row.fragments, row.fragments[1:], strict=False)
        if later.left - former.right > CELL_GAP * max(former.size, later.size)
    ]
    for number, row in enumerate(rows):
        first = bisect_left(starts, number - _ROWS_AROUND, key=_row)
        around = starts[first : bisect_right(starts, number + _ROWS_AROUND, key=_row)][:_MOST_STARTS]
        yield _cells(row.fragments, around) if around or len(row.fragments) > 1 else row.fragments


def _row(start: _Start) -> int:
    return start.row


def _cells(fragments: list[Fragment], starts: list[_Start]) -> list[Fragment]:
    """Join what no wide gap and no column's edge divides, and part what a column's edge does."""
    cells: list[Fragment] = []
    for fragment in fragments:
        last = cells[-1] if cells else None
        if last is not None and not _parts(last, fragment, starts):
            gap = fragment.left - last.right
            last.add(fragment, last.open or gap > WORD_GAP * min(last.size, fragment.size))
        else:
            cells.append(fragment)
    return [part for cell in cells for part in (_divided(cell, starts) if cell.gaps and starts else [cell])]


def _parts(former: Fragment, later: Fragment, starts: list[_Start]) -> bool:
    gap = later.left - former.right
    wide = gap > CELL_GAP * max(former.size, later.size)
    return wide or (gap > 2 * WORD_GAP * later.size and _is_start(former.left, later.left, starts))


def _is_start(before: float, left: float, starts: list[_Start]) -> bool:
    shown = sum(abs(start.left - left) <= _NEAR and abs(start.before - before) <= _NEAR for start in starts)
    return shown >= _FEWEST


def _divided(cell: Fragment, starts: list[_Start]) -> list[Fragment]:
    """Part a cell's words at the edge of a column."""
    for gap in cell.gaps:
        if _is_start(cell.left, gap[1], starts):
            return part_at(cell, gap)
    return [cell]


def part_at(cell: Fragment, gap: tuple[float, float, int]) -> list[Fragment]:
    """Part a cell's words at a wide blank inside."""
    right, left, place = gap
    former = _part(cell, cell.text[: place - 1], cell.left, right)
    return [former, _part(cell, cell.text[place:], left, cell.right)]


def _part(cell: Fragment, text: str, left: float, right: float) -> Fragment:
    share = len(text) / max(1, len(cell.text))
    return replace(
        cell,
        text=text,
        left=left,
        right=right,
        box=replace(cell.box, left=left, right=right),
        letters={size: max(1, round(count * share)) for size, count in cell.letters.items()},
        bold=round(cell.bold * share),
        gaps=[],
    )
