"""Reads the headings of minutes: whose meeting, when and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from imports.heading.entries import COUNCIL_FIRST
from imports.layout.bilingual import english_half
from imports.layout.columns import line_cells
from imports.layout.headings import is_capitals, names_body
from imports.layout.paragraphs import join_lines, single_spaced
from imports.patterns import regex
from imports.words.dates import find_dates, find_times
from imports.words.days_together import first_of_days

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

OPENING = regex(
    r"(?:(?:draft|unconfirmed|unapproved|confirmed|amended|approved) ){0,2}"
    r"(?:minutes?|(?:action )?notes?|record) of (?:the |an? )?"
    r"(?:\w+[ -]){0,4}?(?:meeting|proceedings)\b"
    r"|a meeting was held\b"
    r"|an? (?:\w+ )?meeting (?:\([^()]{3,40}\) )?of (?:the )?(?-i:[A-Z]).{3,80}? (?:took place|was held)\b"
    r"|at an? (?:\w+ )?meeting of (?:the )?.{3,120}?\b(?:held|committee|panel|board|commission|council)\b"
    r"|(?:draft |unconfirmed |unapproved )?(?:minutes?|notes) of (?:the )?(?-i:[A-Z]).{3,120}?"
    r"\b(?:held|committee|panel|board|commission|council|group)\b"
    r"|(?:draft )?(?:minutes?|notes) of ?:(?=$| (?-i:[A-Z]))"
    r"|cofnodion (?:y |o )?(?:cyfarfod|gyfarfod|bwyllgor|pwyllgor|cyngor)\b"
    r"|(?-i:[A-Z])[\w’' ]{2,50} (?:council|committee|board|panel) (?:draft )?minutes of (?:the|an?)\b"
    r"|(?:draft )?(?:minutes|notes)(?: ?[-–—:,])? (?=(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? "
    r"(?-i:[A-Z])[a-z]+,? \d{4}(?:$|, (?!pages?\b)))"
    r"|(?-i:[A-Z])[a-z]+ \d{4} (?:draft )?minutes$"
    r"|[\w’',& ]{3,70}+(?<=\s)[-–—]\s(?:draft |unconfirmed )?"
    r"(?:minutes|(?:record|notes?) of (?:the )?meeting|(?:action |meeting )notes)$"
    r"|(?:[\w’', ]{3,60}\s)?(?:committee |meeting |draft )minutes$|minutes$|minutes? of the$"
    # capitals that go on in the line below with what body it is
    r"|(?-i:MINUTES OF (?:THE )?[A-Z][A-Z’',& -]{3,120}+)$",
    re.IGNORECASE,
)
_OF_COMMITTEE = regex(
    r"(?:minutes? of(?:\s*:\s+| )(?:(?:the |an? )?(?:\w+ ){0,3}?(?:meeting"
    r"|proceedings)s? of ){0,2}|\ban? (?:\w+ )?meeting (?:\([^()]{3,40}\) )?of )(?:the )?"
    r"(?P<name>[A-Z].{3,140}?)"
    r"(?:\s*+[,–-])?\s++(?:(?:meeting )?(?:(?:was )?held|took place)\b|on (?=\w+day\b|\d)"
    r"|(?=\w+day,? \d)|at \d|commencing\b|meeting\b)",
    re.IGNORECASE,
)
_TAKEN_BY = regex(
    r"decisions? (?:taken|made) (?:by|at (?:the|a) meeting of) (?:the )?(?P<name>[A-Z][\w ,&-]{3,80}?)"
    r"\s+(?:at|on|held)\b",
    re.IGNORECASE,
)
_CALLED = regex(
    r"(?<!\s)\s+[-–—:]\s(?:(?:draft |unconfirmed )?minutes|(?:record|notes?) of (?:the )?meeting"
    r"|(?:action |meeting )notes"
    r"|(?:record|notice|list|schedule|summary) of decisions|decisions?(?: (?:sheet|list|notice|record))?)$"
    r"|(?:(?<=\S committee)|(?<=\S commission)|(?<=\S authority)|(?<=\S panel)|(?<=\S board)|(?<=\S forum))"
    r" (?:draft )?minutes$",
    re.IGNORECASE,
)
_AROUND = regex(
    r"^(?:meeting(?: of(?: the)?|:)?\s+|decisions of (?:the )?(?=.*$))|\s{2,}minutes$", re.IGNORECASE
)
_COUNCIL = regex(
    r"\b(?:council|authority)$|^(?:the )?(?:(?:royal |london |metropolitan )*borough|city) of\b",
    re.IGNORECASE,
)
_COUNCIL_BEHIND = regex(
    r"(?:(?<=committee)|(?<=panel)|(?<=board)|(?<=forum)|(?<=commission))\s+of\s+(?:the\s+)?(?-i:[A-Z])[^,]{2,60}\bcouncil$",
    re.IGNORECASE,
)
SORT_BEHIND = regex(
    r"(?<!\s)\s+[-–]\s+(?:blended|hybrid|virtual|remote)(?: meeting)?$"
    r"|(?<!\s)\s*\([^)]*\)$|(?<!\s)\s+[-–]\s+(?:\w+ )?meeting$|(?<!\s)\s+meeting in (?:public|private)$"
    r"|(?<!\s)\s+(?:(?:extra[- ]?ordinary|annual|special|monthly)\s+)+meeting\.?$|(?<!\s)\s+date\s*:?$",
    re.IGNORECASE,
)
# "Moorvale Combined Authority, Overview and Scrutiny Committee"
_COUNCIL_COMMA = regex(
    r"^[\w &'’]{3,50} (?:council|authority), "
    r"(?=[A-Z][\w ,&'’()-]{3,90}\b(?:committee|board|panel|commission)$)",
    re.IGNORECASE,
)
# "Minutes of the Nether Community Council virtual meeting"
_SORT = regex(r"\s(?:(?:virtual|remote|hybrid|online|monthly|ordinary|extraordinary)\s?)+$", re.IGNORECASE)
_BODY = regex(
    r"\b(?:committee|board|panel|commission|cabinet|forum|(?:fire|rescue) authority|(?<!political )group)\b",
    re.IGNORECASE,
)
_SHORT = ("council", "parish council", "town council", "community council")
_NO_BODY = regex(
    r"(?:(?:the|an?|hybrid|remote|virtual|special|extraordinary|ordinary|annual|last|previous)\s+)*"
    r"(?:meeting(?: date)?|hybrid|remote|virtual|special|extraordinary|ordinary|annual|last|previous)",
    re.IGNORECASE,
)
# The labels of a heading set apart from what they label ("Minutes of: Held on: At:")
_LABELS_FIRST = regex(
    r"^(?:(?:held(?: on| at)?|date|day|time|at|in|venue|place|location)\s*:\s*)+", re.IGNORECASE
)
# A page's title over the heading says it twice ("Minutes of A Council DRAFT MINUTES OF A COUNCIL")
_AGAIN = regex(r"\s+(?:draft )?minutes of ", re.IGNORECASE)
_NO_NAME = regex(
    r"\bwww\.|@|^(?:draft|unapproved|unconfirmed) minutes\b.{20}"
    r"|^(?:draft|unapproved|unconfirmed)\b.*\b(?:approv(?:al|ed)|confirm(?:ation|ed)|subject to)\b",
    re.IGNORECASE,
)
# The hour between a body and its day ("Roads Board 10am, Monday 3 May")
HOUR_LAST = regex(r"(?:^|\s)(?:at )?\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?|noon),? (?:on )?$", re.IGNORECASE)
MOST_YEARS, SHORTEST_NAME = 3, 6
_PLACE_AFTER = regex(
    r"\b(?i:at|in|via|by(?= (?:zoom|teams|video|microsoft|skype)\b))(?:\s?:\s+| )(?i:the )?"
    r"(?P<place>(?=[A-Z])(?!M\b|m\b|Chair\b).{3,120}?)"
    r"(?:\.?$|\.\s|\s+(?:at|(?:The\s)?[Mm]eeting\s(?=was|start|beg|comm|open)\w+|commencing"
    r"|starting)\b)"
)
_PLACE_BEFORE = regex(
    r"\b(?i:held) (?i:hybrid(?:ly)? )?(?i:(?:at|in|via) (?:the )?)?"
    r"(?P<place>(?!(?i:at|commencing) \d)(?:[A-Z].{3,120}?|remotely|virtually|online|(?<=the )[a-z].{3,99}?))"
    r"(?:,?\s(?i:on)\b|\s*$)"
)
# "…, 7.30pm Nether Village Hall"
_PLACE_BEHIND_TIME = regex(
    r"^.{0,20}?\d ?[ap]\.?m\.?,? (?P<place>(?:[A-Z][\w’'-]+ ){1,5}"
    r"(?i:Hall|Centre|Chamber|Room|Suite|House|Offices?|Church|School|Library|Pavilion|Institute)"
    r"(?:, [A-Z][\w’' ,-]{2,60})?)\.?$"
)
_PLACE_LABELLED = regex(
    r"\b(?i:venue|place|location)(?:\s*[:,])?\s+(?P<place>[A-Z].{3,100}?)(?=\s+(?i:day|date|time|present)\b\s*:|\s+Time\s+\d|\s+(?:The\s)?[Mm]eeting\s(?:was|start|beg|comm|open)|$)"
)
_HELD = regex(r"\bheld\b", re.IGNORECASE)
_HELD_ON = regex(r"\bheld on\b", re.IGNORECASE)
_SPAN = regex(
    r"(?P<first>(?P<h>\d{1,2})[.:]\d\d)\s?(?:[-–]|to)\s?(?P<h2>\d{1,2})[.:]\d\d\s?(?P<ap>[ap]\.?m)",
    re.IGNORECASE,
)


def column_by_column(heading: Sequence[TextLine]) -> list[TextLine]:
    """A heading in two columns, the right one calling it minutes, with the left one above the other."""
    if not any(calls_beside(line) for line in heading):
        return list(heading)
    left: list[TextLine] = []
    right: list[TextLine] = []
    for line in heading:
        first, *others = [cell.text.strip() for cell in line_cells(line)]
        left.append(replace(line, text=first, line=replace(line.line, text=first, cells=())))
        right += [replace(line, text=text, line=replace(line.line, text=text, cells=())) for text in others]
    return left + right


def calls_beside(line: TextLine) -> bool:
    """Whether the right-hand cell of a line calls what follows the minutes of a meeting."""
    if "inutes of" not in line.text or line.text.startswith("Minutes"):
        return False
    cells = [cell.text.strip() for cell in line_cells(line)]
    if (
        len(cells) != 2
        or not cells[0][:1].isupper()
        or len(cells[0]) < SHORTEST_NAME
        or cells[1].endswith(")")
    ):
        return False  # an item of an agenda, behind its number
    return OPENING.match(single_spaced(cells[1])) is not None


def read_committee(heading: Sequence[TextLine]) -> str | None:
    """The committee a heading names, without its council's name and the sort of meeting."""
    named = english_half(_named(heading) or "")
    if not named:
        return None
    alone = _COUNCIL_BEHIND.sub("", SORT_BEHIND.sub(_kept_bracket, named))
    return _COUNCIL_COMMA.sub("", COUNCIL_FIRST.sub("", alone))


def _kept_bracket(found: re.Match[str]) -> str:
    return found[0] if "(" in found[0] else ""


def _named(heading: Sequence[TextLine]) -> str | None:
    """The committee a heading names, from its sentence, else from the lines above it."""
    sentence = join_lines(line.text for line in heading)
    found = _OF_COMMITTEE.search(sentence) or _TAKEN_BY.search(sentence)
    if found and not _NO_BODY.fullmatch(found["name"].strip(" ,–-")):
        return _whole_name(
            _SORT.sub("", _LABELS_FIRST.sub("", _AGAIN.split(found["name"])[0].strip(" ,–-"))), heading
        )
    above: list[str] = []
    for line in heading:
        if days := find_dates(line.text):
            before = HOUR_LAST.sub("", line.text[: days[0].start])
            before = SORT_BEHIND.sub("", before.rstrip(" ,–—-"))
            above.extend([_AROUND.sub("", before)] if names_body(before) else [])
            break
        called = _CALLED.sub("", line.text)
        if _NO_NAME.search(called):
            continue
        if not OPENING.match(single_spaced(line.text)) or called != line.text:
            above.append(_AROUND.sub("", called))
    named = [text for text in above if _BODY.search(text)]
    if named:
        above = [text for text in above if not _COUNCIL.search(text)]
    return (
        (join_lines(above) if is_capitals("".join(above)) else "".join(named[:1]))
        or join_lines(above)
        or None
    )


def _whole_name(name: str, heading: Sequence[TextLine]) -> str:
    """The name as the line above the sentence gives it, where that says whose ("Parish Council" is short)."""
    for line in heading:
        text = line.text.strip(" ,.–-")
        if OPENING.match(single_spaced(line.text)):
            continue
        if name.casefold() in _SHORT and len(text) < 90 and text.casefold().endswith(f" {name.casefold()}"):
            return text
    return name


def read_venue(heading: str, day: date | None = None) -> str | None:
    """Where the meeting was held: what follows "at the" behind date and time, or before the date.

    Args:
        heading: its words.
        day: the meeting's, by which a date without its year is found.
    """
    held = _HELD.search(heading)
    whole = find_dates(heading) or find_dates(heading, day)
    days = [day for day in whole if held and day.start > held.start()] or whole
    if not days:
        return None
    if labelled := _PLACE_LABELLED.search(heading):
        return labelled["place"].strip(" ,–-") or None
    after = heading[days[0].end :]
    if held and held.start() > days[0].end:
        after = heading[held.start() :]
    if found := _PLACE_AFTER.search(after) or _PLACE_BEHIND_TIME.search(after):
        return found["place"].strip(" ,–-") or None
    before = heading[: days[0].start]
    if found := _PLACE_BEFORE.search(before):
        place = re.sub(r"\s+at \d.*$", "", found["place"], flags=re.IGNORECASE).strip(" ,–-")
        return place.removesuffix(" and") or None
    return None


def read_day(heading: str, near: date | None, body: Sequence[TextLine]) -> date | None:
    """The meeting's day; one printed without its year is the last such day before another that is known.

    Args:
        heading: its words.
        near: the day of the meeting whose papers these are, where it is known.
        body: the lines of the minutes, whose first whole date, mostly of the meeting before, serves where
            it is not.
    """
    held = _HELD_ON.search(heading)
    if whole := (held and find_dates(heading[held.end() :])) or find_dates(heading):
        return first_of_days(heading, whole[0]).date
    told = None if near else next((days[0].date for line in body if (days := find_dates(line.text))), None)
    day = near or told
    if day is None:
        return None
    for years in (0, -1, 1) if told else range(0, -MOST_YEARS, -1):
        for found in find_dates(heading, day + timedelta(days=365 * years)):
            if (told or found.date <= day) and found.weekday in (None, found.date.weekday()):
                return found.date
    return None


def first_time(text: str) -> time | None:
    """The first time of day in a text; "6.35-9.25pm" begins in the afternoon, "10.00-12.30pm" does not."""
    if (span := _SPAN.search(text)) and span["ap"]:
        hour, last = int(span["h"]), int(span["h2"])
        meridiem = "am" if span["ap"].lower().startswith("p") and last == 12 > hour else span["ap"]
        text = f"{text[: span.end('first')]} {meridiem} {text[span.end('first') :]}"
    return next((found.time for found in find_times(text) if found.time), None)
