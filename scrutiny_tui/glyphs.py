"""Marks, lines and foreign letters in plain ASCII, for terminals that have no others.

One table says what each mark of the app becomes; it is put over everything drawn, cell for cell, so that
no screen knows of it. Marks that stand beside one another for different things stay different.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

if TYPE_CHECKING:
    from scrutiny_tui.config import Glyphs

ASCII: dict[str, str] = {
    # how things stand
    **dict(zip("●◉◕◐◧○◦×✕✓✎◷★△≈◆▪•‣■□➢", "@@%==o-xx+wTPA~*-*>##>", strict=True)),
    # where things go
    **dict(zip("→←↑↓⇢↷▸▾▶▼▲▴◀◂", "><^v>>>v>v^^<<", strict=True)),
    # punctuation
    **dict(zip("’‘‚“”„‹›«»·–—−…‐‑¬", "''," + '""' + '"' + "<><>.---~---", strict=True)),
    "£": "L", "€": "E", "©": "c", "®": "r", "°": "o", "½": "h", "¼": "q", "¾": "t",
    # lines and blocks
    **dict.fromkeys("─━┄┅┈┉╌╍═▁▂⎯‾▔", "-"),
    **dict.fromkeys("│┃┆┇┊┋╎╏║▏▎▌▍▐▕", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬╒╕╘╛┏┓┗┛┣┫┳┻╋", "+"),
    **dict.fromkeys("▃▄", ":"),
    **dict.fromkeys("▅▆▀", "="),
    **dict.fromkeys("▇█▉▊▋▓", "#"),
    **dict.fromkeys("░▒", ":"),
    "±": "+", "≤": "<", "≥": ">", "≠": "#", "†": "+", "‡": "+", "§": "S", "¶": "P", "ß": "s", "ς": "s",
    "∞": "8", "√": "V", "∑": "S", "×": "x", "÷": "/", "µ": "u", "¦": "|", "´": "'", "¨": '"', "¸": ",",
    "╱": "/", "╲": "\\", "╳": "x", "╸": "-", "╺": "-", "▊": "|", "▋": "|",
}  # fmt: skip
"""Each mark, one cell wide, and the letter that stands for it."""


@lru_cache(4096)
def _letter(char: str) -> str:
    """One character in ASCII, in as many cells as it takes; `?` where nothing comes near."""
    if char.isascii():
        return char
    width = cell_len(char)
    found = ASCII.get(char)
    if found is None:
        bare = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
        found = bare if bare.isprintable() else ""
    return (found or "?")[:width].ljust(width, found[:1] or "?")


def ascii_only(text: str) -> str:
    """A text in ASCII, as wide as before."""
    return text if text.isascii() else "".join(map(_letter, text))


class AsciiOnly(LineFilter):
    """Puts the table over what is drawn, while it is enabled."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Give the same cells in ASCII."""
        return [Segment(ascii_only(text), style, control) for text, style, control in segments]


def wants_ascii(setting: Glyphs, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to draw in ASCII: by the setting, else where the terminal or the locale has no other glyphs."""
    if setting != "auto":
        return setting == "ascii"
    if environment.get("TERM") in ("linux", "dumb", "vt100", "vt220"):
        return True
    # Python itself sets LC_CTYPE where the locale is plain C, so that cannot be what the person set.
    asked = ("LC_ALL", "LANG") if environment.get("LC_CTYPE") == "C.UTF-8" else ("LC_ALL", "LC_CTYPE", "LANG")
    said = next((environment[name] for name in asked if environment.get(name)), "")
    return bool(said) and not re.search(r"utf-?8", said, re.IGNORECASE)
