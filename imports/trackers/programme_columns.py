"""The table of a work programme whose columns only its heading row tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.patterns import regex
from imports.trackers.text_columns import LISTED, read_columns
from imports.words.dates import find_dates

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

COLUMNS = {
    "date": regex(r"\b(?:date|meeting|when)\b", re.IGNORECASE),
    "item": regex(
        r"\b(?:reports?|items?|topics?|subjects?|issues?|agenda|business|title|theme|area)\b", re.IGNORECASE
    ),
}
# The columns by which a table of dates and items shows to be an action tracker.
TRACKED = {
    "action": regex(r"\b(?:actions?|recommendations?)\b", re.IGNORECASE),
    "progress": regex(r"\b(?:progress|status|outcome|update|rag|complet\w+)\b", re.IGNORECASE),
}
_ITEM = {"item": COLUMNS["item"]}
NEAR, NEXT, LONGEST = 4, 9, 400
HEADING = regex(
    r"(?:date|meeting(?: date)?|date of (?:the )?meeting|proposed (?:reports|items)|items?|topics?)\b",
    re.IGNORECASE,
)


# "(agenda despatch 28 August)" behind the day of a meeting, and a label before it
_ASIDE = regex(r"^\([^()]*\)\s*")
_LABELLED = regex(r"(?:(?:meeting )?date|meeting(?: of| on)?)\s*:\s*", re.IGNORECASE)


def opening_date(text: str) -> tuple[date, str] | None:
    """The date a line opens with and the words behind it; prose that runs on from a date does not count."""
    text = _LABELLED.sub("", text, count=1) if text[:1] in "DdMm" else text
    dates = find_dates(text[:60])
    if not dates or dates[0].start > 12 or not dates[0].has_year:
        return None
    before = text[: dates[0].start].strip()
    rest = _ASIDE.sub("", text[dates[0].end :].strip(" :–-"))
    if (before and not before.istitle()) or rest[:1].islower() or len(before.split()) > 2:
        return None
    return dates[0].date, rest


def read_by_day(
    lines: Sequence[TextLine], start: int
) -> tuple[dict[date, tuple[int, list[str]]], frozenset[tuple[int, int]]] | None:
    """What a programme promises that sets a day over a table of its own, the heading row again in each."""
    last = min(start + LONGEST, len(lines))
    days = [i for i in range(start + 1, last) if (opening := opening_date(lines[i].text)) and not opening[1]]
    found: dict[date, tuple[int, list[str]]] = {}
    tables, end = 0, start
    for at, stop in pairwise([*days, last]):
        day, _ = opening_date(lines[at].text) or (None, "")
        head = next((n for n in range(at + 1, min(at + NEAR, stop)) if HEADING.match(lines[n].text)), None)
        if day is None or (found and at > end + NEXT):
            break
        found.setdefault(day, (lines[at].page, []))
        end = at + 1
        if head and (table := read_columns(lines[:stop], head, _ITEM, frozenset(_ITEM), "item")):
            found[day][1].extend(row.cells["item"] for row in table.rows if row.cells["item"])
            tables, end = tables + 1, table.end
    if tables < 2:
        return None
    return found, frozenset((x.page, x.index) for x in lines[start:end])


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
                found.setdefault(day, (row.page, []))[1].append(LISTED.sub("", row.cells["item"], count=1))
        if len(found) >= 2:
            return found, frozenset((x.page, x.index) for x in lines[start : table.end])
    return None
