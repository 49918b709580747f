"""What the library holds of what a question is about: its meeting, its agenda item, clerk and officers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import desk, library
from scrutiny_tui.services.clerk import clerk_of
from scrutiny_tui.services.kept_pack import pack_of
from scrutiny_tui.services.lint.manner import officer_name

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.history import Revision, Step
    from db.models.notes import KeptPassage, Note
    from db.models.papers import AgendaItem, Meeting
    from db.models.questions import Evidence, MeetingRef, Question
    from imports.model.agenda import Contact
    from imports.model.pack import ParsedPack


_RECENT = 200
"""Papers whose officers are known by name: who left years ago is nobody's concern."""


@dataclass(frozen=True, slots=True)
class AskedMeeting:
    """The meeting a question is for, with its agenda and clerk; all empty where no paper of it is here."""

    meeting: Meeting | None = None
    items: tuple[AgendaItem, ...] = ()
    clerk: Contact | None = None


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question with what the stores hold of it; deadlines and advice come on top.

    Attributes:
        withheld: the ids of its evidence that the council keeps from the public.
        place: which of the member's questions for the meeting it is, from 1.
    """

    question: Question
    about: AskedMeeting
    item: AgendaItem | None
    evidence: tuple[Evidence, ...]
    revisions: tuple[Revision, ...]
    steps: tuple[Step, ...]
    withheld: frozenset[int]
    place: int


def load_questions(db: Database, questions: Iterable[Question]) -> list[AskedQuestion]:
    """Fetch what belongs to each question; what belongs to its meeting only once."""
    known: dict[MeetingRef, AskedMeeting] = {}
    loaded = []
    for question in questions:
        if question.meeting not in known:
            known[question.meeting] = asked_meeting(db, question.meeting)
        about = known[question.meeting]
        evidence = desk.evidence_for(db, question.id)
        loaded.append(
            AskedQuestion(
                question=question,
                about=about,
                item=item_of(question, about.items),
                evidence=evidence,
                revisions=desk.revisions(db, question.id),
                steps=desk.steps(db, question.id),
                withheld=frozenset(one.id for one in evidence if is_exempt(db, one)),
                place=_place(db, question),
            )
        )
    return loaded


def asked_meeting(db: Database, ref: MeetingRef) -> AskedMeeting:
    """Find the meeting the desk points at."""
    meeting = library.meeting_by_ref(db, ref.committee, ref.date)
    if meeting is None:
        return AskedMeeting()
    clerk = clerk_of(map(pack_of, library.documents(db, meeting.id)))
    return AskedMeeting(meeting, library.agenda_items(db, meeting.id), clerk)


def item_of(question: Question, items: Sequence[AgendaItem]) -> AgendaItem | None:
    """Find the agenda item a question is about, after its pack was published anew too.

    A question keeps its item's title; the number decides between equal titles, or where none is left.
    """
    title = question.item_title.casefold()
    if not title:
        return None
    titled = [item for item in items if item.title.casefold() == title]
    numbered = [item for item in titled or items if item.number == question.item_number]
    return next(iter(numbered or titled), None)


def is_exempt(db: Database, evidence: Evidence | Note | KeptPassage) -> bool:
    """Whether quoted words stand on a page that the council keeps from the public."""
    paper = library.document_by_sha(db, evidence.document_sha256)
    papers = (paper,) if paper else library.find_documents(db, evidence.source)
    closed = {page.page for one in papers for page in pack_of(one).exempt_pages}
    ids = {one.id for one in papers}
    for meeting_id in {one.meeting_id for one in papers}:  # as filed, should the pack not be understood
        closed |= {one.page for one in library.exempt_pages(db, meeting_id) if one.document_id in ids}
    return evidence.page in closed


def known_officers(db: Database) -> frozenset[str]:
    """Give the names of all officers that recent packs print; nobody who sits on a committee is one."""
    officers: set[str] = set()
    members: set[str] = set()
    for document in library.latest_documents(db, _RECENT):
        pack = pack_of(document)
        officers.update(filter(None, map(officer_name, _officers_of(pack))))
        members.update(filter(None, (officer_name(member.name) for member in pack.membership)))
    return frozenset(officers - members)


def _officers_of(pack: ParsedPack) -> Iterable[str]:
    for item in pack.agenda:
        yield from item.officers
    for minutes in pack.minutes:
        yield from minutes.officers_in_attendance
    for contact in pack.contacts:
        yield contact.name


def _place(db: Database, question: Question) -> int:
    """Count the member's own questions for the meeting up to this one; a supplementary is none of its own."""
    own = [
        one.id
        for one in desk.questions(db, question.meeting)
        if one.parent_id is None and one.state != "withdrawn"
    ]
    return sum(one <= question.id for one in own) if question.parent_id is None else 0
