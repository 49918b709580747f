"""Divide running text into lines of a width in cells, without losing where each line begins."""

from __future__ import annotations

import re

from rich.cells import cell_len

_WORD = re.compile(r"\S+")
_OTHER = re.compile("[^\t\n -~\xa0-\xac\xae-\u02ff\u2010-\u2015\u2018-\u201e\u2022\u2026\u20ac]")
"""What may be wider than a cell, or none at all."""
_BLANKS = str.maketrans("\t\xa0", "  ")


def width_of(text: str) -> int:
    """The cells words take."""
    return len(text) if text.isascii() and text.isprintable() else cell_len(text)


def wrap(text: str, width: int, first: int | None = None, begin: int = 0) -> list[tuple[int, int]]:
    """Divide `text` from `begin` on at blanks into lines of `width` cells; the first may have its own width.

    Returns:
        (start, end) offsets of each line's words; a word wider than a line is cut. A line break in
        the text divides as well. Text without words gives no lines.
    """
    room = max(2, width if first is None else first)
    if _OTHER.search(text) is None:
        return _wrap_even(text, max(2, width), room, begin)
    return _wrap_uneven(text, max(2, width), room, begin)


def _wrap_even(text: str, width: int, room: int, begin: int) -> list[tuple[int, int]]:
    """Divide text whose every character takes a cell: a line ends at the last blank it has room for."""
    lines: list[tuple[int, int]] = []
    plain = text.translate(_BLANKS)
    word = _WORD.search(plain, begin)
    while word is not None:
        start = word.start()
        stop = plain.find("\n", start, start + room + 1)
        if stop < 0 and start + room < len(plain):
            stop = plain.rfind(" ", start, start + room + 1)
            stop = start + room if stop < 0 else stop
        end = len(plain) if stop < 0 else stop
        while plain[end - 1] == " ":
            end -= 1
        lines.append((start, end))
        room = width
        word = _WORD.search(plain, end)
    return lines


def _wrap_uneven(text: str, width: int, room: int, begin: int) -> list[tuple[int, int]]:
    """Divide text of any characters, word by word."""
    lines: list[tuple[int, int]] = []
    start = end = -1
    used = 0
    for match in _WORD.finditer(text, begin):
        word, word_end = match.span()
        wide = cell_len(match.group())
        if start >= 0:
            gap = text[end:word]
            blank = max(len(gap), cell_len(gap))  # a tab counts as one blank, which is how it is drawn
            if "\n" not in gap and used + blank + wide <= room:
                used += blank + wide
                end = word_end
                continue
            lines.append((start, end))
            room = width
        while wide > room:
            cut = _cut(text, word, room)
            lines.append((word, cut))
            word, room = cut, width
            wide = cell_len(text[word:word_end])
        start, end, used = word, word_end, wide
    if end > start:
        lines.append((start, end))
    return lines


def _cut(text: str, start: int, room: int) -> int:
    """How far a word may run from `start` within `room` cells; at least one character."""
    end, used = start, 0
    while used + cell_len(text[end]) <= room:
        used += cell_len(text[end])
        end += 1
    return max(end, start + 1)
