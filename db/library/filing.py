"""Papers come into the library and leave it: always whole, in the caller's one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

from db.committee import committee_key
from db.library.documents import document_by_sha
from db.library.meetings import meeting
from db.library.versions import earlier_versions
from db.library.word_counts import count_words, uncount_words
from db.rows import batched, query, row_of, storable

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.drafts import DraftDocument
    from db.models.filed import Filed


ROWS_AT_ONCE = 200
"""Of at most ten columns each: SQLite takes 32,766 values in one statement."""


def file_document(
    db: Database,
    draft: DraftDocument,
    now: datetime,
    *,
    again: bool = False,
    meeting_id: int | None = None,
) -> Filed:
    """Put a paper into the library, in place of earlier versions of the same paper.

    Args:
        db: the writer's connection, in a transaction.
        draft: the paper with everything understood of it.
        now: local time, kept as the time of import.
        again: replace the paper even if these very bytes are known (the reading of them got better).
        meeting_id: the meeting a person put it to; without one it goes by its own words.

    Returns:
        Its id, its meeting's, and whether it was new, known, or a newer version of one that was here.
    """
    from db.models.filed import Filed

    known = document_by_sha(db, draft.sha256)
    if known and not again:
        return Filed(known.id, known.meeting_id, "unchanged")
    if meeting_id is None and known and _is_attached(db, known.id):
        meeting_id = known.meeting_id  # where a person put it, it stays
    if meeting_id is None:
        meeting_id = _meeting_for(db, draft, known.meeting_id if known else None)
    elif draft.meeting_date is None:
        draft = replace(draft, meeting_date=meeting(db, meeting_id).date)
    earlier = earlier_versions(db, draft, meeting_id)
    if known:
        earlier[known.id] = known.sha256
    kept = _attachments(db, earlier)
    for document_id in earlier:
        _erase(db, document_id)
    first_seen = (known and known.first_seen) or now
    document_id = _insert_document(db, draft, meeting_id, now, first_seen)
    _insert_parts(db, draft, document_id)
    _insert(db, "attachment", [{**row, "document_id": document_id} for row in kept])
    count_words(db, document_id)
    _drop_empty_meetings(db)
    status: Literal["added", "updated"] = "updated" if earlier else "added"
    return Filed(document_id, meeting_id, status, tuple(earlier.values()))


def move_document(db: Database, document_id: int, meeting_id: int) -> None:
    """Put a paper to another meeting; the one it leaves goes if it was its last paper."""
    db.execute("UPDATE main.document SET meeting_id = ? WHERE id = ?", (meeting_id, document_id))
    db.execute(
        """UPDATE main.passage SET said_on = (SELECT date FROM main.meeting WHERE id = :meeting)
        WHERE document_id = :id AND said_on IS NULL""",
        {"meeting": meeting_id, "id": document_id},
    )
    _drop_empty_meetings(db)


def _meeting_for(db: Database, draft: DraftDocument, known_meeting: int | None) -> int:
    """Find or make the draft's meeting, and refresh what is known of it.

    Without a committee or a day only the same file can tell that it is the same meeting.
    The pack and the agenda know best where and when; other papers only fill what is missing.
    """
    values: dict[str, Any] = {
        "committee": _committee_for(db, draft.committee),
        "date": draft.meeting_date and draft.meeting_date.isoformat(),
        "basis": draft.date_basis,
        "start": draft.start_time and draft.start_time.isoformat(),
        "venue": draft.venue,
        "known": known_meeting,
        "path": draft.path,
        "leads": draft.kind in ("pack", "agenda"),
    }
    values = storable(values)
    found = db.execute(
        """SELECT id FROM meeting WHERE committee_id IS :committee AND date IS :date AND (
            committee_id IS NOT NULL AND date IS NOT NULL OR id = :known
            OR id IN (SELECT meeting_id FROM document WHERE path = :path))""",
        values,
    ).fetchone()
    if found is None:
        found = db.execute(
            """INSERT INTO meeting (committee_id, date, date_basis, start_time, venue)
            VALUES (:committee, :date, :basis, :start, :venue) RETURNING id""",
            values,
        ).fetchone()
    else:
        db.execute(
            """UPDATE meeting SET
                date_basis = iif('printed' IN (date_basis, :basis), 'printed', :basis),
                start_time = iif(:leads, coalesce(:start, start_time), coalesce(start_time, :start)),
                venue = iif(:leads, coalesce(:venue, venue), coalesce(venue, :venue))
            WHERE id = :id""",
            {**values, "id": found[0]},
        )
    return int(found[0])


def _committee_for(db: Database, name: str | None) -> int | None:
    """Find or make a committee, called as its last paper spells it but for capitals throughout."""
    key = committee_key(name or "")
    if not key:
        return None
    (committee_id,) = db.execute(
        """INSERT INTO committee (key, name) VALUES (:key, :name)
        ON CONFLICT (key) DO UPDATE SET name = iif(:shouted AND name <> upper(name), name, excluded.name)
        RETURNING id""",
        storable({"key": key, "name": name, "shouted": (name or "").isupper()}),
    ).fetchone()
    return int(committee_id)


def _is_attached(db: Database, document_id: int) -> bool:
    found = db.execute("SELECT 1 FROM main.attachment WHERE document_id = ? LIMIT 1", (document_id,))
    return found.fetchone() is not None


def _attachments(db: Database, documents: Iterable[int]) -> list[dict[str, Any]]:
    """What a person put papers to, to be carried over to their new version."""
    rows = query(
        db,
        """SELECT DISTINCT item_number, item_title, url FROM attachment
        WHERE document_id IN (SELECT value FROM json_each(:ids)) GROUP BY item_title""",
        {"ids": json.dumps(list(documents))},
    )
    return list(rows)


def _insert_document(
    db: Database, draft: DraftDocument, meeting_id: int, now: datetime, first_seen: datetime
) -> int:
    """Insert the paper itself; its parts follow."""
    same = ("source", "path", "format", "kind", "page_count", "understood", "provisional")
    values: dict[str, Any] = {name: getattr(draft, name) for name in same}
    values |= {"meeting_id": meeting_id, "sha256": draft.sha256.lower(), "imported_at": now.isoformat()}
    values["first_seen"] = first_seen.isoformat()
    _insert(db, "document", [values])
    (document_id,) = db.execute("SELECT last_insert_rowid()").fetchone()
    return int(document_id)


def _insert_parts(db: Database, draft: DraftDocument, document_id: int) -> None:
    """Insert the draft's pages, items, passages, deadlines and terms."""
    of = {"document_id": document_id}
    _insert(db, "page", [{**of, **row_of(page), "letters": len(page.text)} for page in draft.pages])
    _insert(
        db,
        "agenda_item",
        [{**of, **row_of(item), "officers": json.dumps(item.officers)} for item in draft.items],
    )
    _insert_passages(db, draft, document_id)
    _insert(db, "deadline", [{**of, **row_of(deadline)} for deadline in draft.deadlines])
    _insert(db, "term", [{**of, **row_of(term)} for term in draft.glossary])
    _insert(db, "amendment", [{**of, **_with_days(row_of(change))} for change in draft.amendments])


def _with_days(values: dict[str, Any]) -> dict[str, Any]:
    """A row's dates as the library keeps them."""
    return {name: x.isoformat() if isinstance(x, date) else x for name, x in values.items()}


def _insert_passages(db: Database, draft: DraftDocument, document_id: int) -> None:
    """Insert the passages, their words apart, under ids never used before."""
    (last,) = db.execute(
        "SELECT coalesce(max(seq), 0) FROM main.sqlite_sequence WHERE name = 'passage'"
    ).fetchone()
    places, texts = [], []
    for passage_id, passage in enumerate(draft.passages, last + 1):
        said_on = passage.said_on or draft.meeting_date
        places.append(
            {
                "id": passage_id,
                "document_id": document_id,
                "said_on": said_on and said_on.isoformat(),
                "kind": passage.kind,
                "page": passage.page,
                "pack_page": passage.pack_page,
                "agenda_item": passage.agenda_item,
            }
        )
        texts.append({"id": passage_id, "ref": passage.ref, "heading": passage.heading, "text": passage.text})
    _insert(db, "passage", places)
    _insert(db, "passage_text", texts)


def _insert(db: Database, table: str, rows: list[dict[str, Any]]) -> None:
    """Insert rows, many in one statement: the search index writes to its file at the end of each."""
    for part in batched(rows, ROWS_AT_ONCE):
        values = ", ".join([f"({', '.join('?' * len(part[0]))})"] * len(part))
        sql = f"INSERT INTO main.{table} ({', '.join(part[0])}) VALUES {values}"
        try:
            db.conn.execute(sql, [value for row in part for value in row.values()])
        except (UnicodeEncodeError, OverflowError):  # seldom, and to look for it in every value is dear
            db.conn.execute(sql, [value for row in part for value in storable(row).values()])


def _erase(db: Database, document_id: int) -> None:
    uncount_words(db, document_id)
    db.execute("DELETE FROM main.document WHERE id = ?", (document_id,))  # its parts go with it


def _drop_empty_meetings(db: Database) -> None:
    db.execute("DELETE FROM main.meeting WHERE id NOT IN (SELECT meeting_id FROM main.document)")
    db.execute(
        """DELETE FROM main.committee
        WHERE id NOT IN (SELECT committee_id FROM main.meeting WHERE committee_id IS NOT NULL)"""
    )
