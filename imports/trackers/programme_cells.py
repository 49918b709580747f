"""The cells of a work programme whose table is only lines: which stand together, and which are items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.agenda.title import BEGINS_DESCRIPTION
from imports.layout.paragraphs import join_lines, strip_bullet
from imports.patterns import regex
from imports.words.names import is_people, is_posted

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_START_OF_ITEM = regex(r"[A-Z][\w’'()&/ ]{2,45}?\s[–-]\s")
CELL = 0.8
# Several reports in one cell ("Annual complaints report; Asset strategy").
_LISTED = regex(r";\s+(?=[A-Z])")


def group_cells(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Divide the lines between two dates into cells."""
    width = max((len(line.text) for line in lines), default=0)
    groups: list[list[TextLine]] = []
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        if before is not None and strip_bullet(line.text) == line.text and _continues(before, line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def cell_text(group: Sequence[TextLine]) -> str:
    """The words of a cell without its bullet."""
    return join_lines(strip_bullet(line.text) for line in group)


def is_by_row(groups: Sequence[Sequence[TextLine]], known: frozenset[str]) -> bool:
    """Whether cells come row by row: people, after a blank line another report, and people again."""
    people = [_is_contributor(cell_text(group), known) for group in groups]
    if True not in people:
        return False
    first = people.index(True)
    turns = [n for n in range(first + 1, len(groups)) if not people[n] and people[n - 1] and groups[n][0].gap]
    return any(True in people[n:] for n in turns)


def items_of(groups: Sequence[Sequence[TextLine]], by_row: bool, known: frozenset[str]) -> list[str]:
    """The items among the cells of one date; the columns of people and purposes are left out."""
    items: list[str] = []
    people_from = 0
    named = False
    for group in groups:
        text = cell_text(group)
        # Cells come column by column: what follows a person is the people's column, to the page's end.
        if _is_contributor(text, known):
            people_from = 0 if by_row else group[0].page
            named = False
        elif by_row and named and BEGINS_DESCRIPTION.match(text):
            continue
        elif len(text) > 2 and people_from != group[0].page and any(map(str.isalpha, text)):
            items.extend(_LISTED.split(text))
            named = True
    return items


def _continues(a: TextLine, b: TextLine, width: int) -> bool:
    if (b.gap or b.page != a.page) and not (b.text[:1].islower() and not a.text.endswith(".")):
        return False
    if b.text[:1].islower() or b.text[:1] == "(" or a.text.endswith((",", " and", " of", " the", "&")):
        return True
    full = len(a.text) >= max(CELL * width, 40)
    ended = a.text.endswith(".") and b.text[:1].isupper()
    return full and not ended and not b.gap and not _START_OF_ITEM.match(b.text)


def _is_contributor(text: str, known: frozenset[str]) -> bool:
    """Whether an item is people, alone or with a remark ("Jo Bloggs - first item please")."""
    head = re.split(r"\s[–-]\s|\s\(", text)[0].strip()
    return is_people(head, known) or is_posted(text) or text.startswith("??")
