"""The calendar file, read back by a parser that is not ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from db.models import Meeting
from scrutiny_tui.services.calendar_file import as_ics
from scrutiny_tui.services.models import Deadline, DeadlineState

NOW = datetime(2025, 11, 3, 9)
MEETING = Meeting(7, "Children’s Scrutiny; a, b", date(2025, 11, 13), "printed", time(10), None, 9, 100)


def deadline(due: datetime | None, state: DeadlineState = "open") -> Deadline:
    words = "by noon\nEND:VEVENT"
    return Deadline(MEETING, due, None, state, "printed", None, ("8", "9"), words, 1, 1, (), (), 1.0)


def events(*deadlines: Deadline, now: datetime = NOW) -> list[dict[str, object]]:
    calendar = Calendar.from_ical(as_ics(deadlines, now))
    return [
        {
            "uid": str(event["uid"]),
            "start": event.decoded("dtstart"),
            "summary": str(event["summary"]),
            "text": str(event["description"]),
            "sequence": event.decoded("sequence"),
            "alarms": [alarm.decoded("trigger") for alarm in event.walk("VALARM")],
        }
        for event in calendar.walk("VEVENT")
    ]


@pytest.mark.parametrize("month", [11, 6])
def test_the_moment_is_local_summer_and_winter(month: int) -> None:
    due = datetime(2025, month, 10, 12)
    (event,) = events(deadline(due))
    assert event["start"] == due.replace(tzinfo=ZoneInfo("Europe/London"))
    assert event["alarms"] == [timedelta(days=-1), timedelta(hours=-2)]


def test_words_of_a_paper_stay_words() -> None:
    (event,) = events(deadline(datetime(2025, 11, 10, 12)))
    assert "END:VEVENT" in str(event["text"])
    assert event["summary"] == "Questions due: Children’s Scrutiny; a, b (items 8 and 9)"


def test_a_moved_deadline_moves_its_entry() -> None:
    (before,) = events(deadline(datetime(2025, 11, 10, 12)))
    moved = replace(deadline(datetime(2025, 11, 11, 12)), text="Set by hand")
    (after,) = events(moved, now=NOW + timedelta(hours=1))
    assert after["uid"] == before["uid"] and after["sequence"] > before["sequence"]  # type: ignore[operator]


def test_two_moments_for_the_same_questions_are_two_entries() -> None:
    first, second = events(deadline(datetime(2025, 11, 10, 12)), deadline(datetime(2025, 11, 11, 12)))
    assert first["uid"] != second["uid"]


def test_history_and_deadlines_without_a_moment_are_left_out() -> None:
    assert events(deadline(None), deadline(datetime(2025, 9, 1, 12), "quoted")) == []
