"""Submitting a question and saying how it stands: ready, submitted, acknowledged, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from db import desk
from scrutiny_tui.services.deadlines import last_moment
from scrutiny_tui.services.errors import ServiceError, TooLate
from scrutiny_tui.services.question_desk import QuestionDesk, said_deadline
from scrutiny_tui.services.wording import late_by

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.history import Revision
    from db.models.questions import PlainState, Question, QuestionState

_FROM: Mapping[PlainState, tuple[QuestionState, ...]] = {
    "draft": ("draft", "ready", "submitted", "acknowledged", "answered", "withdrawn"),
    "ready": ("draft", "ready", "withdrawn"),
    "acknowledged": ("submitted", "acknowledged", "answered"),
    "withdrawn": ("draft", "ready", "submitted", "acknowledged", "withdrawn"),
}
"""From which states a question comes into each; `submit` and `answer` make the others."""


class Submitting(QuestionDesk):
    """From the draft to the clerk's desk."""

    async def set_state(self, question_id: int, state: PlainState) -> None:
        """Put a question into a state before or beside submission; `submit` and `answer` make the others.

        Raises:
            ServiceError: it cannot come into that state from where it is; nothing was changed.
        """
        now = self._clock.now()

        def work(db: Database) -> Question:
            before = desk.question(db, question_id).state
            if before not in _FROM[state]:
                raise ServiceError(
                    f"A question that is {before} cannot become {state}. It is still as it was."
                )
            return desk.set_state(db, question_id, state, now)

        await self._store.write(work)

    async def submit(self, question_id: int, *, late_is_fine: bool = False) -> Revision:
        """Mark a question submitted now, keeping for ever the words that were.

        Raises:
            TooLate: its deadline has passed and `late_is_fine` is not given; nothing was changed.
        """
        now = self._clock.now()
        detail = await self.detail(question_id)
        last = last_moment(detail.deadline) if detail.deadline else None
        if last is not None and now > last and not late_is_fine and detail.deadline is not None:
            late = late_by((last - now).total_seconds())
            text = (
                f"The deadline was {said_deadline(detail.deadline)}: this question is {late}."
                " It is still as it was."
            )
            raise TooLate(text)
        return await self._store.write(lambda db: desk.submit_question(db, question_id, now, last))
