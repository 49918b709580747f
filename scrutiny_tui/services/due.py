"""When something promised is due, in the words that promise it: a day, a month, a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from imports.patterns import regex
from imports.words.dates import MONTH, MONTHS, find_dates

DueKind = Literal["day", "month", "meeting", "words"]
_BODY = r"(?:committee|board|panel|commission|scrutiny|cabinet|council|ordinary|formal|public)"
_MEETING_OF = regex(
    rf"\b(?P<month>{MONTH})(?:\s+(?P<year>20\d\d))?['’]?s?\s+(?:{_BODY}\s+)*meetings?\b"
    rf"|\bmeetings?\s+(?:of the {_BODY}\s+)?(?:in|of|on)\s+(?P<month2>{MONTH})(?:\s+(?P<year2>20\d\d))?",
    re.IGNORECASE,
)
_NEXT = regex(
    rf"\b(?:next|following|forthcoming) (?:{_BODY}\s+)*(?:meeting|agenda)|\bnext (?:performance )?report\b",
    re.IGNORECASE,
)
_IN_MONTH = regex(
    rf"\b(?P<how>in|by|before|during|until|from|for|mid-|late|early|end of|the end of)\s?(?P<month>{MONTH})\b"
    rf"(?:\s+(?P<year>20\d\d))?(?!\s+\d)(?!['’]s)",
    re.IGNORECASE,
)
_LISTED_MONTHS = regex(rf"\b(?P<month>{MONTH})\s?/\s?(?:{MONTH})\b", re.IGNORECASE)
_WORDS = regex(
    r"\b(?:in due course|as soon as possible|before christmas|(?:after|following|"
    r"outside(?: of)?) the meeting|"
    r"(?:when|once) available|in the (?:spring|summer|autumn|winter)(?: term)?|in the new year|(?:in|"
    r"by) 20\d\d|"
    r"by the end of the (?:week|month|year)|within \w+ (?:days|weeks|months)|the day after)\b",
    re.IGNORECASE,
)
NEAR = timedelta(days=10)
"""A meeting that is moved stays this near; what was promised for the old day is due on the new one."""


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due.

    Attributes:
        words: as printed.
        kind: what they name.
        day: the day, the last day of the month, or the day of the meeting; None where no day can be told.
    """

    words: str
    kind: DueKind
    day: date | None = None


def find_due(text: str, said_on: date | None, meetings: Sequence[date]) -> Due | None:
    """Find when something is due.

    Args:
        text: the promise.
        said_on: the day it was said on; a month without a year is the next one after it.
        meetings: the committee's meetings, as far as its papers name them.
    """
    later = sorted(day for day in meetings if said_on and day > said_on)
    if found := _MEETING_OF.search(text):
        month, year = found["month"] or found["month2"], found["year"] or found["year2"]
        return Due(found[0], "meeting", _in_month(month, year, said_on, later))
    if found := _NEXT.search(text):
        return Due(found[0], "meeting", later[0] if later else None)
    dates = [each for each in find_dates(text, said_on) if said_on is None or each.date > said_on]
    if dates:
        return Due(text[dates[-1].start : dates[-1].end], "day", dates[-1].date)
    if found := _IN_MONTH.search(text) or _LISTED_MONTHS.search(text):
        groups = found.groupdict()
        last = _month_end(groups["month"], groups.get("year"), said_on)
        return Due(found[0], "month", last)
    found = _WORDS.search(text)
    return Due(found[0], "words") if found else None


def meeting_in(due: Due | None, said_on: date | None, meetings: Sequence[date]) -> date | None:
    """The meeting something is due at: the one named, or the one in the month named."""
    if due is None or due.day is None:
        return None
    if due.kind == "meeting":
        return due.day
    if due.kind != "month":
        return None
    same = [day for day in meetings if (day.year, day.month) == (due.day.year, due.day.month)]
    return next((day for day in sorted(same) if said_on is None or day > said_on), None)


def _in_month(month: str, year: str | None, said_on: date | None, later: Sequence[date]) -> date | None:
    """The meeting in a month, else the month's last day."""
    last = _month_end(month, year, said_on)
    if last is None:
        return None
    return next((day for day in later if (day.year, day.month) == (last.year, last.month)), last)


def _month_end(month: str, year: str | None, said_on: date | None) -> date | None:
    number = MONTHS.index(month[:3].casefold()) + 1
    if year:
        return _last_day(int(year), number)
    if said_on is None:
        return None
    return _last_day(said_on.year + (number <= said_on.month), number)


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
