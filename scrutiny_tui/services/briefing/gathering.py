"""Gathers a brief: agenda, notes, earlier words, questions and promises, without what is not public."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from db import desk, library
from db.committee import committee_key
from db.models import KeptPassage, Meeting, MeetingRef, Note, Passage, StoredDocument
from db.store import Store
from scrutiny_tui.services.actions import Actions
from scrutiny_tui.services.asked import is_exempt, item_of
from scrutiny_tui.services.briefing.model import Brief, BriefItem, EarlierChoice, Remark
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.deadlines import leading
from scrutiny_tui.services.filing import read_pack
from scrutiny_tui.services.meetings import Meetings
from scrutiny_tui.services.models import Hit, ItemDetail, MeetingDetail, QuestionDetail, TrackedPromise
from scrutiny_tui.services.notes import relocate
from scrutiny_tui.services.questions import Questions
from scrutiny_tui.services.reading import citation
from scrutiny_tui.services.search import Search

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")

BEST = 3
"""How many of the best earlier passages go in for an item the member kept none for."""
_LOOKED_AT = 12
_LONGEST = 700
"""Characters of an earlier passage nobody chose; a chosen one goes in whole."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A note with the paper its words stand in now; None where they stand nowhere any more."""

    note: Note
    document: StoredDocument | None


class Briefing:
    """Makes briefs, and keeps which earlier passages go into them.

    Args:
        store: the library and the desk.
        clock: when a brief is made.
        meetings: gives the meeting.
        search: finds what was said earlier.
        questions: gives the member's questions.
        actions: tells what was promised.
        member: the member's name, or "".
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        meetings: Meetings,
        search: Search,
        questions: Questions,
        actions: Actions,
        member: str = "",
    ) -> None:
        self._store, self._clock, self._member = store, clock, member
        self._meetings, self._search = meetings, search
        self._questions, self._actions = questions, actions

    async def brief(self, meeting_id: int, earlier: EarlierChoice = "chosen") -> Brief:
        """Gather the brief of a meeting.

        Raises:
            NotThere: the meeting is not in the library (any more).
        """
        detail = await self._meetings.meeting(meeting_id)
        ref = MeetingRef(detail.meeting.committee, detail.meeting.date)
        placed, hidden = await self._store.read(lambda db: _notes(db, ref, detail.documents))
        recommended, unsaid = await self._store.read(lambda db: _public_recommendations(db, detail))
        kept, gone = await self._store.read(lambda db: _kept(db, ref))
        questions = await self._questions_for(ref)
        by_item = {one.question.id: _of_item(one, detail) for one in questions}
        items, taken = [], set[int]()
        for one in detail.items:
            own = [x for x in placed if x.note.id not in taken and _is_on(x, one)]
            taken |= {x.note.id for x in own}
            items.append(
                BriefItem(
                    detail=one,
                    recommendations=recommended[one.item.id],
                    remarks=tuple(_remark(x, detail.meeting, one.item.title) for x in own),
                    earlier=await self._earlier(one, detail.meeting, kept, earlier),
                    questions=tuple(x for x in questions if by_item[x.question.id] == one.item.id),
                    tells_deadline=one.deadline is not None and one.deadline != leading(detail.deadlines),
                )
            )
        promised, secret = await self._promised(detail.meeting)
        return Brief(
            meeting=detail,
            items=tuple(items),
            remarks=tuple(_remark(x, detail.meeting) for x in placed if x.note.id not in taken),
            questions=tuple(x for x in questions if by_item[x.question.id] is None),
            promised=promised,
            withheld=hidden + unsaid + gone + secret + sum(len(x.withheld) for x in questions),
            made_at=self._clock.now(),
            member=self._member,
        )

    async def _questions_for(self, ref: MeetingRef) -> list[QuestionDetail]:
        found = await self._store.read(lambda db: desk.questions(db, ref))
        return [await self._questions.detail(one.id) for one in found if one.state != "withdrawn"]

    async def _earlier(
        self, one: ItemDetail, meeting: Meeting, kept: Sequence[KeptPassage], choice: EarlierChoice
    ) -> tuple[Remark, ...]:
        title = one.item.title.casefold()
        own = [Remark(x.quote, "", x.citation) for x in kept if x.item_title.casefold() == title]
        if choice == "none" or (own and choice == "chosen") or choice == "kept":
            return tuple(own) if choice != "none" else ()
        hits = await self._search.earlier(one.item, meeting, one.recommendations, _LOOKED_AT, thorough=True)
        public = await self._store.read(lambda db: _public_hits(db, hits))
        return tuple(Remark(_shortened(x.passage.text), "", cite(x.passage, meeting)) for x in public[:BEST])

    async def _promised(self, meeting: Meeting) -> tuple[tuple[TrackedPromise, ...], int]:
        promised = await self._actions.not_on_agenda(meeting)
        found = [one for one in promised if one.outcome != "kept" and not one.mark]
        public = await self._store.read(
            lambda db: _on_public_pages(db, [(one, one.document_id, one.page) for one in found])
        )
        return tuple(public), len(found) - len(public)

    async def keep(self, meeting: Meeting, item_title: str, passage: Passage) -> bool:
        """Keep an earlier passage for an item's part of the brief, or no longer; whether it is kept now."""
        ref, now = MeetingRef(meeting.committee, meeting.date), self._clock.now()

        def work(db: Database) -> bool:
            if desk.let_passage_go(db, ref, item_title, passage.text):
                return False
            desk.keep_passage(
                db,
                ref,
                item_title,
                now,
                quote=passage.text,
                citation=cite(passage, meeting),
                document_sha256=library.document(db, passage.document_id).sha256,
                source=passage.source,
                page=passage.page,
            )
            return True

        return await self._store.write(work)

    async def kept(self, meeting: Meeting, item_title: str) -> frozenset[str]:
        """Give the words kept for an item, each reduced as `desk.quote_key` does."""
        ref = MeetingRef(meeting.committee, meeting.date)
        found = await self._store.read(lambda db: desk.kept_passages(db, ref))
        title = item_title.casefold()
        return frozenset(desk.quote_key(one.quote) for one in found if one.item_title.casefold() == title)


def cite(passage: Passage, meeting: Meeting) -> str:
    """Where an earlier passage stands: `minute 29.2, 20 November 2025, pack page 1 of 22 January 2026`.

    Its committee is named where it is not the meeting's, the file where the pack prints no page numbers.
    """
    what = f"{passage.kind.replace('-', ' ')} {passage.ref}".rstrip()
    day = passage.said_on or passage.meeting_date
    held = passage.meeting_date
    if passage.pack_page is None:
        place = f"page {passage.page} of {passage.source}"
    else:
        place = f"pack page {passage.pack_page} of {_day(held) if held else passage.source}"
    own = committee_key(passage.committee) == committee_key(meeting.committee)
    return ", ".join(filter(None, ("" if own else passage.committee, what, _day(day) if day else "", place)))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _notes(db: Database, ref: MeetingRef, documents: Iterable[StoredDocument]) -> tuple[list[Placed], int]:
    """Every note of a meeting once, where its words stand now; and how many are on pages not public."""
    placed: dict[int, Placed] = {}
    hidden: set[int] = set()
    for document in documents:
        closed = {page.page for page in read_pack(document).exempt_pages}
        for note in relocate(db, document):
            placed.setdefault(note.id, Placed(note, document))
            hidden |= {note.id} if note.page in closed else set()
    for note in desk.notes(db, ref):
        if note.id not in placed:
            placed[note.id] = Placed(note, None)
            hidden |= {note.id} if is_exempt(db, note) else set()
    return [one for number, one in sorted(placed.items()) if number not in hidden], len(hidden)


def _kept(db: Database, ref: MeetingRef) -> tuple[list[KeptPassage], int]:
    """The earlier passages kept for a meeting that are public, and how many are not."""
    found = desk.kept_passages(db, ref)
    public = [one for one in found if not is_exempt(db, one)]
    return public, len(found) - len(public)


def _public_recommendations(db: Database, detail: MeetingDetail) -> tuple[dict[int, tuple[str, ...]], int]:
    """Each item's recommendations by its id, without those that stand on closed pages only."""
    doubtful: set[str] = set()
    for document in detail.documents:
        pack = read_pack(document)
        closed = {page.page for page in pack.exempt_pages}
        for report in pack.reports if closed else ():
            first, last = report.file_pages
            if not closed.isdisjoint(range(first, last + 1)):
                for text in report.recommendations:
                    pages = library.find_in_document(db, document.id, text)
                    if first in closed or all(page.number in closed for page in pages):
                        doubtful.add(text)
    public = {
        one.item.id: tuple(text for text in one.recommendations if text not in doubtful)
        for one in detail.items
    }
    return public, sum(len(x.recommendations) - len(public[x.item.id]) for x in detail.items)


def _public_hits(db: Database, hits: Sequence[Hit]) -> list[Hit]:
    told = [hit for hit in hits if hit.passage.kind != "agenda"]
    return _on_public_pages(db, [(hit, hit.passage.document_id, hit.passage.page) for hit in told])


def _on_public_pages(db: Database, found: Sequence[tuple[T, int, int]]) -> list[T]:
    """Of things that stand on a page of a document, those whose page is public."""
    hashes = {number: library.document(db, number).sha256 for number in {one[1] for one in found}}
    closed = library.exempt_places(db, hashes.values())
    return [thing for thing, number, page in found if (hashes[number], page) not in closed]


def _of_item(question: QuestionDetail, detail: MeetingDetail) -> int | None:
    item = item_of(question.question, [one.item for one in detail.items])
    return item.id if item else None


def _is_on(placed: Placed, item: ItemDetail) -> bool:
    return placed.document is not None and any(
        paper.document.id == placed.document.id and paper.page <= placed.note.page <= paper.last_page
        for paper in item.papers
    )


def _remark(placed: Placed, meeting: Meeting, title: str = "") -> Remark:
    note = placed.note
    if placed.document is None:
        place = f"{note.source}, page {note.pack_page or note.page}, a version no longer in the library"
    else:
        place = citation(placed.document, meeting, note.page, note.pack_page)
    return Remark("" if note.text and note.quote == title else note.quote, note.text, place)


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(None, 1)[0] + " …"
