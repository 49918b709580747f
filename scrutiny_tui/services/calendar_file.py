"""Question deadlines as an iCalendar file (RFC 5545) that a phone or Outlook takes in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, cast

from db.committee import committee_key
from scrutiny_tui.services.clock import LONDON
from scrutiny_tui.services.harmless import clean, flat
from scrutiny_tui.services.wording import long_day, scope

if TYPE_CHECKING:
    from icalendar import Event

    from scrutiny_tui.services.models.deadlines import Deadline

_OURS = "@scrutiny-tui"
_ALARMS = (timedelta(days=-1), timedelta(hours=-2))


def as_ics(
    deadlines: Sequence[Deadline],
    now: datetime,
    before: bytes | None = None,
    every: Sequence[Deadline] | None = None,
) -> bytes:
    """Write the deadlines that have a moment and are not history as calendar entries with alarms.

    Args:
        deadlines: which ones.
        now: local time, the stamp of this version: a calendar takes the newer of two for the same entry.
        before: the calendar file this one takes the place of. An entry that did not change keeps its
            SEQUENCE; one still to come whose deadline is gone is cancelled, so that it leaves the calendar.
        every: all deadlines there are, where `deadlines` is a choice of them: the rest is not cancelled.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Scrutiny TUI//question deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    old = _entries(before)
    for uid, deadline, due in _identified(deadlines):
        calendar.add_component(_event(deadline, due, now, uid, old.get(uid)))
    known = {uid for uid, _, _ in _identified([*deadlines, *(every or ())])}
    for uid, event in old.items():
        if uid not in known and _is_coming(event, now):
            calendar.add_component(_cancelled(event, now))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _identified(deadlines: Sequence[Deadline]) -> Iterator[tuple[str, Deadline, datetime]]:
    """Each deadline with a moment, and the UID that stays its own when it moves."""
    seen: Counter[str] = Counter()
    for deadline in deadlines:
        if deadline.due is not None and deadline.state != "quoted":
            key = _key(deadline)
            digest = sha256(f"{key}|{seen[key]}".encode(errors="replace")).hexdigest()[:32]
            seen[key] += 1
            yield f"{digest}{_OURS}", deadline, deadline.due


def _entries(before: bytes | None) -> dict[str, Event]:
    """The entries of an earlier file by UID; none where it is no calendar of ours."""
    from icalendar import Calendar

    try:
        walked = Calendar.from_ical(before).walk("VEVENT") if before else []
    except ValueError:
        return {}
    events = (cast("Event", event) for event in walked)
    return {str(event["uid"]): event for event in events if str(event.get("uid", "")).endswith(_OURS)}


def _is_coming(event: Event, now: datetime) -> bool:
    start = event.decoded("dtstart", None)
    return isinstance(start, datetime) and start.astimezone(LONDON) > now.replace(tzinfo=LONDON)


def _event(deadline: Deadline, due: datetime, now: datetime, uid: str, old: Event | None) -> Event:
    from icalendar import Alarm, Event

    meeting = deadline.meeting
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", _utc(now))
    event.add("summary", flat(f"Questions due: {meeting.committee} ({scope(deadline)})"))
    event.add("dtstart", due.replace(tzinfo=LONDON))
    event.add("dtend", due.replace(tzinfo=LONDON))
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("description", clean(_description(deadline)))
    event.add("sequence", _sequence(event, old, now))
    for earlier in _ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", flat(f"Questions due: {meeting.committee}"))
        alarm.add("trigger", earlier)
        event.add_component(alarm)
    return event


def _sequence(event: Event, old: Event | None, now: datetime) -> int:
    """The old number where nothing changed, else a greater one; minutes since 2000 only ever grow."""
    grown = max(0, int((now - datetime(2000, 1, 1)).total_seconds() // 60))
    if old is None:
        return grown
    before = int(old.get("sequence", 0))
    same = all(
        event.decoded(name) == old.decoded(name, None)
        for name in ("dtstart", "summary", "description", "status")
    )
    return before if same else max(grown, before + 1)


def _cancelled(old: Event, now: datetime) -> Event:
    """An entry that takes itself off the calendar: the same UID, a greater SEQUENCE, no alarms."""
    from icalendar import Event

    event = Event()
    for name in ("uid", "dtstart", "dtend", "summary"):
        if name in old:
            event.add(name, old[name] if name in ("uid", "summary") else old.decoded(name))
    gone = str(old.get("status", "")) == "CANCELLED"
    before = int(old.get("sequence", 0))
    event.add("dtstamp", _utc(now))
    event.add("status", "CANCELLED")
    event.add("transp", "TRANSPARENT")
    event.add("sequence", before if gone else before + 1)
    return event


def _utc(now: datetime) -> datetime:
    return now.replace(tzinfo=LONDON).astimezone(UTC)


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
