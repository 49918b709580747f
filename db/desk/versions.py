"""What a question said before, burst by burst, and when it came into each state."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from db.desk.refs import change, insert
from db.rows import select

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.history import Step, Version
    from db.models.questions import QuestionState

BURST = timedelta(minutes=1)
"""How long words that only grow are one version."""
KEPT = 200
"""How many versions of a question are kept; of more, the oldest go."""


def keep_version(db: Database, question_id: int, text: str, now: datetime) -> None:
    """Keep a question's words as a version.

    What is written in one go is one version: words are put over the last version only where they add to
    what it added to the one before, or take away more. So nothing taken away is ever lost.
    """
    newest = _newest(db, question_id, 2)
    last = newest[0] if newest else None
    if last is not None and last.text == text:
        return
    before = newest[1].text if len(newest) > 1 else ""
    if (
        last is not None
        and timedelta() <= now - last.begun_at < BURST
        and (_grew(before, last.text, text) or _grew(text, last.text, before))
    ):
        change(db, "version", last.id, {"text": text, "made_at": now.isoformat()})
        return
    moment = now.isoformat()
    insert(db, "version", {"question_id": question_id, "text": text, "begun_at": moment, "made_at": moment})
    db.execute(
        "DELETE FROM desk.version WHERE question_id = :id AND id NOT IN"
        " (SELECT id FROM desk.version WHERE question_id = :id ORDER BY id DESC LIMIT :kept)",
        {"id": question_id, "kept": KEPT},
    )


def _grew(*texts: str) -> bool:
    """Whether each text is the one before with something put in at one place."""
    return all(_put_in(shorter, longer) for shorter, longer in pairwise(texts))


def _put_in(shorter: str, longer: str) -> bool:
    head = next((at for at, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return len(longer) >= len(shorter) and longer.endswith(shorter[head:])


def versions(db: Database, question_id: int, limit: int = KEPT) -> tuple[Version, ...]:
    """Give the newest versions of a question, the latest last."""
    return tuple(reversed(_newest(db, question_id, limit)))


def add_step(db: Database, question_id: int, state: QuestionState, answer_state: str, now: datetime) -> None:
    """Keep when a question came into a state; staying in it is no step."""
    last = next(reversed(steps(db, question_id)), None)
    if last is None or (last.state, last.answer_state) != (state, answer_state):
        values = {"question_id": question_id, "state": state, "answer_state": answer_state}
        insert(db, "step", {**values, "made_at": now.isoformat()})


def steps(db: Database, question_id: int) -> tuple[Step, ...]:
    """Give the states a question came into, in order."""
    from db.models.history import Step

    return select(
        db, Step, "SELECT * FROM desk.step WHERE question_id = :id ORDER BY id", {"id": question_id}
    )


def _newest(db: Database, question_id: int, limit: int) -> tuple[Version, ...]:
    from db.models.history import Version

    sql = "SELECT * FROM desk.version WHERE question_id = :id ORDER BY id DESC LIMIT :limit"
    return select(db, Version, sql, {"id": question_id, "limit": limit})
