"""Who was there, where minutes tell it as a table of members with "Yes" or "Apologies" beside each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.layout.columns import line_cells
from imports.patterns import regex
from imports.words.names import is_people, is_titled

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_HEADING = regex(
    r"(?:(?:committee |panel |board )?members?|councillors?|names?)\s{2,}+(?:.{0,40}\s{2,}+)?"
    r"(?:attend(?:ed|ance|ing)?|present)\??(?:\s*\(y/n\))?(?:\s{2,}(?:apolog(?:ies|y)|absent)\??)?",
    re.IGNORECASE,
)
_CAME = regex(r"(?:yes|y|present|attended|in attendance|✓|✔|p)\b|[✓✔]", re.IGNORECASE)
_TICK = regex(r"[✓✔xX√*]|yes|y", re.IGNORECASE)
_AWAY = regex(r"(?:apolog(?:ies|y)|absent|no|n|a|apols?)\b", re.IGNORECASE)


def heads_attendance(text: str) -> bool:
    """Whether a line heads such a table."""
    return _HEADING.fullmatch(text.strip()) is not None


def take_attendance(lines: Sequence[TextLine]) -> tuple[list[str], list[str], list[TextLine]]:
    """Take such a table off the lines of a heading.

    Returns:
        Those present, those away, and the lines that are left.
    """
    start = next((i for i, line in enumerate(lines) if heads_attendance(line.text)), None)
    if start is None:
        return [], [], list(lines)
    present: list[str] = []
    away: list[str] = []
    end = start + 1
    heads = line_cells(lines[start])
    two = len(heads) > 2 and _AWAY.match(heads[-1].text.strip()) is not None
    apart = (heads[-2].right + heads[-1].left) / 2 if two else None  # a tick under one or the other
    for line in lines[start + 1 :]:
        cells = [cell.text.strip() for cell in line_cells(line)]
        if len(cells) < 2 or not (is_titled(cells[0]) or is_people(cells[0])):
            break
        if apart is not None and _TICK.fullmatch(cells[-1]):
            (away if line_cells(line)[-1].left > apart else present).append(cells[0])
        elif _CAME.fullmatch(cells[-1]):
            present.append(cells[0])
        elif _AWAY.match(cells[-1]):
            away.append(cells[0])
        end += 1
    return present, away, [*lines[:start], *lines[end:]]
