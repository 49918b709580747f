"""Mends what a reader of pictures takes for something else, in figures, months and stamps only.

A small l is read for 1, an O for 0 and rn for m. Inside a word nobody can tell; a figure with another
figure beside it, or the name of a month, can be told.
"""

from __future__ import annotations

import re

from imports.patterns import regex

_DIGITS = str.maketrans("lI|Oo", "11100")
_FIGURE = regex(r"\(?[\dlI|Oo]{1,4}(?:[./:-][\dlI|Oo]{1,4}){0,2}(?P<end>[.,:;)]*)")
_ORDINAL = regex(r"(?P<day>[\dlI|Oo]{1,2})(?P<end>(?:st|nd|rd|th)\b[.,:;)]*)")
_CLOCK = regex(r"(?P<time>[\dlI|Oo]{1,2}(?:[.:][\dlI|Oo]{2})?)(?P<end>[ap]\.?m\b.*)", re.IGNORECASE)
# Those "rn" can be read in, and no other: the machine's language has no say in it.
_MONTHS = frozenset(("march", "may", "september", "november", "december"))
# A sans-serif g, in the words that page stamps are known by.
_STAMPS = {"Paae": "Page", "Paqe": "Page", "Aaenda": "Agenda", "Aqenda": "Agenda"}
_LONE_ONE = regex(r"[l|][.)]?")


def mend(word: str, first: bool = False) -> str:
    """Put a word right where it can only be a figure or a month.

    Args:
        word: as it was read.
        first: whether it begins a line and stands apart from what follows, as an item's number does.
    """
    if first and _LONE_ONE.fullmatch(word):
        return "1" + word[1:]
    has_digit = any(map(str.isdigit, word))
    if has_digit and _FIGURE.fullmatch(word):
        return word.translate(_DIGITS)
    if found := _ORDINAL.fullmatch(word):
        if has_digit or found["day"] == "l":
            return found["day"].translate(_DIGITS) + found["end"]
    elif (found := _CLOCK.fullmatch(word)) and has_digit:
        return found["time"].translate(_DIGITS) + found["end"]
    return _STAMPS.get(word) or _month(word)


def _month(word: str) -> str:
    if "rn" not in word.lower():
        return word
    mended = re.sub("rn", "m", re.sub("Rn", "M", word))
    return mended if mended.rstrip(".,:;)").lower() in _MONTHS else word
