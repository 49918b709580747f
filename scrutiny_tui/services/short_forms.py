"""Acronyms and their long forms, as the packs explain them, and as councils use them unexplained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from scrutiny_tui.services.query_words import fold, root, split_words

LONGEST = 9
_MINOR = frozenset(("a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "s", "the", "to", "with"))


class ShortForms:
    """Short forms with their long forms, both ways."""

    def __init__(self, explained: Iterable[tuple[str, str]], general: Iterable[tuple[str, str]] = ()) -> None:
        """Arrange (short, long) pairs; a general one only where no pack means something else by it."""
        self._long: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._short: defaultdict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        self._printed: dict[str, str] = {}
        self._add(explained)
        known = {
            short: {root(w) for long in longs for w in long.split()} for short, longs in self._long.items()
        }
        self._add(
            (short, long)
            for short, long in general
            if fold(short) not in known or known[fold(short)] & set(_telling(map(fold, split_words(long))))
        )

    def _add(self, pairs: Iterable[tuple[str, str]]) -> None:
        for short, long in pairs:
            words = tuple(map(fold, split_words(long)))
            if len(words) > 1:
                self._long[fold(short)].setdefault(" ".join(words))
                self._printed.setdefault(" ".join(words), " ".join(long.split()))
                self._short[_telling(words)].setdefault(fold(short))

    def __contains__(self, short: str) -> bool:
        return short in self._long

    def long_forms(self, short: str) -> tuple[str, ...]:
        """Give what a short form (folded) may stand for."""
        found = self._long.get(short) or self._long.get(short.removesuffix("s"), {})
        return tuple(found)

    def printed(self, long: str) -> str:
        """Give a long form (folded) as it is printed: `Education, Health and Care Plan`."""
        return self._printed.get(long, long)

    def misprints(self, short: str) -> Iterator[str]:
        """Give a short form with two letters changed about: EHPC for EHCP, and the other way round."""
        for n in range(len(short) - 1):
            if short[n] != short[n + 1]:
                yield short[:n] + short[n + 1] + short[n] + short[n + 2 :]

    def in_query(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Find long forms among folded words: first word, the one after the last, the short form."""
        for first, word in enumerate(words):
            if word in _MINOR:
                continue
            for last in range(first + 2, min(len(words), first + LONGEST) + 1):
                if words[last - 1] not in _MINOR:
                    for short in self._short.get(_telling(words[first:last]), ()):
                        yield first, last, short


def _telling(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(root(word) for word in words if word not in _MINOR)
