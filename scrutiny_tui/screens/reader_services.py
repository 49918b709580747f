"""What reading needs of the services."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.models.notes import Note
    from db.models.papers import Meeting, StoredDocument
    from db.models.questions import Evidence
    from imports.model.reading import ReadPage
    from scrutiny_tui.services.models.meeting import MeetingDetail
    from scrutiny_tui.services.models.overview import Overview
    from scrutiny_tui.services.models.questions import QuestionDetail
    from scrutiny_tui.services.models.reading import Explained, FoundInPage, OpenDocument, ReplacedPlace


class NotesService(Protocol):
    """What marking, noting and explaining need."""

    async def annotate(
        self,
        document: StoredDocument,
        meeting: Meeting,
        page: int,
        pack_page: int | None,
        quote: str,
        text: str = "",
    ) -> Note:
        """Keep a note on quoted words, or a bare mark."""

    async def notes(self, document: StoredDocument) -> tuple[Note, ...]:
        """All notes and marks on a document."""

    async def replaced(self, document: StoredDocument) -> tuple[ReplacedPlace, ...]:
        """Where supplements changed a document, or it changes another."""

    async def erase_note(self, note_id: int) -> None:
        """Take a note away."""

    async def explain(self, text: str, document: StoredDocument | None = None) -> tuple[Explained, ...]:
        """The acronyms that stand in a text, a paper's own first."""

    async def addresses(self, document: StoredDocument) -> tuple[str, ...]:
        """The addresses a paper links to, whole."""


class MeetingService(Protocol):
    """What finding the agenda item of a page needs."""

    async def meeting(self, meeting_id: int) -> MeetingDetail:
        """A meeting with its agenda and papers."""

    async def overview(self) -> Overview:
        """All meetings."""


class QuotingService(Protocol):
    """What quoting in a question already begun needs."""

    async def all(self) -> tuple[QuestionDetail, ...]:
        """Every question."""

    async def quote(
        self,
        question_id: int,
        document: StoredDocument,
        page: int,
        pack_page: int | None,
        quote: str,
        citation: str,
    ) -> Evidence:
        """Put words of a paper to a question."""


class ReadingService(NotesService, Protocol):
    """What reading needs."""

    async def open(self, document_id: int) -> OpenDocument:
        """Open a document."""

    async def pages(self, document_id: int, first: int, last: int) -> tuple[ReadPage, ...]:
        """Some of its pages."""

    async def find(self, document_id: int, text: str, limit: int = 500) -> tuple[FoundInPage, ...]:
        """Where words stand in it."""

    async def remember_place(self, document: StoredDocument, page: int, line: int) -> None:
        """Keep where one reads."""

    async def mark_read(self, document: StoredDocument, page: int) -> None:
        """Count a page as read."""
