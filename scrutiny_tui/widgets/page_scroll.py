"""A document's pages one under the other: only what is in view is set and fetched, and the place is kept.

The reading cursor is a line. Its row on the screen is the one thing that holds when heights turn out
other than guessed or the window changes; everything else is worked out from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Size
from textual.message import Message

from scrutiny_tui.widgets.fetched_pages import FetchedPages
from scrutiny_tui.widgets.galley import Galley
from scrutiny_tui.widgets.spots import Spot, locate, readable, spot_of, spot_of_standard_line
from scrutiny_tui.widgets.together import hold_painting, paint_together
from scrutiny_tui.widgets.wanted import FetchPages, Wanted

if TYPE_CHECKING:
    from imports.model.reading import Block, ReadPage
    from scrutiny_tui.services.models.reading import PageNumber

__all__ = ["FetchPages", "PageScroll", "Wanted"]

_MARGIN = 3  # lines kept between the cursor and the view's edge
_PATIENCE = 0.08  # seconds in which pages are likely to be fetched
_OPENING_ROW = 3  # where a place gone to stands in the view


class PageScroll(FetchedPages):
    """Scrolling, fetching and the cursor; `PageView` draws it."""

    @dataclass
    class Seen(Message):
        """A page was seen to its end."""

        page: int

    def __init__(self) -> None:
        """Make a view of nothing yet."""
        super().__init__()
        self.when_moved: Callable[[Spot], None] = lambda spot: None
        self.when_there: Callable[[], None] = lambda: None
        self._cursor = Spot(1)
        self._row = 0
        self._wanted: Wanted | None = None
        self._seen: set[int] = set()
        self._holding = self._fetching = self._setting_ahead = False
        self._let_go: Callable[[], None] = lambda: None

    def open(self, numbers: Sequence[PageNumber], fetch: FetchPages, at: Wanted) -> None:
        """Show a document from the place wanted on; pages are fetched as they come into view."""
        self._fetch = fetch
        self.galley = Galley(numbers, self.measured())
        self.stand_at(at)

    @property
    def spot(self) -> Spot:
        """Where the reading cursor stands."""
        return self._cursor

    @property
    def page(self) -> ReadPage | None:
        """The page under the cursor, once fetched."""
        return self.galley.pages.get(self._cursor.page)

    @property
    def block(self) -> Block | None:
        """The passage under the cursor."""
        page = self.page
        return page.blocks[self._cursor.block] if page is not None and page.blocks else None

    @property
    def settled(self) -> bool:
        """Whether everything in view is there, and set what may be turned to next."""
        waits = self._fetching or self._setting_ahead or self._wanted is not None
        return bool(self.galley.numbers) and not waits

    # --- moving ---------------------------------------------------------------------------------

    def stand_at(self, wanted: Wanted) -> None:
        """Go to a page, at some words or at a remembered line of it."""
        last = len(self.galley.numbers)
        self._wanted = replace(wanted, page=max(1, min(wanted.page, last)))
        self._cursor = Spot(self._wanted.page)
        self._row = _OPENING_ROW if wanted.quote or wanted.line or wanted.spot else 1
        self._stand_where_wanted()
        self.settle()

    def go(self, spot: Spot) -> None:
        """Stand at a spot of a page that may not be fetched yet; the view moves only where it must."""
        self._wanted = None
        row = self.galley.y_of(spot) - round(self.scroll_y)
        known = self.galley.lines(spot.page) is not None
        inside = known and _MARGIN <= row < self._height - _MARGIN
        self._move(spot, row if inside else min(_OPENING_ROW, self._height - 1))

    def step(self, by: int) -> None:
        """Move the cursor by a line."""
        spot = self.galley.step(self._cursor, by)
        row = self.galley.y_of(spot) - round(self.scroll_y)
        least = min(_MARGIN, (self._height - 1) // 2)
        self._move(spot, max(least, min(row, self._height - 1 - least)))

    def step_passage(self, by: int) -> None:
        """Move the cursor to the beginning of the next passage, or of the one before."""
        spot = self._cursor
        while (after := self.galley.step(spot, by)) != spot:
            spot = after
            if (spot.page, spot.block) != (self._cursor.page, self._cursor.block):
                break
        self.go(Spot(spot.page, spot.block))

    def turn(self, by: int) -> None:
        """Move by a screenful; two lines stay in view."""
        before = round(self.scroll_y)
        self.scroll_to(y=before + by * max(1, self._height - 2), animate=False, force=True)
        if round(self.scroll_y) == before:
            edge = 0 if by < 0 else self.galley.height - 1
            self.go(self.galley.spot_at(edge))

    def go_to_end(self, by: int) -> None:
        """Move to the first line (-1) or the last (1)."""
        self.stand_at(Wanted(1) if by < 0 else Wanted(len(self.galley.numbers), line=1 << 30))

    # --- keeping the place ----------------------------------------------------------------------

    def remeasure(self) -> None:
        """Set everything anew; the cursor keeps its row."""
        self.galley.set_measure(self.measured())
        self.settle()

    def settle(self) -> None:
        """Put the cursor's line at its row again, set what is then in view, and fetch what is missing."""
        if not self.galley.numbers or not self.size:
            return
        self._hold()
        missing = self._missing()
        self.repaint()
        self.follow()
        self._set_ahead_soon()
        if missing and not self._fetching and self._fetch is not None:
            self._fetching = True
            self._await_pages(missing)
            self.run_worker(self._fetch_missing(self._fetch), group="pages", name="fetch pages")
        elif not missing:
            self._notice_seen()

    def _move(self, spot: Spot, row: int) -> None:
        moved = spot != self._cursor
        self._cursor, self._row = spot, row
        if moved:
            paint_together(self)
            self.say_moved()
        self.settle()

    def _await_pages(self, missing: Sequence[int]) -> None:
        """Where nothing could be shown yet of what is in view, paint it once it is there: that is soon."""
        first = round(self.scroll_y)
        if {self.galley.at(first)[0], self.galley.at(first + self._height - 1)[0]} & set(missing):
            self._let_go = hold_painting(self, _PATIENCE)

    def say_moved(self) -> None:
        """The cursor stands elsewhere: what says so on the screen is to be painted with the pages."""
        self.when_moved(self._cursor)

    def _missing(self) -> list[int]:
        first = round(self.scroll_y)
        return self.galley.settle(first, first + self._height - 1, around=self._height)

    def _set_ahead_soon(self) -> None:
        if not self._setting_ahead:
            self._setting_ahead = True
            self.call_after_refresh(self._set_ahead)

    def _set_ahead(self) -> None:
        """Set a page that one may turn to next: only one at a time, for a key may come meanwhile."""
        self._setting_ahead = False
        first = round(self.scroll_y)
        page = self.galley.set_one(first - self._height, first + 2 * self._height)
        if page is not None:
            self._hold()
            self.repaint()
            self._set_ahead_soon()

    def _hold(self) -> None:
        """Scroll so that the cursor stands at its row; setting what comes into view may move it again."""
        self._holding = True
        self._row = min(self._row, self._height - 1)
        for _ in range(4):
            self.virtual_size = Size(self.size.width, max(self.galley.height, self._height))
            y = self.galley.y_of(self._cursor)
            top = max(0, min(y - self._row, self.galley.height - self._height))
            if top != round(self.scroll_y):
                self.scroll_to(y=top, animate=False, force=True)
            height = self.galley.height
            self._missing()
            if (y, height) == (self.galley.y_of(self._cursor), self.galley.height):
                break
        if self._wanted is None:
            self._row = max(0, min(y - round(self.scroll_y), self._height - 1))
        self._holding = False

    async def _fetch_missing(self, fetch: FetchPages) -> None:
        """Fetch until nothing in view is missing; what comes into view meanwhile is fetched too."""
        before: list[int] = []
        try:
            while (missing := self._missing()) and missing != before and fetch is self._fetch:
                before, shown = missing, self._in_view()
                await self._take_in(fetch, missing[0], missing[-1])
                self._stand_where_wanted()
                self._hold()
                if shown != self._in_view():
                    self.repaint()
                    self.follow()
                self._let_go()
        finally:
            self._let_go()
            self._fetching = False
            self.when_there()
        self._set_ahead_soon()
        if not self._missing():
            self._notice_seen()

    def _in_view(self) -> list[object]:
        """What stands in the view: where it is drawn, and the lines of its pages that are set."""
        first = round(self.scroll_y)
        pages = range(self.galley.at(first)[0], self.galley.at(first + self._height - 1)[0] + 1)
        set_pages = [(page, self.galley.top(page) - first, self.galley.lines(page)) for page in pages]
        return [self._cursor, *set_pages]

    def _stand_where_wanted(self) -> None:
        wanted = self._wanted
        page = self.galley.pages.get(wanted.page) if wanted is not None else None
        if wanted is None or page is None:
            return
        self._wanted = None
        spot = locate(page, wanted.quote) if wanted.quote else wanted.spot
        if spot is None and not wanted.line:
            spot = spot_of(page.number, self.galley.lines(page.number) or (), 0)
        self._cursor = spot or spot_of_standard_line(page, wanted.line)
        if not (
            wanted.quote or wanted.line or wanted.spot
        ):  # what is said above a page's words comes into sight too
            above = self.galley.y_of(self._cursor) - self.galley.top(wanted.page)
            self._row = max(1, min(above, self._height // 2))
        self.say_moved()

    def _notice_seen(self) -> None:
        first = round(self.scroll_y)
        last = first + self._height - 1
        for page in range(self.galley.at(first)[0], self.galley.at(last)[0] + 1):
            lines = self.galley.lines(page)
            if lines is None or page in self._seen:
                continue
            ends = max((at for at, line in enumerate(lines) if readable(line)), default=0)
            if self.galley.top(page) + ends <= last:
                self._seen.add(page)
                self.post_message(self.Seen(page))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolled by wheel or bar: the cursor comes along."""
        super().watch_scroll_y(old_value, new_value)
        if self._holding or not self.galley.numbers or round(old_value) == round(new_value):
            return
        self._keep_above(round(old_value))
        y, top = self.galley.y_of(self._cursor), round(self.scroll_y)
        self._wanted = None
        if not top <= y < top + self._height:
            y = top if y < top else top + self._height - 1
        spot = self.galley.spot_at(y)
        self._move(spot, max(0, min(self.galley.y_of(spot) - top, self._height - 1)))

    def _keep_above(self, before: int) -> None:
        """Set what came into view; where it stands above what was in view, that stays as far below it."""
        page = self.galley.at(before)[0]
        near = abs(before - round(self.scroll_y)) <= 2 * self._height
        self._holding = True
        for _ in range(4):
            top = self.galley.top(page)
            self._missing()
            if not near or self.galley.top(page) == top:
                break
            self.virtual_size = Size(self.size.width, max(self.galley.height, self._height))
            self.scroll_to(y=round(self.scroll_y) + self.galley.top(page) - top, animate=False, force=True)
        self._holding = False

    def on_mount(self) -> None:
        """Follow the measure of the settings."""
        if hasattr(self.app, "measure"):
            self.watch(self.app, "measure", self.remeasure, init=False)

    def on_resize(self, event: events.Resize) -> None:
        """Another width or height: the place is kept."""
        self.remeasure()
