"""Dates and times as councils print them: in words, in figures, with or without weekday or year.

Finding is ours, because a sentence holds other numbers too.
Everything is local time and day first, as everywhere in the United Kingdom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from imports.patterns import regex
from imports.words.number_words import write_figures

WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:19|20)\d\d"
_SHORT_YEAR = r"['’‘`]\d\d"
# A year of two bare figures counts where it is hyphened on ("3-Sep-25"), or the weekday agrees with it.
_BARE_YEAR = r"\d\d(?![\d.:/%]|\s?-\s?\d|\s*(?:[ap]\.?m\b|st\b|nd\b|rd\b|th\b|hours|hrs|[a-z]))"
# With the letters that change behind "o" (Mai, Fai).
_WELSH_MONTHS = (
    *("ionawr", "chwefror", "[mf]awrth", "ebrill", "[mf]ai", "[mf]ehefin", "g?orffennaf", "awst", "[mf]edi"),
    *("hydref", "tachwedd|dachwedd", "rhagfyr|ragfyr"),
)
_IN_WELSH = rf"(?:{'|'.join(_WELSH_MONTHS)})"
_DAY_FIRST = (
    rf"(?:the\s+)?(?P<d1>{_DAY})(?:\s?(?:st|nd|rd|th)(?:\b\.?[\s.-]+|(?={MONTH}))|\.?[\s-]+)"
    # A bilingual council may print the month twice: "10 Mehefin / June 2026".
    rf"(?:day\s+)?(?:of\s+)?(?:{_IN_WELSH}\s?/\s?)?(?P<m1>{MONTH})(?:\b|(?={YEAR}\b))\.?(?:\s?/\s?{_IN_WELSH}\b)?"
    rf"(?:,?[\s-]*(?P<y1>{YEAR}|{_SHORT_YEAR})\b|(?P<s1>\s|-)(?P<y4>{_BARE_YEAR}))?"
)
_MONTH_FIRST = (
    rf"(?P<m2>{MONTH})\b\.?\s+(?:the\s+)?(?P<d2>{_DAY})(?!\d|[.:]\d)(?P<o2>\s?(?:st|nd|rd|th)(?:\b|(?={YEAR})))?"
    rf"(?:,?\s*(?P<y2>{YEAR}|{_SHORT_YEAR})\b)?"
)
_FIGURES = rf"(?P<d3>{_DAY})(?P<sep>[/.-]|\s/\s)(?P<m3>0?[1-9]|1[0-2])(?P=sep)(?P<y3>{YEAR}|\d\d)(?![\d/])"
_ISO = rf"(?P<iso>{YEAR}-\d\d-\d\d)"
_DATE = regex(
    rf"(?<![\d/])(?:\b(?P<before>{WEEKDAY})\b\.?,?\s*(?:the\s+)?)?"
    rf"(?:\b{_ISO}\b|{_FIGURES}|\b{_DAY_FIRST}|\b{_MONTH_FIRST})"
    rf"(?:,?\s*\(?\b(?P<after>{WEEKDAY})\b\)?)?",
    re.IGNORECASE,
)

_WELSH = regex(
    rf"\b(?P<d>{_DAY})(?:af|ail|il|ydd|edd|fed|ed|eg|ain)?\s+(?:o\s+)?(?P<m>{_IN_WELSH})\s+(?P<y>{YEAR})\b",
    re.IGNORECASE,
)
_DIGIT = regex(r"\d")
_BESIDE = regex(r"\d\s?[/.-]\s?\d")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MERIDIEM = r"(?P<ap>[ap])\.?\s?m\b\.?"
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOUR = rf"(?:1[0-2]|[1-9]|{'|'.join(_HOURS)})"
_QUARTER = r"(?:00|15|30|45)"
_PART_OF_DAY = r"(?:\s(?:in the|on the)?\s?(?P<part>morning|afternoon|evening))?"
_TIME = regex(
    r"(?<![\d.:£])(?:"
    rf"(?P<h1>\d{{1,2}})(?:\s?[.:]\s?(?P<m1>[0-5]\d)|[- ](?P<m7>{_QUARTER}))?\s?"
    rf"(?:{_MERIDIEM}|(?P<noon1>noon|midday)\b|(?P<mid1>midnight)\b)"
    r"|(?P<h2>[01]\d|2[0-3])[.:]?(?P<m2>[0-5]\d)\s?(?:hrs|hours|h)\b"
    rf"|(?<=\bat )(?P<h7>[01]\d|2[0-3])(?P<m8>{_QUARTER})(?=\s*(?:$|[,;.(])|\s+(?:in|on|at|for|to|until)\b)"
    r"|(?P<h4>[01]?\d|2[0-3])(?P<colon>[.:])(?P<m4>[0-5]\d)(?![\d%.:]\d|\d|\s*%)"
    r")"
    r"|\b(?P<past>half|(?:a\s)?quarter|five|ten|twenty|twenty[- ]five)[- ](?P<side>past|to)\s"
    rf"(?P<h5>{_HOUR})\b{_PART_OF_DAY}"
    rf"|\b(?P<h3>{_HOUR})\s?o\s?['’‘`]?\s?clock\b(?:\s(?P<noon3>noon)\b)?"
    rf"{_PART_OF_DAY.replace('part', 'part3')}"
    rf"|\b(?P<h6>{'|'.join(_HOURS)})\s(?:(?P<ap6>[ap])\.?\s?m\b\.?|(?P<noon6>noon|midday)\b"
    r"|(?P<mid6>midnight)\b)"
    r"|\b(?P<noon>noon|mid-?day)\b"
    r"|\b(?P<vague>midnight|(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?(?:working\s+|business\s+|office\s+)?"
    r"(?:day|business|play|office|hours)|cop|cob|eod)\b",
    re.IGNORECASE,
)
_BARE_TIME_CUE = regex(
    r"(?:\bat|\bby|\bthan|\bfrom|\bbefore|\buntil|\bcommenc\w+|\bstart\w*|\btime|\bis)[\s:]*$", re.IGNORECASE
)

LONGEST_CUE = 30


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date found in a text.

    Attributes:
        date: the day; a missing year was taken from the reference.
        weekday: the weekday printed with it (0 is Monday), whether or not it agrees; None where none is.
        has_year: whether the year is printed.
        start: where it begins in the text.
        end: where it ends in the text.
    """

    date: date
    weekday: int | None
    has_year: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PrintedTime:
    """A time of day found in a text; `time` is None for "end of day" and the like (`words` says it)."""

    time: time | None
    words: str
    start: int
    end: int


def weekday_number(word: str) -> int:
    """Tell the number of a weekday in full or abbreviated (0 is Monday)."""
    return _WEEKDAYS.index(word[:3].lower())


@lru_cache(maxsize=1024)  # a sentence is asked about again and again
def find_dates(text: str, near: date | None = None) -> tuple[PrintedDate, ...]:
    """Find the dates in a text, in order; impossible ones (31 June) are left out.

    Args:
        text: any text, line breaks joined.
        near: gives a date its year where none is printed; without it such dates are left out.
    """
    found: list[PrintedDate] = []
    if not _may_hold_date(text):
        return _find_welsh(text)
    for match in _DATE.finditer(write_figures(text)):
        if match["m2"] and not (match["y2"] or match["o2"] or match["before"]):
            continue  # "May 22" may be a month and a year
        year = match["y1"] or match["y2"] or match["y3"] or (match["iso"] or "")[:4]
        word = match["before"] or match["after"]
        weekday = weekday_number(word) if word else None
        year = year or _bare_year(match, weekday)
        day = _read_day(match, year, near)
        if day is None:
            continue
        end = match.end() if year or not match["y4"] else match.start("s1")
        found.append(PrintedDate(day, weekday, bool(year), match.start(), end))
    return tuple(found) or _find_welsh(text)


def _find_welsh(text: str) -> tuple[PrintedDate, ...]:
    """The dates of a text that gives none in English ("10 Mawrth 2026", "3ydd o Fai 2026")."""
    if "20" not in text:
        return ()
    found: list[PrintedDate] = []
    for match in _WELSH.finditer(text):
        month = next(n for n, name in enumerate(_WELSH_MONTHS, 1) if re.fullmatch(name, match["m"], re.I))
        try:
            day = date(int(match["y"]), month, int(match["d"]))
        except ValueError:
            continue
        found.append(PrintedDate(day, None, True, match.start(), match.end()))
    return tuple(found)


def _may_hold_date(text: str) -> bool:
    """Whether there is a month or a figure beside a figure: much quicker than to look for every date."""
    plain = text.lower()
    if _DIGIT.search(text) is None and " of " not in plain:
        return False
    return any(month in plain for month in MONTHS) or _BESIDE.search(text) is not None


@lru_cache(maxsize=1024)
def find_times(text: str) -> tuple[PrintedTime, ...]:
    """Find the times of day in a text, in order.

    Bare figures (10.30) count only after a word such as "at" or "by": they could be anything.
    """
    found = []
    for match in _TIME.finditer(text):
        if (
            match["h4"]
            and match["colon"] == "."
            and not _BARE_TIME_CUE.search(text[max(0, match.start() - LONGEST_CUE) : match.start()])
        ):
            continue
        if match["vague"] or match["mid1"] or match["mid6"]:
            found.append(PrintedTime(None, match[0], match.start(), match.end()))
            continue
        moment = _read_time(match)
        if moment is not None:
            found.append(PrintedTime(moment, match[0].strip(), match.start(), match.end()))
    return tuple(found)


def is_timing(text: str) -> bool:
    """Whether a text is only the time an item is expected at, not the end of a sentence ("by 10.00 a.m.")."""
    if re.match(r"\s*(?:by|before|until|than)\b", text, re.IGNORECASE):
        return False
    left = text
    for found in reversed(find_times("at " + text)):
        left = ("at " + left)[: found.start] + ("at " + left)[found.end :]
        left = left.removeprefix("at ")
    return left != text and not re.search(r"\w{3,}", left.replace("approx", "").replace("mins", ""))


def is_date(text: str) -> bool:
    """Whether a text is a date and hardly more."""
    dates = find_dates(text)
    return bool(dates) and len(text) - (dates[0].end - dates[0].start) < 12


def _read_day(match: re.Match[str], year: str, near: date | None) -> date | None:
    """Turn a match into a day, or None where it is no day of the calendar or lacks its year."""
    if not year and near is None:
        return None
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        word = match["m1"] or match["m2"]
        month = MONTHS.index(word[:3].lower()) + 1 if word else int(match["m3"])
        printed = _whole_year(year) if year else near.year if near else 1
        day_found = date(printed, month, int(match["d1"] or match["d2"] or match["d3"]))
    except ValueError:
        return None
    if not year and near and day_found - near > timedelta(days=183):
        return day_found.replace(year=day_found.year - 1)  # "29 December", for a meeting in January
    return day_found


def _bare_year(match: re.Match[str], weekday: int | None) -> str:
    """A year of two bare figures behind the month, where it can be nothing else; else ""."""
    year = match["y4"] or ""
    day = _read_day(match, year, None) if year else None
    hyphened = year and match["s1"] == match.string[match.end("d1") : match.start("m1")] == "-"
    return year if day and (hyphened or weekday == day.weekday()) else ""


def _whole_year(year: str) -> int:
    """A year of two figures is the one nearest to this year."""
    year = year.lstrip("'’‘`")
    if len(year) > 2:
        return int(year)
    # Late import: few dates are printed so.
    from dateutil.parser import parserinfo

    return parserinfo(dayfirst=True).convertyear(int(year))


def _read_time(match: re.Match[str]) -> time | None:
    """Turn a match into a time; noon is 12:00, and so is 12pm."""
    if match["noon"] or match["noon1"] or match["noon3"] or match["noon6"]:
        return time(12, int(match["m1"] or match["m7"] or 0))
    if match["past"]:
        return _read_past(match)
    if match["ap"] and int(match["h1"]) == 0:
        return None
    hour = _hour(next(match[name] for name in ("h1", "h2", "h3", "h4", "h6", "h7") if match[name]))
    minute = int(next((match[name] for name in ("m1", "m2", "m4", "m7", "m8") if match[name]), 0))
    meridiem = match["ap"] or match["ap6"]
    if meridiem and 1 <= hour <= 12:
        hour = hour % 12 + (12 if meridiem.lower() == "p" else 0)
    elif match["part3"]:
        hour = _in_part(hour, match["part3"])
    elif not (match["h2"] or match["h7"]) and not meridiem and not (match["h4"] or "").startswith("0"):
        hour = _office_hour(hour)
    return time(hour, minute) if hour < 24 else None


def _read_past(match: re.Match[str]) -> time:
    """Read "half past four" and "a quarter to five"."""
    word = match["past"].lower().replace("a ", "").replace("-", " ")
    minutes = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty five": 25}[word]
    spoken = _hour(match["h5"])
    hour = _in_part(spoken, match["part"]) if match["part"] else _office_hour(spoken)
    whole = hour * 60 + (minutes if match["side"].lower() == "past" else -minutes)
    return time(whole // 60, whole % 60)


def _hour(words: str) -> int:
    return int(words) if words.isdigit() else _HOURS.index(words.lower()) + 1


def _in_part(hour: int, part: str) -> int:
    """An hour of the morning, afternoon or evening on the clock of 24."""
    return hour % 12 + (0 if part.lower() == "morning" else 12)


def _office_hour(hour: int) -> int:
    """A bare hour: no council closes or meets at 2.30 in the morning."""
    return hour + 12 if 1 <= hour <= 6 else hour
