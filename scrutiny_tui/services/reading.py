"""A document open before the member: its pages in view, its outline, and what was left on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from db import desk, library
from db.models.notes import Note, ReadingPlace
from db.models.questions import Evidence, MeetingRef
from scrutiny_tui.services.amended import amended_places
from scrutiny_tui.services.errors import NotThere
from scrutiny_tui.services.glossary import explained
from scrutiny_tui.services.kept_pack import pack_of, read_headings, read_pack, read_page
from scrutiny_tui.services.lexicon import read_lexicon
from scrutiny_tui.services.models.reading import (
    AmendedPlace,
    Explained,
    FoundInPage,
    OpenDocument,
    OutlineHeading,
    PageNumber,
    ReplacedPlace,
)
from scrutiny_tui.services.noted import notes_holding
from scrutiny_tui.services.notes import PlacedNote, place_every_note, place_notes, relocate

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import Meeting, StoredDocument
    from db.models.passages import PassageFilter
    from db.store import Store
    from imports.model.pack import ParsedPack
    from imports.model.reading import ReadPage
    from scrutiny_tui.services.clock import Clock

Contents = tuple[tuple[PageNumber, ...], tuple[OutlineHeading, ...]]
"""The numbers of a document's pages, and its headings."""

_NAMED = 5
_OUTLINED = 3  # deeper headings are labels and guesses


class Reading:
    """Reads documents and keeps what the member leaves on them.

    Args:
        store: the library and the desk.
        clock: when something was left.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._known: tuple[StoredDocument, Contents] | None = None

    async def open(self, document_id: int) -> OpenDocument:
        """Open a document where its reader left off, without its pages' text.

        Raises:
            NotThere: it is not in the library (any more).
        """

        def work(db: Database) -> OpenDocument:
            document = library.document(db, document_id)
            place = desk.reading_place(db, document.sha256)
            numbers, outline = self._contents(db, document)
            return OpenDocument(
                document=document,
                meeting=library.meeting(db, document.meeting_id),
                numbers=numbers,
                outline=outline,
                place=(place.page, place.line) if place else None,
                amended=tuple(amended_places(pack_of(document), library.amendments(db))),
            )

        return await self._store.read(work)

    def _contents(self, db: Database, document: StoredDocument) -> Contents:
        """A document's page numbers and headings; those of the last one are kept: one goes to it again."""
        known = self._known
        if known is None or known[0] != document:
            numbers = tuple(
                PageNumber(page.number, page.pack_page, page.letters)
                for page in library.page_numbers(db, document.id)
            )
            outline = tuple(
                heading
                for page in library.pages(db, document.id)
                for heading in read_headings(page, _OUTLINED)
            )
            self._known = known = document, (numbers, outline)
        return known[1]

    async def pages(self, document_id: int, first: int, last: int) -> tuple[ReadPage, ...]:
        """Give the file's pages `first` to `last`, both included."""
        return await self._store.read(
            lambda db: tuple(map(read_page, library.pages(db, document_id, first, last)))
        )

    async def paper_of(self, evidence: Evidence) -> StoredDocument | None:
        """Give the paper a quotation is from, or the one of the same name that replaced it; None if gone."""

        def work(db: Database) -> StoredDocument | None:
            same = library.document_by_sha(db, evidence.document_sha256)
            return same or next(iter(library.find_documents(db, evidence.source)), None)

        return await self._store.read(work)

    async def find(self, document_id: int, text: str, limit: int = 500) -> tuple[FoundInPage, ...]:
        """Find words in a document as typed, any case, wherever its lines break."""
        words = text.split()
        if not words:
            return ()
        pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)

        def work(db: Database) -> tuple[FoundInPage, ...]:
            found: list[FoundInPage] = []
            for hit in library.find_in_document(db, document_id, text):
                (page,) = library.pages(db, document_id, hit.number, hit.number)
                found += _find_in_page(read_page(page), pattern)
                if len(found) >= limit:
                    break
            return tuple(found[:limit])

        return await self._store.read(work)

    async def pack(self, name: str) -> ParsedPack:
        """Give what was understood of an imported document, by its id, its file's name or part of that.

        Raises:
            NotThere: none is called so, or several are.
        """
        found = await self._store.read(lambda db: library.find_documents(db, name))
        if not found:
            raise NotThere(f"{name!r} is neither a file nor an imported pack. Check the name, or import it.")
        if len(found) > 1:
            names = "; ".join(f"{document.id} {document.source}" for document in found[:_NAMED])
            more = "; ..." if len(found) > _NAMED else ""
            raise NotThere(f"{name!r} names {len(found)} packs: {names}{more}. Say which by its number.")
        return read_pack(found[0])

    async def amendments(self, pack: ParsedPack) -> tuple[AmendedPlace, ...]:
        """Give the paragraphs of a pack's minutes that later minutes in the library changed."""
        notes = await self._store.read(library.amendments)
        return tuple(amended_places(pack, notes))

    async def replaced(self, document: StoredDocument) -> tuple[ReplacedPlace, ...]:
        """Give where supplements changed a document of their meeting, or it changes another."""
        from scrutiny_tui.services.changed_text import replaced_places  # late: few meetings have one

        return await self._store.read(lambda db: replaced_places(db, document))

    async def remember_place(self, document: StoredDocument, page: int, line: int) -> None:
        """Keep where the reader is, for the next time."""
        place = ReadingPlace(document.sha256, page, line, self._clock.now())
        await self._store.write(lambda db: desk.save_place(db, place))

    async def mark_read(self, document: StoredDocument, page: int) -> None:
        """Count a page of the file as read."""
        now = self._clock.now()
        await self._store.write(lambda db: desk.mark_read(db, document.sha256, [page], now))

    async def annotate(
        self,
        document: StoredDocument,
        meeting: Meeting,
        page: int,
        pack_page: int | None,
        quote: str,
        text: str = "",
    ) -> Note:
        """Put a note on quoted words; without `text` it is a bare mark."""
        now = self._clock.now()
        return await self._store.write(
            lambda db: desk.add_note(
                db,
                MeetingRef(meeting.committee, meeting.date),
                now,
                document_sha256=document.sha256,
                source=document.source,
                page=page,
                pack_page=pack_page,
                quote=quote,
                text=text,
            )
        )

    async def notes(self, document: StoredDocument) -> tuple[Note, ...]:
        """Give the notes on a document, those on earlier versions of it where their words stand now."""
        return await self._store.read(lambda db: relocate(db, document))

    async def notes_of(self, meeting_id: int) -> tuple[PlacedNote, ...]:
        """Give the notes on a meeting's papers where their words stand now, lost ones last."""

        def work(db: Database) -> tuple[PlacedNote, ...]:
            meeting = library.meeting(db, meeting_id)
            return place_notes(db, MeetingRef(meeting.committee, meeting.date))

        return await self._store.read(work)

    async def every_note(self) -> tuple[PlacedNote, ...]:
        """Give the notes on the papers of every meeting, the latest meeting first."""
        return await self._store.read(lambda db: tuple(one for _, of in place_every_note(db) for one in of))

    async def find_notes(self, query: str, within: PassageFilter) -> tuple[PlacedNote, ...]:
        """Give the notes and marks of every meeting that hold the words of a query."""
        return await self._store.read(lambda db: notes_holding(db, query, within))

    async def change_note(self, note_id: int, text: str) -> None:
        """Put other words to a note."""
        await self._store.write(lambda db: desk.change_note(db, note_id, text))

    async def erase_note(self, note_id: int) -> None:
        """Put a note out of sight."""
        now = self._clock.now()
        await self._store.write(lambda db: desk.delete_note(db, note_id, now))

    async def restore_note(self, note_id: int) -> Note:
        """Bring an erased note back."""
        return await self._store.write(lambda db: desk.restore_note(db, note_id))

    async def explain(self, text: str, document: StoredDocument | None = None) -> tuple[Explained, ...]:
        """Give the acronyms that stand in a text, each with its long forms and whose words those are.

        Args:
            text: whose acronyms.
            document: the paper the text is from, whose own words come first.
        """
        packs = await self._store.read(library.terms)
        own = [(term.short, term.long) for term in pack_of(document).glossary] if document else []
        return explained(text, own, [(term.short, term.long) for term in packs], read_lexicon().acronyms)

    async def addresses(self, document: StoredDocument) -> tuple[str, ...]:
        """Give the addresses a paper links to, whole where its pages break or cut them."""
        return await self._store.read(lambda _: pack_of(document).links)


def citation(
    document: StoredDocument | Note, meeting: Meeting | MeetingRef, page: int, pack_page: int | None
) -> str:
    """Say where words stand, as members say it: committee, day, and the pack's page number."""
    day = f"{meeting.date.day} {meeting.date:%B %Y}" if meeting.date else "undated"
    place = f"pack page {pack_page}" if pack_page is not None else f"page {page} of {document.source}"
    return f"{meeting.committee}, {day}, {place}"


def _find_in_page(page: ReadPage, pattern: re.Pattern[str]) -> Iterator[FoundInPage]:
    for number, block in enumerate(page.blocks):
        for hit in pattern.finditer(block.text):
            yield FoundInPage(page.number, number, hit.start(), hit.end())
