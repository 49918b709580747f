"""A day and time as a person types it, and as it is shown for typing over."""

from __future__ import annotations

from datetime import date, datetime, time

LAST_MINUTE = time(23, 59)
_ANOTHER = date.min.replace(month=2, day=2)


def moment_text(moment: datetime | None) -> str:
    """A moment for typing over: `19 May 2031 23:59`."""
    return f"{moment.day} {moment:%b %Y %H:%M}" if moment else ""


def read_moment(text: str, before: date | None = None) -> datetime:
    """Read `19 May 2031 12:00`, `19/5/2031`, `2031-05-19T12:00`; a day alone means its last minute.

    Args:
        text: as typed.
        before: a day it comes before: `19 May` is the last one until then.

    Raises:
        ValueError: it is no day.
    """
    from dateutil import parser

    plain = text.strip()
    try:
        moment = datetime.fromisoformat(plain)
        return datetime.combine(moment.date(), LAST_MINUTE) if len(plain) <= 10 else moment
    except ValueError:
        pass
    try:
        first, last = (
            parser.parse(plain, dayfirst=True, default=datetime.combine(day, default))
            for day, default in ((date.min, time.min), (_ANOTHER, LAST_MINUTE))
        )
    except (OverflowError, parser.ParserError) as error:
        raise ValueError(f"{text!r} is no day and time") from error
    moment = first.combine(first, (first if first.hour == last.hour else last).time())
    if before and moment.year == date.min.year and first.date() == last.date():
        moment = moment.replace(year=before.year)
        moment = moment if moment.date() <= before else moment.replace(year=before.year - 1)
    return moment


def moment_wrong(text: str, before: date | None = None) -> str:
    """What is wrong with a typed moment, or ""."""
    example = "write it as 19 May 2031 12:00"
    try:
        moment = read_moment(text, before)
    except ValueError:
        return f"That is no day and time: {example}."
    return "" if moment.year > 1900 else f"Say the day and the year too: {example}."
