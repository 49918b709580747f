"""A view of a document's pages that have them fetched, and set at the measure there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrutiny_tui.widgets.galley import Galley
from scrutiny_tui.widgets.line_drawing import GUTTER
from scrutiny_tui.widgets.still_bar import LongView
from scrutiny_tui.widgets.typeset import Measure

if TYPE_CHECKING:
    from imports.model.reading import ReadPage
    from scrutiny_tui.widgets.wanted import FetchPages

_WIDEST = 76  # the measure of running text


class FetchedPages(LongView):
    """The pages there are; `PageScroll` goes about in them."""

    def __init__(self, *, id: str | None = None) -> None:
        """Make a view of nothing yet."""
        super().__init__(id=id)
        self.galley = Galley((), Measure(_WIDEST, _WIDEST))
        self.text_left = GUTTER
        self._fetch: FetchPages | None = None

    @property
    def _height(self) -> int:
        return max(1, self.size.height)

    def measured(self) -> Measure:
        """What fits the window: text in a comfortable measure in the middle, tables to the right edge."""
        room = max(12, self.size.width - GUTTER - 1)
        text = min(getattr(self.app, "measure", _WIDEST), room)
        self.text_left = GUTTER + (room - text) // 2
        return Measure(text, max(12, self.size.width - self.text_left - 1))

    def dress(self, page: ReadPage) -> None:
        """A page was fetched: a subclass adds what it shows with it."""

    def repaint(self) -> None:
        """Something in view may look otherwise: a subclass knows what."""
        self.refresh()

    def fetch_ahead(self, page: int) -> None:
        """Have a page at hand that may be gone to next, with those beside it."""
        if self._fetch is not None and page not in self.galley.pages:
            first, last = max(1, page - 1), min(page + 2, len(self.galley.numbers))
            self.run_worker(self._take_in(self._fetch, first, last), group="ahead", exclusive=True)

    async def _take_in(self, fetch: FetchPages, first: int, last: int) -> None:
        pages = await fetch(first, last)
        if fetch is self._fetch:
            self.galley.put(pages)
            for page in pages:
                self.dress(page)
