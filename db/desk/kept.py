"""Earlier passages a member keeps beside an agenda item, for the brief of its meeting."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from db.desk.followed import quote_key
from db.desk.refs import OF_MEETING, columns_of, insert, select_with_meeting
from db.rows import storable

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.notes import KeptPassage
    from db.models.questions import MeetingRef

_SAME = f"{OF_MEETING} AND item_title = :item_title AND quote_key = :quote_key"


def keep_passage(
    db: Database,
    meeting: MeetingRef,
    item_title: str,
    now: datetime,
    *,
    quote: str,
    citation: str,
    document_sha256: str,
    source: str,
    page: int,
) -> None:
    """Keep words said earlier beside an item of a meeting; the same words are kept once."""
    let_passage_go(db, meeting, item_title, quote)
    values = {
        **columns_of(meeting),
        "item_title": item_title,
        "quote_key": quote_key(quote),
        "quote": quote,
        "citation": citation,
        "document_sha256": document_sha256,
        "source": source,
        "page": page,
        "kept_at": now.isoformat(),
    }
    insert(db, "kept_passage", values)


def let_passage_go(db: Database, meeting: MeetingRef, item_title: str, quote: str) -> bool:
    """Keep words no longer; whether they were kept."""
    values = {**columns_of(meeting), "item_title": item_title, "quote_key": quote_key(quote)}
    return db.execute(f"DELETE FROM desk.kept_passage WHERE {_SAME}", storable(values)).rowcount > 0


def kept_passages(db: Database, meeting: MeetingRef) -> tuple[KeptPassage, ...]:
    """Give what is kept for a meeting, in the order it was kept."""
    from db.models.notes import KeptPassage

    sql = f"SELECT * FROM desk.kept_passage WHERE {OF_MEETING} ORDER BY kept_at, id"
    return select_with_meeting(db, KeptPassage, sql, columns_of(meeting))
