"""Ranking again by meaning what words have ranked, and what the model is asked.

The sum that measured best: what words scored, plus the cosine times a weight that grows the less of the query
the words cover. The model looks at the best only: over everything it draws titles away from their topic.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from db.models.passages import Match, PassageFilter, PassageVector
from scrutiny_tui.services.query_words import fold, split_words

if TYPE_CHECKING:
    from sqlite_utils import Database

    from scrutiny_tui.services.expansion import Reading
    from scrutiny_tui.services.semantic.meaning import Meaning, Nearness

Scored = tuple[float, Match]

RANKED_AGAIN = 100
"""How many of the best by words are ranked again."""
LEAST, MOST = 2.0, 4.0
"""What a cosine counts beside the words' score of about 1: where words cover the query, where they do not."""


def plain_words(query: str, reading: Reading, knows: Callable[[str], bool]) -> str:
    """Write a query for a model: slips mended and short forms spelt out, but only of words strange to it."""
    meant: dict[str, str] = {}
    for said, _ in reading.reasons:
        for sign in (" → ", " = "):
            typed, found, other = said.partition(sign)
            if found:
                meant.setdefault(fold(typed), f"{typed} {other}" if sign == " = " else other)
    words = []
    for typed in split_words(query):
        strange = not knows(fold(typed)) or (typed.isupper() and not query.isupper())
        words.append(meant.get(fold(typed), typed) if strange else typed)
    return " ".join(words)


class Again:
    """One query's second ranking.

    Attributes:
        made: vectors made on the way, to be kept.
    """

    def __init__(
        self, meaning: Meaning, query: str, reading: Reading, within: PassageFilter, *, thorough: bool
    ) -> None:
        """Prepare to rank for a query; `thorough` as `Meaning.near` has it."""
        self._meaning, self._query, self._reading = meaning, query, reading
        self._within, self._thorough = within, thorough
        self.made: tuple[PassageVector, ...] = ()

    def rank(self, db: Database, scores: Mapping[int, Scored]) -> Mapping[int, Scored]:
        """Give the passages found with their new scores, and those added with no words found in them."""
        ranked = sorted(scores, key=lambda one: -scores[one][0])[:RANKED_AGAIN]
        near = self._meaning.near(
            db,
            lambda knows: plain_words(self._query, self._reading, knows),
            ranked,
            self._within,
            thorough=self._thorough,
        )
        self.made = near.made
        by_words = {one: score for one, (score, _) in scores.items()}
        new = blend(by_words, ranked, self._covered(scores, ranked), near)
        return {
            one: (score, scores[one][1] if one in scores else Match(one, score, ()))
            for one, score in new.items()
        }

    def _covered(self, scores: Mapping[int, Scored], ranked: Sequence[int]) -> float:
        """How much of the query the passage covers whose words cover most, from 0 to 1."""
        sets = [frozenset(word for word, _ in group.words) for group in self._reading.groups]
        if not sets:
            return 0.0
        most = max(
            (sum(bool(group & set(scores[one][1].words)) for group in sets) for one in ranked), default=0
        )
        return most / len(sets)


def blend(
    scores: Mapping[int, float], ranked: Sequence[int], covered: float, near: Nearness
) -> dict[int, float]:
    """Give new scores: the best by words ranked again, the nearest others added, the rest behind.

    Args:
        scores: by words, 1 and a little for the best.
        ranked: those the model has looked at.
        covered: how much of the query the best passage's words cover, from 0 to 1.
        near: what the model says; a passage it says nothing of counts as one of middling nearness.
    """
    if not near.found and not near.added:
        return dict(scores)
    weight = LEAST + (MOST - LEAST) * (1 - covered)
    known = near.found.values()
    middling = sum(known) / len(known) if known else 0.0
    again = {one: scores[one] + weight * near.found.get(one, middling) for one in ranked}
    again |= {one: scores.get(one, 0.0) + weight * cosine for one, cosine in near.added.items()}
    floor = min(again.values(), default=0.0)
    behind = {one: score for one, score in scores.items() if one not in again}
    top = max(behind.values(), default=0.0) or 1.0
    return again | {one: floor - 1 + score / top for one, score in behind.items()}
