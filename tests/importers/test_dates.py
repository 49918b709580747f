from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.heading.title import Occasion, read_occasion
from imports.words.dates import find_dates, find_times

MEETING = date(2024, 6, 13)

SHAPES = (
    "{d} {B} {Y}",
    "{d}{th} {B} {Y}",
    "{A} {d}{th} {B}, {Y}",
    "{A}, {d} {B} {Y}",
    "{a} {d} {b} {Y}",
    "{d}{th} of {B} {Y}",
    "{B} {d}, {Y}",
    "{A} {B} {d} {Y}",
    "{d:02}/{m:02}/{Y}",
    "{d:02}.{m:02}.{Y}",
    "{Y}-{m:02}-{d:02}",
    "{d}{th}-{b}-{Y}",
    "{d} {B} {Y} ({A})",
)


def ordinal(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@given(
    st.dates(date(1995, 1, 1), date(2059, 12, 31)),
    st.sampled_from(SHAPES),
    st.sampled_from(["", "by 5pm on ", "Questions by "]),
    st.sampled_from(["", ".", " at 10.00 am", ", in writing"]),
)
def test_every_usual_form_of_a_date_is_found(day: date, shape: str, before: str, after: str) -> None:
    printed = shape.format(
        d=day.day, th=ordinal(day.day), m=day.month, Y=day.year,
        A=f"{day:%A}", a=f"{day:%a}", B=f"{day:%B}", b=f"{day:%b}",
    )  # fmt: skip
    found = find_dates(f"{before}{printed}{after}")
    assert [item.date for item in found] == [day]
    assert found[0].has_year
    named = "{A}" in shape or "{a}" in shape
    assert found[0].weekday == (day.weekday() if named else None)


@given(st.text(max_size=200))
def test_any_text_is_searched_without_harm(text: str) -> None:
    find_dates(text, MEETING)
    find_times(text)
    read_occasion(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monday 10 June", date(2024, 6, 10)),
        ("3rd June", date(2024, 6, 3)),
        ("Tues June 11th", date(2024, 6, 11)),
    ],
)
def test_a_date_without_a_year_takes_the_meetings(text: str, expected: date) -> None:
    assert [item.date for item in find_dates(text, MEETING)] == [expected]
    assert find_dates(text) == ()


def test_late_december_belongs_to_the_year_before_a_january_meeting() -> None:
    assert find_dates("by 29 December", date(2025, 1, 8))[0].date == date(2024, 12, 29)


@pytest.mark.parametrize(
    "text",
    [
        "31 June 2024",
        "30 February 2024",
        "May 2024",
        "in May 24 people came",
        "item 3 of 12",
        "pages 10 - 12",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert find_dates(text, MEETING) == ()


def test_the_printed_weekday_is_kept_even_where_it_is_wrong() -> None:
    found = find_dates("Monday 11 June 2024")[0]
    assert (found.date.weekday(), found.weekday) == (1, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.00 am", time(10)),
        ("10am", time(10)),
        ("7.30 p.m.", time(19, 30)),
        ("12pm", time(12)),
        ("12 noon", time(12)),
        ("12.00 noon", time(12)),
        ("noon", time(12)),
        ("midday", time(12)),
        ("12 midnight", None),
        ("14:30", time(14, 30)),
        ("1430hrs", time(14, 30)),
        ("at 10.00", time(10)),
        ("by 5.30", time(17, 30)),
        ("5 o’clock", time(17)),
        ("end of day", None),
        ("close of business", None),
        ("the end of the working day", None),
        ("12.30 am", time(0, 30)),
        ("6-30 pm", time(18, 30)),
        ("7 15pm", time(19, 15)),
        ("at 1830 in the hall", time(18, 30)),
    ],
)
def test_every_usual_form_of_a_time_is_found(text: str, expected: time | None) -> None:
    assert [item.time for item in find_times(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "has_year"),
    [
        ("Weds 11th Sept '24", True),
        ("Wed 11 Sep ’24", True),
        ("11-Sep-24", True),
        ("Wed 11 Sept 24", True),
        ("11th.September 2024", True),
        ("11thSeptember2024", True),
        ("Thurs 11 Sept 24", False),
        ("by Wednesday 11 September 12 noon", False),
        ("11 September 10 am", False),
    ],
)
def test_a_year_of_two_figures_is_read_where_it_can_be_nothing_else(text: str, has_year: bool) -> None:
    (found,) = find_dates(text, date(2024, 9, 20))
    assert found.date == date(2024, 9, 11)
    assert found.has_year == has_year
    assert bool(find_dates(text)) == has_year
    assert text[: found.end].endswith(("24", "2024") if has_year else ("Sept", "September"))


@pytest.mark.parametrize(
    "text",
    [
        "rose by 10.50%",
        "in the year 1900 in the west",
        "paragraph 10.30 says",
        "£10.50",
        "1.2.3",
        "25:00",
        "a score of 3.45",
    ],
)
def test_other_figures_are_no_times(text: str) -> None:
    assert find_times(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "(Public Pack)Agenda Document for Roads, Rivers and Rail Scrutiny Committee, 13/06/2024 10:00",
            Occasion("Roads, Rivers and Rail Scrutiny Committee", date(2024, 6, 13), time(10)),
        ),
        (
            "(Supplementary Pack)Agenda Supplement for Cabinet, 01/02/2024 14:00",
            Occasion("Cabinet", date(2024, 2, 1), time(14)),
        ),
        (
            "Wendshire Council, 13/02/2025 09:30",
            Occasion("Wendshire Council", date(2025, 2, 13), time(9, 30)),
        ),
        (
            "Public reports pack 13th-Jun-2024 10.00 Roads and Rivers.pdf",
            Occasion("Roads and Rivers", date(2024, 6, 13), time(10)),
        ),
        ("Microsoft Word - report.docx", None),
        ("Agenda", None),
    ],
)
def test_titles_subjects_and_file_names_tell_the_meeting(text: str, expected: Occasion | None) -> None:
    assert read_occasion(text) == expected


@pytest.mark.parametrize(
    "printed",
    [
        "10:00 am, Dydd Mercher / Wednesday, 10 Mehefin / June 2026",
        "Wednesday 10 June/Mehefin 2026",
    ],
)
def test_a_month_printed_in_both_languages_is_one_month(printed: str) -> None:
    (found,) = find_dates(printed)
    assert (found.date, found.weekday) == (date(2026, 6, 10), 2)
