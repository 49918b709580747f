"""What a person settled by hand where the papers are silent or wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from db.models.questions import MeetingRef


@dataclass(frozen=True, slots=True)
class DeadlineOverride:
    """A deadline the clerk or member set, with the reason; the newest for a meeting and scope holds."""

    id: int
    meeting: MeetingRef
    applies_to: str
    due: datetime
    reason: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class CommitteeRule:
    """A standing rule for one committee's questions, in words the parser reads, with its source."""

    committee: str
    wording: str
    standing_order: str


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day a committee's work programme planned to meet on.

    Attributes:
        committee_key: whose.
        day: which.
        source: the paper that says so.
        page: the file's page.
        document_id: of that paper.
    """

    committee_key: str
    day: date
    source: str
    page: int
    document_id: int
