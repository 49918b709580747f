"""The moment a question is due, worked out from the words' rule."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imports.model.deadlines import DeadlineBasis, DeadlineRule
from scrutiny_tui.services.calendars import WorkingCalendar
from scrutiny_tui.services.models.deadlines import WorkedDeadline
from scrutiny_tui.services.reckoning import work_out

ENGLAND = WorkingCalendar()
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31))


def worked(rule: DeadlineRule, day: date, start: time | None = None) -> WorkedDeadline:
    result = work_out(rule, day, start, ENGLAND)
    assert result is not None
    return result


def clear(count: int, at: time | None = time(10)) -> DeadlineRule:
    return DeadlineRule("clear working days", count, time=at)


@pytest.mark.parametrize(
    ("meeting", "rule", "due"),
    [
        (date(2019, 2, 13), clear(4), datetime(2019, 2, 6, 10)),
        (date(2021, 1, 18), clear(4), datetime(2021, 1, 11, 10)),
        (date(2021, 10, 11), clear(4), datetime(2021, 10, 4, 10)),
        (date(2021, 11, 2), clear(4), datetime(2021, 10, 26, 10)),
        (date(2017, 5, 16), clear(4), datetime(2017, 5, 9, 10)),
        (date(2017, 5, 16), clear(2), datetime(2017, 5, 11, 10)),
        (date(2025, 10, 16), clear(3), datetime(2025, 10, 10, 10)),
        (date(2025, 10, 20), clear(3), datetime(2025, 10, 14, 10)),
        (date(2025, 10, 21), DeadlineRule("working days", 2, time=time(17)), datetime(2025, 10, 17, 17)),
        # The Jubilee: Thursday 2 and Friday 3 June 2022 were holidays, Monday 30 May was none.
        (date(2022, 6, 7), clear(2), datetime(2022, 5, 31, 10)),
        (date(2022, 9, 20), clear(1), datetime(2022, 9, 15, 10)),
        (date(2023, 5, 9), clear(1), datetime(2023, 5, 4, 10)),
        (
            date(2022, 5, 26),
            DeadlineRule("date", date=date(2022, 5, 23), weekday=0),
            datetime(2022, 5, 23, 23, 59),
        ),
        (date(2022, 5, 26), DeadlineRule("calendar days", 3), datetime(2022, 5, 23, 23, 59)),
        (
            date(2022, 5, 26),
            DeadlineRule("weekday before", weekday=0, time=time(17)),
            datetime(2022, 5, 23, 17),
        ),
        (
            date(2022, 5, 23),
            DeadlineRule("weekday before", weekday=0, time=time(17)),
            datetime(2022, 5, 16, 17),
        ),
        (
            date(2022, 5, 26),
            DeadlineRule("weekday of the week before", 1, weekday=0, time=time(12)),
            datetime(2022, 5, 16, 12),
        ),
    ],
)
def test_a_rule_gives_the_moment(meeting: date, rule: DeadlineRule, due: datetime) -> None:
    assert worked(rule, meeting).due == due


def test_hours_before_count_from_the_start_and_need_it() -> None:
    half_an_hour = DeadlineRule("hours", 0.5)
    assert worked(half_an_hour, date(2025, 10, 16), time(10)).due == datetime(2025, 10, 16, 9, 30)
    assert work_out(half_an_hour, date(2025, 10, 16), None, ENGLAND) is None


def test_hours_over_a_clock_change_say_so_and_give_the_earlier_as_safe() -> None:
    """The clocks went forward on 30 March 2025: 24 hours before 10:00 is 09:00 the day before."""
    result = worked(DeadlineRule("hours", 24), date(2025, 3, 30), time(10))
    assert result.due == result.safe == datetime(2025, 3, 29, 9)
    assert [w.code for w in result.warnings] == ["deadline-clock-change"]


def test_the_working_shows_each_day_and_why() -> None:
    result = worked(clear(2), date(2023, 5, 9))
    shown = [(day.day.day, day.counts, day.why) for day in result.working]
    assert shown[0] == (9, False, "meeting")
    assert shown[1][0] == 8 and shown[1][2].startswith("bank holiday")
    assert shown[2:4] == [(7, False, "weekend"), (6, False, "weekend")]
    assert shown[4:] == [(5, True, "one"), (4, True, "two"), (3, True, "deadline")]


def test_calendar_days_are_shown_and_counted_from_the_meeting() -> None:
    result = worked(DeadlineRule("calendar days", 3), date(2022, 5, 26))
    shown = [(day.day.day, day.counts, day.why) for day in result.working]
    assert shown == [(26, False, "meeting"), (25, True, "one"), (24, True, "two"), (23, True, "three")]


@pytest.mark.parametrize(
    ("day", "safe"),
    [(date(2022, 5, 23), "17:00 is safe."), (date(2022, 5, 22), "20 May 2022 17:00 is safe.")],
)
def test_a_day_without_an_hour_says_what_is_safe(day: date, safe: str) -> None:
    (doubt,) = [
        warning
        for warning in worked(DeadlineRule("date", date=day), date(2022, 5, 26), time(10)).warnings
        if warning.code == "deadline-time-ambiguous"
    ]
    assert doubt.text.startswith("No time is given: taken as 23:59; ") and doubt.text.endswith(safe)
    assert (doubt.text.count("May") == 0) == (day.day == 23)


def test_days_the_council_adds_do_not_count() -> None:
    shut = WorkingCalendar(closed=frozenset({date(2024, 12, 24)}))
    result = work_out(clear(1), date(2024, 12, 30), None, shut)
    assert result is not None and result.due.date() == date(2024, 12, 23)


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (DeadlineRule("date", date=date(2022, 5, 23), weekday=1, time=time(10)), "deadline-weekday-mismatch"),
        (DeadlineRule("date", date=date(2022, 5, 22), time=time(10)), "deadline-not-a-working-day"),
        (DeadlineRule("date", date=date(2022, 5, 27), time=time(10)), "deadline-not-before-meeting"),
        (DeadlineRule("date", date=date(2022, 4, 28), time=time(10)), "deadline-far-ahead"),
        (DeadlineRule("date", date=date(2022, 5, 23), time_words="end of day"), "deadline-time-ambiguous"),
    ],
)
def test_the_doctor_finds_what_is_wrong(rule: DeadlineRule, code: str) -> None:
    assert code in [w.code for w in worked(rule, date(2022, 5, 26), time(10)).warnings]


def test_the_doctor_does_not_cry_wolf() -> None:
    sound = DeadlineRule("date", date=date(2021, 10, 26), time=time(10), weekday=1)
    assert worked(sound, date(2021, 11, 2), time(10)).warnings == ()


@settings(deadline=None)
@given(DAYS, st.integers(min_value=0, max_value=12), st.booleans())
def test_a_counted_deadline_is_a_working_day_and_more_days_are_never_later(
    meeting: date, count: int, is_clear: bool
) -> None:
    basis: DeadlineBasis = "clear working days" if is_clear else "working days"
    first, second = (worked(DeadlineRule(basis, n, time=time(10)), meeting) for n in (count, count + 1))
    assert second.due < first.due or count == 0
    if is_clear:
        assert ENGLAND.is_working(first.due.date())
        assert ENGLAND.working_days_between(first.due.date(), meeting) == count


@settings(deadline=None, max_examples=50)
@given(DAYS, st.integers(min_value=1, max_value=8))
def test_nations_differ_only_by_their_holidays(meeting: date, count: int) -> None:
    results = {n: work_out(clear(count), meeting, None, WorkingCalendar(n)) for n in ("ENG", "SCT", "NIR")}
    window = [meeting - timedelta(days=n) for n in range(40)]
    for nation in ("SCT", "NIR"):
        other = WorkingCalendar(nation)
        if all(other.is_working(day) == ENGLAND.is_working(day) for day in window):
            assert results[nation] == results["ENG"]


@settings(deadline=None, max_examples=60)
@given(DAYS, st.integers(min_value=1, max_value=8), st.sampled_from(["ENG", "WLS", "SCT", "NIR"]))
def test_a_counted_deadline_never_falls_on_a_closed_day_of_its_nation(
    meeting: date, count: int, nation: str
) -> None:
    calendar = WorkingCalendar(nation)  # type: ignore[arg-type]
    for basis in ("clear working days", "working days"):
        result = work_out(DeadlineRule(basis, count, time=time(10)), meeting, None, calendar)
        assert result is not None and calendar.is_working(result.due.date())
        counted = [day for day in result.working if day.counts]
        assert all(calendar.is_working(day.day) for day in counted)
        assert len(counted) == count + (basis == "clear working days")


@pytest.mark.parametrize(
    ("words", "due", "safe"),
    [
        ("close of business", datetime(2025, 11, 10, 17), None),
        ("end of day", datetime(2025, 11, 10, 23, 59), datetime(2025, 11, 10, 17)),
        ("midnight", datetime(2025, 11, 10, 23, 59), datetime(2025, 11, 10, 17)),
        ("", datetime(2025, 11, 10, 23, 59), datetime(2025, 11, 10, 17)),
    ],
)
def test_a_time_in_words_has_a_safe_one(words: str, due: datetime, safe: datetime | None) -> None:
    rule = DeadlineRule("date", date=date(2025, 11, 10), time_words=words)
    result = worked(rule, date(2025, 11, 13))
    assert (result.due, result.safe) == (due, safe)
    assert [warning.code for warning in result.warnings] == ["deadline-time-ambiguous"]


def test_hours_before_a_meeting_after_the_clocks_went_back() -> None:
    """They went back on 26 October 2025: 24 hours before 10:00 is 11:00 the day before; 10:00 is safe."""
    result = worked(DeadlineRule("hours", 24), date(2025, 10, 26), time(10))
    assert (result.due, result.safe) == (datetime(2025, 10, 25, 11), datetime(2025, 10, 25, 10))
