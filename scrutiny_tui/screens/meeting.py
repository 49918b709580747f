"""A meeting: its agenda, and beside it the item in hand with everything a member needs for it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from db.models.notes import Note
from db.models.papers import AgendaItem, StoredDocument
from db.models.questions import Question
from imports.model.agenda import LinkedPaper
from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import line, say
from scrutiny_tui.meeting_keys import MEETING
from scrutiny_tui.messages import (
    AskQuestion,
    Jumped,
    OpenMeeting,
    OpenQuestion,
    OpenReader,
    ShowEarlier,
    read_hit,
)
from scrutiny_tui.screens.meeting_papers import MeetingPapersScreen
from scrutiny_tui.services.deadlines import leading
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.models.finding import Hit
from scrutiny_tui.services.models.meeting import ItemDetail, Paper
from scrutiny_tui.widgets.agenda_list import MARKS, AgendaList
from scrutiny_tui.widgets.deadline_text import explain
from scrutiny_tui.widgets.item_pane import ItemPane, Leaf
from scrutiny_tui.widgets.meeting_head import meeting_name, meeting_stands
from scrutiny_tui.widgets.row_list import RowList
from scrutiny_tui.widgets.small_dialogs import NoteDialog, TextDialog
from scrutiny_tui.widgets.together import paint_together

if TYPE_CHECKING:
    from scrutiny_tui.screens.correcting import CorrectionService
    from scrutiny_tui.screens.meeting_services import (
        AttachingService,
        EarlierService,
        MeetingService,
        NoteService,
    )
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.widgets.times import Clock

_PAINTED, _TURNING, _RESTING = 0.05, 0.1, 0.5
"""Seconds an item stays in hand before those beside it are drawn, then before what was said earlier and its
papers are looked for, then before that is done for the next item."""


class MeetingScreen(MeetingPapersScreen):
    """One meeting, item by item."""

    TITLE = "Meeting"
    CSS_PATH = "../styles/meeting.tcss"
    KEYS = MEETING
    MARKS = MARKS
    BINDINGS: ClassVar[list[BindingType]] = bindings(MEETING)

    agenda = getters.query_one("#agenda", AgendaList)
    pane = getters.query_one("#item", ItemPane)

    def __init__(
        self,
        meetings: MeetingService,
        search: EarlierService,
        reading: NoteService,
        corrections: CorrectionService,
        attaching: AttachingService,
        clock: Clock,
        request: OpenMeeting,
    ) -> None:
        """Remember what to ask and where to begin."""
        super().__init__(corrections, attaching, request.meeting_id)
        self._meetings, self._search, self._reading, self._clock = meetings, search, reading, clock
        self.turn_to = request.item_title
        self._turned_to: AgendaItem | None = None
        self._ahead = 0
        self._filling = False
        self._earlier: dict[int, tuple[Hit, ...]] = {}

    def body(self) -> ComposeResult:
        """Lay out head, agenda and item."""
        with Horizontal(id="meeting-head"):
            yield Static("", id="meeting-name")
            yield Static("", id="meeting-stands")
        with Horizontal(id="meeting-split"):
            yield AgendaList(id="agenda")
            yield ItemPane(id="item")

    def on_mount(self) -> None:
        """Let the countdowns follow the clock, and the item in hand the agenda's cursor."""
        self.watch(self.app, "clock_text", self._show_head, init=False)
        # Not by its message, which comes after the cursor is painted: both are painted at once.
        self.watch(self.agenda, "highlighted", self._turned, init=False)

    # --- showing -------------------------------------------------------------------------------------

    def look_again(self) -> None:
        """Ask for the meeting again; the item in hand stays."""
        self._load()

    @work(exclusive=True, group="meeting")
    async def _load(self) -> None:
        try:
            self.detail = await self._meetings.meeting(self.meeting_id)
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self._show_head()
        self._filling = True
        self.agenda.show_items(self.detail.items)
        if self.item_to_open:
            self.agenda.go_to(self.item_to_open)
            self.turn_to = ""
        if self._ahead:
            self.agenda.turn(min(self._ahead, self.agenda.option_count - 1))
            self._ahead = 0
        self._filling = False
        self._turned()
        self.agenda.display = bool(self.detail.items)
        if not self.detail.items:
            self.pane.show_documents(self.detail.documents)
        if self.focused is None or not self.focused.display:
            (self.agenda if self.detail.items else self.pane).focus()

    def _show_head(self) -> None:
        detail = self.detail
        if detail is None:
            return
        now = self._clock.now()
        self.set_text("#meeting-name", meeting_name(detail, now))
        self.set_text("#meeting-stands", meeting_stands(detail, self._next_deadline(), now))

    def _turned(self) -> None:
        detail = self.item_in_hand
        if detail is None or self._filling:
            return
        paint_together(self)
        same = detail.item == self._turned_to
        if self._turned_to is not None and not same:
            self.post_message(Jumped(self._turned_to.title))
        self._turned_to = detail.item
        self.pane.show_item(self._leaf(detail), self._clock.now(), keep=same)
        self._look_on(detail)

    def _leaf(self, detail: ItemDetail) -> Leaf:
        others = None if detail.deadline else self._next_deadline()
        return Leaf(
            detail, others, self._earlier.get(detail.item.id), self.detail.loose if self.detail else ()
        )

    @work(exclusive=True, group="earlier")
    async def _look_on(self, detail: ItemDetail) -> None:
        """Draw the items beside one that stays in hand; look for what was said, at its paper, at the next."""
        if self.detail is None:
            return
        agenda, pane = self.agenda, self.pane  # the screen may be left meanwhile
        await asyncio.sleep(_PAINTED)
        for beside in agenda.beside():
            pane.prepare(self._leaf(beside), self._clock.now())
            await asyncio.sleep(0)
        await asyncio.sleep(_TURNING)
        await self.keep_item(self._meetings.remember_item, detail.item.title)
        if await self._look_earlier(detail):
            pane.show_item(self._leaf(detail), self._clock.now(), keep=True)
        if place := self.papers_of(detail):
            with suppress(ServiceError):  # who opens it is told
                await self._reading.open(place.document.id)
        await asyncio.sleep(_RESTING)
        for after in agenda.beside()[:1]:
            if await self._look_earlier(after):
                pane.prepare(self._leaf(after), self._clock.now())

    async def _look_earlier(self, detail: ItemDetail) -> bool:
        """Look for what was said earlier on an item; False where that is known, or the screen was left."""
        if self.detail is None or detail.item.id in self._earlier:
            return False
        try:
            hits = await self._search.earlier(detail.item, self.detail.meeting, detail.recommendations)
        except ServiceError as error:
            say(self, str(error), "error")
            hits = ()
        self._earlier[detail.item.id] = hits
        return bool(self.query(ItemPane))

    # --- what is in hand -----------------------------------------------------------------------------

    @property
    def item_in_hand(self) -> ItemDetail | None:
        """The item turned to."""
        here = self.agenda.model
        return here if isinstance(here, ItemDetail) else None

    def _next_deadline(self) -> Deadline | None:
        return leading(self.detail.deadlines) if self.detail else None

    # --- keys ----------------------------------------------------------------------------------------

    def action_turn(self, by: int) -> None:
        """Turn to another item, `by` items on."""
        if self.detail is None:  # typed ahead of the agenda
            self._ahead += by
            return
        if not self.detail.items:
            say(self, "These papers have no agenda to turn.")
            return
        if not self.agenda.has_focus:  # the focus given anew would paint the whole list
            self.agenda.focus()
        if not self.agenda.turn(by):
            say(self, "That was the last item." if by > 0 else "This is the first item.")

    def action_part(self, by: int) -> None:
        """Move on to the next section of the item, after the last one to the agenda; -1 moves back."""
        if not (self.focused is self.pane and self.pane.go_on(by)):
            (self.focus_next if by > 0 else self.focus_previous)()
            if self.focused is self.pane:
                self.pane.enter(by)

    def action_scroll_item(self, direction: int) -> None:
        """Scroll the item in hand by a screenful."""
        self.pane.scroll_relative(y=direction * max(1, self.pane.size.height - 2), animate=False)

    @on(RowList.OptionSelected)
    def _selected(self, event: RowList.OptionSelected) -> None:
        model = getattr(event.option, "model", None)
        if isinstance(model, ItemDetail):
            self.read(model)
        elif isinstance(model, Paper):
            self.post_message(OpenReader(model.document.id, model.page))
        elif isinstance(model, StoredDocument):
            self.post_message(OpenReader(model.id))
        elif isinstance(model, LinkedPaper):
            self.get(model)
        elif isinstance(model, Hit):
            self.post_message(read_hit(model))
        elif isinstance(model, Question):
            self.post_message(OpenQuestion(model.id))
        elif isinstance(model, Note):
            self.read_note(model)

    def action_earlier(self) -> None:
        """Show all that was said earlier."""
        detail = self.item_in_hand
        if detail is not None and self.detail is not None:
            self.post_message(ShowEarlier(detail.item, self.detail.meeting, detail.recommendations))

    def action_ask(self) -> None:
        """Begin a question; with a passage in hand, from its words."""
        if self.detail is None:
            return
        detail = self.item_in_hand
        hit = self.pane.model if self.focused is self.pane else None
        evidence = hit.passage if isinstance(hit, Hit) else None
        self.post_message(AskQuestion(self.detail.meeting, detail.item if detail else None, evidence))

    @work(group="note")
    async def action_note(self) -> None:
        """Write a note on the item."""
        detail = self.item_in_hand
        place = self.papers_of(detail) if detail else None
        if detail is None or place is None or self.detail is None:
            say(self, "There is no paper here to keep a note on.", "warning")
            return
        words = f"On {detail.item.title}"
        text = await self.app.push_screen_wait(NoteDialog("Note", words))
        if not text:
            return
        try:
            await self._reading.annotate(
                place.document, self.detail.meeting, place.page, place.pack_page, detail.item.title, text
            )
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self.look_again()

    @work(exclusive=True, group="why")
    async def action_why(self) -> None:
        """Explain the deadline of the item, or else of the meeting, and what is left to read until then."""
        if self.detail is None:
            return
        detail = self.item_in_hand
        deadline = (detail.deadline if detail else None) or self._next_deadline()
        text = explain(deadline, self._clock.now(), self.detail.warnings, self.detail.clerk)
        try:
            pace = await self._meetings.pace(self.detail.meeting.id)
        except ServiceError as error:
            pace = str(error)
        if pace:
            text = Content.assemble(text, "\n\n", ("Left to read", "bold"), "\n", line(pace))
        self.app.push_screen(TextDialog("Why this deadline", text))
