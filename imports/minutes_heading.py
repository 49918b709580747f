"""Finds where sets of minutes begin, and reads their headings: whose meeting, when and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time
from functools import lru_cache
from typing import TYPE_CHECKING

from imports.attendance_labels import read_label
from imports.dates import find_dates, find_times, is_date
from imports.header_entries import COUNCIL_FIRST
from imports.headings import is_capitals, names_body
from imports.item_numbers import PAGES, TYPICAL
from imports.paragraphs import KEPT, join_lines, single_spaced
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.furniture import TextLine

_OPENING = regex(
    r"(?:draft |unconfirmed |unapproved |confirmed )?(?:minutes?|(?:action )?notes?|record) of (?:the |an? )?"
    r"(?:\w+[ -]){0,4}?(?:meeting|proceedings)\b"
    r"|at an? (?:\w+ )?meeting of (?:the )?.{3,120}?\b(?:held|committee|panel|board|commission|council)\b"
    r"|(?:draft |unconfirmed |unapproved )?minutes? of (?:the )?(?-i:[A-Z]).{3,120}?"
    r"\b(?:held|committee|panel|board|commission|council|group)\b"
    r"|[\w’',& ]{3,70}+(?<=\s)[-–—]\s(?:draft |unconfirmed )?minutes$"
    r"|(?:[\w’', ]{3,60}\s)?(?:committee |meeting |draft )minutes$|minutes$|minutes? of the$",
    re.IGNORECASE,
)
_HELD = regex(r"\b(?:held|commencing|at \d{1,2}[.:]?\d{0,2} ?[ap]\.?m|meeting)\b", re.IGNORECASE)
_PRESENT = regex(
    r"(?:(?:committee |board |panel |elected |voting )?members? |councillors? )?"
    r"present\b(?:\s{2,}|\s*(?:[:–-]|$|(?=councillors?\b|cllrs?\b)))"
    r"|members? attending\s*:"
    r"|sederunt\b|attendees\s*:?$|in attendance\s*(?::|$)"
    r"|members?\s{2,}(?:attend|present)\w*\??$|councillors?\s*:|attendance\s*:?$|apologies\b|membership\s*:",
    re.IGNORECASE,
)
_PRESENT_LABEL = regex(
    r"sederunt\b|attendees\s*:?$|in the chair\s*:"
    r"|(?:members? )?present\b\s*(?:[:–-]|$|(?=councillors?\b|cllrs?\b))",
    re.IGNORECASE,
)
_NOT_MINUTES = regex(
    r"\b(?:agenda|notice of meeting|to:|summons|published|issued|pages? \d)\b", re.IGNORECASE
)
_NUMBERED = regex(r"\d{1,3}[.)]?\s+\S")
_APPROVING = regex(r"to (?:approve|confirm|agree|sign|consider|receive)", re.IGNORECASE)
_OF_COMMITTEE = regex(
    r"(?:minutes? of (?:(?:the |an? )?(?:\w+ ){0,3}?(?:meeting"
    r"|proceedings)s? of )?|at an? (?:\w+ )?meeting of )(?:the )?(?P<name>[A-Z].{3,140}?)"
    r"(?:\s*+[,–-])?\s++(?:(?:meeting )?(?:was )?held\b|on (?=\w+day\b|\d)"
    r"|(?=\w+day \d)|at \d|commencing\b|meeting\b)",
    re.IGNORECASE,
)
_TAKEN_BY = regex(
    r"decisions? (?:taken|made) (?:by|at (?:the|a) meeting of) (?:the )?(?P<name>[A-Z][\w ,&-]{3,80}?)"
    r"\s+(?:at|on|held)\b",
    re.IGNORECASE,
)
_CALLED = regex(
    r"(?<!\s)\s+[-–—:]\s(?:(?:draft |unconfirmed )?minutes"
    r"|(?:record|notice|list|schedule|summary) of decisions|decisions?(?: (?:sheet|list|notice|record))?)$",
    re.IGNORECASE,
)
_AROUND = regex(r"^(?:meeting:?\s+|decisions of (?:the )?(?=.*$))|\s{2,}minutes$", re.IGNORECASE)
_SORT_BEHIND = regex(r"\s*\([^)]*\)$|\s+[-–]\s+(?:\w+ )?meeting$", re.IGNORECASE)
_BODY = regex(r"\b(?:committee|board|panel|commission|cabinet|forum|(?<!political )group)\b", re.IGNORECASE)
_SHORT = ("council", "parish council", "town council", "community council")
_NO_BODY = regex(
    r"(?:(?:the|an?|hybrid|remote|virtual|special|extraordinary|ordinary|annual|last|previous)\s+)*"
    r"(?:meeting|hybrid|remote|virtual|special|extraordinary|ordinary|annual)",
    re.IGNORECASE,
)
_PLACE_AFTER = regex(
    r"\b(?i:at|in|via) (?i:the )?(?P<place>(?=[A-Z])(?!M\b|m\b).{3,120}?)"
    r"(?:\.?$|\.\s|\s+(?:at|commencing"
    r"|starting)\b)"
)
_PLACE_BEFORE = regex(
    r"\b(?i:held) (?i:hybrid(?:ly)? )?(?i:(?:at|in|via) (?:the )?)?"
    r"(?P<place>(?!(?i:at|commencing) \d)(?:[A-Z].{3,120}?|remotely|virtually|online))(?:,?\s(?i:on)\b|\s*$)"
)
_PLACE_LABELLED = regex(
    r"\b(?i:venue|place|location)\s*:\s*(?P<place>[A-Z].{3,100}?)(?=\s+(?i:day|date|time|present)\b\s*:|$)"
)
_SPAN = regex(
    r"(?P<first>(?P<h>\d{1,2})[.:]\d\d)\s?(?:[-–]|to)\s?(?P<h2>\d{1,2})[.:]\d\d\s?(?P<ap>[ap]\.?m)",
    re.IGNORECASE,
)
HEADER_LINES = 14
LOOK_FOR_PRESENT = 45
ABOVE_PRESENT, SHORT = 9, 40


def find_openings(lines: Sequence[TextLine], first: int) -> list[tuple[int, int]]:
    """Where sets of minutes begin: (the heading's first line, the line after the sentence that dates it)."""
    found: list[tuple[int, int]] = []
    i = first
    while i < len(lines):
        dated = lines[i].opens_page and _is_day(lines[i].text)
        end = _opens(lines, i) if dated or _may_open(lines[i].text) else None
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
    return (
        len(line.text) < 100
        and not _is_item(line)
        and (
            is_capitals(line.text)
            or line.line.bold
            or (
                bool(re.search(r"\b(?:committee|board|panel|council)\b", line.text, re.IGNORECASE))
                and not line.text.endswith((".", ","))
            )
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
    if not _says_minutes(text) or not _OPENING.match(text):
        return _opens_by_those_present(lines, i)
    if text.casefold().startswith("agenda "):
        return None  # a page's heading ("Agenda and draft minutes")
    if (pages := PAGES.search(text)) and (pages["last"] or pages[0].startswith("(")):
        return None  # an item of an agenda
    near = list(lines[i : i + HEADER_LINES])
    for n, line in enumerate(near):
        if n and _is_business(line.text):
            return None
        if n and (
            _APPROVING.match(line.text)
            or (_PRESENT.match(line.text) and find_dates(join_lines(x.text for x in near[:n])) == ())
        ):
            return None
        joined = join_lines(x.text for x in near[: n + 1])
        if find_dates(joined) and (_HELD.search(joined) or _opens_with_date(line.text)):
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


@lru_cache(maxsize=KEPT)
def _may_open(text: str) -> bool:
    """Whether a line may open minutes by its words alone; most may not."""
    return _says_minutes(single_spaced(text)) or names_body(text) or is_capitals(text)


def _is_day(text: str) -> bool:
    """Whether a short text is a date and hardly more."""
    return len(text) < SHORT and text[:1].isalnum() and is_date(text)


def _says_minutes(text: str) -> bool:
    """Whether a text may open minutes: most lines lack the word for it, which is soon seen."""
    plain = text.casefold()
    return "minute" in plain or plain.startswith(("at a", "note", "action note", "record"))


def _is_business(text: str) -> bool:
    """Whether a line is an item of an agenda, which minutes have none of above those present."""
    return PAGES.search(text) is not None or (
        TYPICAL.match(text) is not None and not _OPENING.match(text) and not _PRESENT.match(text)
    )


def _opens_with_date(text: str) -> bool:
    """Whether a line tells the day first, and perhaps time and place behind it."""
    dates = find_dates(text)
    return bool(dates) and dates[0].start <= 2 and len(text) < 110


def _opens_by_those_present(lines: Sequence[TextLine], i: int) -> int | None:
    """Minutes that call themselves nothing: a body's name, a date that stands alone, and "Present:"."""
    dated_page = lines[i].opens_page and lines[i].page > 1 and _is_day(lines[i].text)
    if not names_body(lines[i].text) and not is_capitals(lines[i].text) and not dated_page:
        return None
    near = lines[i : i + ABOVE_PRESENT]
    at = next((n for n, line in enumerate(near) if n and _names_present(line.text)), None)
    if at is None or any(
        _NOT_MINUTES.search(line.text) or _is_item(line) or len(line.text) > 110 for line in near[:at]
    ):
        return None
    if not dated_page and not any(names_body(_SORT_BEHIND.sub("", line.text)) for line in near[:at]):
        return None
    dated = any(find_dates(line.text) for line in near[:at])
    return (
        i + at
        if dated
        and re.search(r"councillors?|cllrs?", " ".join(x.text for x in lines[i + at : i + at + 6]), re.I)
        else None
    )


@lru_cache(maxsize=KEPT)
def _names_present(text: str) -> bool:
    """Whether a line labels those present."""
    return _PRESENT_LABEL.match(text) is not None


def read_committee(heading: Sequence[TextLine]) -> str | None:
    """The committee a heading names, without its council's name and the sort of meeting."""
    named = _named(heading)
    return COUNCIL_FIRST.sub("", _SORT_BEHIND.sub(_kept_bracket, named)) if named else None


def _kept_bracket(found: re.Match[str]) -> str:
    return found[0] if "(" in found[0] else ""


def _named(heading: Sequence[TextLine]) -> str | None:
    """The committee a heading names, from its sentence, else from the lines above it."""
    sentence = join_lines(line.text for line in heading)
    found = _OF_COMMITTEE.search(sentence) or _TAKEN_BY.search(sentence)
    if found and not _NO_BODY.fullmatch(found["name"].strip(" ,–-")):
        return _whole_name(found["name"].strip(" ,–-"), heading)
    above: list[str] = []
    for line in heading:
        if days := find_dates(line.text):
            before = line.text[: days[0].start].rstrip(" ,–—-")
            above.extend([before] if names_body(before) else [])
            break
        called = _CALLED.sub("", line.text)
        if not _OPENING.match(single_spaced(line.text)) or called != line.text:
            above.append(_AROUND.sub("", called))
    named = [text for text in above if _BODY.search(text)]
    if named:
        above = [text for text in above if not re.search(r"\b(?:council|authority)$", text, re.I)]
    return (
        (join_lines(above) if is_capitals("".join(above)) else "".join(named[:1]))
        or join_lines(above)
        or None
    )


def _whole_name(name: str, heading: Sequence[TextLine]) -> str:
    """The name as the line above the sentence gives it, where that says whose ("Parish Council" is short)."""
    for line in heading:
        text = line.text.strip(" ,.–-")
        if name.casefold() in _SHORT and len(text) < 90 and text.casefold().endswith(f" {name.casefold()}"):
            return text
    return name


def read_venue(heading: str) -> str | None:
    """Where the meeting was held: what follows "at the" behind date and time, or before the date."""
    days = find_dates(heading)
    if not days:
        return None
    if labelled := _PLACE_LABELLED.search(heading):
        return labelled["place"].strip(" ,–-") or None
    after = heading[days[0].end :]
    if found := _PLACE_AFTER.search(after):
        return found["place"].strip(" ,–-") or None
    before = heading[: days[0].start]
    if found := _PLACE_BEFORE.search(before):
        return re.sub(r"\s+at \d.*$", "", found["place"]).strip(" ,–-") or None
    return None


def first_time(text: str) -> time | None:
    """The first time of day in a text; "6.35-9.25pm" begins in the afternoon, "10.00-12.30pm" does not."""
    if (span := _SPAN.search(text)) and span["ap"]:
        hour, last = int(span["h"]), int(span["h2"])
        meridiem = "am" if span["ap"].lower().startswith("p") and last == 12 > hour else span["ap"]
        text = f"{text[: span.end('first')]} {meridiem} {text[span.end('first') :]}"
    return next((found.time for found in find_times(text) if found.time), None)
