"""Which characters a PDF's fonts stand for, once they are fit for people and for search."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imports.patterns import regex
from imports.readers.swapped import put_back

if TYPE_CHECKING:
    from collections.abc import Sequence

SOFT_HYPHEN = "\xad"
UNKNOWN = "\ufffd"

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Symbol and Wingdings keep their signs in the private area at F000 + code.
_SIGNS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF06E: "■", 0xF0A8: "◻", 0xF06F: "□", 0xF071: "❑", 0xF076: "❖",
    0xF0D8: "➢", 0xF0E0: "→", 0xF0FC: "✓", 0xF0FB: "✗", 0xF0FE: "☑", 0xF0A3: "≤", 0xF0B3: "≥",
    0xF02D: "–", 0xF02A: "✉", 0xF028: "☎", 0xF029: "✆", 0xF06C: "●", 0xF0D2: "®", 0xF0D3: "©",
}  # fmt: skip
_BLANKS = [*b"\t\n\v\f\r", 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = "\u200b\u200c\u2060\ufeff"

_table: dict[int, str] = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)], "")
_table |= dict.fromkeys(map(ord, _BIDI + _INVISIBLE), "")
_table |= dict.fromkeys(_BLANKS, " ")
_table |= {ord(one): several for one, several in _LIGATURES.items()}
_table |= _SIGNS

_SPACED_START = regex(r"(?:[A-Z] ){4}")
# It begins with its letter: that is looked for much quicker than a place without one before it.
_SPACED_WORD = regex(r"[A-Z](?<!\S[A-Z]) (?:(?:[A-Z] ){3,}[A-Z]|(?:[a-z] ){3,}[a-z])(?!\S)")
_SPACED_LINE = regex(r"\S(?: {1,2}\S)+")
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def clean(text: str) -> str:
    """Expand ligatures (and mend them), name the known signs, and take out what is not meant to be seen.

    Every kind of blank becomes a space; control characters and overrides of direction go. Soft
    hyphens stay: only the end of a line tells whether one is printed.
    """
    return put_back(text).translate(_table)


def is_spaced(text: str) -> bool:
    """Whether a title is set with blanks between its letters, and wider ones between its words."""
    return _SPACED_START.match(text) is not None


def is_set_apart(text: str) -> bool:
    """Whether a word in it is set with a blank between its letters."""
    return _SPACED_WORD.search(text) is not None


def mend_spacing(text: str, words: Sequence[int] = ()) -> str:
    """Close up titles set with a blank between letters: `A G E N D A` is one word.

    Letters that could as well be marks in a row (`G A G G`, the columns `A B C D E`) stay as they are.

    Args:
        text: a line, or part of one.
        words: where a word begins behind a wider blank; two blanks part words as well.
    """
    parted = text
    for place in reversed(words):
        parted = f"{parted[:place]} {parted[place:]}"
    parts = re.split(r" {2,}", parted)
    mended = [_SPACED_WORD.sub(_close_up, part) for part in parts]
    if mended == parts:
        return text
    if len(parts) > 1 and _SPACED_LINE.fullmatch(parted):
        mended = [part.replace(" ", "") for part in parts]
    return " ".join(mended)


def _close_up(found: re.Match[str]) -> str:
    word = found[0].replace(" ", "")
    marks = len(set(word)) < min(4, len(word) - 1) or word.upper() in _ALPHABET
    return found[0] if marks else word
