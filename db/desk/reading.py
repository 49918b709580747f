"""Where the member is in each paper and agenda, and which pages were read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from db.desk.refs import OF_MEETING, columns_of
from db.models.notes import ReadingPlace
from db.rows import select

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.questions import MeetingRef


def save_place(db: Database, place: ReadingPlace) -> None:
    """Keep where the member stopped in a paper, in place of where that was before."""
    db.execute(
        """INSERT INTO desk.reading_place (document_sha256, page, line, at) VALUES (?, ?, ?, ?)
        ON CONFLICT (document_sha256) DO UPDATE
        SET page = excluded.page, line = excluded.line, at = excluded.at""",
        (place.document_sha256, place.page, place.line, place.at.isoformat()),
    )


def reading_place(db: Database, document_sha256: str) -> ReadingPlace | None:
    """Give where the member stopped in a paper; None if it was never opened."""
    found = select(
        db,
        ReadingPlace,
        "SELECT * FROM desk.reading_place WHERE document_sha256 = :sha",
        {"sha": document_sha256},
    )
    return found[0] if found else None


def save_item(db: Database, meeting: MeetingRef, title: str, now: datetime) -> None:
    """Keep which agenda item the member is on, in place of where that was before."""
    db.execute(f"DELETE FROM desk.item_in_hand WHERE {OF_MEETING}", columns_of(meeting))
    db.execute(
        """INSERT INTO desk.item_in_hand (committee_key, committee, meeting_date, item_title, at)
        VALUES (:committee_key, :committee, :meeting_date, :title, :at)""",
        {**columns_of(meeting), "title": title, "at": now.isoformat()},
    )


def item_in_hand(db: Database, meeting: MeetingRef) -> str:
    """Give the title of the agenda item the member was on last; "" if the meeting was never opened."""
    found = db.execute(
        f"SELECT item_title FROM desk.item_in_hand WHERE {OF_MEETING} ORDER BY at DESC", columns_of(meeting)
    ).fetchone()
    return str(found[0]) if found else ""


def mark_read(db: Database, document_sha256: str, pages: Iterable[int], now: datetime) -> None:
    """Count file pages of a paper as read; the first time stands."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO desk.page_read (document_sha256, page, at) VALUES (?, ?, ?)",
        [(document_sha256, page, now.isoformat()) for page in pages],
    )


def pages_read(db: Database, document_sha256: str) -> frozenset[int]:
    """Give the file pages of a paper that were read."""
    rows = db.execute("SELECT page FROM desk.page_read WHERE document_sha256 = ?", (document_sha256,))
    return frozenset(page for (page,) in rows)


def reading_began(db: Database, documents: Iterable[str]) -> datetime | None:
    """Give when the first page of any of these papers (by hash) was read; None where none was."""
    hashes = list(documents)
    marks = ", ".join("?" * len(hashes))
    (began,) = db.execute(
        f"SELECT MIN(at) FROM desk.page_read WHERE document_sha256 IN ({marks})",
        hashes,
    ).fetchone()
    return datetime.fromisoformat(began) if began else None


def carry_over(db: Database, old_sha256: str, new_sha256: str) -> None:
    """Give a paper's new version the reading place of the old one, unless it has one of its own.

    Only right where both have the same pages; the caller knows. What was read stays with the old words.
    """
    db.execute(
        """INSERT OR IGNORE INTO desk.reading_place (document_sha256, page, line, at)
        SELECT ?, page, line, at FROM desk.reading_place WHERE document_sha256 = ?""",
        (new_sha256, old_sha256),
    )
