"""An action tracker whose cells a text extract ran together: each row one line or a few, parted by one blank.

What a row begins with (its number, its date) and ends with (who acts, what became of it) is known by
its form; what stands between is the action.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.layout.paragraphs import join_lines
from imports.model.tables import TrackedAction
from imports.patterns import regex
from imports.trackers.owners import STATUS, last_owner
from imports.trackers.tracker_cells import opens_other
from imports.words.dates import find_dates

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_HEADING = regex(
    r"(?P<first>(?:(?:no|ref(?:erence)?|item|date(?: of (?:meeting|request))?|meeting(?: date)?|minute|topic"
    r"|subject)\b[.\s]*)*)"
    r"(?:agreed )?(?:actions?|recommendations?|requests?)(?: (?:agreed|required|requested|point))?\s+"
    r"(?:action )?(?:owner|lead|responsib\w+|by whom|who|officer|assigned to)(?: officer| person)?\s+"
    r"(?:(?:target |due )?(?:date|deadline|due)\s+)?"
    r"(?:progress|status|updates?|outcome|response|comments?)(?:[ /](?:update|progress|comments?))?",
    re.IGNORECASE,
)
_STARTS = regex(
    r"(?P<number>\d{1,3})[.)]?\s+(?=\S)|(?=\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s)"
    r"|(?=\d{1,2}\s[A-Z][a-z]{2,8}\s(?:20)?\d\d\s)"
)
# All there is to say of an action's progress, on the row's first line.
_WHOLE_STATUS = regex(
    r"(?:completed?|closed|ongoing|on-going|outstanding|in progress|in hand|pending|done|overdue|underway"
    r"|not (?:yet )?started|no update|(?:completed?|circulated|sent|done|due|provided)(?: (?:on|in|by))? "
    r"(?:\d{1,2} )?[A-Z][a-z]+(?: \d{4})?)\.?",
    re.IGNORECASE,
)
FEWEST, LONGEST_ROW, MOST_ROWS = 2, 8, 200


def read_run_together(
    lines: Sequence[TextLine], heading: int, known: frozenset[str]
) -> tuple[list[TrackedAction], int]:
    """Read the rows below a heading set the same way.

    Args:
        lines: the document's own lines.
        heading: the index of the line that may be the heading.
        known: people's names in lower case.

    Returns:
        The rows and the index of the line after them; none where fewer than two name who acts.
    """
    headed = _HEADING.fullmatch(lines[heading].text.strip())
    if not headed:
        return [], heading
    apart = not headed["first"].strip()
    rows: list[tuple[int, int]] = []
    at = heading + 1
    while at < len(lines) and len(rows) < MOST_ROWS:
        if not (_begins_apart(lines[at]) if apart else _begins_row(lines[at].text, len(rows) + 1)):
            break
        end = at + 1
        while end < len(lines) and end - at < LONGEST_ROW and not _ends_row(lines[end], len(rows) + 2):
            end += 1
        rows.append((at, end))
        at = end
    read = [row for a, b in rows if (row := _read(lines[a:b], known))]
    return (read, at) if len(read) >= max(FEWEST, len(rows) // 2) else ([], heading)


def _begins_row(text: str, expected: int) -> bool:
    found = _STARTS.match(text)
    return found is not None and (found["number"] is None or int(found["number"]) == expected)


def _begins_apart(line: TextLine) -> bool:
    """Whether a row begins below white space, where nothing numbers or dates it."""
    return line.gap and line.text[:1].isupper() and not opens_other(line)


def _ends_row(line: TextLine, following: int) -> bool:
    return line.gap or line.opens_page or _begins_row(line.text, following) or opens_other(line)


def _read(lines: Sequence[TextLine], known: frozenset[str]) -> TrackedAction | None:
    if row := _told_first(lines, known):
        return row
    text = join_lines(line.text for line in lines)
    number = re.match(r"\d{1,3}[.)]?\s+(?=\D|\d{1,2}[/.]\d|\d{1,2}\s[A-Z])", text)
    text = text[number.end() :] if number else text
    days = find_dates(text)
    text = text[days[0].end :].strip() if days and days[0].start == 0 else text
    for status in [*STATUS.finditer(text), None]:
        told = text[status.start() :] if status else ""
        before = (text[: status.start()] if status else text).rstrip(" -–")
        due = find_dates(before)
        before = before[: due[-1].start].rstrip() if due and due[-1].end == len(before) else before
        if owner := last_owner(before, known):
            return TrackedAction("", before[: -len(owner)].rstrip(" -–,"), owner, told, lines[0].page)
    return None


def _told_first(lines: Sequence[TextLine], known: frozenset[str]) -> TrackedAction | None:
    """A row whose first line holds the beginning of each cell, its other lines the rest of the action."""
    first = lines[0].text
    for status in STATUS.finditer(first):
        before = first[: status.start()].rstrip(" -–")
        owner = last_owner(before, known) if _WHOLE_STATUS.fullmatch(first[status.start() :].strip()) else ""
        action = before[: -len(owner)].rstrip(" -–,") if owner else ""
        if len(lines) > 1 and action and not action.endswith(".") and not _STARTS.match(first):
            whole = join_lines([action, *(line.text for line in lines[1:])])
            return TrackedAction("", whole, owner, first[status.start() :].strip(), lines[0].page)
    return None
