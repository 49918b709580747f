"""The library's words as printed, each with the number of passages it stands in.

The search index stems its words, so it cannot say what a slip of the finger may have meant; this list can.
It is counted by the index's own tokenizer, so that both always agree on what a word is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def vocabulary(db: Database) -> dict[str, int]:
    """Give every word with the number of passages it stands in.

    At 200,000 words this takes a quarter of a second: keep it until `change_counter` moves.
    """
    return dict(db.execute("SELECT word, passages FROM main.word"))


def change_counter(db: Database) -> int:
    """Give a number that moves whenever a paper is filed or removed, by this or another program."""
    (counter,) = db.execute("SELECT counter FROM main.change").fetchone()
    return int(counter)


def count_words(db: Database, document_id: int) -> None:
    """Add the words of a paper just filed. Call it once, within the filing's transaction."""
    with _words_of(db, document_id) as words:
        db.execute(
            f"""INSERT INTO main.word (word, passages) SELECT term, doc FROM {words} WHERE true
            ON CONFLICT (word) DO UPDATE SET passages = passages + excluded.passages"""
        )
    db.execute("UPDATE main.change SET counter = counter + 1")


def uncount_words(db: Database, document_id: int) -> None:
    """Take away the words of a paper about to be removed, within that transaction."""
    with _words_of(db, document_id) as words:
        db.execute(
            f"""UPDATE main.word SET passages = passages - counted.doc
            FROM (SELECT term, doc FROM {words}) AS counted WHERE word = counted.term"""
        )
        db.execute(f"DELETE FROM main.word WHERE passages <= 0 AND word IN (SELECT term FROM {words})")
    db.execute("UPDATE main.change SET counter = counter + 1")


@contextmanager
def _words_of(db: Database, document_id: int) -> Iterator[str]:
    """Count a paper's words in a passing index of its own, and give the name of that count."""
    db.execute(
        """CREATE VIRTUAL TABLE temp.paper USING fts5(heading, text, ref, content='', columnsize=0,
        tokenize="unicode61 remove_diacritics 2")"""
    )
    db.execute("CREATE VIRTUAL TABLE temp.paper_word USING fts5vocab('temp', 'paper', 'row')")
    db.execute(
        """INSERT INTO temp.paper (rowid, heading, text, ref)
        SELECT id, heading, text, ref FROM main.passage WHERE document_id = ?""",
        (document_id,),
    )
    try:
        yield "temp.paper_word"
    finally:
        db.execute("DROP TABLE temp.paper_word")
        db.execute("DROP TABLE temp.paper")
