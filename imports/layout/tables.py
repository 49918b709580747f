"""Tables by their heading row: which column holds what, over the pages a table runs on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from imports.layout.paragraphs import join_lines
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.model.document import Document, Page, Table
    from imports.model.warning import Warning

T = TypeVar("T")
_WHEN = regex(r"(?:date of )?meeting(?: date)?", re.IGNORECASE)
MOST_BELOW = 3
_UNFINISHED = regex(r"(?:[,&/–-]|\b(?:and|of|the|for|to|on|in|with|a|an|by|at|or|from|that))$", re.IGNORECASE)


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
        doubts: what could not be told.
    """

    rows: tuple[T, ...]
    lines: frozenset[tuple[int, int]]
    doubts: tuple[Warning, ...] = ()


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
    """Say which column of a heading row holds what; the first that fits wins, for a topic not the date's."""
    found: dict[str, int] = {}
    texts = [join_lines(cell.split("\n")) for cell in heading]
    dated = [_WHEN.fullmatch(text) is not None for text in texts]
    for name, pattern in wanted.items():
        places = sorted(range(len(texts)), key=lambda n: name == "topic" and dated[n])
        for place, text in ((place, texts[place]) for place in places):
            if place not in found.values() and pattern.search(text):
                found[name] = place
                break
    return found


def is_cut(row: Sequence[str], following: Sequence[str]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before.

    Its first cell is empty, and some cell of it goes on in small letters or from a cell left unfinished.
    """
    if len(row) != len(following) or following[0].strip():
        return False
    pairs = [(a.strip(), b.strip()) for a, b in zip(row, following, strict=True) if b.strip()]
    if not all(a for a, _ in pairs):
        return False
    return any(b[0].islower() or b[0] in "(&" or _UNFINISHED.search(a) for a, b in pairs)


def _named(columns: Mapping[str, int], cells: Sequence[str]) -> dict[str, str]:
    return {name: cells[at] for name, at in columns.items() if at < len(cells)}


def _reaches_foot(page: Page, table: Table) -> bool:
    """Whether a table may go on overleaf: no more than a running foot is printed below it."""
    below = [
        line for line in page.lines if line.table is None and not line.stamp and line.top >= table.bottom
    ]
    return not table.bottom or len(below) <= MOST_BELOW


def read_rows(
    document: Document, wanted: Mapping[str, re.Pattern[str]], needed: frozenset[str]
) -> Iterator[list[Row]]:
    """Give each run of tables whose heading row has the needed columns, repeated headings left out.

    A table without a heading that follows on the next page with as many columns is the same table.
    """
    rows: list[Row] = []
    columns: dict[str, int] = {}
    width, last_page, over = 0, 0, 0
    last: tuple[str, ...] = ()
    for page in document.pages:
        for table in page.tables:
            heading, body = (table.rows[0], table.rows[1:]) if table.rows else ((), ())
            found = find_columns(heading, wanted)
            if needed <= found.keys():
                if rows and (found != columns or page.number > last_page + 1):
                    yield rows
                    rows = []
                columns, width = found, len(heading)
            elif columns and len(heading) == width and page.number == last_page + 1 and over == page.number:
                body = table.rows
            else:
                continue
            if rows and page.number == last_page + 1 and body and is_cut(last, body[0]):
                last = tuple("\n".join(filter(None, pair)) for pair in zip(last, body[0], strict=True))
                rows[-1] = Row(rows[-1].page, _named(columns, last))
                body = body[1:]
            last_page = page.number
            over = page.number + 1 if _reaches_foot(page, table) else 0
            for cells in body:
                rows.append(Row(page.number, _named(columns, cells)))
                last = cells
    if rows:
        yield rows
