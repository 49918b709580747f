"""A day and time as a person types it, and as it is shown for typing over."""

from __future__ import annotations

from datetime import datetime, time

LAST_MINUTE = time(23, 59)


def moment_text(moment: datetime | None) -> str:
    """A moment for typing over: `19 May 2031 23:59`."""
    return f"{moment.day} {moment:%b %Y %H:%M}" if moment else ""


def read_moment(text: str) -> datetime:
    """Read `19 May 2031 12:00`, `19/5/2031`, `2031-05-19T12:00`; a day alone means its last minute.

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
            parser.parse(plain, dayfirst=True, default=datetime.combine(datetime.min, default))
            for default in (time.min, LAST_MINUTE)
        )
    except (OverflowError, parser.ParserError) as error:
        raise ValueError(f"{text!r} is no day and time") from error
    return (first if first.hour == last.hour else last).replace(tzinfo=None)


def moment_wrong(text: str) -> str:
    """What is wrong with a typed moment, or ""."""
    example = "write it as 19 May 2031 12:00"
    try:
        moment = read_moment(text)
    except ValueError:
        return f"That is no day and time: {example}."
    return "" if moment.year > 1900 else f"Say the day and the year too: {example}."
