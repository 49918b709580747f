"""Dates that a narrow column of a table breaks over lines ("22", "January", "2024") put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.layout.columns import line_cells
from imports.patterns import regex
from imports.words.dates import MONTH, WEEKDAY, YEAR

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine
    from imports.model.document import Cell

_BEGUN = regex(rf"(?:{WEEKDAY},?)?\s?(?:\d{{1,2}}(?:st|nd|rd|th)?)?(?:\s{MONTH})?,?", re.IGNORECASE)
_WHOLE = regex(
    rf"(?:{WEEKDAY},?\s)?\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH},?\s{YEAR}(?:\s?\([^()]*\))?", re.IGNORECASE
)
_MAY_BEGIN = regex(r"\d|[MTWFS][a-z]+day\b")
MOST_LINES, NEAR_LETTERS, NEAR_POINTS = 3, 2.0, 6.0


def mend_dates(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines of tables with the dates of their first column whole, each on the line where it begins."""
    mended = list(lines)
    for at, line in enumerate(lines):
        if not _MAY_BEGIN.match(line.text) or len(cells := line_cells(mended[at])) < 2:
            continue
        words = cells[0].text.strip()
        if not _BEGUN.fullmatch(words):
            continue
        for end in range(at + 1, min(at + MOST_LINES, len(lines))):
            below = line_cells(lines[end])
            near = NEAR_POINTS if line.line.right else NEAR_LETTERS
            if lines[end].gap or lines[end].opens_page or abs(below[0].left - cells[0].left) > near:
                break
            words = f"{words} {below[0].text.strip()}"
            if _WHOLE.fullmatch(words):
                mended[at] = _with_cells(mended[at], (replace(cells[0], text=words), *cells[1:]))
                for n in range(at + 1, end + 1):
                    mended[n] = _with_cells(lines[n], line_cells(lines[n])[1:])
                break
    return mended


def _with_cells(line: TextLine, cells: tuple[Cell, ...]) -> TextLine:
    text = "   ".join(cell.text.strip() for cell in cells)
    left = cells[0].left if cells else line.line.left
    return replace(line, text=text, line=replace(line.line, text=text, cells=cells, left=left))
