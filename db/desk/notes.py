"""Notes and marks on passages, kept by the words they are on."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from db.desk.refs import OF_MEETING, change, columns_of, insert, select_with_meeting
from db.errors import NotFound
from db.models.questions import MeetingRef

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.notes import Note


def add_note(
    db: Database,
    meeting: MeetingRef,
    now: datetime,
    *,
    document_sha256: str,
    source: str,
    page: int,
    pack_page: int | None,
    quote: str,
    text: str = "",
) -> Note:
    """Put a note on quoted words; without `text` it is a bare mark."""
    values = {
        **columns_of(meeting),
        "document_sha256": document_sha256,
        "source": source,
        "page": page,
        "pack_page": pack_page,
        "quote": quote,
        "text": text,
        "made_at": now.isoformat(),
    }
    return _note(db, insert(db, "note", values))


def notes(db: Database, meeting: MeetingRef) -> tuple[Note, ...]:
    """Give the notes on a meeting's papers in page order, without deleted ones."""
    from db.models.notes import Note

    return select_with_meeting(
        db,
        Note,
        f"""SELECT * FROM desk.note WHERE deleted_at IS NULL AND {OF_MEETING}
        ORDER BY source, page, id""",
        columns_of(meeting),
    )


def noted_meetings(db: Database) -> tuple[MeetingRef, ...]:
    """Give the meetings with notes on their papers, the latest first."""
    rows = db.execute(
        """SELECT min(committee), meeting_date FROM desk.note WHERE deleted_at IS NULL
        GROUP BY committee_key, meeting_date ORDER BY meeting_date DESC NULLS LAST, 1"""
    )
    return tuple(MeetingRef(committee, day and date.fromisoformat(day)) for committee, day in rows)


def change_note(db: Database, note_id: int, text: str) -> Note:
    """Put other words to a note; its quote stays.

    Raises:
        NotFound: there never was such a note.
    """
    return _change(db, note_id, {"text": text})


def delete_note(db: Database, note_id: int, now: datetime) -> None:
    """Put a note out of sight; `restore_note` brings it back.

    Raises:
        NotFound: there never was such a note.
    """
    _change(db, note_id, {"deleted_at": now.isoformat()})


def restore_note(db: Database, note_id: int) -> Note:
    """Bring a deleted note back.

    Raises:
        NotFound: there never was such a note.
    """
    return _change(db, note_id, {"deleted_at": None})


def _change(db: Database, note_id: int, values: dict[str, Any]) -> Note:
    change(db, "note", note_id, values)
    return _note(db, note_id)


def _note(db: Database, note_id: int) -> Note:
    from db.models.notes import Note

    found = select_with_meeting(db, Note, "SELECT * FROM desk.note WHERE id = :id", {"id": note_id})
    if not found:
        raise NotFound("This note is not on the desk: it may belong to another home folder.")
    return found[0]
