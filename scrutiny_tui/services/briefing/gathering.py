"""Gathers a brief: agenda, notes, earlier words, questions and promises, without what is not public."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db import desk, library
from db.models.questions import MeetingRef
from scrutiny_tui.services.asked import is_exempt, item_of
from scrutiny_tui.services.briefing import earlier as passages
from scrutiny_tui.services.briefing.model import Brief, BriefItem, EarlierChoice, EarlierPassage, Remark
from scrutiny_tui.services.deadlines import leading
from scrutiny_tui.services.kept_pack import pack_of
from scrutiny_tui.services.notes import PlacedNote, place_notes

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.notes import KeptPassage
    from db.models.papers import Meeting
    from db.store import Store
    from scrutiny_tui.services.actions import Actions
    from scrutiny_tui.services.clock import Clock
    from scrutiny_tui.services.meetings import Meetings
    from scrutiny_tui.services.models.meeting import ItemDetail, MeetingDetail
    from scrutiny_tui.services.models.promises import TrackedPromise
    from scrutiny_tui.services.models.questions import QuestionDetail
    from scrutiny_tui.services.questions import Questions
    from scrutiny_tui.services.search import Search


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
        notes, hidden = await self._store.read(lambda db: _public_notes(db, ref))
        recommended, unsaid = await self._store.read(lambda db: _public_recommendations(db, detail))
        chosen, gone = await self._store.read(lambda db: passages.chosen_for(db, detail.meeting))
        questions = await self._questions_for(ref)
        by_item = {one.question.id: _of_item(one, detail) for one in questions}
        items, taken = [], set[int]()
        for one in detail.items:
            own = [x for x in notes if x.note.id not in taken and _is_on(x, one)]
            taken |= {x.note.id for x in own}
            items.append(
                BriefItem(
                    detail=one,
                    recommendations=recommended[one.item.id],
                    remarks=tuple(_remark(x, one.item.title) for x in own),
                    earlier=await self._earlier(one, detail.meeting, chosen, earlier),
                    questions=tuple(x for x in questions if by_item[x.question.id] == one.item.id),
                    tells_deadline=one.deadline is not None and one.deadline != leading(detail.deadlines),
                )
            )
        promised, secret = await self._promised(detail.meeting)
        return Brief(
            meeting=detail,
            items=tuple(items),
            remarks=tuple(_remark(x) for x in notes if x.note.id not in taken),
            questions=tuple(x for x in questions if by_item[x.question.id] is None),
            promised=promised,
            withheld=hidden + unsaid + gone + secret + sum(len(x.withheld) for x in questions),
            made_at=self._clock.now(),
            member=self._member,
        )

    async def choose(
        self, meeting: Meeting, item_title: str, wanted: Sequence[EarlierPassage] | None
    ) -> None:
        """Keep which earlier passages go in for an item; None lets its best ones go in again."""
        now = self._clock.now()

        def work(db: Database) -> None:
            if wanted is None:
                passages.forget(db, meeting, item_title)
            else:
                passages.choose(db, meeting, item_title, wanted, now)

        await self._store.write(work)

    async def _questions_for(self, ref: MeetingRef) -> list[QuestionDetail]:
        found = await self._store.read(lambda db: desk.questions(db, ref))
        return [await self._questions.detail(one.id) for one in found if one.state != "withdrawn"]

    async def _earlier(
        self, one: ItemDetail, meeting: Meeting, chosen: Sequence[KeptPassage], choice: EarlierChoice
    ) -> tuple[EarlierPassage, ...]:
        own = [x for x in chosen if x.item_title.casefold() == one.item.title.casefold()]
        looked = passages.LOOKED_AT
        hits = await self._search.earlier(one.item, meeting, one.recommendations, looked, thorough=True)
        return await self._store.read(lambda db: passages.candidates(db, hits, meeting, own, choice))

    async def _promised(self, meeting: Meeting) -> tuple[tuple[TrackedPromise, ...], int]:
        promised = await self._actions.not_on_agenda(meeting)
        owed = [one for one in promised if one.outcome != "kept" and not one.mark]
        public = await self._store.read(lambda db: _public_promises(db, owed))
        return tuple(public), len(owed) - len(public)


def _public_notes(db: Database, ref: MeetingRef) -> tuple[list[PlacedNote], int]:
    """A meeting's notes where their words stand now, and how many are on pages not public."""
    found = place_notes(db, ref)
    public = [one for one in found if one.public and not is_exempt(db, one.note)]
    return public, len(found) - len(public)


def _public_recommendations(db: Database, detail: MeetingDetail) -> tuple[dict[int, tuple[str, ...]], int]:
    """Each item's recommendations by its id, without those that stand on closed pages only."""
    secret: set[str] = set()
    for document in detail.documents:
        pack = pack_of(document)
        closed = {page.page for page in pack.exempt_pages}
        for report in pack.reports if closed else ():
            first, last = report.file_pages
            for text in () if closed.isdisjoint(range(first, last + 1)) else report.recommendations:
                pages = library.find_in_document(db, document.id, text)
                if first in closed or all(page.number in closed for page in pages):
                    secret.add(text)
    public = {
        one.item.id: tuple(text for text in one.recommendations if text not in secret) for one in detail.items
    }
    return public, sum(len(one.recommendations) - len(public[one.item.id]) for one in detail.items)


def _public_promises(db: Database, found: Sequence[TrackedPromise]) -> list[TrackedPromise]:
    hashes = {one: library.document(db, one).sha256 for one in {promise.document_id for promise in found}}
    closed = library.exempt_places(db, hashes.values())
    return [one for one in found if (hashes[one.document_id], one.page) not in closed]


def _of_item(question: QuestionDetail, detail: MeetingDetail) -> int | None:
    item = item_of(question.question, [one.item for one in detail.items])
    return item.id if item else None


def _is_on(placed: PlacedNote, item: ItemDetail) -> bool:
    return placed.document is not None and any(
        paper.document.id == placed.document.id and paper.page <= placed.note.page <= paper.last_page
        for paper in item.papers
    )


def _remark(placed: PlacedNote, title: str = "") -> Remark:
    """A note as a brief tells it, whose meeting is known; one on the item itself quotes nothing."""
    note = placed.note
    place = f"pack page {note.pack_page}" if note.pack_page else f"page {note.page} of {note.source}"
    if placed.stands == "changed":
        place += ", words changed since"
    elif placed.document is None:
        place = f"{placed.citation}, no longer found in the papers"
    return Remark("" if note.text and note.quote == title else note.quote, note.text, place)
