"""The member's questions, from the first word beside the evidence to the answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from db import desk, library
from db.models import (
    AgendaItem,
    Evidence,
    Meeting,
    MeetingRef,
    Passage,
    PassageFilter,
    Question,
    Revision,
    StoredDocument,
)
from db.store import Store
from imports.model import Warning
from scrutiny_tui.services.advice import advise, count_words
from scrutiny_tui.services.asked import AskedMeeting, asked_meeting, item_of
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.deadlines import Deadlines, covering, last_moment, leading
from scrutiny_tui.services.errors import TooLate
from scrutiny_tui.services.models import Deadline, Hit, QuestionDetail
from scrutiny_tui.services.reading import citation
from scrutiny_tui.services.search import Search
from scrutiny_tui.services.wording import late_by, long_day

if TYPE_CHECKING:
    from sqlite_utils import Database

SIX_MONTHS = timedelta(days=183)
"""How long a question counts as already put, as most councils' standing orders have it."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A question with what the stores hold of it; deadlines and advice come on top."""

    question: Question
    about: AskedMeeting
    item: AgendaItem | None
    evidence: tuple[Evidence, ...]
    revisions: tuple[Revision, ...]


class Questions:
    """Drafting, submitting and following questions; every change is on the desk when its call returns."""

    def __init__(
        self, store: Store, clock: Clock, deadlines: Deadlines, search: Search, word_limit: int | None
    ) -> None:
        """Work on a store's desk; `word_limit` is the council's, or None."""
        self._store = store
        self._clock = clock
        self._deadlines = deadlines
        self._search = search
        self._limit = word_limit

    async def begin(
        self,
        meeting: Meeting,
        item: AgendaItem | None,
        evidence: Passage | None = None,
        quote: str = "",
        text: str = "",
    ) -> Question:
        """Begin a draft for a meeting, addressed to whoever presents the item.

        Args:
            meeting: the meeting it is for.
            item: the agenda item it is about, or None.
            evidence: a passage to quote.
            quote: the words of it to quote, if not all.
            text: the first words of the question.
        """
        now = self._clock.now()
        ref = MeetingRef(meeting.committee, meeting.date)

        def work(db: Database) -> Question:
            begun = desk.create_question(
                db,
                ref,
                now,
                text=text,
                item_number=(item.number or "") if item else "",
                item_title=item.title if item else "",
                addressed_to=", ".join(item.officers) if item else "",
            )
            if evidence is not None:
                _quote_passage(db, begun.id, evidence, quote)
            return begun

        return await self._store.write(work)

    async def save(self, question_id: int, text: str) -> None:
        """Keep a question's words as they stand (autosave)."""
        now = self._clock.now()
        await self._store.write(lambda db: desk.save_text(db, question_id, text, now))

    def save_now(self, question_id: int, text: str) -> None:
        """Keep a question's words and wait until they are safe: for quitting."""
        now = self._clock.now()
        self._store.write_now(lambda db: desk.save_text(db, question_id, text, now))

    async def address(self, question_id: int, to: str) -> None:
        """Say whom a question is for."""
        now = self._clock.now()
        await self._store.write(lambda db: desk.save_addressee(db, question_id, to, now))

    async def quote(
        self,
        question_id: int,
        document: StoredDocument,
        page: int,
        pack_page: int | None,
        quote: str,
        citation: str,
    ) -> Evidence:
        """Put words of a paper to a question as evidence; the same words of a page only once."""
        return await self._store.write(
            lambda db: desk.add_evidence(
                db,
                question_id,
                quote=quote,
                document_sha256=document.sha256,
                source=document.source,
                page=page,
                pack_page=pack_page,
                citation=citation,
            )
        )

    async def unquote(self, evidence_id: int) -> None:
        """Take a quotation away from its question."""
        await self._store.write(lambda db: desk.remove_evidence(db, evidence_id))

    async def detail(self, question_id: int) -> QuestionDetail:
        """Give a question with its evidence, deadline, submissions and advice.

        Raises:
            StoreError: there never was such a question.
        """
        loaded = await self._store.read(lambda db: _load(db, [desk.question(db, question_id)]))
        return (await self._details(loaded))[0]

    async def all(self) -> tuple[QuestionDetail, ...]:
        """Give every question, in the order they were begun."""
        loaded = await self._store.read(lambda db: _load(db, desk.questions(db)))
        return await self._details(loaded)

    async def set_state(self, question_id: int, state: Literal["draft", "ready", "withdrawn"]) -> None:
        """Put a question into a state before or beside submission; `submit` and `answer` make the others."""
        now = self._clock.now()
        await self._store.write(lambda db: desk.set_state(db, question_id, state, now))

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
                f"The deadline was {_said(detail.deadline)}: this question is {late}. It is still as it was."
            )
            raise TooLate(text)
        return await self._store.write(lambda db: desk.submit_question(db, question_id, now, last))

    async def answer(
        self, question_id: int, text: str, answer_state: Literal["", "in full", "in part", "not"]
    ) -> None:
        """Keep the answer received and how far it answers; no words and no state take it back."""
        now = self._clock.now()
        await self._store.write(lambda db: desk.record_answer(db, question_id, text, answer_state, now))

    async def supplementary(self, question_id: int) -> Question:
        """Begin a question arising from the answer to another, with the same evidence."""
        now = self._clock.now()

        def work(db: Database) -> Question:
            parent = desk.question(db, question_id)
            begun = desk.create_question(
                db,
                parent.meeting,
                now,
                item_number=parent.item_number,
                item_title=parent.item_title,
                addressed_to=parent.addressed_to,
                parent_id=parent.id,
            )
            for known in desk.evidence_for(db, question_id):
                _copy_evidence(db, begun.id, known)
            return begun

        return await self._store.write(work)

    async def delete(self, question_id: int) -> None:
        """Put a question out of sight; `restore` brings it back whole."""
        now = self._clock.now()
        await self._store.write(lambda db: desk.delete_question(db, question_id, now))

    async def restore(self, question_id: int) -> None:
        """Bring a deleted question back."""
        await self._store.write(lambda db: desk.restore_question(db, question_id))

    async def asked_before(self, question_id: int, limit: int = 5) -> tuple[Hit, ...]:
        """Find the most similar earlier passages: those of the last six months first, then older ones."""
        asked = await self._store.read(lambda db: desk.question(db, question_id))
        topic = f"{asked.item_title} {asked.text}".strip()
        if not topic:
            return ()
        day = asked.meeting.date or self._clock.now().date()
        recent = PassageFilter(before=day, after=day - SIX_MONTHS)
        found = list(await self._search.find(topic, recent, limit))
        if len(found) < limit:
            older = PassageFilter(before=day - SIX_MONTHS + timedelta(days=1))
            found += await self._search.find(topic, older, limit - len(found))
        return tuple(found)

    async def _details(self, loaded: Sequence[_Loaded]) -> tuple[QuestionDetail, ...]:
        meetings = {each.about.meeting.id: each.about.meeting for each in loaded if each.about.meeting}
        deadlines = await self._deadlines.of_meetings(list(meetings.values()))
        return tuple(
            self._detail(each, deadlines[each.about.meeting.id] if each.about.meeting else ())
            for each in loaded
        )

    def _detail(self, loaded: _Loaded, deadlines: Sequence[Deadline]) -> QuestionDetail:
        asked = loaded.question
        deadline = covering(deadlines, loaded.item) if loaded.item else leading(deadlines)
        advice = advise(asked.text, self._limit, loaded.item.officers if loaded.item else ())
        if asked.state in ("draft", "ready") and deadline is not None:
            advice += tuple(_late_advice(deadline, self._clock.now()))
        return QuestionDetail(
            question=asked,
            meeting=loaded.about.meeting,
            evidence=loaded.evidence,
            revisions=loaded.revisions,
            deadline=deadline,
            clerk=loaded.about.clerk,
            words=count_words(asked.text),
            limit=self._limit,
            advice=advice,
        )


def _load(db: Database, questions: Iterable[Question]) -> list[_Loaded]:
    """Fetch what belongs to each question; what belongs to its meeting only once."""
    known: dict[MeetingRef, AskedMeeting] = {}
    loaded = []
    for question in questions:
        if question.meeting not in known:
            known[question.meeting] = asked_meeting(db, question.meeting)
        about = known[question.meeting]
        loaded.append(
            _Loaded(
                question=question,
                about=about,
                item=item_of(question, about.items),
                evidence=desk.evidence_for(db, question.id),
                revisions=desk.revisions(db, question.id),
            )
        )
    return loaded


def _quote_passage(db: Database, question_id: int, passage: Passage, quote: str) -> None:
    paper = library.document(db, passage.document_id)
    ref = MeetingRef(passage.committee, passage.meeting_date)
    desk.add_evidence(
        db,
        question_id,
        quote=quote or passage.text,
        document_sha256=paper.sha256,
        source=paper.source,
        page=passage.page,
        pack_page=passage.pack_page,
        citation=citation(paper, ref, passage.page, passage.pack_page),
    )


def _copy_evidence(db: Database, question_id: int, known: Evidence) -> None:
    desk.add_evidence(
        db,
        question_id,
        quote=known.quote,
        document_sha256=known.document_sha256,
        source=known.source,
        page=known.page,
        pack_page=known.pack_page,
        citation=known.citation,
    )


def _late_advice(deadline: Deadline, now: datetime) -> tuple[Warning, ...]:
    last = last_moment(deadline)
    if last is None or now <= last:
        return ()
    return (Warning("question-late", f"The deadline has passed: it was {_said(deadline)}."),)


def _said(deadline: Deadline) -> str:
    return f"{long_day(deadline.due.date())} at {deadline.due:%H:%M}" if deadline.due else "not worked out"
