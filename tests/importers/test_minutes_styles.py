"""Minutes in the styles of councils met later: Roman numbers, posts before names, titles run into text."""

from __future__ import annotations

from datetime import date, time

from tests.importers.test_minutes_forms import minutes_of

BOARD = """
    At a MEETING of the {body} held remotely on 27th October, 2032.

    Present:-

    Members                             Role

    Trudy McLEASK (Vice Chairperson)    Nominated by Health Board
    Lynne SHORE                         Nominated by Kinmouth City Council
    Vicky IRVINE                        Chief Officer

    Non-members in attendance at request of Chief Officer:-

    Jenny HILL                          Head of Community Care
    Arlene MITCHELL                     Locality Manager

    Trudy McLEASK, Vice Chairperson, in the Chair.

    Prior to commencement of the business the Chief Officer took the opportunity to tell the Joint
    Board of the position which was noted.

    I        APOLOGIES FOR ABSENCE

    There were no apologies.

    II       DECLARATION OF INTEREST

    There were no declarations of interest.

    III      MEMBERSHIP

    The Integration Joint Board agreed to note the position as outlined.
"""


def test_items_under_roman_numbers() -> None:
    minutes = minutes_of(BOARD.format(body="KINMOUTH INTEGRATION JOINT BOARD"))
    assert [(item.number, item.title) for item in minutes.items] == [
        ("I", "APOLOGIES FOR ABSENCE"),
        ("II", "DECLARATION OF INTEREST"),
        ("III", "MEMBERSHIP"),
    ]
    assert minutes.items[2].resolved == ("to note the position as outlined.",)


def test_a_column_beside_the_names_and_what_was_said_first_are_nobody() -> None:
    minutes = minutes_of(BOARD.format(body="KINMOUTH INTEGRATION JOINT BOARD"))
    assert [name.split(" (")[0] for name in minutes.present] == [
        "Trudy McLEASK",
        "Lynne SHORE",
        "Vicky IRVINE",
    ]
    assert [name.split(" (")[0] for name in minutes.officers_in_attendance] == [
        "Jenny HILL",
        "Arlene MITCHELL",
    ]


PARISH = """
    Nether Holm Parish Council

    Minutes of the Joint Planning Committee and Full Parish Council Meeting held
    on Tuesday 7th April at 7.00pm
    Present: Cllrs Glyn Carr (GC), Peter Beale (PB) and Alan Wight (AW)
    In attendance: Dee Horne (Clerk)
    334 APOLOGIES FOR ABSENCE
    Cllr Paula Stock
    335 PLANNING
    The Minutes of the Planning Meeting held on 3rd March 2020 were APPROVED.
    336 FINANCE
    RESOLVED: That the accounts be paid.
"""


def test_a_day_without_its_year_is_told_by_its_weekday_and_the_meeting_before() -> None:
    assert minutes_of(PARISH).date == date(2020, 4, 7)


RUN_IN = """
    DRAFT – FOR APPROVAL AT THE NEXT MEETING

    Nether and Upper Holm Parish Council – Ordinary Meeting Tuesday 4th April 2017, 7.30pm Holm Village Hall

    PRESENT: Cllr R Crisp (Chairman), Cllr S Leet, Cllr M Peak

    1. PUBLIC FORUM The new streetlamp was discussed. Residents were concerned about the need for it.

    ACTIONS: Clerk to put the lamp on the May agenda. Cllr Leet to seek a quote for a shade.

    2. HIGHWAYS No report was given.

    3. Housing Allocation Pledge This was discussed and the Council decided not to sign it.

    4. MOLES Cllr Crisp advised that the moles had gone.

    With nothing more to discuss the meeting closed at 9.00 pm
"""


def test_a_heading_of_one_line_names_body_day_hour_and_place() -> None:
    minutes = minutes_of(RUN_IN)
    assert (minutes.committee, minutes.date) == (
        "Nether and Upper Holm Parish Council",
        date(2017, 4, 4),
    )
    assert (minutes.start_time, minutes.venue) == (time(19, 30), "Holm Village Hall")


def test_what_is_missing_between_two_items_is_the_line_with_its_number() -> None:
    items = minutes_of(RUN_IN).items
    assert [(item.number, item.title) for item in items][2] == ("3", "Housing Allocation Pledge")
    assert items[2].paragraphs[0].text.startswith("This was discussed")


def test_several_actions_told_in_one_line_are_each_their_own() -> None:
    assert [(a.text, a.owner) for a in minutes_of(RUN_IN).items[0].actions] == [
        ("Clerk to put the lamp on the May agenda.", "Clerk"),
        ("Cllr Leet to seek a quote for a shade.", "Cllr Leet"),
    ]


BOROUGH = """
    MINUTES OF THE PROCEEDINGS OF THE MEETING OF THE COUNCIL
    HELD AT CORN MILL ON MONDAY 26 OCTOBER 2020 AT 6.30 PM

    In the Chair       :    Mayor (Councillor J Monroe)

    Members Present    :    Aldermen – F Agar, P Brent and J Smythe

                            Councillors – J Archer and A Benning

    Officers Present   :    Chief Executive - J Dixie
                            Director of Economic Development and Planning – M McArdle
                            Borough Lawyer and Head of Legal Services – P Case

    1

    1      PRAYER AND WELCOME

    The Mayor welcomed all present.

    2      APOLOGIES

    Alderman M Girling

    3      MINUTES

    Moved by Alderman Smythe
    Seconded by Councillor Benning
    And Resolved:
    "That the minutes be taken as read and signed."
"""


def test_a_post_before_its_holder_leaves_the_name_first() -> None:
    minutes = minutes_of(BOROUGH)
    assert minutes.officers_in_attendance == (
        "J Dixie (Chief Executive)",
        "M McArdle (Director of Economic Development and Planning)",
        "P Case (Borough Lawyer and Head of Legal Services)",
    )
    assert minutes.present[1] == "Alderman F Agar"


def test_a_page_number_right_above_an_item_is_not_its_number() -> None:
    minutes = minutes_of(BOROUGH)
    assert [item.title for item in minutes.items] == ["PRAYER AND WELCOME", "APOLOGIES", "MINUTES"]
    assert len(minutes.items[2].resolved) == 1 and minutes.committee == "COUNCIL"


LIMB = """
    MINUTES OF PROCEEDINGS AT MEETING OF LYMORE CITY COUNCIL HELD IN THE COUNCIL CHAMBER, LYMORE, ON
    MONDAY, 25TH MARCH, 2019 AT 3PM.

    PRESENT IN THE CHAIR: Councillor J. Collings

    MEMBERS PRESENT:
    Councillors Browne, Butley, Daly and Teske.

    OFFICIALS IN ATTENDANCE:
    Chief Executive (Mr. C. Murray), Director, Service Operations (Mr. K. Lehay), Director, Regional
    Services (Ms. C. Curle).

    1.
    Adoption of Minutes

    They were adopted.

    2

    2.
    Fixing of Dates

    It was fixed.

    NOTICES OF MOTION

    3.
    Notice of Motion submitted by Councillor Daly

    It was agreed.
"""


def test_holders_in_brackets_behind_their_posts() -> None:
    assert minutes_of(LIMB).officers_in_attendance == ("Mr. C. Murray", "Mr. K. Lehay", "Ms. C. Curle")


def test_a_stray_number_waits_for_no_title_once_the_next_is_titled() -> None:
    assert [item.number for item in minutes_of(LIMB).items] == ["1", "2", "3"]


CITY = """
    Saltmere City Council

    Policy Committee

    4.00pm 1 July 2021

    Town Hall - Council Chamber

    MINUTES

    Present: Councillor Caffrey (Chair), Appley, Bellis and Evanson.

    1       Minutes

    1.1     The minutes were approved.

    2       Budget Outturn

    2.1     The Committee considered the report.

    2.2     RESOLVED:

            (1)    That the Committee note the outturn; and

            (2)    That the Committee approve the requests.

    3       Urgent Business

    3.1     There was none.
"""


def test_the_day_above_the_word_minutes_with_the_place_between() -> None:
    minutes = minutes_of(CITY)
    assert (minutes.committee, minutes.date) == ("Policy Committee", date(2021, 7, 1))


def test_a_numbered_paragraph_that_only_says_resolved_is_no_item() -> None:
    minutes = minutes_of(CITY)
    assert [item.number for item in minutes.items] == ["1", "2", "3"]
    assert len(minutes.items[1].resolved) == 2


def test_the_letters_before_a_running_number_stay() -> None:
    text = """
        Minutes of a Meeting of Groveby Parish Council held at 7.00pm on Monday 4 February 2008

        Cou/285/07-08     Present

        Members:          Cllr P Batt (Chairman), Cllr J Batt and Cllr Yarrow

        Cou/286/07-08     Apologies for Absence

        Apologies for absence were received from Cllr Purvis

        With the absence of the Vice Chairman it was proposed by Councillor Batt that Councillor Batt
        be elected for the meeting and the Council RESOLVED to go on.

        Cou/287/07-08     Declarations of Interest

        None.
    """
    minutes = minutes_of(text)
    assert [item.number for item in minutes.items] == ["Cou/285/07-08", "Cou/286/07-08", "Cou/287/07-08"]
    assert minutes.apologies == ("Cllr Purvis",)


GOVERNING = """
    Nether Vale Governing Body Meeting in Public
    Held on 7th April 2032 via Microsoft Teams

    CONFIRMED

    Present:
    Dr Avi Batt (AB)              Clinical Chair
    Penny Black (PB)              Governing Body GP
    Richard Chapman (RC)          Chief Finance Officer

    Apologies:
    Jill Dent (JD)                Lay Member for Governance
    Dean Wall (DW)                Director of Public Health

    In attendance:
    Julian Cornel (JC)            Non-Executive Member – Strategy
    Dawn Lich (DL)                Executive Assistant / Minute Taker

    GBP/3233/001: Welcome, Apologies & Quoracy

    It was confirmed that the meeting was quorate

    GBP/3233/002: Finance Report

    The Governing Body NOTED the report
"""


def test_a_meeting_that_calls_itself_nothing_and_says_when_it_was_held() -> None:
    minutes = minutes_of(GOVERNING)
    assert (minutes.committee, minutes.date) == ("Nether Vale Governing Body", date(2032, 4, 7))
    assert minutes.venue == "Microsoft Teams" and len(minutes.items) == 2
    assert [len(names) for names in (minutes.present, minutes.apologies, minutes.officers_in_attendance)] == [
        3,
        2,
        2,
    ]
