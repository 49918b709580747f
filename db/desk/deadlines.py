"""What the clerk or the member said of question deadlines, over what the papers print."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from db.committee import committee_key
from db.desk.refs import OF_MEETING, columns_of, insert, select_with_meeting
from db.models.settled import CommitteeRule, DeadlineOverride
from db.rows import select

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.questions import MeetingRef


def override_deadline(
    db: Database, meeting: MeetingRef, applies_to: str, due: datetime, reason: str, now: datetime
) -> DeadlineOverride:
    """Set the deadline of a meeting's questions of one scope; what was set before stays in the history."""
    values = {
        **columns_of(meeting),
        "applies_to": applies_to,
        "due": due.isoformat(),
        "reason": reason,
        "made_at": now.isoformat(),
    }
    override_id = insert(db, "deadline_override", values)
    return DeadlineOverride(override_id, meeting, applies_to, due, reason, now)


def withdraw_override(db: Database, meeting: MeetingRef, applies_to: str, now: datetime) -> None:
    """Let what the papers print hold again for one scope; the history keeps what had been set."""
    db.execute(
        f"""UPDATE desk.deadline_override SET withdrawn_at = :now
        WHERE {OF_MEETING} AND applies_to = :applies_to AND withdrawn_at IS NULL""",
        {**columns_of(meeting), "applies_to": applies_to, "now": now.isoformat()},
    )


def deadline_overrides(db: Database) -> tuple[DeadlineOverride, ...]:
    """Give the deadlines that hold by being set: the newest of each scope of each meeting."""
    return select_with_meeting(
        db,
        DeadlineOverride,
        """SELECT * FROM desk.deadline_override WHERE id IN (
            SELECT max(id) FROM desk.deadline_override WHERE withdrawn_at IS NULL
            GROUP BY committee_key, meeting_date, applies_to) ORDER BY due, id""",
        {},
    )


def override_history(db: Database, meeting: MeetingRef) -> tuple[DeadlineOverride, ...]:
    """Give every deadline ever set for a meeting, withdrawn ones too, the newest first."""
    return select_with_meeting(
        db,
        DeadlineOverride,
        f"SELECT * FROM desk.deadline_override WHERE {OF_MEETING} ORDER BY id DESC",
        columns_of(meeting),
    )


def save_rule(db: Database, rule: CommitteeRule) -> None:
    """Keep a committee's standing rule, in place of the one before."""
    db.execute(
        """INSERT INTO desk.committee_rule (committee_key, committee, wording, standing_order)
        VALUES (?, ?, ?, ?) ON CONFLICT (committee_key) DO UPDATE SET committee = excluded.committee,
        wording = excluded.wording, standing_order = excluded.standing_order""",
        (committee_key(rule.committee), rule.committee, rule.wording, rule.standing_order),
    )


def forget_rule(db: Database, committee: str) -> None:
    """Take back a committee's standing rule."""
    db.execute("DELETE FROM desk.committee_rule WHERE committee_key = ?", (committee_key(committee),))


def committee_rule(db: Database, committee: str) -> CommitteeRule | None:
    """Give the standing rule of a committee, however its name is spelt."""
    found = select(
        db,
        CommitteeRule,
        "SELECT * FROM desk.committee_rule WHERE committee_key = :key",
        {"key": committee_key(committee)},
    )
    return found[0] if found else None


def committee_rules(db: Database) -> tuple[CommitteeRule, ...]:
    """Give every standing rule, by committee."""
    return select(db, CommitteeRule, "SELECT * FROM desk.committee_rule ORDER BY committee_key", {})
