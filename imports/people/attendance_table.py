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
_MARKED = regex(r"(?:^|[ |])[✓✔xX√*]$")
# Its headings in a text that takes each column's cells apart: one of them stands among the rows
_TITLES = regex(
    r"(?:(?:committee |panel |board )?members?|councillors?|names?) (?:attend(?:ed|ance)|present)", re.I
)
_TITLE_AMONG = regex(r"apolog(?:ies|y)|absent|did not attend", re.IGNORECASE)
_FIRST_TITLE = regex(r"(?:(?:committee |panel |board )?members?|councillors?|names?)", re.IGNORECASE)
_MARK_CELL = regex(r"[✓✔xX√*]|attend(?:ed|ance)|present|apolog(?:ies|y)|absent|did not attend", re.IGNORECASE)
LATEST = 30
_PERSON = regex(r"(?:[A-Z][\w.’'-]* ){1,3}[A-Z][\w’'-]+(?: \([^()]*\))?")
HEADINGS, APART, FEWEST_MARKS = 3, 2, 3


def with_columns_back(lines: Sequence[TextLine]) -> list[TextLine]:
    """A set of minutes with the columns of marks, read apart from their members, back under "Member".

    A text read column by column sets them among the items: "Present", "Apologies" and a mark for each.
    """
    start = next((i for i, line in enumerate(lines[:LATEST]) if _FIRST_TITLE.fullmatch(line.text)), None)
    if start is None:
        return list(lines)
    at = start + 1
    while at < len(lines):
        end = at
        while end < len(lines) and _MARK_CELL.fullmatch(lines[end].text):
            end += 1
        marks = [line for line in lines[at:end] if _MARK.fullmatch(line.text)]
        titles = [line for line in lines[at:end] if not _MARK.fullmatch(line.text)]
        names = lines[start + 1 : start + 1 + len(marks)]
        if len(titles) > 1 and len(marks) >= FEWEST_MARKS and start + len(marks) < at:
            if not all(is_titled(line.text) or _PERSON.fullmatch(line.text) for line in names):
                break
            rows = [cell for row in zip(names, marks, strict=True) for cell in row]
            return [*lines[: start + 1], *titles, *rows, *lines[start + 1 + len(marks) : at], *lines[end:]]
        at = end + 1
    return list(lines)


def drop_flat(lines: Sequence[TextLine]) -> tuple[int | None, list[TextLine]]:
    """Take out a table whose columns an extract lost: who was there and who was not cannot be told.

    Its rows are run together, or their cells stand one below the other.

    Returns:
        The page it stands on, or None where there is none, and the lines that are left.
    """
    for start, line in enumerate(lines):
        if len(line_cells(line)) > 1 or not (headings := _flat_headings(lines, start)):
            continue
        end = first = start + headings
        while end < len(lines) and _is_lost_row(lines, end, headings == APART):
            end += 1
        marks = sum(_MARKED.search(x.text.rstrip(" |")) is not None for x in lines[first:end])
        if marks >= (FEWEST_MARKS if headings == APART else 1):
            return line.page, [*lines[:start], *lines[end:]]
    return None, list(lines)


def _flat_headings(lines: Sequence[TextLine], start: int) -> int:
    """How many lines from one on are such a table's headings, 0 where they are none."""
    if _FLAT_HEADING.fullmatch(lines[start].text):
        return 1
    for count, headings in ((HEADINGS, _FLAT_HEADING), (APART, _TITLES)):
        heads = " ".join(x.text for x in lines[start : start + count])
        if len(lines[start].text) < len(heads) and headings.fullmatch(heads):
            return count
    return 0


def _is_lost_row(lines: Sequence[TextLine], at: int, apart: bool) -> bool:
    """Whether a line is a row of such a table, or a cell of one, a heading's perhaps."""
    text, below = lines[at].text, lines[at + 1].text if at + 1 < len(lines) else ""
    if len(line_cells(lines[at])) > 1:
        return False
    if apart and _TITLE_AMONG.fullmatch(below) and _PERSON.fullmatch(text):
        return True
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
