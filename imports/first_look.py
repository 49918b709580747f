"""What a person can look at while a long pack is still being read: its agenda, and the pages asked for.

Who waits writes on standard input, a line each, `64` for the file's page 64 and `p59` for the page stamped
59. What is shown so is a page read by itself, without what only the whole paper tells; none of it is filed.
"""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.patterns import regex
from imports.protocol import EarlyPage, Message, Preview

if TYPE_CHECKING:
    from imports.model.document import Document, Page
    from imports.model.reading import ReadPage

_ASKED = regex(rb"(p?)(\d{1,5})")
_LOOKS = 4
"""Pages tried until one bears the stamp asked for."""
_SECONDS = 0.1
_MOST_ASKED = 4096


class FirstLook:
    """Shows the first pages of a file, and any that is asked for.

    Args:
        send: tells the app.
        source: the file descriptor on which pages are asked for.
    """

    def __init__(self, send: Callable[[Message], None], source: int = 0) -> None:
        self._send = send
        self._source: int | None = source
        self._rest = b""
        self._ahead = 0
        self._document: Document | None = None

    def show(self, first: Document) -> bool:
        """Send the agenda, where the first pages hold one; says whether they do."""
        from imports.front.sheet import read_front_sheet

        self._document = first
        sheet = read_front_sheet(first)
        if sheet.agenda:
            preview = Preview(
                sheet.committee, sheet.meeting_date, sheet.start_time, sheet.venue, sheet.agenda
            )
            self._send(Message(preview=preview))
        return bool(sheet.agenda)

    def answer(self, page: Callable[[int], Page], total: int) -> None:
        """Send the pages that were asked for since.

        Args:
            page: reads one, by its number.
            total: how many there are.
        """
        for asked in self._asked():
            found = _ASKED.fullmatch(asked)
            if found and self._document:
                read = self._stamped(page, int(found[2]), total) if found[1] else None
                read = read or self._set(page(max(1, min(int(found[2]), total))))
                self._send(Message(early=EarlyPage(asked.decode(), total, read)))

    @contextmanager
    def answering(self, document: Document) -> Iterator[None]:
        """Answer from a document that is read, while something goes on that sends nothing itself."""
        self._document = document
        if self._source is None or not hasattr(signal, "setitimer"):
            yield
            return

        def look(*_: object) -> None:
            self.answer(lambda number: document.pages[number - 1], len(document.pages))

        before = signal.signal(signal.SIGALRM, look)
        signal.setitimer(signal.ITIMER_REAL, _SECONDS, _SECONDS)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    def _asked(self) -> list[bytes]:
        """The lines written since; nothing is waited for."""
        if self._source is None:
            return []
        try:
            if not select.select([self._source], [], [], 0)[0]:
                return []
            said = os.read(self._source, _MOST_ASKED)
        except (OSError, ValueError):  # nobody can ask: not a pipe on Windows, or closed
            said = b""
        if not said:
            self._source = None
        *lines, self._rest = (self._rest + said).split(b"\n")
        return lines

    def _stamped(self, page: Callable[[int], Page], wanted: int, total: int) -> ReadPage | None:
        """The page with that stamp; None where there is none near the place it should be at."""
        for _ in range(_LOOKS):
            number = wanted + self._ahead
            if not 1 <= number <= total:
                return None
            read = self._set(page(number))
            if read.pack_page in (None, wanted):
                return read
            self._ahead = read.number - (read.pack_page or 0)
        return None

    def _set(self, page: Page) -> ReadPage:
        """Set one page, as far as it can be by itself."""
        from imports.layout.blocks import read_pages
        from imports.layout.furniture import find_furniture, read_lines

        assert self._document is not None
        alone = replace(self._document, pages=(page,))
        furniture = find_furniture(alone)
        stamped = furniture.stamped_pages.get(page.number)
        (read,) = read_pages(alone, furniture, read_lines(alone, furniture), [stamped])
        return read
