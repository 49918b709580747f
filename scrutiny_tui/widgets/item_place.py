"""Where an agenda item stands in the papers: what `enter` opens and a note is kept on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.models import StoredDocument
from scrutiny_tui.services.models import ItemDetail


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a document."""

    document: StoredDocument
    page: int
    pack_page: int | None = None


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
