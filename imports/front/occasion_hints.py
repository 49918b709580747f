"""A meeting's date from what a pack says in passing, where neither its front sheet nor its file tells it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING

from imports.patterns import regex
from imports.words.dates import find_dates

if TYPE_CHECKING:
    from imports.front.sheet import FrontSheet
    from imports.layout.furniture import TextLine

_BODY = regex(r"\b(?:board|committee|panel|meeting|commission|forum)\b", re.IGNORECASE)
SOON = timedelta(days=14)
OFTEN = 2


def mentioned_after_deadline(sheet: FrontSheet, lines: Sequence[TextLine]) -> tuple[date, int] | None:
    """The one day the papers name as a meeting's, within a fortnight of a deadline the agenda prints.

    Args:
        sheet: the front sheet, whose deadline for questions bounds the day.
        lines: of the papers behind it.

    Returns:
        The day and the page that names it first; None where none is named twice, or several are.
    """
    told = [text.text for _, text in sheet.paragraphs] + [note.text for note in sheet.notes]
    due = [day.date for text in told if "question" in text.casefold() for day in find_dates(text)]
    if not due:
        return None
    last = max(due)
    found: Counter[date] = Counter()
    pages: dict[date, int] = {}
    for line, words in _pairs(lines):
        for day in find_dates(words):
            begun = day.start < len(line.text) and day.has_year
            if begun and last < day.date <= last + SOON and _BODY.search(words):
                found[day.date] += 1
                pages.setdefault(day.date, line.page)
    sure = [day for day, times in found.items() if times >= OFTEN]
    return (sure[0], pages[sure[0]]) if len(sure) == 1 else None


def _pairs(lines: Sequence[TextLine]) -> Iterator[tuple[TextLine, str]]:
    """Each line that holds a figure, and its words with the next line's, in which a date may run over."""
    for line, following in zip_longest(lines, lines[1:]):
        if any(map(str.isdigit, line.text)):
            yield line, f"{line.text} {following.text if following else ''}"
