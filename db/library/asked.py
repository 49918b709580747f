"""The words of a query made ready for the index, each with how many passages it will be found in at most.

How common a word is decides how it can be asked for: counting in the library's list of words costs nothing,
counting in the index costs as much as the search itself.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.passages import WordGroup

_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word to look for.

    Attributes:
        asked: as it was asked.
        quoted: as an FTS5 expression.
        weight: what it counts, 0..1.
        hits: how many passages hold it at most; of a phrase, its rarest word.
    """

    asked: str
    quoted: str
    weight: float
    hits: int


@dataclass(frozen=True, slots=True)
class AskedGroup:
    """The words of which one is wanted, one for each stem, the weightiest first.

    Attributes:
        place: the group's among those asked for.
        words: what is wanted.
    """

    place: int
    words: tuple[AskedWord, ...]

    @property
    def hits(self) -> int:
        """How many passages hold the word that was typed."""
        return self.words[0].hits


def ask(db: Database, groups: Iterable[WordGroup]) -> list[AskedGroup]:
    """Make groups ready to look for, rarest first, without words that cannot be found."""
    groups = list(groups)
    parts = {part for group in groups for word, _ in group.words for part in _parts(word)}
    stem_of, counts = _counted(db, parts)
    asked = []
    for place, group in enumerate(groups):
        by_stem: dict[str, AskedWord] = {}
        for word, weight in sorted(group.words, key=lambda pair: -pair[1]):
            folded = _fold(word)
            if quoted := quote(word):
                hits = min((counts.get(stem_of.get(part, part), 0) for part in _parts(word)), default=0)
                by_stem.setdefault(stem_of.get(folded, folded), AskedWord(word, quoted, weight, hits))
        if begun := _beginnings(db, group):
            by_stem[begun.quoted] = begun
        if by_stem:
            asked.append(AskedGroup(place, tuple(by_stem.values())))
    return sorted(asked, key=lambda group: group.hits)


def quote(word: str) -> str:
    """Make any text one FTS5 string; "" where nothing in it could ever be found."""
    plain = "".join(letter if letter.isprintable() else " " for letter in word)
    if not any(letter.isalnum() for letter in plain):
        return ""
    return '"' + plain.replace('"', " ").strip() + '"'


def either(words: Iterable[AskedWord]) -> str:
    """Ask for any of some words."""
    return "(" + " OR ".join(word.quoted for word in words) + ")"


def _beginnings(db: Database, group: WordGroup) -> AskedWord | None:
    """Give a group's beginnings as one thing to look for, reported as the group's first word."""
    quoted = [f"{text} *" for phrase, _ in group.beginnings if (text := quote(phrase))]
    if not quoted or not group.words:
        return None
    weight = max(weight for _, weight in group.beginnings)
    lasts = {_parts(phrase)[-1] for phrase, _ in group.beginnings if _parts(phrase)}
    return AskedWord(group.words[0][0], f"({' OR '.join(quoted)})", weight, _count_begun(db, lasts))


def _count_begun(db: Database, beginnings: Iterable[str]) -> int:
    """Give how many passages hold words that begin so: what the index reads to find them."""
    sql = "SELECT coalesce(sum(passages), 0) FROM main.word WHERE word >= ? AND word < ? || char(1114111)"
    return sum(int(db.execute(sql, (begun, begun)).fetchone()[0]) for begun in beginnings)


def _counted(db: Database, words: Iterable[str]) -> tuple[Mapping[str, str], Mapping[str, int]]:
    """Give the stem of each word, and for each stem how many passages hold a word of it at most."""
    stem_of: dict[str, str] = {}
    counts: defaultdict[str, int] = defaultdict(int)
    rows = db.execute(
        """SELECT word, stem, passages FROM main.word WHERE stem IN (
            SELECT stem FROM main.word WHERE word IN (SELECT value FROM json_each(?)))""",
        (json.dumps(list(words)),),
    )
    for word, stem, passages in rows:
        stem_of[word] = stem
        counts[stem] += passages
    return stem_of, counts


def _parts(word: str) -> list[str]:
    return _TOKEN.findall(_fold(word))


def _fold(word: str) -> str:
    """Write a word as the index does: lower case, no accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
