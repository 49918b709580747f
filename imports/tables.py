"""Tables by their heading row: which column holds what, over the pages a table runs on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from imports.paragraphs import join_lines

if TYPE_CHECKING:
    from imports.model.document import Document

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row with the cells one asked for, by name; line breaks inside cells are kept."""

    page: int
    cells: Mapping[str, str]

    def text(self, name: str) -> str:
        """A cell's words with its line breaks joined; "" where the table has no such column."""
        return join_lines(self.cells.get(name, "").split("\n"))


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What was read of a table or list, and the lines it stood in, which nobody else then reads.

    Attributes:
        rows: what was read.
        lines: the lines, as (file page, index of the line).
    """

    rows: tuple[T, ...]
    lines: frozenset[tuple[int, int]]


def table_lines(document: Document, pages: Iterable[int]) -> frozenset[tuple[int, int]]:
    """The lines of all tables on some pages."""
    wanted = frozenset(pages)
    return frozenset(
        (page.number, index)
        for page in document.pages
        if page.number in wanted
        for index, line in enumerate(page.lines)
        if line.table is not None
    )


def find_columns(heading: tuple[str, ...], wanted: Mapping[str, re.Pattern[str]]) -> dict[str, int]:
    """Say which column of a heading row holds what; the first that fits wins."""
    found: dict[str, int] = {}
    texts = [join_lines(cell.split("\n")) for cell in heading]
    for name, pattern in wanted.items():
        for place, text in enumerate(texts):
            if place not in found.values() and pattern.search(text):
                found[name] = place
                break
    return found


def read_rows(
    document: Document, wanted: Mapping[str, re.Pattern[str]], needed: frozenset[str]
) -> Iterator[list[Row]]:
    """Give each run of tables whose heading row has the needed columns, repeated headings left out.

    A table without a heading that follows on the next page with as many columns is the same table.
    """
    rows: list[Row] = []
    columns: dict[str, int] = {}
    width, last_page = 0, 0
    for page in document.pages:
        for table in page.tables:
            heading, body = (table.rows[0], table.rows[1:]) if table.rows else ((), ())
            found = find_columns(heading, wanted)
            if needed <= found.keys():
                if rows and (found != columns or page.number > last_page + 1):
                    yield rows
                    rows = []
                columns, width = found, len(heading)
            elif columns and len(heading) == width and page.number == last_page + 1:
                body = table.rows
            else:
                continue
            last_page = page.number
            for cells in body:
                named = {name: cells[at] for name, at in columns.items() if at < len(cells)}
                rows.append(Row(page.number, named))
    if rows:
        yield rows
