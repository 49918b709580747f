"""A question with all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.models.history import Revision, Step
    from db.models.papers import Meeting
    from db.models.questions import Evidence, Question
    from imports.model.agenda import Contact
    from imports.model.warning import Warning
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.finding import Hit


@dataclass(frozen=True, slots=True)
class QuestionDetail:
    """A question with its evidence, submissions, deadline and doubts.

    Attributes:
        words: how many it has.
        limit: the word limit in force, or None.
        clerk: whom it goes to.
        advice: what may get it rejected, as warnings with the rule.
        steps: when it came into each state.
        withheld: the ids of its evidence from pages that are not public; those never leave the app.
        may_answer: whom its papers name for an answer, the likeliest first.
    """

    question: Question
    meeting: Meeting | None
    evidence: tuple[Evidence, ...]
    revisions: tuple[Revision, ...]
    deadline: Deadline | None
    clerk: Contact | None
    words: int
    limit: int | None
    advice: tuple[Warning, ...]
    steps: tuple[Step, ...] = ()
    withheld: frozenset[int] = frozenset()
    may_answer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """What was asked or said of a question's matter before.

    Attributes:
        hits: the most similar passages: those of the last six months first, then older ones.
        own: the member's own question it arises from, then earlier ones like it, the likest first.
        advice: where one of them is substantially the same and not six months old.
    """

    hits: tuple[Hit, ...] = ()
    own: tuple[Question, ...] = ()
    advice: tuple[Warning, ...] = ()
