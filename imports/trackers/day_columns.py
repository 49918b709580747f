"""A work programme that gives each coming meeting a column: the days stand in the heading row, side by side.

Below them stand what is planned, or marks in the rows of what it is planned for. In others a day has a row
to itself, over the rows of what is planned for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from imports.layout.paragraphs import join_lines
from imports.layout.tables import Row
from imports.patterns import regex
from imports.trackers.wraps import Wraps
from imports.words.dates import find_dates

if TYPE_CHECKING:
    from datetime import date

    from imports.model.document import Document, Page, Table

_MARK = regex(r"[✓✔☑xX●•■*]|[Yy]es")
_ITEM = regex(
    r"(?:agenda |report |proposed )?(?:items?|topics?|reports?|subjects?|business|titles?|issues?)"
    r"(?: title| of report)?",
    re.IGNORECASE,
)
_FEWEST, _MOST_BEFORE, _LONGEST = 2, 3, 50

Planned = dict["date", tuple[int, list[str]]]
Split = Callable[[str, Wraps], list[str]]


def read_day_columns(document: Document, page: Page, split: Split) -> Planned:
    """What the tables of a page promise whose columns are days.

    Args:
        document: for the places of the words.
        page: one that says it is a work programme.
        split: parts a cell into its items.
    """
    found: Planned = {}
    for table in page.tables:
        days = _days(table)
        marked = min(days, default=0) > 1  # so many columns before the days tell of each row
        for column, day in days.items():
            rows = [Row(page.number, {"item": cells[column]}) for cells in table.rows[1:]]
            wraps = Wraps(document, rows, "item")
            items = found.setdefault(day, (page.number, []))[1]
            for row, cells in zip(rows, table.rows[1:], strict=True):
                text = row.cells["item"]
                label = join_lines(cells[0].split("\n")) if column else ""
                if label and _MARK.fullmatch(text.strip()):
                    items.append(label)
                elif not marked:
                    items += split(text, wraps)
    return {day: (number, items) for day, (number, items) in found.items() if items}


def read_day_rows(page: Page) -> Planned:
    """What the tables of a page promise in which a day has a row to itself, over the rows planned for it.

    Args:
        page: one that says it is a work programme.
    """
    found: Planned = {}
    day: date | None = None
    column = 0
    for cells in (cells for table in page.tables for cells in table.rows):
        texts = [join_lines(cell.split("\n")) for cell in cells]
        filled = [text for text in texts if text]
        dates = find_dates(filled[0]) if len(filled) == 1 and len(filled[0]) <= _LONGEST else ()
        if dates and dates[0].has_year:
            day = dates[0].date
            found.setdefault(day, (page.number, []))
        elif len(filled) == 1:
            day = None
        elif named := [n for n, text in enumerate(texts) if _ITEM.fullmatch(text)]:
            column = named[0]
        elif day and texts[column]:
            found[day][1].append(texts[column])
    return found if sum(1 for _, items in found.values() if items) >= _FEWEST else {}


def _days(table: Table) -> dict[int, date]:
    """The days of the heading row by their columns; no column behind the first day is without one."""
    days: dict[int, date] = {}
    for column, cell in enumerate(table.rows[0] if table.rows else ()):
        text = join_lines(cell.split("\n"))
        dates = find_dates(text) if len(text) <= _LONGEST else ()
        if len(dates) != 1 and days:
            return {}
        if len(dates) == 1:
            days[column] = dates[0].date
    apart = len(set(days.values())) == len(days) >= _FEWEST
    return days if apart and min(days) <= _MOST_BEFORE else {}
