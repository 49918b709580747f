"""Finds the sets of minutes in a paper and reads each: who, when, what was said, decided and promised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from imports.attendance import read_attendance, read_label
from imports.dates import find_dates, find_times
from imports.furniture import Furniture, TextLine
from imports.headings import is_capitals
from imports.minute_items import find_items, read_item
from imports.model import Minutes
from imports.paragraphs import join_lines

_OPENING = re.compile(
    r"(?:draft |unconfirmed |confirmed )?minutes of (?:the |an? )?(?:\w+[ -]){0,4}?(?:meeting|proceedings)\b"
    r"|(?:draft )?minutes of the .{3,120}?\b(?:held|committee|panel|board|commission)\b|(?:committee "
    r"|meeting |draft )?minutes$",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:held|commencing|at \d{1,2}[.:]?\d{0,2} ?[ap]\.?m|meeting)\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"(?:members? )?present\b\s*(?:[:–-]|$)|in attendance\s*:|councillors?\s*:|attendance\s*:?$"
    r"|apologies\b|membership\s*:",
    re.IGNORECASE,
)
_CONCLUDED = re.compile(
    r"\b(?:(?:the )?meeting|proceedings) (?:was |then |was then |having )?(?:concluded|closed|ended"
    r"|finished|terminated|rose|declared closed)"
    r"(?: (?:at|the meeting at))?\b(?P<rest>.{0,60})"
    r"|\(?(?:meeting )?(?:concluded|finished|ended|closed)\s*(?:at|:)\s*(?P<rest2>\d.{0,30})"
    r"|duration of meeting\W+.{0,40}?(?:to|[-–])\s*(?P<rest3>\d.{0,20})",
    re.IGNORECASE,
)
_FINISHING = re.compile(
    r"(?:finishing|finished|ended|and ending|concluding) at (?P<rest>.{3,12})", re.IGNORECASE
)
_OF_COMMITTEE = re.compile(
    r"minutes of (?:(?:the |an? )?(?:\w+ ){0,3}?(?:meeting"
    r"|proceedings)s? of )?(?:the )?(?P<name>[A-Z].{3,140}?)\s*"
    r"(?:,|-|–)?\s+(?:(?:meeting )?(?:was )?held\b|on (?=\w+day\b|\d)|at \d|commencing\b|meeting\b)",
    re.IGNORECASE,
)
_PLACE_AFTER = re.compile(
    r"\b(?:at|in|via) (?:the )?(?P<place>(?=[A-Z])(?!M\b|m\b).{3,120}?)(?:\.?$|\.\s|\s+(?:at|commencing"
    r"|starting)\b)"
)
_PLACE_BEFORE = re.compile(
    r"\bheld (?:(?:at|in|via) (?:the )?)?(?P<place>(?:[A-Z].{3,120}?|remotely|virtually"
    r"|online))(?:,? on\b|\s*$)"
)
_SIGN_OFF = re.compile(r"(?:chair(?:man|person|woman)?|signed|date|dated)\b[\s.:…_]*$", re.IGNORECASE)
HEADER_LINES = 14
LOOK_FOR_PRESENT = 45


@dataclass(frozen=True, slots=True)
class MinutesSpan:
    """One set of minutes and the lines it fills.

    Attributes:
        minutes: what they say.
        start: the first line, the heading's.
        items_at: the first line of the first item.
        end: the line after the last.
    """

    minutes: Minutes
    start: int
    items_at: int
    end: int


def find_minutes(lines: Sequence[TextLine], furniture: Furniture, first: int = 0) -> list[MinutesSpan]:
    """Find and read every set of minutes.

    Args:
        lines: the document's own lines.
        furniture: whose item stamps show where another paper begins.
        first: the line to start from, after the front sheet.
    """
    openings = _openings(lines, first)
    spans: list[MinutesSpan] = []
    for place, (start, header_end) in enumerate(openings):
        limit = openings[place + 1][0] if place + 1 < len(openings) else len(lines)
        end = _find_end(lines, start, limit, furniture)
        spans.append(_read(lines, start, header_end, end))
    return spans


def _openings(lines: Sequence[TextLine], first: int) -> list[tuple[int, int]]:
    """Where sets of minutes begin: (the heading's first line, the line after the sentence that dates it)."""
    found: list[tuple[int, int]] = []
    i = first
    while i < len(lines):
        end = _opens(lines, i)
        if end is None:
            i += 1
            continue
        start = i
        floor = found[-1][1] if found else first
        while start > max(floor, i - 4) and not lines[start].opens_page and _is_heading(lines[start - 1]):
            start -= 1
        found.append((start, end))
        i = end
    return found


def _is_heading(line: TextLine) -> bool:
    return len(line.text) < 100 and (
        is_capitals(line.text)
        or line.line.bold
        or (
            bool(re.search(r"\b(?:committee|board|panel|council)\b", line.text, re.IGNORECASE))
            and not line.text.endswith((".", ","))
        )
    )


def _opens(lines: Sequence[TextLine], i: int) -> int | None:
    text = lines[i].text
    if len(text) > 200 or not _OPENING.match(text):
        return None
    near = list(lines[i : i + HEADER_LINES])
    for n, line in enumerate(near):
        if n and (
            re.match(r"to (?:approve|confirm|agree|sign|consider)", line.text, re.IGNORECASE)
            or (_PRESENT.match(line.text) and find_dates(join_lines(x.text for x in near[:n])) == ())
        ):
            return None
        joined = join_lines(x.text for x in near[: n + 1])
        if find_dates(joined) and _HELD.search(joined):
            end = i + n + 1
            while (
                end < len(lines)
                and end < i + HEADER_LINES
                and not lines[end].gap
                and not read_label(lines[end].text)
                and not lines[end - 1].text.endswith(".")
            ):
                end += 1
            after = lines[i + n : i + n + LOOK_FOR_PRESENT]
            return end if any(_PRESENT.match(x.text) for x in after) else None
    return None


def _find_end(lines: Sequence[TextLine], start: int, limit: int, furniture: Furniture) -> int:
    """The line after the last of a set of minutes."""
    own = furniture.stamped_items.get(lines[start].page)
    end = limit
    concluded = None
    for i in range(start, limit):
        line = lines[i]
        if i > start and line.opens_page:
            stamped = furniture.stamped_items.get(line.page)
            if stamped and stamped != own and line.page != lines[start].page:
                end = i
                break
        if concluded is None and i > start + 5 and _CONCLUDED.search(line.text) and len(line.text) < 140:
            concluded = i
            end = i + 1
            while (
                end < min(limit, i + 8)
                and not lines[end].opens_page
                and (_SIGN_OFF.match(lines[end].text) or len(lines[end].text) < 4)
            ):
                end += 1
            break
    return end


def _read(lines: Sequence[TextLine], start: int, header_end: int, end: int) -> MinutesSpan:
    heading = join_lines(line.text for line in lines[start:header_end])
    body = list(lines[header_end:end])
    concluded = None
    for n in range(len(body) - 1, max(len(body) - 12, -1), -1):
        if found := _CONCLUDED.search(body[n].text):
            concluded = _first_time(join_lines(line.text for line in body[n : n + 2])[found.start() :])
            body = body[:n]
            break
    if concluded is None and (finishing := _FINISHING.search(heading)):
        concluded = _first_time(finishing["rest"])
    while body and _SIGN_OFF.match(body[-1].text):
        body.pop()
    items = find_items(body)
    attendance = read_attendance(_without_numbers(body[: items[0].first] if items else body))
    minutes = Minutes(
        committee=read_committee(lines[start:header_end]),
        date=next((found.date for found in find_dates(heading)), None),
        start_time=_first_time(heading),
        venue=_read_venue(heading),
        present=tuple(attendance.present),
        substitutes=tuple(attendance.substitutes),
        apologies=tuple(attendance.apologies),
        officers_in_attendance=tuple(attendance.officers),
        concluded=concluded,
        items=tuple(read_item(item, body) for item in items),
        page=lines[start].page,
        last_page=lines[end - 1].page,
    )
    return MinutesSpan(minutes, start, header_end + (items[0].first if items else len(body)), end)


def _without_numbers(lines: Sequence[TextLine]) -> list[TextLine]:
    """The attendance without the numbers of items titled further down; what they part stays parted."""
    kept: list[TextLine] = []
    parted = False
    for line in lines:
        if re.fullmatch(r"\d{1,4}\.?", line.text):
            parted = True
        else:
            kept.append(replace(line, gap=line.gap or parted))
            parted = False
    return kept


def read_committee(heading: Sequence[TextLine]) -> str | None:
    """The committee a heading names, from its sentence, else from the lines above it."""
    sentence = join_lines(line.text for line in heading)
    if found := _OF_COMMITTEE.search(sentence):
        return found["name"].strip(" ,–-")
    above: list[str] = []
    for line in heading:
        if _OPENING.match(line.text) or find_dates(line.text):
            break
        above.append(line.text)
    return join_lines(above) or None


def _read_venue(heading: str) -> str | None:
    """Where the meeting was held: what follows "at the" behind date and time, or before the date."""
    days = find_dates(heading)
    if not days:
        return None
    after = heading[days[0].end :]
    if found := _PLACE_AFTER.search(after):
        return found["place"].strip(" ,–-") or None
    before = heading[: days[0].start]
    if found := _PLACE_BEFORE.search(before):
        return found["place"].strip(" ,–-") or None
    return None


def _first_time(text: str) -> time | None:
    return next((found.time for found in find_times(text) if found.time), None)
