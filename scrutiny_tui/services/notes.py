"""What a member left on a meeting's papers, found again after a paper was published anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from db import desk, library
from db.models.questions import MeetingRef
from scrutiny_tui.services.harmless import clean, flat, plain
from scrutiny_tui.services.kept_pack import pack_of, read_page

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.notes import Note
    from db.models.papers import AgendaItem, Meeting, StoredDocument

Stands = Literal["here", "moved", "changed", "gone"]
"""Whether a note's words stand as they did, on a newer version, there in other words, or nowhere."""

_LIKE_ENOUGH = 80.0  # of 100: below this other words are not taken for the words noted
_SHORTEST = 24  # characters: fewer are like too much


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note where its words stand now.

    Attributes:
        note: with the page, and the paper's hash and name, where they stand now; as left, if nowhere.
        document: the paper; None where they stand nowhere any more.
        stands: how they were found.
        citation: where they stand, as members say it; of words gone, where they stood.
        public: whether their page is one the public may read.
        item: number and title of the agenda item whose pages they stand on, or "".
    """

    note: Note
    document: StoredDocument | None
    stands: Stands
    citation: str
    public: bool = True
    item: str = ""


def place_notes(db: Database, ref: MeetingRef) -> tuple[PlacedNote, ...]:
    """Give every note on a meeting's papers where its words stand now, in the order of the papers.

    A note on a version that was replaced belongs where its quoted words stand in the papers here now,
    first in the one of the same name; where they were changed, where the words likest to them stand.
    """
    meeting = library.meeting_by_ref(db, ref.committee, ref.date)
    papers = library.documents(db, meeting.id) if meeting else ()
    items = library.agenda_items(db, meeting.id) if meeting else ()
    closed = _closed_places(db, papers)
    purged = any(library.is_purged(db, paper.sha256) for paper in papers)
    pages: dict[int, _Words] = {}
    placed = [_place(db, note, papers, pages) for note in desk.notes(db, ref)]
    order = {paper.id: number for number, paper in enumerate(papers)}
    told = (
        replace(
            one,
            citation=_cite(one, meeting or ref),
            # Words found nowhere may have stood on a page that was removed, in an earlier version.
            public=(one.note.document_sha256, one.note.page) not in closed
            and not (purged and one.document is None),
            item=_item_of(one, items),
        )
        for one in placed
    )
    return tuple(
        sorted(
            told,
            key=lambda one: (
                order[one.document.id] if one.document else len(order),
                one.note.page,
                one.note.id,
            ),
        )
    )


def _item_of(placed: PlacedNote, items: Sequence[AgendaItem]) -> str:
    """The item whose stamped pages, in the paper that holds the agenda, a note stands on."""
    page, paper = placed.note.pack_page, placed.document
    if page is None or paper is None:
        return ""
    on = (item for item in items if item.document_id == paper.id and _covers(item, page))
    return next((" ".join(filter(None, (item.number, item.title))) for item in on), "")


def _covers(item: AgendaItem, page: int) -> bool:
    first, last = item.first_page, item.last_page
    return first is not None and first <= page <= (first if last is None else last)


def _closed_places(db: Database, papers: Sequence[StoredDocument]) -> frozenset[tuple[str, int]]:
    """The pages that are not public, as (hash, file page): those removed from the library as well."""
    removed = (
        (paper.sha256, exempt.page)
        for paper in papers
        if library.is_purged(db, paper.sha256)
        for exempt in pack_of(paper).exempt_pages
    )
    return library.exempt_places(db, [paper.sha256 for paper in papers]).union(removed)


def place_every_note(db: Database) -> tuple[tuple[MeetingRef, tuple[PlacedNote, ...]], ...]:
    """Give the notes of every meeting that has some, the latest meeting first."""
    return tuple((ref, place_notes(db, ref)) for ref in desk.noted_meetings(db))


def relocate(db: Database, document: StoredDocument) -> tuple[Note, ...]:
    """Give the notes whose words stand in a document now, those left on earlier versions of it included."""
    meeting = library.meeting(db, document.meeting_id)
    placed = place_notes(db, MeetingRef(meeting.committee, meeting.date))
    return tuple(one.note for one in placed if one.document is not None and one.document.id == document.id)


def as_markdown(heading: str, placed: Iterable[PlacedNote]) -> str:
    """Notes and marks as Markdown, each quote with its citation; words of pages not public are left out."""
    lines = [f"# {_plain(heading)}", ""]
    kept_back = 0
    for one in placed:
        if not one.public:
            kept_back += 1
            continue
        lines += [f"> {_plain(one.note.quote)}", "", f"({_plain(one.citation)}{_STANDS[one.stands]})", ""]
        if one.note.text:
            lines += [*(_plain(line) for line in clean(one.note.text).split("\n")), ""]
    if kept_back:
        lines += [f"({kept_back} on pages that are not public are left out.)", ""]
    return "\n".join(lines)


_STANDS = {
    "here": "",
    "moved": "",
    "changed": "; the words were changed since",
    "gone": "; no longer found in the papers",
}


def _plain(text: str) -> str:
    """Text on one line in which Markdown finds nothing to obey."""
    return plain(flat(text))


def _cite(placed: PlacedNote, meeting: Meeting | MeetingRef) -> str:
    from scrutiny_tui.services.reading import citation

    note = placed.note
    return citation(placed.document or note, meeting, note.page, note.pack_page)


@dataclass(frozen=True, slots=True)
class _Words:
    """A paper's blocks in one row, each with its page and the page's stamped number."""

    texts: tuple[str, ...]
    places: tuple[tuple[int, int | None], ...]


def _place(db: Database, note: Note, papers: Sequence[StoredDocument], read: dict[int, _Words]) -> PlacedNote:
    here = next((paper for paper in papers if paper.sha256 == note.document_sha256), None)
    if here is not None:
        return PlacedNote(note, here, "here", "")
    likely = sorted(papers, key=lambda paper: paper.source != note.source)
    for paper in likely:
        if pages := library.find_in_document(db, paper.id, note.quote):
            nearest = min(pages, key=lambda page: abs(page.number - note.page))
            return PlacedNote(_moved(note, paper, nearest.number, nearest.pack_page), paper, "moved", "")
    for paper in likely if len(note.quote) >= _SHORTEST else ():
        if (place := _likest(note.quote, read.setdefault(paper.id, _words(db, paper)))) is not None:
            return PlacedNote(_moved(note, paper, *place), paper, "changed", "")
    return PlacedNote(note, None, "gone", "")


def _moved(note: Note, paper: StoredDocument, page: int, pack_page: int | None) -> Note:
    return replace(note, document_sha256=paper.sha256, source=paper.source, page=page, pack_page=pack_page)


def _words(db: Database, paper: StoredDocument) -> _Words:
    pages = [read_page(page) for page in library.pages(db, paper.id)]
    blocks = [(block.text, (page.number, page.pack_page)) for page in pages for block in page.blocks]
    long_ones = [(text, place) for text, place in blocks if len(text) >= _SHORTEST]
    return _Words(tuple(text for text, _ in long_ones), tuple(place for _, place in long_ones))


def _likest(quote: str, words: _Words) -> tuple[int, int | None] | None:
    """The page of the words likest to a quote, if they are like enough."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(quote, words.texts, scorer=fuzz.partial_ratio, score_cutoff=_LIKE_ENOUGH)
    if best is None or len(best[0]) < len(quote) / 2:
        return None
    return words.places[best[2]]
