"""The pages a person asks for by meeting, item or number, from whichever papers hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import library
from scrutiny_tui.services.amended import amended_places
from scrutiny_tui.services.attaching import find_place
from scrutiny_tui.services.errors import NotThere
from scrutiny_tui.services.kept_pack import pack_of, read_page

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import Meeting, StoredDocument
    from db.store import Store
    from imports.model.reading import ReadPage
    from scrutiny_tui.services.meetings import Meetings
    from scrutiny_tui.services.models.meeting import MeetingDetail
    from scrutiny_tui.services.models.reading import AmendedPlace

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pages of a paper that go together, under a title; with what later minutes changed on them."""

    document: StoredDocument
    title: str
    pages: tuple[ReadPage, ...]
    amended: tuple[AmendedPlace, ...] = ()


async def stretches(
    store: Store, meetings: Meetings, meeting: Meeting, item: str, span: Span | None, paper: str
) -> list[Stretch]:
    """Find pages.

    Args:
        store: the library.
        meetings: gives the meeting's papers.
        meeting: whose.
        item: an item's number or title; "" is any.
        span: first and last page by the pack's numbers; a paper without them counts its file's.
        paper: part of a paper's name; "" is any.

    Raises:
        NotThere: no item is called so, or nothing fits.
    """
    detail = await meetings.meeting(meeting.id)
    wanted = await store.read(lambda db: find_place(db, meeting, item).item.id) if item else None
    ranges = [one for one in _ranges(detail, wanted) if paper.casefold() in one[0].source.casefold()]
    found = await store.read(lambda db: [_stretch(db, *one, span) for one in ranges])
    held = [one for one in found if one.pages]
    if not held:
        raise NotThere(_nothing(item, span, paper))
    return held


def _ranges(detail: MeetingDetail, item: int | None) -> Iterator[tuple[StoredDocument, str, int, int]]:
    """The papers of an item with their pages, or every document whole."""
    if item is None:
        for document in detail.documents:
            yield document, document.source, 1, document.page_count
        return
    for one in detail.items:
        if one.item.id == item:
            for paper in one.papers:
                yield paper.document, paper.title, paper.page, paper.last_page


def _stretch(
    db: Database, document: StoredDocument, title: str, first: int, last: int, span: Span | None
) -> Stretch:
    numbers = [one for one in library.page_numbers(db, document.id) if first <= one.number <= last]
    if span:
        stamped = any(one.pack_page is not None for one in numbers)
        numbers = [
            one for one in numbers if span[0] <= ((one.pack_page or 0) if stamped else one.number) <= span[1]
        ]
    if not numbers:
        return Stretch(document, title, ())
    kept = {one.number for one in numbers}
    pages: Sequence[ReadPage] = [
        read_page(page)
        for page in library.pages(db, document.id, min(kept), max(kept))
        if page.number in kept
    ]
    amended = amended_places(pack_of(document), library.amendments(db))
    return Stretch(document, title, tuple(pages), tuple(one for one in amended if one.page in kept))


def _nothing(item: str, span: Span | None, paper: str) -> str:
    of = f" of item {item!r}" if item else ""
    what = f"paper called {paper!r}" if paper else "paper"
    if span:
        page = f"page {span[0]}" if span[0] == span[1] else f"pages {span[0]}-{span[1]}"
        what = f"{page} in a {what}" if paper else page
    return f"The library holds no {what}{of}. See scrutiny agenda for what there is."
