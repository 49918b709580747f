"""Drafting a question beside its evidence: every change is on the desk when its call returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import desk, library
from db.models.questions import Evidence, MeetingRef, Question
from scrutiny_tui.services.question_desk import QuestionDesk, who_may_answer
from scrutiny_tui.services.reading import citation

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.history import Version
    from db.models.papers import AgendaItem, Meeting, StoredDocument
    from db.models.passages import Passage


class Drafting(QuestionDesk):
    """Beginning, writing, addressing and documenting a question."""

    async def begin(
        self,
        meeting: Meeting,
        item: AgendaItem | None,
        evidence: Passage | None = None,
        quote: str = "",
        text: str = "",
    ) -> Question:
        """Begin a draft for a meeting, addressed to whoever presents the item, else the member it names.

        Args:
            meeting: the meeting it is for.
            item: the agenda item it is about; None takes that of the evidence, where it is of this meeting.
            evidence: a passage to quote.
            quote: the words of it to quote, if not all.
            text: the first words of the question.
        """
        now = self._clock.now()
        ref = MeetingRef(meeting.committee, meeting.date)

        def work(db: Database) -> Question:
            of = item or (_item_of(db, meeting, evidence) if evidence else None)
            to = ", ".join(of.officers) if of and of.officers else next(iter(who_may_answer(of)), "")
            begun = desk.create_question(
                db,
                ref,
                now,
                text=text,
                item_number=(of.number or "") if of else "",
                item_title=of.title if of else "",
                addressed_to=to,
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

    async def set_aside(self, question_id: int, text: str) -> None:
        """Keep words among a question's earlier ones, without putting them into it."""
        now = self._clock.now()
        await self._store.write(lambda db: desk.keep_version(db, question_id, text, now))

    async def versions(self, question_id: int) -> tuple[Version, ...]:
        """Give what a question said, burst by burst of writing, the latest last."""
        return await self._store.read(lambda db: desk.versions(db, question_id))

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

    async def delete(self, question_id: int) -> None:
        """Put a question out of sight; `restore` brings it back whole."""
        now = self._clock.now()
        await self._store.write(lambda db: desk.delete_question(db, question_id, now))

    async def restore(self, question_id: int) -> None:
        """Bring a deleted question back."""
        await self._store.write(lambda db: desk.restore_question(db, question_id))


def _item_of(db: Database, meeting: Meeting, evidence: Passage) -> AgendaItem | None:
    """The item whose report a passage is from: by what was read of it, else by the stamped page."""
    if evidence.kind != "report" or library.document(db, evidence.document_id).meeting_id != meeting.id:
        return None
    items = [one for one in library.agenda_items(db, meeting.id) if not one.is_heading]
    numbered = (one for one in items if evidence.agenda_item and one.number == evidence.agenda_item)
    own = (one for one in items if one.document_id == evidence.document_id)
    page = evidence.pack_page
    paged = (
        one
        for one in own
        if page is not None
        and one.first_page is not None
        and one.first_page <= page <= (one.last_page or one.first_page)
    )
    return next(numbered, None) or next(paged, None)


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
