"""What passages mean, as a model sees it: one vector for each text, cached beside the library.

A vector belongs to a text, not to a passage: a paper imported again finds those of its unchanged words. All
are of one model; another model begins afresh. Nothing here is needed to search: without vectors, words do.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from db.library.filters import condition_for

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.passages import PassageFilter, PassageVector, WordsOfPassage


def vector_model(db: Database) -> str | None:
    """Give the model whose vectors the library holds; None before the first."""
    found = db.execute("SELECT model FROM main.vector_model").fetchone()
    return str(found[0]) if found else None


def begin_vectors(db: Database, model: str) -> None:
    """Make room for a model's vectors; those of another one go."""
    if vector_model(db) != model:
        forget_vectors(db)
        db.execute("INSERT INTO main.vector_model VALUES (?)", (model,))


def forget_vectors(db: Database) -> None:
    """Remove all vectors."""
    for table in ("passage_vector", "vector", "vector_model"):
        db.execute(f"DELETE FROM main.{table}")


def count_vectors(db: Database) -> tuple[int, int]:
    """Give how many passages have a vector, and how many passages there are."""
    done, total = db.execute(
        "SELECT (SELECT count(*) FROM main.passage_vector), passages FROM main.tally"
    ).fetchone()
    return int(done), int(total)


def passages_without_vector(db: Database, before: int, limit: int) -> tuple[WordsOfPassage, ...]:
    """Give the latest passages without a vector.

    Args:
        db: a connection.
        before: only passages with a smaller id, so that going on costs no second look.
        limit: how many at most.
    """
    from db.models.passages import WordsOfPassage

    rows = db.execute(
        """SELECT t.id, t.heading, t.text FROM main.passage_text t WHERE t.id < :before
        AND NOT EXISTS (SELECT 1 FROM main.passage_vector v WHERE v.passage_id = t.id)
        ORDER BY t.id DESC LIMIT :limit""",
        {"before": before, "limit": limit},
    )
    return tuple(WordsOfPassage(*row) for row in rows)


def words_of_passages(db: Database, ids: Iterable[int]) -> tuple[WordsOfPassage, ...]:
    """Give the words of passages, to make vectors of."""
    from db.models.passages import WordsOfPassage

    rows = db.execute(
        """SELECT id, heading, text FROM main.passage_text
        WHERE id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(ids)),),
    )
    return tuple(WordsOfPassage(*row) for row in rows)


def known_texts(db: Database, keys: Sequence[bytes]) -> frozenset[bytes]:
    """Give those of the keys, a few hundred at most, whose text has a vector already."""
    places = ", ".join("?" * len(keys))
    rows = db.execute(f"SELECT key FROM main.vector WHERE key IN ({places})", tuple(keys))
    return frozenset(key for (key,) in rows)


def keep_vectors(db: Database, model: str, rows: Sequence[PassageVector]) -> None:
    """Keep passages' vectors; where one is None, its text's vector is known already.

    What belongs to another model, or to a passage that is gone, is left out.
    """
    if vector_model(db) != model:
        return
    made = [(row.key, row.vector) for row in rows if row.vector is not None]
    db.conn.executemany("INSERT OR IGNORE INTO main.vector (key, vector) VALUES (?, ?)", made)
    db.conn.executemany(
        """INSERT OR REPLACE INTO main.passage_vector (passage_id, vector_id)
        SELECT p.id, v.id FROM main.passage p, main.vector v WHERE p.id = ? AND v.key = ?""",
        [(row.passage_id, row.key) for row in rows],
    )


def drop_unused_vectors(db: Database) -> None:
    """Remove the vectors of texts that no passage has any more."""
    db.execute("DELETE FROM main.vector WHERE id NOT IN (SELECT vector_id FROM main.passage_vector)")


def vectors_of(db: Database, ids: Iterable[int]) -> dict[int, bytes]:
    """Give the vectors of passages by id; one that has none is left out."""
    return dict(
        db.execute(
            """SELECT p.passage_id, v.vector
            FROM main.passage_vector p JOIN main.vector v ON v.id = p.vector_id
            WHERE p.passage_id IN (SELECT value FROM json_each(?))""",
            (json.dumps(list(ids)),),
        )
    )


def all_vectors(db: Database) -> tuple[list[int], bytes]:
    """Give every passage that has a vector, and the vectors one after the other."""
    rows = db.execute(
        """SELECT p.passage_id, v.vector FROM main.passage_vector p JOIN main.vector v ON v.id = p.vector_id
        ORDER BY p.passage_id"""
    ).fetchall()
    return [row[0] for row in rows], b"".join(row[1] for row in rows)


def let_through(db: Database, ids: Sequence[int], wanted: PassageFilter) -> frozenset[int]:
    """Give those of the passages that a filter lets through."""
    condition, parameters = condition_for(db, wanted)
    if not condition:
        return frozenset(ids)
    rows = db.execute(
        f"""SELECT p.id FROM main.passage p
        WHERE p.id IN (SELECT value FROM json_each(:ids)) AND {condition}""",
        {**parameters, "ids": json.dumps(list(ids))},
    )
    return frozenset(row[0] for row in rows)
