"""What a member left on a paper, found again after the paper was published anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db import desk, library
from db.models import MeetingRef, Note, StoredDocument

if TYPE_CHECKING:
    from sqlite_utils import Database


def relocate(db: Database, document: StoredDocument) -> tuple[Note, ...]:
    """Give a document's notes, with those left on versions of it that are no longer in the library.

    A note of an earlier version belongs where its quoted words stand now; where they stand nowhere, it
    stays with the paper of the same name, on the page it was on.
    """
    meeting = library.meeting(db, document.meeting_id)
    papers = library.documents(db, document.meeting_id)
    present = {paper.sha256 for paper in papers}
    placed: list[Note] = []
    for note in desk.notes(db, MeetingRef(meeting.committee, meeting.date)):
        if note.document_sha256 == document.sha256:
            placed.append(note)
        elif note.document_sha256 not in present and (now := _place_now(db, note, document)):
            placed.append(now)
    return tuple(sorted(placed, key=lambda note: (note.page, note.id)))


def _place_now(db: Database, note: Note, document: StoredDocument) -> Note | None:
    """The note on the page that holds its words now, the nearest if several do."""
    pages = library.find_in_document(db, document.id, note.quote)
    if pages:
        nearest = min(pages, key=lambda page: abs(page.number - note.page))
        return replace(note, page=nearest.number, pack_page=nearest.pack_page)
    return note if note.source == document.source else None
