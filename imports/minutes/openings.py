"""Finds where sets of minutes begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from imports.agenda.item_numbers import PAGES, TYPICAL
from imports.heading.minutes import OPENING, SORT_BEHIND, calls_beside, column_by_column
from imports.layout.headings import is_capitals, names_body
from imports.layout.paragraphs import KEPT, join_lines, single_spaced
from imports.minutes.meeting_titles import (
    DAY_LABEL,
    NOT_MINUTES,
    begins_below_prose,
    held_below,
    lists_members,
    may_call_meeting,
    names_meeting,
    opens_with_date,
    tells_when,
    with_when,
)
from imports.patterns import regex
from imports.people.labels import read_label
from imports.words.dates import find_dates, find_times, is_date
from imports.words.names import is_titled

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_HELD = regex(
    r"\b(?:held|commencing|at \d{1,2}[.:]?\d{0,2} ?[ap]\.?m|meeting|date\s*(?::|\s(?=\w+day\b|\d)))",
    re.IGNORECASE,
)
_WEEKDAY = regex(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?\d", re.IGNORECASE)
_PRESENT = regex(
    r"(?:presennol\s*/\s*)?(?:(?:committee |board |panel |elected |voting )?members? |councillors? )?"
    r"present\b(?:\s{2,}|\s*(?:[:;–-]|$|(?=councillors?\b|cllrs?\b)))"
    r"|members? attending\s*:"
    r"|sederunt\b|attendees\s*:?$|(?:those attending|attendees):|in attendance\s*(?::|$)"
    r"|members?\s{2,}(?:attend|present)\w*\??$|councillors?\s*:|attendance\s*:?$|apologies\b|(?:membership|members)\s*:",
    re.IGNORECASE,
)
_PRESENT_LABEL = regex(
    r"sederunt\b|(?:attendees\s*:?|(?-i:ATTENDANCE))$|(?:those attending|in the chair)\s*:"
    r"|(?:members? )?present\b\s*(?:[:;–-]|$|(?=councillors?\b|cllrs?\b))",
    re.IGNORECASE,
)
_OF_BODY = regex(
    r"\b(?:committee|board|panel|council|forum|commission|cabinet|authority|(?-i:Group))\b", re.IGNORECASE
)
# "4.00pm 1 July 2033"
_TIME_FIRST = regex(r"^(?:at )?\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?,? (?:on )?", re.IGNORECASE)
# "Minutes 9th July 2033", "Notes – Monday 3 May"
_DATED = regex(r"(?:draft )?(?:minutes|notes)(?: ?[-–—:,])? (?:\w+day,? )?\d", re.IGNORECASE)
# The letters of `_PRESENT` and `_PRESENT_LABEL`, and a number before one
_LABELS_BEGIN = frozenset("PCBEVMSATIpcbevmsati0123456789")
_NUMBERED = regex(r"\d{1,3}[.)]?\s+\S")
# "1 In Attendance": a list that is numbered like the items behind it
_NUMBER = regex(
    r"^1[.)]?\s+(?=(?:in attendance|present|sederunt|those attending|attendees)\b)"
    r"|^\d{1,5}[.)]?\s+(?=apologies\b)",
    re.IGNORECASE,
)
_APPROVING = regex(r"to (?:approve|confirm|agree|sign|consider|receive)", re.IGNORECASE)
HEADER_LINES = 14
REGISTER = 20
LOOK_FOR_PRESENT = 45
ABOVE_PRESENT, BELOW_DAY, SHORT, SOON, LONGEST = 9, 3, 40, 6, 140
ABOVE_TITLE = 5
ANY_DAY = date(2024, 6, 30)
"""Gives a heading's day without a year some year, where only whether there is a day is asked."""


def find_openings(lines: Sequence[TextLine], first: int) -> list[tuple[int, int]]:
    """Where sets of minutes begin: (the heading's first line, the line after the sentence that dates it)."""
    found: list[tuple[int, int]] = []
    behind = first
    for i in _above_those_present(lines, first):
        dated = lines[i].opens_page and _is_day(lines[i].text)
        end = _opens(lines, i) if i >= behind and (dated or _may_open(lines[i].text)) else None
        if end is None or _opens_overleaf(lines, i):
            continue
        start = i
        if not find_dates(join_lines(line.text for line in lines[i:end])):
            start = day if (day := _day_above(lines, i)) is not None else i
        days = _days(lines[start:end])
        if found and start - found[-1][1] < BELOW_DAY and _days(lines[slice(*found[-1])]) == days:
            start = found.pop()[0]  # a page's title over the heading tells the same
        floor = found[-1][1] if found else first
        while start > max(floor, i - 4) and not lines[start].opens_page and _is_heading(lines[start - 1]):
            if not _days(lines[start - 1 : start]) <= days:
                break  # of the meeting they are papers for
            start -= 1
        found.append((start, end))
        behind = end
    return found


def _opens_overleaf(lines: Sequence[TextLine], i: int) -> bool:
    """Whether a line is an agenda's: its page is headed so, and the next opens the minutes it tells of."""
    page = lines[i].page
    above = range(max(i - LOOK_FOR_PRESENT, 0), i)
    if not any(lines[n].page == page and lines[n].text.casefold() == "agenda" for n in above):
        return False
    for n in range(i + 1, min(i + LOOK_FOR_PRESENT, len(lines))):
        if lines[n].page == page and not _PRESENT_LABEL.match(lines[n].text):
            continue
        if lines[n].page != page + 1 or _PRESENT.match(lines[n].text):
            return False
        if _may_open(lines[n].text) and _opens(lines, n) is not None:
            return True
    return False


def _days(lines: Sequence[TextLine]) -> set[date]:
    """The days some lines of a heading tell."""
    return {day.date for day in find_dates(join_lines(line.text for line in lines))}


def _above_those_present(lines: Sequence[TextLine], first: int) -> Iterator[int]:
    """The lines near enough above a list of those present; no others open minutes."""
    nearest = first
    for at in range(first, len(lines)):
        text = lines[at].text
        if text[:1] not in _LABELS_BEGIN:
            continue
        if _names_present(text) or _PRESENT.match(_NUMBER.sub("", text) if text[0].isdigit() else text):
            yield from range(max(nearest, at - HEADER_LINES - LOOK_FOR_PRESENT), at + 1)
            nearest = at + 1


def _is_heading(line: TextLine) -> bool:
    return (
        len(line.text) < 100
        and not _is_item(line)
        and (
            is_capitals(line.text)
            or line.line.bold
            or (_OF_BODY.search(line.text) is not None and not line.text.endswith((".", ",")))
        )
    )


def _is_item(line: TextLine) -> bool:
    """Whether a line is a numbered item's, and no date."""
    return _NUMBERED.match(line.text) is not None and not find_dates(line.text)


def _opens(lines: Sequence[TextLine], i: int) -> int | None:
    """Where line `i` opens a set of minutes, the line after the words that date it."""
    text = single_spaced(lines[i].text)
    if len(text) > 200:
        return None
    if calls_beside(lines[i]):
        return _end_of_columns(lines, i)
    if not _says_minutes(text) or not OPENING.match(text):
        return _opens_by_those_present(lines, i)
    if text.casefold().startswith("agenda "):
        return None  # a page's heading ("Agenda and draft minutes")
    if (pages := PAGES.search(text)) and (pages["last"] or pages[0].startswith("(")):
        return None  # an item of an agenda
    if i and re.fullmatch(r"\d{1,2}\.?", lines[i - 1].text) and not _OF_BODY.search(text):
        return None  # an item of an agenda below its number
    if text.isalpha() and lists_members(lines[i + 1 : i + SOON]) and _day_above(lines, i) is not None:
        return i + 1  # "MINUTES" over members
    near = list(lines[i : i + HEADER_LINES])
    for n, line in enumerate(near):
        if n and (_is_business(line.text) or _APPROVING.match(line.text)):
            return None
        if n and _PRESENT.match(line.text) and find_dates(join_lines(x.text for x in near[:n])) == ():
            return i + n if n <= BELOW_DAY and _day_above(lines, i) is not None else None
        joined = join_lines(x.text for x in near[: n + 1])
        whole = bool(find_dates(joined))
        unyeared = n <= BELOW_DAY and _WEEKDAY.search(line.text) and find_dates(line.text, ANY_DAY)
        if not (whole or unyeared):
            continue
        if _HELD.search(joined) or tells_when(line.text) or (n == 0 and _DATED.match(text)):
            end = i + n + 1
            while (
                end < len(lines)
                and end < i + HEADER_LINES
                and not lines[end].gap
                and not (read_label(lines[end].text) or _is_item(lines[end]) or _names_chair(lines[end].text))
                and not lines[end - 1].text.endswith(".")
            ):
                end += 1
            end = with_when(lines, i + HEADER_LINES, end)
            after = lines[i + n : i + n + (LOOK_FOR_PRESENT if whole else SOON)]
            return end if any(_PRESENT.match(_NUMBER.sub("", x.text)) for x in after) else None
    return None


def _end_of_columns(lines: Sequence[TextLine], i: int) -> int | None:
    """The line after a heading in two columns, the right one with the words that call it minutes."""
    ends = range(i + 1, min(i + HEADER_LINES, len(lines)))
    end = next((n for n in ends if lines[n].gap or read_label(lines[n].text)), None)
    if end is None or not find_dates(join_lines(x.text for x in column_by_column(lines[i:end]))):
        return None
    return end if any(_PRESENT.match(x.text) for x in lines[end : end + LOOK_FOR_PRESENT]) else None


def _names_chair(text: str) -> bool:
    """Whether a line begins those present without a label ("Mr A Bell in the Chair")."""
    return is_titled(text) or text.casefold().endswith("in the chair")


def _day_above(lines: Sequence[TextLine], i: int) -> int | None:
    """The line above the word "Minutes" that tells the day, itself below the name of a body."""
    for at in range(i - 1, max(i - ABOVE_TITLE, 0), -1):  # hours and place may stand between the two
        if lines[at].opens_page or lines[at + 1].opens_page or len(lines[at].text) > LONGEST:
            return None
        if opens_with_date(_TIME_FIRST.sub("", DAY_LABEL.sub("", lines[at].text))):
            above = lines[at - 1].text
            return at if names_body(above) or _OF_BODY.search(above) else None
    return None


@lru_cache(maxsize=KEPT)
def _may_open(text: str) -> bool:
    """Whether a line may open minutes by its words alone; most may not."""
    if _says_minutes(single_spaced(text)):
        return True
    if text[:1].islower():
        return False
    return names_body(text) or is_capitals(text) or may_call_meeting(text)


def _is_day(text: str) -> bool:
    """Whether a short text is a date, the hour perhaps behind it, and hardly more."""
    if len(text) >= SHORT or not text[:1].isalnum():
        return False
    return is_date(text) or (text.endswith("m") and opens_with_date(text) and bool(find_times(text)))


def _says_minutes(text: str) -> bool:
    """Whether a text may open minutes: most lines lack the word for it, which is soon seen."""
    plain = text.casefold()
    return (
        "minute" in plain
        or "cofnod" in plain
        or plain.startswith(("at a", "a meeting", "note", "action note", "record"))
        or plain.endswith((" meeting", " notes"))
        or (plain.startswith("a ") and " meeting (" in plain)
    )


def _is_business(text: str) -> bool:
    """Whether a line is an item of an agenda, which minutes have none of above those present."""
    return PAGES.search(text) is not None or (
        TYPICAL.match(text) is not None and not OPENING.match(text) and not _PRESENT.match(text)
    )


def _opens_by_those_present(lines: Sequence[TextLine], i: int) -> int | None:
    """Minutes that call themselves nothing: a body's name, a date that stands alone, and "Present:"."""
    dated_page = lines[i].opens_page and lines[i].page > 1 and _is_day(lines[i].text)
    dated_page = dated_page or names_meeting(lines[i].text) or held_below(lines, i)
    if not names_body(lines[i].text) and not is_capitals(lines[i].text) and not dated_page:
        return None
    near = lines[i : i + ABOVE_PRESENT]
    at = next((n for n, line in enumerate(near) if n and _names_present(line.text)), None)
    if at is None or any(
        NOT_MINUTES.search(line.text) or _is_item(line) or len(line.text) > LONGEST for line in near[:at]
    ):
        return None
    if any(line.opens_page or OPENING.match(single_spaced(line.text)) for line in near[1 : at + 1]):
        return None  # the heading begins with that page, or with the words that call it minutes
    if not dated_page and not any(_heads_body(line.text) for line in near[:at]):
        return None
    if begins_below_prose(near[:at]):
        return None
    below = lines[i + at : i + at + 6]
    told = re.search(r"councillors?|cllrs?", " ".join(x.text for x in below), re.I) is not None
    told = told or _is_register(lines[i + at : i + at + REGISTER])
    return i + at if told and any(find_dates(line.text) for line in near[:at]) else None


def _heads_body(text: str) -> bool:
    """Whether a line names a body; set in capitals, the sort of meeting may run on ("BOARD – BLENDED")."""
    return names_body(SORT_BEHIND.sub("", text)) or (is_capitals(text) and _OF_BODY.search(text) is not None)


def _is_register(lines: Sequence[TextLine]) -> bool:
    """Whether lists stand under labels of their own: of members, and of who was away or came beside them."""
    labels = [label for line in lines if (label := read_label(line.text)) and not label[2]]
    kinds = {kind for kind, _, _ in labels}
    return "present" in kinds and len(labels) > 2 and not kinds.isdisjoint(("apologies", "officers"))


@lru_cache(maxsize=KEPT)
def _names_present(text: str) -> bool:
    """Whether a line labels those present."""
    return _PRESENT_LABEL.match(text) is not None
