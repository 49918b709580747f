"""The library's words as printed, each with its stem and the number of passages it stands in.

The search index keeps stems, so it cannot say what a slip of the finger may have meant; this list can.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

LARGE = 100_000
"""For each so many words of the library, one may be meant only if it stands in one passage more."""


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
            self._by_length.update(dict(rows))  # at once: two may be reading
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
