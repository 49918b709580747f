"""The calendar file, read back by a parser that is not ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from db.models.papers import Meeting
from scrutiny_tui.services.calendar_file import as_ics
from scrutiny_tui.services.models.deadlines import Deadline, DeadlineState

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


def unfolded(raw: bytes) -> list[tuple[str, dict[str, str], str]]:
    """An independent reading of RFC 5545: its content lines as (name, parameters, value)."""
    assert raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b"")
    assert all(len(part) <= 75 for part in raw.split(b"\r\n"))
    lines = raw.replace(b"\r\n ", b"").decode().split("\r\n")
    found = []
    for text in filter(None, lines):
        head, _, value = text.partition(":")
        name, *parameters = head.split(";")
        pairs = (part.split("=", 1) for part in parameters)
        found.append((name, {key: word.strip('"') for key, word in pairs}, value))
    return found


def read_back(raw: bytes) -> list[dict[str, str]]:
    """The events of a calendar file, each with its own properties; DTSTART in its zone."""
    events: list[dict[str, str]] = []
    stack: list[str] = []
    for name, parameters, value in unfolded(raw):
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                events.append({"alarms": "0"})
            elif value == "VALARM":
                events[-1]["alarms"] = str(int(events[-1]["alarms"]) + 1)
        elif name == "END":
            assert stack.pop() == value
        elif stack[-1] == "VEVENT":
            events[-1][name] = f"{parameters.get('TZID', '')}|{value}" if name == "DTSTART" else value
    assert not stack
    return events


def test_another_reader_reads_the_file_back() -> None:
    (event,) = read_back(as_ics([deadline(datetime(2025, 11, 10, 12))], NOW))
    assert event["DTSTART"] == "Europe/London|20251110T120000"
    assert event["SUMMARY"] == "Questions due: Children’s Scrutiny\\; a\\, b (items 8 and 9)"
    assert (event["STATUS"], event["alarms"]) == ("CONFIRMED", "2")
    assert event["DTSTAMP"] == "20251103T090000Z"


def test_written_again_over_the_same_file_nothing_is_doubled_or_changed() -> None:
    due = datetime(2025, 11, 10, 12)
    first = as_ics([deadline(due)], NOW)
    again = as_ics([deadline(due)], NOW + timedelta(days=1), first)
    moved = as_ics([deadline(due + timedelta(hours=3))], NOW + timedelta(days=1), again)
    (one,), (two,), (three,) = map(read_back, (first, again, moved))
    assert one["UID"] == two["UID"] == three["UID"]
    assert one["SEQUENCE"] == two["SEQUENCE"] and int(three["SEQUENCE"]) > int(two["SEQUENCE"])


def test_a_deadline_that_is_gone_is_cancelled_and_stays_so() -> None:
    first = as_ics([deadline(datetime(2025, 11, 10, 12))], NOW)
    gone = as_ics([], NOW + timedelta(hours=1), first)
    again = as_ics([], NOW + timedelta(hours=2), gone)
    (one,), (two,), (three,) = map(read_back, (first, gone, again))
    assert (two["UID"], two["STATUS"], two["alarms"]) == (one["UID"], "CANCELLED", "0")
    assert int(two["SEQUENCE"]) == int(one["SEQUENCE"]) + 1 == int(three["SEQUENCE"])
    assert two["DTSTART"] == one["DTSTART"]


def test_what_is_past_or_only_left_out_is_not_cancelled() -> None:
    one = deadline(datetime(2025, 11, 10, 12))
    first = as_ics([one], NOW)
    assert read_back(as_ics([], datetime(2025, 11, 11), first)) == []
    assert read_back(as_ics([], NOW, first, every=[one])) == []


@pytest.mark.parametrize("before", [b"", b"no calendar", b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", b"\xff\xfe"])
def test_what_is_no_calendar_is_written_over(before: bytes) -> None:
    assert len(read_back(as_ics([deadline(datetime(2025, 11, 10, 12))], NOW, before))) == 1
