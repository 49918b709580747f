"""What a member does about a meeting's papers: get one that is missing, check and correct what was read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work

from db.models.papers import StoredDocument
from scrutiny_tui.literal import say
from scrutiny_tui.messages import (
    LibraryChanged,
    OpenBrief,
    OpenNotes,
    OpenOriginal,
    OpenReader,
    ShowDeadlines,
    ShowPromised,
)
from scrutiny_tui.screens.attaching import attach_to, get_linked
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.screens.correcting import CorrectionService, put_right
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.widgets.doubts import doubt_chosen
from scrutiny_tui.widgets.item_place import Place, place_of

if TYPE_CHECKING:
    from db.models.notes import Note
    from db.models.papers import Meeting
    from imports.model.agenda import LinkedPaper
    from scrutiny_tui.screens.meeting_services import AttachingService
    from scrutiny_tui.services.models.meeting import ItemDetail, MeetingDetail


class MeetingPapersScreen(PlaceScreen):
    """A screen with a meeting and an item of it in hand."""

    def __init__(self, corrections: CorrectionService, attaching: AttachingService, meeting_id: int) -> None:
        """Remember what to ask, and of which meeting."""
        super().__init__()
        self._corrections, self._attaching = corrections, attaching
        self.meeting_id = meeting_id
        self.detail: MeetingDetail | None = None
        self.turn_to = ""
        """The title of the item to turn to once the agenda is there."""
        self._kept: str | None = None

    @property
    def item_to_open(self) -> str:
        """The title of the item to turn to: the one asked for, else the one left last; "" stays."""
        left_at = self.detail.left_at if self.detail and self._kept is None else ""
        return self.turn_to or left_at

    async def keep_item(self, keep: Callable[[Meeting, str], Awaitable[None]], title: str) -> None:
        """Keep which item stays in hand: the meeting opens at it again."""
        if self.detail is None or title == self._kept:
            return
        self._kept = title
        with suppress(ServiceError):  # no word on it: whatever is written next says what is wrong
            await keep(self.detail.meeting, title)

    @property
    def spot(self) -> str:
        """The title of the item in hand."""
        here = self.item_in_hand if self.detail is not None else None
        return self.turn_to if here is None else here.item.title

    def return_to(self, spot: object) -> None:
        """Turn to the item that was in hand."""
        self.turn_to = str(spot)
        self.look_again()

    @property
    def item_in_hand(self) -> ItemDetail | None:
        """The item turned to."""
        raise NotImplementedError

    def papers_of(self, detail: ItemDetail) -> Place | None:
        """Where an item's papers begin."""
        return place_of(detail, self.detail.documents) if self.detail else None

    def read(self, detail: ItemDetail) -> None:
        """Open an item's papers where they begin."""
        place = self.papers_of(detail)
        if place is None:
            say(self, "No paper of this meeting is in the library.", "warning")
        else:
            self.post_message(OpenReader(place.document.id, place.page))

    def read_note(self, note: Note) -> None:
        """Open the paper a note is on, at its words."""
        documents = self.detail.documents if self.detail else ()
        found = next((one for one in documents if one.sha256 == note.document_sha256), None)
        if found is None:
            say(self, f"{note.source}, which this note is on, is no longer in the library.", "warning")
        else:
            self.post_message(OpenReader(found.id, note.page, find=note.quote))

    def action_original(self) -> None:
        """Open the original file."""
        detail = self.item_in_hand
        place = self.papers_of(detail) if detail else None
        here = getattr(self.focused, "model", None)
        if place is not None:
            self.post_message(OpenOriginal(place.document, place.page))
        elif isinstance(here, StoredDocument):  # without an agenda the files themselves are listed
            self.post_message(OpenOriginal(here, 1))
        else:
            say(self, "No paper of this meeting is in the library.", "warning")

    def action_notes(self) -> None:
        """Show all marks and notes on the meeting's papers."""
        if self.detail is not None:
            self.post_message(OpenNotes(self.detail.meeting))

    def action_brief(self) -> None:
        """Show the brief for the meeting, to be looked over and written."""
        if self.detail is not None:
            self.post_message(OpenBrief(self.detail.meeting))

    def action_promised(self) -> None:
        """Show what was promised for this meeting and is not on its agenda."""
        if self.detail is not None:
            self.post_message(ShowPromised(self.detail.meeting))

    def action_deadlines(self) -> None:
        """Go to this committee's deadlines."""
        if self.detail is not None:
            self.post_message(ShowDeadlines(self.detail.meeting.committee))

    @work(group="attach")
    async def get(self, link: LinkedPaper) -> None:
        """Get a paper that an item only links to."""
        if self.detail and await get_linked(self, self._attaching, self.detail.meeting, link):
            self.post_message(LibraryChanged())

    @work(group="attach")
    async def action_attach(self) -> None:
        """Put a file to the item in hand."""
        detail = self.item_in_hand
        if self.detail is None or detail is None or detail.item.is_heading:
            say(self, "Papers belong to an item; turn to one first.", "warning")
        elif await attach_to(self, self._attaching, self.detail.meeting, detail.item):
            self.post_message(LibraryChanged())

    @work(group="check")
    async def action_check(self) -> None:
        """List what the parser is not sure of; a row opens its page."""
        doubts = self.detail.to_check if self.detail else ()
        at = await doubt_chosen(self.app, doubts)
        if at is not None:
            document, warning = at
            self.post_message(OpenReader(document.id, warning.page or 1))

    @work(group="correct")
    async def action_correct(self) -> None:
        """Show where the meeting's and the item's values were read, and let them be put right."""
        detail = self.item_in_hand
        documents = self.detail.documents if self.detail else ()
        held = detail.item.document_id if detail else None
        document = next((one for one in documents if one.id == held), documents[0] if documents else None)
        if document is None:
            say(self, "No paper of this meeting is in the library.", "warning")
            return
        item = detail.item.position if detail and document.id == held else None
        filed = await put_right(self, self._corrections, document, item)
        if filed is not None:
            self.meeting_id = filed.meeting_id
            self.look_again()
