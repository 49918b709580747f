"""Days and times as the screens print them, beside `services.wording`."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from scrutiny_tui.literal import one_line
from scrutiny_tui.services.wording import short_day

if TYPE_CHECKING:
    from db.models.papers import Meeting


def clock_text(now: datetime, is_set: bool) -> str:
    """The app's clock: `Mon 23 May 2022 09:12`; `as if ...` where it was set and is not the machine's."""
    return f"{'as if ' if is_set else ''}{short_day(now.date())} {now:%Y %H:%M}"


def day_text(day: date, now: datetime) -> str:
    """A day in a list; the year is said where it is not the clock's."""
    return short_day(day) if day.year == now.year else f"{short_day(day)} {day:%Y}"


def short_date(day: date | None) -> str:
    """A day with its year, short: `19 May 2031`; `no date` where there is none."""
    return f"{day.day} {day:%b %Y}" if day else "no date"


def meeting_day(meeting: Meeting, now: datetime) -> str:
    """When a meeting is: `Thu 26 May 10:00`, `Thu 10 Mar 2022` in another year, `no date printed`."""
    if meeting.date is None:
        return "no date printed"
    if meeting.date.year != now.year:
        return day_text(meeting.date, now)
    time = f" {meeting.start_time:%H:%M}" if meeting.start_time else ""
    return f"{day_text(meeting.date, now):<10}{time}"


def short_committee(name: str) -> str:
    """A committee's name for a list: `Children and Families O&S`."""
    short = one_line(name).replace("Overview and Scrutiny", "O&S").replace("Overview & Scrutiny", "O&S")
    return short.removesuffix(" Committee") or short


def count(number: int, word: str, words: str = "") -> str:
    """A number with its word: `1 item`, `2 items`, `3 enquiries`."""
    return f"{number} {word if number == 1 else words or word + 's'}"


class Clock(Protocol):
    """The app's clock, as screens need it."""

    def now(self) -> datetime:
        """The local time."""
