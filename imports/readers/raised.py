"""Which raised letters belong to a word, and which are the number of a note behind it."""

from __future__ import annotations

from imports.patterns import regex

_NOTE = regex(r"[\[(]?\d{1,3}(?:[,–-] ?\d{1,3})*[\])]?")
_UNIT = regex(r"(?<![^\W\d])[^\W\d]{1,2}$")


def is_note(text: str) -> bool:
    """Whether raised letters are the number of a note, or several."""
    return _NOTE.fullmatch(text) is not None


def takes_note(text: str) -> bool:
    """Whether a raised number behind a word is a note's, no power of a unit as in `40 m2`."""
    return _UNIT.search(text) is None
