"""Where a meeting is held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, zip_longest
from typing import TYPE_CHECKING

from imports.heading.entries import ENDS_BODY, OTHER_LABEL, Entry
from imports.layout.paragraphs import join_lines
from imports.patterns import regex
from imports.people.labels import read_label
from imports.words.dates import WEEKDAY, find_dates, find_times
from imports.words.names import is_people, is_posted, is_titled

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_PLACE = regex(
    r"\b(?:rooms?|halls?|chambers?|house|suite|centre|offices?|building|library|school|theatre|teams|zoom"
    r"|webex|virtual|remote(?:ly)?|online|church|"
    r"guildhall|civic|headquarters|hotel|pavilion|castle|court|street|road|parlour)\b",
    re.IGNORECASE,
)
_HELD_AT = regex(
    r"\b(?i:at|within|in|via|by)\s+(?:(?:the|THE)\s+)?(?P<place>[A-Z](?:[^.;]|(?<=\bNo)\.)*?)"
    r"(?=\s+(?:on(?! (?:(?:Microsoft|MS) )?(?:Teams|Zoom)\b)"
    r"|for|when|followed|Please|at(?!\s+(?:the\s+)?[A-Z])|commencing|from"
    r"|to|and will|ON|AT|TO|FROM|COMMENCING)\b"
    r"(?!\s+(?:the\s+)?[A-Z][a-z]+\s+(?:Street|Road))|[.;]|\s*$)"
)
HELD = regex(r"\b(?:(?:be|is|was) held|take place|takes place|will meet|convened)\b", re.IGNORECASE)
# Behind the day and hour, with nothing but a comma before it ("at 7.00 pm, The Old School, Main Street").
_AFTER_COMMA = regex(
    r"\s*[,–-]\s*(?P<place>[A-Z](?:[^.;]|(?<=\bNo)\.)*?)(?=\s+(?:for|to|when|and will)\b|[.;]|$)"
)
_REMOTE = regex(r"\bheld (?P<place>(?:remotely|virtually|online)\b[^,.;]{0,60})", re.IGNORECASE)
_IN_PERSON = regex(
    r"\bin person (?:in|at) (?:the )?(?P<place>[A-Z][^.;]*?)"
    r"(?=,?\s(?:or|and (?:via|by|on|remote\w*|online))\b|[.;]|$)"
)
_AT = regex(r"\b(?:at|from|(?:commencing|starting)(?: at)?)\s*$", re.IGNORECASE)
_SUMMONS = regex(r"\b(?:will|are|must|should|please|reminded|summoned|hereby)\b", re.IGNORECASE)
_SENTENCE_BEGINS = regex(r"\s+[A-Z]")
_POSTCODE = regex(r"\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}$")
_OPEN_PLACE = regex(r"\b(?:and|via|at|in|the|of)(?: (?:virtually|remotely|online))?$", re.IGNORECASE)
# A postcode over two lines ("PL26", "2AA")
_OUTWARD, _INWARD = regex(r"\b[A-Z]{1,2}\d[\dA-Z]?$"), regex(r"\d[A-Z]{2}\b")
DIRECTIONS = regex(r"(?<!\s)\s*+\.?\s*+view directions.*$", re.IGNORECASE)
LONGEST_ALONE, LONGEST_BEGUN = 100, 40
_SPAN = regex(r"\b\d{1,2}[.:]\d\d\s?(?:[-–]|to)\s?\d{1,2}[.:]\d\d\b(?!\s?[ap]\.?m)", re.IGNORECASE)
_OR_LATER = regex(
    r"(?<![\s,])[\s,]++or,? (?:(?:on|upon) the (?:rising|rise|conclusion)|at the (?:rising|rise"
    r"|conclusion|close)"
    r"|immediately (?:after|following)|following the|as soon (?:after|as))\b[^.;]*+",
    re.IGNORECASE,
)
_WEEKDAY_FIRST = regex(rf"^{WEEKDAY}(?<=day)\b[,\s]+(?=[A-Z])", re.IGNORECASE)
_TIME_FIRST = regex(r"^\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?\s*(?:[-–,]\s*)?(?=[A-Za-z])", re.IGNORECASE)


def find_venue(
    entries: Sequence[Entry], when: int | None, at: int | None, committee: str | None
) -> str | None:
    """The place: labelled, in the sentence that tells the date, or the line near the date."""
    for index, entry in enumerate(entries):
        if entry.label == "venue":
            rest_of_head = entries[index + 1 :]
            if entry.text.endswith(","):  # the date may stand beside its first line
                rest_of_head = list(dropwhile(lambda e: e.label in ("date", "time"), rest_of_head))
            return _tidy_venue(join_lines(e.text for e in _with_more([entry, *rest_of_head], 0)))
    if when is None:
        return _held_somewhere(entries)
    anchor = max(when, at) if at is not None and abs(at - when) <= 2 else when
    sentence = _around(entries, when)
    bare = _without_when(sentence)
    if match := _HELD_AT.search(bare):
        place = match["place"].strip(" ,")
        if (_PLACE.search(place) or place[0].isupper()) and not ENDS_BODY.search(place):
            return _tidy_venue(place)
    if place := _behind_when(sentence):
        return _tidy_venue(place)
    if remote := _REMOTE.search(bare):
        return _tidy_venue(remote["place"])
    rest = _without_when(entries[when].text).strip(" ,-–|")
    if _PLACE.search(rest) and not ENDS_BODY.search(rest) and not _SUMMONS.search(rest):
        return _tidy_venue(rest)
    below = entries[when + 1] if when + 1 < len(entries) else None
    if (
        rest[:1].isupper()
        and len(rest) < LONGEST_BEGUN
        and below
        and not below.gap
        and _PLACE.match(below.text)
    ):
        return _tidy_venue(join_lines([rest, *(e.text for e in _with_more(entries, when + 1))]))
    if (
        at is not None
        and at != when
        and (match := _HELD_AT.match(_without_when(entries[at].text).strip("( )")))
    ):
        return _tidy_venue(match["place"].strip(" ,"))
    above = any("above date" in entry.text.casefold() for entry in entries[when : when + 3])
    if above and (told := _told_again(entries, when)):
        return told
    for index in (*range(anchor + 1, min(anchor + 3, len(entries))), when - 1):
        if 0 <= index < len(entries) and _is_place(entries[index], committee, near=index == anchor + 1):
            return _tidy_venue(_without_when(join_lines(e.text for e in _with_more(entries, index))))
    if told := _told_again(entries, when) or _held_somewhere(entries):
        return told
    return next(
        (
            _tidy_venue(_without_when(e.text))
            for e in entries
            if _is_place(e, committee, near=False) and len(e.text) < 80
        ),
        None,
    )


def _told_again(entries: Sequence[Entry], when: int) -> str | None:
    """The place in another sentence that tells the same date ("due to be held on ... in the Oak Room")."""
    own = find_dates(entries[when].text)
    for at, entry in enumerate(entries):
        same = at != when and any(own and day.date == own[0].date for day in find_dates(entry.text))
        same = same or "above date" in entry.text.casefold()
        found = _HELD_AT.search(_without_when(_around(entries, at))) if same else None
        if found and _PLACE.search(found["place"]) and not ENDS_BODY.search(found["place"]):
            return _tidy_venue(found["place"].strip(" ,"))
    return None


def _behind_when(sentence: str) -> str | None:
    """The place behind the day and the hour of a sentence that says a meeting is held then."""
    days = find_dates(sentence)
    if not HELD.search(sentence) and not (
        days and ENDS_BODY.search(sentence[: days[0].start].rstrip(" ,-–|"))
    ):
        return None
    ends = [day.end for day in days] + [at.end for at in find_times(sentence)]
    found = _AFTER_COMMA.match(sentence, max(ends, default=0))
    return found["place"] if found and _PLACE.search(found["place"]) else None


def _held_somewhere(entries: Sequence[Entry]) -> str | None:
    """The place a sentence names that says the meeting is held there, its day told elsewhere."""
    for entry, below in zip_longest(entries, entries[1:]):
        if remote := _REMOTE.search(_without_when(entry.text)):
            return _tidy_venue(remote["place"])
        goes_on = below is not None and not below.gap and entry.text.endswith(",")
        if told := _IN_PERSON.search(f"{entry.text} {below.text}" if below and goes_on else entry.text):
            return _tidy_venue(told["place"])
        found = _HELD_AT.search(_without_when(entry.text), 0) if HELD.search(entry.text) else None
        if found and _PLACE.search(found["place"]) and not ENDS_BODY.search(found["place"]):
            return _tidy_venue(found["place"].strip(" ,"))
    return None


def _around(entries: Sequence[Entry], when: int) -> str:
    """The sentence the date stands in: its own line, and those before and after it without a gap."""
    first = when
    while first > 0 and not entries[first].gap and when - first < 4 and not entries[first - 1].label:
        first -= 1
    last = when
    while (
        last + 1 < len(entries)
        and not entries[last + 1].gap
        and last - when < 3
        and not entries[last + 1].label
        and not OTHER_LABEL.match(entries[last + 1].text)
        and entries[last + 1].text.replace(" ", "").casefold() != "agenda"
    ):
        last += 1
    told = join_lines(e.text for e in entries[first : when + 1])
    running = re.search(r"\b(?:held|attend|take place|(?:will|to) meet|HELD)\b", told) and (
        not told.endswith(".")
        or re.search(r"\b(?:held|take place|will meet) (?:\w+ ){0,5}(?:at|in|within)\b", told, re.IGNORECASE)
    )
    return join_lines(e.text for e in entries[first if running else when : (last if running else when) + 1])


def _without_when(text: str) -> str:
    text = _SPAN.sub("", _OR_LATER.sub("", text))
    for found in reversed(find_times(text)):
        ended = "." if text[: found.end].endswith(".") and _SENTENCE_BEGINS.match(text, found.end) else ""
        text = f"{_AT.sub('', text[: found.start])}{ended}{text[found.end :]}"
    for day in reversed(find_dates(text)):
        text = f"{text[: day.start]}{text[day.end :]}"
    text = re.sub(
        r"\b(?:at|on|commencing(?: at)?|starting(?: at)?)\s*(?=[,.]|$|-|–|\b(?:at|in|on|for)\b)",
        "",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(r",(?:\s*,)+", ",", re.sub(r"\s+", " ", text))
    return re.sub(r"\s*,? (?:for the transaction of|(?:to|at) which you|which you)\b.*", "", text).strip(
        " ,-–"
    )


def _is_place(entry: Entry, committee: str | None, near: bool) -> bool:
    text = entry.text
    if entry.label or find_dates(text) or OTHER_LABEL.match(text) or "@" in text or len(text) > 160:
        return False
    if text[:1].islower() and not _HELD_AT.match(text):
        return False  # the rest of a sentence
    if re.fullmatch(r"agenda", text, re.IGNORECASE) or (
        committee and text.casefold() in committee.casefold()
    ):
        return False
    if _SUMMONS.search(text):
        return False
    return _PLACE.search(text) is not None or (
        near and text[:1].isupper() and not ENDS_BODY.search(text) and "," in text
    )


def _with_more(entries: Sequence[Entry], index: int) -> list[Entry]:
    """An entry and the lines an address goes on in."""
    taken = [entries[index]]
    for entry in entries[index + 1 : index + 4]:
        goes_on = (
            taken[-1].text.endswith((",", "-", "–"))
            or entry.text[:1].islower()
            or _POSTCODE.search(entry.text) is not None
            or _PLACE.match(entry.text) is not None
            or _OPEN_PLACE.search(taken[-1].text) is not None
            or (_INWARD.match(entry.text) is not None and _OUTWARD.search(taken[-1].text) is not None)
            or bool(_PLACE.search(entry.text) and taken[0].label)
        )
        if entry.gap or entry.label or find_dates(entry.text) or OTHER_LABEL.match(entry.text) or not goes_on:
            break
        taken.append(entry)
    return taken


def _tidy_venue(text: str) -> str | None:
    text = _TIME_FIRST.sub("", _WEEKDAY_FIRST.sub("", re.sub(r"\s+", " ", text))).strip(" .,;:-–")
    text = DIRECTIONS.sub("", text)
    text = re.sub(r"^hybrid\s*[:–-]\s*", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\s(?:has|have|is|was|will|are|were)\s.*$", "", text)
    return re.sub(r"^(?i:at|in|via) (?:the |THE )?(?=[A-Z])", "", text) or None


def place_alone(lines: Sequence[TextLine]) -> tuple[str | None, int]:
    """The place printed on lines of its own above those present, and how many lines it takes."""
    labels = [read_label(line.text) for line in lines[:4]]
    count = next((n for n, label in enumerate(labels) if label), 0)
    words = join_lines(line.text for line in lines[:count])
    named = any(is_titled(x.text) or is_posted(x.text) or is_people(x.text) for x in lines[:count])
    opened = labels[count] if count else None
    if opened is None or opened[0] != "present" or named or not _PLACE.search(words):
        return None, 0
    if find_times(words):  # "Village Hall at 19.30"
        words = next((line.text for line in lines[:count] if find_times(line.text)), "")
        words = _without_when(words) if _PLACE.search(words) else ""
    return (_tidy_venue(words), count) if words and not find_dates(words) else (None, 0)


def place_below(heading: Sequence[TextLine]) -> str | None:
    """The place a heading of minutes prints on a line of its own, below the date or above it."""
    own = [line.text for line in heading[1:] if _is_alone(line.text)]
    if own and own[-1] == heading[-1].text and any(find_dates(line.text) for line in heading[:-1]):
        return _tidy_venue(own[-1])
    return _tidy_venue(own[0]) if len(own) == 1 else None


def _is_alone(text: str) -> bool:
    """Whether a line is a place and neither a body nor a date or time."""
    other = find_dates(text) or find_times(text) or ENDS_BODY.search(text) or OTHER_LABEL.match(text)
    return _PLACE.search(text) is not None and not other and len(text) < LONGEST_ALONE
