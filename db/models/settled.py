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


@dataclass(frozen=True, slots=True)
class DraftCorrection:
    """A value of a paper put right by hand.

    Attributes:
        document_sha256: of the file it was made on.
        source: that file's name.
        kind: what sort of paper it was read as.
        committee: as read, before any correction, or "".
        meeting_date: as read, before any correction.
        of: which value (`committee`, `item title` ...).
        item: for a value of an agenda item, the item's number and title as read; else "".
        was: what was read, as text.
        value: what it should be, as text.
    """

    document_sha256: str
    source: str
    kind: str
    committee: str
    meeting_date: date | None
    of: str
    item: str
    was: str
    value: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction that holds."""

    id: int
    of: str
    item: str
    was: str
    value: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PromiseMark:
    """What the member said of a promise: `done` or `ignored`, kept by its committee, day and words."""

    committee: str
    said_on: date | None
    quote: str
    mark: str
    note: str
    made_at: datetime
