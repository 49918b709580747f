from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.services.clock import Clock, read_today
from scrutiny_tui.services.errors import ServiceError


def test_a_clock_that_was_set_goes_on_from_there() -> None:
    start = datetime(2022, 5, 23, 9, 12)
    clock = Clock(start)
    first, second = clock.now(), clock.now()
    assert clock.is_set
    assert start <= first <= second < start + timedelta(minutes=5)


def test_the_machines_clock_tells_the_time_in_london_without_a_zone() -> None:
    clock = Clock()
    now = clock.now()
    in_london = datetime.now(ZoneInfo("Europe/London")).replace(tzinfo=None)
    assert not clock.is_set
    assert now.tzinfo is None
    assert abs(in_london - now) < timedelta(minutes=5)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2022-05-23", datetime(2022, 5, 23, 9, 0)),
        ("2022-05-23T09:12", datetime(2022, 5, 23, 9, 12)),
        (" 2022-05-23 9:05 ", datetime(2022, 5, 23, 9, 5)),
        ("2022-05-23T23:59:30", datetime(2022, 5, 23, 23, 59, 30)),
    ],
)
def test_today_is_a_date_with_or_without_a_time(text: str, moment: datetime) -> None:
    assert read_today(text) == moment


@pytest.mark.parametrize("text", ["", "today", "2022-02-30", "2022-05-23T25:00", "23/05/2022", "2022-05-23T"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ServiceError, match="2022-05-23T09:12"):
        read_today(text)


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2999, 1, 1)))
def test_every_minute_comes_back(moment: datetime) -> None:
    minute = moment.replace(second=0, microsecond=0)
    assert read_today(minute.isoformat(timespec="minutes")) == minute
