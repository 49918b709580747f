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


# Its headings as an extract runs them together, and its rows: whose column a mark is in is lost
_FLAT_HEADING = regex(
    r"(?:(?:committee |panel |board )?members?|councillors?|names?) (?:\| )?"
    r"(?:attend(?:ed|ance|ing)?|present)"
    r"(?: (?:\| )?(?:apolog(?:ies|y)|absent|substitute|did not attend)){1,3}",
    re.IGNORECASE,
)
_FLAT_ROW = regex(r"[A-Z][^:.]{3,60}? [✓✔xX√*|][✓✔xX√*| ]*|(?:Cllr|Councillor|Mrs?|Ms|Dr)\b[^:.]{3,60}")
_MARK = regex(r"[✓✔xX√*]")
HEADINGS = 3


def drop_flat(lines: Sequence[TextLine]) -> tuple[int | None, list[TextLine]]:
    """Take out a table whose columns an extract lost: who was there and who was not cannot be told.

    Its rows are run together, or their cells stand one below the other.

    Returns:
        The page it stands on, or None where there is none, and the lines that are left.
    """
    for start, line in enumerate(lines):
        heads = " ".join(x.text for x in lines[start : start + HEADINGS])
        stacked = len(line.text) < len(heads) and _FLAT_HEADING.fullmatch(heads) is not None
        if len(line_cells(line)) > 1 or not (stacked or _FLAT_HEADING.fullmatch(line.text)):
            continue
        end = start + (HEADINGS if stacked else 1)
        first = end
        while end < len(lines) and _is_lost_row(lines, end):
            end += 1
        if any(_MARK.match(x.text.rstrip(" |")[-1:]) for x in lines[first:end]):
            return line.page, [*lines[:start], *lines[end:]]
    return None, list(lines)


def _is_lost_row(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line is a row of such a table, or a cell of one."""
    text, below = lines[at].text, lines[at + 1].text if at + 1 < len(lines) else ""
    if len(line_cells(lines[at])) > 1:
        return False
    return bool(_MARK.fullmatch(text) or _FLAT_ROW.fullmatch(text) or _MARK.fullmatch(below))


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
