"""Finds the sets of minutes in a paper and reads each: who, when, what was said, decided and promised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from imports.heading.minutes import column_by_column, first_time, read_committee, read_day, read_venue
from imports.heading.venue import place_alone, place_below
from imports.layout.paragraphs import join_lines
from imports.minutes.action_column import take_column
from imports.minutes.ending import SPAN_ALONE, find_end, finish_of, span_alone, take_conclusion, take_span
from imports.minutes.items import ItemSpan, find_items
from imports.minutes.openings import find_openings
from imports.minutes.paragraphs import read_item
from imports.model.minutes import MinuteItem, MinuteParagraph, Minutes
from imports.model.warning import Warning
from imports.patterns import regex
from imports.people.apologies import read_apologies
from imports.people.attendance import read_attendance
from imports.people.attendance_table import with_columns_back
from imports.people.labels import read_label
from imports.words.names import is_titled, split_titled

if TYPE_CHECKING:
    from datetime import date, time

    from imports.layout.furniture import Furniture, TextLine

_STARTED = regex(
    r"\bmeeting (?:was )?(?:commenced|started|began|opened)(?: at| ?:)?\s+(?P<at>.{4,14})"
    r"|\bduration of (?:the )?meeting\W+(?P<span>\d.{4,25})",
    re.IGNORECASE,
)
# The headings of minutes set as a table: "Minute   Item   Action" over "Item No."
_TABLE_HEAD = regex(
    r"(?:(?:min|minute|item|and|agenda|no|number|ref|subject|title|description|discussion|action|by|whom|decision|under"
    r"|date|owner|lead|who|when|note)s?\b\W*){1,8}",
    re.IGNORECASE,
)
_APOLOGIES_TOLD = regex(r"(?:an )?apolog(?:y|ies)\b[^:]{0,60}\b(?:was|were|had been)\b", re.IGNORECASE)
# "Councillor A Bell.", all that is told
_NAME_ALONE = regex(r"\w+\.?(?: [A-Z][\w’'-]*\.?){1,4}")
_PUBLISHED = regex(r"\b(?:date of publication|(?:was |were )?published|call(?:ed)?[- ]in)\b", re.IGNORECASE)
_MINUTES_BEHIND = regex(r"\s+(?:(?:draft )?minutes|(?:un)?confirmed|draft)$", re.IGNORECASE)
_ROLL = regex(r"\b(?:calling of the roll|roll call)\b", re.IGNORECASE)
NOON, HEAD = 12, 18
_UNTOLD = (
    "Who was there and who sent apologies cannot be told from the table of members on page {page} in this "
    "text: nobody was taken from it; look at the page, or import the PDF."
)
_PLACE_LABEL = regex(
    r"^(?:venue|place|location|(?:meeting )?held(?: at| in)?(?=\s*:))\s*:?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class MinutesSpan:
    """One set of minutes and the lines it fills.

    Attributes:
        minutes: what they say.
        start: the first line, the heading's.
        items_at: the first line of the first item.
        end: the line after the last.
        warnings: what could not be told of them.
    """

    minutes: Minutes
    start: int
    items_at: int
    end: int
    warnings: tuple[Warning, ...] = ()


def find_minutes(
    lines: Sequence[TextLine],
    furniture: Furniture,
    first: int = 0,
    near: date | None = None,
    others: frozenset[int] = frozenset(),
) -> list[MinutesSpan]:
    """Find and read every set of minutes.

    Args:
        lines: the document's own lines.
        furniture: whose item stamps show where another paper begins.
        first: the line to start from, after the front sheet.
        near: the day of the meeting they are papers for, by which a day without its year is told.
        others: the pages on which other papers surely begin.
    """
    openings = find_openings(lines, first)
    spans: list[MinutesSpan] = []
    for place, (start, header_end) in enumerate(openings):
        limit = openings[place + 1][0] if place + 1 < len(openings) else len(lines)
        turns = (i for i in range(start + 1, limit) if lines[i].opens_page and lines[i].page in others)
        end = find_end(lines, start, header_end, next(turns, limit), furniture)
        spans.append(_read(lines, start, header_end, end, near))
    return spans


def _read(lines: Sequence[TextLine], start: int, header_end: int, end: int, near: date | None) -> MinutesSpan:
    while header_end > start + 1 and _heads_table(lines[header_end - 1].text):
        header_end -= 1
    head_lines = column_by_column(lines[start:header_end])
    heading = join_lines(line.text for line in head_lines)
    ends = [*lines[start : header_end + HEAD], *lines[max(start, end - 12) : end]]
    started = next((found for line in ends if (found := _STARTED.search(line.text))), None)
    margin = take_column(lines[header_end:end])
    body = with_columns_back(margin.lines)
    concluded, body = take_conclusion(body, heading)
    items = find_items(body)
    span, head = take_span(_take_head(body, items))
    concluded = concluded or finish_of(span)
    place, count = place_alone(head)
    told, names = _take_told(head[count:])
    told = told or next((x.text for x in names if "ere apologies from" in x.text), "")
    attendance = read_attendance(_without_numbers(names))
    read = tuple(read_item(item, body, margin.owners) for item in items)
    begun = (
        first_time(_PUBLISHED.split(heading)[0])
        or first_time(span)
        or (first_time(f"at {started['at'] or started['span']}") if started else None)
        or _time_below(head, count)
        or next((first_time(found[0]) for line in ends[-4:] if (found := span_alone(line))), None)
    )
    day = read_day(heading, near, lines[header_end:end])
    minutes = Minutes(
        committee=read_committee(head_lines),
        date=day,
        start_time=begun,
        venue=read_venue(_MINUTES_BEHIND.sub("", heading), day)
        or _PLACE_LABEL.sub("", place or place_below(head_lines) or "")
        or None,
        present=tuple(attendance.present),
        substitutes=tuple(attendance.substitutes),
        apologies=tuple(attendance.apologies) or tuple(read_apologies(told)) or apologies_minuted(read),
        officers_in_attendance=tuple(attendance.officers),
        concluded=_after(begun, concluded),
        items=read,
        page=lines[start].page,
        last_page=lines[end - 1].page,
    )
    first = (body[items[0].first].page, body[items[0].first].index) if items else (minutes.last_page + 1, 0)
    items_at = next((i for i in range(header_end, end) if (lines[i].page, lines[i].index) >= first), end)
    return MinutesSpan(minutes, start, items_at, end, tuple(_doubts(attendance.untold)))


def _doubts(untold: int | None) -> Iterator[Warning]:
    """Say that a table of those present could not be told."""
    if untold is not None:
        yield Warning("attendance-untold", _UNTOLD.format(page=untold), untold)


def _take_head(body: Sequence[TextLine], items: Sequence[ItemSpan]) -> list[TextLine]:
    """The lines above the first item, with those of an item that lists who was there ("1. Sederunt: ...")."""
    if not items:
        return list(body)
    first = items[0]
    label = read_label(first.title)
    head = list(body[: first.first])
    if _ROLL.search(first.title):
        return [*head, *body[first.body : first.end]]
    if label is None or label[0] != "present" or label[2]:
        return head
    told = replace(body[first.first], text=f"{label[1]}: {first.lead}".rstrip())
    return [*head, told, *body[first.body : first.end]]


def _after(begun: time | None, concluded: time | None) -> time | None:
    """When a meeting ended; from 7.30 pm to "8.50" it is the evening's."""
    if begun and concluded and concluded < begun and concluded.hour < NOON:
        return concluded.replace(hour=concluded.hour + NOON)
    return concluded


def _time_below(head: Sequence[TextLine], count: int) -> time | None:
    """When a meeting began, of the place below its heading or of a line that holds no more than its times."""
    span = next((line.text for line in head[:2] if SPAN_ALONE.fullmatch(line.text)), "")
    return first_time(span or join_lines(line.text for line in head[:count]))


def apologies_minuted(items: Sequence[MinuteItem]) -> tuple[str, ...]:
    """The apologies given under their own item, where the heading lists none."""
    for item in items:
        if "apolog" in item.title.casefold():
            told = _told_of(item.paragraphs)
            parts = [part for whole in item.paragraphs for part in split_titled(whole.text)]
            listed = [part for part in parts if len(part) < 60 and is_titled(part)]
            if _ROLL.search(item.title):
                return tuple(read_apologies(told))
            first = read_apologies(f"apologies from {_names_first(told)}")
            alone = listed if len(listed) == len(parts) > 1 else []
            unended = [name.rstrip(".") for name in listed if name[-1] != "." or _NAME_ALONE.fullmatch(name)]
            if names := read_apologies(told) or alone or first or unended:
                return tuple(names)
    return ()


def _told_of(paragraphs: Sequence[MinuteParagraph]) -> str:
    """The words of a minute that tell who sent apologies: a paragraph with the names, else all of it."""
    words = join_lines(x.text for x in paragraphs)
    first = paragraphs[0].text if paragraphs else ""
    if first[-1:].isalnum() and read_apologies(first) and not all(is_titled(x.text) for x in paragraphs[1:2]):
        words = first  # no full stop parts it from what is told next
    return re.sub(
        r"^(?:(?:These|This|They)\b|(?=(?:were |was |[Rr])(?:eceived|received) from\b))", "Apologies ", words
    )


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


def _heads_table(text: str) -> bool:
    """Whether a line heads the columns of minutes set as a table; "MINUTES" alone is the paper's name."""
    return _TABLE_HEAD.fullmatch(text) is not None and text.casefold() != "minutes"


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
