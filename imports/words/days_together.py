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
_SAYS_HALF = regex(r"[ap]\.?\s?m\b|morning|hrs|hours|^0", re.IGNORECASE)
_EVENING = regex(r"\s*(?:in|on) (?:the|that) evening\b", re.IGNORECASE)
LONGEST, SEVEN, NOON = 6, 7, 12


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
    """The hour a meeting begins: the first of a span, and after noon where only that can be meant.

    Args:
        text: the words the hour was found in.
        first: the hour.
        last: the next one there, which may say for both ("from 7.30 to 9.30pm").
    """
    start, end = first.time, last.time if last else None
    if start is None or start.hour >= NOON:
        return start
    spans = last and end and first.words[-1:].isdigit() and _TO.fullmatch(text, first.end, last.start)
    if spans and end and end.hour > NOON and 1 <= start.hour < end.hour - NOON:
        return start.replace(hour=start.hour + NOON)
    bare = start.hour == SEVEN and not _SAYS_HALF.search(
        first.words
    )  # no council meets at seven in the morning
    evening = start.hour > 0 and _EVENING.match(text, first.end)
    return start.replace(hour=start.hour + NOON) if bare or evening else start
