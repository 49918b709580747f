"""Front sheets of councils that do not exist, as the readers would give them."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import dedent

from imports.front.sheet import FrontSheet, read_front_sheet
from imports.layout.furniture import find_furniture, read_lines
from imports.minutes.reading import find_minutes
from imports.model.document import Cell, Document, Line, OutlineEntry, Page
from imports.model.minutes import Minutes
from imports.readers.page_ends import split_pages
from imports.readers.text import clean

LETTER = 5.2


def from_text(text: str, source: str = "sheet.txt") -> Document:
    """A document as the text reader gives it."""
    pages = tuple(
        Page(number, tuple(Line(line.strip(), left=len(line) - len(line.lstrip())) for line in lines))
        for number, lines in enumerate(split_pages(clean(dedent(text).strip("\n"))), start=1)
    )
    return Document(source, "0" * 64, "text", pages)


def minutes_of(text: str) -> Minutes:
    """The only set of minutes in a text."""
    document = from_text(text)
    furniture = find_furniture(document)
    (span,) = find_minutes(read_lines(document, furniture), furniture)
    return span.minutes


Row = tuple[float, Sequence[tuple[float, str]]]


def from_rows(
    *pages: Sequence[Row], outline: Sequence[OutlineEntry] = (), bold: Sequence[str] = ()
) -> Document:
    """A document as the PDF reader gives it: for each page, rows of (top, cells of (left, words))."""
    made = []
    for number, rows in enumerate(pages, start=1):
        made.append(
            Page(number, tuple(_line(top, cells, bold) for top, cells in rows), width=595.0, height=842.0)
        )
    return Document("sheet.pdf", "0" * 64, "pdf", tuple(made), outline=tuple(outline))


def _line(top: float, parts: Sequence[tuple[float, str]], bold: Sequence[str]) -> Line:
    cells = tuple(Cell(words, left, left + LETTER * len(words)) for left, words in parts)
    text = "  ".join(cell.text for cell in cells)
    return Line(
        text,
        left=cells[0].left,
        right=cells[-1].right,
        top=top,
        bottom=top + 11,
        size=11,
        bold=text in bold,
        cells=cells if len(cells) > 1 else (),
    )


ITEMS = """
AGENDA

1. Apologies for absence
2. Declarations of interest
3. Minutes
"""
BODY = "Wendle Scrutiny Panel\n\n"


def read_sheet(text: str) -> FrontSheet:
    """The front sheet of a text."""
    return read_front_sheet(from_text(text))
