"""The two-minute tour: real screens one after the other, with a caption each; it can be left and taken up."""

from __future__ import annotations

from textual import work
from textual.screen import ModalScreen

from scrutiny_tui import messages
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.travel import PlacesApp
from scrutiny_tui.widgets.tour_caption import Step, TourCaption

STEPS = (
    Step(
        "meetings", "", "what matters today",
        "Every coming meeting stands here with the hour its questions close, and above them what matters "
        "today. <meetings.open> opens a meeting, <meetings.import> takes papers in. The arrows, j and k, the "
        "mouse: all move about.",
    ),
    Step(
        "meetings", "meeting", "a meeting",
        "The agenda at the left, the item in hand at the right: its papers, what you are asked to agree, and "
        "what was said earlier on the topic. <meeting.next> and <meeting.previous> turn the items.",
    ),
    Step(
        "meetings", "reader", "reading",
        "<meeting.read> on an item opens its papers as text. <pages.turn> turns the page, <reader.go> goes "
        "to a page of the pack, <reader.find> finds words, <reader.mark> marks a passage, and <reader.ask> "
        "asks about it.",
    ),
    Step(
        "search", "", "finding",
        "Type anything, half words and slips too: everything ever imported is searched as you type. "
        "<app.search_from_here> comes here from anywhere.",
    ),
    Step(
        "questions", "", "your questions",
        "A question is written beside its evidence and saved as you type. Nothing is sent unless you send "
        "it: submitting makes an e-mail to the clerk, Word or Markdown.",
    ),
    Step(
        "deadlines", "", "deadlines",
        "Every deadline with the sentence it was read from, the page, and the count of days. Marks say how "
        "it stands, and colours only repeat them.",
    ),
    Step(
        "actions", "", "promises",
        "What was promised, by whom, and what became of it; <app.topics> has one subject across the years.",
    ),
    Step(
        "meetings", "", "and everything else",
        "<app.help> shows the keys of the screen you are on, <app.commands> finds any action by name, "
        "<app.settings> opens the settings, <screen.back> goes back a step. This tour: <app.tour>.",
    ),
)  # fmt: skip


class TouringApp(PlacesApp):
    """An app that can show itself."""

    _tour_at = 0

    @work(exclusive=True, group="tour")
    async def action_tour(self) -> None:
        """Take the tour, or go on where it was left."""
        if isinstance(self.screen, ModalScreen):
            return
        while True:
            step = STEPS[self._tour_at]
            await self._walk_to(step)
            way = await self.push_screen_wait(TourCaption(step, self._tour_at + 1, len(STEPS)))
            if way == "leave":
                return
            self._tour_at += -1 if way == "back" else 1
            if self._tour_at == len(STEPS):
                self._tour_at = 0
                return
            self._tour_at = max(0, self._tour_at)

    async def _walk_to(self, step: Step) -> None:
        """Go to the step's screen; in an empty library the place's first one stands for it."""
        self._leave()
        if self.current_mode != step.place:
            await self._enter(step.place)
        self._to_first()
        request = await self._request(step.shows)
        if request is not None:
            await self.show(request)

    async def _request(self, shows: str) -> messages.Open | None:
        """What opens the meeting or paper of a step: the next meeting's, else any."""
        of = self.rooms.services.meetings
        try:
            shown = await of.overview() if shows else None
            rows = (*shown.coming, *shown.undated, *shown.held) if shown else ()
            if not rows:
                return None
            meeting = rows[0].meeting
            papers = (await of.meeting(meeting.id)).documents if shows == "reader" else ()
        except ServiceError:
            return None
        if shows == "meeting":
            return messages.OpenMeeting(meeting.id)
        return messages.OpenReader(papers[0].id) if papers else None
