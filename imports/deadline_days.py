"""The days a deadline's words tell by the meeting: so many working days before, the Monday before ..."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from imports.dates import WEEKDAY, find_dates, weekday_number
from imports.model import DeadlineRule

_NUMBER_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
"""
NUMBERS = _NUMBER_WORDS.split()
_COUNT = (
    rf"(?P<count>\d{{1,3}}(?:\.5)?|a|an|half an|half a|one and a half|{'|'.join(NUMBERS)}"
    r"|twenty[- ]four|forty[- ]eight|seventy[- ]two)"
)
_BEFORE = r"(?:before|prior(?: to)?|in advance(?: of)?|ahead of|preceding|previous to|beforehand|notice)"
FULL = r"(?:clear|whole|full|complete)"
_DAYS = re.compile(
    rf"\b{_COUNT}(?:\s*\((?:\d{{1,2}}|[a-z]+)\))?\s+(?P<clear>(?:{FULL}\s+)?)(?P<working>(?:(?:working"
    rf"|business|week|office|council)\s?-?)?)\s?"
    rf"(?P<clear2>(?:{FULL}\s+)?)(?P<unit>days?|weeks?|hours?|hrs?|minutes?"
    rf"|mins?)\b['’]?\s*(?:\([^)]*\)\s*)?"
    rf"(?P<link>(?:written |advance |prior )?{_BEFORE}\b|excluding|not including)?",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH_DAY = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINALS)}|\d(?:st|nd|rd|th)) (?:clear |full )?(?P<working>(?:working"
    rf"|business) )?day (?:immediately )?{_BEFORE}\b",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(r"\bon the (?:day|morning) of the (?:\w+ ){0,4}meeting\b", re.IGNORECASE)
_DAY_BEFORE = re.compile(
    r"\b(?:the )?(?:(?P<ord>last|final|previous|preceding|immediately preceding|next preceding) "
    r")?(?P<working>(?:clear )?(?:working|business) )?day"
    r" (?:immediately )?(?:before|prior to|preceding|previous to|in advance of|ahead of)\b"
    r"|\bthe (?P<prev>previous|preceding) (?P<working2>(?:working|business) )?day\b",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(
    rf"\b(?P<day>{WEEKDAY})\b\s*,?\s*(?P<week>(?:of|in|during)\s+the\s+(?:(?:previous|preceding"
    rf"|prior)\s+week|week\s+(?P<later>(?:before|prior(?: to)?|preceding)\b)?(?:of (?P<own>the))?)"
    rf"|(?:the )?week (?:before|prior)|(?P<ones>one|two|\d) weeks? (?:before|prior to))?"
    rf"\s*(?P<before>(?:immediately |directly )?(?:before|prior to|preceding|previous to|in advance of"
    rf"|ahead of|beforehand|prior)\b)?",
    re.IGNORECASE,
)
_PRECEDING_WEEKDAY = re.compile(rf"\b(?:preceding|previous|prior) (?P<day>{WEEKDAY})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day the words name, with its place in the text."""

    rule: DeadlineRule
    start: int
    end: int


def find_weekdays(text: str) -> list[Day]:
    """Weekdays told by the meeting: "the Monday before", "Monday of the week prior"."""
    found = []
    printed = find_dates(text, date(2000, 1, 1))
    for match in _WEEKDAY_BEFORE.finditer(text):
        if any(day.start <= match.start() < day.end for day in printed):
            continue
        weekday = weekday_number(match["day"])
        if match["week"]:
            count = (
                _number(match["ones"]) if match["ones"] else (0 if match["own"] and not match["later"] else 1)
            )
            found.append(
                Day(
                    DeadlineRule("weekday of the week before", count, weekday=weekday),
                    match.start(),
                    match.end(),
                )
            )
        elif match["before"]:
            found.append(Day(DeadlineRule("weekday before", weekday=weekday), match.start(), match.end()))
    for match in _PRECEDING_WEEKDAY.finditer(text):
        rule = DeadlineRule("weekday before", weekday=weekday_number(match["day"]))
        found.append(Day(rule, match.start(), match.end()))
    return found


def find_days_before(text: str) -> list[Day]:
    """The day, the working day or the third working day before the meeting, and the meeting's own."""
    found = []
    for match in _NTH_DAY.finditer(text):
        nth = match["nth"].lower()
        count = _ORDINALS.index(nth) + 1 if nth in _ORDINALS else int(nth[0])
        found.append(Day(_days_rule(match["working"], count), match.start(), match.end()))
    nths = [(day.start, day.end) for day in found]
    for match in _DAY_BEFORE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in nths):
            working = match["working"] or match["working2"]
            found.append(Day(_days_rule(working, 1), match.start(), match.end()))
    found.extend(Day(_days_rule(None, 0), m.start(), m.end()) for m in _SAME_DAY.finditer(text))
    return found


def _days_rule(working: str | None, count: int) -> DeadlineRule:
    return DeadlineRule("working days" if working else "calendar days", count)


def find_counts(text: str) -> list[Day]:
    """So many clear working days, working days, days, weeks, hours or minutes before."""
    found = []
    for match in _DAYS.finditer(text):
        if re.search(
            r"\b(?:within|after|last|past|maximum of|up to|every|each)\s+(?:the\s+)?$",
            text[: match.start()],
            re.IGNORECASE,
        ):
            continue
        count = _number(match["count"])
        unit = match["unit"].lower()
        clear = bool(match["clear"] or match["clear2"])
        if match["count"].lower() in ("a", "an") and unit.startswith("day"):
            continue
        if not match["link"] and not (clear and match["working"]):
            continue
        if unit.startswith(("hour", "hr")):
            rule = DeadlineRule("hours", count)
        elif unit.startswith("min"):
            rule = DeadlineRule("hours", count / 60)
        elif unit.startswith("week") and not match["working"]:
            rule = DeadlineRule("calendar days", count * 7)
        elif match["working"]:
            rule = DeadlineRule("clear working days" if clear else "working days", count)
        else:
            rule = DeadlineRule("calendar days", count + 1 if clear else count)
        found.append(Day(rule, match.start(), match.end()))
    return found


def _number(words: str) -> float:
    words = words.lower().replace("-", " ")
    named = {
        "a": 1.0,
        "an": 1.0,
        "half an": 0.5,
        "half a": 0.5,
        "one and a half": 1.5,
        "twenty four": 24.0,
        "forty eight": 48.0,
        "seventy two": 72.0,
    }
    if words in named:
        return named[words]
    return float(NUMBERS.index(words) + 1) if words in NUMBERS else float(words)
