"""Other words for the same thing: what people say for what councils print, kept as data.

`lexicon.toml` and `acronyms.toml` beside this module are ours; a member's own `lexicon.toml` beside the
settings adds to them, in the same form, and its short forms stand under `[acronyms]`.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import combinations
from pathlib import Path

from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.query_words import fold, root, split_words

FIRST = 0.7
"""What the closest of other words is worth beside the word itself; each further one is worth less."""
FALL = 0.9
NEAREST = 5
"""A phrase's words are looked for among so many of the query's words in a row."""
MOST_WORDS_READ = 24
# Little words that make no difference to a phrase; "up", "out" and "not" do.
_GLUE = frozenset(
    """a an and are be been being can do for get getting had has have how i is it my of our that the their
    them they to was were""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class OtherWords:
    """What some words of a query may stand for.

    Attributes:
        places: which of the query's words, by their place.
        said: the lexicon's everyday words for them.
        words: council words, folded, the closest first, with weights below 1.
    """

    places: tuple[int, ...]
    said: str
    words: tuple[tuple[str, float], ...]


class Lexicon:
    """Everyday words with the council words they stand for."""

    def __init__(self, lines: Iterable[tuple[str, str]], acronyms: Iterable[tuple[str, str]] = ()) -> None:
        """Arrange (said, printed) lines, each side a list with commas, and (short, long) pairs."""
        self.acronyms = tuple(acronyms)
        self._by_roots: defaultdict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
        self._said: dict[tuple[str, ...], str] = {}
        self._longest = 1
        for said, printed in lines:
            for phrase in parts(said):
                key = _roots(phrase)
                self._said.setdefault(key, phrase)
                self._longest = max(self._longest, len(key))
                for place, word in enumerate(parts(printed)):
                    meaning = " ".join(map(fold, split_words(word)))
                    weights = self._by_roots[key]
                    weights[meaning] = max(FIRST * FALL**place, weights.get(meaning, 0.0))

    def read(self, words: Sequence[str]) -> Iterator[OtherWords]:
        """Find what the words of a query (folded, all of them) may stand for; longer phrases come first.

        A word that is part of a phrase the lexicon knows is not looked up by itself.
        """
        kept = [place for place, word in enumerate(words) if word not in _GLUE][:MOST_WORDS_READ]
        roots = {place: root(words[place]) for place in kept}
        taken: set[int] = set()
        for length in range(min(self._longest, len(kept)), 0, -1):
            for places in self._rows(kept, length):
                key = tuple(sorted(roots[place] for place in places))
                if key in self._by_roots and not (length == 1 and places[0] in taken):
                    taken.update(places)
                    ranked = sorted(self._by_roots[key].items(), key=lambda pair: -pair[1])
                    yield OtherWords(places, self._said[key], tuple(ranked))

    def _rows(self, kept: Sequence[int], length: int) -> Iterator[tuple[int, ...]]:
        """Every choice of so many words that stand near one another, in order."""
        for n, first in enumerate(kept):
            for others in combinations(kept[n + 1 : n + NEAREST], length - 1):
                yield first, *others


def parts(line: str) -> tuple[str, ...]:
    """The words and phrases of one side of a line."""
    return tuple(part.strip() for part in line.split(",") if part.strip())


def _roots(phrase: str) -> tuple[str, ...]:
    words = [fold(word) for word in split_words(phrase)]
    telling = [word for word in words if word not in _GLUE] or words
    return tuple(sorted(root(word) for word in telling))


def lines_of(topics: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    """Give the (said, printed) lines of a lexicon's topics; every member of a `same` set stands for the rest.

    Raises:
        ValueError: a topic holds something that is no line.
    """
    for topic, lines in topics.items():
        for said, printed in lines.items():
            if said == "same" and isinstance(printed, list):
                for line in printed:
                    words = parts(str(line))
                    yield from ((word, ", ".join(w for w in words if w != word)) for word in words)
            elif isinstance(printed, str):
                yield said, printed
            else:
                raise ValueError(f"[{topic}] {said!r} is not followed by words in quotes")


@lru_cache(maxsize=1)
def _ours() -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    folder = files(__package__ or __name__)
    topics = tomllib.loads(folder.joinpath("lexicon.toml").read_text(encoding="utf-8"))
    short = tomllib.loads(folder.joinpath("acronyms.toml").read_text(encoding="utf-8"))
    pairs = tuple((name, long) for topic in short.values() for name, long in topic.items())
    return tuple(lines_of(topics)), pairs


@lru_cache(maxsize=1)
def _our_lexicon() -> Lexicon:
    return Lexicon(*_ours())


def read_lexicon(own: Path | None = None) -> Lexicon:
    """Read our lexicon, with a member's own lines where there are some.

    Args:
        own: the member's file; it need not be there.

    Raises:
        ServiceError: the member's file cannot be read or is not understood.
    """
    if own is None or not own.is_file():
        return _our_lexicon()
    lines, acronyms = _ours()
    try:
        topics = tomllib.loads(own.read_text(encoding="utf-8-sig"))
        short = topics.pop("acronyms", {})
        more = tuple(lines_of(topics))
        pairs = tuple((str(name), str(long)) for name, long in short.items())
    except (OSError, ValueError, AttributeError) as error:
        raise ServiceError(
            f"The words in {own} are not understood: {error}. Mend or remove the file."
        ) from error
    return Lexicon((*more, *lines), (*pairs, *acronyms))
