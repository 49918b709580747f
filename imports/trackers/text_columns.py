"""Tables told only by their heading row: columns by place, or cells one below the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.layout.paragraphs import join_lines
from imports.layout.tables import find_columns, is_cut
from imports.model.document import Cell
from imports.patterns import regex
from imports.trackers.broken_dates import mend_dates
from imports.trackers.tracker_cells import merge_cells, opens_other

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_BLANK = regex(r"\s+")
_DIGIT = regex(r"\d")
_FIGURES = regex(r"\d+")
_REFERENCE = regex(r"(?:no|number|ref(?:erence)?)\W*", re.IGNORECASE)
_GAP = regex(r"\s{2,}")
LISTED = regex(r"(?P<number>\d{1,2})[.)]\s+(?=[A-Z])")
"""What opens an entry of a numbered list in a cell ("2. Housing")."""
_OPEN = (",", "&", "-", "–", "/", " and", " of", " the", " for", " to", " on", " in", " with", " or")
LONGEST = 400
NEAR_LETTERS, NEAR_POINTS = 3.0, 14.0
MOST_WORDS = 4
FEWEST_COLUMNS, MOST_COLUMNS, FEWEST_ROWS = 3, 10, 2
NEXT = 9


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One row: its cells' words by the name of their column, and the page it begins on."""

    cells: Mapping[str, str]
    page: int


@dataclass(frozen=True, slots=True)
class ColumnTable:
    """A table: its rows, and the line after its last."""

    rows: tuple[ColumnRow, ...]
    end: int


def may_be_heading(line: TextLine) -> bool:
    """Whether a line may be a heading row or its first cell, by how many cells and words it has."""
    printed = line.line
    cells = printed.cells if printed.cells or printed.right else _cells(line)
    return len(cells) >= FEWEST_COLUMNS or len(line.text.split(None, MOST_WORDS)) <= MOST_WORDS


def read_columns(
    lines: Sequence[TextLine],
    start: int,
    wanted: Mapping[str, re.Pattern[str]],
    needed: frozenset[str],
    listed: str = "",
) -> ColumnTable | None:
    """Read the table whose heading row stands at a line, by where its cells stand.

    Args:
        lines: the document's own lines.
        start: of the heading row.
        wanted: what the columns are called.
        needed: the columns without which it is no such table.
        listed: the column in which a line begun anew is a row of its own.
    """
    table = _read_page(lines, start, wanted, needed, listed)
    again = _heading_again(lines, start, table.end) if table else None
    while table and again is not None and (more := _read_page(lines, again, wanted, needed, listed)):
        table = ColumnTable(table.rows + more.rows, more.end)
        again = _heading_again(lines, start, table.end)
    return table


def _heading_again(lines: Sequence[TextLine], start: int, end: int) -> int | None:
    """Where the heading row is printed again for the next page, on which its columns may stand elsewhere."""
    same = lines[start].text.split()
    return next(
        (at for at in range(end, min(end + NEXT, len(lines))) if lines[at].text.split() == same), None
    )


def _read_page(
    lines: Sequence[TextLine],
    start: int,
    wanted: Mapping[str, re.Pattern[str]],
    needed: frozenset[str],
    listed: str,
) -> ColumnTable | None:
    """The rows under one heading row."""
    heading = _cells(lines[start])
    if len(heading) < FEWEST_COLUMNS:
        return None
    near = NEAR_POINTS if lines[start].line.right else NEAR_LETTERS
    titles, first = _head_texts(lines, start, heading, near)
    names = find_columns(titles, wanted)
    if not needed <= names.keys() or any(len(c.text.split()) > MOST_WORDS for c in heading):
        return None
    printed = lines[first : start + LONGEST]
    below = mend_dates(printed)
    dated = below != printed or _REFERENCE.fullmatch(titles[0]) is not None
    inside = _inside(below, heading, near)
    room = max((len(placed.get(names[listed], "")) for _, placed in inside), default=0) if listed else 0
    spaced = any(gap and 0 in placed and placed.keys() != {0} for gap, placed in inside[1:])
    parts: list[tuple[int, dict[int, list[str]]]] = []
    end = first
    for at, line in enumerate(below, first):
        placed = _place(_cells(line), heading, near)
        if placed is None or (placed.keys() == {0} and opens_other(line)):
            break
        if [text for _, text in sorted(placed.items())] == [cell.text for cell in heading]:
            continue  # the heading row again, on the next page
        whole_row = 0 in placed if dated else len(placed) >= len(heading) - 1
        anew = line.gap or line.opens_page or (not spaced and whole_row)
        anew = anew and len(placed) > 1 and not (line.opens_page and parts and _is_cut(parts[-1][1], placed))
        anew = anew and (line.gap or not parts or not _runs_over(parts[-1][1], placed))
        if listed and line.gap and placed.keys() == {0}:
            following = _place(_cells(lines[at + 1]), heading, near) if at + 1 < len(lines) else None
            anew = following is None or 0 in following  # a day with nothing behind it
        if listed and parts and not anew and names[listed] in placed:
            above = parts[-1][1].get(names[listed], [""])[-1]
            text = placed[names[listed]]
            anew = 0 not in placed and begins_anew(above, text, room, apart=line.gap)
        if not parts or anew:
            parts.append((line.page, {}))
        for column, text in placed.items():
            parts[-1][1].setdefault(column, []).append(text)
        end = at + 1
    rows = tuple(
        ColumnRow({name: join_lines(part.get(column, [])) for name, column in names.items()}, page)
        for page, part in parts
    )
    return ColumnTable(rows, end) if rows else None


def _head_texts(
    lines: Sequence[TextLine], start: int, heading: Sequence[Cell], near: float
) -> tuple[tuple[str, ...], int]:
    """What the columns are called, each name over as many lines as it takes, and the line below them."""
    texts = [cell.text for cell in heading]
    at = start + 1
    while at < len(lines) and not (lines[at].gap or lines[at].opens_page):
        placed = _place(_cells(lines[at]), heading, near) or {}
        if not placed or not all(
            text[:1].islower() or texts[n].rstrip().endswith(_OPEN) for n, text in placed.items()
        ):
            break
        for n, text in placed.items():
            texts[n] = f"{texts[n]} {text}"
        at += 1
    return tuple(texts), at


def _inside(
    lines: Sequence[TextLine], heading: Sequence[Cell], near: float
) -> list[tuple[bool, dict[int, str]]]:
    """The lines that stand in the columns: whether white space is above each, and its cells."""
    found = []
    for line in lines:
        if (placed := _place(_cells(line), heading, near)) is None:
            break
        found.append((line.gap, placed))
    return found


def _is_cut(above: Mapping[int, Sequence[str]], placed: Mapping[int, str]) -> bool:
    """Whether the first line of a page goes on with the row above the page's end."""
    columns = range(max(*above, *placed) + 1)
    return is_cut([" ".join(above.get(n, ())) for n in columns], [placed.get(n, "") for n in columns])


def _runs_over(above: Mapping[int, Sequence[str]], placed: Mapping[int, str]) -> bool:
    """Whether a line goes on with a cell that the line above leaves open ("Ivy Brook /")."""
    ends = [above.get(column, [""])[-1] for column, text in placed.items() if text]
    return any(len(end) > 2 and end.endswith(_OPEN) for end in ends)


def begins_anew(above: str, text: str, room: int, *, apart: bool = False) -> bool:
    """Whether a line of a column begins another entry: the one above is whole and had room for its words.

    Where white space parts the two, one of these is enough.
    """
    if LISTED.match(text):
        return True
    whole = not above.endswith(_OPEN)
    had_room = len(above) + 1 + len(text.split()[0]) <= room
    return text[:1].isupper() and (whole or had_room if apart else whole and had_room)


def read_stacked(
    lines: Sequence[TextLine], start: int, wanted: Mapping[str, re.Pattern[str]], needed: frozenset[str]
) -> ColumnTable | None:
    """Read a table whose heading and rows an extract set cell by cell, each below the one before.

    Its rows are as many cells each as the heading has; where cells were lost they cannot be told
    apart, and nothing is read.
    """
    heads: list[str] = []
    at = start
    while at < len(lines) and len(heads) < MOST_COLUMNS and (at == start or lines[at].gap):
        if len(lines[at].text.split()) > MOST_WORDS or _DIGIT.search(lines[at].text):
            break
        heads.append(lines[at].text)
        at += 1
    while heads and not _is_head(heads[-1], wanted):
        heads.pop()
        at -= 1
    names = find_columns(tuple(heads), wanted)
    width = len(heads)
    if width < FEWEST_COLUMNS or not needed <= names.keys():
        return None
    end = next((i for i in range(at, min(at + LONGEST, len(lines))) if opens_other(lines[i])), None)
    cells = merge_cells(lines[at : end if end is not None else min(at + LONGEST, len(lines))])
    parts = _by_reference(cells, width) if _REFERENCE.fullmatch(heads[0]) else []
    parts = parts or [cells[n : n + width] for n in range(0, len(cells) - width + 1, width)]
    rows = tuple(
        ColumnRow({name: join_lines(x.text for x in part[k]) for name, k in names.items()}, part[0][0].page)
        for part in parts
    )
    used = sum(len(cell) for part in parts for cell in part)
    return ColumnTable(rows, at + used) if rows else None


def _by_reference(cells: Sequence[list[TextLine]], width: int) -> list[list[list[TextLine]]]:
    """The rows of cells set one below the other that each begin with a reference of one form ("SR 01").

    What a row has too much of is taken for paragraphs of its last cell but one, which tells what was done.
    """
    forms = [_FIGURES.sub("0", cell[0].text) for cell in cells]
    starts = [n for n, form in enumerate(forms) if form == forms[0] and _DIGIT.search(form)]
    if len(starts) < FEWEST_ROWS or any(b - a < width for a, b in pairwise(starts)):
        return []
    rows = []
    for a, b in pairwise([*starts, len(cells)]):
        over = b - a - width if b < len(cells) else 0
        row = list(cells[a : a + width + over])
        if len(row) < width:
            break
        row[width - 2 : width - 1 + over] = [[x for cell in row[width - 2 : width - 1 + over] for x in cell]]
        rows.append(row)
    return rows


def _is_head(text: str, wanted: Mapping[str, re.Pattern[str]]) -> bool:
    plain = text.strip(" .:#").casefold()
    return (
        plain in ("date", "deadline")
        or _REFERENCE.fullmatch(plain) is not None
        or any(p.search(text) for p in wanted.values())
    )


def _cells(line: TextLine) -> tuple[Cell, ...]:
    """A line's cells; in plain text, its parts between two blanks or more."""
    if line.line.cells or line.line.right:
        return line.line.cells or (Cell(line.text, line.line.left, line.line.right),)
    cells, start = [], 0
    for gap in [*_GAP.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        left = line.line.left + start
        cells.append(Cell(line.text[start:end], left, left + end - start))
        start = gap.end() if gap else end
    return tuple(cells)


def _place(cells: Sequence[Cell], heading: Sequence[Cell], near: float) -> dict[int, str] | None:
    """The cells by the column they stand in; None where one stands in none."""
    found: dict[int, str] = {}
    for cell in (part for whole in cells for part in (_part(whole, heading, near) if cells[1:] else [whole])):
        column = min(range(len(heading)), key=lambda n: abs(heading[n].left - cell.left))
        if abs(heading[column].left - cell.left) > near or column in found:
            return None
        if column + 1 < len(heading) and cell.right > heading[column + 1].left + near:
            return None
        found[column] = cell.text.strip()
    return found


def _part(cell: Cell, heading: Sequence[Cell], near: float) -> list[Cell]:
    """A cell that runs into the next column, between which little space is left, parted at the word there."""
    following = next((head for head in heading if head.left > cell.left + near), None)
    if following is None or cell.right <= following.left + near or not cell.text:
        return [cell]
    width = (cell.right - cell.left) / len(cell.text)
    starts = [found.end() for found in _BLANK.finditer(cell.text)]
    at = min(starts, key=lambda n: abs(cell.left + width * n - following.left), default=0)
    if not at or abs(cell.left + width * at - following.left) > near:
        return [cell]
    rest = Cell(cell.text[at:], following.left, cell.right)
    return [Cell(cell.text[:at].rstrip(), cell.left, following.left - 1), *_part(rest, heading, near)]
