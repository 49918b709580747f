"""Where an agenda item stands in the papers: what `enter` opens and a note is kept on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrutiny_tui.literal import one_line

if TYPE_CHECKING:
    from db.models.papers import StoredDocument
    from scrutiny_tui.services.models.meeting import ItemDetail


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a document."""

    document: StoredDocument
    page: int
    pack_page: int | None = None


@dataclass(frozen=True, slots=True)
class PaperHere:
    """The paper a page belongs to: `name` says the agenda item, `first` is its first page of the file."""

    name: str
    first: int


def paper_at(items: Sequence[ItemDetail], document_id: int, page: int) -> PaperHere | None:
    """The agenda item whose paper holds a page of a document; None for a page of no item."""
    for detail in items:
        for paper in detail.papers:
            if paper.document.id == document_id and paper.page <= page <= paper.last_page:
                number = detail.item.number
                return PaperHere(f"Item {number}" if number else one_line(detail.item.title), paper.page)
    return None


def place_of(detail: ItemDetail, documents: Sequence[StoredDocument]) -> Place | None:
    """Where an item stands: its first paper, else its line on the agenda, else the first document there is.

    Args:
        detail: the item.
        documents: those of its meeting.
    """
    if detail.papers:
        paper = detail.papers[0]
        return Place(paper.document, paper.page, paper.pack_pages[0] if paper.pack_pages else None)
    for document in documents:
        if document.id == detail.item.document_id:
            return Place(document, detail.item.file_page or 1)
    return Place(documents[0], 1) if documents else None
