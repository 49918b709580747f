"""A work programme that an extract wrote down row after row, its cells neither in columns nor apart.

The heading row tells which columns there are. A day opens the rows promised for it or, in the last column,
ends its row; people in the last column end theirs; what the committee wants of an item begins with "To".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from imports.agenda.title import BEGINS_DESCRIPTION
from imports.layout.furniture import TextLine
from imports.layout.paragraphs import join_lines, single_spaced
from imports.patterns import regex
from imports.trackers.owners import RUNS_ON
from imports.trackers.programme_columns import opening_date
from imports.trackers.tracker_cells import merge_cells, opens_other
from imports.words.dates import find_dates
from imports.words.names import is_people, trailing_people
from imports.words.presenters import is_post

Found = dict[date, tuple[int, list[str]]]
Rows = list[tuple[date, list[TextLine]]]

_HEADS = (
    (
        "day",
        regex(r"(?:(?:meeting|committee|proposed) )?date(?: of (?:the )?meeting)?\b|meeting\b|when\b", re.I),
    ),
    (
        "item",
        regex(
            r"(?:proposed |agenda |report )?(?:items?|topics?|reports?|subjects?|business|titles?|issues?)\b"
            r"(?! (?:author|officer|lead|of|from|by)\b)",
            re.I,
        ),
    ),
    (
        "why",
        regex(
            r"(?:purpose|aims?|objectives?)\b(?: of (?:the )?(?:report|item))?|(?:why|reason)\b(?-i:[a-z ]*)"
            r"|(?:comment|note|detail)s?\b|(?:additional |further )?(?:information|details)\b|description\b"
            r"|scope\b|format\b|type\b",
            re.I,
        ),
    ),
    (
        "who",
        regex(
            r"(?:lead|report|responsible|contact) (?:officers?|authors?|members?|directors?)\b|leads?\b"
            r"|(?:officer|contributor|presenter|owner)s?\b|(?:report )?authors?\b|witness(?:es)?\b|by whom\b"
            r"|cabinet members?\b",
            re.I,
        ),
    ),
)
_SPLIT = regex(r"\s(?=To [a-z]{3,} )")
FEWEST_COLUMNS, NEAR, MOST_HEADS, LONGEST, LONGEST_HEADING = 3, 8, 8, 400, 120
SHORTEST_DAY = 6
GLUED = 1.7
"""A first line longer than the shortest by this holds more than one cell."""


@dataclass(frozen=True, slots=True)
class _Heading:
    kinds: tuple[str, ...]
    start: int
    end: int


def read_flat_programme(
    lines: Sequence[TextLine], title: int, known: frozenset[str]
) -> tuple[Found, frozenset[tuple[int, int]]] | None:
    """Read what is promised below a title.

    Args:
        lines: the document's own lines.
        title: the index of the programme's title.
        known: people's names in lower case.

    Returns:
        The items of each day and the table's lines; no day where its rows cannot be told apart, and None
        where no such table is.
    """
    places = range(title + 1, min(title + NEAR, len(lines)))
    heading = next((headed for at in places if (headed := _read_heading(lines, at))), None)
    if heading is None:
        return None
    body, end = _body(lines, heading)
    apart = any(line.gap and not line.opens_page for line in body[1:])
    rows: Rows = []
    if heading.kinds[-1] == "day":
        rows = _counted(body, heading) if apart else list(_ending_in_day(body))
        rows = [(day, _without_people(row, heading, known)) for day, row in rows]
    elif apart:
        rows = _counted(body, heading)
        if not rows:
            return None
    elif heading.kinds[0] != "day" or heading.kinds[-1] != "who":
        return None
    else:
        days = _by_day(body)
        rows = _led(days, known) if "why" in heading.kinds else _halved(days, known)
        if not rows:
            return None
    found: Found = {}
    firsts = [len(row[0].text) for _, row in rows if row]
    room = max((n for n in firsts if n <= GLUED * min(firsts)), default=0)
    several = "why" in heading.kinds and not apart
    for day, row in rows:
        entry = found.setdefault(day, (row[0].page if row else lines[title].page, []))
        if row:
            entry[1].append(_item(row, room) if several else join_lines(x.text for x in row))
    return found, frozenset((x.page, x.index) for x in lines[title:end])


def _counted(body: Sequence[TextLine], heading: _Heading) -> Rows:
    """The items of rows of cells parted by white space, as many in each as the heading has; else none."""
    rows: Rows = []
    row: list[list[TextLine]] = []
    for cell in merge_cells(body):
        row.append(cell)
        if len(row) < len(heading.kinds):
            continue
        days = find_dates(join_lines(line.text for line in row[heading.kinds.index("day")]))
        if not days or days[0].start:
            return []
        rows.append((days[0].date, row[heading.kinds.index("item")]))
        row = []
    return rows


def _read_heading(lines: Sequence[TextLine], start: int) -> _Heading | None:
    kinds: list[str] = []
    for at in range(start, min(start + MOST_HEADS, len(lines))):
        named = _heads(single_spaced(lines[at].text))
        if named is None:
            break
        kinds.extend(named)
    else:
        return None
    whole = len(kinds) >= FEWEST_COLUMNS and len(set(kinds)) == len(kinds)
    return _Heading(tuple(kinds), start, at) if whole and {"day", "item"} <= set(kinds) else None


def _heads(text: str) -> list[str] | None:
    """The kinds of the columns a line names; None where it has other words."""
    if len(text) > LONGEST_HEADING:
        return None
    kinds: list[str] = []
    at = 0
    while at < len(text):
        named = [(found.end(), kind) for kind, pattern in _HEADS if (found := pattern.match(text, at))]
        if not named:
            return None
        at, kind = max(named)
        kinds.append(kind)
        while at < len(text) and text[at] in " .|/:":
            at += 1
    return kinds or None


def _body(lines: Sequence[TextLine], heading: _Heading) -> tuple[list[TextLine], int]:
    """The lines below the heading row, which the next page may have again, and the line after them."""
    head = [line.text for line in lines[heading.start : heading.end]]
    body: list[TextLine] = []
    at = heading.end
    while at < min(heading.end + LONGEST, len(lines)):
        if [line.text for line in lines[at : at + len(head)]] == head:
            at += len(head)
            continue
        if opens_other(lines[at]):
            break
        body.append(lines[at])
        at += 1
    return body, at


def ends_in_day(text: str) -> bool:
    """Whether a line ends with a day of some year."""
    if len(text) < SHORTEST_DAY or not text[-1].isdigit():
        return False
    days = find_dates(text)
    return bool(days) and days[-1].has_year and days[-1].end == len(text)


def _ending_in_day(body: Sequence[TextLine]) -> Iterator[tuple[date, list[TextLine]]]:
    """The rows that each end with their day."""
    row: list[TextLine] = []
    for line in body:
        if not ends_in_day(line.text):
            row.append(line)
            continue
        days = find_dates(line.text)
        before = line.text[: days[-1].start].rstrip()
        yield days[-1].date, [*row, replace(line, text=before)] if before else row
        row = []


def _by_day(body: Sequence[TextLine]) -> Rows:
    """The lines below each day that opens one, with what stands beside it."""
    days: Rows = []
    for line in body:
        if opening := opening_date(line.text):
            days.append((opening[0], [replace(line, text=opening[1])] if opening[1] else []))
        elif days:
            days[-1][1].append(line)
    return days


def _led(days: Rows, known: frozenset[str]) -> Rows:
    """The rows of days, each ending with people, who are left out."""
    rows: Rows = []
    for day, lines in days:
        row: list[TextLine] = []
        rows.append((day, []))
        for line in lines:
            row.append(line)
            if people := _people(row, known):
                rows.append((day, _shorn(row, people)))
                row = []
        if row:
            rows.append((day, row))
    return rows


def _halved(days: Rows, known: frozenset[str]) -> Rows:
    """The items of days whose cells list as many items as people: each day's first half.

    None where a day's lines are no such lists, for then who brings an item cannot be told from the items.
    """
    rows: Rows = []
    named = False
    for day, lines in days:
        half = len(lines) // 2
        people = [n for n, line in enumerate(lines) if is_people(line.text, known) or is_post(line.text)]
        if len(lines) > 1 and (len(lines) % 2 or (people and people[0] < half)):
            return []
        named = named or bool(people)
        rows += [(day, [line]) for line in (lines[:half] if len(lines) > 1 else lines)] or [(day, [])]
    return rows if named else []


def _without_people(row: list[TextLine], heading: _Heading, known: frozenset[str]) -> list[TextLine]:
    people = _people(row, known) if row and "who" in heading.kinds else ""
    return _shorn(row, people) if people else row


def _shorn(row: Sequence[TextLine], people: str) -> list[TextLine]:
    """A row without the people at its end."""
    rest = row[-1].text[: -len(people)].rstrip()
    return [*row[:-1], replace(row[-1], text=rest)] if rest else list(row[:-1])


def _people(row: Sequence[TextLine], known: frozenset[str]) -> str:
    """The people or the post that a row's last line names, alone or behind other words; "" for none."""
    text = row[-1].text
    if len(row) > 1 and not RUNS_ON.search(row[-2].text) and (is_people(text, known) or is_post(text)):
        return text
    return trailing_people(text)


def _item(row: Sequence[TextLine], room: int) -> str:
    """The first of a row's two cells: as far as the words that say what for, or as its lines are full."""
    end = len(row)
    for n, line in enumerate(row):
        if n and BEGINS_DESCRIPTION.match(line.text):
            return join_lines(x.text for x in row[:n])
        if inside := _SPLIT.search(line.text):
            return join_lines([*(x.text for x in row[:n]), line.text[: inside.start()]])
    for n in range(1, end):
        before, text = row[n - 1].text, row[n].text
        runs_on = text[:1].islower() or RUNS_ON.search(before)
        full = len(before) + 1 + len(text.split()[0]) > room and n < end - 1
        if not (runs_on or full):
            return join_lines(x.text for x in row[:n])
    return join_lines(x.text for x in row)
