"""What a person put right of what was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


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
