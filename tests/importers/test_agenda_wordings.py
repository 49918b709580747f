"""What stands around the titles of agendas: who presents, a second language, days parted by lines."""

from __future__ import annotations

from imports.front.sheet import FrontSheet, read_front_sheet
from imports.pack import understand
from imports.readers.copied_page import read_copied
from imports.readers.meeting import WebItem, _agenda_item
from imports.readers.row_page import read_rows
from imports.words.presenters import find_presenters
from imports.words.title_people import split_dashed
from tests.importers.sheets import from_text


def sheet_of(text: str) -> FrontSheet:
    return read_front_sheet(from_text(text))


def test_a_label_brings_a_person_whatever_the_post_is_written_like() -> None:
    nobody: frozenset[str] = frozenset()
    assert find_presenters("Presented by: Ida Moss, director, money and plans", nobody) == (
        ["Ida Moss (director, money and plans)"],
        "",
    )
    assert find_presenters("Contributors: Ida Moss, Partner, Elm LLP (adviser)/Sam Roe, Clerk", nobody)[
        0
    ] == [
        "Ida Moss (Partner, Elm LLP, adviser)",
        "Sam Roe (Clerk)",
    ]
    assert find_presenters("Presented by: the usual people. Late, if at all", nobody)[0] == []


def test_people_and_posts_are_told_apart_in_what_a_committee_asked_of_them() -> None:
    asked = "The Committee has invited Ida Moss, Head of Ponds, and Sam Roe, Chief Officer (Weirs), to speak."
    assert find_presenters(asked, frozenset()) == (
        ["Ida Moss (Head of Ponds)", "Sam Roe (Chief Officer, Weirs)"],
        asked,
    )
    both = "Report by the Executive Director of Place and the Director of Finance"
    assert find_presenters(both, frozenset())[0] == ["Executive Director of Place", "Director of Finance"]
    assert split_dashed("PONDS – Report by the Executive Director, Place.", frozenset())[1] == [
        "Executive Director, Place"
    ]


def test_members_who_are_to_report_present_nothing() -> None:
    assert find_presenters("Members to report back on the pond.", frozenset())[0] == []


def test_a_web_item_is_presented_by_whoever_stands_under_the_label() -> None:
    item = WebItem("4", "Ponds", ["Purpose: to agree.", "Contributors:", "Ida Moss, Pond Officer", "Papers:"])
    read = _agenda_item(item, numbered=True)
    assert read.officers == ("Ida Moss (Pond Officer)",)
    assert read.description == "Purpose: to agree. Papers:"


def test_a_web_item_is_presented_by_the_post_before_what_it_is_for() -> None:
    read = _agenda_item(
        WebItem("50", "MINUTES", ["(Pond Services Manager) To confirm the minutes."]), numbered=True
    )
    assert (read.officers, read.description) == (("Pond Services Manager",), "To confirm the minutes.")
    read = _agenda_item(WebItem("7", "A Pond", ["Report of the Director of Ponds."]), numbered=True)
    assert (read.officers, read.description) == (("Director of Ponds",), None)


GAELIC = """
    Comhairle Ghlinne Council

    Thursday, 4 March 2032 at 10.30 am

    AGENDA

    1. Apologies for Absence
    Leisgeulan

    2. Declarations of Interest
    Foillseachaidhean Com-pàirt

    Members are asked to consider whether they have an interest.

    3. Minutes of the Last Meeting
    Geàrr-chunntas na Coinneimh

    4. Recess Powers
    Cumhachdan Fosaidh

    5. Ferry Timetables
    Clàran-ama airson Aisigean

    There is circulated a report.
"""


def test_the_gaelic_below_a_title_is_neither_title_nor_presenter() -> None:
    items = sheet_of(GAELIC).agenda
    assert [(item.number, item.title, item.officers) for item in items] == [
        ("1", "Apologies for Absence", ()),
        ("2", "Declarations of Interest", ()),
        ("3", "Minutes of the Last Meeting", ()),
        ("4", "Recess Powers", ()),
        ("5", "Ferry Timetables", ()),
    ]
    assert items[1].description == "Members are asked to consider whether they have an interest."


def test_a_date_parted_by_white_space_stays_in_its_title() -> None:
    sheet = sheet_of("""
        Elm Park Authority

        Date: 26 July 2032

        Agenda

        1. Apologies

        2. Minutes – to approve as a correct record the minutes of the meeting held on 19

        June 2032 (page 1)

        3. Urgent Matters
    """)
    assert [(item.number, item.pages) for item in sheet.agenda] == [("1", None), ("2", (1, 1)), ("3", None)]
    assert sheet.agenda[1].title.endswith("held on 19 June 2032")


def test_a_committee_is_named_by_its_minutes_where_nothing_else_does() -> None:
    text = """
        Monday 22 January 2032

        AGENDA

        1 APOLOGIES FOR ABSENCE

        2 PREVIOUS MINUTES
        To confirm the minutes of the Quay Board meeting held on 4 December 2031.

        3 URGENT BUSINESS
    """
    assert understand(from_text(text)).pack.committee == "Quay Board"
    two = text.replace("URGENT BUSINESS", "MINUTES\n\nThe minutes of the Peat Panel held on 1 May 2031.")
    assert understand(from_text(two)).pack.committee is None


def test_a_parish_keeps_both_places_of_its_name() -> None:
    sheet = sheet_of("""
        ELM & ASH PARISH COUNCIL

        Parish Councillors are summoned to A MEETING OF THE PARISH COUNCIL

        DATE: WEDNESDAY, 1 APRIL 2032

        AGENDA

        1 APOLOGIES FOR ABSENCE

        2 DECLARATIONS OF INTEREST
    """)
    assert sheet.committee == "ELM & ASH PARISH COUNCIL"


def test_a_list_inside_a_row_ends_its_title() -> None:
    meeting = read_rows(
        "No. | Item |\nMembership of the Board PDF 12 KB a) Note the members b) Approve the rest |\nLamps |\n"
    )
    assert meeting is not None
    assert [(x.title, x.description) for x in meeting.items] == [
        ("Membership of the Board", ["a) Note the members b) Approve the rest"]),
        ("Lamps", []),
    ]


def test_private_items_of_a_meetings_details_count_for_themselves() -> None:
    meeting = read_copied(
        "Meeting Details\n\nElm Council\n30 Aug 2033 - 10:30 to 15:00\n\nDocuments\n\nAgenda\n\n"
        "1 Welcome and Apologies\n2 Declarations of Interest\n5 Notes\nPrivate Items\nP1 Sale of a Quay\n"
        "  1. pdf Sale of a Quay - Private\n    2. pdf Map - Private\n"
    )
    assert meeting is not None
    assert [item.number for item in meeting.items] == ["1", "2", "5", "P1"]


CONTACTS = """
    Notice of Meeting

    Monday 8 January 2032

    The Pond Management Committee will meet in the
    Old Mill at 2.00 pm on Tuesday 16 January 2032.

    AGENDA

    1.    MINUTES

          That the minutes be signed as a correct record.

          (Ida Moss – 07700 900123)

    2.    DRAFT FORWARD WORK                                              3 - 8
          PROGRAMME FOR THE POND – Report by the Clerk.

    3.    Pond Lining                                                     9 - 12

          Contact: Sam Roe, Head of Ponds

    4.    Urgent Business

    Councillors declaring interests

    You must declare any interest.
"""


def test_contacts_of_items_titles_in_capitals_and_notes_behind_the_last() -> None:
    sheet = sheet_of(CONTACTS)
    assert (sheet.committee, str(sheet.meeting_date)) == ("Pond Management Committee", "2032-01-16")
    assert [(item.title, item.pages, item.officers) for item in sheet.agenda] == [
        ("MINUTES", None, ("Ida Moss",)),
        ("DRAFT FORWARD WORK PROGRAMME FOR THE POND – Report by the Clerk.", (3, 8), ("Clerk",)),
        ("Pond Lining", (9, 12), ("Sam Roe (Head of Ponds)",)),
        ("Urgent Business", None, ()),
    ]
    assert sheet.agenda[3].description is None


COLUMNS = """
    Elm Integrated Care Board
    Meeting of the Board in Public

    Date:   Wednesday 29 November 2032

                                     AGENDA

    Item   Time    Agenda Item                          Lead                Paper     Purpose

    1      09:30   Welcome and Apologies                Chair               Verbal    Note

    2      09:40   Pond Story                           Dr Ida Moss         Present.  Discuss

    3      09:50   Winter Plan                          Kate Moss           Paper B   Approve
                                                        Paul Roe
                                                        Head of Ponds

    4      10:15   Any Other Business                   Chair               Verbal    -
"""


def test_names_of_a_column_stand_a_line_each() -> None:
    sheet = sheet_of(COLUMNS)
    assert sheet.committee == "Elm Integrated Care Board"
    assert [(item.title, item.officers) for item in sheet.agenda] == [
        ("Welcome and Apologies", ("Chair",)),
        ("Pond Story", ("Dr Ida Moss",)),
        ("Winter Plan", ("Kate Moss", "Paul Roe (Head of Ponds)")),
        ("Any Other Business", ("Chair",)),
    ]


FILES = """
    Pond Committee

    Wednesday, 21st February 2032 at 6:00 pm

                                   Agenda

    1.0    Apologies

    2.0    Action Sheet arising from the Pond and Weir
           Meeting held in May
           For Approval
           PW Action Sheet - 17 January.pdf                                    Page 1

           For Consideration and/or Decision - Building Control

    3.0    Pond Lining
           For Decision
           Report Pond Lining, with all that was said of it at the time.pdf    Page 9
           Appendix 1.pdf                                                      Page 12

           Exempt Information Items

    4.0    Lease of Weirs
           For Decision
           Lease.pdf                                                           Not included
"""


def test_the_files_under_an_item_bring_its_pages_and_no_items() -> None:
    items = sheet_of(FILES).agenda
    assert [(item.number, item.title, item.pages, item.officers) for item in items] == [
        ("1.0", "Apologies", None, ()),
        ("2.0", "Action Sheet arising from the Pond and Weir Meeting held in May", (1, 1), ()),
        ("3.0", "Pond Lining", (9, 12), ()),
        ("4.0", "Lease of Weirs", None, ()),
    ]
    assert items[1].description == "For Approval PW Action Sheet - 17 January.pdf"


def test_whose_pages_a_range_names_is_no_part_of_the_title() -> None:
    for words in ("(Pack pages 7 - 9)", "(Report pages 7 to 9)", "(Agenda pp 7-9)"):
        text = (
            f"Wendle Scrutiny Panel\n\nAGENDA\n\n1. Apologies\n2. Annual Report {words}\n3. Work Programme\n"
        )
        assert [(x.title, x.pages) for x in sheet_of(text).agenda][1] == ("Annual Report", (7, 9))
