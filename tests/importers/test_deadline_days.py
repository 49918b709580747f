"""Counts in words, in clear weeks, in hours and a half: as many days or hours as they say."""

from __future__ import annotations

import pytest

from imports.deadlines.days import find_counts
from imports.model.deadlines import DeadlineBasis


@pytest.mark.parametrize(
    ("words", "basis", "count"),
    [
        ("one and a half hours before the meeting", "hours", 1.5),
        ("half an hour before the meeting", "hours", 0.5),
        ("half a day before the meeting", "calendar days", 0.5),
        ("an hour before the meeting", "hours", 1),
        ("twenty four hours before the meeting", "hours", 24),
        ("forty-eight hrs prior to the meeting", "hours", 48),
        ("seventy-two hours' notice", "hours", 72),
        ("thirty minutes before the meeting", "hours", 0.5),
        ("twenty-one days before the meeting", "calendar days", 21),
        ("twenty-eight days before the meeting", "calendar days", 28),
        ("nineteen days before the meeting", "calendar days", 19),
        ("a fortnight before the meeting", "calendar days", 14),
        ("two weeks before the meeting", "calendar days", 14),
        ("two clear weeks before the meeting", "calendar days", 15),
        ("three days clear before the meeting", "calendar days", 4),
        ("three working days before the meeting", "working days", 3),
        ("three office days before the meeting", "working days", 3),
        ("three days before the meeting, excluding weekends", "working days", 3),
        ("48 hours (not including weekends or bank holidays) prior to the meeting", "working days", 2),
        (
            "three days before the meeting, excluding the day of receipt and of the meeting",
            "calendar days",
            4,
        ),
    ],
)
def test_a_count_says_so_much(words: str, basis: DeadlineBasis, count: float) -> None:
    (day,) = find_counts(words)
    assert (day.rule.basis, day.rule.count) == (basis, count)


@pytest.mark.parametrize(
    "words",
    [
        "within ten days before the meeting",
        "for three days before the meeting",
        "a maximum of three days before the meeting",
        "a three day course",
        "the first ten minutes of the meeting",
    ],
)
def test_how_long_something_takes_is_no_count(words: str) -> None:
    assert find_counts(words) == []
