"""Which passages hold the words asked for, best first.

SQLite's own BM25 cannot weigh one spelling against another, so every word is asked for by itself and
the scores are put together here: the best of a group's words counts, and the groups add up.
"""

from __future__ import annotations

import heapq
import json
import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.library.filters import condition_for
from db.library.vocabulary import stems
from db.models import Match, PassageFilter, WordGroup

if TYPE_CHECKING:
    from sqlite_utils import Database

HEADING_WEIGHT = 2.0
"""What a word in a heading counts against one in the text."""
EXACT_HITS = 30_000
"""How many hits are scored one by one (about 2 µs each); what a search finds beyond is scored by the lump."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word to look for: as it was asked, as an FTS5 string, with its weight."""

    asked: str
    quoted: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Group:
    """The words of which one is wanted, one for each stem; `hits` counts passages up to `EXACT_HITS` + 1.

    `place` is the group's among those asked for.
    """

    place: int
    words: tuple[_Word, ...]
    either: str
    hits: int


def match(
    db: Database,
    groups: Sequence[WordGroup],
    passage_filter: PassageFilter | None = None,
    limit: int = 50,
) -> tuple[Match, ...]:
    """Rank the passages that hold at least one word, by BM25; fetch them by id afterwards.

    Words too common to score hit by hit (in libraries of hundreds of thousands of passages) add the
    same to every passage that holds them and a rarer word; where all are common, the latest filed
    passages that hold all of them are ranked, then those that hold the rarest.

    Args:
        db: a reader's connection.
        groups: what was typed, word by word, with what each may stand for. A word of several parts
            (`14.7`) is looked for as a phrase. Nothing in a word is ever query syntax.
        passage_filter: which passages may be returned; one without a date is neither before nor after.
        limit: how many to return at most.

    Returns:
        The best, best first; of equals the latest filed first. Their `words` are of those asked for, in
        that order, one for each stem.
    """
    asked = _ask(db, groups)
    ranking = _Ranking(db, passage_filter or PassageFilter(), len(groups))
    room = EXACT_HITS
    exact: list[_Group] = []
    for group in asked:  # rarest first
        if group.hits > room:
            break
        room -= group.hits
        exact.append(group)
        ranking.add(group)
    common = asked[len(exact) :]
    if exact:
        for group in common:
            ranking.add_common(group, exact)
    elif common:
        ranking.add_all_common(common, limit)
    order = {word: place for place, word in enumerate(word for group in groups for word, _ in group.words)}
    return tuple(
        replace(found, words=tuple(sorted(set(found.words), key=order.__getitem__)))
        for found in ranking.best(limit, common)
    )


def quote(word: str) -> str:
    """Make any text one FTS5 string; "" where nothing in it could ever be found."""
    plain = "".join(letter if letter.isprintable() else " " for letter in word)
    if not any(letter.isalnum() for letter in plain):
        return ""
    return '"' + plain.replace('"', " ").strip() + '"'


class _Ranking:
    """The scores of one search, gathered group by group."""

    def __init__(self, db: Database, wanted: PassageFilter, groups: int) -> None:
        self._db = db
        self._shares: list[dict[int, float]] = [{} for _ in range(groups)]
        self._condition, parameters = condition_for(db, wanted)
        self._parameters = {**parameters, "heading": HEADING_WEIGHT}
        self._scores: defaultdict[int, float] = defaultdict(float)
        self._found: defaultdict[int, int] = defaultdict(int)  # a bit for each word of `_words`
        self._words: list[str] = []

    def add(self, group: _Group) -> None:
        """Add, for every passage with a word of the group, the best of what its words score."""
        best: dict[int, float] = {}
        for word in group.words:
            bit = 1 << len(self._words)
            self._words.append(word.asked)
            for passage_id, score in self._scored(word.quoted):
                best[passage_id] = max(best.get(passage_id, 0.0), word.weight * score)
                self._found[passage_id] |= bit
        for passage_id, score in best.items():
            self._scores[passage_id] += score
        self._shares[group.place] = best

    def add_common(self, group: _Group, exact: Iterable[_Group]) -> None:
        """Add what a common group is worth to the passages found already that hold a word of it."""
        found = " OR ".join(other.either for other in exact)
        worth = max(word.weight for word in group.words) * self._rarity(group)
        sql = "SELECT rowid FROM passage_fts WHERE passage_fts MATCH :words"
        shares = self._shares[group.place]
        for (passage_id,) in self._db.execute(sql, {"words": f"({found}) AND {group.either}"}):
            if passage_id in self._scores:
                self._scores[passage_id] += worth
                shares[passage_id] = worth

    def add_all_common(self, groups: Sequence[_Group], enough: int) -> None:
        """Score the latest passages that hold all groups and, if those are few, the rarest group's."""
        for words in (" AND ".join(group.either for group in groups), groups[0].either):
            for passage_id, score in self._scored(words, latest=EXACT_HITS):
                self._scores.setdefault(passage_id, score)
            if len(self._scores) >= enough:
                return

    def best(self, limit: int, common: Iterable[_Group]) -> tuple[Match, ...]:
        """Give the best passages with the words found in them; only now look for the common ones."""
        ranked = heapq.nlargest(limit, ((score, passage_id) for passage_id, score in self._scores.items()))
        found = {
            passage_id: [
                word for place, word in enumerate(self._words) if self._found[passage_id] >> place & 1
            ]
            for _, passage_id in ranked
        }
        among = json.dumps(list(found))
        for group in common:
            for word in group.words:
                sql = """SELECT rowid FROM passage_fts WHERE passage_fts MATCH :word
                    AND rowid IN (SELECT value FROM json_each(:among))"""
                for (passage_id,) in self._db.execute(sql, {"word": word.quoted, "among": among}):
                    found[passage_id].append(word.asked)
        return tuple(
            Match(
                passage_id,
                score,
                tuple(found[passage_id]),
                tuple(shares.get(passage_id, 0.0) for shares in self._shares),
            )
            for score, passage_id in ranked
        )

    def _scored(self, words: str, latest: int = -1) -> Iterable[tuple[int, float]]:
        """Give the passages that match, with their BM25 (larger is better); at most so many of the latest."""
        filtered = f"CROSS JOIN passage p ON p.id = f.rowid WHERE {self._condition} AND"
        sql = f"""SELECT f.rowid, -bm25(passage_fts, :heading, 1.0, 1.0)
            FROM passage_fts f {filtered if self._condition else "WHERE"} passage_fts MATCH :words
            {"ORDER BY f.rowid DESC LIMIT :latest" if latest >= 0 else ""}"""
        return self._db.execute(sql, {**self._parameters, "words": words, "latest": latest})

    def _rarity(self, group: _Group) -> float:
        """Give what BM25 gives a word of the group that stands once in a passage of middling length."""
        holding, total = self._db.execute(
            """SELECT coalesce(sum(passages), 0), (SELECT passages FROM tally) FROM word
            WHERE word IN (SELECT value FROM json_each(?))""",
            (json.dumps([_fold(word.asked) for word in group.words]),),
        ).fetchone()
        holding = min(max(holding, EXACT_HITS), total)
        return max(math.log((total - holding + 0.5) / (holding + 0.5)), 1e-6)


def _ask(db: Database, groups: Iterable[WordGroup]) -> list[_Group]:
    """Make the groups ready to look for, rarest first, without words that cannot be found."""
    groups = list(groups)
    stem_of = stems(db, {_fold(word) for group in groups for word, _ in group.words})
    asked = []
    for place, group in enumerate(groups):
        by_stem: dict[str, _Word] = {}
        for word, weight in sorted(group.words, key=lambda pair: -pair[1]):
            folded = _fold(word)
            if quoted := quote(word):
                by_stem.setdefault(stem_of.get(folded, folded), _Word(word, quoted, weight))
        if begun := _beginnings(group):
            by_stem[begun.quoted] = begun
        if by_stem:
            either = "(" + " OR ".join(word.quoted for word in by_stem.values()) + ")"
            asked.append(_Group(place, tuple(by_stem.values()), either, _count(db, either)))
    return sorted(asked, key=lambda group: group.hits)


def _beginnings(group: WordGroup) -> _Word | None:
    """Give a group's beginnings as one thing to look for, reported as the group's first word."""
    quoted = [f"{text} *" for phrase, _ in group.beginnings if (text := quote(phrase))]
    if not quoted or not group.words:
        return None
    weight = max(weight for _, weight in group.beginnings)
    return _Word(group.words[0][0], f"({' OR '.join(quoted)})", weight)


def _count(db: Database, words: str) -> int:
    (count,) = db.execute(
        "SELECT count(*) FROM (SELECT 1 FROM passage_fts WHERE passage_fts MATCH ? LIMIT ?)",
        (words, EXACT_HITS + 1),
    ).fetchone()
    return int(count)


def _fold(word: str) -> str:
    """Write a word as the index does: lower case, no accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
