"""What a query may mean, word by word, in the words the library holds.

A word the library holds means itself. One it does not hold is taken for the nearest ones it does. Either
may also stand for an acronym or its long form, for a number as others write it, or, with less weight, for
the words councils use for the same thing. Each of these is a part that can be left out, to measure it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from db.models.passages import WordGroup
from imports.patterns import regex
from scrutiny_tui.services.numbers_as_quoted import Quoted, read_numbers
from scrutiny_tui.services.query_words import IGNORED, fold, is_english, split_words
from scrutiny_tui.services.slips import Slips

if TYPE_CHECKING:
    from db.library import Words
    from scrutiny_tui.services.lexicon import Lexicon
    from scrutiny_tui.services.short_forms import ShortForms

PARTS = frozenset(
    (
        *("prefix", "slips", "guard", "compounds", "short forms", "general short forms", "capitals"),
        *("numbers", "titles of people", "other words"),
    )
)
"""What reading a query does; any of it can be left out."""
MOST_WORDS = 8
"""How many library words one typed word may stand for."""
LONG_FORM_WEIGHT = 0.8
BESIDE_A_PREFIX = 0.5
WORD_OF_LONG_FORM = 0.3
PART_WEIGHT = 0.4
TELLING = 0.02
"""A word that stands in no more of the passages than this can speak for a whole long form."""
COMPOUND_WEIGHT = 0.9
MISPRINT_WEIGHT = 0.9
KNOWN_WEIGHT = 0.6
"""What other words count where the library holds the typed one too."""
TOO_COMMON = 0.15
"""Other words that stand in more of the passages than this tell nothing."""
_TITLE = regex(
    r"\b(?:cllrs?|councillor|mrs?|ms|miss|dr|prof(?:essor)?|sir|dame)\.?\s+(?=[A-Z]|\w+\s*$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as understood.

    Attributes:
        groups: its words, in order, with what each may stand for.
        reasons: for each unlike meaning, how to say it and the library's words it covers.
        numbers: of the groups, by place, that are numbers to be read again where they were found.
        capitals: of the groups, by place, acronyms that look like a common word but for their capitals.
    """

    groups: tuple[WordGroup, ...]
    reasons: tuple[tuple[str, frozenset[str]], ...] = ()
    numbers: Mapping[int, Quoted] = field(default_factory=dict)
    capitals: Mapping[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Meanings:
    """A group in the making."""

    typed: str
    words: dict[str, float] = field(default_factory=dict)
    beginnings: tuple[tuple[str, float], ...] = ()
    why: list[tuple[str, frozenset[str]]] = field(default_factory=list)

    def add(self, word: str, weight: float, reason: str = "") -> None:
        if weight > self.words.get(word, 0.0):
            self.words[word] = weight
            if reason:
                self.why.append((reason, frozenset({word})))


class Vocabulary:
    """What a query may mean in the words of the library."""

    def __init__(
        self,
        words: Words,
        short: ShortForms,
        lexicon: Lexicon,
        parts: AbstractSet[str] = PARTS,
    ) -> None:
        """Look things up among the library's words, short forms with long ones, and the lexicon."""
        self._words = words
        self._slips = Slips(words)
        self._short = short
        self._lexicon = lexicon
        self._parts = parts

    def __contains__(self, word: str) -> bool:
        return self._words.passages(word) > 0

    def read(self, query: str) -> Reading:
        """Understand a query word by word; words that say nothing are left out unless it has no others."""
        if "titles of people" in self._parts:
            query = _TITLE.sub("", query) or query
        groups: list[_Meanings] = []
        at: dict[int, int] = {}  # a word's place in the query: its group's
        numbers: dict[int, Quoted] = {}
        capitals: dict[int, str] = {}
        pieces = list(self._pieces(query))
        shouted = query.isupper() and len(pieces) > 2
        typed = [piece if isinstance(piece, str) else "" for piece in pieces]
        folded = [fold(word) for word in typed]
        told = [self._tells(word, shouted) or not word for word in typed]
        for place, piece in enumerate(pieces):
            if not told[place] and any(told):
                continue
            at[place] = len(groups)
            if isinstance(piece, Quoted):
                numbers[len(groups)] = piece
                groups.append(_number(piece, query))
                continue
            groups.append(self._meanings(piece, folded[place]))
            if "capitals" in self._parts and not shouted and _is_wordlike_acronym(piece, folded[place]):
                capitals[len(groups) - 1] = piece
        self._join(groups, at, typed, folded)
        self._shorten(groups, at, typed, folded)
        self._say_otherwise(groups, at, folded)
        return Reading(
            tuple(WordGroup(tuple(group.words.items()), group.beginnings) for group in groups),
            tuple(reason for group in groups for reason in group.why),
            numbers,
            capitals,
        )

    def _pieces(self, query: str) -> Iterator[str | Quoted]:
        """The query's words and, as one piece each, its numbers."""
        end = 0
        for quoted in read_numbers(query) if "numbers" in self._parts else ():
            yield from split_words(query[end : quoted.start])
            yield quoted
            end = quoted.end
        yield from split_words(query[end:])

    def _tells(self, word: str, shouted: bool) -> bool:
        """Whether a word says something: one in capitals is an acronym, however common as a word."""
        return fold(word) not in IGNORED or (word.isupper() and len(word) > 1 and not shouted)

    def _meanings(self, typed: str, word: str) -> _Meanings:
        """What one typed word may stand for, with weights, and how to say what is not plain."""
        meanings = _Meanings(typed)
        meanings.add(word, 1.0)
        short = word in self._short and "short forms" in self._parts
        if self._is_doubtful(word) and not short:
            for near, weight in self._nearest(word):
                meanings.add(near, weight, f"{typed} → {near}")
            if parts := self._split(word):
                meanings.add(parts, COMPOUND_WEIGHT, f"{typed} → {parts}")
        elif parts := self._split(word):
            meanings.add(parts, COMPOUND_WEIGHT, f"{typed} → {parts}")
        if "short forms" in self._parts:
            self._lengthen(meanings, typed, word)
        return meanings

    def _is_doubtful(self, word: str) -> bool:
        """Whether a word may be a slip: the library has it not, or hardly, and it is no English."""
        if word not in self:
            return True
        return self._words.passages(word) <= 2 and word.isalpha() and not is_english(word) and len(word) > 5

    def _lengthen(self, meanings: _Meanings, typed: str, word: str) -> None:
        """Add what an acronym stands for, and its misprints; a misprint typed stands for the right one."""
        shorts = [word]
        if 3 <= len(word) <= 6 and (typed.isupper() or word not in self):
            for other in self._short.misprints(word):
                if (other in self._short) != (word in self._short) and (
                    other in self or other in self._short
                ):
                    meanings.add(other, MISPRINT_WEIGHT, f"{typed} → {other.upper()}")
                    shorts.append(other)
        for short in shorts:
            # Words like "it" and "send" stand for the acronym in capitals only.
            if typed.isupper() or not is_english(short):
                for long in self._short.long_forms(short):
                    reason = f"{short.upper()} = {self._short.printed(long)}"
                    if self._holds(long):
                        meanings.add(long, LONG_FORM_WEIGHT, reason)
                    if short not in self:  # a telling part must do where a pack prints it in no known form
                        for part in long.split():
                            if part not in IGNORED and part in self and self._share(part) <= TELLING:
                                meanings.add(part, PART_WEIGHT, reason)

    def _nearest(self, word: str) -> tuple[tuple[str, float], ...]:
        """The library's words an unknown one may stand for, nearest first, with weights below 1."""
        weights: dict[str, float] = {}
        if "prefix" in self._parts and word not in self:
            share = 0.5 if "guard" in self._parts and is_english(word) else 1.0
            weights = {longer: share * weight for longer, weight in self._slips.beginning_with(word)}
        if "slips" in self._parts and not ("guard" in self._parts and is_english(word)):
            less = BESIDE_A_PREFIX if weights else 1.0  # what begins so is likelier than a slip
            for near, weight in self._slips.within_reach(word):
                weights[near] = max(less * weight, weights.get(near, 0.0))
        ranked = sorted(weights.items(), key=lambda item: (-item[1], -self._words.passages(item[0])))[
            :MOST_WORDS
        ]
        likely = [near for near, weight in ranked if weight >= 0.9 * ranked[0][1]]
        usual = min(map(self._rarity, likely), default=0.0)
        # A rare word that is no nearer is worth no more than the one most likely meant.
        return tuple((near, weight * min(1.0, usual / self._rarity(near))) for near, weight in ranked)

    def _rarity(self, word: str) -> float:
        return math.log(1 + self._words.total / (self._words.passages(word) + 0.5))

    def _holds(self, phrase: str) -> bool:
        return all(word in self for word in phrase.split())

    def _share(self, phrase: str) -> float:
        """In which share of the passages a phrase stands at most."""
        return min(map(self._words.passages, phrase.split())) / max(self._words.total, 1)

    def _join(
        self, groups: list[_Meanings], at: Mapping[int, int], typed: list[str], folded: list[str]
    ) -> None:
        """Take two neighbours for one word of the library (`liquid logic`: `liquidlogic`)."""
        if "compounds" not in self._parts:
            return
        for first, second in pairwise(sorted(at)):
            if second == first + 1 and folded[first] and folded[second]:
                for joined, weight in self._compounds(folded[first], folded[second]):
                    reason = f"{typed[first]} {typed[second]} → {joined}"
                    groups[at[first]].add(joined, weight, reason)
                    groups[at[second]].add(joined, weight)

    def _compounds(self, first: str, second: str) -> tuple[tuple[str, float], ...]:
        """The one word two neighbours may make, a slip included."""
        joined = first + second
        if joined in self:
            return ((joined, 1.0),)
        if len(joined) < 8 or (first in self and second in self):
            return ()
        near = islice(self._slips.within_reach(joined), 2)
        return tuple((word, COMPOUND_WEIGHT * weight) for word, weight in near)

    def _split(self, word: str) -> str | None:
        """The two words of the library one may be made of, as a phrase (`liquidlogic`: `liquid logic`)."""
        if "compounds" not in self._parts or not word.isalpha():
            return None
        splits = ((word[:n], word[n:]) for n in range(3, len(word) - 2))
        known = [pair for pair in splits if pair[0] in self and pair[1] in self]
        if not known:
            return None
        commonest: tuple[str, str] = max(known, key=lambda pair: min(map(self._words.passages, pair)))
        return " ".join(commonest)

    def _shorten(
        self, groups: list[_Meanings], at: Mapping[int, int], typed: list[str], folded: list[str]
    ) -> None:
        """Let an acronym stand for each word of its long form."""
        if "short forms" not in self._parts:
            return
        for first, last, short in self._short.in_query(folded):
            places = [at[place] for place in range(first, last) if place in at]
            if short in self and places:
                reason = f"{' '.join(typed[first:last])} = {short.upper()}"
                together = groups[places[0]]
                for place in places:  # one meaning counts once, however many words it has
                    groups[place].words = {w: v * WORD_OF_LONG_FORM for w, v in groups[place].words.items()}
                together.add(" ".join(folded[first:last]), 1.0)
                together.add(short, 1.0, reason)

    def _say_otherwise(self, groups: list[_Meanings], at: Mapping[int, int], folded: list[str]) -> None:
        """Add the words councils use for what was typed, the closest and the rarer ones first."""
        if "other words" not in self._parts:
            return
        for other in self._lexicon.read(folded):
            places = [at[place] for place in other.places if place in at]
            if not places:
                continue
            known = all(self._words.passages(folded[place]) > 2 for place in other.places)
            usable = [
                (word, weight * (KNOWN_WEIGHT if known else 1.0))
                for word, weight in other.words
                if self._holds(word) and self._share(word) <= TOO_COMMON
            ]
            for word, weight in usable[:MOST_WORDS]:
                for place in places:
                    groups[place].add(word, weight, f"{other.said} → {word}" if place == places[0] else "")


def _is_wordlike_acronym(typed: str, word: str) -> bool:
    return typed.isupper() and 2 <= len(typed) <= 5 and (word in IGNORED or is_english(word))


def _number(quoted: Quoted, query: str) -> _Meanings:
    typed = query[quoted.start : quoted.end].strip()
    meanings = _Meanings(typed, beginnings=quoted.beginnings)
    for phrase, weight in quoted.phrases:
        meanings.add(phrase, weight)
    return meanings
