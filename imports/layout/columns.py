"""The columns of an agenda: number, business, and what is printed to the right of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imports.layout.headed_columns import Headed, find_headed
from imports.model.document import Cell
from imports.patterns import regex
from imports.words.dates import is_timing
from imports.words.presenters import is_presenters

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_GAP = regex(r"(?<!\s)(?<!^[•·▪●○*-])\s{3,}")
_NUMBER_BEHIND = regex(r"(?<=m)\.?\s+(\d{1,2}\.)$")
_TIME_FIRST = regex(r"\d{1,2}[.:]\d\d ?[ap]\.?m\.?\s+(?=\d{1,2}\.?\s+[A-Z][a-z])", re.IGNORECASE)
_ITEM = regex(r"\d{1,2}[.)]?")
RIGHT_PART = 0.55
FEWEST_THIRD, SAME_POINTS = 3, 3.0
MOST_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """What one line holds in one column.

    Attributes:
        text: the words.
        page: the file's page.
        left: left edge, in points or letters.
        right: right edge, in points or letters.
        gap: whether white space sets it apart from what is above it.
        opens_page: whether it stands first on its page.
        bold: whether it is set in bold.
        beside: whether it stands in the right-hand column.
        size: of its line's letters in points; 0 where unknown.
    """

    text: str
    page: int
    left: float
    right: float
    gap: bool = False
    opens_page: bool = False
    bold: bool = False
    beside: bool = False
    size: float = 0.0


def line_cells(line: TextLine) -> tuple[Cell, ...]:
    """Divide a line at its wide gaps; in plain text, at three blanks or more."""
    if line.line.cells:
        return line.line.cells
    if line.line.right:
        return (Cell(line.text, line.line.left, line.line.right),)
    gaps = list(_GAP.finditer(line.text))
    if len(gaps) > MOST_COLUMNS:
        gaps = []
    cells, start = [], 0
    for gap in [*gaps, None]:
        end = gap.start() if gap else len(line.text)
        left = line.line.left + start
        cells.append(Cell(line.text[start:end], left, left + end - start))
        start = gap.end() if gap else end
    return tuple(cells)


def right_column(lines: Sequence[TextLine]) -> float | None:
    """Say where the right-hand column begins, or None where there is none.

    It must recur: one wide gap inside a title makes no column.
    """
    rows = [line_cells(line) for line in lines]
    if not rows:
        return None
    first = min(row[0].left for row in rows)
    reach = max(row[-1].right for row in rows) - first
    geometry = any(line.line.right for line in lines)
    lefts = sorted(
        cell.left
        for row in rows
        for i, cell in enumerate(row)
        if cell.left > first + RIGHT_PART * reach and (i > 0 or geometry)
    )
    return lefts[0] if len(lefts) >= 2 else None


def people_column(rows: Sequence[tuple[Cell, ...]], geometry: bool) -> float | None:
    """Say where a column of people begins that nothing heads, or None where there is none.

    It stands third, behind a number and a title, and holds people in most of the rows it recurs in.
    """
    third = [cells[2] for cells in rows if len(cells) > 2 and _ITEM.fullmatch(cells[0].text.strip())]
    if len(third) < FEWEST_THIRD:
        return None
    left = min(cell.left for cell in third)
    people = sum(is_presenters(cell.text.strip(), frozenset()) for cell in third)
    aligned = all(cell.left - left <= (SAME_POINTS if geometry else 1.0) for cell in third)
    return left if aligned and 2 * people > len(third) else None


def lay_out(lines: Sequence[TextLine]) -> list[list[Piece]]:
    """Turn lines into rows of pieces, those of the right-hand column marked.

    The time an item is expected at, printed before its number or behind it, is left out.
    """
    start = right_column(lines)
    geometry = any(line.line.right for line in lines)
    rows = [line_cells(line) for line in lines]
    headed = find_headed(rows, geometry)
    people = people_column(rows, geometry) if start is not None and headed is None else None
    start = start if people is None or start is None else min(start, people)
    below = headed.row if headed else len(lines)
    return [_lay_out(line, start, headed if index > below else None) for index, line in enumerate(lines)]


def _behind_time(cell: Cell) -> list[Cell]:
    """The item's number where it stands close behind the time it is expected at ("6.30 pm  1.")."""
    found = _NUMBER_BEHIND.search(cell.text)
    if found is None:
        return []
    width = (cell.right - cell.left) / len(cell.text)
    return [Cell(found[1], cell.right - width * len(found[1]), cell.right)]


def _lay_out(line: TextLine, start: float | None, headed: Headed | None) -> list[Piece]:
    parted = line_cells(line) if headed is None else headed.part(line_cells(line))
    cells = [cell for cell in parted if cell.text.strip()]
    if cells and cells[0].text[0].isdigit() and (early := _TIME_FIRST.match(cells[0].text)):
        width = (cells[0].right - cells[0].left) / len(cells[0].text)
        cells[0] = Cell(cells[0].text[early.end() :], cells[0].left + width * early.end(), cells[0].right)
    timed = len(cells) > 1 and is_timing(cells[0].text)
    cells = [*_behind_time(cells[0]), *cells[1:]] if timed else cells
    if len(cells) > 2 and _ITEM.fullmatch(cells[0].text.strip()) and is_timing(cells[1].text):
        cells = [cells[0], *cells[2:]]
    roles = {cell: headed.role(cell) if headed else None for cell in cells}
    cells = [cell for cell in cells if roles[cell] != "left out"] or cells
    return [
        Piece(
            cell.text.strip(),
            line.page,
            cell.left,
            cell.right,
            gap=(line.gap or timed) and i == 0,
            opens_page=line.opens_page and i == 0,
            bold=line.line.bold,
            beside=roles[cell] == "beside"
            or (roles[cell] != "title" and start is not None and cell.left >= start - 2),
            size=line.line.size,
        )
        for i, cell in enumerate(cells)
    ]
