from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.deadlines.wording import read_wording
from imports.model.deadlines import DeadlineBasis, DeadlineRule

MEETING = date(2024, 6, 13)  # a Thursday
CLEAR: DeadlineBasis = "clear working days"
WORKING: DeadlineBasis = "working days"
CALENDAR: DeadlineBasis = "calendar days"

WORDINGS: list[tuple[str, DeadlineRule]] = [
    (
        "must have been delivered to the Proper Officer by 4pm three clear working days before the date "
        "of the meeting",
        DeadlineRule(CLEAR, 3, time=time(16), time_words="4pm"),
    ),
    ("six clear working days before the meeting", DeadlineRule(CLEAR, 6)),
    ("at least half an hour before the scheduled start of the meeting", DeadlineRule("hours", 0.5)),
    ("30 minutes before the meeting starts", DeadlineRule("hours", 0.5)),
    ("by 12 noon the day before the meeting", DeadlineRule(CALENDAR, 1, time=time(12), time_words="12 noon")),
    (
        "The closing date for receipt of questions is 10am on Thursday, 6 June 2024.",
        DeadlineRule("date", date=date(2024, 6, 6), weekday=3, time=time(10), time_words="10am"),
    ),
    (
        "The closing date/time for receipt of written questions is 10.00am on 6 June.",
        DeadlineRule("date", date=date(2024, 6, 6), time=time(10), time_words="10.00am"),
    ),
    ("at least 3 clear working days before the meeting", DeadlineRule(CLEAR, 3)),
    ("written notice of at least four working days should be given", DeadlineRule(WORKING, 4)),
    (
        "questions must be emailed in full to clerk@wendshire.example 8.30am on Monday 10 June 2024",
        DeadlineRule("date", date=date(2024, 6, 10), weekday=0, time=time(8, 30), time_words="8.30am"),
    ),
    (
        "by 9am on the Tuesday of that week",
        DeadlineRule("weekday of the week before", 0, weekday=1, time=time(9), time_words="9am"),
    ),
    ("at least 5 (five) clear working days' notice", DeadlineRule(CLEAR, 5)),
    ("not less than two full working days before", DeadlineRule(CLEAR, 2)),
    ("clear three working days before", DeadlineRule(CLEAR, 3)),
    ("10.00 a.m., four clear working days", DeadlineRule(CLEAR, 4, time=time(10), time_words="10.00 a.m.")),
    (
        "no later than 5.00 p.m. on the working day before the day of the meeting",
        DeadlineRule(WORKING, 1, time=time(17), time_words="5.00 p.m."),
    ),
    (
        "no later than noon, 7 clear working days before the day of the meeting",
        DeadlineRule(CLEAR, 7, time=time(12), time_words="noon"),
    ),
    (
        "by 12.00 noon on Wednesday 5th June 2024",
        DeadlineRule("date", date=date(2024, 6, 5), weekday=2, time=time(12), time_words="12.00 noon"),
    ),
    ("at least 2 working days before the meeting", DeadlineRule(WORKING, 2)),
    (
        "by 5pm on the third working day before the meeting",
        DeadlineRule(WORKING, 3, time=time(17), time_words="5pm"),
    ),
    (
        "by 5.00pm on the Monday prior to the Executive meeting",
        DeadlineRule("weekday before", weekday=0, time=time(17), time_words="5.00pm"),
    ),
    (
        "by 9.00am on the preceding Friday",
        DeadlineRule("weekday before", weekday=4, time=time(9), time_words="9.00am"),
    ),
    (
        "by midday on the Monday of the week prior to the meeting",
        DeadlineRule("weekday of the week before", 1, weekday=0, time=time(12), time_words="midday"),
    ),
    (
        "by noon on Friday of the previous week",
        DeadlineRule("weekday of the week before", 1, weekday=4, time=time(12), time_words="noon"),
    ),
    ("at least two clear working days before the meeting by e-mailing the clerk", DeadlineRule(CLEAR, 2)),
    (
        "24 hours' notice of questions, no later than 6 p.m. on the day before the day of the meeting",
        DeadlineRule(CALENDAR, 1, time=time(18), time_words="6 p.m."),
    ),
    ("no later than 48 hours prior to the meeting, which starts at 10am", DeadlineRule("hours", 48)),
    ("three days in advance of the committee meeting", DeadlineRule(CALENDAR, 3)),
    ("at least one week before the meeting", DeadlineRule(CALENDAR, 7)),
    ("three clear days before the meeting", DeadlineRule(CALENDAR, 4)),
    (
        "5.00 pm on Tues June 11 2024",
        DeadlineRule("date", date=date(2024, 6, 11), weekday=1, time=time(17), time_words="5.00 pm"),
    ),
    (
        "Please send in questions on the following agenda items by end of day Monday 10th June 2024",
        DeadlineRule("date", date=date(2024, 6, 10), weekday=0, time_words="end of day"),
    ),
    (
        "by close of business on 10/06/24",
        DeadlineRule("date", date=date(2024, 6, 10), time_words="close of business"),
    ),
    (
        "before 12 noon 4 working days before the meeting",
        DeadlineRule(WORKING, 4, time=time(12), time_words="12 noon", before=True),
    ),
    (
        "before 10am on Friday 7 June",
        DeadlineRule("date", date=date(2024, 6, 7), weekday=4, time=time(10), time_words="10am", before=True),
    ),
    (
        "Questions for the meeting on 13 June 2024 must be received by noon on 10 June 2024",
        DeadlineRule("date", date=date(2024, 6, 10), time=time(12), time_words="noon"),
    ),
    (
        "by 5pm three clear working days before the meeting on 13 June 2024",
        DeadlineRule(CLEAR, 3, time=time(17), time_words="5pm"),
    ),
    (
        "by 12 noon two working days prior to the meeting (11 June 2024)",
        DeadlineRule("date", date=date(2024, 6, 11), time=time(12), time_words="12 noon"),
    ),
    (
        "no later than 10.00 am on the day of the meeting",
        DeadlineRule(CALENDAR, 0, time=time(10), time_words="10.00 am"),
    ),
]


@pytest.mark.parametrize(("words", "rule"), WORDINGS, ids=[words[:50] for words, _ in WORDINGS])
def test_a_wording_gives_its_rule(words: str, rule: DeadlineRule) -> None:
    assert read_wording(words, MEETING) == rule


@pytest.mark.parametrize(("words", "rule"), WORDINGS[:12], ids=[words[:50] for words, _ in WORDINGS[:12]])
def test_line_breaks_change_nothing(words: str, rule: DeadlineRule) -> None:
    assert read_wording(words.replace(" ", "\n "), MEETING) == rule


@pytest.mark.parametrize(
    "words",
    [
        "The strategy will be published by 26th October",
        "Petitions must be received by 12 noon on 7 June 2024",
        "the deadline to register to speak is 12 noon on Monday 10 June 2024",
        "within 10 working days of the meeting",
        "The minutes of the meeting held on 10 March 2024 were approved",
        "Questions may be put in writing",
        "by 31 June 2024",
    ],
)
def test_words_without_a_rule_give_none(words: str) -> None:
    assert read_wording(words, MEETING) is None


@given(st.integers(1, 20), st.sampled_from(["clear working", "working", "clear", ""]))
def test_a_count_is_read_as_printed(count: int, kind: str) -> None:
    rule = read_wording(f"at least {count} {kind} days before the meeting", MEETING)
    assert rule is not None
    expected = {"clear working": CLEAR, "working": WORKING, "clear": CALENDAR, "": CALENDAR}[kind]
    assert (rule.basis, rule.count) == (expected, count + 1 if kind == "clear" else count)


@given(st.text(max_size=200))
def test_any_text_is_read_without_harm(text: str) -> None:
    read_wording(text, MEETING)
