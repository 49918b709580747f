"""Finds the sets of minutes in a paper and reads each: who, when, what was said, decided and promised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from imports.heading.minutes import first_time, read_committee, read_day, read_venue
from imports.heading.venue import place_alone, place_below
from imports.layout.paragraphs import join_lines
from imports.minutes.action_column import take_column
from imports.minutes.items import find_items
from imports.minutes.openings import find_openings
from imports.minutes.paragraphs import read_item
from imports.model.minutes import MinuteItem, Minutes
from imports.patterns import regex
from imports.people.apologies import read_apologies
from imports.people.attendance import read_attendance
from imports.reports.starts import HEAD_LINES, opens_paper
from imports.words.names import is_titled, split_titled

if TYPE_CHECKING:
    from datetime import date, time

    from imports.layout.furniture import Furniture, TextLine

_CONCLUDED = regex(
    r"\b(?:(?:the )?meeting|proceedings) (?:was |then |was then |having )?(?:concluded|closed|ended"
    r"|finished|terminated|rose|declared closed)"
    r"(?: (?:at|the meeting at))?\b(?P<rest>.{0,60})"
    r"|\bclose of (?:the )?meeting\s*(?::|at)\s*(?P<rest6>\d.{2,20})"
    r"|\bclosed the meeting at (?P<rest5>.{3,14})"
    r"|\(?(?:meeting )?(?:concluded|finished|ended|closed)\s*(?:at|:)\s*(?P<rest2>\d.{0,30})"
    r"|meeting started at .{3,12} and (?:finished|ended|closed) at (?P<rest4>.{3,14})"
    r"|duration of (?:the )?meeting\W+.{0,40}?(?:to|[-–])\s*(?P<rest3>\d.{0,20})",
    re.IGNORECASE,
)
_CONCLUDING = ("close of", "concluded", "closed", "ended", "finished", "terminated", "rose", "duration")
_STARTED = regex(
    r"\bmeeting (?:was )?(?:commenced|started|began|opened)(?: at)? (?P<at>.{4,14})", re.IGNORECASE
)
_FINISHING = regex(
    r"(?:(?:finishing|finished|ended|and ending|concluding) at"
    r"|\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)? ?(?:to|until|[-–])(?= ?\d{1,2}[.:]\d\d)"
    r"|\b\d{1,2} ?[ap]\.?m\.? ?(?:to|until|[-–])(?= ?\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m))"
    r" ?(?P<rest>.{3,12})",
    re.IGNORECASE,
)
_SPAN_ALONE = regex(
    r"\(?\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?)? ?(?:to|[-–]) ?(?P<to>\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?)\)?",
    re.IGNORECASE,
)
_NAMED_ITEM = regex(r"agenda item (?:no\.? ?)?\d{1,3}[a-z]?\s?[-–:.]\s+\S", re.IGNORECASE)
_SIGN_OFF = regex(
    r"(?:(?:(?:in the )?chair(?:man|person|woman)?|signed(?: by)?(?: the)?|date(?: of signing)?|dated"
    r"|(?:cllr|councillor)\b.{3,40}, chair|chair(?:man|person|woman)?: (?:cllr|councillor)\b.{3,40})"
    r"(?:\b|(?=$))[\s.,:…_()]*){1,3}$",
    re.IGNORECASE,
)
# The headings of minutes set as a table: "Minute   Item   Action" over "Item No."
_TABLE_HEAD = regex(
    r"(?:(?:min|minute|item|and|agenda|no|number|ref|subject|title|description|discussion|action|by|whom|decision)s?\b\W*){1,8}",
    re.IGNORECASE,
)
_APOLOGIES_TOLD = regex(r"(?:an )?apolog(?:y|ies)\b.{0,40}\b(?:was|were|had been)\b", re.IGNORECASE)
_PUBLISHED = regex(r"\b(?:date of publication|(?:was |were )?published|call(?:ed)?[- ]in)\b", re.IGNORECASE)
_MINUTES_BEHIND = regex(r"\s+(?:draft )?minutes$", re.IGNORECASE)
_PLACE_LABEL = regex(r"^(?:venue|place|location)\b\s*:?\s*", re.IGNORECASE)
FEWEST_LINES, FEWEST_OF_PAGE = 12, 5


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


def find_minutes(
    lines: Sequence[TextLine], furniture: Furniture, first: int = 0, near: date | None = None
) -> list[MinutesSpan]:
    """Find and read every set of minutes.

    Args:
        lines: the document's own lines.
        furniture: whose item stamps show where another paper begins.
        first: the line to start from, after the front sheet.
        near: the day of the meeting they are papers for, by which a day without its year is told.
    """
    openings = find_openings(lines, first)
    spans: list[MinutesSpan] = []
    for place, (start, header_end) in enumerate(openings):
        limit = openings[place + 1][0] if place + 1 < len(openings) else len(lines)
        end = _find_end(lines, start, limit, furniture)
        spans.append(_read(lines, start, header_end, end, near))
    return spans


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
        few = FEWEST_OF_PAGE if line.opens_page else FEWEST_LINES
        if i > start + few and opens_paper(lines, i) and not _is_next_item(lines, start, i):
            end = i
            break
        if concluded is None and i > start + 5 and len(line.text) < 140 and _find_conclusion(line.text):
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


def _is_next_item(lines: Sequence[TextLine], start: int, i: int) -> bool:
    """Whether a line such as "Agenda Item 5 - Housing" heads one more item of minutes that head theirs so."""
    below = [replace(lines[i], gap=True, opens_page=False), *lines[i + 1 : i + HEAD_LINES]]
    if not _NAMED_ITEM.match(lines[i].text) or opens_paper(below, 0):
        return False
    return any(_NAMED_ITEM.match(line.text) for line in lines[start:i])


def _find_conclusion(text: str) -> re.Match[str] | None:
    """The words that tell when a meeting ended; most lines have none of them, which is soon seen."""
    plain = text.casefold()
    for word in _CONCLUDING:
        if word in plain:
            return _CONCLUDED.search(text)
    return None


def _time_of(found: re.Match[str], words: str) -> time | None:
    """When the meeting ended, of the words that tell so."""
    told = found["rest4"] or (f"at {found['rest3']}" if found["rest3"] else words[found.start() :])
    return first_time(told) or first_time(words[: found.start()])


def read_conclusion(words: str) -> time | None:
    """When a paragraph says that the meeting ended, if it does."""
    found = _find_conclusion(words)
    return _time_of(found, words) if found else None


def _read(lines: Sequence[TextLine], start: int, header_end: int, end: int, near: date | None) -> MinutesSpan:
    while header_end > start + 1 and _TABLE_HEAD.fullmatch(lines[header_end - 1].text):
        header_end -= 1
    heading = join_lines(line.text for line in lines[start:header_end])
    ends = [*lines[start : header_end + 4], *lines[max(start, end - 12) : end]]
    started = next((found for line in ends if (found := _STARTED.search(line.text))), None)
    margin = take_column(lines[header_end:end])
    body = margin.lines
    concluded = None
    for n in range(len(body) - 1, max(len(body) - 12, -1), -1):
        if found := _find_conclusion(body[n].text):
            words = join_lines(line.text for line in body[n : n + 2])
            concluded = _time_of(found, words)
            body = body[:n]
            break
    if concluded is None and body and (span := _SPAN_ALONE.fullmatch(body[-1].text)):
        concluded = first_time(f"at {span['to']}")
        body.pop()
    if concluded is None and (finishing := _FINISHING.search(heading)):
        concluded = first_time(finishing["rest"])
    while body and _SIGN_OFF.match(body[-1].text):
        body.pop()
    items = find_items(body)
    head = body[: items[0].first] if items else body
    place, count = place_alone(head)
    told, head = _take_told(head[count:])
    attendance = read_attendance(_without_numbers(head))
    read = tuple(read_item(item, body, margin.owners) for item in items)
    minutes = Minutes(
        committee=read_committee(lines[start:header_end]),
        date=read_day(heading, near, lines[header_end:end]),
        start_time=first_time(_PUBLISHED.split(heading)[0])
        or (first_time(f"at {started['at']}") if started else None),
        venue=read_venue(_MINUTES_BEHIND.sub("", heading))
        or _PLACE_LABEL.sub("", place or place_below(lines[start:header_end]) or "")
        or None,
        present=tuple(attendance.present),
        substitutes=tuple(attendance.substitutes),
        apologies=tuple(attendance.apologies) or tuple(read_apologies(told)) or apologies_minuted(read),
        officers_in_attendance=tuple(attendance.officers),
        concluded=concluded,
        items=read,
        page=lines[start].page,
        last_page=lines[end - 1].page,
    )
    first = (body[items[0].first].page, body[items[0].first].index) if items else (minutes.last_page + 1, 0)
    items_at = next((i for i in range(header_end, end) if (lines[i].page, lines[i].index) >= first), end)
    return MinutesSpan(minutes, start, items_at, end)


def apologies_minuted(items: Sequence[MinuteItem]) -> tuple[str, ...]:
    """The apologies given under their own item, where the heading lists none."""
    for item in items:
        if "apolog" in item.title.casefold():
            told = join_lines(part.text for part in item.paragraphs)
            parts = [part for whole in item.paragraphs for part in split_titled(whole.text)]
            listed = [part for part in parts if len(part) < 60 and is_titled(part)]
            first = read_apologies(f"apologies from {_names_first(told)}")
            alone = listed if len(listed) == len(parts) > 1 else []
            unended = [name for name in listed if name[-1] != "."]
            if names := read_apologies(told) or alone or first or unended:
                return tuple(names)
    return ()


def _names_first(told: str) -> str:
    """The first sentence of a minute that begins with whose apologies they were ("Cllr A Bell (unwell).")."""
    return re.split(r"(?<=[a-z)])\.(?:\s|$)", told)[0] if is_titled(told) else ""


def _take_told(head: Sequence[TextLine]) -> tuple[str, list[TextLine]]:
    """The sentence that tells of apologies among those present, and the lines without it."""
    start = next((i for i, line in enumerate(head) if _APOLOGIES_TOLD.match(line.text)), None)
    if start is None:
        return "", list(head)
    end = start + 1
    while end < len(head) and not head[end].gap and not head[end - 1].text.endswith("."):
        end += 1
    return join_lines(line.text for line in head[start:end]), [*head[:start], *head[end:]]


def _without_numbers(lines: Sequence[TextLine]) -> list[TextLine]:
    """The attendance without the numbers of items titled further down; what they part stays parted."""
    kept: list[TextLine] = []
    parted = False
    for line in lines:
        if re.fullmatch(r"\d{1,4}\.?", line.text) or _TABLE_HEAD.fullmatch(line.text):
            parted = True
        else:
            kept.append(replace(line, gap=line.gap or parted))
            parted = False
    return kept
