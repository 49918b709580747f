"""What the member corrected of what a paper was understood to say; it holds for its newer versions too."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from db.committee import committee_key
from db.desk.refs import OF_MEETING, columns_of, insert
from db.rows import select

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.corrected import Correction, DraftCorrection
    from db.models.questions import MeetingRef

# The very file; or the same kind of paper that was read as the same committee's of the same day; or,
# where those were not read, one of the same name.
_OF_PAPER = """(document_sha256 = :sha256 OR kind = :kind AND
    iif(:committee_key = '' OR :meeting_date IS NULL, source = :source,
        committee_key = :committee_key AND meeting_date = :meeting_date))"""
_MEETING_TABLES = ("question", "note", "deadline_override", "kept_passage", "item_in_hand")


def add_correction(db: Database, draft: DraftCorrection, now: datetime) -> None:
    """Keep a correction in place of the one before of the same value, which stays in the history."""
    values = {**asdict(draft), "committee_key": committee_key(draft.committee), "made_at": now.isoformat()}
    withdraw_correction(db, draft, now)
    insert(db, "correction", values)


def withdraw_correction(db: Database, draft: DraftCorrection, now: datetime) -> None:
    """Let what was read hold again for one value of a paper (whatever the draft's own value)."""
    db.execute(
        f"""UPDATE desk.correction SET withdrawn_at = :now
        WHERE {_OF_PAPER} AND "of" = :of AND item = :item AND withdrawn_at IS NULL""",
        {
            **_paper(draft.document_sha256, draft.source, draft.kind, draft.committee, draft.meeting_date),
            "of": draft.of,
            "item": draft.item,
            "now": now.isoformat(),
        },
    )


def corrections(
    db: Database, sha256: str, source: str, kind: str, committee: str, meeting_date: date | None
) -> tuple[Correction, ...]:
    """Give the corrections that hold for a paper, in the order they were made.

    Args:
        db: a connection.
        sha256: of the file.
        source: its name.
        kind: what sort of paper it was read as.
        committee: as read, before any correction; "" where none was.
        meeting_date: as read, before any correction.
    """
    from db.models.corrected import Correction

    return select(
        db,
        Correction,
        f"""SELECT id, "of", item, was, value, made_at FROM desk.correction
        WHERE {_OF_PAPER} AND withdrawn_at IS NULL ORDER BY id""",
        _paper(sha256, source, kind, committee, meeting_date),
    )


def move_meeting(db: Database, old: MeetingRef, new: MeetingRef) -> None:
    """Let what the member wrote for a meeting follow it when its committee or day is corrected."""
    became = {f"new_{name}": value for name, value in columns_of(new).items()}
    for table in _MEETING_TABLES:
        db.execute(
            f"""UPDATE desk.{table} SET committee_key = :new_committee_key, committee = :new_committee,
            meeting_date = :new_meeting_date WHERE {OF_MEETING}""",
            {**columns_of(old), **became},
        )


def _paper(sha256: str, source: str, kind: str, committee: str, meeting_date: date | None) -> dict[str, Any]:
    return {
        "sha256": sha256,
        "source": source,
        "kind": kind,
        "committee_key": committee_key(committee),
        "meeting_date": meeting_date and meeting_date.isoformat(),
    }
