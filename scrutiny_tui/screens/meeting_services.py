"""What a meeting's screen needs of the services."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.models.notes import Note
    from db.models.papers import AgendaItem, Meeting, StoredDocument
    from imports.model.agenda import LinkedPaper
    from scrutiny_tui.services.models.finding import Hit
    from scrutiny_tui.services.models.importing import ImportedFile
    from scrutiny_tui.services.models.meeting import MeetingDetail
    from scrutiny_tui.services.models.reading import OpenDocument


class MeetingService(Protocol):
    """What this screen needs of the meetings."""

    async def meeting(self, meeting_id: int) -> MeetingDetail:
        """One meeting with its agenda."""

    async def remember_item(self, meeting: Meeting, item_title: str) -> None:
        """Keep which item the member is on."""

    async def pace(self, meeting_id: int) -> str:
        """What is left to read before its questions close, in a line."""


class EarlierService(Protocol):
    """What this screen needs of search."""

    async def earlier(
        self, item: AgendaItem, meeting: Meeting, recommendations: Sequence[str] = (), limit: int = 30
    ) -> tuple[Hit, ...]:
        """Passages on an item's topic from before its meeting."""


class NoteService(Protocol):
    """What this screen needs of reading."""

    async def open(self, document_id: int) -> OpenDocument:
        """A document; what it takes to make out is kept for whoever opens it next."""

    async def annotate(
        self,
        document: StoredDocument,
        meeting: Meeting,
        page: int,
        pack_page: int | None,
        quote: str,
        text: str = "",
    ) -> Note:
        """Keep a note."""


class AttachingService(Protocol):
    """What putting papers to an item needs."""

    async def attach(self, meeting: Meeting, name: str, path: Path, url: str = "") -> ImportedFile:
        """Take a file in as the paper of an item, or of a link by its address."""

    async def fetch(self, meeting: Meeting, link: LinkedPaper) -> ImportedFile:
        """Download the paper a link leads to, and take it in."""
