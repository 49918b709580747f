"""Minutes as councils of other kinds set them: parishes, districts, panels."""

from __future__ import annotations

from datetime import date, time

import pytest

from imports.layout.furniture import find_furniture, read_lines
from imports.minutes.reading import find_minutes
from imports.people.apologies import read_apologies
from imports.words.names import split_names
from tests.importers.sheets import from_rows, minutes_of

PARISH = """
    MINUTES of the meeting of Upper Thornley Parish Council held in the Village Hall
    on Wednesday 13th March 2024 at 7.30pm

    Present: Cllr R Dale (Chairman), Cllr M Askew, Cllr P Finch
    In attendance: Mrs G Pratt (Clerk)

    24/028 Apologies for absence
    Apologies were received from Cllr T Yates (holiday).

    24/029 Declarations of interest
    None.

    24/030 Highways
    A resident asked about potholes. Action: Cllr Askew

    There being no further business the Chairman closed the meeting at 8.45pm.

    Signed ........................ Date ................
"""


def test_a_parish_numbers_by_year_and_minutes_its_apologies() -> None:
    minutes = minutes_of(PARISH)
    assert [(item.number, item.title) for item in minutes.items] == [
        ("24/028", "Apologies for absence"),
        ("24/029", "Declarations of interest"),
        ("24/030", "Highways"),
    ]
    assert minutes.present == ("Cllr R Dale (Chairman)", "Cllr M Askew", "Cllr P Finch")
    assert minutes.apologies == ("Cllr T Yates (holiday)",)
    assert minutes.concluded == time(20, 45)
    assert [action.owner for action in minutes.items[2].actions] == ["Cllr Askew"]


def test_a_number_before_its_year_counts_by_the_number() -> None:
    text = PARISH.replace("24/028", "28/24").replace("24/029", "29/24").replace("24/030", "30/24")
    assert [item.number for item in minutes_of(text).items] == ["28/24", "29/24", "30/24"]


DISTRICT = """
    WESTMERE DISTRICT COUNCIL

    OVERVIEW AND SCRUTINY COMMITTEE

    12 SEPTEMBER 2023

    Present:         Councillor P. Marsh (Chair)
                     Councillors T. Okafor and L. Quinn

    Officers:        H. Sandys (Director of Communities)

    Apologies:       Councillor S. Iqbal

    OS.21   MINUTES

            RESOLVED that the minutes of the meeting held on 11 July 2023 be approved.

    OS.22   HOUSING REPAIRS

            The Committee considered the report.

    The meeting commenced at 6.30 pm and ended at 8.52 pm.
"""


def test_a_district_prints_no_word_but_its_names_and_its_times_last() -> None:
    minutes = minutes_of(DISTRICT)
    assert (minutes.committee, minutes.date) == ("OVERVIEW AND SCRUTINY COMMITTEE", date(2023, 9, 12))
    assert (minutes.start_time, minutes.concluded) == (time(18, 30), time(20, 52))
    assert [item.number for item in minutes.items] == ["OS.21", "OS.22"]


PANEL = """
    Northshire Police and Crime Panel

    Minutes of the meeting held on Thursday, 16 November 2023 commencing at 10.30 am.

    Present: Councillor Carl Marsh in the Chair.
    Councillors Keith Okafor, Dee Quinn; Community Co-opted Members Fay Stone and Mags Teal.

    Officers from the Office of the Commissioner: Zoe Rowe (Commissioner); Simon Orr (Chief Executive).

    Apologies: Councillors Tim Bell and Rich Lee.

    Copies of all documents considered are in the Minute Book

    34 Declarations of Interest

    There were none.

    35 Public Questions

    None had been received.

    The meeting concluded at 12.55 pm.
"""


def test_a_panel_lists_its_members_by_group_and_who_took_the_chair() -> None:
    minutes = minutes_of(PANEL)
    assert minutes.committee == "Northshire Police and Crime Panel"
    assert minutes.present == (
        "Councillor Carl Marsh (in the Chair)",
        "Councillor Keith Okafor",
        "Councillor Dee Quinn",
        "Fay Stone",
        "Mags Teal",
    )
    assert minutes.officers_in_attendance == ("Zoe Rowe (Commissioner)", "Simon Orr (Chief Executive)")
    assert minutes.apologies == ("Councillor Tim Bell", "Councillor Rich Lee")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Apologies for absence were received from Councillors Bell and Lee.",
            ["Councillor Bell", "Councillor Lee"],
        ),
        ("An apology was received from Cllr. A. Marsh, with Cllr Quinn substituting.", ["Cllr. A. Marsh"]),
        ("Apologies were submitted on behalf of Councillor Rowe, who was on leave.", ["Councillor Rowe"]),
        ("There were no apologies for absence.", []),
        ("Apologies were received.", []),
    ],
)
def test_apologies_as_minuted(text: str, names: list[str]) -> None:
    assert read_apologies(text) == names


def test_a_list_of_any_length_is_divided() -> None:
    assert len(split_names(" and ".join(["Ann Lee"] * 5000))) == 5000


MARGIN = """
    THANESHIRE COUNTY COUNCIL

    HEALTH OVERVIEW AND SCRUTINY COMMITTEE

    Minutes of the meeting held at County Hall on Tuesday, 21 November 2023 from 10.00am to 12.35pm.

    PRESENT

    Councillors
    Mrs P Bell                    Mr A Marsh
    Mr P Quinn                    Ms S Rowe (Vice-Chairman)

    Apologies for Absence
    Mr N Orr

    UNRESTRICTED ITEMS

                                                                                      ACTION

    150. Declarations of Interests by Members in items on the Agenda for this meeting of the Committee
    (Item 2)

    Mr Marsh was a volunteer.

    151. Urgent Care Review
    (Item 4)

    1)     The Chair welcomed the guests.

    2)     A Member asked about the bed modelling and Dr Rowe agreed to share the             KG
           model with the Committee.

    3)     RESOLVED that the report be noted.
"""


def test_who_acts_is_read_from_the_column_beside_the_minutes() -> None:
    minutes = minutes_of(MARGIN)
    assert (minutes.start_time, minutes.concluded) == (time(10), time(12, 35))
    assert [(item.number, item.title) for item in minutes.items] == [
        (
            "150",
            "Declarations of Interests by Members in items on the Agenda for this meeting of the Committee",
        ),
        ("151", "Urgent Care Review"),
    ]
    (action,) = minutes.items[1].actions
    assert (action.owner, action.text) == (
        "KG",
        "2) A Member asked about the bed modelling and Dr Rowe agreed to share the model with the Committee.",
    )


def test_two_columns_of_names_in_a_text_and_no_business_among_them() -> None:
    minutes = minutes_of(MARGIN)
    assert minutes.present == ("Mrs P Bell", "Mr P Quinn", "Mr A Marsh", "Ms S Rowe (Vice-Chairman)")
    assert minutes.apologies == ("Mr N Orr",)


def test_initials_without_a_heading_make_no_column() -> None:
    minutes = minutes_of(MARGIN.replace("ACTION", "      "))
    assert [action for item in minutes.items for action in item.actions] == []


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("6.35-9.25pm", time(18, 35), time(21, 25)),
        ("10.00 - 12.30pm", time(10), time(12, 30)),
        ("10.00am to 12.35pm", time(10), time(12, 35)),
    ],
)
def test_a_span_of_time_tells_beginning_and_end(printed: str, start: time, end: time) -> None:
    minutes = minutes_of(MARGIN.replace("from 10.00am to 12.35pm", printed))
    assert (minutes.start_time, minutes.concluded) == (start, end)


def test_lists_side_by_side_each_under_its_label() -> None:
    rows = [
        (60.0, [(56.0, "Children Scrutiny Committee")]),
        (80.0, [(56.0, "Minutes of the meeting held on Tuesday 16 January 2024 at 5.00 pm")]),
        (110.0, [(56.0, "Present"), (300.0, "In attendance")]),
        (126.0, [(56.0, "Councillor Kate Marsh (Chair)"), (300.0, "Jo Bell, Director")]),
        (141.0, [(56.0, "Councillor Jeff Orr"), (300.0, "Sam Lee, Clerk")]),
        (180.0, [(56.0, "1"), (90.0, "WORK PROGRAMME")]),
        (210.0, [(90.0, "The programme was noted.")]),
        (250.0, [(56.0, "The meeting ended at 7.12 pm.")]),
        (280.0, [(56.0, "Signed ………………………………… (Chair)")]),
    ]
    document = from_rows(rows)
    furniture = find_furniture(document)
    (span,) = find_minutes(read_lines(document, furniture), furniture)
    assert span.minutes.present == ("Councillor Kate Marsh (Chair)", "Councillor Jeff Orr")
    assert span.minutes.officers_in_attendance == ("Jo Bell, Director", "Sam Lee, Clerk")
    assert span.end == len(rows)


def test_the_day_may_open_the_line_below_the_name() -> None:
    text = """
    Draft minutes

    Castleford Unitary Authority

    Growth Scrutiny Board

    Thursday 18 January 2024 10:00am, Civic Centre, Castleford

    Attendance

    Members of the Committee:
    Cllr A Marsh (Chair)
    Cllr S Quinn

    CYP12 Declarations of Interest

    There were none.

    CYP13 Bus Review

    Members asked for the figures. (ACTION)
"""
    minutes = minutes_of(text)
    assert (minutes.committee, minutes.date) == ("Growth Scrutiny Board", date(2024, 1, 18))
    assert [item.number for item in minutes.items] == ["CYP12", "CYP13"]
    assert [(a.text, a.owner) for a in minutes.items[1].actions] == [
        ("Members asked for the figures. (ACTION)", None)
    ]


def test_titles_may_end_in_a_full_stop_and_chairs_stand_behind_a_comma() -> None:
    text = """
    Minutes of the meeting of Place Scrutiny Committee held at County Hall on
    Tuesday, 11th July, 2023 at 10.00 am

    Councillors Present

    County Councillor Lisa Marsh (Chairman)
    County Councillor Jane Quinn, (Vice Chairman)

    Also in attendance County Councillors: Cat Orr, Cabinet Member for Climate

    APOLOGIES: County Councillors Maria Bell and Jackie Lee

    1. Apologies for Absence.

    As above.

    2. Public Open Forum.

    None.

    3. Scrutiny of the Empty Homes Plan

    Jo Rowe presented the report.
"""
    minutes = minutes_of(text)
    assert [item.number for item in minutes.items] == ["1", "2", "3"]
    assert minutes.present == (
        "County Councillor Lisa Marsh (Chairman)",
        "County Councillor Jane Quinn (Vice-Chairman)",
    )
    assert minutes.apologies == ("Councillor Maria Bell", "Councillor Jackie Lee")
    assert minutes.officers_in_attendance == ("Councillor Cat Orr, Cabinet Member for Climate",)
