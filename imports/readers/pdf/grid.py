"""Finds ruled tables: which rules belong together, and which cells they enclose."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from imports.readers.pdf.pieces import Box

_NEAR = 3.0
_MOST_CROSSINGS = 300_000
_MOST_CELLS = 20_000
_MOST_GRIDS = 64


class _Bar(NamedTuple):
    """A rule or several in line: at `place`, from `start` to `end`."""

    place: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table before its text.

    Attributes:
        columns: places of the upright rules, from the left.
        rows: places of the level rules, from the top.
        merged: for every (row, column), the first cell of those that no rule divides.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    merged: dict[tuple[int, int], tuple[int, int]]

    @property
    def box(self) -> Box:
        """Where the table stands."""
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Say which cell a point stands in, by row and column."""
        row, column = bisect_right(self.rows, y) - 1, bisect_right(self.columns, x) - 1
        return self.merged.get((row, column))


def grids(rules: Iterable[Box]) -> list[Grid]:
    """Find the tables of a page: groups of crossing rules that enclose at least two columns."""
    level: list[_Bar] = []
    upright: list[_Bar] = []
    for rule in rules:
        if rule.right - rule.left >= rule.bottom - rule.top:
            level.append(_Bar((rule.top + rule.bottom) / 2, rule.left, rule.right))
        else:
            upright.append(_Bar((rule.left + rule.right) / 2, rule.top, rule.bottom))
    level, upright = _in_line(level), _in_line(upright)
    if not level or not upright or len(level) * len(upright) > _MOST_CROSSINGS:
        return []
    found = [_grid(*group) for group in _groups(level, upright)]
    largest = sorted((grid for grid in found if grid), key=lambda grid: -len(grid.merged))[:_MOST_GRIDS]
    return sorted(largest, key=lambda grid: (grid.box.top, grid.box.left))


def _in_line(bars: list[_Bar]) -> list[_Bar]:
    """Join bars that continue each other: borders are often painted cell by cell."""
    lanes: list[tuple[float, list[_Bar]]] = []
    for bar in sorted(bars):
        if lanes and bar.place - lanes[-1][0] <= _NEAR / 2:
            lanes[-1][1].append(bar)
        else:
            lanes.append((bar.place, [bar]))
    joined = []
    for place, lane in lanes:
        start, end = None, 0.0
        for bar in sorted(lane, key=lambda bar: bar.start):
            if start is None:
                start, end = bar.start, bar.end
            elif bar.start <= end + _NEAR:
                end = max(end, bar.end)
            else:
                joined.append(_Bar(place, start, end))
                start, end = bar.start, bar.end
        if start is not None:
            joined.append(_Bar(place, start, end))
    return joined


def _groups(level: list[_Bar], upright: list[_Bar]) -> list[tuple[list[_Bar], list[_Bar]]]:
    """Gather rules that touch, directly or through others."""
    crossings = [
        (("level", i), ("upright", j))
        for i, one in enumerate(level)
        for j, other in enumerate(upright)
        if one.start - _NEAR <= other.place <= one.end + _NEAR
        and other.start - _NEAR <= one.place <= other.end + _NEAR
    ]
    find = _union(crossings)
    groups: dict[Hashable, tuple[list[_Bar], list[_Bar]]] = defaultdict(lambda: ([], []))
    for kind in {key for pair in crossings for key in pair}:
        side, number = kind
        bars = level if side == "level" else upright
        groups[find(kind)][side == "upright"].append(bars[number])
    return list(groups.values())


def _union(pairs: Iterable[tuple[Hashable, Hashable]]) -> Callable[[Hashable], Hashable]:
    above: dict[Hashable, Hashable] = {}

    def find(key: Hashable) -> Hashable:
        while above.setdefault(key, key) != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    for one, other in pairs:
        above[find(one)] = find(other)
    return find


def _grid(level: list[_Bar], upright: list[_Bar]) -> Grid | None:
    # A table may lack its outer rules: the other rules' ends say where it stops.
    columns = _places([bar.place for bar in upright], [(bar.start, bar.end) for bar in level])
    rows = _places([bar.place for bar in level], [(bar.start, bar.end) for bar in upright])
    if len(columns) < 3 or len(rows) < 2 or len(columns) * len(rows) > _MOST_CELLS:
        return None
    across = {place: [bar for bar in level if abs(bar.place - place) <= _NEAR] for place in rows}
    down = {place: [bar for bar in upright if abs(bar.place - place) <= _NEAR] for place in columns}
    undivided: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for r, (top, bottom) in enumerate(pairwise(rows)):
        for c, (left, right) in enumerate(pairwise(columns)):
            if c + 2 < len(columns) and not _covers(down[right], top, bottom):
                undivided.append(((r, c), (r, c + 1)))
            if r + 2 < len(rows) and not _covers(across[bottom], left, right):
                undivided.append(((r, c), (r + 1, c)))
    find = _union(undivided)
    cells = [(r, c) for r in range(len(rows) - 1) for c in range(len(columns) - 1)]
    first: dict[Hashable, tuple[int, int]] = {}
    for cell in cells:
        first.setdefault(find(cell), cell)
    merged = {cell: first[find(cell)] for cell in cells}
    if len(set(merged.values())) < 2:
        return None
    return Grid(tuple(columns), tuple(rows), merged)


def _places(places: list[float], ends: list[tuple[float, float]]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _NEAR:
            kept.append(place)
    outer = 2 * _NEAR
    if (start := min(start for start, _ in ends)) < kept[0] - outer:
        kept.insert(0, start)
    if (end := max(end for _, end in ends)) > kept[-1] + outer:
        kept.append(end)
    return kept


def _covers(bars: list[_Bar], start: float, end: float) -> bool:
    """Whether the rules of one lane run along most of a cell's side."""
    covered = sum(max(0.0, min(bar.end, end) - max(bar.start, start)) for bar in bars)
    return covered >= 0.6 * (end - start)
