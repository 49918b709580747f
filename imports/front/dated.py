"""Whether the head of a paper without an agenda tells its meeting's day, and whether that is called off."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.heading.entries import BODY
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
# What leads up to the day: a body's name, or what the paper is and to whose meeting it belongs
_MEETS_ON = regex(
    r"\W*(?:(?:(?:to|for) )?(?:the )?(?:agenda|addend\w+|supplement\w*|decisions?|update|late|meeting)\b"
    r"[^.;:]{0,60}?\b(?:of|for|to|at) (?:the |a )?)?"
    rf"(?:(?P<body>(?-i:[A-Z])[\w ,&'’()-]{{3,80}}?\b{BODY})(?: meeting)?|meeting)(?:,? (?:to be )?held)?"
    r"(?:\s*[-–,|:]|\s(?:on|of))?\s*",
    re.IGNORECASE,
)
_SENTENCE = regex(r"(?-i:\b(?!(?:of|and|the|for|in|on|to|with|a)\b)[a-z]{2,}\b)")
_GOES_ON = regex(r"\s+(?!(?:at|from|commencing|starting|in|via|on)\b)[a-z]")
HEAD_LINES, LONGEST_BEHIND = 8, 30


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
    named = _MEETS_ON.fullmatch(text[: day.start])
    if named is None or _GOES_ON.match(text, day.end):
        return False
    return _SENTENCE.search(named["body"] or "") is None  # a name's words are capital


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
