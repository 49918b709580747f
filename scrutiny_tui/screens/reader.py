"""A document as readable text: its headings at the left, the pack's page numbers in the margin."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import line, say
from scrutiny_tui.messages import Jumped, OpenReader
from scrutiny_tui.reading_keys import PAGES, READER
from scrutiny_tui.screens.reader_place import PlaceKeepingScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.models.reading import FoundInPage, OpenDocument, OutlineHeading
from scrutiny_tui.widgets.crumb import crumb
from scrutiny_tui.widgets.find_bar import MOST, FindBar
from scrutiny_tui.widgets.line_drawing import LEGEND as MARKS
from scrutiny_tui.widgets.page_dialog import page_dialog
from scrutiny_tui.widgets.page_numbers import PageNames, page_meant
from scrutiny_tui.widgets.page_view import PageView, Wanted
from scrutiny_tui.widgets.reader_outline import ReaderOutline
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from scrutiny_tui.widgets.spots import Spot
from scrutiny_tui.widgets.together import gone

if TYPE_CHECKING:
    from imports.model.reading import ReadPage
    from scrutiny_tui.screens.reader_services import MeetingService, QuotingService, ReadingService
    from scrutiny_tui.services.models.meeting import ItemDetail
    from scrutiny_tui.widgets.times import Clock

_PATIENCE = 0.3  # seconds a page may be waited for before the screen is painted without it
_APART = 2  # cells between where one is and the page's number


class ReaderScreen(PlaceKeepingScreen):
    """One document, open."""

    TITLE = "Reading"
    CSS_PATH = "../styles/reader.tcss"
    KEYS = (*PAGES, *READER)
    MARKS = MARKS
    BINDINGS: ClassVar[list[BindingType]] = bindings(READER)

    outline = getters.query_one(ReaderOutline)
    finder = getters.query_one(FindBar)

    def __init__(
        self,
        reading: ReadingService,
        meetings: MeetingService,
        questions: QuotingService,
        clock: Clock,
    ) -> None:
        """Make one that shows nothing until it is asked for something."""
        super().__init__(reading, meetings, questions, clock)
        self._request = OpenReader(0)
        self._arrived = self._painting = False
        self._painted = asyncio.Event()
        self._returning: Spot | None = None
        self._items: tuple[ItemDetail, ...] = ()
        self._names = PageNames(())
        self._room = 0

    def body(self) -> ComposeResult:
        """Lay out the line that says where one is, headings and pages."""
        with Horizontal(id="whereabouts"):
            yield Static("", id="crumb")
            yield Static("", id="page-number")
        with Horizontal(id="reading"):
            with Vertical(id="contents"):
                yield ReaderOutline()
            yield PageView()
        yield FindBar(self._find)

    def on_mount(self) -> None:
        """Be told by the pages."""
        self.view.when_moved, self.view.when_there = self._moved, self._begin_painting
        self.set_focus(self.view)

    def _compositor_refresh(self) -> None:
        """Paint nothing before the page is there, which is soon: all is painted with it."""
        if self._painting:
            super()._compositor_refresh()
            self._painted.set()

    def _begin_painting(self) -> None:
        if not self._painting:
            self._painting = True
            self.refresh()

    def look_again(self) -> None:
        """Open what was asked for; later, show notes changed elsewhere."""
        if isinstance(self.asked_by, OpenReader) and self.asked_by is not self._request:
            self._request = self.asked_by
            self.set_timer(_PATIENCE, self._begin_painting)
            self._open()
        else:
            self.load_notes()

    @property
    def spot(self) -> Spot | None:
        """Where one reads."""
        return self.view.spot if self.opened is not None else self._returning

    def return_to(self, spot: object) -> None:
        """Stand where one read before."""
        if isinstance(spot, Spot):
            self._returning = spot
            if self.opened is not None:
                self.view.go(spot)

    def _jump(self, spot: Spot) -> None:
        """Go far from here, with a way back."""
        self.post_message(Jumped(self.view.spot))
        self.view.go(spot)

    # --- opening --------------------------------------------------------------------------------

    @work(exclusive=True, group="open")
    async def _open(self) -> None:
        try:
            opened = await self._reading.open(self._request.document_id)
        except ServiceError as error:
            self.set_text("#crumb", line(f"{error} Press esc to go back.", "$error"))
            self._begin_painting()
            return
        self.opened, self._names = opened, PageNames(opened.numbers)
        numbers = {number.page: number.pack_page for number in opened.numbers}
        self.outline.show_headings(opened.outline, numbers)
        self.query_one("#contents").set_class(not opened.outline, "-none")
        self.view.open(opened.numbers, self._fetch, self._start(opened), opened.amended)
        self._say_where(self.view.spot)
        await self._show_notes()
        if self._request.find:
            self.finder.look_for(self._request.find, self.view.spot)
        await self._painted.wait()  # what else is read would keep the page waiting
        with suppress(ServiceError):  # without it the line says the heading only
            self._items = (await self._meetings.meeting(opened.meeting.id)).items
            self.load_replaced(opened.document)
        self._say_where(self.view.spot)

    def _start(self, opened: OpenDocument) -> Wanted:
        """Where to begin: at the passage or page asked for, else where the reader left off."""
        asked = self._request
        if self._returning is not None:
            return Wanted(self._returning.page, spot=self._returning)
        if asked.passage is not None:
            return Wanted(asked.page or asked.passage.page, quote=asked.passage.text, words=asked.words)
        if asked.page is None and opened.place is not None:
            return Wanted(opened.place[0], line=opened.place[1])
        return Wanted(asked.page or 1)

    async def _fetch(self, first: int, last: int) -> Sequence[ReadPage]:
        try:
            return await self._reading.pages(self._request.document_id, first, last)
        except ServiceError as error:
            say(self, str(error), "error")
            return ()

    # --- where one is ---------------------------------------------------------------------------

    def _moved(self, spot: Spot) -> None:
        self._say_where(spot)
        self.outline.follow(spot)
        if self._arrived:
            self.keep_place_soon(spot)
        self._arrived = True

    def _say_where(self, spot: Spot) -> None:
        opened = self.opened
        if opened is None:
            return
        self.set_text("#crumb", crumb(opened, self._items, spot))
        name = self._names.name(spot.page, of_file=self.view.as_printed)
        if len(name) > self._room:  # it never shrinks, for another width has the whole screen laid out anew
            self._room = len(name)
            self.query_one("#page-number").styles.width = self._room + _APART
        self.set_text("#page-number", Content(name))

    # --- going about ----------------------------------------------------------------------------

    async def action_back(self) -> None:
        """Go back one step: what was found is let go first, then the document."""
        if self.finder.clear():
            return
        if self.outline.has_focus:
            self.set_focus(self.view)
            self._show_contents(False, only_if_narrow=True)
        else:
            await self.run_action("app.back")

    def action_heading(self, by: int) -> None:
        """Go to the next heading (1) or the one before (-1)."""
        outline = self.opened.outline if self.opened else ()
        here = (self.view.spot.page, self.view.spot.block)
        places = [(heading.page, heading.block) for heading in outline]
        at = bisect_left(places, here)
        at = at - 1 if by < 0 else at + (at < len(places) and places[at] == here)
        if 0 <= at < len(places):
            self._jump(Spot(*places[at]))

    def action_contents(self) -> None:
        """Show the headings and go among them, or hide them."""
        if self.opened is not None and not self.opened.outline:
            say(self, "No headings were made out in this paper.")
            return
        shown = self.query_one("#contents").size.width > 0
        self._show_contents(not shown)

    def _show_contents(self, shown: bool, *, only_if_narrow: bool = False) -> None:
        if only_if_narrow and not self.has_class("-narrow"):
            return
        self.set_class(shown, "-contents")
        self.set_class(not shown, "-no-contents")
        self.set_focus(self.outline if shown else self.view)

    @on(RowList.OptionSelected)
    def _heading_chosen(self, event: RowList.OptionSelected) -> None:
        heading = event.option.model if isinstance(event.option, ModelRow) else None
        if isinstance(heading, OutlineHeading):
            self._show_contents(False, only_if_narrow=True)
            self._jump(Spot(heading.page, heading.block))
            self.set_focus(self.view)

    def action_follow(self) -> None:
        """Go to the heading in hand, or follow an address of the passage."""
        if self.outline.has_focus:
            self.outline.action_select()
        else:
            super().action_follow()

    def action_as_printed(self) -> None:
        """Show the file's page numbers and running lines, or hide them."""
        self.view.show_as_printed(not self.view.as_printed)
        self._say_where(self.view.spot)

    @work(exclusive=True, group="go")
    async def action_go_to_page(self) -> None:
        """Ask for a page and go there."""
        if self.opened is None:
            return
        numbers, here = self.opened.numbers, self.view.spot.page
        asking = page_dialog(numbers, here, self.view.fetch_ahead)
        (answer,) = await self.app.push_screen_wait(asking) or ("",)
        page = page_meant(numbers, answer, here)
        if page is not None:
            self.post_message(Jumped(self.view.spot))
            with self.app.batch_update():  # the page comes with the frame the dialog goes with
                self.view.stand_at(Wanted(page))
                await gone(asking)

    # --- finding --------------------------------------------------------------------------------

    async def _find(self, text: str) -> Sequence[FoundInPage]:
        return await self._reading.find(self._request.document_id, text, MOST)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`f` comes first, so that words typed right after it are not lost; but not while typing."""
        if action == "find" and self.finder.field.has_focus:
            return False
        return super().check_action(action, parameters)

    def action_find(self) -> None:
        """Open the field to find words."""
        self.finder.open(self.view.spot)

    def action_next_hit(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1); after the last comes the first."""
        if not self.finder.step(by):
            say(self, "Nothing was found yet: f finds words, space turns the page.")

    @on(FindBar.Found)
    def _found(self, event: FindBar.Found) -> None:
        self.view.show_hits(event.hits, event.hit)
        if event.hit is not None:
            self.view.go(Spot(event.hit.page, event.hit.block, event.hit.start))

    @on(FindBar.Left)
    def _find_left(self, event: FindBar.Left) -> None:
        self.set_focus(self.view)
        if event.given_up:
            self.view.go(event.came_from)
        elif event.came_from != self.view.spot:
            self.post_message(Jumped(event.came_from))
