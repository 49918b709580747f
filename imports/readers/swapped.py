"""Letters whose two bytes changed places: some programs write a PDF's ligatures so.

A Calibri file rewritten by Ghostscript reads `Scru琀椀ny`, and so does every text made from it: t is 0074,
and 7400 is what stands there. Of a ligature of three only the first is kept: `se琀ng`.
"""

from __future__ import annotations

import re
from string import ascii_letters

from imports.patterns import regex

_SIGNS = "".join(chr(ord(letter) << 8) for letter in ascii_letters)
# Other signs by themselves may be Chinese.
_LIGATURE = regex(rf"(?<![{_SIGNS}])(?:[{_SIGNS}]{{2,6}}|\u7400[\udc00-\udfff\ufffd]?)(?![{_SIGNS}])")
_ONE_OF = ("\u7400", "\u6600", "\u5400")
"""A t, an f or a T is in every ligature there is."""


def put_back(text: str) -> str:
    """Read ligatures whose bytes changed places as the letters they are."""
    if text.isascii() or not any(map(text.__contains__, _ONE_OF)):
        return text
    return _LIGATURE.sub(_letters, text)


def _letters(found: re.Match[str]) -> str:
    letters = "".join(chr(ord(sign) >> 8) for sign in found[0])
    return letters if letters.isascii() and len(letters) > 1 else "tti"
