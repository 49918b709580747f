"""What the councils published: meetings, their papers, passages, and the search over them."""

from __future__ import annotations

from db.library.amendments import amendments, amendments_to
from db.library.attachments import attach, attachments, keep_twin, twins
from db.library.documents import (
    document,
    document_by_sha,
    documents,
    documents_of,
    find_documents,
    find_in_document,
    page_numbers,
    pages,
)
from db.library.exempt import exempt_pages, exempt_places, is_purged, purge_exempt
from db.library.filing import file_document, move_document
from db.library.meetings import (
    agenda_items,
    count_meetings,
    deadlines,
    meeting,
    meeting_by_ref,
    meetings,
    meetings_around,
    terms,
)
from db.library.passages import passages, passages_of_document
from db.library.planning import planned_days
from db.library.search import match, under_headings
from db.library.vectors import (
    all_vectors,
    begin_vectors,
    count_vectors,
    drop_unused_vectors,
    forget_vectors,
    keep_vectors,
    known_texts,
    let_through,
    passages_without_vector,
    vector_model,
    vectors_of,
    words_of_passages,
)
from db.library.vocabulary import change_counter, forms, inflections, vocabulary

__all__ = [
    "agenda_items",
    "all_vectors",
    "amendments",
    "amendments_to",
    "attach",
    "attachments",
    "begin_vectors",
    "change_counter",
    "count_meetings",
    "count_vectors",
    "deadlines",
    "document",
    "document_by_sha",
    "documents",
    "documents_of",
    "drop_unused_vectors",
    "exempt_pages",
    "exempt_places",
    "file_document",
    "find_documents",
    "find_in_document",
    "forget_vectors",
    "forms",
    "inflections",
    "is_purged",
    "keep_twin",
    "keep_vectors",
    "known_texts",
    "let_through",
    "match",
    "meeting",
    "meeting_by_ref",
    "meetings",
    "meetings_around",
    "move_document",
    "page_numbers",
    "pages",
    "passages",
    "passages_of_document",
    "passages_without_vector",
    "planned_days",
    "purge_exempt",
    "terms",
    "twins",
    "under_headings",
    "vector_model",
    "vectors_of",
    "vocabulary",
    "words_of_passages",
]
