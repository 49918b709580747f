"""Tells a wrapped line of a table's cell from one that was begun anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.layout.paragraphs import ends_open, strip_bullet
from imports.model.document import Cell, Document
from imports.trackers.text_columns import LISTED

if TYPE_CHECKING:
    from imports.layout.tables import Row

PADDING = 12.0
FULL = 0.9


class Wraps:
    """The lines of one column of a table, and how far to the right they may go.

    Where the reader knew no places, lengths in letters stand in for them.
    """

    def __init__(self, document: Document, rows: Sequence[Row], name: str) -> None:
        """Measure a column.

        Args:
            document: for the places of the words.
            rows: the table's rows.
            name: the name of the column.
        """
        self._places = _places(document, {row.page for row in rows})
        own = [line for row in rows for line in row.cells.get(name, "").split("\n")]
        widest = max((self._place(line).right for line in own), default=0.0)
        beside = min((place.left for place in self._places.values() if place.left >= widest), default=0.0)
        self._edge = max(beside - PADDING, widest)

    def begins(self, before: str, line: str) -> bool:
        """Whether a line was begun anew: its first word would have fitted on the line before."""
        if not line[:1].isupper() or not before.strip() or ends_open(before):
            return False
        a, b = self._place(before), self._place(line)
        word = (b.right - b.left) * (len(line.split()[0]) + 1) / len(line)
        return a.right + word < self._edge * (FULL if a.left == 0 else 1.0)

    def _place(self, line: str) -> Cell:
        return self._places.get(strip_bullet(line).strip(), Cell(line, 0.0, float(len(line))))


def _places(document: Document, pages: set[int]) -> dict[str, Cell]:
    """Where each stretch of words stands in the tables of some pages."""
    found: dict[str, Cell] = {}
    for page in document.pages:
        if page.number in pages:
            for line in page.lines:
                if line.table is not None and line.right:
                    for cell in line.cells or (Cell(line.text, line.left, line.right),):
                        found.setdefault(strip_bullet(cell.text).strip(), cell)
    return found


def bulleted(texts: Sequence[str]) -> list[str]:
    """Lines with the numbers of a list that counts from 1 set as bullets ("1. Budget", "2. Fleet")."""
    result: list[str] = []
    due = 1
    for text in texts:
        found = LISTED.match(text)
        number = int(found["number"]) if found else 0
        if found and number in (due, 1):
            due = number + 1
            text = f"• {text[found.end() :]}"
        result.append(text)
    return result
