"""Puts tables together again whose cells were each printed on a line of their own, as extracts leave them.

Two ways are found. Row by row: a name or two, then as many figures for every row, white space between
all. Column by column: blocks of as many lines each, white space between the blocks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

Rows = tuple[tuple[str, ...], ...]

FEWEST_COLUMNS = 3
FEWEST_ROWS = 2
FEWEST_FIGURES = 12
LONGEST = 60
LONGEST_WORD = 6  # of those that stand for a figure
MOST_NAMES = 3
MOST_TITLES = 2  # more names above the head, and what is its head cannot be told
MOST_PROSE = 100
PROSE = 30  # letters a line of running text has
_FIGURE = regex(
    r"[(<>~+-]?\s*+[-–−]?\s*+[£$€]?\s*+[-–−]?\d[\d,.]*+\s*+(?:%|[kKmM]n?|bn|pp)?\s*+\)?"
    r"|[-–—]|n/?a|nil|tbc|ok|all ok",
    re.IGNORECASE,
)
_DIGIT = regex(r"\d")


@dataclass(frozen=True, slots=True)
class CellTable:
    """A table put together of lines `start` to `end`, the last not included."""

    start: int
    end: int
    rows: Rows


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines without white space between them."""

    start: int
    end: int
    texts: tuple[str, ...]
    figures: bool

    @property
    def name(self) -> str:
        return " ".join(self.texts)


@dataclass(frozen=True, slots=True)
class _Segment:
    """Names, then blocks of figures of one height: a row, or some rows column by column."""

    names: tuple[_Group, ...]
    columns: tuple[_Group, ...]

    @property
    def height(self) -> int:
        return len(self.columns[0].texts)

    @property
    def fitting(self) -> int | None:
        """Which of the names name the rows set column by column: the last with as many lines."""
        fits = (at for at in reversed(range(len(self.names))) if len(self.names[at].texts) == self.height)
        return next(fits, None) if self.height > 1 else None

    def own(self, names: int) -> tuple[_Group, ...]:
        """The names that stand in its rows, or right before them."""
        if self.height == 1:
            return self.names[-names:] if names else ()
        return () if self.fitting is None else self.names[self.fitting :]

    def rows(self, names: int) -> Iterator[tuple[str, ...]]:
        """Its rows, of as many names and then its figures; a name of none of them on a row of its own."""
        figures = list(zip(*(column.texts for column in self.columns), strict=True))
        own = [group.name for group in self.own(names)]
        if self.height == 1:
            yield (*([""] * (names - len(own)) + own), *figures[0])
            return
        yield from ((name, *[""] * (names + len(self.columns) - 1)) for name in own[1:])
        labels = self.names[self.fitting].texts if self.fitting is not None else ("",) * self.height
        for label, row in zip(labels, figures, strict=True):
            yield (label, *[""] * (names - 1), *row)


@dataclass
class _Table:
    segments: list[_Segment] = field(default_factory=list)

    @property
    def width(self) -> int:
        return len(self.segments[0].columns)


def find_cell_tables(lines: Sequence[TextLine]) -> dict[int, CellTable]:
    """Find the tables among some lines, by the line they start at."""
    if sum(len(line.text) <= LONGEST and _is_figure(line.text) for line in lines) < FEWEST_FIGURES:
        return {}
    found: dict[int, CellTable] = {}
    for run in _runs(_groups(lines)):
        for table in _tables(_segments(run)):
            made = _make(table)
            if made is not None:
                found[made.start] = made
    return found


def _is_figure(text: str) -> bool:
    if len(text) > LONGEST_WORD and text[:1].isalpha():  # most lines
        return False
    return _FIGURE.fullmatch(text) is not None


def _groups(lines: Sequence[TextLine]) -> Iterator[_Group | None]:
    """The groups in order; None for one that belongs to no table."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and not lines[at].gap and not _turns(lines[at - 1], lines[at]):
            continue
        own = lines[start:at]
        texts = tuple(line.text.strip() for line in own)
        letters = sum(map(len, texts))
        prose = letters > MOST_PROSE and letters > PROSE * len(texts)
        if prose or any(len(text) > LONGEST for text in texts) or any(line.line.cells for line in own):
            yield None
        else:
            yield _Group(start, at, texts, all(map(_is_figure, texts)))
        start = at


def _turns(a: TextLine, b: TextLine) -> bool:
    """Whether a name follows figures, or figures a name: then a row ends though no space shows it."""
    return _is_figure(a.text) != _is_figure(b.text)


def _runs(groups: Iterator[_Group | None]) -> Iterator[list[_Group]]:
    run: list[_Group] = []
    for group in groups:
        if group is None:
            yield run
            run = []
        else:
            run.append(group)
    yield run


def _segments(run: Sequence[_Group]) -> Iterator[_Segment]:
    at = 0
    while at < len(run):
        names = at
        while at < len(run) and not run[at].figures:
            at += 1
        first = at
        while at < len(run) and run[at].figures and len(run[at].texts) == len(run[first].texts):
            at += 1
        if at > first:
            yield _across(_Segment(tuple(run[names:first]), tuple(run[first:at])))


def _across(segment: _Segment) -> _Segment:
    """A row whose figures stand right below each other: as many columns of one figure each."""
    only = segment.columns[0]
    if len(segment.columns) > 1 or segment.height < FEWEST_COLUMNS or not segment.names:
        return segment
    if segment.fitting is not None:
        return segment
    cells = (_Group(only.start, only.end, (text,), True) for text in only.texts)
    return replace(segment, columns=tuple(cells))


def _tables(segments: Iterator[_Segment]) -> Iterator[_Table]:
    """Segments of the same number of columns together; one cut off by the page's end goes with them."""
    table = _Table()
    for segment in segments:
        width = len(segment.columns)
        if table.segments and width != table.width:
            rows = len(table.segments) >= FEWEST_ROWS and table.width >= FEWEST_COLUMNS
            last = rows and segment.height == 1 and bool(segment.names)
            if last:  # cut off by the page's end, or followed by other figures
                blank = _Group(-1, -1, ("",), True)
                filled = (*segment.columns, *[blank] * (table.width - width))[: table.width]
                table.segments.append(replace(segment, columns=filled))
            yield table
            table = _Table()
            if last:
                continue
        table.segments.append(segment)
    if table.segments:
        yield table


def _make(table: _Table) -> CellTable | None:
    rows = sum(segment.height for segment in table.segments)
    figures = [text for segment in table.segments for column in segment.columns for text in column.texts]
    if table.width < FEWEST_COLUMNS or rows < FEWEST_ROWS or len(figures) < FEWEST_FIGURES:
        return None
    if sum(_DIGIT.search(text) is not None for text in figures) * 2 < len(figures):
        return None
    named = Counter(min(len(one.names), MOST_NAMES) for one in table.segments if one.height == 1)
    names = max(1, named.most_common(1)[0][0]) if named else 1
    wide = names + table.width
    first = table.segments[0]
    own = first.own(names)
    start = own[0].start if own else first.columns[0].start
    head = first.names[: len(first.names) - len(own)]
    made: list[tuple[str, ...]] = []
    if wide <= len(head) <= wide + MOST_TITLES:
        head = head[-wide:]
        made.append(tuple(group.name for group in head))
        start = head[0].start
    for segment in table.segments:
        if segment is not first:
            others = segment.names[: len(segment.names) - len(segment.own(names))]
            made += [(group.name, *[""] * (wide - 1)) for group in others]
        made += segment.rows(names)
    end = max(group.end for group in table.segments[-1].columns)
    return CellTable(start, end, tuple(made))
