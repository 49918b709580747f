"""The words of what a person typed, as the search index and the lexicon know them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

from imports.patterns import regex

_WORD = regex(r"\d+(?:[.,]\d+)+[^\W\d_]*|[^\W_]+(?:['’](?=[^\W_]{1,2}\b)[^\W_]+)?")
# Ninety quoted words would read worse than one string of them.
IGNORED = frozenset(
    """a about above across after again all almost along already also although always am among an and
    another any anybody anyone anything are around as at away be became because become been before
    behind being below beside besides between beyond both but by came can cannot come comes could did do
    does doing done during each either else enough even ever every few for from further get gets getting
    give given go goes going gone got had hardly has have having he her here hers herself himself his
    how however i if in indeed instead into is it its itself just know least less let like lot lots made
    make makes many me might more most much must my myself near neither never no nobody none nor not
    nothing now of off often on only onto or other others our ourselves out over own perhaps please put
    puts quite rather really said same say says seem seems several she should since so some someone
    something still such sure tell than that the their them then there these they thing things this
    those through throughout thus to too toward towards under until up upon us usually very want wants
    was we well went were what whatever when where whether which while who whole whose why will with
    within without would yet you your""".split()  # noqa: SIM905
)
_ENDINGS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "er", "ers", "s", "e", "ly")


def fold(word: str) -> str:
    """A word as the index knows it: lower case, without accents."""
    if word.isascii():
        return word.lower()
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
