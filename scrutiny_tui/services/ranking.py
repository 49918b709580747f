"""How well a passage answers a query: what BM25 says, and what it cannot see.

BM25 adds up words wherever they stand. Here the best passages are read again: how much of the query each
covers, how near to one another its words stand, whether a rounded
number or an acronym in capitals is truly there, and whether it is no more than the furniture of a pack.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from imports.patterns import regex
from scrutiny_tui.services.query_words import fold

if TYPE_CHECKING:
    from db.models.passages import Match, Passage, WordGroup
    from scrutiny_tui.services.expansion import Reading

PARTS = frozenset(("coverage", "nearness", "variety", "furniture"))
"""What this adds to BM25; any of it can be left out."""
COVERAGE = 0.25
"""What holding all of a query is worth, beside a BM25 scaled to 1 for the best passage."""
NEARNESS = 0.25
"""What holding a query's words side by side is worth."""
CROWDED = 0.99
"""What is left of a score for each better passage under the same heading of the same paper."""
FURNITURE = 0.5
"""What is left of the score of a passage that is no one's saying."""
READ_BEFORE = 2_000
"""Texts whose words are kept: with every letter typed much the same passages are read again."""
FAR = 8
"""Words that stand further apart than this have nothing to do with one another."""
_TOKEN = regex(r"[^\W_]+")
_FURNITURE_HEADINGS = regex(
    r"\s*+(?:\d++\.?\s*+)?(?:attendance|notes to the agenda|apologies|declarations? of|(?:table of )?contents"
    r"|members(?:hip)?(?: of the .{3,60})?$|substitut|evacuation|fire |emergency evacuation"
    r"|inspection of papers|date of (?:the )?next|exclusion of the (?:press|public)|distribution)",
    re.IGNORECASE,
)
_FURNITURE_TEXT = regex(
    r"evacuat(?:e|ion) (?:procedure|the building|notice)|nearest (?:available )?(?:fire )?exit"
    r"|assembly point|mobile phones? (?:to )?(?:be )?(?:switched )?(?:off|silent)"
    r"|disclosable pecuniary interest|inspection of papers and general",
    re.IGNORECASE,
)
_LEADERS = regex(r"\.{4,}\s*\d+|(?:\. ){4,}\d+|…{2,}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may be shown, before the final cut.

    Attributes:
        passage: with its place.
        found: what the index says of it.
        score: all together; the best BM25 alone is 1.
        bm25: its share of that, 0..1.
        coverage: how much of the query it holds, 0..1.
        nearness: how near the query's words stand to each other, 0..1.
        words: of the query's words in the library's form, those it truly holds.
        numbers: where its text holds the query's numbers, as (start, end).
    """

    passage: Passage
    found: Match
    score: float
    bm25: float
    coverage: float
    nearness: float
    words: tuple[str, ...]
    numbers: tuple[tuple[int, int], ...] = ()


def rank(
    passages: Sequence[Passage],
    matches: Mapping[int, Match],
    reading: Reading,
    groups: Sequence[WordGroup],
    forms: Mapping[str, str],
    parts: AbstractSet[str] = PARTS,
) -> list[Candidate]:
    """Give the passages anew, best first.

    Args:
        passages: the best by BM25, whole.
        matches: what the index says of each, by id.
        reading: the query as understood.
        groups: its words, and those of an item's description after them.
        forms: every word of the library of the query's stems, with its stem.
        parts: what to look at.
    """
    if not passages:
        return []
    worth = [max((matches[p.id].shares[n] for p in passages), default=0.0) for n in range(len(groups))]
    reader = _Reader(reading, groups, forms, worth)
    read = [reader.read(passage, matches[passage.id]) for passage in passages]
    top = max(candidate.bm25 for candidate in read) or 1.0
    scored = [_scored(candidate, top, parts) for candidate in read if candidate.words]
    ranked = sorted(scored, key=lambda c: -c.score)
    return _varied(ranked) if "variety" in parts else ranked


def _scored(candidate: Candidate, top: float, parts: AbstractSet[str]) -> Candidate:
    """Put together what speaks for a passage; `top` is the best one's BM25."""
    bm25 = candidate.bm25 / top
    score = bm25
    score += COVERAGE * candidate.coverage * ("coverage" in parts)
    score += NEARNESS * candidate.nearness * ("nearness" in parts)
    if "furniture" in parts and is_furniture(candidate.passage):
        score *= FURNITURE
    return replace(candidate, score=score, bm25=bm25)


def _varied(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Let one long item not crowd out all others."""
    before: Counter[tuple[int, str]] = Counter()
    varied = []
    for candidate in ranked:
        place = candidate.passage.document_id, candidate.passage.heading
        if others := before[place]:
            candidate = replace(candidate, score=candidate.score * CROWDED**others)
        varied.append(candidate)
        before[place] += 1
    return sorted(varied, key=lambda candidate: -candidate.score)


def is_furniture(passage: Passage) -> bool:
    """Say whether a passage is a list of those present, a notice or a contents list: nobody's saying."""
    if _FURNITURE_HEADINGS.match(passage.heading) or _lists_contents(passage.text):
        return True
    return passage.kind in ("agenda", "report") and _gives_notice(passage.text)


@lru_cache(maxsize=READ_BEFORE)
def _lists_contents(text: str) -> bool:
    dotted = "…" in text or "...." in text or ". . ." in text
    return dotted and len(_LEADERS.findall(text)) >= 2


@lru_cache(maxsize=READ_BEFORE)
def _gives_notice(text: str) -> bool:
    return bool(_FURNITURE_TEXT.search(text))


class _Reader:
    """Reads passages for one query."""

    def __init__(
        self,
        reading: Reading,
        groups: Sequence[WordGroup],
        forms: Mapping[str, str],
        worth: Sequence[float],
    ) -> None:
        self._reading = reading
        self._groups = groups
        self._forms = forms
        self._worth = worth
        self._asked = len(reading.groups)  # what stands after is an item's description
        self._begins: dict[str, list[tuple[int, str, tuple[str, ...]]]] = {}
        for n, group in enumerate(groups):
            for word, _ in group.words:
                stems = tuple(self._stem(part) for part in _words(word))
                if stems:
                    self._begins.setdefault(stems[0], []).append((n, word, stems))
        self._stems = {stem: stem for stem in self._begins} | dict(forms)

    def _stem(self, word: str) -> str:
        return self._forms.get(word, word)

    def read(self, passage: Passage, found: Match) -> Candidate:
        """See what of the query a passage truly holds, and where."""
        words, places = self._look(passage.text)
        more, in_heading = self._look(f"{passage.heading} {passage.ref}")
        words |= more
        bm25, numbers = found.score, list[tuple[int, int]]()
        false = set[int]()
        for n, quoted in self._reading.numbers.items():
            spans = quoted.find(passage.text)
            numbers += spans
            if spans:
                places.setdefault(n, []).append(len(_words(passage.text[: spans[0][0]])))
            elif quoted.low is not None and n not in places and n not in in_heading:
                false.add(n)
        for n, acronym in self._reading.capitals.items():
            plain = fold(acronym)
            others = {word for word, _ in self._groups[n].words if word != plain}
            if not re.search(rf"\b{re.escape(acronym)}\b", f"{passage.heading} {passage.text}"):
                words.discard(plain)
                if not words & others:
                    false.add(n)
        bm25 -= sum(found.shares[n] for n in false)
        held = (places.keys() | in_heading.keys()) - false
        if numbers:  # a number is its own evidence
            words |= {passage.text[start:end] for start, end in numbers}
        order = {word: n for n, word in enumerate(word for group in self._groups for word, _ in group.words)}
        return Candidate(
            passage,
            found,
            0.0,
            max(bm25, 0.0),
            self._share(held),
            self._nearness(places, in_heading, false),
            tuple(sorted(words, key=lambda word: order.get(word, -1))) if held else (),
            tuple(numbers),
        )

    def _look(self, text: str) -> tuple[set[str], dict[int, list[int]]]:
        """Find the query's words in a text: which, and for each group at which words of the text."""
        told = _words(text)
        stems = self._stems
        words: set[str] = set()
        places: dict[int, list[int]] = {}
        for at, first in [(at, stems[word]) for at, word in enumerate(told) if word in stems]:
            for n, word, wanted in self._begins.get(first, ()):
                if len(wanted) == 1 or tuple(map(self._stem, told[at : at + len(wanted)])) == wanted:
                    words.add(word)
                    places.setdefault(n, []).append(at)
        return words, places

    def _share(self, held: Iterable[int]) -> float:
        """How much of the query some of its groups are, each by what it can add to the score."""
        total = sum(self._worth[: self._asked])
        return sum(self._worth[n] for n in held if n < self._asked) / total if total else 0.0

    def _nearness(
        self,
        places: Mapping[int, Sequence[int]],
        heading: Mapping[int, Sequence[int]],
        false: AbstractSet[int],
    ) -> float:
        """How near words that follow one another in the query do so in the passage."""
        total = near = 0.0
        for n in range(self._asked - 1):
            weight = min(self._worth[n], self._worth[n + 1])
            total += weight
            if not {n, n + 1} & false:
                near += weight * max(_closeness(where, n) for where in (places, heading))
        return near / total if total else 0.0


def _closeness(places: Mapping[int, Sequence[int]], n: int) -> float:
    """1 where the second word follows the first, less the further apart, 0 beyond `FAR`."""
    gaps = (b - a for a in places.get(n, ()) for b in places.get(n + 1, ()))
    best = min((gap - 1 if gap > 0 else 1 - gap for gap in gaps), default=FAR)
    return max(0.0, 1 - best / FAR)


@lru_cache(maxsize=READ_BEFORE)
def _words(text: str) -> tuple[str, ...]:
    words = _TOKEN.findall(text.lower())
    return tuple(words if text.isascii() else [word if word.isascii() else fold(word) for word in words])
