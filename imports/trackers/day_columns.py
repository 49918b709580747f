"""A work programme that gives each coming meeting a column: the days stand in the heading row, side by side.

Below them stand what is planned, or marks in the rows of what it is planned for.
"""

from __future__ import annotations

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
_FEWEST, _LONGEST = 2, 50

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
        for column, day in _days(table).items():
            rows = [Row(page.number, {"item": cells[column]}) for cells in table.rows[1:]]
            wraps = Wraps(document, rows, "item")
            items = found.setdefault(day, (page.number, []))[1]
            for row, cells in zip(rows, table.rows[1:], strict=True):
                text = row.cells["item"]
                label = join_lines(cells[0].split("\n")) if column else ""
                items += [label] if label and _MARK.fullmatch(text.strip()) else split(text, wraps)
    return {day: (number, items) for day, (number, items) in found.items() if items}


def _days(table: Table) -> dict[int, date]:
    """The days of the heading row by their columns; no other column than the first is without one."""
    days: dict[int, date] = {}
    for column, cell in enumerate(table.rows[0] if table.rows else ()):
        text = join_lines(cell.split("\n"))
        dates = find_dates(text) if len(text) <= _LONGEST else ()
        if len(dates) != 1 and column:
            return {}
        if len(dates) == 1:
            days[column] = dates[0].date
    return days if len(set(days.values())) >= max(_FEWEST, len(days)) else {}
