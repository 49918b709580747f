"""The papers in the library and their pages."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from db.errors import NotFound
from db.models.papers import PageNumber, StoredDocument, StoredPage
from db.rows import query, select

if TYPE_CHECKING:
    from sqlite_utils import Database

_COLUMNS = (
    "id, meeting_id, sha256, source, path, format, kind, page_count, imported_at, understood, first_seen"
)


def documents(db: Database, meeting_id: int | None = None) -> tuple[StoredDocument, ...]:
    """Give a meeting's papers, or all; the pack first, then in the order they were imported."""
    return select(
        db,
        StoredDocument,
        f"""SELECT {_COLUMNS} FROM document WHERE :id IS NULL OR meeting_id = :id
        ORDER BY meeting_id, kind = 'pack' DESC, kind = 'agenda' DESC, id""",
        {"id": meeting_id},
    )


def documents_of(db: Database, ids: Collection[int]) -> tuple[StoredDocument, ...]:
    """Give the papers with these ids, in the order of `documents`; what is not there is left out."""
    return select(
        db,
        StoredDocument,
        f"""SELECT {_COLUMNS} FROM document WHERE id IN (SELECT value FROM json_each(:ids))
        ORDER BY meeting_id, kind = 'pack' DESC, kind = 'agenda' DESC, id""",
        {"ids": json.dumps(sorted(ids))},
    )


def latest_documents(db: Database, most: int) -> tuple[StoredDocument, ...]:
    """Give the papers of the latest meetings, so many at most, the last imported first."""
    return select(
        db,
        StoredDocument,
        f"""SELECT {_COLUMNS} FROM document WHERE id IN (
            SELECT d.id FROM meeting m JOIN document d ON d.meeting_id = m.id
            ORDER BY m.date DESC, d.id DESC LIMIT :most) ORDER BY id DESC""",
        {"most": most},
    )


def document(db: Database, document_id: int) -> StoredDocument:
    """Give one paper.

    Raises:
        NotFound: it was replaced by a newer version.
    """
    found = select(db, StoredDocument, f"SELECT {_COLUMNS} FROM document WHERE id = :id", {"id": document_id})
    if not found:
        raise NotFound("This paper is no longer in the library: a newer version took its place.")
    return found[0]


def document_by_sha(db: Database, sha256: str) -> StoredDocument | None:
    """Find a paper by the hash of its bytes."""
    found = select(
        db, StoredDocument, f"SELECT {_COLUMNS} FROM document WHERE sha256 = :sha", {"sha": sha256.lower()}
    )
    return found[0] if found else None


def find_documents(db: Database, name_or_id: str) -> tuple[StoredDocument, ...]:
    """Find papers by what a person types: the id, the file's name or path, else part of the name, any case.

    The first of these that names a paper decides; the newest import comes first.
    """
    wanted = name_or_id.strip()
    if not wanted:
        return ()
    ways = (
        "CAST(id AS TEXT) = :wanted",
        "path = :wanted OR source = :wanted OR sha256 = lower(:wanted)",
        "instr(lower(source), lower(:wanted))",
    )
    for way in ways:
        sql = f"SELECT {_COLUMNS} FROM document WHERE {way} ORDER BY imported_at DESC, id DESC"
        if found := select(db, StoredDocument, sql, {"wanted": wanted}):
            return found
    return ()


def pages(db: Database, document_id: int, first: int = 1, last: int | None = None) -> tuple[StoredPage, ...]:
    """Give the pages `first` to `last` (both included, file pages) of a paper; to its end without `last`."""
    return select(
        db,
        StoredPage,
        """SELECT document_id, number, pack_page, blocks, pictures FROM page
        WHERE document_id = :id AND number >= :first AND (:last IS NULL OR number <= :last)
        ORDER BY number""",
        {"id": document_id, "first": first, "last": last},
    )


def page_numbers(db: Database, document_id: int) -> tuple[PageNumber, ...]:
    """Give every page's numbers and length, in file order, without its text."""
    return select(
        db,
        PageNumber,
        "SELECT number, pack_page, letters FROM page WHERE document_id = :id ORDER BY number",
        {"id": document_id},
    )


def page_texts(db: Database, document_id: int) -> tuple[str, ...]:
    """Give the words of every page, in file order."""
    sql = "SELECT text FROM page WHERE document_id = :id ORDER BY number"
    return tuple(row["text"] for row in query(db, sql, {"id": document_id}))


def find_in_document(db: Database, document_id: int, text: str) -> tuple[PageNumber, ...]:
    """Give the pages that hold words as typed, any case, wherever the lines break, in file order."""
    words = text.split()
    if not words:
        return ()
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)
    sql = "SELECT number, pack_page, letters, text FROM page WHERE document_id = :id ORDER BY number"
    return tuple(
        PageNumber(row["number"], row["pack_page"], row["letters"])
        for row in query(db, sql, {"id": document_id})
        if pattern.search(row["text"])
    )
