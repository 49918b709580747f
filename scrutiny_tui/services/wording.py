"""Dates, countdowns and deadlines in the words a person reads; one place, so that every screen agrees."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrutiny_tui.services.models.deadlines import CountedDay, Deadline
    from scrutiny_tui.services.models.promises import PromiseStep, TrackedPromise

MINUTE, HOUR, DAY = 60, 3600, 86400

OUTCOMES = {
    "missed": "not on that agenda",
    "slipped": "slipped",
    "quiet": "gone quiet",
    "open": "open",
    "reported": "reported",
    "kept": "kept",
}


def short_day(day: date) -> str:
    """A day for a list: `Thu 26 May`."""
    return f"{day:%a} {day.day} {day:%b}"


def long_day(day: date) -> str:
    """A day in full: `Thursday 26 May 2022`."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def span(seconds: float) -> str:
    """A stretch of time in its two largest units: `14 h 47 m`, `7 d`, `35 m`."""
    seconds = abs(seconds)
    if seconds >= 2 * DAY:
        return f"{int(seconds // DAY)} d"
    if seconds >= HOUR:
        hours, rest = divmod(int(seconds), HOUR)
        return f"{hours} h {rest // MINUTE} m"
    return f"{int(seconds // MINUTE)} m"


def countdown(deadline: Deadline | None, now: datetime) -> str:
    """How a deadline stands: `closes today 23:59 (14 h 47 m left)`, `closed 3 d ago`.

    Args:
        deadline: the one to speak of; None says that none is printed.
        now: the app's clock.
    """
    if deadline is None:
        return "no deadline printed"
    if deadline.due is None:
        return "deadline in words only"
    due = deadline.due
    left = (due - now).total_seconds()
    if left < 0 and deadline.state in ("closed", "quoted"):
        return f"closed {span(left)} ago"
    if due.date() == now.date():
        return f"closes today {due:%H:%M} ({span(max(left, 0))} left)"
    return f"closes {short_day(due.date())} {due:%H:%M} ({span(left)})"


def scope(deadline: Deadline) -> str:
    """What a deadline covers: `items 8, 9 and 10`, `public questions`, `all questions`."""
    if isinstance(deadline.applies_to, str):
        return "all questions" if deadline.applies_to == "all" else deadline.applies_to
    numbers = deadline.applies_to
    if len(numbers) == 1:
        return f"item {numbers[0]}"
    return f"items {', '.join(numbers[:-1])} and {numbers[-1]}" if numbers else "no item"


def late_by(left: float | None) -> str:
    """For a submission: `in time, 2 h 10 m left`, `late by 3 d`, `no deadline printed for it`."""
    if left is None:
        return "no deadline printed for it"
    return f"late by {span(left)}" if left < 0 else f"in time, {span(left)} left"


def outcome(promise: TrackedPromise) -> str:
    """What became of a promise, in a word or two: `kept`, `gone quiet`, `not on that agenda`."""
    return OUTCOMES[promise.outcome]


def step_name(step: PromiseStep) -> str:
    """What a piece of evidence is: `action tracker 9 Mar 2023`, `minuted 12 Jan 2023`."""
    said = _short(step.day) if step.day else "no date"
    about = _short(step.about) if step.about else said
    names = {
        "said": f"said {said}",
        "tracker": f"action tracker {said}",
        "agenda": f"on the agenda of {about}",
        "minute": f"minuted {about}",
        "programme": f"work programme {said}, for {about}",
        "moved": f"work programme {said}, moved to {about}",
        "missing": f"not among the items of {about}",
    }
    return names[step.kind]


def _short(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def working(days: Sequence[CountedDay]) -> str:
    """A count day by day on one line: `Thu 6 Mar meeting · Wed 5 one · Tue 4 two · Mon 3 bank holiday`."""
    parts, month = [], 0
    for counted in days:
        day = counted.day
        named = short_day(day) if day.month != month else f"{day:%a} {day.day}"
        month = day.month
        parts.append(f"{named} {counted.why}")
    return " · ".join(parts)
