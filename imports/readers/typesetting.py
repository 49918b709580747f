"""Sets running text as pages of lines, for formats that know paragraphs but no printed page.

The parsers read lines as a press prints them: a paragraph over several lines, white space between two
paragraphs, a heading on a line of its own.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from imports.model.document import Line, Link, Page, Table
from imports.patterns import regex
from imports.readers.text import clean

WIDTH = 96
_BLANK = Line("")
# Words no line may begin with by accident: the parsers would take them for a bullet or a number.
_MARK = regex(r" (?=(?:[-–—•*]|\(?\w{1,4}[.)])(?: |$))")
_HELD = "\ue000"


class Typesetter:
    """Takes paragraphs, tables and page ends in order and gives pages.

    Attributes:
        links: the addresses met so far, with their pages.
    """

    def __init__(self) -> None:
        """Begin on page 1."""
        self.links: list[Link] = []
        self._pages: list[Page] = []
        self._lines: list[Line] = []
        self._tables: list[Table] = []
        self._pictures = 0

    @property
    def page(self) -> int:
        """The number of the page being set."""
        return len(self._pages) + 1

    @property
    def place(self) -> tuple[int, int]:
        """Where the next line will stand: file page and index on it."""
        return self.page, len(self._lines)

    def add(self, text: str, *, bold: bool = False, indent: int = 0, close: bool = False) -> None:
        """Set one paragraph; `close` where nothing parts it from the one before."""
        if self._lines and not close:
            self._lines.append(_BLANK)
        for part in clean(text).split("\n"):
            held = _MARK.sub(_HELD, part.strip())
            for line in textwrap.wrap(held, WIDTH - indent, break_long_words=False, break_on_hyphens=False):
                self._lines.append(Line(line.replace(_HELD, " ").strip(), left=indent, bold=bold))

    def add_table(self, rows: Sequence[Sequence[str]]) -> None:
        """Set a table: its rows line by line, the first line of every cell side by side."""
        cleaned = [tuple(clean(cell).strip() for cell in row) for row in rows]
        cleaned = [row for row in cleaned if any(row)]
        if not cleaned:
            return
        self._lines.append(_BLANK)
        number = len(self._tables)
        self._tables.append(Table(tuple(cleaned)))
        for row in cleaned:
            cells = [cell.split("\n") for cell in row if cell]
            self._lines.append(Line("   ".join(cell[0].strip() for cell in cells), table=number))
            rest = (line.strip() for cell in cells for line in cell[1:])
            self._lines += [Line(line, table=number) for line in rest if line]
        self._lines.append(_BLANK)

    def add_picture(self) -> None:
        """Count a picture on this page."""
        self._pictures += 1

    def link(self, url: str) -> None:
        """Keep an address this page points at."""
        self.links.append(Link(url, self.page))

    def end_page(self) -> None:
        """End the page, if anything stands on it."""
        if any(line.text for line in self._lines) or self._pictures:
            page = Page(self.page, tuple(self._lines), tuple(self._tables), pictures=self._pictures)
            self._pages.append(page)
        self._lines, self._tables, self._pictures = [], [], 0

    def pages(self) -> tuple[Page, ...]:
        """End the last page and give them all."""
        self.end_page()
        return tuple(self._pages)
