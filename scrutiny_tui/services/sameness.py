"""Whether two questions are substantially the same, as a clerk would see it: by the words that carry them."""

from __future__ import annotations

import re

from imports.patterns import regex

ENOUGH = 0.6
"""From how much shared matter two questions are called the same."""
FEWEST = 3
"""Fewer words that carry anything say too little to compare."""

_TOKEN = regex(r"[^\W_]+")
_SENTENCE = regex(r"(?<=[.?!])\s+|\n+")
_ASKED = regex(
    r"\?|\b(?:question(?:ed)?|asked|queried|enquired|inquired|wondered|requested"
    r"|sought (?:clarification|assurance|clarity)|clarification (?:on|was))\b",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    _TOKEN.findall(
        """
    a about above after again all also am an and any are as ask asked at be because been before being
    between both but by can cabinet clarification committee could council councillor county did do does
    down during each explain few following for from further had has have having he her here him his how
    i if in into is it its itself just many may me member members might more most much must my no nor
    not now of off officer officers on once one only or other our out over own please query question
    queried raised regarding relation report response responded same say service services she should
    since so some state such tell than that the their them then there these they this those through to
    too under until up us very was we were what when where whether which while who whom why will with
    would year years you your
    """
    )
)
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ies",
    "ied",
    "ers",
    "ed",
    "es",
    "er",
    "ly",
    "s",
    "e",
)


def alike(one: str, other: str) -> float:
    """Say how much of their matter two texts share: 0 for nothing, 1 for all."""
    first, second = _matter(one), _matter(other)
    if min(len(first), len(second)) < FEWEST:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def asked_in(passage: str, question: str) -> float:
    """Say how like a question is what a minute or report records as asked.

    Minutes tell of a question within longer sentences, so what counts is how much of the question's own
    matter a sentence (with the next, for the answer often repeats it) holds.
    """
    wanted = _matter(question)
    if len(wanted) < FEWEST:
        return 0.0
    sentences = [sentence for sentence in _SENTENCE.split(passage) if _ASKED.search(sentence)]
    return max((_held(wanted, sentence) for sentence in sentences), default=0.0)


def _held(wanted: frozenset[str], sentence: str) -> float:
    shared = wanted & _matter(sentence)
    return len(shared) / len(wanted) if len(shared) >= FEWEST else 0.0


def _matter(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, without their endings; figures count."""
    words = (word.casefold() for word in _TOKEN.findall(text.replace("’", "'").replace("'s", "")))
    return frozenset(
        _stem(word) for word in words if word not in _EMPTY and (len(word) > 2 or word.isdigit())
    )


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
