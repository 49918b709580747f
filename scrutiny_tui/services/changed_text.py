"""Where in the text a later paper changed an earlier one: passages that are new, pages no longer good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from db import library
from scrutiny_tui.services.kept_pack import read_page
from scrutiny_tui.services.meeting_detail import gather
from scrutiny_tui.services.models.reading import ReplacedPlace
from scrutiny_tui.services.papers import papers_of
from scrutiny_tui.services.replacing import pages_taken, pairs
from scrutiny_tui.services.supplements import new_words, runs, shown_pages

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import StoredDocument
    from scrutiny_tui.services.models.meeting import Paper
    from scrutiny_tui.services.opened import Opened


def replaced_places(db: Database, document: StoredDocument) -> tuple[ReplacedPlace, ...]:
    """Give where supplements for its meeting changed a document, or it changes another, in page order."""
    others = library.documents(db, document.meeting_id)
    if not any(one.kind == "supplement" for one in others):
        return ()
    found = gather(db, document.meeting_id)
    by_id = {opened.document.id: opened for opened in found.documents}
    places: dict[tuple[int, int], ReplacedPlace] = {}
    for item in found.items:
        papers = papers_of(item, found.documents)
        for later, earlier in pairs(papers, by_id):
            if later.document.id == document.id:
                told = _new(db, later, earlier, by_id)
            elif earlier.document.id == document.id:
                told = _replaced(later, earlier, by_id)
            else:
                continue
            places.update({(one.page, one.blocks[0]): one for one in told})
    return tuple(places[at] for at in sorted(places))


def _new(db: Database, later: Paper, earlier: Paper, by_id: dict[int, Opened]) -> Iterator[ReplacedPlace]:
    """The passages of a later paper that say what the earlier one did not, each stretch of them once."""
    known = runs(" ".join(by_id[earlier.document.id].words(earlier)))
    span = f", {shown_pages([earlier.pack_pages])}" if earlier.pack_pages else ""
    words = f"New: not in the paper it replaces ({earlier.document.source}{span})."
    for stored in library.pages(db, later.document.id, later.page, later.last_page):
        page = read_page(stored)
        new = (at for at, block in enumerate(page.blocks) if new_words(block.text, known))
        for first, last in _stretches(new):
            yield ReplacedPlace("new", page.number, (first, last), words, earlier.document.id, earlier.page)


def _replaced(later: Paper, earlier: Paper, by_id: dict[int, Opened]) -> Iterator[ReplacedPlace]:
    """The pages of an earlier paper that the later one takes the place of."""
    words = f"This page was replaced by {later.document.source}."
    for page in pages_taken(later, earlier, by_id):
        yield ReplacedPlace("replaced", page, (0, _ALL), words, later.document.id, later.page)


_ALL = 10_000  # blocks: more than a page has


def _stretches(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        row = [number for _, number in group]
        yield row[0], row[-1]
