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
from db.library.filing import file_document
from db.library.meetings import (
    agenda_items,
    deadlines,
    meeting,
    meeting_by_ref,
    meetings,
    terms,
)
from db.library.passages import passages, passages_of_document
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
    "match",
    "meeting",
    "meeting_by_ref",
    "meetings",
    "page_numbers",
    "pages",
    "passages",
    "passages_of_document",
    "terms",
    "vocabulary",
]
