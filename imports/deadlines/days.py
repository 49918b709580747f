"""The days a deadline's words tell by the meeting: so many working days before, the Monday before ..."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from imports.model.deadlines import DeadlineRule
from imports.patterns import regex
from imports.words.dates import WEEKDAY, find_dates, weekday_number

_NUMBER_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
"""
NUMBERS = _NUMBER_WORDS.split()
_COUNT = (
    r"(?P<count>\d{1,3}(?:\.5)?|a|an|half an|half a|one and a half|twenty[- ](?:one|four|eight)|forty[- ]"
    rf"eight|seventy[- ]two|thirty|{'|'.join(NUMBERS)})"
)
_BEFORE = r"(?:before|prior(?: to)?|in advance(?: of)?|ahead of|preceding|previous to|beforehand|notice)"
FULL = r"(?:clear|whole|full|complete)"
_KIND = rf"(?:(?:{FULL}|working|business|week|office|council|calendar|consecutive)[\s-]*)"
_DAYS = regex(
    rf"\b{_COUNT}(?:\s*\((?:\d{{1,2}}|[a-z]+)\))?[\s-]+(?P<kind>{_KIND}*)"
    r"(?P<unit>days?|weeks?|fortnight|hours?|hrs?|minutes?|mins?)\b(?:['’]s?)?\s*(?:\([^)]*\)\s*)?"
    rf"(?P<clear>{FULL}\s*(?:of\b\s*)?)?"
    rf"(?P<link>(?:(?:written|advance|prior|clear|full)\s+)*{_BEFORE}\b|excluding|not including"
    r"|exclusive of)?",
    re.IGNORECASE,
)
_EXCLUDING = r"\b(?:excluding|exclusive of|not (?:including|counting|inclusive of)|ignoring|disregarding)\b"
_ARRIVAL = r"\b(?:receipt|deliver\w*|submi\w+|notice|service|question|deposit\w*|publication)\b"
_BOTH_ENDS = regex(
    rf"{_EXCLUDING}[^.;]{{0,60}}{_ARRIVAL}|{_EXCLUDING}[^.;]{{0,40}}\bmeeting\b[^.;]{{0,40}}{_ARRIVAL}",
    re.IGNORECASE,
)
_WEEKENDS = r"(?:saturdays?|weekends?|non[- ]working days)"
_SKIPS_WEEKENDS = regex(
    rf"\b(?:exclud\w+|exclusive of|except|not (?:including|counting)|ignoring|disregarding)\s+"
    rf"(?:\w+,?\s+){{0,3}}?{_WEEKENDS}"
    rf"|\b{_WEEKENDS}\b[^.;]{{0,60}}\b(?:excluded|excepted|disregarded|ignored"
    r"|not (?:be )?(?:included|counted)|not count)",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH_DAY = regex(
    rf"\b(?P<nth>{'|'.join(_ORDINALS)}|\d(?:st|nd|rd|th)) (?:clear |full )?(?P<working>(?:working"
    rf"|business) )?day (?:immediately )?{_BEFORE}\b",
    re.IGNORECASE,
)
_DAY_BUT_ONE = regex(
    rf"\bthe (?:last )?(?P<working>(?:working|business) )?day but one {_BEFORE}\b", re.IGNORECASE
)
_SAME_DAY = regex(
    r"\b(?:on|of|during|in) the (?:day|morning|afternoon) of (?:the )?(?:\w+ ){0,4}meeting\b"
    r"|\bon the (?:meeting day|same day as the meeting)\b|\bon the day(?: itself)?(?=\s*(?:$|[.;)]))",
    re.IGNORECASE,
)
_DAY_BEFORE = regex(
    r"\b(?:the )?(?:(?P<ord>last|final|previous|preceding|immediately preceding|next preceding) "
    r")?(?P<working>(?:clear )?(?:working|business) )?(?:day|afternoon|evening|night)"
    r" (?:immediately )?(?:before|prior to|preceding|previous to|in advance of|ahead of)\b"
    r"|\bthe (?P<prev>previous|preceding) (?P<working2>(?:working|business) )?"
    r"(?:day|afternoon|evening|night)\b",
    re.IGNORECASE,
)
_OWN_WEEK = (
    r"(?P<own>(?:of|in|during)\s+(?:the\s+(?:same\s+)?week\s+(?:of|in which|when|that|as)\b(?!\s+the\s+week)"
    r"|(?:the\s+)?meeting\s+week\b|(?:that|the\s+same)\s+week\b))"
)
_WEEK_BEFORE = (
    r"(?P<week>(?:of|in|during)\s+the\s+(?:(?:previous|preceding|prior)\s+(?:calendar\s+)?week"
    r"|(?:calendar\s+|working\s+)?week\s+(?:immediately\s+)?(?:before|prior|preceding)(?:\s+to)?)"
    r"(?:\s+the\s+week\s+(?:of|in which))?"
    r"|(?:the\s+|in the\s+)?(?:previous\s+week|week\s+(?:before|prior|preceding))"
    r"|(?P<ones>one|two|three|a|\d)\s+(?:clear\s+)?weeks?\s+(?:before|prior|preceding|in advance|ahead))"
)
_WEEKDAY_BEFORE = regex(
    rf"\b(?P<day>{WEEKDAY})\b(?:\s++(?:morning|lunchtime|afternoon|evening)\b)?\s*+,?\s*+(?:{_OWN_WEEK}|{_WEEK_BEFORE})?"
    rf"\s*+(?P<before>(?:immediately |directly |next )?(?:before|prior to|preceding|previous to|in advance of"
    rf"|ahead of|beforehand|prior)\b)?",
    re.IGNORECASE,
)
_PRECEDING_WEEKDAY = regex(rf"\b(?:preceding|previous|prior|last) (?P<day>{WEEKDAY})\b", re.IGNORECASE)


_NO_NOTICE = regex(
    r"\b(?:within|after|last|past|maximum of|every|each|for(?: up to)?)\s+(?:the\s+)?$", re.IGNORECASE
)
_NOTICE_OF = regex(
    r"\bnotice\s+(?:\w+\s+){0,2}?of\s+(?:(?:at least|not less than|no less than|a minimum of)\s+)?$",
    re.IGNORECASE,
)
_ENDS_BEFORE = regex(
    r"(?:,\s*)?(?:\w+\s+){0,4}(?:before|prior to|in advance of|ahead of|preceding)\s+(?:the|each|any|a"
    r"|that)\b(?:\s\w+){0,5}\s(?:meeting|committee|council|board|panel|cabinet)\b",
    re.IGNORECASE,
)


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
        if match["week"] or match["own"]:
            count = 0 if match["own"] else _number(match["ones"]) if match["ones"] else 1
            rule = DeadlineRule("weekday of the week before", count, weekday=weekday)
            found.append(Day(rule, match.start(), match.end()))
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
        working = match["working"] or _SKIPS_WEEKENDS.search(text)
        found.append(Day(_days_rule(bool(working), count), match.start(), match.end()))
    for match in _DAY_BUT_ONE.finditer(text):
        found.append(Day(_days_rule(bool(match["working"]), 2), match.start(), match.end()))
    nths = [(day.start, day.end) for day in found]
    for match in _DAY_BEFORE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in nths):
            working = match["working"] or match["working2"]
            found.append(Day(_days_rule(bool(working), 1), match.start(), match.end()))
    found.extend(Day(_days_rule(False, 0), m.start(), m.end()) for m in _SAME_DAY.finditer(text))
    return found


def _days_rule(working: bool, count: int) -> DeadlineRule:
    return DeadlineRule("working days" if working else "calendar days", count)


def find_counts(text: str) -> list[Day]:
    """So many clear working days, working days, days, weeks, hours or minutes before."""
    found = []
    for match in _DAYS.finditer(text):
        if _NO_NOTICE.search(text[: match.start()]) or not _is_told(match, text):
            continue
        found.append(Day(_counted(match, text), match.start(), match.end()))
    return found


def _is_told(match: re.Match[str], text: str) -> bool:
    """Whether a count says how long before the meeting, and not how long something takes."""
    kind, unit = match["kind"].lower(), match["unit"].lower()
    if match["count"].lower() in ("a", "an") and unit.startswith("day"):
        return False
    if match["link"] or _NOTICE_OF.search(text[: match.start()]):
        return True
    clear = match["clear"] or re.search(FULL, kind)
    return unit.startswith("day") and bool(clear or _ENDS_BEFORE.match(text[match.end() :]))


def _counted(match: re.Match[str], text: str) -> DeadlineRule:
    """The rule a count gives."""
    count, kind, unit = _number(match["count"]), match["kind"].lower(), match["unit"].lower()
    if unit.startswith(("hour", "hr")):
        in_days = count % 24 == 0 and _SKIPS_WEEKENDS.search(text)
        return DeadlineRule("working days", count / 24) if in_days else DeadlineRule("hours", count)
    if unit.startswith("min"):
        return DeadlineRule("hours", count / 60)
    working = re.search(r"working|business|week|office|council", kind) or _SKIPS_WEEKENDS.search(text)
    clear = bool(match["clear"] or re.search(FULL, kind) or _BOTH_ENDS.search(text))
    if unit.startswith(("week", "fortnight")):
        days = count * (14 if unit == "fortnight" else 7)
        return DeadlineRule("calendar days", days + 1 if clear else days)
    if working:
        return DeadlineRule("clear working days" if clear else "working days", count)
    return DeadlineRule("calendar days", count + 1 if clear else count)


def _number(words: str) -> float:
    words = words.lower().replace("-", " ")
    named = {
        "a": 1.0,
        "an": 1.0,
        "half an": 0.5,
        "half a": 0.5,
        "one and a half": 1.5,
        "twenty one": 21.0,
        "twenty four": 24.0,
        "twenty eight": 28.0,
        "thirty": 30.0,
        "forty eight": 48.0,
        "seventy two": 72.0,
    }
    if words in named:
        return named[words]
    return float(NUMBERS.index(words) + 1) if words in NUMBERS else float(words)
