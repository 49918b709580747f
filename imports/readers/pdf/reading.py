"""Reads a file's pages one after the other, a long file's from both ends by two processes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from imports.model.document import Document, Link, Page
from imports.processes.twin import WORTH_TWO, Shares, Twins, later
from imports.readers.pdf.bookmarks import links
from imports.readers.pdf.device import RunDevice
from imports.readers.pdf.file import LOST, OVERRUN, LostPage
from imports.readers.pdf.interpreter import Interpreter
from imports.readers.pdf.layout import lay_out
from imports.readers.pdf.letters import UNKNOWN
from imports.readers.pdf.painter import Overrun
from imports.readers.pdf.scanned import FROM_LAYER, UNKNOWN_LETTERS

if TYPE_CHECKING:
    from imports.readers.pdf.runs import Painted

_log = logging.getLogger(__name__)

Told = Callable[[int, int], None]


class Early(Protocol):
    """Shows what is there before the whole file is read."""

    def show(self, first: Document) -> bool:
        """Take in the first pages of a long file, with more each time until it says yes."""

    def answer(self, page: Callable[[int], Page], total: int) -> None:
        """Show the pages asked for since; called between two pages, with what reads one by its number."""


_SLOW = 144
"""Pages from which a file is shown early: a shorter one is read whole while a person looks up."""
_SHARE = 2
_MOST_LETTERS = 500_000
_SCAN = 0.5
_EARLY = (8, 16, 32)
"""After how many shares the first pages are shown."""

_Read = tuple[Page, tuple[Link, ...]]


class Reading:
    """The pages of one open file being read."""

    def __init__(self, path: Path, parser: PDFParser, found: list[PDFPage], document: Document) -> None:
        """Prepare to read.

        Args:
            path: the file, for a second process to open again.
            parser: of the file as it is open here.
            found: its pages.
            document: what is known of it beside its pages.
        """
        self._path = path
        self._parser = parser
        self._found = found
        self._document = document
        self._device = RunDevice()
        self._interpreter = Interpreter(self._device)
        self._shares = Shares(-(-len(found) // _SHARE))
        self.links: list[Link] = []

    def pages(self, tell: Told | None, early: Early | None, twins: Twins) -> list[Page]:
        """Read all pages; the arguments are those of `read_pdf`."""
        total = len(self._found)
        together = total >= WORTH_TWO and twins is not later
        waiting = twins(self._back_half, list[_Read]) if together else None
        read: dict[int, _Read] = {}
        done, shown = 0, False

        def now(number: int) -> Page:
            read[number] = read.get(number) or self._read(number)
            return read[number][0]

        for share in self._shares.from_front():
            for number in self._numbers(share):
                now(number)
                done = min(total, len(read) + _SHARE * self._shares.from_back_taken)
                if tell:
                    tell(done, total)
                if shown and early:
                    early.answer(now, total)
            if early and total >= _SLOW and not shown and share + 1 in _EARLY:
                shown = early.show(self._so_far(read))
        for page, found in waiting() if waiting else ():
            read[page.number] = (page, found)
        for number in range(1, total + 1):
            now(number)  # where the second process came to grief
        if tell and done < total:
            tell(total, total)
        ordered = [read[number] for number in range(1, total + 1)]
        self.links = [link for _, found in ordered for link in found]
        return [page for page, _ in ordered]

    def _so_far(self, read: dict[int, _Read]) -> Document:
        """The document as far as it is read from its first page on."""
        return replace(self._document, pages=tuple(page for page, _ in read.values()))

    def _numbers(self, share: int) -> range:
        return range(share * _SHARE + 1, min((share + 1) * _SHARE, len(self._found)) + 1)

    def _back_half(self) -> list[_Read]:
        """Read from the end, in a second process; the place in an open file is shared between forks."""
        with self._path.open("rb") as handle:
            self._parser.fp = handle
            return [
                self._read(number) for share in self._shares.from_back() for number in self._numbers(share)
            ]

    def _read(self, number: int) -> _Read:
        page = self._found[number - 1]
        try:
            self._interpreter.read(page)
            failed = LOST if isinstance(page, LostPage) else None
        except Overrun:
            failed = OVERRUN
        except Exception as error:
            _log.debug("page %d", number, exc_info=error)
            failed = f"The page is damaged ({type(error).__name__}); it was read in part."
        painted = self._device.page
        try:
            laid_out = lay_out(painted, number)
        except Exception as error:
            _log.debug("page %d", number, exc_info=error)
            laid_out = Page(number, ())
            failed = f"The page is damaged: its words stand nowhere ({type(error).__name__})."
        if sum(len(line.text) for line in laid_out.lines) > _MOST_LETTERS:
            laid_out = replace(laid_out, lines=(), tables=())
            failed = "It holds more letters than any page; look at the original."
        return (
            replace(
                laid_out,
                failed=failed or _unknown_letters(laid_out),
                covered=round(painted.covered, 2),
                recognised=FROM_LAYER if _is_recognised(painted) else "",
            ),
            tuple(links(page, number)),
        )


def _unknown_letters(page: Page) -> str | None:
    """Say so where the page's fonts do not tell which letters they print."""
    text = "".join(line.text for line in page.lines if not line.stamp)
    if text.count(UNKNOWN) * 3 > len(text):
        return UNKNOWN_LETTERS
    return None


def _is_recognised(painted: Painted) -> bool:
    """Whether a page is a scan with its words laid under it, as scanners with recognition write them."""
    if painted.covered < _SCAN:
        return False
    letters = sum(len(run.text) for run in painted.runs)
    return 2 * painted.hidden > letters > 0
