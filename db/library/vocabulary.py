"""The library's words as printed, each with its stem and the number of passages it stands in.

The search index keeps stems, so it cannot say what a slip of the finger may have meant; this list can.
It is made by the index's own tokenizers, so that both always agree on what a word is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from db.rows import batched

if TYPE_CHECKING:
    from sqlite_utils import Database

WORDS_AT_ONCE = 500
"""To enter in one statement: SQLite is much quicker with many."""
LARGE = 100_000
"""For each so many words of the library, one may be meant only if it stands in one passage more."""
_PLAIN = "unicode61 remove_diacritics 2"
_STEMMED = f"porter {_PLAIN}"


class Words:
    """The library's words, each with the number of passages it stands in, as far as they are asked for.

    All of a large library's would be tens of megabytes, to be read again with every paper that is filed.
    """

    def __init__(self, db: Database, by_length: dict[int, str]) -> None:
        """Look words up within one reading.

        Args:
            db: a reader's connection.
            by_length: keeps what `of_lengths` read; the caller's, as long as `change_counter` stands still.
        """
        self._db = db
        self._by_length = by_length
        self._known: dict[str, int] = {}

    @cached_property
    def total(self) -> int:
        """How many passages there are."""
        return int(self._db.execute("SELECT passages FROM main.tally").fetchone()[0])

    def passages(self, word: str) -> int:
        """Give in how many passages a word stands; 0 where the library has it not."""
        if word not in self._known:
            row = self._db.execute("SELECT passages FROM main.word WHERE word = ?", (word,)).fetchone()
            self._known[word] = row[0] if row else 0
        return self._known[word]

    def beginning_with(self, begun: str) -> tuple[str, ...]:
        """Give the words that begin so and go on, in order."""
        sql = "SELECT word, passages FROM main.word WHERE word > ? AND word < ? || char(1114111)"
        found = dict(self._db.execute(sql, (begun, begun)))
        self._known |= found
        return tuple(found)

    def of_lengths(self, lengths: Iterable[int]) -> list[str]:
        """Give the words of so many letters that a slip may have meant.

        The first time takes a tenth of a second at 400,000 words, all of it SQLite's.
        """
        if not self._by_length:
            (count,) = self._db.execute("SELECT count(*) FROM main.word").fetchone()
            rows = self._db.execute(
                """SELECT length(word), group_concat(word, char(10)) FROM main.word
                WHERE passages >= ? AND word NOT GLOB '*[0-9]*' GROUP BY length(word)""",
                # In a large library a word of next to no passage is a slip itself.
                (1 + count // LARGE,),
            )
            self._by_length.update(rows)
        return [word for n in lengths if n in self._by_length for word in self._by_length[n].split("\n")]


def change_counter(db: Database) -> int:
    """Give a number that moves whenever a paper is filed, by this or another program."""
    (counter,) = db.execute("SELECT changes FROM main.tally").fetchone()
    return int(counter)


def inflections(db: Database, words: Iterable[str]) -> frozenset[str]:
    """Give every word of the library that a search for these finds, to mark them where they stand."""
    rows = db.execute(
        """SELECT word FROM main.word WHERE stem IN (
            SELECT stem FROM main.word WHERE word IN (SELECT value FROM json_each(?)))""",
        (json.dumps(list(words)),),
    )
    return frozenset(word for (word,) in rows)


def forms(db: Database, words: Iterable[str]) -> dict[str, str]:
    """Give every word of the library that a search for these finds, with the stem they share."""
    return dict(
        db.execute(
            """SELECT word, stem FROM main.word WHERE stem IN (
                SELECT stem FROM main.word WHERE word IN (SELECT value FROM json_each(?)))""",
            (json.dumps(list(words)),),
        )
    )


def count_words(db: Database, document_id: int) -> None:
    """Add the words of a paper just filed. Call it once, within the filing's transaction."""
    with _words_of(db, document_id) as words:
        new = dict(
            db.execute(f"SELECT term, doc FROM {words} WHERE term NOT IN (SELECT word FROM main.word)")
        )
        db.execute(
            f"""UPDATE main.word SET passages = passages + counted.doc
            FROM (SELECT term, doc FROM {words}) AS counted WHERE word = counted.term"""
        )
        for part in batched(_stemmed(db, list(new)), WORDS_AT_ONCE):
            values = ", ".join(["(?, ?, ?)"] * len(part))
            given = [value for word, stem in part for value in (word, stem, new[word])]
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
