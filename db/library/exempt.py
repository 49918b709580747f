"""Pages kept from the public: which they are, and their removal for good."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from db.library.followed import drop_worked_out_of
from db.library.vectors import drop_unused_vectors
from db.library.word_counts import count_words, uncount_words
from db.rows import select

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.relations import ExemptPage


def exempt_pages(db: Database, meeting_id: int | None = None) -> tuple[ExemptPage, ...]:
    """Give the exempt pages of a meeting's papers, or of all, paper by paper."""
    from db.models.relations import ExemptPage

    return select(
        db,
        ExemptPage,
        """SELECT p.document_id, d.meeting_id, d.source, d.sha256, p.number AS page, p.pack_page,
            p.exempt AS words
        FROM page p JOIN document d ON d.id = p.document_id
        WHERE p.exempt <> '' AND (:id IS NULL OR d.meeting_id = :id) ORDER BY p.document_id, p.number""",
        {"id": meeting_id},
    )


def exempt_places(db: Database, documents: Iterable[str]) -> frozenset[tuple[str, int]]:
    """Give the exempt pages of papers named by their hashes, as (hash, file page)."""
    rows = db.execute(
        """SELECT d.sha256, p.number FROM main.page p JOIN main.document d ON d.id = p.document_id
        WHERE p.exempt <> '' AND d.sha256 IN (SELECT value FROM json_each(?))""",
        (json.dumps([sha256.lower() for sha256 in documents]),),
    )
    return frozenset((sha256, page) for sha256, page in rows)


def purge_exempt(db: Database, document_id: int, understood: str, now: datetime) -> int:
    """Remove a paper's exempt pages with everything read on them; gives how many passages went.

    Args:
        db: the writer's connection, in a transaction.
        document_id: the paper.
        understood: what stays of what was understood, without anything from those pages.
        now: local time, kept so that a new import leaves the pages out again.
    """
    db.execute("PRAGMA main.secure_delete = ON")  # what is taken away is overwritten, not only forgotten
    gone = "(SELECT number FROM main.page WHERE document_id = :id AND exempt <> '')"
    of = {"id": document_id}
    uncount_words(db, document_id)
    removed = db.execute(f"DELETE FROM main.passage WHERE document_id = :id AND page IN {gone}", of).rowcount
    for table in ("deadline", "term", "amendment"):
        db.execute(f"DELETE FROM main.{table} WHERE document_id = :id AND page IN {gone}", of)
    db.execute("DELETE FROM main.page WHERE document_id = :id AND exempt <> ''", of)
    db.execute(
        "UPDATE main.document SET understood = :understood WHERE id = :id", {**of, "understood": understood}
    )
    db.execute(
        """INSERT INTO main.purged (sha256, at) SELECT sha256, :at FROM main.document WHERE id = :id
        ON CONFLICT DO UPDATE SET at = excluded.at""",
        {**of, "at": now.isoformat()},
    )
    count_words(db, document_id)
    drop_unused_vectors(db)
    drop_worked_out_of(db, document_id)
    # Until its parts are merged the index still holds the words of what was removed.
    db.execute("INSERT INTO main.passage_fts (passage_fts) VALUES ('optimize')")
    return int(removed)


def is_purged(db: Database, sha256: str) -> bool:
    """Whether the exempt pages of this file were removed for good."""
    found = db.execute("SELECT 1 FROM main.purged WHERE sha256 = ?", (sha256.lower(),)).fetchone()
    return found is not None
