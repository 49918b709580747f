"""Which passages hold the words asked for, best first.

SQLite's own BM25 cannot weigh one spelling against another, so every word is asked for by itself and
the scores are put together here: the best of a group's words counts, and the groups add up.

To score a passage costs FTS5 some 4 µs, and common words stand in hundreds of thousands of a large library's.
So only so many are scored one by one, of the rarest words; the others add the same wherever they stand.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING

from db.library.asked import AskedGroup, AskedWord, ask, either, quote
from db.library.filters import condition_for

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.passages import Match, PassageFilter, WordGroup

__all__ = ["match", "quote", "under_headings"]

HEADING_WEIGHT = 2.0
"""What a word in a heading counts against one in the text."""
EXACT_HITS = 3_000
"""How many hits of a search are scored one by one."""
TOGETHER = 500
"""How many of the latest passages are taken that hold all of a query's words, where one is common."""
LATEST = 2_000
"""How many of the latest are scored that hold a common word, where nothing better is found."""

UNDER_HEADINGS = 60
"""How many of the latest are taken that stand under a title."""


def match(
    db: Database,
    groups: Sequence[WordGroup],
    passage_filter: PassageFilter | None = None,
    limit: int = 50,
) -> tuple[Match, ...]:
    """Rank the passages that hold at least one word, by BM25; fetch them by id afterwards.

    Words too common to score hit by hit (in libraries of tens of thousands of passages) add the same to
    every passage that holds them and a rarer word; then come the latest filed passages that hold all of a
    query's words and, where that is little and none is rare, the latest that hold its rarest.

    Args:
        db: a reader's connection.
        groups: what was typed, word by word, with what each may stand for. A word of several parts
            (`14.7`) is looked for as a phrase. Nothing in a word is ever query syntax.
        passage_filter: which passages may be returned; one without a date is neither before nor after.
        limit: how many to return at most.

    Returns:
        The best, best first; of equals the latest filed first. Their `words` are of those asked for, in
        that order, one for each stem; of words too common to score, the first of the group.
    """
    from db.models.passages import PassageFilter

    asked = ask(db, groups)
    ranking = _Ranking(db, passage_filter or PassageFilter(), len(groups))
    for group in asked:  # rarest first
        ranking.add(group)
    if ranking.common:
        ranking.add_common()
        ranking.add_all_together(asked)
        if len(ranking) < limit and len(ranking.common) == len(asked):
            ranking.add_latest()
    order = {word: place for place, word in enumerate(word for group in groups for word, _ in group.words)}
    return tuple(
        replace(found, words=tuple(sorted(set(found.words), key=order.__getitem__)))
        for found in ranking.best(limit)
    )


def under_headings(
    db: Database,
    titles: Iterable[Sequence[WordGroup]],
    passage_filter: PassageFilter,
) -> tuple[int, ...]:
    """Give the latest filed passages whose heading holds a word of every group of any of some titles.

    Args:
        db: a reader's connection.
        titles: each as its words, with what each may stand for.
        passage_filter: which passages may be returned.
    """
    ranking = _Ranking(db, passage_filter, 0)
    wanted = [
        " AND ".join(either(_askable(group.words) or group.words) for group in ask(db, title))
        for title in titles
    ]
    if not (told := [title for title in wanted if title]):
        return ()
    either_title = " OR ".join(f"({one})" for one in told)
    return tuple(ranking.holding(f"heading : ({either_title})", UNDER_HEADINGS))


class _Ranking:
    """The scores of one search, gathered group by group.

    Attributes:
        common: of each group, by its place, the words too common to score.
    """

    def __init__(self, db: Database, wanted: PassageFilter, groups: int) -> None:
        self._db = db
        self._condition, parameters = condition_for(db, wanted)
        self._parameters = {**parameters, "heading": HEADING_WEIGHT}
        self._shares: list[dict[int, float]] = [{} for _ in range(groups)]
        self._held: list[tuple[str, Collection[int]]] = []  # words, with the passages that hold them
        self._known: set[int] = set()
        self._scored: list[AskedWord] = []
        self._room = EXACT_HITS
        (self._total,) = db.execute("SELECT passages FROM main.tally").fetchone()
        self.common: dict[int, list[AskedWord]] = {}

    def __len__(self) -> int:
        return len(self._known)

    def add(self, group: AskedGroup) -> None:
        """Add, for every passage with a word of the group, the best of what its words score."""
        for word in group.words:
            if word.hits > self._room:
                self.common.setdefault(group.place, []).append(word)
                continue
            self._room -= word.hits
            self._scored.append(word)
            self._add_scored(group.place, word)

    def add_common(self) -> None:
        """Add what common words are worth to the passages found already that hold them."""
        if not self._scored:
            return
        found = either(self._scored)
        for place, words in self.common.items():
            if askable := _askable(words):
                holding = self._known.intersection(self.holding(f"{found} AND {either(askable)}"))
                self._give(place, words[0], holding)

    def add_all_together(self, asked: Sequence[AskedGroup]) -> None:
        """Add the latest passages that hold a word of every group."""
        if len(asked) < 2:
            return
        wanted = [_askable(group.words) or group.words for group in asked]
        together = set(self.holding(" AND ".join(map(either, wanted)), latest=TOGETHER))
        new = together - self._known
        for group, words in zip(asked, wanted, strict=True):
            self._give(group.place, words[0], together if group.place in self.common else new)

    def add_latest(self) -> None:
        """Score the latest passages that hold the rarest of the common words."""
        place, words = min(self.common.items(), key=lambda pair: pair[1][0].hits)
        self._add_scored(place, words[0], latest=LATEST)

    def best(self, limit: int) -> Iterable[Match]:
        """Give the best passages with the words found in them."""
        from db.models.passages import Match

        scores: dict[int, float] = {}
        for shares in self._shares:
            if not scores:
                scores = dict(shares)
                continue
            for passage_id, share in shares.items():
                scores[passage_id] = scores.get(passage_id, 0.0) + share
        least = min(heapq.nlargest(limit, scores.values()), default=0.0)
        ranked = sorted(
            (pair for pair in scores.items() if pair[1] >= least), key=lambda pair: (-pair[1], -pair[0])
        )
        for passage_id, score in ranked[:limit]:
            words = tuple(word for word, holding in self._held if passage_id in holding)
            yield Match(
                passage_id, score, words, tuple(shares.get(passage_id, 0.0) for shares in self._shares)
            )

    def _add_scored(self, place: int, word: AskedWord, latest: int = -1) -> None:
        sql = self._select("f.rowid, -:weight * bm25(passage_fts, :heading, 1.0, 1.0)", latest)
        values = {**self._parameters, "words": word.quoted, "latest": latest, "weight": word.weight}
        self._add(place, word, dict(self._db.execute(sql, values).fetchall()))

    def _give(self, place: int, word: AskedWord, holding: AbstractSet[int]) -> None:
        """Give passages what a common word is worth."""
        self._add(place, word, dict.fromkeys(holding, self._worth(word)))

    def _add(self, place: int, word: AskedWord, scores: dict[int, float]) -> None:
        """Count the better of what each passage has for a group and what a word of it scores."""
        shares = self._shares[place]
        for passage_id in shares.keys() & scores.keys():
            if shares[passage_id] > scores[passage_id]:
                scores[passage_id] = shares[passage_id]
        shares.update(scores)
        self._held.append((word.asked, scores.keys()))
        self._known.update(scores)

    def holding(self, words: str, latest: int = -1) -> list[int]:
        """Give the passages an expression finds; only the latest so many if told."""
        values = {**self._parameters, "words": words, "latest": latest}
        return [row[0] for row in self._db.execute(self._select("f.rowid", latest), values).fetchall()]

    def _select(self, columns: str, latest: int) -> str:
        filtered = f"CROSS JOIN passage p ON p.id = f.rowid WHERE {self._condition} AND"
        return f"""SELECT {columns} FROM passage_fts f {filtered if self._condition else "WHERE"}
            passage_fts MATCH :words {"ORDER BY f.rowid DESC LIMIT :latest" if latest >= 0 else ""}"""

    def _worth(self, word: AskedWord) -> float:
        """Give what BM25 gives a word so common that stands once in a passage of middling length."""
        holding = min(word.hits, self._total)
        return word.weight * max(math.log((self._total - holding + 0.5) / (holding + 0.5)), 1e-6)


def _askable(words: Iterable[AskedWord]) -> list[AskedWord]:
    """Leave out phrases of common words only: to find them the index reads all that hold the words."""
    return [word for word in words if word.hits <= EXACT_HITS or " " not in word.quoted]
