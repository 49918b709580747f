"""Divide running text into lines of a width in cells, without losing where each line begins."""

from __future__ import annotations

import re

from rich.cells import cell_len

_WORD = re.compile(r"\S+")


def wrap(text: str, width: int, first: int | None = None, begin: int = 0) -> list[tuple[int, int]]:
    """Divide `text` from `begin` on at blanks into lines of `width` cells; the first may have its own width.

    Returns:
        (start, end) offsets of each line's words; a word wider than a line is cut. A line break in
        the text divides as well. Text without words gives no lines.
    """
    lines: list[tuple[int, int]] = []
    room = max(2, width if first is None else first)
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
            room = max(2, width)
        while wide > room:
            cut = _cut(text, word, room)
            lines.append((word, cut))
            word, room = cut, max(2, width)
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
