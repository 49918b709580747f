"""A library that holds nothing but some words, for what a query may mean among them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from sqlite_utils import Database

from db.library import Words
from scrutiny_tui.services.expansion import PARTS, Vocabulary
from scrutiny_tui.services.lexicon import Lexicon
from scrutiny_tui.services.short_forms import ShortForms

if TYPE_CHECKING:
    from db.models.papers import Term


def held_words(words: Mapping[str, int]) -> Words:
    """A library of these words, each with the number of passages it stands in."""
    db = Database(sqlite3.connect(":memory:"))
    db.execute("CREATE TABLE word (word TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID")
    db.execute("CREATE TABLE tally (passages INTEGER NOT NULL)")
    db.conn.executemany("INSERT INTO word VALUES (?, ?)", words.items())
    db.execute("INSERT INTO tally VALUES (?)", (max(words.values(), default=0) + 1,))
    return Words(db, {})


def vocabulary(
    words: Mapping[str, int],
    terms: Iterable[Term] = (),
    lexicon: Lexicon | None = None,
    parts: AbstractSet[str] = PARTS,
) -> Vocabulary:
    """What queries mean in a library of these words, terms and everyday words."""
    lexicon = lexicon or Lexicon(())
    short = ShortForms(((term.short, term.long) for term in terms), lexicon.acronyms)
    return Vocabulary(held_words(words), short, lexicon, parts)
