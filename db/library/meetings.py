"""Meetings and what their papers say of them: agenda items, question deadlines, acronyms."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from db.committee import committee_key
from db.errors import NotFound
from db.models.papers import AgendaItem, Meeting, StoredDeadline, Term
from db.rows import as_row, query, select

if TYPE_CHECKING:
    from sqlite_utils import Database

# Of several papers with an agenda, the one to go by: the pack, else the agenda by itself, else the newest.
LEADING_AGENDA = """(SELECT d.id FROM document d
    WHERE d.meeting_id = {meeting} AND EXISTS (SELECT 1 FROM agenda_item WHERE document_id = d.id)
    ORDER BY d.kind = 'pack' DESC, d.kind = 'agenda' DESC, d.id DESC LIMIT 1)"""

_MEETINGS = f"""
    SELECT m.id, coalesce(c.name, '') AS committee, m.date, m.date_basis, m.start_time, m.venue,
        (SELECT count(*) FROM agenda_item i
            WHERE i.document_id = {LEADING_AGENDA.format(meeting="m.id")} AND NOT i.is_heading) AS items,
        (SELECT coalesce(sum(page_count), 0) FROM document WHERE meeting_id = m.id) AS pages
    FROM meeting m LEFT JOIN committee c ON c.id = m.committee_id
"""


def meetings(db: Database) -> tuple[Meeting, ...]:
    """Give every meeting, newest first; those without a date come last."""
    return select(db, Meeting, _MEETINGS + "ORDER BY m.date DESC NULLS LAST, committee, m.id", {})


def meetings_of(db: Database, documents: Collection[int]) -> tuple[Meeting, ...]:
    """Give the meetings that papers with these ids are of."""
    return select(
        db,
        Meeting,
        _MEETINGS
        + """WHERE m.id IN (SELECT meeting_id FROM document WHERE id IN (SELECT value FROM json_each(:ids)))
        ORDER BY m.id""",
        {"ids": json.dumps(sorted(documents))},
    )


def meetings_around(db: Database, today: date, held: int) -> tuple[Meeting, ...]:
    """Give the meetings without a date and from `today` on, and the last `held` of those before it."""
    return select(
        db,
        Meeting,
        _MEETINGS
        + """WHERE m.id IN (SELECT id FROM meeting WHERE date IS NULL OR date >= :today
            UNION ALL SELECT * FROM
                (SELECT id FROM meeting WHERE date < :today ORDER BY date DESC, id LIMIT :held))
        ORDER BY m.date DESC NULLS LAST, committee, m.id""",
        {"today": today.isoformat(), "held": held},
    )


def count_meetings(db: Database) -> int:
    """Give how many meetings there are."""
    return int(next(query(db, "SELECT count(*) AS meetings FROM meeting", {}))["meetings"])


def meeting(db: Database, meeting_id: int) -> Meeting:
    """Give one meeting.

    Raises:
        NotFound: its last paper is gone, filed under another meeting.
    """
    found = select(db, Meeting, _MEETINGS + "WHERE m.id = :id", {"id": meeting_id})
    if not found:
        raise NotFound("This meeting is no longer in the library: import its papers again to see it.")
    return found[0]


def meeting_by_ref(db: Database, committee: str, day: date | None) -> Meeting | None:
    """Find a meeting by its committee's name, however spelt, and its day; None if no paper of it is here.

    Papers without a date each have a meeting of their own; asked for without a day, the newest is given.
    """
    found = select(
        db,
        Meeting,
        _MEETINGS + "WHERE coalesce(c.key, '') = :key AND m.date IS :day ORDER BY m.id DESC LIMIT 1",
        {"key": committee_key(committee), "day": day and day.isoformat()},
    )
    return found[0] if found else None


def agenda_items(db: Database, meeting_id: int) -> tuple[AgendaItem, ...]:
    """Give a meeting's agenda in order, scope headings too, from the paper that leads (the pack)."""
    leading = LEADING_AGENDA.format(meeting=":id")
    return _items(db, f"i.document_id = {leading}", {"id": meeting_id})


def deadlines(db: Database, meeting_ids: Sequence[int]) -> tuple[StoredDeadline, ...]:
    """Give the question deadlines that the papers of these meetings print, in reading order."""
    return select(
        db,
        StoredDeadline,
        """SELECT l.*, d.meeting_id FROM deadline l JOIN document d ON d.id = l.document_id
        WHERE d.meeting_id IN (SELECT value FROM json_each(:ids)) ORDER BY l.id""",
        {"ids": json.dumps(list(meeting_ids))},
    )


def terms(db: Database) -> tuple[Term, ...]:
    """Give every acronym with each long form papers give it, the commonest long form first."""
    return select(
        db,
        Term,
        """SELECT short, long, count(DISTINCT document_id) AS documents FROM term
        GROUP BY short, long ORDER BY short, documents DESC, long""",
        {},
    )


def _items(db: Database, where: str, parameters: Mapping[str, Any]) -> tuple[AgendaItem, ...]:
    sql = f"""SELECT i.*, d.meeting_id FROM agenda_item i JOIN document d ON d.id = i.document_id
        WHERE {where} ORDER BY i.position"""
    rows = query(db, sql, parameters)
    return tuple(as_row(AgendaItem, {**row, "officers": json.loads(row["officers"])}) for row in rows)
