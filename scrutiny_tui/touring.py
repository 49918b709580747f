"""Going through the tour: real screens one after the other, each with its caption on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.screen import ModalScreen

from scrutiny_tui import messages
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.travel import PlacesApp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrutiny_tui.services.models.overview import MeetingSummary
    from scrutiny_tui.widgets.tour_caption import Step


class TouringApp(PlacesApp):
    """An app that can show itself."""

    _tour_at = 0

    @work(exclusive=True, group="tour")
    async def action_tour(self) -> None:
        """Take the tour, or go on where it was left; an empty library has the demo's shown."""
        if isinstance(self.screen, ModalScreen):
            return
        from scrutiny_tui.tour import STEPS  # late: most starts are without it
        from scrutiny_tui.widgets.tour_caption import TourCaption

        while True:
            step = STEPS[self._tour_at]
            rows = await self._meetings()
            if not rows:
                self.post_message(messages.OpenDemo(touring=True))
                return
            await self._walk_to(step, rows)
            caption = TourCaption(step, self._tour_at + 1, len(STEPS))
            way = await self.push_screen_wait(caption)
            if way == "leave":
                return
            self._tour_at += -1 if way == "back" else 1
            if self._tour_at == len(STEPS):
                self._tour_at = 0
                return
            self._tour_at = max(0, self._tour_at)

    async def _meetings(self) -> tuple[MeetingSummary, ...]:
        """The meetings there are, the next one first."""
        try:
            shown = await self.rooms.services.meetings.overview()
        except ServiceError:
            return ()
        return (*shown.coming, *shown.undated, *shown.held)

    async def _walk_to(self, step: Step, rows: Sequence[MeetingSummary]) -> None:
        """Go to the step's screen."""
        self._leave()
        if self.current_mode != step.place:
            await self._enter(step.place)
        self._to_first()
        request = await self._request(step.shows, rows)
        if request is not None:
            await self.show(request)

    async def _request(self, shows: str, rows: Sequence[MeetingSummary]) -> messages.Open | None:
        """What opens the meeting or paper of a step: the next meeting's, else any."""
        if not shows:
            return None
        meeting, of = rows[0].meeting, self.rooms.services.meetings
        try:
            papers = (await of.meeting(meeting.id)).documents if shows == "reader" else ()
        except ServiceError:
            return None
        if shows == "meeting":
            return messages.OpenMeeting(meeting.id)
        return messages.OpenReader(papers[0].id) if papers else None
