"""What a question looked like before, and the steps it took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from db.models.questions import QuestionState


@dataclass(frozen=True, slots=True)
class Revision:
    """An immutable copy of a question as it was submitted; `left` is what time was left, in seconds."""

    id: int
    question_id: int
    text: str
    addressed_to: str
    made_at: datetime
    deadline: datetime | None
    left: int | None


@dataclass(frozen=True, slots=True)
class Version:
    """What a question said at the end of one burst of writing, from `begun_at` to `made_at`."""

    id: int
    question_id: int
    text: str
    begun_at: datetime
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """When a question came into a state; `answer_state` says how far an answer went."""

    id: int
    question_id: int
    state: QuestionState
    answer_state: str
    made_at: datetime
