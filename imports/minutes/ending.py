"""When a meeting ended, and where its minutes do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.heading.minutes import first_time
from imports.layout.columns import line_cells
from imports.layout.paragraphs import join_lines
from imports.minutes.openings import ANY_DAY
from imports.patterns import regex
from imports.reports.starts import HEAD_LINES, opens_paper
from imports.words.dates import find_dates

if TYPE_CHECKING:
    from datetime import time

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
_FINISHING = regex(
    r"(?:(?:finishing|finished|ended|and ending|concluding|terminated|closed)(?: at|\s*:)"
    r"|\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)? ?(?:to|until|[-–])(?= ?\d{1,2}[.:]\d\d)"
    r"|\b\d{1,2} ?[ap]\.?m\.? ?(?:to|until|[-–])(?= ?\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m))"
    r" ?(?P<rest>.{3,12})",
    re.IGNORECASE,
)
SPAN_ALONE = regex(
    r"\(?\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?)? ?(?:to|[-–]) ?(?P<to>\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?)\)?",
    re.IGNORECASE,
)
_SPAN = regex(r"\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)? ?(?:to|[-–]) ?\d{1,2}[.:]\d\d ?[ap]\.?m", re.IGNORECASE)
_NAMED_ITEM = regex(r"agenda item (?:no\.? ?)?\d{1,3}[a-z]?\s?[-–:.]\s+\S", re.IGNORECASE)
_SIGN_OFF = regex(
    r"(?:(?:(?:in the )?chair(?:man|person|woman)?|signed(?: by)?(?: the)?|date(?: of signing)?|dated"
    r"|(?:cllr|councillor)\b.{3,40}, chair|chair(?:man|person|woman)?: (?:cllr|councillor)\b.{3,40})"
    r"(?:\b|(?=$))[\s.,:…_()]*){1,3}$",
    re.IGNORECASE,
)
# "14. Date and time of next meeting", printed below the words that end this one
_NEXT_MEETING = regex(
    r"(?:\d{1,4}(?:/\d{2,4})?[.):]?\s+)?(?:(?:the )?(?:date|time|day)s?\b.{0,20}\b)?(?:of |the )*"
    r"next meetings?\b",
    re.IGNORECASE,
)
FEWEST_LINES, FEWEST_OF_PAGE, LAST_LINES = 12, 5, 4
LONGEST_PLACE = 120
LONGEST_PAUSE = 80
"""So many lines behind the words that a meeting was closed, at most, the hour of its end may be told."""


def take_conclusion(lines: Sequence[TextLine], heading: str) -> tuple[time | None, list[TextLine]]:
    """When a meeting ended, and the body of its minutes without the words that tell it and the signature.

    Args:
        lines: of the body.
        heading: its words, which may tell the end ("from 6.00 pm to 7.35 pm").
    """
    body, concluded = list(lines), None
    for n in range(len(body) - 1, max(len(body) - 12, -1), -1):
        if found := _find_conclusion(body[n].text):
            words = join_lines(line.text for line in body[n : n + 2])
            concluded = _time_of(found, words)
            again = next((k for k in range(n + 1, len(body)) if _NEXT_MEETING.match(body[k].text)), len(body))
            body = [*body[:n], *body[again:]]
            break
    for n in range(len(body) - 1, max(len(body) - LAST_LINES, -1) if concluded is None else len(body), -1):
        if span := span_alone(body[n]):
            concluded = first_time(f"at {span['to']}")
            body = body[:n]
            break
    concluded = concluded or finish_of(heading)
    while body and _SIGN_OFF.match(body[-1].text):
        body.pop()
    return concluded, body


def finish_of(words: str) -> time | None:
    """When a meeting ended, of words that tell from when to when it was."""
    finishing = _FINISHING.search(words)
    return first_time(finishing["rest"]) if finishing else None


def span_alone(line: TextLine) -> re.Match[str] | None:
    """From when to when a line says that a meeting was, nothing but the chairman's signature beside it."""
    alone, *beside = [cell.text.strip() for cell in line_cells(line)]
    return SPAN_ALONE.fullmatch(alone) if all(map(_SIGN_OFF.match, beside)) else None


def take_span(lines: Sequence[TextLine]) -> tuple[str, list[TextLine]]:
    """The line above the first item that ends with from when to when a meeting was, and the lines without it.

    The place may stand before the hours ("Oak Room and remotely - 10.00 am - 12.10 pm").
    """
    at = next((i for i, line in enumerate(lines) if _ends_with_span(line.text)), None)
    return (lines[at].text, [*lines[:at], *lines[at + 1 :]]) if at is not None else ("", list(lines))


def _ends_with_span(text: str) -> bool:
    if not text.endswith("m") or len(text) > LONGEST_PLACE:
        return False
    found = next(_SPAN.finditer(text), None)
    return found is not None and found.start() > 0 and found.end() == len(text)


def find_end(lines: Sequence[TextLine], start: int, header_end: int, limit: int, furniture: Furniture) -> int:
    """The line after the last of a set of minutes: behind its end as told, or before another paper.

    A meeting may be closed for a while ("closed for public issues"); only the words that tell a time, or the
    last ones for long, end it. A heading may tell when its meeting ended.
    """
    own = furniture.stamped_items.get(lines[start].page)
    closed: int | None = None
    for i in range(start + 1, limit):
        line = lines[i]
        if closed is not None and i > closed + LONGEST_PAUSE:
            return closed
        if line.opens_page:
            stamped = furniture.stamped_items.get(line.page)
            if stamped and stamped != own and line.page != lines[start].page:
                return closed or i
        few = FEWEST_OF_PAGE if line.opens_page else FEWEST_LINES
        if i > start + few and opens_paper(lines, i) and not _is_next_item(lines, start, i):
            return closed or i
        told = (
            _find_conclusion(line.text) if i >= max(start + 6, header_end) and len(line.text) < 140 else None
        )
        if told and _time_of(told, line.text):
            return _behind_conclusion(lines, i, limit)
        if told and closed is None:
            closed = _behind_conclusion(lines, i, limit)
    return closed or limit


def _behind_conclusion(lines: Sequence[TextLine], at: int, limit: int) -> int:
    """The line after the signature below the words that end a meeting, or after the day of the next."""
    end = at + 1
    while (
        end < min(limit, at + 8)
        and (not lines[end].opens_page or _SIGN_OFF.match(lines[end].text))
        and (
            _SIGN_OFF.match(lines[end].text)
            or len(lines[end].text) < 4
            or _NEXT_MEETING.match(lines[end].text)
            or (_NEXT_MEETING.match(lines[end - 1].text) and find_dates(lines[end].text, ANY_DAY))
        )
    ):
        end += 1
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
    bare = found["rest3"] or (found["rest"] or "").lstrip()
    told = found["rest4"] or (f"at {bare}" if bare[:1].isdigit() else words[found.start() :])
    return first_time(told) or first_time(words[: found.start()])


def read_conclusion(words: str) -> time | None:
    """When a paragraph says that the meeting ended, if it does."""
    found = _find_conclusion(words)
    return _time_of(found, words) if found else None
