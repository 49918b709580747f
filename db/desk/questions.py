"""The member's questions, from the first word to the answer."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from db.desk.refs import OF_MEETING, change, columns_of, insert, select_with_meeting
from db.desk.versions import add_step, keep_version
from db.errors import NotFound
from db.models.questions import MeetingRef, Question
from db.rows import select

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.history import Revision
    from db.models.questions import AnswerState, PlainState


def create_question(
    db: Database,
    meeting: MeetingRef,
    now: datetime,
    *,
    text: str = "",
    item_number: str = "",
    item_title: str = "",
    addressed_to: str = "",
    parent_id: int | None = None,
) -> Question:
    """Begin a question as a draft; with `parent_id`, one supplementary to that question.

    Raises:
        NotFound: there is no question `parent_id`.
    """
    if parent_id is not None:
        question(db, parent_id)
    values = {
        **columns_of(meeting),
        "item_number": item_number,
        "item_title": item_title,
        "addressed_to": addressed_to,
        "text": text,
        "state": "draft",
        "answer": "",
        "answer_state": "",
        "parent_id": parent_id,
        "created_at": now.isoformat(),
        "updated_at": now.isoformat(),
        "late": 0,
    }
    begun = question(db, insert(db, "question", values))
    add_step(db, begun.id, "draft", "", now)
    if text:
        keep_version(db, begun.id, text, now)
    return begun


def question(db: Database, question_id: int) -> Question:
    """Give one question, deleted or not.

    Raises:
        NotFound: there never was one.
    """
    found = select_with_meeting(
        db, Question, "SELECT * FROM desk.question WHERE id = :id", {"id": question_id}
    )
    if not found:
        raise _not_found()
    return found[0]


def questions(db: Database, meeting: MeetingRef | None = None) -> tuple[Question, ...]:
    """Give the questions of a meeting, or all, in the order they were begun; deleted ones are left out."""
    where = OF_MEETING if meeting else "true"
    return select_with_meeting(
        db,
        Question,
        f"SELECT * FROM desk.question WHERE deleted_at IS NULL AND {where} ORDER BY created_at, id",
        columns_of(meeting) if meeting else {},
    )


def save_text(db: Database, question_id: int, text: str, now: datetime) -> None:
    """Keep a question's words as they stand now (autosave), and as a version of their own.

    Raises:
        NotFound: there never was such a question.
    """
    _change(db, question_id, {"text": text, "updated_at": now.isoformat()})
    keep_version(db, question_id, text, now)


def save_addressee(db: Database, question_id: int, addressed_to: str, now: datetime) -> None:
    """Change whom a question is for.

    Raises:
        NotFound: there never was such a question.
    """
    _change(db, question_id, {"addressed_to": addressed_to, "updated_at": now.isoformat()})


def set_state(db: Database, question_id: int, state: PlainState, now: datetime) -> Question:
    """Put a question into a state before or beside submission.

    Raises:
        NotFound: there never was such a question.
    """
    add_step(db, question(db, question_id).id, state, "", now)
    return _change(db, question_id, {"state": state, "updated_at": now.isoformat()})


def submit_question(db: Database, question_id: int, now: datetime, deadline: datetime | None) -> Revision:
    """Mark a question submitted, and keep for ever the words that were.

    Args:
        db: the writer's connection.
        question_id: which question.
        now: local time.
        deadline: when it was due, or None where that is not known; a submission at that moment is in time.

    Raises:
        NotFound: there never was such a question.
    """
    submitted = _change(
        db,
        question_id,
        {
            "state": "submitted",
            "submitted_at": now.isoformat(),
            "updated_at": now.isoformat(),
            "late": deadline is not None and now > deadline,
        },
    )
    add_step(db, question_id, "submitted", "", now)
    values = {
        "question_id": question_id,
        "text": submitted.text,
        "addressed_to": submitted.addressed_to,
        "made_at": now.isoformat(),
        "deadline": deadline and deadline.isoformat(),
        "left": int((deadline - now).total_seconds()) if deadline else None,
    }
    revision_id = insert(db, "revision", values)
    return next(revision for revision in revisions(db, question_id) if revision.id == revision_id)


def revisions(db: Database, question_id: int) -> tuple[Revision, ...]:
    """Give every submission of a question, the latest last."""
    from db.models.history import Revision

    return select(
        db, Revision, "SELECT * FROM desk.revision WHERE question_id = :id ORDER BY id", {"id": question_id}
    )


def record_answer(
    db: Database,
    question_id: int,
    answer: str,
    answer_state: AnswerState,
    now: datetime,
) -> Question:
    """Keep the answer received, and mark the question answered; no words and no state take it back.

    Raises:
        NotFound: there never was such a question.
    """
    state: Literal["answered", "submitted"] = "answered" if answer.strip() or answer_state else "submitted"
    add_step(db, question(db, question_id).id, state, answer_state, now)
    values = {
        "answer": answer,
        "answer_state": answer_state,
        "state": state,
        "updated_at": now.isoformat(),
    }
    return _change(db, question_id, values)


def delete_question(db: Database, question_id: int, now: datetime) -> None:
    """Put a question out of sight; `restore_question` brings it back with all that belongs to it.

    Raises:
        NotFound: there never was such a question.
    """
    _change(db, question_id, {"deleted_at": now.isoformat()})


def restore_question(db: Database, question_id: int) -> Question:
    """Bring a deleted question back.

    Raises:
        NotFound: there never was such a question.
    """
    return _change(db, question_id, {"deleted_at": None})


def _change(db: Database, question_id: int, values: dict[str, Any]) -> Question:
    if not change(db, "question", question_id, values):
        raise _not_found()
    return question(db, question_id)


def _not_found() -> NotFound:
    return NotFound("This question is not on the desk: it may belong to another home folder.")
