"""Question deadlines as an iCalendar file (RFC 5545) that a phone or Outlook takes in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from db.committee import committee_key
from scrutiny_tui.services.clock import LONDON
from scrutiny_tui.services.models import Deadline
from scrutiny_tui.services.wording import long_day, scope

if TYPE_CHECKING:
    from icalendar import Event

_ALARMS = (timedelta(days=-1), timedelta(hours=-2))


def as_ics(deadlines: Sequence[Deadline], now: datetime) -> bytes:
    """Write the deadlines that have a moment and are not history as calendar entries with alarms.

    Args:
        deadlines: which ones.
        now: local time, the stamp of this version: a calendar takes the newer of two for the same entry.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Scrutiny TUI//question deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    seen: Counter[str] = Counter()
    for deadline in deadlines:
        if deadline.due is not None and deadline.state != "quoted":
            key = _key(deadline)
            calendar.add_component(_event(deadline, deadline.due, now, f"{key}|{seen[key]}"))
            seen[key] += 1
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(deadline: Deadline, due: datetime, now: datetime, key: str) -> Event:
    from icalendar import Alarm, Event

    meeting = deadline.meeting
    event = Event()
    event.add("uid", f"{sha256(key.encode()).hexdigest()[:32]}@scrutiny-tui")
    event.add("dtstamp", now.replace(tzinfo=LONDON).astimezone(UTC))
    # Calendars show the newest of two entries with the same UID; minutes since 2000 only ever grow.
    event.add("sequence", max(0, int((now - datetime(2000, 1, 1)).total_seconds() // 60)))
    event.add("summary", f"Questions due: {meeting.committee} ({scope(deadline)})")
    event.add("dtstart", due.replace(tzinfo=LONDON))
    event.add("dtend", due.replace(tzinfo=LONDON))
    event.add("transp", "TRANSPARENT")
    event.add("description", _description(deadline))
    for before in _ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", f"Questions due: {meeting.committee}")
        alarm.add("trigger", before)
        event.add_component(alarm)
    return event


def _key(deadline: Deadline) -> str:
    """The same for the same questions of the same meeting, so that a moved deadline moves its entry."""
    meeting = deadline.meeting
    return f"{committee_key(meeting.committee)}|{meeting.date or meeting.id}|{scope(deadline)}"


def _description(deadline: Deadline) -> str:
    meeting = deadline.meeting
    lines = [f"Meeting: {long_day(meeting.date)}" if meeting.date else "Meeting: date not known"]
    page = f" (page {deadline.page})" if deadline.page else ""
    lines.append(f"{deadline.origin.capitalize()}: {deadline.text}{page}")
    if deadline.safe:
        lines.append(f"Safe: {long_day(deadline.safe.date())} {deadline.safe:%H:%M}")
    return "\n".join([*lines, *(f"! {warning.text}" for warning in deadline.warnings)])
