"""Finds what is left of a drawing when only its words are read: axis figures, legends, value labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_LABEL = regex(
    r"(?:[-–(<>]?\s*+[£$€]?\s*+\d[\d,.]*+\s*+(?:%|[kKmM]n?|bn)?\)?|\[\w+\]|\d{2,4}\s*[/–-]\s*\d{2,4}|q[1-4]|n/a"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:[ -]?\d{2,4})?|[,;–-])"
    r"(?:[\s,;–-]+(?=\S)|$)",
    re.IGNORECASE,
)
_WORDS = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    *("q1", "q2", "q3", "q4", "n/a"),
)
ENOUGH = 4
FIGURES = 3
LONGEST = 26
SMALL = 1.0


def find_scatter(lines: Sequence[TextLine], i: int, usual: float) -> int | None:
    """The end of the scattered labels that begin at line `i`, or None where none do.

    They are figures line after line, or a drawing's small words with figures among them.
    """
    if len(lines[i].text) > 2 * LONGEST and lines[i].line.size > usual - SMALL:  # most lines
        return None
    small = usual > 0 and _is_small(lines[i], usual)
    if not small and not _is_figure(lines[i]):
        return None
    end = i
    while end < len(lines) and (_is_small(lines[end], usual) if small else _is_figure(lines[end])):
        end += 1
    own = lines[i:end]
    if len(own) < ENOUGH or _is_table(own):
        return None
    return end if sum(_is_figure(line) and not line.line.cells for line in own) >= FIGURES else None


def _is_small(line: TextLine, usual: float) -> bool:
    if line.line.size > usual - SMALL:
        return False
    if not line.line.cells:
        return len(line.text) <= LONGEST
    return all(len(cell.text) <= LONGEST for cell in line.line.cells)


def _is_figure(line: TextLine) -> bool:
    """Whether a line holds figures and nothing else."""
    at = 0
    if len(line.text) > 2 * LONGEST:
        return False
    if line.text[:1].isalpha() and not line.text[:3].casefold().startswith(_WORDS):  # most lines
        return False
    while at < len(line.text):
        found = _LABEL.match(line.text, at)
        if found is None or found.end() == at:
            return False
        at = found.end()
    return True


def _is_table(lines: Sequence[TextLine]) -> bool:
    """Whether most lines have several cells, one line below the other."""
    rows = sum(len(line.line.cells) >= 2 for line in lines)
    return rows >= 0.6 * len(lines)
