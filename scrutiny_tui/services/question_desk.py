"""The member's desk of questions: each with its evidence, deadline, submissions and advice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from db import desk, library
from db.committee import committee_key
from imports.model.warning import Warning
from imports.patterns import regex
from scrutiny_tui.services.asked import AskedQuestion, known_officers, load_questions
from scrutiny_tui.services.deadlines import Deadlines, covering, last_moment, leading
from scrutiny_tui.services.lint import advise, count_words
from scrutiny_tui.services.models.overview import UNSENT
from scrutiny_tui.services.models.questions import QuestionDetail
from scrutiny_tui.services.question_rules import CouncilRules, QuestionRules
from scrutiny_tui.services.wording import long_day

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import AgendaItem
    from db.models.questions import Evidence
    from db.store import Store
    from scrutiny_tui.services.clock import Clock
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.search import Search

_CABINET = regex(
    r"\b(?:cabinet member|portfolio holder|executive member|lead member|leader of the council)"
    r"(?: for(?: (?-i:[A-Z])[\w’'-]*| and(?= (?-i:[A-Z]))| &|,(?= (?-i:[A-Z])))+)?",
    re.IGNORECASE,
)


class QuestionDesk:
    """Questions as they stand; drafting, submitting and answering build on it."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        deadlines: Deadlines,
        search: Search,
        rules: CouncilRules | None = None,
    ) -> None:
        """Work on a store's desk; `rules` are the council's on questions."""
        self._store = store
        self._clock = clock
        self._deadlines = deadlines
        self._search = search
        self._rules = rules or CouncilRules()
        self._officers: tuple[int, frozenset[str]] | None = None

    def keep_to(self, rules: CouncilRules) -> None:
        """Advise by other rules from now on: the settings were changed."""
        self._rules = rules

    async def detail(self, question_id: int) -> QuestionDetail:
        """Give a question with its evidence, deadline, submissions and advice.

        Raises:
            StoreError: there never was such a question.
        """
        return (await self._details(lambda db: load_questions(db, [desk.question(db, question_id)])))[0]

    async def all(self) -> tuple[QuestionDetail, ...]:
        """Give every question, in the order they were begun."""
        return await self._details(lambda db: load_questions(db, desk.questions(db)))

    async def _details(self, load: Callable[[Database], list[AskedQuestion]]) -> tuple[QuestionDetail, ...]:
        loaded, officers = await self._store.read(lambda db: (load(db), self._known_officers(db)))
        meetings = {each.about.meeting.id: each.about.meeting for each in loaded if each.about.meeting}
        deadlines = await self._deadlines.of_meetings(list(meetings.values()))
        return tuple(
            self._detail(each, deadlines[each.about.meeting.id] if each.about.meeting else (), officers)
            for each in loaded
        )

    def _detail(
        self, loaded: AskedQuestion, deadlines: Sequence[Deadline], officers: frozenset[str]
    ) -> QuestionDetail:
        asked = loaded.question
        deadline = covering(deadlines, loaded.item) if loaded.item else leading(deadlines)
        rules = self._rules.of(asked.meeting.committee)
        advice = advise(asked.text, rules, officers, exempt_quoted=bool(loaded.withheld) and rules.exempt)
        if asked.state in UNSENT:
            advice += tuple(_counted(loaded.place, rules))
            advice += tuple(_late(deadline, self._clock.now()))
        return QuestionDetail(
            question=asked,
            meeting=loaded.about.meeting,
            evidence=loaded.evidence,
            revisions=loaded.revisions,
            deadline=deadline,
            clerk=loaded.about.clerk,
            words=count_words(asked.text),
            limit=rules.limit,
            advice=advice,
            steps=loaded.steps,
            withheld=loaded.withheld,
            may_answer=who_may_answer(loaded.item, loaded.evidence),
        )

    def _known_officers(self, db: Database) -> frozenset[str]:
        counter = library.change_counter(db)
        if self._officers is None or self._officers[0] != counter:
            self._officers = counter, known_officers(db)
        return self._officers[1]


def who_may_answer(item: AgendaItem | None, evidence: Sequence[Evidence] = ()) -> tuple[str, ...]:
    """Give whom the item's papers name for an answer: who presents it, then cabinet members it speaks of."""
    officers = item.officers if item else ()
    words = " ".join([item.title, item.description or ""]) if item else ""
    quoted = " ".join(one.quote for one in evidence)
    posts = (" ".join(found[0].split()) for found in _CABINET.finditer(f"{words} {quoted}"))
    return tuple(dict.fromkeys([*officers, *(post[:1].upper() + post[1:] for post in posts)]))


def of_meeting(details: Iterable[QuestionDetail], words: str) -> tuple[QuestionDetail, ...]:
    """Give the questions of one day (YYYY-MM-DD) or of committees whose name holds these words; "" is all."""
    key = committee_key(words)
    return tuple(
        one
        for one in details
        if str(one.question.meeting.date or "") == words.strip()
        or key in committee_key(one.question.meeting.committee)
    )


def said_deadline(deadline: Deadline) -> str:
    """A deadline's moment in words."""
    return f"{long_day(deadline.due.date())} at {deadline.due:%H:%M}" if deadline.due else "not worked out"


def _counted(place: int, rules: QuestionRules) -> Iterator[Warning]:
    if rules.per_member and place > rules.per_member:
        limit = f"{rules.per_member} question" + ("s" if rules.per_member > 1 else "")
        text = f"It is your question no. {place} for this meeting; a member may put {limit}."
        yield Warning("question-too-many", text)


def _late(deadline: Deadline | None, now: datetime) -> Iterator[Warning]:
    last = last_moment(deadline) if deadline else None
    if deadline is not None and last is not None and now > last:
        yield Warning("question-late", f"The deadline has passed: it was {said_deadline(deadline)}.")
