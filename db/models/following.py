"""The papers and topics a member follows, and the promises marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class FollowedPaper:
    """A paper of which something is to be worked out.

    Attributes:
        document_id: of the paper.
        committees: which committees it recorded something of when that was last worked out, as JSON, or "".
        changed: how often it changed since.
        is_there: False where it is gone from the library.
    """

    document_id: int
    committees: str
    changed: int
    is_there: bool


@dataclass(frozen=True, slots=True)
class FollowedSubject:
    """A subject a committee's papers speak of, as the services write it, and how often they do."""

    id: int
    subject: str
    times: int


@dataclass(frozen=True, slots=True)
class FollowedTopic:
    """A topic as it is kept: by its subject, with what a list shows of it and all that was said of it."""

    subject: str
    head: str
    mentions: bytes


@dataclass(frozen=True, slots=True)
class PromiseMark:
    """What the member said of a promise: `done` or `ignored`, kept by its committee, day and words."""

    committee: str
    said_on: date | None
    quote: str
    mark: str
    note: str
    made_at: datetime
