"""Front sheets that tell in a sentence who meets, when and where, and times behind the titles."""

from __future__ import annotations

from datetime import date, time

import pytest

from imports.front.sheet import FrontSheet, read_front_sheet
from tests.importers.sheets import from_text

ITEMS = """

                    AGENDA

1.  Apologies for absence

2.  Declarations of interest

3.  Minutes (Pages 1 - 4)

4.  Next Meeting Monday 6 June 2033 at 7:30pm
"""


def sheet_of(head: str, items: str = ITEMS) -> FrontSheet:
    return read_front_sheet(from_text(f"{head}{items}"))


WILL_MEET = """WEIRTON COUNCIL

The Pond Committee will meet in the Oak Room, Town Hall at 4.00 pm on Tuesday 3 May 2033.
"""
OVER_TWO_LINES = """WEIRTON COUNCIL

Pond Committee

The Pond Committee will meet in the Oak Room,
Town Hall at 4.00 pm on Tuesday 3 May 2033.

The items which will be discussed are described in the agenda.
"""
UNDER_ITS_HEADING = """WEIRTON COUNCIL

Pond Committee

The Committee will meet in the Oak Room, Town Hall
at 4.00 pm on Tuesday 3 May 2033
"""
DIVIDED = """Weirton Town Council

You are hereby summoned to attend a meeting of the POND COM\u2010
MITTEE to be held in the Oak Room, Town Hall on Tuesday 3rd May 2033 at 4.00 pm.
"""


@pytest.mark.parametrize("head", [WILL_MEET, OVER_TWO_LINES, UNDER_ITS_HEADING, DIVIDED])
def test_a_sentence_tells_which_committee_meets_under_the_councils_name(head: str) -> None:
    sheet = sheet_of(head)
    assert (sheet.committee or "").casefold() == "pond committee"
    assert (sheet.meeting_date, sheet.start_time) == (date(2033, 5, 3), time(16))
    assert sheet.venue == "Oak Room, Town Hall"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("an extra meeting will be held online via Zoom, on Friday the 13th at 7:30pm", date(2033, 5, 13)),
        ("an extra meeting will be held in the Mill Hall on Thursday 19th at 7:30pm", date(2033, 5, 19)),
        ("an extra meeting will be held in the Mill Hall on Friday 19th at 7:30pm", None),
    ],
)
def test_a_day_without_its_month_is_the_one_near_the_dates_told(words: str, told: date | None) -> None:
    sheet = sheet_of(f"Elm Parish Council\n\nAs agreed, {words}.\n")
    assert sheet.unyeared == told
    assert sheet.start_time == time(19, 30)


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Apologies for absence 10.30am", "Apologies for absence"),
        ("Lunch 12.30 p.m. - 1 p.m.", "Lunch"),
        ("Site visit, meeting at the gate at 9.30am", "Site visit, meeting at the gate at 9.30am"),
        ("Meeting of 6 June 2033, Mill Hall 9.30am", "Meeting of 6 June 2033, Mill Hall 9.30am"),
    ],
)
def test_the_time_behind_a_title_is_no_part_of_it(printed: str, title: str) -> None:
    items = ITEMS.replace("Apologies for absence", printed)
    assert sheet_of("Pond Committee\n\nTuesday 3 May 2033\n", items).agenda[0].title == title


def test_a_time_between_number_and_title_is_left_out_and_a_place_beside_the_date_goes_on_below() -> None:
    sheet = sheet_of(
        """JOINT POND COMMITTEE

Venue:  Council Chamber, Mill House,             Date:   Friday, 29th April, 2033
        Main Street, Weirton
                                                 Time:   1.00 p.m.
""",
        """
                    AGENDA

1.      13:00 - 13:05     Apologies for absence

2.      13:05 - 13:10     Minutes (Pages 3 - 12)

3.      13:10             Pond Lining (Pages 13 - 40)
                          Ida Moss
""",
    )
    assert sheet.venue == "Council Chamber, Mill House, Main Street, Weirton"
    assert [(x.number, x.title, x.pages, x.officers) for x in sheet.agenda] == [
        ("1", "Apologies for absence", None, ()),
        ("2", "Minutes", (3, 12), ()),
        ("3", "Pond Lining", (13, 40), ("Ida Moss",)),
    ]


def test_the_next_meetings_day_under_its_heading_is_not_this_ones() -> None:
    sheet = sheet_of("""Weirton District Council

Pond Policy Development Group

Thursday, 12 May 2033 at 5.15 pm
Phoenix Chamber, Mill House, Weirton

Next ordinary meeting
Thursday, 14 July 2033 at 5.15 pm
""")
    assert (sheet.meeting_date, sheet.venue) == (date(2033, 5, 12), "Phoenix Chamber, Mill House, Weirton")


def test_a_place_ends_at_the_agenda_and_times_stand_before_numbers_in_a_text_without_blanks() -> None:
    sheet = read_front_sheet(
        from_text("""A meeting of the Pond Panel will be held
on Tuesday 17th May 2033 at 6.30pm in the Oak Room, Mill House
AGENDA
Time No. Item Page No
6.30pm 1 Apologies for absence
6.35pm 2 Declarations of interest
To record any interests
6.40pm 3 Public path order: Footpath 12   59 - 80
7.00pm 4 Weir order   81 - 90
""")
    )
    assert sheet.venue == "Oak Room, Mill House"
    assert [(x.title, x.pages, x.description) for x in sheet.agenda] == [
        ("Apologies for absence", None, None),
        ("Declarations of interest", None, "To record any interests"),
        ("Public path order: Footpath 12", (59, 80), None),
        ("Weir order", (81, 90), None),
    ]
