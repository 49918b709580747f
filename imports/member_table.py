"""Members listed in a table with their wards, divisions or parties: only the names are taken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from imports.columns import line_cells
from imports.furniture import TextLine
from imports.names import HONORIFIC, is_people, is_titled, leading_people

_HEAD = re.compile(
    r"(?:(?:committee |elected )?members?(?: names?)?|names?(?: of (?:member|councillor))?"
    r"|(?:county )?councillors?|electoral (?:ward|division)|wards?|divisions?"
    r"|(?:political )?(?:party|group)|representing|role|position)",
    re.IGNORECASE,
)
_NAMES = re.compile(r"member|name|councillor", re.IGNORECASE)
_TITLE = re.compile(rf"(?:{HONORIFIC}\s+)+", re.IGNORECASE)
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
    start = _after_heading(lines, index)
    names: list[str] = []
    if start is None:
        return names, index
    end = start
    for at in range(start, min(start + LONGEST, len(lines))):
        cells = [cell.text.strip() for cell in line_cells(lines[at])]
        first = cells[0]
        if is_titled(first) or (len(cells) > 1 and is_people(first)):
            names.append(_name_of(first))
            end = at + 1
        elif at - end > 3 or first.endswith((".", ":")):
            break
    return names, end


def _after_heading(lines: Sequence[TextLine], index: int) -> int | None:
    """The line after a heading row, which names the members' column and one more."""
    heads: list[str] = []
    at = index
    while at < len(lines) and len(heads) < MOST_HEADS:
        cells = [cell.text.strip() for cell in line_cells(lines[at])]
        words = cells if all(map(_HEAD.fullmatch, cells)) else lines[at].text.split()
        if not all(map(_HEAD.fullmatch, words)):
            break
        heads += words
        at += 1
    return at if len(heads) >= 2 and _NAMES.search(heads[0]) and not _NAMES.fullmatch(heads[1]) else None


def _name_of(text: str) -> str:
    """The name a row begins with: "Cllr Jo Hale Abbey Con" gives "Cllr Jo Hale"."""
    people = leading_people(text, frozenset())
    if people and people != text and text[len(people) : len(people) + 1] == " ":
        return people
    title = _TITLE.match(text)
    words = text[title.end() :].split() if title else text.split()
    return text if len(words) <= 3 or "(" in text else f"{title[0] if title else ''}{' '.join(words[:2])}"
