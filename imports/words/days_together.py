"""The first of several days or hours told together: "Thursday 7 and Friday 8 November" begins on the 7th."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time

from imports.patterns import regex
from imports.words.dates import WEEKDAY, PrintedDate, PrintedTime, find_dates

_DAY_BEFORE = regex(
    rf"(?:\b(?P<weekday>{WEEKDAY})\b,?\s+(?:the\s+)?)?(?<![\d/])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?P<month>\s+(?:of\s+)?[A-Z][a-z]{2,8})?,?\s*(?:and|&|to|[-–—/])\s*$",
    re.IGNORECASE,
)
_TO = regex(r"\s*(?:[-–—]|to|until|till)\s*", re.IGNORECASE)
LONGEST = 6


def first_of_days(text: str, found: PrintedDate) -> PrintedDate:
    """The first of the days a date is the last of; the date itself where it stands alone.

    Args:
        text: the words the date was found in.
        found: the date.
    """
    before = _DAY_BEFORE.search(text[: found.start])
    if before is None:
        return found
    month = before["month"] or f" {found.date:%B}"
    days = find_dates(f"{before['weekday'] or ''} {before['day']}{month} {found.date.year}")
    if not days or not 0 < (found.date - days[0].date).days <= LONGEST:
        return found
    return replace(days[0], start=before.start(), end=found.end)


def first_hour(text: str, first: PrintedTime, last: PrintedTime | None = None) -> time | None:
    """The first hour of a span, after noon where only the last says so ("from 7.30 to 9.30pm")."""
    start, end = first.time, last.time if last else None
    if last is None or start is None or end is None or not first.words[-1:].isdigit():
        return start
    spans = _TO.fullmatch(text, first.end, last.start) and end.hour > 12
    return start.replace(hour=start.hour + 12) if spans and 1 <= start.hour < end.hour - 12 else start
