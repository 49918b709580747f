"""The right-hand column of minutes that says, beside a paragraph, who is to act on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from imports.layout.columns import line_cells
from imports.patterns import regex
from imports.words.names import is_people

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine
    from imports.model.document import Cell

_HEADING = regex(r"actions?(?: by| for| required| point| owner)?(?: whom)?\s*:?", re.IGNORECASE)
_INITIALS = regex(r"[A-Z]{2,4}(?:\s*(?:/|,|&|and)\s*[A-Z]{2,4}){0,4}")
_NOT_INITIALS = frozenset({"OK", "NHS", "UK", "AND", "THE", "OF", "NOTE", "ALL"})
# A post ("Head of", "Safeguarding" below it), where it stands right under the heading.
_ENTRY = regex(r"[A-Z][\w&’'/ ,-]{2,38}")
# What is to be done, and by whom, whole in the column ("GH to send a map")
_TOLD = regex(r"(?:[A-Z][\w&’'/.-]*,? ?){1,5} to [a-z]{2,}\b")
NEAR = 60.0
RIGHT_PART = 0.6


@dataclass(frozen=True, slots=True)
class Beside:
    """The lines without the column, and its owners by the place (page, index) of their line."""

    lines: list[TextLine]
    owners: Mapping[tuple[int, int], str]


def take_column(lines: Sequence[TextLine]) -> Beside:
    """Take the column of owners off minutes that head one "Action"; lines without one stay as they are."""
    left = _find_left(lines)
    if left is None:
        return Beside(list(lines), {})
    kept: list[TextLine] = []
    owners: dict[tuple[int, int], str] = {}
    told: tuple[int, int] | None = None
    for line in lines:
        cells = line_cells(line)
        last = cells[-1]
        owner = last.text.strip()
        here = abs(last.left - left) <= _reach(line)
        right_there = abs(last.left - left) <= _reach(line) / 4 and _ENTRY.fullmatch(owner) is not None
        before = kept[-1] if kept and len(cells) == 1 and kept[-1].page == line.page else line
        begins = here and _TOLD.match(owner) is not None
        runs_on = here and not line.gap and not _INITIALS.fullmatch(owner)
        if begins:
            told = (before.page, before.index)
        if told and (begins or runs_on):
            owners[told] = owner if begins else f"{owners[told]} {owner}"
            kept.extend(_without_last(line, cells))
            continue
        told = None if here or line.gap else told
        if not here or not (right_there or _is_owner(owner) or _HEADING.fullmatch(owner)):
            kept.append(line)
            continue
        if not _HEADING.fullmatch(owner):
            above = kept[-1] if kept and not line.gap else before
            if len(cells) > 1 and _is_broken(owners.get((above.page, above.index), ""), owner):
                before = above
            begun = owners.get((before.page, before.index), "")
            begun = begun if (len(cells) == 1 or before is above) and not line.gap else ""
            owners[before.page, before.index] = f"{begun} {owner}".strip()
        kept.extend(_without_last(line, cells))
    return Beside(kept, owners)


def _without_last(line: TextLine, cells: Sequence[Cell]) -> Iterator[TextLine]:
    """A line without its last cell, if it has others."""
    if len(cells) > 1:
        text = "  ".join(cell.text for cell in cells[:-1])
        yield replace(line, text=text, line=replace(line.line, text=text, cells=tuple(cells[:-1])))


def _find_left(lines: Sequence[TextLine]) -> float | None:
    """Where a heading "Action" stands to the right of everything usual."""
    found = [cells[-1] for line in lines if _HEADING.fullmatch((cells := line_cells(line))[-1].text.strip())]
    reach = max((line_cells(line)[-1].right for line in lines), default=0.0) if found else 0.0
    return next((cell.left for cell in found if cell.left > RIGHT_PART * reach), None)


def _reach(line: TextLine) -> float:
    """How far from its heading a column's entry may begin, in points or in letters."""
    return NEAR if line.line.right else NEAR / 5


def _is_broken(begun: str, owner: str) -> bool:
    """Whether a name is broken over two lines of the column ("Anthony" above "Keeley")."""
    return bool(begun) and not is_people(begun) and not is_people(owner) and is_people(f"{begun} {owner}")


def _is_owner(text: str) -> bool:
    return (_INITIALS.fullmatch(text) is not None and text not in _NOT_INITIALS) or is_people(text)
