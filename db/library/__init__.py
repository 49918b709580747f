"""What the councils published: meetings, their papers, passages, and the search over them."""

from __future__ import annotations

from db.library.documents import (
    document,
    document_by_sha,
    documents,
    find_documents,
    find_in_document,
    page_numbers,
    pages,
)
from db.library.filing import file_document, remove_document
from db.library.meetings import (
    agenda_items,
    deadlines,
    items_of_document,
    meeting,
    meeting_by_ref,
    meetings,
    terms,
)
from db.library.passages import passage_at, passages, passages_of_document, passages_of_page
from db.library.search import match
from db.library.vocabulary import change_counter, inflections, vocabulary

__all__ = [
    "agenda_items",
    "change_counter",
    "deadlines",
    "document",
    "document_by_sha",
    "documents",
    "file_document",
    "find_documents",
    "find_in_document",
    "inflections",
    "items_of_document",
    "match",
    "meeting",
    "meeting_by_ref",
    "meetings",
    "page_numbers",
    "pages",
    "passage_at",
    "passages",
    "passages_of_document",
    "passages_of_page",
    "remove_document",
    "terms",
    "vocabulary",
]
