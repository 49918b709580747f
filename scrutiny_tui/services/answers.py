"""What came back: the answer, pasted or taken from later minutes, and the question that arises from it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from db import desk, library
from db.models.passages import Passage, PassageFilter
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.kept_pack import pack_of
from scrutiny_tui.services.question_desk import QuestionDesk

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.questions import AnswerState, Evidence, Question
    from scrutiny_tui.services.models.finding import Hit


class Answering(QuestionDesk):
    """From the clerk's desk back to the member's."""

    async def answer(self, question_id: int, text: str, answer_state: AnswerState) -> None:
        """Keep the answer received and how far it answers; no words and no state take it back.

        Raises:
            ServiceError: the question was never submitted; nothing was changed.
        """
        now = self._clock.now()
        if not await self._store.read(lambda db: desk.revisions(db, question_id)):
            raise ServiceError("An answer can be kept once the question is submitted. Nothing was changed.")
        await self._store.write(lambda db: desk.record_answer(db, question_id, text, answer_state, now))

    async def answers_offered(self, question_id: int, limit: int = 5) -> tuple[Hit, ...]:
        """Find the minutes most like a question that were taken since it was submitted, by its committee.

        None from a page that is not public: an answer travels with its question.
        """
        asked = await self._store.read(lambda db: desk.question(db, question_id))
        if asked.submitted_at is None:
            return ()
        since = PassageFilter(
            after=asked.submitted_at.date() - timedelta(days=1),
            committee=asked.meeting.committee,
            kind="minute",
        )
        found = await self._search.find(f"{asked.item_title} {asked.text}".strip(), since, limit)
        return await self._store.read(lambda db: tuple(hit for hit in found if _is_public(db, hit.passage)))

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


def answer_words(passage: Passage) -> str:
    """A minute as an answer: its words, and where they stand."""
    day = passage.said_on or passage.meeting_date
    place = f"pack page {passage.pack_page}" if passage.pack_page else f"page {passage.page}"
    said = f"{day.day} {day:%B %Y}" if day else "undated"
    minute = f"minute {passage.ref}, " if passage.ref else "minutes, "
    return f"{passage.text}\n({minute}{passage.committee}, {said}; {passage.source}, {place})"


def _is_public(db: Database, passage: Passage) -> bool:
    pack = pack_of(library.document(db, passage.document_id))
    return all(exempt.page != passage.page for exempt in pack.exempt_pages)


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
