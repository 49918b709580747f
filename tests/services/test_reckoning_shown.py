"""What is shown of a deadline's working, and what is said where the words leave room."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from imports.model.deadlines import DeadlineRule, DeadlineWording
from scrutiny_tui.services.calendars import WorkingCalendar
from scrutiny_tui.services.models.deadlines import WorkedDeadline
from scrutiny_tui.services.reckoning import work_out, work_out_wording

ENGLAND = WorkingCalendar()
MEETING = date(2022, 5, 26)  # a Thursday


def worked(rule: DeadlineRule, start: time | None = time(10)) -> WorkedDeadline:
    result = work_out(rule, MEETING, start, ENGLAND)
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (DeadlineRule("hours", 24), [(26, False, "meeting"), (25, True, "24 hours before 10:00")]),
        (DeadlineRule("hours", 0.5), [(26, True, "0.5 hours before 10:00")]),
        (DeadlineRule("date", date=date(2022, 5, 23)), [(23, True, "printed")]),
        (DeadlineRule("weekday before", weekday=0), [(26, False, "meeting"), (23, True, "Monday")]),
        (DeadlineRule("weekday before", 2, weekday=0), [(26, False, "meeting"), (16, True, "Monday")]),
        (DeadlineRule("weekday before", weekday=3), [(26, False, "meeting"), (19, True, "Thursday")]),
        (
            DeadlineRule("weekday of the week before", 1, weekday=4),
            [(26, False, "meeting"), (20, True, "Friday")],
        ),
        (
            DeadlineRule("calendar days", 4, earlier_if_closed=True),
            [
                (26, False, "meeting"),
                *((25, True, "one"), (24, True, "two"), (23, True, "three"), (22, False, "weekend")),
                (20, True, "brought forward"),
            ],
        ),
        (
            DeadlineRule("calendar days", 3, earlier_if_closed=True),
            [(26, False, "meeting"), (25, True, "one"), (24, True, "two"), (23, True, "three")],
        ),
    ],
)
def test_every_day_of_the_working_says_why(rule: DeadlineRule, days: list[tuple[int, bool, str]]) -> None:
    result = worked(rule)
    assert [(day.day.day, day.counts, day.why) for day in result.working] == days
    assert result.due.day == days[-1][0]


def test_more_days_than_have_a_name_are_counted_in_figures() -> None:
    result = worked(DeadlineRule("calendar days", 14))
    assert [day.why for day in result.working][-3:] == ["twelve", "13", "14"]


@pytest.mark.parametrize(
    "rule",
    [
        DeadlineRule("date"),
        DeadlineRule("weekday before"),
        DeadlineRule("weekday of the week before", 1),
        DeadlineRule("hours", 10**12),
    ],
)
def test_a_rule_that_lacks_its_day_or_reaches_beyond_all_days_gives_none(rule: DeadlineRule) -> None:
    assert work_out(rule, MEETING, time(10), ENGLAND) is None


def test_before_a_day_means_the_day_before_it() -> None:
    result = worked(DeadlineRule("weekday before", weekday=0, before=True))
    assert (result.due, result.safe) == (datetime(2022, 5, 22, 23, 59), datetime(2022, 5, 20, 17))


@pytest.mark.parametrize(
    ("words", "day", "text", "safe"),
    [
        (
            "close of play",
            date(2022, 5, 23),
            '"close of play" gives no hour: taken as 17:00; ask the clerk when the office closes.',
            None,
        ),
        (
            "end of the working day",
            date(2022, 5, 22),
            '"end of the working day" gives no hour: taken as 17:00; ask the clerk when the office closes.',
            datetime(2022, 5, 20, 17),
        ),
        (
            "midnight",
            date(2022, 5, 23),
            '"midnight" may mean midnight or close of business: taken as 23:59; 17:00 is safe.',
            datetime(2022, 5, 23, 17),
        ),
    ],
)
def test_words_for_an_hour_say_what_they_were_taken_for(
    words: str, day: date, text: str, safe: datetime | None
) -> None:
    result = worked(DeadlineRule("date", date=day, time_words=words))
    (doubt,) = [one for one in result.warnings if one.code == "deadline-time-ambiguous"]
    assert (doubt.text, result.safe) == (text, safe)


def wording(text: str, rule: DeadlineRule, source: str = "agenda") -> DeadlineWording:
    quoted = date(2022, 3, 3) if source == "minutes" else None
    return DeadlineWording(text, rule, "all", source, page=4, meeting_date=quoted)  # type: ignore[arg-type]


PRINTED = DeadlineRule("date", date=date(2022, 5, 24), time=time(12))
COUNTED = DeadlineRule("clear working days", 2, time=time(12))


@pytest.mark.parametrize(
    ("text", "rule", "doubt"),
    [
        (
            "Questions by noon on 24 May 2022, two clear working days before the meeting.",
            PRINTED,
            "The same words print Tue 24 May 2022 and give a rule that makes it Mon 23 May 2022. The printed "
            "date holds; keep to the earlier, ask the clerk.",
        ),
        (
            "Questions by noon on the Tuesday, two clear working days before the meeting.",
            COUNTED,
            "The same words name a Tuesday and give a count that makes it Mon 23 May 2022. Keep to the "
            "earlier, ask the clerk.",
        ),
        (
            "Questions by noon two clear working days before the meeting (i.e. Friday).",
            COUNTED,
            "The same words name a Friday and give a count that makes it Mon 23 May 2022. Keep to the "
            "earlier, ask the clerk.",
        ),
        ("Questions by noon on the Monday, two clear working days before the meeting.", COUNTED, None),
        ("Questions by noon on 24 May 2022, one clear working day before the meeting.", PRINTED, None),
        ("Questions by noon on 24 May 2022.", PRINTED, None),
    ],
)
def test_words_that_name_two_days_are_told(text: str, rule: DeadlineRule, doubt: str | None) -> None:
    result = work_out_wording(wording(text, rule), MEETING, time(10), ENGLAND)
    assert result is not None
    told = [one for one in result.warnings if one.code == "deadline-sources-disagree"]
    assert [(one.text, one.page) for one in told] == ([(doubt, 4)] if doubt else [])


def test_of_what_minutes_quote_only_a_date_is_worked_out() -> None:
    assert work_out_wording(wording("x", COUNTED, "minutes"), MEETING, time(10), ENGLAND) is None
    result = work_out_wording(wording("x", PRINTED, "minutes"), MEETING, time(10), ENGLAND)
    assert result is not None and result.due == datetime(2022, 5, 24, 12)
    assert "deadline-not-before-meeting" not in [one.code for one in result.warnings]
    assert work_out_wording(wording("x", COUNTED), None, None, ENGLAND) is None
    without = work_out_wording(wording("x", PRINTED), None, None, ENGLAND)
    assert without is not None and without.due == datetime(2022, 5, 24, 12)
