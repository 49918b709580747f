"""Whether a title and some words speak of the same thing: by the words that tell subjects apart.

Numbers never decide: agendas restart theirs, minutes run on, trackers number their rows. Words every title
may hold (report, update, quarter) say nothing, nor do those of the committee's own name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from imports.patterns import regex

_WORD = regex(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’&]*|\d{4}")
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_PERIOD = regex(
    r"\b(?:[QH]\d|(?:mid|half|full)[ -]year(?:ly)?|year[ -](?:end|to[ -]date)|end[ -]of[ -]year)\b",
    re.IGNORECASE,
)
"""Which time a standing report is for: it tells one paper from the next, not one subject from another."""
_HEAD = regex(r"\s?[-–—]\s|\s[-–—:]\s?|:\s|\s?\(|\s?[_–—]\s?|\.\.\.|…")
_EMPTY_WORDS = """
a about all also an and any april are as at august be been by can could current december did do does
february first five for four from future had has have how if in into is it its january july june last
march may might more new next no not november october of on one only or our out re s second september
should six so than that the their then there these this those three to two up us was we were what when
where which who why will with would
"""
_COMMON_WORDS = """
agenda agreed annual appropriate area asked borough briefing briefings change changes circulated city
committee committees compare council county current currently data date definite detailed discussion district
draft ensure explanation final forward full further include information interested interim issue issues item
items key looking meeting meetings member members monitoring month monthly note noted notes officer officers
ongoing oral outcome outcomes overview panel paper papers part performance plan plans position presentation
presentations presented previous programme programmes progress provide provided quarter quarterly received
report reported reports request requested response responses results review reviews scrutiny seek service
services specific strategies strategy tbc update updated updates various verbal version view work written
year years
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_COMMON = frozenset(_COMMON_WORDS.split())
_LEAST_PREFIX = 3
SAME, DOUBTFUL = 0.99, 0.01


def words_of(text: str, aside: Collection[str] = ()) -> frozenset[str]:
    """The words of a text that tell its subject from others, without endings; `aside` are left out too.

    Where nothing but common words and years is left (`Performance Report 2025/26`), those are the subject.
    """
    return _words_of(text, frozenset(aside))


@lru_cache(maxsize=8192)
def _words_of(text: str, aside: frozenset[str]) -> frozenset[str]:
    shouted = text.isupper()
    found = []
    for match in _WORD.finditer(_PERIOD.sub(" ", text)):
        word = match[0].replace("’", "'").removesuffix("'s").strip("'&")
        acronym = len(word) > 1 and word.isupper() and not shouted
        if word and (acronym or word.casefold() not in _EMPTY):
            found.append(word.casefold() if not acronym or word.casefold() not in _EMPTY else word)
    telling = [word for word in found if word not in _COMMON and word not in aside]
    if all(word.isdigit() for word in telling):
        telling = [word for word in found if word not in aside]
    return frozenset(_stem(word) for word in telling)


@lru_cache(maxsize=8192)
def head_of(title: str) -> str:
    """A title without what explains it: before the first dash, colon or bracket, if that says anything."""
    head = _HEAD.split(title.strip(), maxsplit=1)[0]
    first = re.split(r"\band\b|&", head, maxsplit=1, flags=re.IGNORECASE)[0]
    if len(words_of(first) - _COMMON) > 1:
        return first
    return head if words_of(head) else title


def likeness(title: str, text: str, aside: Collection[str] = ()) -> float:
    """How much of a title's subject the text names: 1 all of it, 0 nothing.

    Args:
        title: of an agenda item, a minute, or a line of a work programme.
        text: a promise or another title.
        aside: words that tell nothing apart here, such as those of the committee's name.
    """
    wanted, said = words_of(head_of(title), aside), words_of(text, aside)
    whole = words_of(title, aside)
    if not wanted or not said:
        return 0.0
    shares = [share_of(wanted, said)]
    if len(said) <= len(whole):
        shares.append(share_of(said, whole))
    return max(shares)


def named_by(heading: str, title: str, aside: Collection[str] = ()) -> float:
    """How much of a heading's subject a title names: 1 all of it, 0 nothing."""
    wanted, said = words_of(head_of(heading), aside), words_of(title, aside)
    return share_of(wanted, said) if wanted and said else 0.0


def same_subject(a: str, b: str, aside: Collection[str] = ()) -> float:
    """How far two titles have one subject; a subject of one word must be all that both are about.

    A year that only one of them names says nothing: a programme promises `Performance Report`, the agenda
    has `Performance Report Quarter 2 2025/26`.
    """
    return _same_subject(a, b, frozenset(aside))


@lru_cache(maxsize=32768)
def _same_subject(a: str, b: str, aside: frozenset[str]) -> float:
    years = frozenset(_YEAR.findall(a)), frozenset(_YEAR.findall(b))
    if not all(years):
        aside = aside.union(*years)
    return max(_names(a, b, aside), _names(b, a, aside))


def _names(title: str, other: str, aside: Collection[str]) -> float:
    wanted, said = words_of(head_of(title), aside), words_of(head_of(other), aside)
    if not wanted or not said:
        return 0.0
    if len(wanted) == 1:
        return min(share_of(wanted, said), share_of(said, wanted))
    return share_of(wanted, words_of(other, aside))


def share_of(wanted: Collection[str], said: Collection[str]) -> float:
    """How many of the wanted words are among those said, endings aside: 1 all of them."""
    near = _by_start(frozenset(said))
    if near.keys().isdisjoint(_by_start(frozenset(wanted))):
        return 0.0  # so it is of most pairs, told at once
    return sum(
        word in said or any(_same(word, other) for other in near.get(word[:_LEAST_PREFIX], ()))
        for word in wanted
    ) / len(wanted)


@lru_cache(maxsize=8192)
def _by_start(words: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """Words by what two must have in common to be the same but for their endings."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[:_LEAST_PREFIX], []).append(word)
    return found


def _same(a: str, b: str) -> bool:
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= _LEAST_PREFIX and long.startswith(short) and len(long) - len(short) <= 2


def _stem(word: str) -> str:
    if word.isupper():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
