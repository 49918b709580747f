"""Whether the head of a paper without an agenda tells its meeting's day, and whether that is called off."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.heading.entries import ENDS_BODY
from imports.model.warning import Warning
from imports.patterns import regex
from imports.words.dates import find_dates, is_date

if TYPE_CHECKING:
    from datetime import date

    from imports.layout.furniture import TextLine

_DATED = regex(r"(?:meeting )?date(?: of (?:the )?(?:meeting|decision))?\s*:", re.IGNORECASE)
_CALLED_OFF = regex(
    r"\b(?:notice of (?:a )?(?:cancel\w+|postpone\w*)|cancellation of (?:a |the )?meeting"
    r"|meeting\b.{0,120}\b(?:cancelled|postponed|rearranged|rescheduled)|meeting cancelled)\b",
    re.IGNORECASE,
)
_OPENS = regex(
    r"(?:(?:to|for) )?(?:the )?(?:(?:agenda|decisions?|update|late|meeting)\b|addend|supplement)", re.I
)
_BEFORE_DAY = frozenset(("", "on", "of", "held", "to", "be"))
_JOINING = frozenset(("of", "and", "the", "for", "in", "on", "to", "with", "a"))
_GOES_ON = regex(r"\s+(?!(?:at|from|commencing|starting|in|via|on)\b)[a-z]")
HEAD_LINES, LONGEST_BEHIND, MOST_WORDS = 8, 30, 24


def is_dated(lines: Sequence[TextLine]) -> bool:
    """Whether one of these lines is a day, has one behind its label, or names a body and the day it meets."""
    if any(is_date(line.text) or _DATED.match(line.text) for line in lines):
        return True
    return any(_tells_meeting(line.text) for line in lines[:HEAD_LINES])


def _tells_meeting(text: str) -> bool:
    """Whether a heading tells whose meeting is when ("Update sheet to the Ferry Panel on 8 July 2033")."""
    day = next((day for day in find_dates(text) if day.has_year), None)
    if day is None or len(text) - day.end > LONGEST_BEHIND:
        return False
    words = text[: day.start].split()
    if len(words) > MOST_WORDS or _GOES_ON.match(text, day.end):
        return False
    while words and words[-1].strip(",-–|:").casefold() in _BEFORE_DAY:
        words.pop()
    meets = bool(words) and words[-1].casefold() == "meeting"
    words = words[: len(words) - meets]
    if not _OPENS.match(text.lstrip()):
        return _is_body(words)
    behind = [words[i + 1 :] for i, word in enumerate(words) if word in ("of", "for", "to", "at")]
    return any((meets and rest in (["the"], ["a"])) or _is_body(rest) for rest in behind)


def _is_body(words: list[str]) -> bool:
    """Whether words are a body's name, which are capital but for those that join them."""
    words = words[1:] if words[:1] == ["the"] else words
    named = all(word in _JOINING or not word[:1].islower() for word in words)
    return named and ENDS_BODY.search(" ".join(words).rstrip(" ,-–|:")) is not None


def find_called_off(lines: Sequence[TextLine]) -> TextLine | None:
    """The line that says the meeting is cancelled or moved."""
    return next((line for line in lines if _CALLED_OFF.search(line.text)), None)


def doubt_weekday(lines: Sequence[TextLine], day: date | None) -> tuple[Warning, ...]:
    """The doubt where the meeting's day is printed, but never with its own weekday.

    Args:
        lines: above the agenda.
        day: the meeting's, as it was read.
    """
    if day is None:
        return ()
    told = [(found, line.page) for line in lines for found in find_dates(line.text) if found.date == day]
    named = [(found.weekday, page) for found, page in told if found.weekday is not None]
    if not named or any(weekday == day.weekday() for weekday, _ in named):
        return ()
    printed, page = named[0]
    text = (
        f"The front sheet says {day_name[printed]}, but {day.day} {day:%B %Y} is a {day:%A}. "
        "Ask the clerk which is meant."
    )
    return (Warning("meeting-date-weekday", text, page),)
