"""A head set in columns: a row of labels ("Date & time   Place   Contact") over a row of values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.layout.columns import line_cells
from imports.layout.paragraphs import join_lines
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

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
