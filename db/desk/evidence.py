"""The words a question rests on, each with its place in a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.desk.questions import question
from db.desk.refs import insert
from db.errors import NotFound
from db.models.questions import Evidence
from db.rows import select

if TYPE_CHECKING:
    from sqlite_utils import Database


def add_evidence(
    db: Database,
    question_id: int,
    *,
    quote: str,
    document_sha256: str,
    source: str,
    page: int,
    pack_page: int | None,
    citation: str,
) -> Evidence:
    """Put a quotation to a question; the same words of the same page only once.

    Raises:
        NotFound: there never was such a question.
    """
    question(db, question_id)
    for known in evidence_for(db, question_id):
        if (known.quote, known.document_sha256, known.page) == (quote, document_sha256, page):
            return known
    values: dict[str, Any] = {
        "question_id": question_id,
        "quote": quote,
        "document_sha256": document_sha256,
        "source": source,
        "page": page,
        "pack_page": pack_page,
        "citation": citation,
    }
    return Evidence(id=insert(db, "evidence", values), **values)


def evidence_for(db: Database, question_id: int) -> tuple[Evidence, ...]:
    """Give a question's quotations in the order they were added."""
    return select(
        db, Evidence, "SELECT * FROM desk.evidence WHERE question_id = :id ORDER BY id", {"id": question_id}
    )


def remove_evidence(db: Database, evidence_id: int) -> Evidence:
    """Take a quotation away and give it back, so that it can be added again.

    Raises:
        NotFound: it is not there (any more).
    """
    found = select(db, Evidence, "SELECT * FROM desk.evidence WHERE id = :id", {"id": evidence_id})
    if not found:
        raise NotFound("This quotation was already taken away from its question.")
    db.execute("DELETE FROM desk.evidence WHERE id = ?", (evidence_id,))
    return found[0]
