"""The table of a work programme whose columns only its heading row tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from imports.dates import find_dates
from imports.patterns import regex
from imports.text_columns import read_columns

if TYPE_CHECKING:
    from imports.furniture import TextLine

COLUMNS = {
    "date": regex(r"\b(?:date|meeting|when)\b", re.IGNORECASE),
    "item": regex(
        r"\b(?:reports?|items?|topics?|subjects?|issues?|agenda|business|title|theme|area)\b", re.IGNORECASE
    ),
}
HEADING = regex(
    r"(?:date|meeting(?: date)?|date of (?:the )?meeting|proposed (?:reports|items)|items?|topics?)\b",
    re.IGNORECASE,
)


def read_promises(
    lines: Sequence[TextLine], start: int
) -> tuple[dict[date, tuple[int, list[str]]], frozenset[tuple[int, int]]] | None:
    """What a table below a title promises, whose columns only its heading row tells."""
    for at in range(start + 1, min(start + 9, len(lines))):
        if not HEADING.match(lines[at].text):
            continue
        table = read_columns(lines, at, COLUMNS, frozenset(COLUMNS), "item")
        if table is None:
            continue
        found: dict[date, tuple[int, list[str]]] = {}
        day: date | None = None
        for row in table.rows:
            dates = find_dates(row.cells["date"])
            day = dates[0].date if dates else day
            if day and row.cells["item"]:
                found.setdefault(day, (row.page, []))[1].append(row.cells["item"])
        if len(found) >= 2:
            return found, frozenset((x.page, x.index) for x in lines[start : table.end])
    return None
