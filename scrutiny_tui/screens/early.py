"""A page of the pack being imported, before the others are read and before anything is filed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import line, say
from scrutiny_tui.messages import OpenEarly, OpenReader
from scrutiny_tui.reading_keys import EARLY, PAGES
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.models.reading import PageNumber
from scrutiny_tui.widgets.page_view import PageView, Wanted

if TYPE_CHECKING:
    from imports.model.reading import ReadPage
    from scrutiny_tui.screens.import_run import ImportRun

_LETTERS = 2500
"""Guessed of a page that is not read yet."""
_WAITS = "Read ahead of the rest: nothing of this pack is filed yet."
_FILED = "The pack is filed now: enter opens it in the reader, here."
_OVER = "The import ended without filing this pack."


class PagesService(Protocol):
    """What gives the pages once they are filed."""

    async def pages(self, document_id: int, first: int, last: int) -> tuple[ReadPage, ...]:
        """The file's pages `first` to `last`."""


class EarlyScreen(PlaceScreen):
    """The pages, fetched from the process that reads them and, from then on, from the library."""

    TITLE = "Reading ahead"
    CSS_PATH = "../styles/reader.tcss"
    KEYS = (*PAGES, *EARLY)
    BINDINGS: ClassVar[list[BindingType]] = bindings(EARLY)

    view = getters.query_one(PageView)

    def __init__(self, run: ImportRun, reading: PagesService, request: OpenEarly) -> None:
        """Remember which page of which file."""
        super().__init__()
        self._run, self._reading, self._asked = run, reading, request.asked
        self._source = run.progress.source if run.progress else ""
        self._before = len(run.files)

    def body(self) -> ComposeResult:
        """Lay out the line that says what this is, and the pages."""
        with Horizontal(id="whereabouts"):
            yield Static("", id="crumb")
            yield Static("", id="page-number")
        yield PageView()

    def on_mount(self) -> None:
        """Ask for the page and follow the import."""
        self._run.listeners.append(self._moved)
        self.set_focus(self.view)
        self._moved()
        self._begin()

    def on_unmount(self) -> None:
        """Leave the import to itself."""
        self._run.listeners.remove(self._moved)

    @property
    def _document(self) -> int | None:
        """The file as it is filed, None before it is."""
        files = self._run.files[self._before :]
        return next((one.document_id for one in files if one.source == self._source), None)

    @work(exclusive=True, group="early")
    async def _begin(self) -> None:
        first = await self._run.early.page(self._asked)
        if first is None:
            say(self, "That page cannot be shown before the pack is filed.", "warning")
            return
        page = first.page
        numbers = [PageNumber(number, None, _LETTERS) for number in range(1, first.pages + 1)]
        numbers[page.number - 1] = PageNumber(page.number, page.pack_page, _LETTERS)
        self.query_one("#page-number", Static).update(f"opened at page {page.pack_page or page.number}")
        self.view.open(numbers, self._fetch, Wanted(page.number))

    async def _fetch(self, first: int, last: int) -> Sequence[ReadPage]:
        if (document := self._document) is not None:
            try:
                return await self._reading.pages(document, first, last)
            except ServiceError as error:
                say(self, str(error), "error")
                return ()
        asked = (self._run.early.page(str(number)) for number in range(first, last + 1))
        return [early.page for early in await asyncio.gather(*asked) if early]

    def _moved(self) -> None:
        filed = self._document is not None
        told = _FILED if filed else _WAITS if self._run.running else _OVER
        self.set_text("#crumb", line(f"{self._source} · {told}" if self._source else told))
        if filed and self.view.galley.numbers:
            self.view.settle()  # what could not be had before

    def action_open_filed(self) -> None:
        """Open the filed pack at the page in view."""
        if (document := self._document) is None:
            say(self, _WAITS if self._run.running else _OVER)
        else:
            self.post_message(OpenReader(document, self.view.spot.page))
