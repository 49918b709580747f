"""Which of the days and times a sentence names is the deadline."""

from __future__ import annotations

from datetime import date, time

import pytest

from imports.deadlines.wording import find_wording, read_wording
from imports.model.deadlines import DeadlineRule

MEETING = date(2024, 6, 13)  # a Thursday
TABLE = "Meetings and deadlines for questions: 13 June 2024 5 June 2024 11 July 2024 3 July 2024"


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("on the Monday before the meeting, for this one 10 June 2024, by noon", "date"),
        ("three clear working days before the meeting, that is 7 June 2024", "date"),
        ("two working days before the meeting, the preceding Monday at noon", "weekday before"),
        ("Seven days' notice is asked for; by noon three working days before the meeting", "working days"),
        ("24 hours' notice is asked for; by noon two days before the meeting", "calendar days"),
    ],
)
def test_a_date_goes_before_a_weekday_a_weekday_before_a_count_and_that_before_notice(
    words: str, basis: str
) -> None:
    rule = read_wording(words, MEETING)
    assert rule is not None and rule.basis == basis


@pytest.mark.parametrize(
    ("meeting", "due"), [(MEETING, date(2024, 6, 5)), (date(2024, 7, 11), date(2024, 7, 3))]
)
def test_a_table_of_meetings_and_deadlines_gives_the_one_beside_the_meeting(meeting: date, due: date) -> None:
    assert read_wording(TABLE, meeting) == DeadlineRule("date", date=due)


@pytest.mark.parametrize(
    ("words", "due"), [("Wednesday 12th", date(2024, 6, 12)), ("Friday the 31st", date(2024, 5, 31))]
)
def test_a_day_without_its_month_is_the_last_before_the_meeting(words: str, due: date) -> None:
    rule = read_wording(f"Questions must be received by noon on {words}", MEETING)
    assert rule is not None and rule.date == due


def test_a_date_told_in_passing_does_not_hide_the_deadline() -> None:
    words = "On 3 May 2024 the Council agreed that questions must be received by 5 June 2024"
    rule = read_wording(words, MEETING)
    assert rule is not None and rule.date == date(2024, 6, 5)


@pytest.mark.parametrize(("start", "at"), [(time(10), None), (time(14), time(10)), (None, time(10))])
def test_the_hour_the_meeting_starts_is_no_hour_for_questions(start: time | None, at: time | None) -> None:
    found = find_wording("three clear working days before the meeting at 10am", MEETING, start)
    assert found is not None and found.rule.time == at


@pytest.mark.parametrize(
    ("words", "at"),
    [
        (
            "Urgent questions by 9am on the day of the meeting, others by 10 June 2024 and in no case "
            "whatsoever any later than at noon",
            time(12),
        ),
        ("by 10 June 2024 at noon, or if urgent 9am on the day of the meeting", time(12)),
    ],
)
def test_the_hour_of_another_day_is_left_to_it(words: str, at: time) -> None:
    rule = read_wording(words, MEETING)
    assert rule is not None and (rule.date, rule.time) == (date(2024, 6, 10), at)
