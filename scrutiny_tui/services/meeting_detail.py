"""One meeting as a member prepares it: what is stored of it, item by item, with its papers and questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from db import desk, library
from db.models.questions import MeetingRef, Question
from scrutiny_tui.services.asked import item_of
from scrutiny_tui.services.clerk import clerk_of
from scrutiny_tui.services.deadlines import covering
from scrutiny_tui.services.doubts import open_doubts
from scrutiny_tui.services.kept_pack import pack_of
from scrutiny_tui.services.models.meeting import ItemDetail, MeetingDetail, Paper
from scrutiny_tui.services.models.overview import PAGES_AN_HOUR, UNSENT
from scrutiny_tui.services.notes import place_notes
from scrutiny_tui.services.opened import Opened
from scrutiny_tui.services.papers import (
    links_of_item,
    minutes_to_read,
    newly_come,
    papers_of,
    recommendations_of,
    written_only,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.notes import Note
    from db.models.papers import AgendaItem, Meeting, StoredDocument
    from scrutiny_tui.services.models.deadlines import Deadline


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that is stored of one meeting, read at one moment."""

    meeting: Meeting
    items: tuple[AgendaItem, ...]
    documents: tuple[Opened, ...]
    questions: tuple[Question, ...]
    notes: tuple[Note, ...]
    began: datetime | None
    left_at: str


def gather(db: Database, meeting_id: int) -> Gathered:
    """Read all that is stored of a meeting.

    Raises:
        NotFound: it is not in the library (any more).
    """
    meeting = library.meeting(db, meeting_id)
    ref = MeetingRef(meeting.committee, meeting.date)
    attached = library.attachments(db, meeting_id)
    inside = {twin.document_id: twin for twin in library.twins(db, meeting_id)}
    packs = {document.id: pack_of(document) for document in library.documents(db, meeting_id)}
    later = any(pack.kind == "supplement" for pack in packs.values())
    documents = tuple(
        Opened(
            document=document,
            pack=packs[document.id],
            numbers=library.page_numbers(db, document.id),
            read=desk.pages_read(db, document.sha256),
            attached=tuple(x for x in attached if x.document_id == document.id),
            inside=inside.get(document.id),
            texts=library.page_texts(db, document.id) if later else (),
        )
        for document in library.documents(db, meeting_id)
    )
    return Gathered(
        meeting,
        library.agenda_items(db, meeting_id),
        documents,
        desk.questions(db, ref),
        tuple(placed.note for placed in place_notes(db, ref) if placed.document is not None),
        desk.reading_began(db, (opened.document.sha256 for opened in documents)),
        desk.item_in_hand(db, ref),
    )


def detail_of(found: Gathered, deadlines: Sequence[Deadline], pages_an_hour: int) -> MeetingDetail:
    """Put a meeting together, item by item, for somebody who reads so many pages in an hour."""
    packs = {opened.document.id: opened.pack for opened in found.documents}
    only_written = written_only(found.items, packs)
    items = tuple(
        _detail(item, found, deadlines, item.id in only_written, pages_an_hour) for item in found.items
    )
    return MeetingDetail(
        meeting=found.meeting,
        items=items,
        documents=tuple(opened.document for opened in found.documents),
        deadlines=tuple(deadlines),
        clerk=clerk_of(packs.values()),
        drafts=sum(question.state in UNSENT for question in found.questions),
        warnings=tuple(doubt for opened in found.documents for doubt in open_doubts(opened.pack)),
        to_check=tuple((x.document, doubt) for x in found.documents for doubt in open_doubts(x.pack)),
        left_at=found.left_at,
        loose=_loose(items, found.documents),
    )


def _loose(items: Sequence[ItemDetail], documents: Iterable[Opened]) -> tuple[StoredDocument, ...]:
    """The papers that can be reached from no item: neither its agenda nor put to one."""
    shown = {one.item.document_id for one in items} | {x.document.id for one in items for x in one.papers}
    return tuple(
        opened.document
        for opened in documents
        if items
        and opened.document.id not in shown
        and not (opened.inside and opened.inside.inside_id in shown)
    )


def _detail(
    item: AgendaItem, found: Gathered, deadlines: Sequence[Deadline], only_written: bool, pages_an_hour: int
) -> ItemDetail:
    papers = newly_come(papers_of(item, found.documents), found.documents, found.began)
    return ItemDetail(
        item=item,
        written_only=only_written,
        recommendations=recommendations_of(item, found.documents, papers),
        papers=papers,
        deadline=covering(deadlines, item),
        questions=tuple(question for question in found.questions if item_of(question, found.items) is item),
        notes=tuple(note for note in found.notes if _is_on(note, papers)),
        minutes=-(-minutes_to_read(papers, found.documents) * PAGES_AN_HOUR // pages_an_hour),
        links=links_of_item(item, found.documents),
    )


def _is_on(note: Note, papers: Iterable[Paper]) -> bool:
    return any(
        paper.document.sha256 == note.document_sha256 and paper.page <= note.page <= paper.last_page
        for paper in papers
    )
