"""Days and years written out in words: "the eleventh day of March, two thousand and twenty-four"."""

from __future__ import annotations

import re

from imports.patterns import regex

_NAMED_WORDS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_NAMED = _NAMED_WORDS.split()
_DAYS = {word: n for n, word in enumerate(_NAMED, 1)}
_DAYS |= {f"twenty{word}": 20 + n for n, word in enumerate(_NAMED[:9], 1)}
_DAYS |= {"thirtieth": 30, "thirtyfirst": 31}
_COUNTED_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
"""
_COUNTED = _COUNTED_WORDS.split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DAY = regex(
    rf"\b(?P<day>(?:twenty|thirty)[-\s]?(?:{'|'.join(_NAMED[:9])})|{'|'.join(_NAMED)}|thirtieth)"
    rf"\b(?=,?\s+(?:day(?:\s+of)?|of)\s+{_MONTH}\b)",
    re.IGNORECASE,
)
_YEAR = regex(
    rf"\btwo\s+thousand(?:\s+and)?\s+(?P<rest>(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_COUNTED[:9])}))?"
    rf"|{'|'.join(reversed(_COUNTED))})\b",
    re.IGNORECASE,
)


def write_figures(text: str) -> str:
    """The text with days and years in figures, every other letter at its own place."""
    if _DAY.search(text):
        text = _DAY.sub(lambda m: str(_DAYS[re.sub(r"\W", "", m["day"].lower())]).ljust(len(m[0])), text)
    if "thousand" in text.lower():
        text = _YEAR.sub(lambda m: str(2000 + _count(m["rest"].lower())).rjust(len(m[0])), text)
    return text


def _count(words: str) -> int:
    """Count what is written in words, such as twenty-four."""
    return sum(_TENS.get(word, 0) or _COUNTED.index(word) + 1 for word in re.split(r"[-\s]+", words))
