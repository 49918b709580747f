"""Members listed in a table with their wards, divisions or parties: only the names are taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.layout.columns import line_cells
from imports.patterns import regex
from imports.words.names import HONORIFIC, is_people, is_titled, leading_people

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine
    from imports.model.document import Cell

_HEAD = regex(
    r"(?:(?:committee |elected )?members?(?: names?)?|names?(?: of (?:member|councillor))?"
    r"|(?:county )?councillors?|electoral (?:ward|division)|wards?|divisions?"
    r"|(?:political )?(?:party|group|affiliation)|representing|role|position|organisation"
    r"|(?:local )?authority"
    r"|(?:named )?substitutes?(?: members?)?"
    r"|(?:constituent |nominating )?(?:council|body)|borough|district|area|attendance)",
    re.IGNORECASE,
)
_NAMES = regex(r"member|name|councillor", re.IGNORECASE)
_TITLE = regex(rf"(?:{HONORIFIC}\s+)+", re.IGNORECASE)
LONGEST = 90
MOST_HEADS = 5


def read_member_table(lines: Sequence[TextLine], index: int) -> tuple[list[str], int]:
    """Read the table whose heading row begins at a line.

    Args:
        lines: of the front sheet.
        index: of the line that may be the heading row, or the first of its cells set one below the other.

    Returns:
        The names and the line after the table; no names where none begins here.
    """
    headed = _after_heading(lines, index)
    names: list[str] = []
    if headed is None:
        return names, index
    start, column, width, lefts = headed
    end = start
    for at in range(start, min(start + LONGEST, len(lines))):
        placed = line_cells(lines[at])
        cells = [cell.text.strip() for cell in placed]
        under = _under(placed, column, lefts)
        name = under or (cells[column] if column < len(cells) else cells[0])
        if is_titled(name) or (len(cells) > 1 and (is_people(name) or _is_plain_name(name, column))):
            names.append(name if under or len(cells) == width else _name_of(name))
            end = at + 1
        elif at - end > 3 or cells[0].endswith((".", ":")):
            break
    return names, end


def _is_plain_name(text: str, column: int) -> bool:
    """Whether a cell under the heading of a later column reads as a name, given names unknown."""
    return (
        column > 0 and re.fullmatch(r"(?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]+(?: \([^)]+\))?", text) is not None
    )


def _under(cells: Sequence[Cell], column: int, lefts: Sequence[float]) -> str:
    """The cell that stands under a column's heading in a row that lacks some; "" where that is not told."""
    if not 1 < len(cells) < len(lefts):
        return ""
    near = [min(range(len(lefts)), key=lambda n: abs(lefts[n] - cell.left)) for cell in cells]
    own = next((cell.text.strip() for cell, place in zip(cells, near, strict=True) if place == column), "")
    return re.split(r"\s{2,}", own)[0]


def _after_heading(lines: Sequence[TextLine], index: int) -> tuple[int, int, int, tuple[float, ...]] | None:
    """The line after a heading row, the place of the members' column, and how many there are and where."""
    heads: list[str] = []
    lefts: tuple[float, ...] = ()
    at = index
    while at < len(lines) and len(heads) < MOST_HEADS:
        cells = [cell.text.strip() for cell in line_cells(lines[at])]
        words = cells if all(map(_HEAD.fullmatch, cells)) else lines[at].text.split()
        if not all(map(_HEAD.fullmatch, words)):
            break
        heads += words
        lefts = tuple(cell.left for cell in line_cells(lines[at]))
        at += 1
    named = [place for place, head in enumerate(heads) if _NAMES.search(head) and "ubstitute" not in head]
    lefts = lefts if len(lefts) == len(heads) else ()
    return (at, named[0], len(heads), lefts) if len(heads) >= 2 and len(named) == 1 else None


def _name_of(text: str) -> str:
    """The name a row begins with: "Cllr Jo Hale Abbey Con" gives "Cllr Jo Hale"."""
    people = leading_people(text, frozenset())
    if people and people != text and text[len(people) : len(people) + 1] == " ":
        return people
    title = _TITLE.match(text)
    words = text[title.end() :].split() if title else text.split()
    return text if len(words) <= 3 or "(" in text else f"{title[0] if title else ''}{' '.join(words[:2])}"
