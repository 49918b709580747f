"""What the words of a deadline say: a date, so many working days before, the Monday before ...

Only the form of the rule is read here; working out the moment needs the calendar of bank holidays and
is the services' business. Wordings are those of council agendas and constitutions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import pairwise

from imports.deadlines.days import FULL, NUMBERS, Day, find_counts, find_days_before, find_weekdays
from imports.model.deadlines import DeadlineRule
from imports.patterns import regex
from imports.words.dates import (
    MONTH,
    WEEKDAY,
    PrintedDate,
    PrintedTime,
    find_dates,
    find_times,
    weekday_number,
)

_CLEAR_FIRST = regex(
    rf"\b{FULL}\s+(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)})\s+(?=\w+ ?days?\b|days?\b)", re.IGNORECASE
)
_CUE = regex(
    r"\b(?:by|before|prior to|no later than|not later than|at the latest|until|till|on or before|deadlines?"
    r"|closing (?:dates?|times?)|closes?|close at|cut[- ]off|at least|not less than|no less than"
    r"|in advance|notice|received|receipt|submitted|due|(?:last|final) (?:date|day|time)|latest|up to"
    r"|reach\w*"
    r"|arrive\w*|ends?|shuts?|expires?|delivered|lodged|later than|after"
    r"|(?:must|should|shall|to) be (?:sent|e-?mailed|given|made|forwarded|returned))\b",
    re.IGNORECASE,
)
_MEETING_ON = regex(
    r"\b(?:meeting|committee|board|cabinet|panel|council|assembly)s?(?:['’]s)?(?: meeting)?(?: \([^)]*\))?"
    r"(?:,? (?:(?:to be|which is|which will be|that is|being|is|is being|due to be|scheduled to be"
    r"|will be) )?(?:held|convened|taking place|takes place|scheduled|arranged|sitting|meeting))?,?\s*+"
    r"(?:on|of|for|dated)?\s*+(?:the\s++)?$",
    re.IGNORECASE,
)
_HELD_ON = regex(
    r"\b(?:held|published|issued|dated?|available|despatched|dispatched|agreed|adopted|effect)\s+(?:on"
    r"|from|by)?\s*$",
    re.IGNORECASE,
)
_HOLIDAY = regex(
    r"\W*+(?:which\s++)?(?:(?:is|being|was|will be)\s++)?(?:an?\s++|the\s++)?(?:\w++\s++){0,2}?"
    r"(?:(?:bank|public) holiday|holiday\b|not (?:be )?(?:count|a working)|does not count)",
    re.IGNORECASE,
)
_HOLIDAY_ON = regex(r"\bholidays?\)?\s+(?:on|of|falls? on)?\s*$", re.IGNORECASE)
_AFTER = regex(r"\b(?:after|following|within)\s+(?:the\s+)?$|\bwithin\s+\S+\s*$", re.IGNORECASE)
_REFUSED = regex(
    r"\b(?:no|not|never|cannot|nor|rejected|refused|disallowed|held over|carried over|too late)\b",
    re.IGNORECASE,
)
_TOO_LATE = regex(r"(?<!\bor )\b(?:before|prior to|in advance of|earlier than)\s+(?:the\s+)?$", re.IGNORECASE)
_DAY_OF_MONTH = regex(
    rf"\b(?P<weekday>{WEEKDAY})\b,?\s+(?:the\s+)?(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)\b"
    rf"(?!\s+(?:day\b|of\b|{MONTH}\b))",
    re.IGNORECASE,
)
_MEETING_AT = regex(r"\b(?:starts?|start(?:ing)?|commenc\w+|begins?|held|takes? place|due)\b", re.IGNORECASE)
_MEETING = regex(r"\b(?:meeting|committee|council|cabinet|board|panel)\b", re.IGNORECASE)
# The day stands in brackets, and what follows them says something else.
_OUT_OF_BRACKETS = regex(r"^[^(]*\)[\s,]*+(?!at\b)\w")
_IN_HOURS = regex(r"\b[\w-]+ hours\b", re.IGNORECASE)
# A line of a list: what is due, a colon, the hour and the day
_LISTED = regex(r"(?:^|[;|(]\s*)(?:[\w’'/]+\s+){0,3}?questions?\s*[:–—-]\s*$", re.IGNORECASE)
_CLOSED = r"(?:bank|public|statutory)\s+holidays?|weekends?|non[- ]working\s+days?|not\s+a\s+working\s+day"
_EARLIER = (
    r"(?:brought\s+forward|moved?\s+forward|earlier|preceding|previous|last\s+working\s+day"
    r"|working\s+day\s+before)"
)
_BROUGHT_FORWARD = regex(rf"\b{_EARLIER}\b[^.]*\b(?:{_CLOSED})|(?:{_CLOSED})[^.]*\b{_EARLIER}\b", re.I)
_LATER_MEETING = regex(
    r"\b(?:next|following|future|subsequent|later) (?:\w+ ){0,2}meetings?\b", re.IGNORECASE
)
_OTHER_TOPIC = regex(
    r"\b(?:petitions?|deputations?|statements?|speak(?:ing|ers?)?|representations?|address(?:ing)? the"
    r"|consultation|strategy|nominations?|applications?|amendments?|motions?)\b",
    re.IGNORECASE,
)
_QUESTION = regex(r"\bquestion(?:s|ers?|ing)?\b", re.IGNORECASE)


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


def find_wording(sentence: str, meeting_date: date | None, start: time | None = None) -> Wording | None:
    """Read the rule a sentence gives as `read_wording` does, and say where it stands.

    Args:
        sentence: as for `read_wording`.
        meeting_date: as for `read_wording`.
        start: when the meeting starts: "before the meeting at 10am" then gives no time for questions.
    """
    text = re.sub(r"\s+", " ", sentence).strip()
    if _OTHER_TOPIC.search(text) and not _QUESTION.search(text):
        return None
    forward = _BROUGHT_FORWARD.search(text) is not None
    text = _CLEAR_FIRST.sub(r"\g<number> clear ", text)
    days = find_days(text, meeting_date)
    if not days:
        return None
    chosen = min(days, key=lambda day: _preference(text, day, meeting_date))
    found = _with_time(text, chosen, days, start)
    if forward:
        found = replace(found, rule=replace(found.rule, earlier_if_closed=True))
    return None if _is_for_another(text, found.rule, meeting_date) else found


def _is_for_another(text: str, rule: DeadlineRule, meeting_date: date | None) -> bool:
    """Whether a rule is none for this meeting: the day of the meeting alone, or for one to come."""
    if rule.basis == "calendar days" and rule.count == 0:
        return rule.time is None
    if rule.date is None or meeting_date is None or rule.date <= meeting_date:
        return False
    dated = (day for day in find_dates(text, meeting_date) if _MEETING_ON.search(text[: day.start]))
    return _LATER_MEETING.search(text) is not None or any(day.date > meeting_date for day in dated)


def find_days(text: str, meeting_date: date | None) -> list[Day]:
    """Find every day the words name that a deadline could be, none within another ("a clear day before")."""
    days = [*_dates(text, meeting_date), *find_weekdays(text), *find_days_before(text), *find_counts(text)]
    return [day for day in days if not any(_holds(other, day) for other in days)]


def _holds(whole: Day, part: Day) -> bool:
    within = whole.start <= part.start and part.end <= whole.end
    return within and whole.end - whole.start > part.end - part.start


def _preference(text: str, day: Day, meeting_date: date | None) -> tuple[int, int]:
    """A printed date comes first, then a day with its time, then bare notice; the earlier the better."""
    if day.rule.basis == "date":
        return (4 if day.rule.date == meeting_date else 0), _distance(text, day)
    if day.rule.basis.startswith("weekday"):
        return 1, day.start
    noticed = day.rule.basis == "calendar days" and "notice" in text[day.start : day.end].lower()
    return (3 if day.rule.basis == "hours" or noticed else 2), day.start


def _dates(text: str, meeting_date: date | None) -> list[Day]:
    """The dates that may be the deadline: not the meeting's own, and with a word that makes them one."""
    if listed := _listed(text, meeting_date):
        return [listed]
    found = []
    for day in (*find_dates(text, meeting_date), *_days_of_the_month(text, meeting_date)):
        before = text[: day.start]
        lead = _without_time_words(before)
        if (
            _MEETING_ON.search(lead)
            or _HELD_ON.search(before)
            or _HOLIDAY.match(text[day.end :])
            or _HOLIDAY_ON.search(before)
            or (_AFTER.search(before) and not _REFUSED.search(text))
        ):
            continue
        in_list = lead != before and _LISTED.search(lead) is not None
        if not (in_list or _CUE.search(before) or _stands_alone(text, day)):
            continue
        rule = DeadlineRule("date", date=day.date, weekday=day.weekday)
        found.append(Day(rule, day.start, day.end))
    return found


def _days_of_the_month(text: str, meeting_date: date | None) -> Iterator[PrintedDate]:
    """Days printed without their month ("Monday 10th"): the last such day before the meeting."""
    if meeting_date is None:
        return
    for match in _DAY_OF_MONTH.finditer(text):
        for back in range(1, 32):
            day = meeting_date - timedelta(days=back)
            if day.day == int(match["day"]):
                yield PrintedDate(day, weekday_number(match["weekday"]), False, match.start(), match.end())
                break


def _listed(text: str, meeting_date: date | None) -> Day | None:
    """The deadline a table lists beside this meeting: "13 June 2024  5 June 2024", deadline after meeting."""
    days = find_dates(text, meeting_date)
    heads = re.search(r"\bmeetings?\b.{0,60}\bdeadlines?\b", text, re.IGNORECASE)
    if len(days) < 2 or heads is None or heads.start() > days[0].start:
        return None
    for meeting, deadline in pairwise(days):
        between = text[meeting.end : deadline.start]
        if meeting.date == meeting_date and deadline.date < meeting.date and len(between.strip()) < 20:
            rule = DeadlineRule("date", date=deadline.date, weekday=deadline.weekday)
            return Day(rule, deadline.start, deadline.end)
    return None


def _distance(text: str, day: Day) -> int:
    """How far the nearest word that makes a date a deadline stands before it."""
    cues = [match.end() for match in _CUE.finditer(text, 0, day.start)]
    return day.start - cues[-1] if cues else len(text)


def _without_time_words(before: str) -> str:
    """The words before a date without a time and "on" between: "by 10am on" ends in "by"."""
    times = find_times(before)
    if times and re.fullmatch(r"\s*+,?\s*+(?:on|of)?\s*+(?:the\s+)?", before[times[-1].end :], re.IGNORECASE):
        return before[: times[-1].start]
    return before


def _stands_alone(text: str, day: PrintedDate) -> bool:
    """Whether a text is little else than a date and a time."""
    rest = text[: day.start] + text[day.end :]
    for found in reversed(find_times(rest)):
        rest = rest[: found.start] + rest[found.end :]
    return not re.search(r"\w{4,}", rest)


def _with_time(text: str, day: Day, days: Sequence[Day], start: time | None) -> Wording:
    """Add the time printed with a day, and whether the moment itself is too late."""
    rule = day.rule
    if rule.basis == "hours":
        return Wording(rule, day.start, day.end)
    found = _nearest_time(text, day, days, start) or _nearest_time(text, day, (), start)
    begin = min(day.start, found.start) if found else day.start
    excluded = _TOO_LATE.search(text[:begin]) is not None
    if found:
        rule = replace(rule, time=found.time, time_words=found.words)
    elif start and (told := _IN_HOURS.search(text, day.start, day.end)):
        rule = replace(rule, time=start, time_words=told[0])
    return Wording(replace(rule, before=excluded), begin, max(day.end, found.end if found else 0))


def _nearest_time(text: str, day: Day, days: Sequence[Day], start: time | None) -> PrintedTime | None:
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
        at_meeting = _MEETING_AT.search(between) or (found.time == start and _MEETING.search(between))
        meets = found.start > day.end and at_meeting and not _CUE.search(between)
        outside = found.start > day.end and _OUT_OF_BRACKETS.search(between)
        if gap > 90 or other or meets or outside:
            continue
        if best is None or gap < best[0]:
            best = (gap, found)
    return best[1] if best else None
