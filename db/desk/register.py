"""The clerk's register of questions that members and the public sent in."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from db.desk.refs import OF_MEETING, change, columns_of, insert, select_with_meeting
from db.errors import NotFound

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.questions import MeetingRef
    from db.models.register import DraftReceived, ReceivedQuestion, ReceivedState


def enter(db: Database, draft: DraftReceived, now: datetime) -> tuple[ReceivedQuestion, bool]:
    """Enter a question with the time it is entered; the same one again is given back, with False."""
    from db.models.register import ReceivedQuestion

    known = select_with_meeting(
        db,
        ReceivedQuestion,
        f"SELECT * FROM desk.received WHERE {OF_MEETING} AND digest = :digest",
        {**columns_of(draft.meeting), "digest": draft.digest},
    )
    if known:
        return known[0], False
    values = {
        **columns_of(draft.meeting),
        "item_number": draft.item_number,
        "item_title": draft.item_title,
        "sender": draft.sender,
        "address": draft.address,
        "text": draft.text,
        "source": draft.source,
        "claimed_at": draft.claimed_at and draft.claimed_at.isoformat(),
        "due": draft.due and draft.due.isoformat(),
        "digest": draft.digest,
        "received_at": now.isoformat(),
        "state": "received",
        "ground": "",
        "note": "",
    }
    return received(db, insert(db, "received", values)), True


def received(db: Database, received_id: int) -> ReceivedQuestion:
    """Give one question of the register.

    Raises:
        NotFound: there is none of that number.
    """
    from db.models.register import ReceivedQuestion

    sql = "SELECT * FROM desk.received WHERE id = :id"
    found = select_with_meeting(db, ReceivedQuestion, sql, {"id": received_id})
    if not found:
        raise NotFound(f"The register holds no question {received_id}: scrutiny register list shows them.")
    return found[0]


def register(db: Database, meeting: MeetingRef | None = None) -> tuple[ReceivedQuestion, ...]:
    """Give the register in order of receipt: a meeting's, or all of it."""
    from db.models.register import ReceivedQuestion

    where, values = ("TRUE", {}) if meeting is None else (OF_MEETING, columns_of(meeting))
    sql = f"SELECT * FROM desk.received WHERE {where} ORDER BY received_at, id"
    return select_with_meeting(db, ReceivedQuestion, sql, values)


def decide(
    db: Database, received_id: int, state: ReceivedState, ground: str, now: datetime
) -> ReceivedQuestion:
    """Accept a question, return it with a ground, or put it back among those received.

    Raises:
        NotFound: there is none of that number.
    """
    decided = None if state == "received" else now.isoformat()
    change(db, "received", received_id, {"state": state, "ground": ground, "decided_at": decided})
    return received(db, received_id)


def note_received(db: Database, received_id: int, note: str) -> ReceivedQuestion:
    """Keep the clerk's own note on a question.

    Raises:
        NotFound: there is none of that number.
    """
    change(db, "received", received_id, {"note": note})
    return received(db, received_id)
