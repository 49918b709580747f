"""What the words of a deadline say: a date, so many working days before, the Monday before ...

Only the form of the rule is read here; working out the moment needs the calendar of bank holidays and
is the services' business. Wordings are those of council agendas and constitutions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from imports.dates import WEEKDAY, PrintedDate, PrintedTime, find_dates, find_times, weekday_number
from imports.model import DeadlineRule

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_COUNT = rf"(?P<count>\d{{1,3}}(?:\.5)?|a|an|half an|half a|one and a half|{'|'.join(_NUMBERS)}|twenty[- ]four|forty[- ]eight|seventy[- ]two)"
_BEFORE = r"(?:before|prior to|in advance(?: of)?|ahead of|preceding|previous to|beforehand|prior|notice|earlier than)"
_FULL = r"(?:clear|whole|full|complete)"
_DAYS = re.compile(
    rf"\b{_COUNT}(?:\s*\((?:\d{{1,2}}|[a-z]+)\))?\s+(?P<clear>(?:{_FULL}\s+)?)(?P<working>(?:(?:working|business|week|office|council)\s?-?)?)\s?"
    rf"(?P<clear2>(?:{_FULL}\s+)?)(?P<unit>days?|weeks?|hours?|hrs?|minutes?|mins?)\b['’]?\s*(?:\([^)]*\)\s*)?"
    rf"(?P<link>(?:written |advance |prior )?{_BEFORE}\b|excluding|not including)?",
    re.IGNORECASE,
)
_CLEAR_FIRST = re.compile(
    rf"\b{_FULL}\s+(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+(?=\w+ ?days?\b|days?\b)", re.IGNORECASE
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NTH_DAY = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINALS)}|\d(?:st|nd|rd|th)) (?:clear |full )?(?P<working>(?:working|business) )?day (?:immediately )?{_BEFORE}\b",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(rf"\bon the (?:day|morning) of the (?:\w+ ){{0,4}}meeting\b", re.IGNORECASE)
_DAY_BEFORE = re.compile(
    rf"\b(?:the )?(?:(?P<ord>last|final|previous|preceding|immediately preceding|next preceding) )?(?P<working>(?:clear )?(?:working|business) )?day"
    rf" (?:immediately )?(?:before|prior to|preceding|previous to|in advance of|ahead of)\b"
    r"|\bthe (?P<prev>previous|preceding) (?P<working2>(?:working|business) )?day\b",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(
    rf"\b(?P<day>{WEEKDAY})\b\s*,?\s*(?P<week>(?:of|in|during)\s+the\s+(?:(?:previous|preceding|prior)\s+week|week\s+(?P<later>(?:before|prior(?: to)?|preceding)\b)?(?:of (?P<own>the))?)"
    rf"|(?:the )?week (?:before|prior)|(?P<ones>one|two|\d) weeks? (?:before|prior to))?"
    rf"\s*(?P<before>(?:immediately |directly )?(?:before|prior to|preceding|previous to|in advance of|ahead of|beforehand|prior)\b)?",
    re.IGNORECASE,
)
_PRECEDING_WEEKDAY = re.compile(rf"\b(?:preceding|previous|prior) (?P<day>{WEEKDAY})\b", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:by|before|prior to|no later than|not later than|at the latest|until|till|on or before|deadline|closing (?:date|time)|closes?|close at|cut[- ]off|at least|not less than|no less than"
    r"|in advance|notice|received|submitted|due)\b",
    re.IGNORECASE,
)
_MEETING_ON = re.compile(
    r"\b(?:meeting|committee|board|cabinet|panel|council)s?(?:['’]s)?(?: meeting)?(?: \([^)]*\))?(?:,? (?:to be |which is |being |is |taking place |due to be )?(?:held|convened|place|taking place)?)?\s*(?:on|of|for|dated)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_HELD_ON = re.compile(
    r"\b(?:held|published|issued|dated?|available|despatched|dispatched|agreed|adopted|effect)\s+(?:on|from|by)?\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:after|following|within)\s+(?:the\s+)?$|\bwithin\s+\S+\s*$", re.IGNORECASE)
_TOO_LATE = re.compile(r"\b(?:before|prior to|in advance of|earlier than)\s+(?:the\s+)?$", re.IGNORECASE)
_OTHER_TOPIC = re.compile(
    r"\b(?:petitions?|deputations?|statements?|speak(?:ing|ers?)?|representations?|address(?:ing)? the|consultation|strategy|nominations?|applications?|amendments?|motions?)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\bquestion(?:s|ers?|ing)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Day:
    """A day the words name, with its place in the text."""

    rule: DeadlineRule
    start: int
    end: int


def read_wording(sentence: str, meeting_date: date | None) -> DeadlineRule | None:
    """Read the rule a sentence gives.

    Args:
        sentence: a sentence, or the bare words of a rule ("10am, four clear working days before").
        meeting_date: gives a date without a year its year.

    Returns:
        None where the sentence gives no rule, or gives one for something other than questions.
    """
    found = find_wording(sentence, meeting_date)
    return found.rule if found else None


@dataclass(frozen=True, slots=True)
class Wording:
    """A rule and where its words stand in the sentence (white space folded)."""

    rule: DeadlineRule
    start: int
    end: int


def find_wording(sentence: str, meeting_date: date | None) -> Wording | None:
    """Read the rule a sentence gives as `read_wording` does, and say where it stands."""
    text = re.sub(r"\s+", " ", sentence).strip()
    if _OTHER_TOPIC.search(text) and not _QUESTION.search(text):
        return None
    text = _CLEAR_FIRST.sub(r"\g<number> clear ", text)
    days = [*_dates(text, meeting_date), *_weekdays(text), *_days_before(text), *_counts(text)]
    if not days:
        return None
    chosen = min(days, key=lambda day: _preference(text, day))
    return _with_time(text, chosen, days)


def _preference(text: str, day: _Day) -> tuple[int, int]:
    """A printed date comes first, then a day with its time, then bare notice; the earlier the better."""
    if day.rule.basis == "date":
        return 0, _distance(text, day)
    if day.rule.basis.startswith("weekday"):
        return 1, day.start
    noticed = day.rule.basis == "calendar days" and "notice" in text[day.start : day.end].lower()
    return (3 if day.rule.basis == "hours" or noticed else 2), day.start


def _dates(text: str, meeting_date: date | None) -> list[_Day]:
    """The dates that may be the deadline: not the meeting's own, and with a word that makes them one."""
    found = []
    for day in find_dates(text, meeting_date):
        before = text[: day.start]
        lead = _without_time_words(before)
        if _MEETING_ON.search(lead) or _HELD_ON.search(before) or _AFTER.search(before):
            continue
        if not _CUE.search(before) and not _stands_alone(text, day):
            continue
        rule = DeadlineRule("date", date=day.date, weekday=day.weekday)
        found.append(_Day(rule, day.start, day.end))
    return found


def _distance(text: str, day: _Day) -> int:
    """How far the nearest word that makes a date a deadline stands before it."""
    cues = [match.end() for match in _CUE.finditer(text, 0, day.start)]
    return day.start - cues[-1] if cues else len(text)


def _without_time_words(before: str) -> str:
    """The words before a date without a time and "on" between: "by 10am on" ends in "by"."""
    times = find_times(before)
    if times and re.fullmatch(r"\s*,?\s*(?:on|of)?\s*(?:the\s+)?", before[times[-1].end :], re.IGNORECASE):
        return before[: times[-1].start]
    return before


def _stands_alone(text: str, day: PrintedDate) -> bool:
    """Whether a text is little else than a date and a time."""
    rest = text[: day.start] + text[day.end :]
    for found in reversed(find_times(rest)):
        rest = rest[: found.start] + rest[found.end :]
    return not re.search(r"\w{4,}", rest)


def _weekdays(text: str) -> list[_Day]:
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
                _Day(
                    DeadlineRule("weekday of the week before", count, weekday=weekday),
                    match.start(),
                    match.end(),
                )
            )
        elif match["before"]:
            found.append(_Day(DeadlineRule("weekday before", weekday=weekday), match.start(), match.end()))
    for match in _PRECEDING_WEEKDAY.finditer(text):
        rule = DeadlineRule("weekday before", weekday=weekday_number(match["day"]))
        found.append(_Day(rule, match.start(), match.end()))
    return found


def _days_before(text: str) -> list[_Day]:
    """The day, the working day or the third working day before the meeting, and the meeting's own."""
    found = []
    for match in _NTH_DAY.finditer(text):
        nth = match["nth"].lower()
        count = _ORDINALS.index(nth) + 1 if nth in _ORDINALS else int(nth[0])
        found.append(_Day(_days_rule(match["working"], count), match.start(), match.end()))
    nths = [(day.start, day.end) for day in found]
    for match in _DAY_BEFORE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in nths):
            working = match["working"] or match["working2"]
            found.append(_Day(_days_rule(working, 1), match.start(), match.end()))
    found.extend(_Day(_days_rule(None, 0), m.start(), m.end()) for m in _SAME_DAY.finditer(text))
    return found


def _days_rule(working: str | None, count: int) -> DeadlineRule:
    return DeadlineRule("working days" if working else "calendar days", count)


def _counts(text: str) -> list[_Day]:
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
        found.append(_Day(rule, match.start(), match.end()))
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
    return float(_NUMBERS.index(words) + 1) if words in _NUMBERS else float(words)


def _with_time(text: str, day: _Day, days: Sequence[_Day]) -> Wording:
    """Add the time printed with a day, and whether the moment itself is too late."""
    rule = day.rule
    if rule.basis == "hours":
        return Wording(rule, day.start, day.end)
    found = _nearest_time(text, day, days) or _nearest_time(text, day, ())
    start = min(day.start, found.start) if found else day.start
    excluded = _TOO_LATE.search(text[:start]) is not None
    if found:
        rule = replace(rule, time=found.time, time_words=found.words)
    return Wording(replace(rule, before=excluded), start, max(day.end, found.end if found else 0))


def _nearest_time(text: str, day: _Day, days: Sequence[_Day]) -> PrintedTime | None:
    """The time that goes with a day: the one beside it, not one of the meeting or of another day."""
    best: tuple[int, PrintedTime] | None = None
    for found in find_times(text):
        gap = day.start - found.end if found.end <= day.start else found.start - day.end
        between = text[min(found.end, day.end) : max(found.start, day.start)]
        other = any(
            o is not day
            and o.start >= min(found.start, day.start)
            and o.end <= max(found.end, day.end)
            and o.rule.basis != "hours"
            for o in days
        )
        meets = (
            re.search(r"\b(?:meeting|starts?|commenc\w+|begins?)\b", between, re.IGNORECASE)
            and found.start > day.end
        )
        if gap > 90 or other or meets:
            continue
        if best is None or gap < best[0]:
            best = (gap, found)
    return best[1] if best else None
