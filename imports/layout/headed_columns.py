"""The columns of an agenda that heads them ("Item No | Ward | Item Not Open | Page No")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from imports.model.document import Cell
from imports.patterns import regex
from imports.words.dates import is_timing

Role = Literal["number", "title", "beside", "left out"]

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("number", regex(r"(?:agenda )?items?(?: (?:no|number|ref))?\.?|nos?\.?|number|ref\.?|#", re.I)),
    (
        "title",
        regex(
            r"topic|(?:report |item )?title|subject(?: matter)?|business|(?:agenda )?item|reports?|matters?"
            r"|(?:item )?description|details?|(?:section|part) (?:one|two|three|\d|[a-d])",
            re.I,
        ),
    ),
    (
        "left out",
        regex(
            r"wards?(?:/equal)?(?: opportunities)?(?: affected)?(?:\(s\))?|(?:electoral )?divisions?"
            r"|item not(?: open)?|(?:public|open)/(?:private|exempt|closed)|key decision\??|purpose"
            r"|action(?: required)?|classification",
            re.I,
        ),
    ),
    (
        "beside",
        regex(
            r"leads?(?: (?:officers?|members?))?|presenters?|presented by|officers?|who|from|led by|by whom"
            r"|(?:report )?authors?|(?:reporting |contact |lead )officers?|speakers?"
            r"|pages?(?: (?:nos?|numbers?))?\.?"
            r"|page(?: numbers?| nos?\.?)?\(s\)|papers?"
            r"|(?:approx\.? |indicative )?tim(?:es?|ings?)\*?|duration|mins|minutes",
            re.I,
        ),
    ),
)
_TIMES = regex(r"(?:approx(?:imate)?\.? |indicative |start )?tim(?:es?|ings?)", re.IGNORECASE)
FEWEST = 3
_NEAR = {True: 14.0, False: 3.0}


@dataclass(frozen=True, slots=True)
class Headed:
    """The row of headings: its line's index, and each column with what it holds."""

    row: int
    columns: tuple[tuple[Cell, Role], ...]
    near: float

    def part(self, cells: Sequence[Cell]) -> list[Cell]:
        """The cells of a line, those that run into the next column behind two blanks parted there."""
        parted: list[Cell] = []
        for cell in cells:
            gap = re.search(r"\S\s\s(?=\S)", cell.text)
            at = (cell.right - cell.left) / max(len(cell.text), 1) * gap.end() if gap else 0.0
            if gap and (self.role(cell) == "left out" or self._heads(cell.left + at)):
                parted.append(Cell(cell.text[: gap.start() + 1], cell.left, cell.left + at))
                parted.append(Cell(cell.text[gap.end() :], cell.left + at, cell.right))
            else:
                parted.append(cell)
        return parted

    def _heads(self, left: float) -> bool:
        """Whether a column is headed right there."""
        return any(abs(head.left - left) < 1.0 for head, _ in self.columns)

    def role(self, cell: Cell) -> Role | None:
        """What a cell below holds, by the heading it stands under; None where that is not known."""
        under = [(head, role) for head, role in self.columns if head.left <= cell.left + self.near]
        if not under:
            return None
        head, role = under[-1]
        if len(under) == 1 and role == "beside" and not is_timing(cell.text):
            return None  # a note below a timetable
        if role == "left out" and cell.left > head.right + self.near / 4:
            return "title"  # the title's own column has no heading
        return role


def find_headed(rows: Sequence[tuple[Cell, ...]], geometry: bool) -> Headed | None:
    """Find the row that heads an agenda's columns, or None."""
    for index, cells in enumerate(rows):
        if len(cells) < FEWEST:
            continue
        roles = [_role(cell.text.strip(" :*"), place) for place, cell in enumerate(cells)]
        known = [role for role in roles if role]
        numbered = roles[0] in ("number", "title") and set(known) - {"number", "title"}
        if len(known) == len(cells) and (numbered or _is_timetable(cells, roles)):
            columns = tuple((cell, role) for cell, role in zip(cells, roles, strict=True) if role)
            return Headed(index, columns, _NEAR[geometry])
    return None


def heads_timetable(texts: Sequence[str]) -> bool:
    """Whether words head an agenda that is a timetable ("Time   Item   Lead   Page")."""
    return (
        len(texts) >= FEWEST
        and _TIMES.fullmatch(texts[0].strip(" :*")) is not None
        and "title" in [_role(text.strip(" :*"), place) for place, text in enumerate(texts)]
    )


def _is_timetable(cells: Sequence[Cell], roles: Sequence[Role | None]) -> bool:
    return "title" in roles and _TIMES.fullmatch(cells[0].text.strip(" :*")) is not None


def _role(text: str, place: int) -> Role | None:
    found = [role for role, pattern in _ROLES if pattern.fullmatch(text)]
    if place and found[:1] == ["number"]:
        found = found[1:] or ["title"]
    return found[0] if found else None
