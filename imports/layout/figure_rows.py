"""Finds tables whose columns were lost: lines that each name something and end with its figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from imports.layout.cellwise import CellTable
from imports.layout.paragraphs import is_list_start
from imports.patterns import regex
from imports.words.dates import MONTH

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_FIGURE = regex(
    r"[(<>~+-]?[-–−]?[£$€]?[-–−]?\d[\d,.]*+(?:%|[kKmM]n?|bn|pp)?\)?\*?|[-–—]|n/?a|nil|tbc",
    re.IGNORECASE,
)
_YEAR = regex(r"(?:19\d\d|20[0-3]\d)(?:[-/–](?:\d\d){1,2})?|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_COUNTED = regex(
    rf"(?:{MONTH}|q|quarter|years?|band|level|tier|stage|phase|part|step|option|appendix|annex|section|table"
    r"|figure|fig|pages?|item|act|and|to|or|of|in|by|per|than|under|over|aged?|s|p)",
    re.IGNORECASE,
)
_COUNT = regex(r"\d[\d,]*")
_LETTERS = regex(r"[^\W\d_]{2}")
_RATINGS = ("R", "A", "G")
FEWEST = 3
LONGEST = 90
MOST_FIGURES = 12
LONGEST_SIGN = 3
"""Letters of what stands for a figure: "nil", "tbc"."""
ALIKE = 0.6


def find_figure_rows(lines: Sequence[TextLine]) -> dict[int, CellTable]:
    """Find the tables among some lines, by the line they start at."""
    rows = [_row(line) for line in lines]
    found: dict[int, CellTable] = {}
    for start, end in _stretches(lines, rows):
        own = [row for row in rows[start:end] if row is not None]
        if not _is_table(own):
            continue
        width = max(map(len, own))
        head = _head(lines[start - 1], lines[start], width) if start else None
        filled = [(*row, *[""] * (width - len(row))) for row in own]
        first = start - (head is not None)
        found[first] = CellTable(first, end, (*([head] if head else []), *filled))
    return found


def _row(line: TextLine) -> tuple[str, ...] | None:
    """The name and the figures of a line; None where it is no row."""
    text = line.text
    if len(text) > LONGEST or line.line.cells or text[:1].islower() or _ends_in_word(text):
        return None
    if is_list_start(text):
        return None
    words = text.split()
    at = len(words)
    while at and len(words) - at < MOST_FIGURES and _is_figure(words[at - 1]):
        at -= 1
    while 0 < at < len(words) and (_is_counted(words[at - 1], words[at]) or _is_letter(words[at:])):
        at += 1
    figures, name = words[at:], " ".join(words[:at])
    if not figures or not _LETTERS.search(name) or name.endswith((",", ":", ";", "-", "–")):
        return None
    if all(_YEAR.fullmatch(word) or not any(map(str.isalnum, word)) for word in figures):
        return None
    return (name, *figures)


def _ends_in_word(text: str) -> bool:
    """Whether a line's last word is none that can stand for a figure: most lines', and soon told."""
    last = text[text.rfind(" ") + 1 :].rstrip(".,;:")
    return len(last) > LONGEST_SIGN and last.isalpha()


def _is_figure(word: str) -> bool:
    return word in _RATINGS or _FIGURE.fullmatch(word) is not None


def _is_counted(word: str, figure: str) -> bool:
    """Whether a figure goes with the word before it ("March 22", "per 100,000")."""
    return _COUNTED.fullmatch(word.rstrip(".:")) is not None and _COUNT.fullmatch(figure) is not None


def _is_letter(figures: Sequence[str]) -> bool:
    """Whether the first of some figures is a letter that is no rating: figures are behind it ("Ward A 7")."""
    return figures[0] in _RATINGS and (len(figures) == 1 or any(word[-1:].isdigit() for word in figures))


def _stretches(
    lines: Sequence[TextLine], rows: Sequence[tuple[str, ...] | None]
) -> Iterator[tuple[int, int]]:
    """Where enough rows stand one below the other on a page."""
    start = 0
    for at in range(len(rows) + 1):
        ends = at == len(rows) or rows[at] is None or (at > start and lines[at].page != lines[at - 1].page)
        if not ends:
            continue
        if at - start >= FEWEST:
            yield start, at
        start = at if at < len(rows) and rows[at] is not None else at + 1


def _is_table(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether most rows have as many figures, and names of their own ("Option 1", "Option 2" have not)."""
    names = {row[0] for row in rows}
    alike = Counter(map(len, rows)).most_common(1)[0][1]
    return len(names) >= ALIKE * len(rows) and alike >= ALIKE * len(rows)


def _head(above: TextLine, first: TextLine, width: int) -> tuple[str, ...] | None:
    """The line over the rows, where it has a word for each column of figures."""
    words = above.text.split()
    if above.page != first.page or above.line.cells or above.text.endswith((".", ":", ";")):
        return None
    if width < FEWEST or not width - 1 <= len(words) <= width:
        return None
    if not all(word[:1].isupper() or _YEAR.fullmatch(word) for word in words):
        return None
    return (*[""] * (width - len(words)), *words)
