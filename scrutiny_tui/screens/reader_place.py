"""Keeping where one reads, for the next time, and which pages were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from scrutiny_tui.literal import say
from scrutiny_tui.screens.reader_passage import PassageScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.widgets.page_view import PageView
from scrutiny_tui.widgets.spots import Spot, standard_line

if TYPE_CHECKING:
    from textual.timer import Timer

    from imports.model.reading import ReadPage
    from scrutiny_tui.screens.reader_services import MeetingService, QuotingService, ReadingService
    from scrutiny_tui.widgets.times import Clock

_PLACE_PAUSE = 0.4  # seconds after the last movement before the place is kept


class PlaceKeepingScreen(PassageScreen):
    """A screen that remembers where a document was left."""

    def __init__(
        self, reading: ReadingService, meetings: MeetingService, questions: QuotingService, clock: Clock
    ) -> None:
        """Remember what to ask."""
        super().__init__(reading, meetings, questions, clock)
        self._reading = reading
        self._left_at: tuple[ReadPage | None, Spot] = None, Spot(1)
        self._place_timer: Timer | None = None

    def keep_place_soon(self, spot: Spot) -> None:
        """Keep where one reads once one rests there."""
        self._left_at = self.view.page, spot
        if self._place_timer is not None:
            self._place_timer.stop()
        self._place_timer = self.set_timer(_PLACE_PAUSE, self._keep_place_later)

    @work(exclusive=True, group="place")
    async def _keep_place_later(self) -> None:
        await self._keep_place()

    async def _keep_place(self) -> None:
        if self.opened is None:
            return
        page, spot = self._left_at
        at = standard_line(page, spot) if page is not None else 0
        try:
            await self._reading.remember_place(self.opened.document, spot.page, at)
        except ServiceError as error:
            say(self, str(error), "warning")

    async def on_unmount(self) -> None:
        """Keep the place when one leaves before it was kept."""
        if self._place_timer is not None:
            self._place_timer.stop()
            await self._keep_place()

    @on(PageView.Seen)
    @work(group="seen")
    async def _seen(self, event: PageView.Seen) -> None:
        if self.opened is not None:
            try:
                await self._reading.mark_read(self.opened.document, event.page)
            except ServiceError as error:
                say(self, str(error), "warning")
