"""A member's questions on the desk, and their history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

QuestionState = Literal["draft", "ready", "submitted", "acknowledged", "answered", "withdrawn"]
PlainState = Literal["draft", "ready", "acknowledged", "withdrawn"]
"""The states a question is simply put into; submitting and an answer make the others."""
AnswerState = Literal["", "in full", "in part", "not"]
"""How far an answer answers; "" where nobody said."""


@dataclass(frozen=True, slots=True)
class MeetingRef:
    """How the desk points at a meeting: by what stays true when its papers are imported again."""

    committee: str
    date: date | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words quoted for a question, with their place: document hash, file page, pack page, citation."""

    id: int
    question_id: int
    quote: str
    document_sha256: str
    source: str
    page: int
    pack_page: int | None
    citation: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question in the member's desk.

    Attributes:
        meeting: the meeting it is for.
        item_number: the agenda item's number when it was begun, or "".
        item_title: the agenda item's title, which links it again after a new import.
        addressed_to: officer or cabinet member, or "".
        text: as it stands now.
        answer: the answer received, or "".
        answer_state: "", "in full", "in part" or "not".
        parent_id: the question this one is supplementary to.
        submitted_at: when it was last marked submitted; None before.
        late: whether that was after the deadline.
    """

    id: int
    meeting: MeetingRef
    item_number: str
    item_title: str
    addressed_to: str
    text: str
    state: QuestionState
    answer: str
    answer_state: str
    parent_id: int | None
    created_at: datetime
    updated_at: datetime
    submitted_at: datetime | None
    late: bool
