"""Agendas of councils that set them otherwise: without numbers, numbers first, signed at the end."""

from __future__ import annotations

from datetime import date, time

from imports.front.sheet import FrontSheet, read_front_sheet
from tests.importers.sheets import from_rows, from_text


def sheet_of(text: str) -> FrontSheet:
    return read_front_sheet(from_text(text))


UNNUMBERED = """
    Fenbridge Combined Authority

    Overview and Scrutiny Committee

    Date:   Friday, 22 March 2024
    Time:   10:00 AM
    Venue:  Committee Room A, Pathfinder House, Fenbridge

    AGENDA

    Open to Public and Press

    Apologies for Absence and Declarations of Interest

    At this point Members must declare whether they have an interest.

    Minutes of the Last Meeting (Pages 5 - 18)

    To approve the minutes of the meeting held on 26 January 2024.

    Public Questions

    Questions must be submitted by 12pm on Monday 18 March 2024.

    Bus Reform Update (Pages 19 - 40)

    Draft Forward Plan (Pages 41 - 60)

    Date of Next Meeting

    Friday 21 June 2024

    Membership

    Councillor Lara Marsh (Chair)
    Councillor Doug Okafor
"""


def test_an_agenda_without_numbers_is_read_by_its_titles() -> None:
    sheet = sheet_of(UNNUMBERED)
    assert [(item.number, item.title, item.pages) for item in sheet.agenda] == [
        (None, "Apologies for Absence and Declarations of Interest", None),
        (None, "Minutes of the Last Meeting", (5, 18)),
        (None, "Public Questions", None),
        (None, "Bus Reform Update", (19, 40)),
        (None, "Draft Forward Plan", (41, 60)),
        (None, "Date of Next Meeting", None),
    ]
    assert sheet.agenda[2].description == "Questions must be submitted by 12pm on Monday 18 March 2024."
    assert (sheet.meeting_date, sheet.start_time) == (date(2024, 3, 22), time(10))
    assert [member.name for member in sheet.membership] == ["Councillor Lara Marsh", "Councillor Doug Okafor"]


def test_a_report_headed_agenda_is_no_agenda() -> None:
    text = "An agenda for growth\n\nAGENDA\n\nOur Ambition\n\nWe will grow.\n\nOur Places\n\nTowns matter.\n"
    assert sheet_of(text).agenda == ()


NUMBERS_FIRST = """
    Children Scrutiny Commission

    Monday 15 January 2024
    7.00 pm
    Room 102, Town Hall, Mare Road

    Agenda

    1

    2

    3

    4

    Apologies for Absence

    School Attendance (19.05) (Pages 9 - 42)

    To note the report.

    Youth Justice Plan (Pages 43 - 90)

    Any Other Business

    Access and Information

    Scrutiny meetings are held in public.
"""


def test_numbers_listed_before_the_titles_go_back_to_them() -> None:
    sheet = sheet_of(NUMBERS_FIRST)
    assert [(item.number, item.title, item.pages) for item in sheet.agenda] == [
        ("1", "Apologies for Absence", None),
        ("2", "School Attendance", (9, 42)),
        ("3", "Youth Justice Plan", (43, 90)),
        ("4", "Any Other Business", None),
    ]
    assert [item.description for item in sheet.agenda] == [None, "To note the report.", None, None]


RIGHT_PAGES = """
    WESTMERE DISTRICT COUNCIL
    OVERVIEW AND SCRUTINY COMMITTEE

    A meeting will be held in the COUNCIL CHAMBER on TUESDAY, 14 NOVEMBER 2023 at 6.30 pm

                                  AGENDA

                                                                         Page No.

    1.    APOLOGIES FOR ABSENCE

    2.    MINUTES                                                          3 - 10

    3.    LEISURE CONTRACT - ANNUAL PERFORMANCE REVIEW                     11 - 34
          2022/23

          Report of the Director of Communities

    4.    SUCH OTHER BUSINESS AS THE CHAIR THINKS URGENT

    Jo Bell
    Assistant Chief Executive
    County Hall
    Northbury
    3 November 2023
"""


def test_a_year_below_a_title_belongs_to_it_and_a_signature_to_no_item() -> None:
    agenda = sheet_of(RIGHT_PAGES).agenda
    assert [(item.title, item.pages) for item in agenda] == [
        ("APOLOGIES FOR ABSENCE", None),
        ("MINUTES", (3, 10)),
        ("LEISURE CONTRACT - ANNUAL PERFORMANCE REVIEW 2022/23", (11, 34)),
        ("SUCH OTHER BUSINESS AS THE CHAIR THINKS URGENT", None),
    ]
    assert [item.officers for item in agenda] == [(), (), ("Director of Communities",), ()]
    assert agenda[3].description is None


def test_the_sheet_ends_where_minutes_without_their_name_begin() -> None:
    minutes = """
    WESTMERE DISTRICT COUNCIL

    OVERVIEW AND SCRUTINY COMMITTEE

    12 SEPTEMBER 2023

    Present:         Councillor P. Marsh (Chair)

    OS.21   MINUTES

            RESOLVED that the minutes be approved.
"""
    text = RIGHT_PAGES + minutes
    sheet = sheet_of(text)
    document = from_text(text)
    page, index = sheet.ends_at
    assert document.pages[page - 1].lines[index].text == "WESTMERE DISTRICT COUNCIL"
    assert len(sheet.agenda) == 4


def test_items_numbered_by_part_and_place() -> None:
    agenda = sheet_of(
        """
    HIGHWAYS SELECT COMMITTEE

    Thursday, 7th March, 2024, at 10.30 am

    AGENDA

    A - Committee Business

    A1  Introduction

    A2  Minutes of the meeting held on 25 January 2024 (Pages 1 - 6)

    B - Any items called in - None for this meeting

    C1  Road Casualty Report (Pages 7 - 40)
"""
    ).agenda
    assert [(item.number, item.title, item.description) for item in agenda] == [
        ("A1", "Introduction", None),
        ("A2", "Minutes of the meeting held on 25 January 2024", None),
        ("C1", "Road Casualty Report", None),
    ]


def test_a_page_column_right_behind_the_officers() -> None:
    rows = [
        (60.0, [(56.0, "Scrutiny Commission")]),
        (80.0, [(56.0, "Monday 11 December 2023 at 6.00 p.m.")]),
        (110.0, [(56.0, "AGENDA")]),
        (130.0, [(56.0, "1"), (90.0, "Apologies")]),
        (160.0, [(56.0, "2"), (90.0, "Draft Budget"), (380.0, "S. Marsh / L. Orr 9 - 40")]),
        (190.0, [(56.0, "3"), (90.0, "Empty Homes Policy"), (380.0, "Councillor Quinn, A. 41 - 66")]),
        (203.0, [(380.0, "Bell")]),
    ]
    agenda = read_front_sheet(from_rows(rows)).agenda
    assert [(item.pages, item.officers) for item in agenda] == [
        (None, ()),
        ((9, 40), ("S. Marsh", "L. Orr")),
        ((41, 66), ("Councillor Quinn", "A. Bell")),
    ]


def test_the_last_item_ends_before_a_contact_on_the_next_page() -> None:
    front = [
        (60.0, [(56.0, "Health Scrutiny Panel")]),
        (80.0, [(56.0, "Thursday 25 January 2024 at 6.30pm")]),
        (110.0, [(56.0, "AGENDA")]),
        (130.0, [(56.0, "1."), (90.0, "APOLOGIES FOR ABSENCE")]),
        (160.0, [(56.0, "2."), (90.0, "DATES OF FUTURE MEETINGS")]),
        (176.0, [(90.0, "To note the dates of future meetings.")]),
    ]
    back = [
        (60.0, [(56.0, "Jo Bell, Principal Scrutiny Officer")]),
        (74.0, [(56.0, "Tel - 01632 960999")]),
        (88.0, [(56.0, "Email: jo.bell@northshire.gov.uk")]),
    ]
    sheet = read_front_sheet(from_rows(front, back))
    assert (sheet.agenda[1].description, sheet.agenda[1].officers) == (
        "To note the dates of future meetings.",
        (),
    )
    assert [(contact.name, contact.phone) for contact in sheet.contacts] == [("Jo Bell", "01632 960999")]


def test_a_decision_notice_says_whose_meeting_it_is_for() -> None:
    sheet = sheet_of(
        """
    MIDVALE BOROUGH COUNCIL

    NOTICE OF DECISIONS

    CABINET

    TUESDAY 12 MARCH 2024

    The following decisions were taken by the Cabinet on Tuesday 12 March 2024. Date notice issued: Thursday
    14 March 2024. The deadline for call-in is 5.00 pm on Thursday 21 March 2024.

    Contact: Jane Marsh, Democratic Services Manager, jane.marsh@midvale.gov.uk
"""
    )
    assert (sheet.committee, sheet.meeting_date, sheet.agenda) == ("Cabinet", date(2024, 3, 12), ())
    assert (sheet.start_time, sheet.venue) == (None, None)
    assert [contact.email for contact in sheet.contacts] == ["jane.marsh@midvale.gov.uk"]


def test_a_page_range_below_a_colon_and_presenters_in_brackets() -> None:
    sheet = sheet_of(
        """
    Economy Scrutiny Panel

    Thursday, 15th February, 2024 at 6.30 pm

    AGENDA

    1. Apologies

    2. To confirm the minutes of the previous meeting:
    31 - 36

    BUSINESS ITEMS

    3. Parking Strategy - Presentation
       (Councillor Martin Orr / Andy Bell)
    (Pages 37 - 40)

    MEMBERSHIP

    Chairperson: Marsh (Liberal Democrats) Vice-Chairperson: Quinn (Labour)
"""
    )
    assert [(item.pages, item.officers, item.description) for item in sheet.agenda] == [
        (None, (), None),
        ((31, 36), (), None),
        ((37, 40), ("Councillor Martin Orr", "Andy Bell"), None),
    ]
    assert [(member.name, member.role) for member in sheet.membership] == [
        ("Marsh", "Chairperson"),
        ("Quinn", "Vice-Chairperson"),
    ]
