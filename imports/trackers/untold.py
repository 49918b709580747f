"""Work programmes whose days an extract set apart from what is promised for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from imports.model.warning import Warning
from imports.trackers.programme_columns import HEADING, opening_date

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_UNTOLD = (
    "Which items of the work programme on page {page} belong to which meeting cannot be told from this text: "
    "none was taken; look at the page, or import the PDF."
)

LONGEST_ITEM = 400


def doubt_programme(page: int) -> Warning:
    """Say that a programme's rows could not be told."""
    return Warning("work-programme-untold", _UNTOLD.format(page=page), page)


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
