"""Work programmes whose days an extract set apart from what is promised for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from imports.model.warning import Warning
from imports.patterns import regex
from imports.trackers.programme_columns import HEADING, opening_date
from imports.words.dates import MONTH, YEAR, find_dates

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_UNTOLD = (
    "Which items of the work programme on page {page} belong to which meeting cannot be told from this text: "
    "none was taken; look at the page, or import the PDF."
)

MONTHS = "work-programme-months"
_MONTHS = (
    "The work programme on page {page} plans by the month and names no day ({month}): what stands there is "
    "not taken for any meeting; look at the page."
)
_MONTH = regex(rf"{MONTH},?\s{YEAR}(?-i:(?=$|\s+[^a-z\s]|:))", re.IGNORECASE)
LONGEST_MONTH = 45
"""As long is a month alone, with a remark behind it."""
LONGEST_ITEM = 400


def doubt_programme(page: int) -> Warning:
    """Say that a programme's rows could not be told."""
    return Warning("work-programme-untold", _UNTOLD.format(page=page), page)


def names_month(text: str) -> str:
    """The month of some year that a line or cell begins with, where it names no day; else ""."""
    found = _MONTH.match(text) if text[:1] in "JFMASONDjfmasond" else None
    return found[0] if found and not find_dates(text[: found.end()]) else ""


def stands_for_day(text: str) -> bool:
    """Whether a line is a month and no more than a remark, where others are days."""
    return len(text) <= LONGEST_MONTH and names_month(text) != "" and text[-1:] in "0123456789):"


def doubt_months(page: int, month: str) -> Warning:
    """Say that a programme is by months."""
    return Warning(MONTHS, _MONTHS.format(page=page, month=month), page)


def days_stand_apart(parts: Sequence[tuple[date, Sequence[TextLine]]], claimed: Sequence[TextLine]) -> bool:
    """Whether days of a table stand below its cells, so that nothing tells whose these are.

    Two or more stand so at its end with only one day before them, or one page has its heading row twice
    below one day.
    """
    filled = [n for n, (_, cells) in enumerate(parts) if cells]
    return (filled == [0] and len(parts) > 2) or _has_two_heads(claimed)


def is_running_text(found: Iterable[tuple[int, Sequence[str]]]) -> bool:
    """Whether what stands below a programme's title is a paper's running text and no items."""
    return any(len(item) > LONGEST_ITEM for _, items in found for item in items)


def _has_two_heads(claimed: Sequence[TextLine]) -> bool:
    """Whether the first name of a column stands alone twice on a page with no day between."""
    head: TextLine | None = None
    for line in claimed:
        if opening_date(line.text):
            head = None
        elif HEADING.fullmatch(line.text):
            if head and (head.text, head.page) == (line.text, line.page):
                return True
            head = head or line
    return False
