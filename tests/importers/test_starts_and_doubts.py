"""When a meeting starts where its day is told twice, over two days, or with a weekday that is not its own."""

from __future__ import annotations

from datetime import date, time

import pytest

from imports.pack import understand
from tests.importers.sheets import from_text, read_sheet

ITEMS = """

AGENDA

1.   Apologies

2.   Sea walls

3.   Work programme
"""


@pytest.mark.parametrize(
    ("head", "day", "start"),
    [
        (
            "Date: Thursday, 26 May 2033\n\nThe Committee will be held remotely on Thursday, 26 May 2033 at"
            "\n10.35am.",
            date(2033, 5, 26),
            time(10, 35),
        ),
        ("Thursday 26 and Friday 27 May 2033, 10.00 am each day", date(2033, 5, 26), time(10)),
        ("Thursday 26 May 2033 at 7.30 in the Village Hall", date(2033, 5, 26), time(19, 30)),
        ("Thursday 26 May 2033 at half past seven in the Hall", date(2033, 5, 26), time(19, 30)),
        ("at 8.15 in the evening of Thursday 26 May 2033", date(2033, 5, 26), time(20, 15)),
        ("Thursday 26 May 2033 at 07:30", date(2033, 5, 26), time(7, 30)),
        ("Thursday 26 May 2033 at 7.30 am", date(2033, 5, 26), time(7, 30)),
        (
            "Venue: Quay House          Date:    Thursday 26 May 2033\nTime: 2.00 pm",
            date(2033, 5, 26),
            time(14),
        ),
    ],
)
def test_the_hour_is_found(head: str, day: date, start: time) -> None:
    sheet = read_sheet(f"Coast Committee\n\n{head}{ITEMS}")
    assert (sheet.meeting_date, sheet.start_time) == (day, start)


def test_a_site_visit_is_no_meeting() -> None:
    visit = (
        "There will be a site visit at 9.30am on Wednesday 25 May 2033. The Committee will meet at 2.00pm on"
    )
    sheet = read_sheet(f"Coast Committee\n\n{visit} Thursday 26 May 2033 in Quay House.{ITEMS}")
    assert (sheet.meeting_date, sheet.start_time) == (date(2033, 5, 26), time(14))


def test_a_body_may_be_named_for_what_it_looks_into() -> None:
    sheet = read_sheet(
        f"Agenda\n\nScrutiny Committee for Adults and Health\n\n26 May 2033 at 10.30 am{ITEMS}"
    )
    assert sheet.committee == "Scrutiny Committee for Adults and Health"


def test_a_salutation_is_no_part_of_the_bodys_name() -> None:
    head = (
        "NOTICE OF MEETING OF THE COUNCIL\n\nDear Councillor\n\nYou are summoned to attend a meeting of the"
    )
    assert "Dear" not in str(read_sheet(f"{head} Quay Town Council on 26 May 2033 at 7pm.{ITEMS}").committee)


def test_a_notice_that_calls_a_meeting_off_is_taken_in() -> None:
    text = "NOTICE OF CANCELLATION\n\nCoast Committee\n\nThe meeting of 26 May 2033 has been cancelled."
    pack = understand(from_text(text)).pack
    assert (pack.committee, pack.meeting_date) == ("Coast Committee", date(2033, 5, 26))
    assert "meeting-status" in {warning.code for warning in pack.warnings}


def test_what_a_paper_is_called_is_no_part_of_the_bodys_name() -> None:
    assert read_sheet(f"Coast Committee update sheet\n\n26 May 2033{ITEMS}").committee == "Coast Committee"


@pytest.mark.parametrize(
    ("said", "doubted"),
    [
        ("Friday 26 May 2033", True),
        ("Thursday 26 May 2033", False),
        ("Friday 26 May 2033\nPublished for the meeting on Thursday 26 May 2033", False),
        ("26 May 2033", False),
    ],
)
def test_a_weekday_that_is_not_the_days_own_is_a_doubt(said: str, doubted: bool) -> None:
    sheet = read_sheet(f"Coast Committee\n\n{said}\nQuay House{ITEMS}")
    assert sheet.meeting_date == date(2033, 5, 26)
    assert ("meeting-date-weekday" in {warning.code for warning in sheet.warnings}) is doubted
