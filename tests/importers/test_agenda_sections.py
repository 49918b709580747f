"""Agendas in sections: headings over sub-numbers, parts that count from 1 again, and what stands behind."""

from __future__ import annotations

from imports.front.sheet import FrontSheet, read_front_sheet
from imports.words.presenters import find_presenters
from tests.importers.sheets import from_rows, from_text


def sheet_of(text: str) -> FrontSheet:
    return read_front_sheet(from_text(text))


HEADED = """
    POND COMMITTEE

      The Members of the POND COMMITTEE are requested to meet in
    Council Chamber - Mill House on WEDNESDAY, 8 MAY 2033 at 10.00 am. This is a hybrid
    meeting.

                                B U S I N E S S

    URGENT MATTERS

    1.1   There are no urgent matters at this time

    DEPUTATIONS

    2.1   There are no requests at this time

    MINUTE OF PREVIOUS MEETING

    3.1   Minute of Previous Meeting of 30 January 2033 (Pages 7 - 16)

    PONDS AND WEIRS

    4.1   Pond Lining (Pages 17 - 26)

    4.2   Weir Gates (Pages 27 - 30)
"""


def test_what_heads_an_item_in_capitals_is_not_said_of_the_one_above() -> None:
    sheet = sheet_of(HEADED)
    assert sheet.venue == "Council Chamber - Mill House"
    assert [(item.number, item.title, item.pages, item.description) for item in sheet.agenda] == [
        ("1.1", "There are no urgent matters at this time", None, None),
        ("2.1", "There are no requests at this time", None, None),
        ("3.1", "Minute of Previous Meeting of 30 January 2033", (7, 16), None),
        ("4.1", "Pond Lining", (17, 26), None),
        ("4.2", "Weir Gates", (27, 30), None),
    ]


AGAIN = """
    Licensing Sub-Committee

    Wednesday 5th June, 2033 at 10.30 am

                          AGENDA

    1.    MEMBERSHIP

          To report any changes to the membership.

    2.    DECLARATIONS OF INTEREST

          Licensing Applications for Determination

    1.    GROUND FLOOR, 14 WHARF STREET                          (Pages 1 - 42)
          (24/01234/LIPN)

          Ward: West End

    2.    BASEMENT, 3 MILL ROW (24/01511/LIPV)                   (Pages 43 - 90)

    NOTES

    1.    Access to Information

    2.    Parking
"""


def test_applications_that_count_from_one_again_are_items_and_notes_are_not() -> None:
    items = sheet_of(AGAIN).agenda
    assert [(item.number, item.title, item.pages) for item in items] == [
        ("1", "MEMBERSHIP", None),
        ("2", "DECLARATIONS OF INTEREST", None),
        ("1", "GROUND FLOOR, 14 WHARF STREET (24/01234/LIPN)", (1, 42)),
        ("2", "BASEMENT, 3 MILL ROW (24/01511/LIPV)", (43, 90)),
    ]


REACHED = """
    POND SCRUTINY COMMITTEE

    Meeting: Thursday, 14 September 2033
    Tea: 5.30 pm (in the Members Room)
    Business: 6.00 pm (in the Mill House, Elm)

                              AGENDA

    1.    MINUTES   (Pages 5 - 8)

    2.    POND LINING AND WEIR GATES - FIRST QUARTER UPDATE
          REPORT 2033/34   (Pages 9 - 30)

          To consider a joint report.

          Officer contact: Ida Moss / Sam Roe on 0161 496 0201 / 0161 496 0202 or email:
          ida.moss@elm.example / sam.roe@elm.example

    3.    REEDS

          Officer contact: Ida Moss on 0161 496 0201 or email: ida.moss@elm.example

    4.    URGENT BUSINESS
"""


def test_officers_are_read_off_how_to_reach_them_and_business_begins_after_tea() -> None:
    sheet = sheet_of(REACHED)
    assert (str(sheet.start_time), sheet.venue) == ("18:00:00", "Mill House, Elm")
    assert [(item.title, item.pages, item.officers) for item in sheet.agenda] == [
        ("MINUTES", (5, 8), ()),
        (
            "POND LINING AND WEIR GATES - FIRST QUARTER UPDATE REPORT 2033/34",
            (9, 30),
            ("Ida Moss", "Sam Roe"),
        ),
        ("REEDS", None, ("Ida Moss",)),
        ("URGENT BUSINESS", None, ()),
    ]


def test_the_clerk_under_the_last_item_presents_nothing() -> None:
    sheet = sheet_of("""
        Cyngor Elm / Elm Council

        Monday 15 April 2033 at 7.30pm

        RHAGLEN / AGENDA

        1.   Ymddiheuriadau / Apologies

        2.   Cofnodion / Minutes

        3.   Dyddiad y cyfarfod nesaf / Date of next meeting

        Ida Moss
        Clerc / Clerk
    """)
    assert [item.officers for item in sheet.agenda] == [(), (), ()]
    sheet = sheet_of("""
        Elm Committee

        Monday 15 April 2033 at 7.30pm

        AGENDA

        1.   APOLOGIES

        2.   ANY URGENT BUSINESS

        Officer contacts:
        Ida Moss, tel: 0116 496 0344, e-mail: ida.moss@elm.example
    """)
    assert [item.officers for item in sheet.agenda] == [(), ()]


def test_who_presents_stands_on_a_line_above_or_below_what_is_asked() -> None:
    items = sheet_of("""
        Pond Committee

        Wednesday 9 January 2033 at 2.30 pm

        AGENDA

        1.   Apologies for Absence

        2.   Pond Lining
             Presented by: Ida Moss; Sam Roe
             To consider progress against the plan.

        3.   Weir Gates
             The Committee is asked to comment.
             (Kate Hill – 07700 900123)

        4.   Reeds
             Presented by: Kate Hill, Head of
             Reeds and Rushes
    """).agenda
    assert [(item.title, item.officers, item.description) for item in items] == [
        ("Apologies for Absence", (), None),
        ("Pond Lining", ("Ida Moss", "Sam Roe"), "To consider progress against the plan."),
        ("Weir Gates", ("Kate Hill",), "The Committee is asked to comment."),
        ("Reeds", ("Kate Hill (Head of Reeds and Rushes)",), None),
    ]


def test_a_number_close_behind_the_time_of_its_item_is_read() -> None:
    rows = [
        (60.0, [(60.0, "Pond Committee")]),
        (90.0, [(60.0, "Wednesday 9 January 2033 at 6.30 pm")]),
        (120.0, [(60.0, "AGENDA")]),
        (160.0, [(60.0, "6.30 pm 1."), (150.0, "Apologies for Absence"), (480.0, "Chair")]),
        (190.0, [(101.6, "2."), (150.0, "Declarations of Interest"), (480.0, "All")]),
        (220.0, [(60.0, "6.40 pm 3."), (150.0, "Pond Lining"), (480.0, "Ida Moss")]),
    ]
    items = read_front_sheet(from_rows(rows)).agenda
    assert [(item.number, item.title, item.officers) for item in items] == [
        ("1", "Apologies for Absence", ("Chair",)),
        ("2", "Declarations of Interest", ("All",)),
        ("3", "Pond Lining", ("Ida Moss",)),
    ]


def test_names_stacked_over_pages_and_a_title_over_four_lines_are_read() -> None:
    rows = [
        (60.0, [(60.0, "Pond Committee")]),
        (90.0, [(60.0, "Wednesday 9 January 2033 at 6.30 pm")]),
        (120.0, [(60.0, "AGENDA")]),
        (160.0, [(60.0, "1"), (90.0, "Apologies for Absence and")]),
        (174.0, [(90.0, "Substitutions")]),
        (210.0, [(60.0, "2"), (90.0, "Children’s Social Care"), (420.0, "Kate Roe")]),
        (224.0, [(90.0, "Improvement Plan: Progress"), (420.0, "Paul Hill")]),
        (238.0, [(90.0, "in the First Two Quarters of"), (420.0, "Pages 11 – 38")]),
        (252.0, [(90.0, "2033/34")]),
        (290.0, [(90.0, "The Committee is asked to note what was done in the first two quarters.")]),
        (320.0, [(60.0, "3"), (90.0, "Weir Gates"), (420.0, "Ida Moss")]),
        (334.0, [(420.0, "Pages 39 – 40")]),
    ]
    items = read_front_sheet(from_rows(rows)).agenda
    assert [(item.number, item.title, item.pages, item.officers) for item in items] == [
        ("1", "Apologies for Absence and Substitutions", None, ()),
        (
            "2",
            "Children’s Social Care Improvement Plan: Progress in the First Two Quarters of 2033/34",
            (11, 38),
            ("Kate Roe", "Paul Hill"),
        ),
        ("3", "Weir Gates", (39, 40), ("Ida Moss",)),
    ]


def test_the_papers_of_an_item_are_no_items_and_a_person_reports_where_posts_do_not() -> None:
    items = sheet_of("""
        Pond Committee

        Wednesday 9 January 2033 at 2.30 pm

        AGENDA

        1.   Apologies for Absence

        2.   Pond Strategy:

             (i)    Report of the Corporate Director of Ponds (Pages 15 - 28)

             (ii)   Presentation by the Weir Manager (Pages 29 - 46)

        3.   Reeds (Pages 47 - 60)

             To consider a report by Ida Moss, Service Manager for Reeds.

        4.   Rushes (Pages 61 - 64)

             To consider a report by the Director of Ponds.

        5.   Date of next meeting

        Kate Hill, Principal Democratic Services and Scrutiny Officer
    """).agenda
    assert [(item.title, item.pages, item.officers) for item in items] == [
        ("Apologies for Absence", None, ()),
        ("Pond Strategy:", (15, 46), ("Corporate Director of Ponds", "Weir Manager")),
        ("Reeds", (47, 60), ("Ida Moss (Service Manager for Reeds)",)),
        ("Rushes", (61, 64), ()),
        ("Date of next meeting", None, ()),
    ]


def test_posts_of_a_column_stand_a_line_each() -> None:
    items = sheet_of("""
        Pond Panel

        Thursday, 9 February 2033, 10.30 a.m.

        AGENDA

        No.   Item                              Lead                      Timing    Pages

        1.    Welcome and apologies             Chair                     5 mins

        2.    Proposed precept 2033/34          Commissioner              60 mins   9-22
                                                Chief Finance Officer

        3.    Work programme                    Panel Secretariat         5 mins    23-26
    """).agenda
    assert [(item.pages, item.officers) for item in items] == [
        (None, ("Chair",)),
        ((9, 22), ("Commissioner", "Chief Finance Officer")),
        ((23, 26), ("Panel Secretariat",)),
    ]


def test_numbers_are_read_with_blanks_or_two_stops_behind_them_and_letters_apart() -> None:
    items = sheet_of("""
        Pond Committee

        Wednesday 9 January 2033 at 2.30 pm

        1 . Apologies for Absence

          • Apologies for Absence

        2 . Declarations of Interest

          • a) the pond they have the interest in

        3 . Minutes

          • To approve as a correct record the Minutes of the last meeting.

        4.. Urgent Items

        5  (a)  POND LINING                                                7 - 14

                Submit report by the Head of Ponds providing an update.

           (b)  WEIR GATES                                                15 - 16

                Submit for information the list.
    """).agenda
    assert [(item.number, item.title, item.pages, item.officers) for item in items] == [
        ("1", "Apologies for Absence", None, ()),
        ("2", "Declarations of Interest", None, ()),
        ("3", "Minutes", None, ()),
        ("4", "Urgent Items", None, ()),
        ("5(a)", "POND LINING", (7, 14), ("Head of Ponds",)),
        ("5(b)", "WEIR GATES", (15, 16), ()),
    ]


def test_a_dash_under_a_hyphen_is_a_part_of_the_item() -> None:
    sheet = sheet_of("""
        PARISH OF ELM
        NOTICE OF THE PARISH COUNCIL MEETING
        TUESDAY 4th August 2033 at 7.30pm
        All members of the Council are hereby summoned to attend.
        AGENDA
        - Apologies for absence.
        - Declarations of interests
        – to consider requests for dispensations.
        - Public participation
        - Planning Matters
        – Applications :
        – Decisions and enforcement
        - Date of next meeting
    """)
    assert sheet.committee == "PARISH COUNCIL"
    assert [item.title for item in sheet.agenda] == [
        "Apologies for absence.",
        "Declarations of interests",
        "Public participation",
        "Planning Matters",
        "Date of next meeting",
    ]


def test_a_short_title_ends_though_the_others_are_sentences() -> None:
    sheet = sheet_of("""
        Staffing Committee Agenda 6th June 2033

        Business to be transacted
        1) To receive and consider apologies for absence of all who cannot come.
        2) To note declarations of Members’ Interests, and what follows of them.
        3) Public Participation
        A period not exceeding 15 minutes for members of the public to ask questions.
        4) To receive and approve the minutes of the meeting held on Tuesday, 15th March.
        5) To receive reports on staffing issues and to agree any actions arising.
    """)
    assert sheet.committee == "Staffing Committee"
    assert sheet.agenda[2].title == "Public Participation"
    assert sheet.agenda[2].description is not None


def test_the_trail_of_a_page_names_no_body() -> None:
    sheet = sheet_of("""
        Home » Agendas » Extraordinary Meeting Of The Council 24th June 2033

        Extraordinary Meeting Of The Council 24th June 2033

        ELM PARISH COUNCIL
        COUNCILLORS ARE SUMMONED TO AN EXTRAORDINARY MEETING OF THE COUNCIL ON FRIDAY 24TH JUNE 2033

        AGENDA

        1. APOLOGIES FOR ABSENCE

        2. DECLARATIONS OF INTEREST
    """)
    assert sheet.committee == "ELM PARISH COUNCIL"


def test_a_place_in_person_is_read_over_two_lines() -> None:
    sheet = sheet_of("""
        Elm Partnership Board

        Date:   Monday, 27 June 2033
        Time:   15:00

        Dear Member

        Members will have the option to attend the meeting remotely or in person at the Mill,
        Pond Street, Elm.

        AGENDA

        1    APOLOGIES

        2    DECLARATIONS OF INTEREST
    """)
    assert sheet.venue == "Mill, Pond Street, Elm"


def test_the_reference_of_a_report_is_none_of_who_wrote_it() -> None:
    told = "Report of the Director of Ponds and Weirs (Treasurer) (RC/33/18) attached."
    assert find_presenters(told, frozenset())[0] == ["Director of Ponds and Weirs (Treasurer)"]


def test_services_in_a_list_are_no_people() -> None:
    told = "Elm Police Weir & Elm Fire and Rescue NHS"
    assert find_presenters(f"Lead: {told}", frozenset())[0] == []
