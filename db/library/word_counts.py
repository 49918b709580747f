"""Counts the words of papers as they come and go, to keep the library's vocabulary.

It is done by the search index's own tokenizers, so that both always agree on what a word is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from db.rows import batched

if TYPE_CHECKING:
    from sqlite_utils import Database

WORDS_AT_ONCE = 500
"""To enter in one statement: SQLite is much quicker with many."""
_PLAIN = "unicode61 remove_diacritics 2"
_STEMMED = f"porter {_PLAIN}"


def count_words(db: Database, document_id: int) -> None:
    """Add the words of a paper just filed. Call it once, within the filing's transaction."""
    with _words_of(db, document_id) as words:
        counted = dict(db.execute(f"SELECT term, doc FROM {words}"))
        had = "SELECT word FROM main.word WHERE word IN (SELECT value FROM json_each(?))"
        known = {word for (word,) in db.execute(had, (json.dumps(list(counted)),))}
        if known:
            db.execute(
                f"""UPDATE main.word SET passages = passages + counted.doc
                FROM (SELECT term, doc FROM {words}) AS counted WHERE word = counted.term"""
            )
    for part in batched(_stemmed(db, [word for word in counted if word not in known]), WORDS_AT_ONCE):
        values = ", ".join(["(?, ?, ?)"] * len(part))
        given = [value for word, stem in part for value in (word, stem, counted[word])]
        db.execute(f"INSERT INTO main.word (word, stem, passages) VALUES {values}", given)
    _count_passages(db, document_id, 1)


def uncount_words(db: Database, document_id: int) -> None:
    """Take away the words of a paper about to be replaced, within that transaction."""
    with _words_of(db, document_id) as words:
        db.execute(
            f"""UPDATE main.word SET passages = passages - counted.doc
            FROM (SELECT term, doc FROM {words}) AS counted WHERE word = counted.term"""
        )
        db.execute(f"DELETE FROM main.word WHERE passages <= 0 AND word IN (SELECT term FROM {words})")
    _count_passages(db, document_id, -1)


def _count_passages(db: Database, document_id: int, sign: int) -> None:
    db.execute(
        """UPDATE main.tally SET changes = changes + 1, passages = passages + :sign *
        (SELECT count(*) FROM main.passage WHERE document_id = :id)""",
        {"sign": sign, "id": document_id},
    )


def _stemmed(db: Database, words: list[str]) -> list[tuple[str, str]]:
    """Give each word with its stem."""
    with _passing_index(db, _STEMMED, "instance") as (index, stems_in):
        # In one statement: the index writes at the end of each.
        db.execute(
            f"INSERT INTO {index} (rowid, text) SELECT key, value FROM json_each(?)", (json.dumps(words),)
        )
        stem_of = dict(db.execute(f"SELECT doc, term FROM {stems_in}"))
    return [(word, stem_of.get(place, word)) for place, word in enumerate(words)]


@contextmanager
def _words_of(db: Database, document_id: int) -> Iterator[str]:
    """Count in how many of its passages each word of a paper stands, and give that count's name."""
    with _passing_index(db, _PLAIN, "row") as (index, words):
        db.execute(
            f"""INSERT INTO {index} (rowid, heading, text, ref) SELECT t.id, t.heading, t.text, t.ref
            FROM main.passage p JOIN main.passage_text t ON t.id = p.id WHERE p.document_id = ?""",
            (document_id,),
        )
        yield words


@contextmanager
def _passing_index(db: Database, tokenizer: str, by: str) -> Iterator[tuple[str, str]]:
    """Make an index that is gone afterwards; give its name and that of the list of its words."""
    name = f"paper_{by}"
    db.execute(
        f"""CREATE VIRTUAL TABLE temp.{name} USING fts5(heading, text, ref, content='', columnsize=0,
        detail=none, tokenize="{tokenizer}")"""
    )
    db.execute(f"CREATE VIRTUAL TABLE temp.{name}_words USING fts5vocab('temp', '{name}', '{by}')")
    try:
        yield f"temp.{name}", f"temp.{name}_words"
    finally:
        db.execute(f"DROP TABLE temp.{name}_words")
        db.execute(f"DROP TABLE temp.{name}")
