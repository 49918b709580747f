"""A head set in columns: a row of labels ("Date & time   Place   Contact") over a row of values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from imports.layout.bilingual import is_welsh
from imports.layout.columns import line_cells
from imports.layout.paragraphs import join_lines
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine
    from imports.model.document import Cell

_ASKED = regex(
    r"(?:date(?: and time|,? time| & time|/time)?(?: of (?:the )?meeting)?|time(?: of meeting)?|venue|place"
    r"|location)",
    re.IGNORECASE,
)
_OTHER = regex(
    r"(?:(?:interim|acting|joint) )?(?:chief executive|contact(?: officer| details)?|chair\w*|clerk"
    r"|enquiries(?: to)?|committee|meeting|quorum|members?(?:hip)?|officer)",
    re.IGNORECASE,
)
MOST_LINES = 8
NEAR = 3.0
RIGHT_PART, FEWEST_RIGHT, FEWEST_LEFT, FEWEST_WELSH = 0.25, 5, 4, 2


def spread(lines: Sequence[TextLine]) -> list[TextLine]:
    """Write each column of such a head as a line of its own ("Place: Council Chamber, Shire Hall")."""
    spread_out: list[TextLine] = []
    i = 0
    while i < len(lines):
        labels = line_cells(lines[i])
        words = [cell.text.strip(" :") for cell in labels]
        asked = [word for word in words if _ASKED.fullmatch(word)]
        if len(asked) < 2 or not all(_ASKED.fullmatch(word) or _OTHER.fullmatch(word) for word in words):
            spread_out.append(lines[i])
            i += 1
            continue
        values: list[list[str]] = [[] for _ in labels]
        end = i + 1
        while end < min(len(lines), i + 1 + MOST_LINES) and not (lines[end].gap and end > i + 1):
            for cell in line_cells(lines[end]):
                under = [n for n, label in enumerate(labels) if label.left <= cell.left + NEAR]
                values[under[-1] if under else 0].append(cell.text.strip())
            end += 1
        for word, value in zip(words, values, strict=True):
            text = f"{word}: {join_lines(value)}"
            spread_out.append(replace(lines[i], text=text, line=replace(lines[i].line, text=text, cells=())))
        i = end
    return spread_out


def side_by_side(lines: Sequence[TextLine]) -> list[TextLine]:
    """A head set in two columns with the right-hand one below the other; of two languages, the English one.

    Labels beside their values are no such columns.
    """
    rows = [line_cells(line) for line in lines]
    edge = _gutter(rows)
    if edge is None:
        return list(lines)
    crossed = [any(cell.left < edge - NEAR < cell.right - NEAR for cell in row) for row in rows]
    parts = [[n for n, _ in own] for over, own in groupby(enumerate(crossed), key=lambda x: x[1]) if not over]
    inside = max(parts, key=lambda part: sum(rows[n][-1].left >= edge - NEAR for n in part), default=[])
    beside = [n for n in inside if any(abs(cell.left - edge) <= NEAR for cell in rows[n])]
    if not beside:
        return list(lines)
    first, last = beside[0], inside[-1]
    columns = [
        [
            _with_cells(lines[n], own)
            for n in range(first, last + 1)
            if (own := [x for x in rows[n] if (x.left < edge - NEAR) == left])
        ]
        for left in (True, False)
    ]
    if len(columns[0]) < FEWEST_LEFT or len(columns[1]) < FEWEST_RIGHT or _are_labels(rows[first : last + 1]):
        return list(lines)
    welsh = [sum(is_welsh(line.text) for line in column) >= FEWEST_WELSH for column in columns]
    kept = [column for column, other in zip(columns, welsh, strict=True) if not other or all(welsh)]
    parted = [replace(column[0], gap=True) if n == 0 else x for column in kept for n, x in enumerate(column)]
    return [*lines[:first], *parted, *lines[last + 1 :]]


def _gutter(rows: Sequence[Sequence[Cell]]) -> float | None:
    """Where a right-hand column begins, if several cells begin there."""
    reach = max((cells[-1].right for cells in rows if cells), default=0.0)
    lefts = [cell.left for cells in rows for cell in cells if cell.left > RIGHT_PART * reach]
    counts = {left: sum(abs(left - other) <= 1 for other in lefts) for left in set(lefts)}
    best = max(counts, key=lambda left: (counts[left], -left), default=None)
    return best if best is not None and counts[best] >= FEWEST_RIGHT else None


def _are_labels(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the left-hand cells of rows name what stands beside them."""
    words = [row[0].text.strip() for row in rows if len(row) > 1]
    named = [text for text in words if text.endswith(":") or _ASKED.fullmatch(text) or _OTHER.fullmatch(text)]
    return len(named) * 3 >= len(words) > 0


def _with_cells(line: TextLine, cells: Sequence[Cell]) -> TextLine:
    text = "   ".join(cell.text.strip() for cell in cells)
    right = cells[-1].right if line.line.right else 0.0
    several = tuple(cells) if len(cells) > 1 else ()
    return replace(
        line, text=text, line=replace(line.line, text=text, cells=several, left=cells[0].left, right=right)
    )
