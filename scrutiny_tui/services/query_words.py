"""The words of what a person typed, as the search index and the lexicon know them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"\d+(?:[.,]\d+)+[^\W\d_]*|[^\W_]+(?:['’](?=[^\W_]{1,2}\b)[^\W_]+)?")
# Ninety quoted words would read worse than one string of them.
IGNORED = frozenset(
    """a about after again all also am an and any anybody anyone anything are as at be because been being
    but by can cannot could did do does doing done for from get gets getting give given got had has have
    having he her his how i if in into is it its just know let like lot lots make makes me more most
    much my no not of on or our out over said say says she should so some someone something such tell
    than that the their them then there these they thing things this those to too up us very was we were
    what when where which who whose why will with would you your""".split()  # noqa: SIM905
)
_ENDINGS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "er", "ers", "s", "e", "ly")


def fold(word: str) -> str:
    """A word as the index knows it: lower case, without accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text as typed, in order; a number with its decimals and unit is one word.

    What hangs on an apostrophe is left off ("council's": `council`), as most readers would type it.
    """
    return tuple(re.split(r"['’]", word, maxsplit=1)[0] for word in _WORD.findall(text))


def root(word: str) -> str:
    """A word without its ending, so that `quit`, `quits` and `quitting` are one line of the lexicon."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    text = files(__package__ or __name__).joinpath("english.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def is_english(word: str) -> bool:
    """Say whether a folded word is an everyday English one, itself or but for a plural's s."""
    return word in _english() or (word.endswith("s") and word[:-1] in _english())
