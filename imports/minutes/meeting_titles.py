"""Lines which call a meeting what it is, its day in them or below; and what stands apart below a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.heading.minutes import HOUR_LAST
from imports.layout.headings import names_body
from imports.patterns import regex
from imports.people.labels import read_label
from imports.words.dates import find_dates
from imports.words.names import is_titled

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

NOT_MINUTES = regex(r"\b(?:agenda|notice of meeting|to:|summons|published|issued|pages? \d)\b", re.IGNORECASE)
_MEETING = regex(r"(?:[A-Z][\w’']+ ){1,5}[Mm]eeting\b[\s:,–-]*(?:[A-Z][a-z]+day\b.{0,2})?\d.{5,22}")
# "Nether Parish Council – Ordinary Meeting Tuesday 4th April 2033, 7.30pm Village Hall"
_BODY_MEETING = regex(
    r"[A-Z][\w’',& -]{2,70}?\b(?:Council|Committee|Board|Panel|Forum)\s?[–—:,-]?\s(?:[\w-]+ ){0,3}?"
    r"[Mm]eeting\b[\s:,–—-]*(?:held )?(?:on )?(?=(?:[A-Z][a-z]+day\b,?\s)?\d)"
)
# "Nether Vale Governing Body Meeting in Public", over "Held on 7th April 2033"
_MEETING_ALONE = regex(r"[A-Z][^.;:]{5,90} [Mm]eeting(?: in [Pp]\w+)?\.?")
_HELD_FIRST = regex(r"held (?:on|at|via|virtually|remotely)\b", re.IGNORECASE)
# "Date and time: Monday 3 May 2033, 6pm"
DAY_LABEL = regex(
    r"^(?:meeting )?(?:date|held on|when)(?: (?:and|&) time| of (?:the )?meeting)?\s*:\s*", re.IGNORECASE
)
# "Time:  10.00 am to 12.15 pm", parted from the date above it by white space
_ALSO_WHEN = regex(
    r"(?:(?:start|finish|end|meeting)(?:ing|ed)? )?(?:time|venue|place|location|started|ended|finished"
    r"|held at)(?: of (?:the )?meeting)?\s*:"
    r"|(?:the )?meeting (?:was )?(?:started|began|commenced|opened) at \d",
    re.IGNORECASE,
)
_SENTENCE_END = regex(r"[a-z]{3}[.!?]$")
LONGEST, SHORT, FEWEST, DAY_FIRST = 140, 40, 2, 110


# The first row of a heading set as a table ("Meeting   Roads Board   Date   3/4/2033")
_GRID = regex(
    r"meeting(?: title| name)?(?:\s{2,}|\s*:\s+)[A-Z][\w’'&,() -]{3,90}"
    r"\b(?:committee|board|panel|commission|forum|council|cabinet|group)(?:$|\s{2,})",
    re.IGNORECASE,
)


def _heads_grid(text: str) -> bool:
    """Whether a line is the first row of a heading set as a table, with whose meeting it was."""
    return text[:1] in "Mm" and _GRID.match(text) is not None


def may_call_meeting(text: str) -> bool:
    """Whether a line may be what a meeting is called, its day in it or not."""
    if "eeting" not in text:
        return False
    return _MEETING_ALONE.fullmatch(text) is not None or names_meeting(text)


def names_meeting(text: str) -> bool:
    """Whether a line is what a meeting is called and its day, no more ("Annual Parish Meeting 18.04.33")."""
    if "eeting" not in text:
        return False
    if _heads_grid(text):
        return True
    if len(text) < LONGEST and (found := _BODY_MEETING.match(text)):
        days = find_dates(text)
        return bool(days) and days[0].start == found.end() and not NOT_MINUTES.search(text)
    if not _MEETING.fullmatch(text):
        return False
    days = find_dates(text)
    return bool(days) and days[-1].end >= len(text.rstrip(" ."))


def held_below(lines: Sequence[TextLine], i: int) -> bool:
    """Whether a line is only what a meeting is called, and the next says when it was held."""
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    if _HELD_FIRST.match(below) is None or not find_dates(below):
        return False
    return _MEETING_ALONE.fullmatch(lines[i].text) is not None


def with_when(lines: Sequence[TextLine], last: int, end: int) -> int:
    """The line behind a heading with the labelled hour and place that stand apart below its day.

    Args:
        lines: of the paper.
        last: the line no heading reaches.
        end: the line behind the heading as far as it is known.
    """
    last = min(last, len(lines))
    while end < last and _ALSO_WHEN.match(lines[end].text) and not lines[end].opens_page:
        label_alone = lines[end].text.endswith(":") and end + 1 < last and not read_label(lines[end + 1].text)
        end += 2 if label_alone else 1
    return end


def lists_members(lines: Sequence[TextLine]) -> bool:
    """Whether members follow one below the other without a label, under their councils perhaps."""
    return sum(is_titled(line.text.lstrip("* ")) and len(line.text) < SHORT for line in lines) >= FEWEST


def opens_with_date(text: str) -> bool:
    """Whether a line tells the day first, and perhaps time and place behind it."""
    dates = find_dates(text)
    return bool(dates) and dates[0].start <= 2 and len(text) < DAY_FIRST


def tells_when(text: str) -> bool:
    """Whether a line tells the day, behind its hour and the body perhaps ("Roads Board 10am, 3 May")."""
    if opens_with_date(text):
        return True
    days = find_dates(text) if len(text) < LONGEST else ()
    before, hours = HOUR_LAST.subn("", text[: days[0].start]) if days else ("", 0)
    return bool(hours) and (not before or names_body(before))


def begins_below_prose(near: Sequence[TextLine]) -> bool:
    """Whether a sentence ends among the lines above those present, and a body's name and day follow it."""
    ended = next((n for n in range(len(near) - 1, 0, -1) if _SENTENCE_END.search(near[n].text)), None)
    below = near[ended + 1 :] if ended is not None else ()
    return any(names_body(line.text) for line in below) and any(find_dates(line.text) for line in below)
