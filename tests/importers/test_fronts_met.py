"""Front sheets, reports and lists of members in forms met elsewhere, about councils that do not exist."""

from __future__ import annotations

from datetime import date, time

from imports.front.sheet import FrontSheet, read_front_sheet
from imports.pack import understand
from tests.importers.sheets import from_text

ITEMS = "\n        AGENDA\n\n        1. Apologies\n\n        2. Minutes\n\n        3. Ferry Fares\n"


def sheet_of(text: str) -> FrontSheet:
    """The front sheet of a text."""
    return read_front_sheet(from_text(text))


def test_labels_in_capitals_need_no_colon() -> None:
    sheet = sheet_of(f"""
        FERRY SCRUTINY COMMITTEE
        DATE: Tuesday 11th April 2033
        TIME 10.00 am
        LOCATION Council Chamber at Quay Hall, Strand
        WX15 8NQ
{ITEMS}""")
    assert (sheet.meeting_date, sheet.start_time) == (date(2033, 4, 11), time(10))
    assert sheet.venue == "Council Chamber at Quay Hall, Strand WX15 8NQ"


def test_the_date_of_a_letter_is_not_the_meetings() -> None:
    sheet = sheet_of(f"""
        Civic Headquarters
        Strand

        3rd June 2033

        Dear Councillor

        You are hereby invited to attend the monthly meeting of the Ferry Committee which will be held in the
        Chamber, Civic Headquarters, Strand on Friday 10th June at 7 pm.

        DR UNA HILL
        Chief Executive
        Wend District Council
{ITEMS}""")
    assert (sheet.meeting_date, sheet.unyeared, sheet.start_time) == (None, date(2033, 6, 10), time(19))
    assert (sheet.committee, sheet.venue) == ("Ferry Committee", "Chamber, Civic Headquarters, Strand")


def test_a_signature_is_no_part_of_a_councils_name_nor_of_the_last_item() -> None:
    sheet = sheet_of("""
        WEND & STRAND COUNCIL

        The monthly meeting of Wend & Strand Council will be held remotely on Tuesday, 24 May 2033 at 7.00 pm.

        DR UNA HILL
        Chief Executive
        Wend & Strand Council

        AGENDA

        1.Apologies

        2. Minutes

        3.Urgent Business

        Una Hill
        Head of Democratic Services
        """)
    assert (sheet.committee, sheet.venue) == ("Wend & Strand Council", "remotely")
    assert [(item.title, item.officers) for item in sheet.agenda] == [
        ("Apologies", ()),
        ("Minutes", ()),
        ("Urgent Business", ()),
    ]


def test_a_kind_of_meeting_is_no_body_and_a_weekday_no_place() -> None:
    sheet = sheet_of(f"""
        June 2033
        Wend Park Authority Agenda
        Meeting: Annual general meeting
        Date: Tuesday 21 June 2033 at 9.30am
        {ITEMS}""")
    assert sheet.committee == "Wend Park Authority"
    apart = sheet_of(f"""
        FERRY SUB-COMMITTEE

        7.00 pm                 Wednesday               Strand Town Hall
                                29 June 2033
        {ITEMS}""")
    assert (apart.meeting_date, apart.start_time) == (date(2033, 6, 29), time(19))
    assert apart.venue == "Strand Town Hall"


def test_pages_printed_before_the_presenter_in_one_column() -> None:
    sheet = sheet_of("""
        Ferry Committee
        Tuesday 21 June 2033 at 9.30am

        AGENDA

        1.   Minutes                               1-4    Chair

        2.   Internal Audit Progress Report        29-44  Head of Internal Audit

        3.   Improvement Plan                      45-60  Head of Ferries
        """)
    assert [(item.pages, item.officers) for item in sheet.agenda] == [
        ((1, 4), ("Chair",)),
        ((29, 44), ("Head of Internal Audit",)),
        ((45, 60), ("Head of Ferries",)),
    ]


def test_a_report_by_itself_says_whose_it_is() -> None:
    pack = understand(
        from_text("""
        WEND BOROUGH COUNCIL

        Report to:          Ferries and Wellbeing Scrutiny Committee
        Date of meeting:    16 July 2033
        Report by:          Director of Ferries
        Title:              Ferry Fares

        Purpose of report:  To invite comments on the draft fares.

        1    Introduction

        1.1  The Council sets fares every year.
        """)
    ).pack
    assert (pack.committee, pack.meeting_date) == (
        "Ferries and Wellbeing Scrutiny Committee",
        date(2033, 7, 16),
    )


def test_several_to_ask_on_one_line_and_a_name_with_an_apostrophe() -> None:
    sheet = sheet_of(f"""
        Wend Parish Council - Notice of Meeting
        Tuesday 21 June 2033 at 9.30am
        If you have any queries please contact Xanthe Brown on 01632 960127 or Orla Flynn on 01632 960150.

        Contact: Tom O'Brian
        Direct line: 01632 960199

        Contact: Ann Roe and Eve Dow, Scrutiny Officers

        For more please contact the Committee Officer, Alicia Norris on: 01632 960384
        {ITEMS}""")
    assert sheet.committee == "Wend Parish Council"
    assert {contact.name for contact in sheet.contacts} == {
        "Xanthe Brown",
        "Orla Flynn",
        "Tom O'Brian",
        "Ann Roe",
        "Eve Dow",
        "Alicia Norris",
    }


def test_one_presenter_glued_to_every_title_before_the_pages() -> None:
    sheet = sheet_of("""
        FERRY COMMITTEE
        DATE: Tuesday 11th April 2033
        AGENDA
        TOPIC LEAD PAGE NUMBERS
        1. Apologies Kim Hale -
        2. Appointment of Chair Kim Hale 3 - 6
        3. Membership, Political Balance
        and Substitutes
        Kim Hale 7 - 10
        4. Ferry Plan Kim Hale 11 - 40
        """)
    assert [(item.title, item.pages, item.officers) for item in sheet.agenda] == [
        ("Apologies", None, ("Kim Hale",)),
        ("Appointment of Chair", (3, 6), ("Kim Hale",)),
        ("Membership, Political Balance and Substitutes", (7, 10), ("Kim Hale",)),
        ("Ferry Plan", (11, 40), ("Kim Hale",)),
    ]


def test_what_a_web_page_prints_beside_a_title_or_a_place_is_left_out() -> None:
    sheet = sheet_of("""
        Ferry Scrutiny Panel
        Tuesday, 14th June, 2033 6.30 pm

        Venue: Committee Room 3, Quay Hall, High Road. View directions

        AGENDA

        1. Apologies

        2. Minutes of the previous meeting PDF 214 KB

        3. Fares: a 10 KB story PDF 1.2 MB
        """)
    assert sheet.venue == "Committee Room 3, Quay Hall, High Road"
    titles = [item.title for item in sheet.agenda]
    assert titles == ["Apologies", "Minutes of the previous meeting", "Fares: a 10 KB story"]


def test_a_notice_of_a_hybrid_meeting_and_the_place_to_come_to_in_person() -> None:
    sheet = sheet_of("""
        3 June 2033

        Dear Sir/Madam

                                       NOTICE OF HYBRID MEETING
                         FERRY & HOUSING SCRUTINY COMMITTEE
                               FRIDAY, 10TH JUNE, 2033 at 10.00 AM

        Yours faithfully

        Una Hill
        Democratic Services Manager

        Please note: Attendance at this meeting is either in person in the Delyn Committee Room, Quay Hall
        or on a virtual basis.

        A G E N D A

        1    APOLOGIES                                                 2 mins

        2    MINUTES (Pages 5 - 12)                                    20 mins

        3    [2.05-2.45] FERRIES (Pages 13 - 22)                       20 mins
             Report of the Strategic Director (Ferries)
        """)
    assert (sheet.committee, sheet.meeting_date) == ("FERRY & HOUSING SCRUTINY COMMITTEE", date(2033, 6, 10))
    assert sheet.venue == "Delyn Committee Room, Quay Hall"
    assert [(item.title, item.pages, item.officers) for item in sheet.agenda] == [
        ("APOLOGIES", None, ()),
        ("MINUTES", (5, 12), ()),
        ("FERRIES", (13, 22), ("Strategic Director (Ferries)",)),
    ]


def test_numbers_with_a_blank_in_them_and_what_stands_below_the_agenda() -> None:
    sheet = sheet_of("""
        The Marchford Community Council will hold a meeting on Tuesday 21 June 2033 at 7:30pm at Quay Hall

        1.    DECLARATIONS                                      9 - 10

        2.    MINUTES                                           11 - 18

        3.    REPORTS FOR CONSIDERATION

        3 .1  Ferries - Report of the Ferry Manager             19 - 44

        3 .2  Quays                                             45 - 60

        4.    ANY OTHER URGENT BUSINESS

        Next Meeting of the Committee
        Tuesday, 8 September 2033

        Contact for further enquiries: Tom Hale
        020 7946 0554
        1st Floor, Elizabeth Court
        """)
    assert sheet.committee == "Marchford Community Council"
    assert [(item.number, item.pages) for item in sheet.agenda][2:] == [
        ("3", None),
        ("3.1", (19, 44)),
        ("3.2", (45, 60)),
        ("4", None),
    ]
    assert sheet.agenda[3].officers == ("Ferry Manager",)
    assert sheet.agenda[-1].description is None
    assert [(contact.name, contact.phone) for contact in sheet.contacts] == [("Tom Hale", "020 7946 0554")]


def test_the_date_behind_a_body_is_its_meetings_and_not_the_letters() -> None:
    sheet = sheet_of("""
        Wend Council

        Friday, 3 June 2033

        Dear Councillor

        Ferry Scrutiny Panel - Wednesday, 8 June 2033, 11.00 am - New Council Chamber

        AGENDA

        6    Better Ferries                                       (Pages 61 - 70)

        7    Library                                              (Report to follow)

        9    Work Plan                                            (Pages 71 - 74)
        """)
    assert (sheet.meeting_date, sheet.start_time) == (date(2033, 6, 8), time(11))
    assert sheet.venue == "New Council Chamber"
    assert [item.officers for item in sheet.agenda] == [(), (), ()]


def test_titles_go_on_behind_a_day_and_pages_that_lost_their_dash() -> None:
    sheet = sheet_of("""
        Coast Scrutiny Committee

        Monday, 7 May 2035 at 2.00 pm

        Quay Hall, Strand Road, Lanwith PL26
        2AA

        AGENDA

        1.   Minutes of the meeting held on 4
             March 2035 (Pages 5 12)

        2.   Questions asked by members under
             Standing Order 7

        3.   Dunes
    """)
    assert sheet.venue == "Quay Hall, Strand Road, Lanwith PL26 2AA"
    assert [item.title for item in sheet.agenda] == [
        "Minutes of the meeting held on 4 March 2035",
        "Questions asked by members under Standing Order 7",
        "Dunes",
    ]
    assert sheet.agenda[0].pages == (5, 12)


def test_a_head_in_two_languages_side_by_side_is_read_in_english() -> None:
    sheet = sheet_of("""
        CYNGOR SIR GLANNAU
        COAST COUNTY COUNCIL

        RHYBUDD O GYFARFOD                   NOTICE OF MEETING
        PWYLLGOR CRAFFU CYMUNEDAU            COMMUNITIES AND PORTS
        A PHORTHLADDOEDD                     SCRUTINY COMMITTEE
        DYDD MAWRTH, 31 HYDREF 2034          TUESDAY, 31 OCTOBER 2034
        am 10.30 o'r gloch                   at 10.30 am
        SIAMBR Y CYNGOR, LLAN                COUNCIL CHAMBER, LLAN
        AC YN RHITHIOL                       OFFICES AND VIRTUALLY
        DRWY ZOOM                            VIA ZOOM

        RHAGLEN / AGENDA

        1   Ymddiheuriadau / Apologies

        2   Cofnodion / Minutes (Tudalennau / Pages 1 - 4)
            To confirm the minutes.

        3   Porthladdoedd / Ports (Tudalennau / Pages 5 - 9)
            To receive a report.

        Mae'r cyfarfod yn cael ei ffrydio / The meeting is live streamed: https://coast.example.org/live
    """)
    assert sheet.committee == "COMMUNITIES AND PORTS SCRUTINY COMMITTEE"
    assert (sheet.meeting_date, sheet.start_time) == (date(2034, 10, 31), time(10, 30))
    assert sheet.venue == "COUNCIL CHAMBER, LLAN OFFICES AND VIRTUALLY VIA ZOOM"
    assert [item.title for item in sheet.agenda] == [
        "Ymddiheuriadau / Apologies",
        "Cofnodion / Minutes",
        "Porthladdoedd / Ports",
    ]
    assert sheet.agenda[-1].description == "To receive a report."


def test_a_place_begun_beside_the_day_and_notes_at_the_top_of_the_next_page() -> None:
    sheet = sheet_of("""
        Ferry Scrutiny Panel

        TUESDAY, 14TH JANUARY, 2034 at 18:30 HRS - GEORGE LANSING
        ROOM, MARSH LANE TOWN HALL, E17 4QT

        AGENDA

        1.  Apologies

        2.  Call-in
            To consider any decisions called in.

        3.  Ferry Strategy 2034/35
            - 2037/38
            Report of the Head of Ferries
            Lead officer: Colin Trewavas-Hunt

        4.  Any other items which the Chairman has decided to take as
            urgent.
\fQUESTIONS FOR SCRUTINY

        The ability to ask good questions lies at the heart of scrutiny.
    """)
    assert sheet.venue == "GEORGE LANSING ROOM, MARSH LANE TOWN HALL, E17 4QT"
    assert [item.title for item in sheet.agenda][1:3] == ["Call-in", "Ferry Strategy 2034/35 - 2037/38"]
    assert "Colin Trewavas-Hunt" in sheet.agenda[2].officers
    assert sheet.agenda[-1].description is None


def test_of_two_days_with_a_label_the_one_above_the_time_is_the_meetings() -> None:
    sheet = sheet_of(f"""
        March Council
        Date: Monday, 24 February 2035

        Committee: People Scrutiny Committee

        Date: Tuesday, 4 March 2035
        Time: 10.00 am
        Venue: The Guildhall
{ITEMS}""")
    assert (sheet.meeting_date, sheet.start_time) == (date(2035, 3, 4), time(10))
