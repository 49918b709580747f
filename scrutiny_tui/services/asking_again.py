"""Whether a question was asked before: the most similar earlier passages and the member's own questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from db import desk
from db.models.passages import PassageFilter
from imports.model.warning import Warning
from scrutiny_tui.services.models.questions import AskedBefore
from scrutiny_tui.services.question_desk import QuestionDesk
from scrutiny_tui.services.sameness import ENOUGH, alike, asked_in
from scrutiny_tui.services.wording import long_day

if TYPE_CHECKING:
    from db.models.questions import Question
    from scrutiny_tui.services.models.finding import Hit

LIKE = 0.4
"""From how much shared matter an own earlier question is worth showing."""
_OWN = 3
_USUAL_MONTHS = 6


class AskingAgain(QuestionDesk):
    """What was asked, answered or minuted of a question's matter before."""

    async def asked_before(self, question_id: int, limit: int = 5) -> AskedBefore:
        """Find what is most like a question from before its meeting, the last six months first."""
        asked, others = await self._store.read(
            lambda db: (desk.question(db, question_id), desk.questions(db))
        )
        topic = f"{asked.item_title} {asked.text}".strip()
        if not topic:
            return AskedBefore()
        rules = self._rules.of(asked.meeting.committee)
        day = asked.meeting.date or self._clock.now().date()
        since = day - timedelta(days=round((rules.same_months or _USUAL_MONTHS) * 30.5))
        hits = list(await self._search.find(topic, PassageFilter(before=day, after=since), limit))
        advice = tuple(_same(asked, hits, others, since)) if rules.same_months else ()
        if len(hits) < limit:
            older = PassageFilter(before=since + timedelta(days=1))
            hits += await self._search.find(topic, older, limit - len(hits))
        return AskedBefore(tuple(hits), tuple(_like(asked, others))[:_OWN], advice)


def _like(asked: Question, others: Sequence[Question]) -> list[Question]:
    """The question that one arises from, then the member's own earlier ones like it, the likest first."""
    arises_from = [other for other in others if other.id == asked.parent_id]
    scored = [(alike(asked.text, other.text), other) for other in others if _is_earlier(other, asked)]
    return arises_from + [
        other for score, other in sorted(scored, key=lambda pair: -pair[0]) if score >= LIKE
    ]


def _same(asked: Question, hits: Sequence[Hit], others: Sequence[Question], since: date) -> Iterator[Warning]:
    """Say which of what was asked within the months of the rule is substantially the same."""
    for other in others:
        put = other.submitted_at
        if (
            _is_earlier(other, asked)
            and put
            and put.date() > since
            and alike(asked.text, other.text) >= ENOUGH
        ):
            said = f"You asked substantially the same on {long_day(put.date())} ({other.meeting.committee})."
            yield Warning("question-asked-before", said)
            return
    for hit in hits:
        passage = hit.passage
        if asked_in(passage.text, asked.text) >= ENOUGH:
            when = passage.said_on or passage.meeting_date
            day = f" on {long_day(when)}" if when else ""
            place = f"pack page {passage.pack_page}" if passage.pack_page else f"page {passage.page}"
            said = f"Substantially the same was asked{day} ({passage.kind} {passage.ref}".rstrip()
            yield Warning("question-asked-before", f"{said}, {passage.committee}, {place}).")
            return


def _is_earlier(other: Question, asked: Question) -> bool:
    """Whether another question was put before this one and is not what this one follows up."""
    mine = asked.submitted_at or datetime.max
    put = other.submitted_at
    related = other.id in (asked.id, asked.parent_id) or other.parent_id == asked.id
    return not related and other.state != "withdrawn" and put is not None and put < mine
