"""The meeting's date printed without its year ("Monday, 17th May"), or without month and year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from imports.heading.front import Header, read_header
from imports.patterns import regex
from imports.words.dates import MONTH, WEEKDAY, find_dates, weekday_number

if TYPE_CHECKING:
    from datetime import date

    from imports.agenda.reading import Agenda
    from imports.layout.furniture import TextLine
    from imports.layout.joining import Paragraph

WEEKS, QUARTER = timedelta(days=45), timedelta(days=92)
# "will be held on Friday the 16th"
_MONTHLESS = regex(
    rf"\b(?:held|meet|meeting)\b[^.]{{0,80}}?\bon (?P<day>{WEEKDAY})(?<=day),? (?:the )?"
    rf"(?P<number>\d{{1,2}})(?:st|nd|rd|th)\b(?! (?:of\b|day\b|{MONTH}\b))",
    re.IGNORECASE,
)


def find_year(
    header: Header, lines: Sequence[TextLine], whole: str, notes: Sequence[Paragraph], agenda: Agenda
) -> Header:
    """Read the header again with the year of the dates printed whole; its day's weekday must fit.

    Args:
        header: as read so far; returned as it is where it has a date or no year fits.
        lines: above the agenda.
        whole: the document's text.
        notes: the paragraphs above and below the agenda, whose latest date is mostly that of its issue.
        agenda: its items tell the last meeting, whose minutes are read, or the next.
    """
    if header.date is not None:
        return header
    issued = max((day.date for note in notes for day in find_dates(note.text)), default=None)
    told = [(issued, WEEKS)] if issued else []
    for near, reach in (*told, *((day, QUARTER) for day in _dates_told(agenda))):
        again = read_header(lines, whole, near)
        if again.date and abs(again.date - near) <= reach:
            return replace(again, has_year=False)
        if day := _monthless(lines, near):
            return replace(header, date=day, has_year=False)
    return header


def _monthless(lines: Sequence[TextLine], near: date) -> date | None:
    """The day within weeks of another that has the weekday and the number printed, or None."""
    found = next(filter(None, (_MONTHLESS.search(line.text) for line in lines if "day" in line.text)), None)
    if found is None:
        return None
    told = weekday_number(found["day"]), int(found["number"])
    days = (near + timedelta(days=sign * step) for step in range(WEEKS.days + 1) for sign in (1, -1))
    return next((day for day in days if (day.weekday(), day.day) == told), None)


def _dates_told(agenda: Agenda) -> Iterator[date]:
    for read in agenda.items:
        for text in (read.item.title, *(paragraph.text for paragraph in read.paragraphs)):
            yield from (day.date for day in find_dates(text) if day.has_year)
