"""What a typed word may stand for: itself, a word of the library near to it, a short or a long form.

Fuzzy matching pays on words against the library's own vocabulary, never on whole passages. A word the
library holds means itself; one it does not hold is taken for the nearest ones it does: words that begin
with it, and words a slip or two away (Damerau-Levenshtein: a letter wrong, missing, doubled or swapped).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from db.models import Term, WordGroup

SHORTEST_PREFIX = 3
MOST_WORDS = 8
"""How many library words one typed word may stand for."""
LONG_FORM_WEIGHT = 0.8
COMPOUND_WEIGHT = 0.9
_WORD = re.compile(r"\d+(?:[.,]\d+)+[^\W\d_]*|[^\W_]+")
# Ninety quoted words would read worse than one string of them.
_IGNORED = frozenset(
    """a about after all also an and any are as at be been but by can could did do does for from had has have
    he her his how i if in into is it its me my no not of on or our out she should so than that the their
    them then there these they this those to up us was we were what when where which who why will with
    would you your say said tell""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as understood.

    Attributes:
        groups: its words with what each may stand for.
        reasons: for each unlike meaning, how to say it and the library's words it covers.
    """

    groups: tuple[WordGroup, ...]
    reasons: tuple[tuple[str, frozenset[str]], ...] = ()


def fold(word: str) -> str:
    """A word as the index knows it: lower case, without accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text as typed, in order; a number with its decimals and unit is one word."""
    return tuple(_WORD.findall(text))


class Vocabulary:
    """The library's words, arranged for looking up what an unknown one may mean."""

    def __init__(self, words: Mapping[str, int], terms: Iterable[Term] = ()) -> None:
        """Arrange words (with the passages each stands in) and acronyms with their long forms."""
        self._words = words
        self._ordered = sorted(words)
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for word in words:
            self._by_length[len(word)].append(word)
        self._long: defaultdict[str, list[str]] = defaultdict(list)
        self._short: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for term in terms:
            long = tuple(map(fold, split_words(term.long)))
            if len(long) > 1:
                self._long[fold(term.short)].append(" ".join(long))
                self._short[long].append(fold(term.short))

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def read(self, query: str) -> Reading:
        """Understand a query word by word; words that say nothing are left out unless it has no others."""
        typed = split_words(query)
        folded = tuple(map(fold, typed))
        # A word in capitals among others is an acronym, however common it is as a word.
        told = [
            word not in _IGNORED or (shape.isupper() and len(shape) > 1 and not query.isupper())
            for shape, word in zip(typed, folded, strict=True)
        ]
        kept = [n for n, tells in enumerate(told) if tells] or list(range(len(folded)))
        groups: list[dict[str, float]] = []
        reasons: list[tuple[str, frozenset[str]]] = []
        for n in kept:
            words, why = self._meanings(typed[n], folded[n])
            groups.append(words)
            reasons += why
        for place, (n, after) in enumerate(pairwise(kept)):
            for joined, weight in self._compounds(folded[n], folded[after]) if after == n + 1 else ():
                groups[place][joined] = groups[place + 1][joined] = weight
                reasons.append((f"{typed[n]} {typed[after]} → {joined}", frozenset({joined})))
        for first, last, short in self._short_forms(folded):
            for place, n in enumerate(kept):
                if first <= n < last:  # an acronym stands for each word of its long form
                    groups[place][short] = 1.0
            reasons.append((f"{' '.join(typed[first:last])} = {short.upper()}", frozenset({short})))
        return Reading(tuple(WordGroup(tuple(words.items())) for words in groups), tuple(reasons))

    def _meanings(self, typed: str, word: str) -> tuple[dict[str, float], list[tuple[str, frozenset[str]]]]:
        """What one typed word may stand for, with weights, and how to say what is not plain."""
        meanings = {word: 1.0}
        reasons: list[tuple[str, frozenset[str]]] = []
        if word not in self and (near := self._nearest(word)):
            meanings.update(near)
            reasons += [(f"{typed} → {other}", frozenset({other})) for other, _ in near]
        if parts := self._parts(word):
            meanings[parts] = COMPOUND_WEIGHT
            reasons.append((f"{typed} → {parts}", frozenset({parts})))
        for long in dict.fromkeys(self._long.get(word, ())):
            meanings[long] = LONG_FORM_WEIGHT
            reasons.append((f"{typed} = {long}", frozenset({long})))
        return meanings, reasons

    def _nearest(self, word: str) -> tuple[tuple[str, float], ...]:
        """The library's words an unknown one may stand for, nearest first, with weights below 1."""
        weights = dict(self._beginning_with(word))
        for near, weight in self._within_reach(word):
            weights[near] = max(weight, weights.get(near, 0.0))
        ranked = sorted(weights.items(), key=lambda item: (-item[1], -self._words[item[0]]))
        return tuple(ranked[:MOST_WORDS])

    def _beginning_with(self, word: str) -> Iterator[tuple[str, float]]:
        if len(word) < SHORTEST_PREFIX:
            return
        for place in range(bisect_left(self._ordered, word), len(self._ordered)):
            longer = self._ordered[place]
            if not longer.startswith(word):
                return
            yield longer, 0.6 + 0.4 * len(word) / len(longer)

    def _within_reach(self, word: str) -> Iterator[tuple[str, float]]:
        """Slips: one in a word of four or five letters, two in a longer one, none in a number."""
        slips = 0 if len(word) < 4 or any(map(str.isdigit, word)) else 1 if len(word) < 6 else 2
        if not slips:
            return
        lengths = range(len(word) - slips, len(word) + slips + 1)
        candidates: list[str] = [near for length in lengths for near in self._by_length.get(length, ())]
        for near, distance, _ in process.extract(
            word, candidates, scorer=DamerauLevenshtein.distance, score_cutoff=slips, limit=3 * MOST_WORDS
        ):
            elsewhere = near[0] != word[0]
            yield near, max(0.1, 1 - (distance + 0.5 * elsewhere) * 1.5 / len(word))

    def _compounds(self, first: str, second: str) -> tuple[tuple[str, float], ...]:
        """The one word two neighbours may make (`liquid logic`: `liquidlogic`), a slip included."""
        joined = first + second
        if joined in self:
            return ((joined, 1.0),)
        if len(joined) < 8 or (first in self and second in self):
            return ()
        near = islice(self._within_reach(joined), 2)
        return tuple((word, COMPOUND_WEIGHT * weight) for word, weight in near)

    def _parts(self, word: str) -> str | None:
        """The two words of the library one may be made of, as a phrase (`liquidlogic`: `liquid logic`)."""
        splits = ((word[:n], word[n:]) for n in range(3, len(word) - 2))
        known = [pair for pair in splits if pair[0] in self and pair[1] in self]
        if not known:
            return None
        commonest = max(known, key=lambda pair: min(self._words[pair[0]], self._words[pair[1]]))
        return " ".join(commonest)

    def _short_forms(self, words: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
        """Acronyms whose long form stands in a row of words: first word, word after the last, acronym."""
        for first in range(len(words)):
            for last in range(first + 2, min(len(words), first + 8) + 1):
                for short in self._short.get(words[first:last], ()):
                    yield first, last, short
