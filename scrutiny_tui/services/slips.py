"""Words of the library that an unknown one may be: longer ones that begin so, and slips of the finger.

Fuzzy matching pays on words against the library's own vocabulary, never on whole passages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from db.library import Words

SHORTEST_PREFIX = 3
MOST_LOOKED_AT = 24
_SMALL = 0.6
"""What a small slip counts: a key beside the right one, a letter doubled or undoubled, a vowel."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PLACE = {letter: (x + y * 0.5, y) for y, row in enumerate(_ROWS) for x, letter in enumerate(row)}
_VOWELS = frozenset("aeiou")


class Slips:
    """The library's words that are near one."""

    def __init__(self, words: Words) -> None:
        """Look among these."""
        self._words = words

    def beginning_with(self, word: str) -> Iterator[tuple[str, float]]:
        """Give the words that begin so, with how much of each was typed, from 0.6 to 1."""
        if len(word) >= SHORTEST_PREFIX:
            for longer in self._words.beginning_with(word):
                yield longer, 0.6 + 0.4 * len(word) / len(longer)

    def within_reach(self, word: str) -> Iterator[tuple[str, float]]:
        """Give slips: one in a word of four or five letters, two in a longer one, none in a number."""
        slips = 0 if len(word) < 4 or not word.isalpha() else 1 if len(word) < 6 else 2
        if not slips:
            return
        candidates = self._words.of_lengths(range(len(word) - slips, len(word) + slips + 1))
        for near, _, _ in process.extract(
            word, candidates, scorer=OSA.distance, score_cutoff=slips, limit=MOST_LOOKED_AT
        ):
            if near != word:
                elsewhere = near[0] != word[0] and near[0] != word[1]
                yield near, max(0.1, 1 - (slip_cost(word, near) + 0.5 * elsewhere) * 1.5 / len(word))


def slip_cost(typed: str, meant: str) -> float:
    """How far a word is from another in slips, likely ones counting less (optimal string alignment)."""
    before: list[float] = []
    row = [float(n) for n in range(len(meant) + 1)]
    for i, letter in enumerate(typed, 1):
        earlier, before, row = before, row, [float(i)]
        for j, wanted in enumerate(meant, 1):
            doubled = _SMALL if i > 1 and letter == typed[i - 2] else 1.0
            dropped = _SMALL if j > 1 and wanted == meant[j - 2] else 1.0
            cost = min(before[j] + doubled, row[j - 1] + dropped, before[j - 1] + _wrong(letter, wanted))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + _SMALL)
            row.append(cost)
    return row[-1]


def _wrong(typed: str, meant: str) -> float:
    if typed == meant:
        return 0.0
    if typed in _VOWELS and meant in _VOWELS:
        return _SMALL
    (x, y), (u, v) = _PLACE.get(typed, (-9.0, -9)), _PLACE.get(meant, (99.0, 99))
    return _SMALL if abs(x - u) <= 1 and abs(y - v) <= 1 else 1.0
