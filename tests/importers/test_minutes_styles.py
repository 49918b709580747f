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


VILLAGE = """
    Boughley Parish Council

    Minutes of Meeting

    Date held:    2nd August 2013              Venue:          All Saints, Boughley

    Present:
    Dave Horn (DHO)         Clerk                 Apologies:      Peter Agar (PAG)
    Frank Reed (FRE)        Councillor/Chairman
    Tom Robins (TRO)        Councillor            Chair:          Frank Reed
    Mark Pogson (MPO)       Councillor            Distribution:   Councillors and the Village Pump

    No    Item                                                              Action by   Action date

    1.    Apologies

          None received

    2.    Matters Arising

          None

    3.    Correspondence

          None
"""


def test_a_list_right_of_another_under_a_label_of_its_own() -> None:
    minutes = minutes_of(VILLAGE)
    assert minutes.committee == "Boughley Parish Council" and minutes.apologies == ("Peter Agar (PAG)",)
    assert [name.split(" (")[0] for name in minutes.present][:4] == [
        "Dave Horn",
        "Frank Reed",
        "Tom Robins",
        "Mark Pogson",
    ]


DISTRICT = """
    Minutes of Proceedings of a Meeting of Maghermore District Council held in the
    Council Chamber, 50 Mill Road, Maghermore on Tuesday, 9 October 2007.

    The meeting commenced at 7.30 pm.

    Presiding                      P McLane

    Other Members Present          P J Bates
                                   Mrs E A Forth
                                   Miss K A Lagan

    Officers Present               J A McLoughin (Chief Executive)
                                   J J Tohall (Director of Finance)

    Apologies                      Councillor J F Kerr

    Representatives from Other
    Bodies in Attendance           Ms Sandra Adamson, Planning Officer

    1      MINUTES

    1.1    They were signed.

    2      MATTERS ARISING

    2.1    There were none.
"""


def test_the_other_members_beside_who_presided() -> None:
    minutes = minutes_of(DISTRICT)
    assert minutes.present == ("P McLane", "P J Bates", "Mrs E A Forth", "Miss K A Lagan")
    assert minutes.apologies == ("Councillor J F Kerr",)
    assert len(minutes.officers_in_attendance) == 3


VILLAGE_HALL = """
    WEREHOLM PARISH COUNCIL

    Draft minutes of the Parish Council meeting held on Tuesday 23rd July at 7.30pm in Wereholm village hall.

    Present: Chairman Cllr P Norrie, Vice chair Cllr D Dayton, Cllr G Coop

    Members of the public: 10

    Minutes of last meeting

    Minutes of the meeting held on 14th May 2013 were agreed to be true.

    Declarations of interest:

    None declared.

    Correspondence

    A newsletter.

    Payments for approval

    Clerk £ 287.70

    Mowing £ 120.00

    Matters requiring attention

    Quotes have been obtained for a new notice board.
"""


def test_plain_titles_with_a_colon_are_titles_and_sums_are_not() -> None:
    minutes = minutes_of(VILLAGE_HALL)
    assert [item.title for item in minutes.items] == [
        "Minutes of last meeting",
        "Declarations of interest",
        "Correspondence",
        "Payments for approval",
        "Matters requiring attention",
    ]
    assert (minutes.date, minutes.venue) == (date(2013, 7, 23), "Wereholm village hall")


COMMISSION = """
    London Borough of                Minutes of the proceedings of the Health in Hackfield Scrutiny
    Hackfield                        Commission held at Council Chamber, Hackfield Town Hall, Mare Lane
    Health in Hackfield
    Scrutiny Commission
    Municipal Year 2032/33
    Wednesday, 17th
    November, 2032

    Chair:                           Councillor Ben Hayward

    Councillors in                   Cllr Kam Adamson (Vice-Chair), Cllr Grace Adeyemi and
    Attendance:                      Cllr Sharon Patel

    Apologies:                       Cllr Claudia Turner

    Officers In Attendance:          Helen Wood (Group Director), Chris Lovett (Deputy Director of
                                     Public Health)

    1    Apologies for Absence

    1.1  Apologies for absence were received from Cllr Turner.

    2    Urgent Items / Order of Business

    2.1  There were none.

    3    Community Centres

    3.1  RESOLVED: That the report be noted.

    Duration of the meeting: 7.00 - 9.42 pm
"""


def test_a_heading_in_two_columns_that_calls_itself_minutes_on_the_right() -> None:
    minutes = minutes_of(COMMISSION)
    assert minutes.committee == "Health in Hackfield Scrutiny Commission"
    assert (minutes.date, minutes.start_time, minutes.concluded) == (
        date(2032, 11, 17),
        time(19),
        time(21, 42),
    )
    assert minutes.venue == "Council Chamber, Hackfield Town Hall, Mare Lane"


def test_councillors_in_attendance_beside_the_chair_are_the_members() -> None:
    minutes = minutes_of(COMMISSION)
    assert len(minutes.present) == 4
    assert minutes.officers_in_attendance[1] == "Chris Lovett (Deputy Director of Public Health)"


COMBINED = """
    Two Rivers Combined Authority, Overview and Scrutiny Committee

    19 July 2032
    (1.00 pm - 2.35 pm)

    Meeting held: Board Room, Exchange Street, Tynebrook

    DRAFT MINUTES

    Present:

    Chair: Councillor Judith Wallis

    Councillors Dipu Ahmad, Carole Burdon and Ian Peterson

    In attendance:

    Henry Kipling, Chief Executive
    Philip Smythe, Head of Transport
    Emma Reynard, Strategy and Democratic Services Assistant

    OSC12/07/32 WELCOME AND APOLOGIES

    The Chair welcomed all.

    OSC13/07/32 DECLARATIONS OF INTEREST

    None.

    OSC14/07/32 TRANSPORT PLAN

    RESOLVED: That the Committee notes the report.
"""


def test_numbers_of_three_parts_whose_first_counts_on() -> None:
    minutes = minutes_of(COMBINED)
    assert [item.number for item in minutes.items] == ["OSC12/07/32", "OSC13/07/32", "OSC14/07/32"]
    assert (minutes.committee, minutes.date) == ("Overview and Scrutiny Committee", date(2032, 7, 19))
    assert minutes.venue == "Board Room, Exchange Street, Tynebrook"
    assert len(minutes.officers_in_attendance) == 3


SCOTTISH = """
    THE KINMOUTH COUNCIL - EDUCATION COMMITTEE – BLENDED
    MEETING

    Committee Room 2, 5th Floor, Kinmouth House, North Street

    14th September, 2032.                                10.30 a.m. – 12.45 p.m.

    PRESENT:        Councillors Alasdair Rennick (Convener), Fiona Grantham and James Calderwood.

    182. DECLARATIONS OF INTEREST

    None.

    183. SCHOOL ATTENDANCE

    Decision

    The Committee:-

    (1) noted the trend; and

    (2) requested a further report.

    184. SCHOOL ESTATE

    Decision

    The Committee agreed the programme.
"""


def test_a_heading_in_capitals_whose_sort_of_meeting_runs_on() -> None:
    minutes = minutes_of(SCOTTISH)
    assert (minutes.committee, minutes.date) == ("EDUCATION COMMITTEE", date(2032, 9, 14))
    assert [item.number for item in minutes.items] == ["182", "183", "184"]


MARGIN = """
    EASTMOOR COUNTY COUNCIL

    Minutes of a meeting of the Transport Select Committee held at County Hall, on Monday, 3 February
    2031 at 2.00pm.

    Present: Mr A Beard (Chairman), Mrs M Chole and Mr D Dunn

                                                                                   Minute No.

    Apologies for absence                                                          11

    There were none.

    Declarations of interest                                                       12

    There were none.

    Highway maintenance                                                            13

    Resolved – (1) that the programme be published; and
    (2) that a report be brought in July.

    Date of next meeting                                                           14

    7 April 2031.
"""


def test_numbers_in_the_right_hand_margin() -> None:
    assert [(item.number, item.title) for item in minutes_of(MARGIN).items] == [
        ("11", "Apologies for absence"),
        ("12", "Declarations of interest"),
        ("13", "Highway maintenance"),
        ("14", "Date of next meeting"),
    ]


PARTS = """
    WOKEHAM BOROUGH COUNCIL

    COMMUNITY SAFETY SUB-COMMITTEE

    Tuesday 5 October 2032, 6.30pm
    Civic Suite, Wokeham

    MINUTES

    Present: Councillors Jill Ash (Chair), Omar Sayeed and Ruth Penn

    PART A – GENERAL

    A.1   Apologies for absence

    None.

    A.2   Minutes

    RESOLVED that the minutes of 6 July 2032 be signed.

    PART B – FOR DECISION

    B.1   CCTV review

    RESOLVED that six more cameras be bought.
"""


def test_numbers_that_begin_anew_under_each_letter() -> None:
    items = minutes_of(PARTS).items
    assert [(item.number, item.title, len(item.resolved)) for item in items] == [
        ("A.1", "Apologies for absence", 0),
        ("A.2", "Minutes", 1),
        ("B.1", "CCTV review", 1),
    ]


def test_initials_in_a_column_of_their_own_name_nobody() -> None:
    text = """
        Fenbrook Health and Wellbeing Board
        Minutes of the meeting held on Tuesday 8 March 2033, 9.30 – 11.20 am, Mercia Suite, Fenbrook

        Members present
        Cllr Sue Ashton (Chair)     SA     Cabinet Member, Fenbrook Council
        Dr Raj Mehra                RM     Fenbrook NHS Trust
        Rev Jo Summers              JS     Healthwatch

        1  Welcome

        None.

        2  Minutes

        Agreed.
    """
    minutes = minutes_of(text)
    assert [name.split(" (")[0] for name in minutes.present] == [
        "Cllr Sue Ashton",
        "Dr Raj Mehra",
        "Rev Jo Summers",
    ]
    assert minutes.venue == "Mercia Suite, Fenbrook"


EXTRA = """
    Pubhope with Penfold Parish Council Extra Ordinary meeting.
    Held at Pubhope Memorial Hall at 19:45 on 21st March 2018

    Present: Councillors S. Grimm, T. Heath, J Kelsey, P. Bax.
    Apologies were received from councillors J. Steven, M Danby and were formally
    accepted
    Locum Clerk: Deborah Whit

    There were no items on the agenda that would require those present to declare interests

    Item 1 To agree the minutes of the Full Council meeting of 8th January 2018

    It was RESOLVED to accept the minutes.

    Item 2 To discuss the allotment site

    It was RESOLVED to obtain three quotations.

    The meeting closed at 21:00
"""


def test_a_meeting_that_ends_its_title_and_says_below_where_it_was_held() -> None:
    minutes = minutes_of(EXTRA)
    assert (minutes.committee, minutes.date) == ("Pubhope with Penfold Parish Council", date(2018, 3, 21))
    assert (minutes.venue, minutes.start_time) == ("Pubhope Memorial Hall", time(19, 45))
    assert minutes.apologies == ("J. Steven", "M Danby") and len(minutes.items) == 2


def test_posts_behind_a_dash_and_the_hour_below_the_lists() -> None:
    text = """
        DUNSEY POLICE AND CRIME PANEL

        Minutes of the hybrid meeting held on 26 January, 2033

        PRESENT:       Councillor Peter Rusk (Chair)
                       Councillors Ewa Nowak, Dale Finch

        Also present:
        Angela Hart – Police and Crime Commissioner
        Gordon Pratt – Chief Executive, Office of the Police and Crime Commissioner

        The meeting began at 10.00 a.m.

        45.    Apologies for Absence

        None.

        46.    Minutes

        They were confirmed.
    """
    minutes = minutes_of(text)
    assert minutes.officers_in_attendance == (
        "Angela Hart – Police and Crime Commissioner",
        "Gordon Pratt (Chief Executive, Office of the Police and Crime Commissioner)",
    )
    assert minutes.start_time == time(10)


CABINET = """
    Minutes of a meeting of the
    Cabinet
    on Tuesday 9 November 2032

    Committee members present:

    Councillor Louise Upham (Chair)          Councillor Ed Turner
    Councillor Nigel Chase                   Councillor Shaista Amir

    Officers present for all or part of the meeting:

    Caroline Greene, Chief Executive
    Nigel Kennet, Head of Financial Services

    Apologies:

    Councillor Tom Hay sent apologies.

    42. Apologies for Absence

    Apologies were received from Councillor Hay.

    43. Leisure Contract

    Cabinet resolved to:

    1. Approve the award of the contract; and

    2. Delegate authority to the Director.

    44. Minutes

    Cabinet resolved to approve the minutes of the meeting held on 12 October 2032 as a true record.
"""


def test_what_a_cabinet_resolved_without_any_label() -> None:
    items = minutes_of(CABINET).items
    assert [len(item.resolved) for item in items] == [0, 2, 1]
    assert items[2].resolved[0].startswith("to approve the minutes")


def test_officers_present_for_part_of_the_meeting_and_who_sent_apologies() -> None:
    minutes = minutes_of(CABINET)
    assert len(minutes.present) == 4 and len(minutes.officers_in_attendance) == 2
    assert minutes.apologies == ("Councillor Tom Hay",)


def test_surnames_first_and_holders_by_their_initials() -> None:
    text = """
        A hybrid meeting (in person and via Zoom) of the Environment Committee was held in the Civic Centre,
        Strandale on Wednesday 14 March 2032 commencing at 7.00 pm.

        PRESENT:

        In the Chair:      Councillor A McQueen

        Alderman:          Ashe, B             Wyllie, S (Zoom)

        Officers:          Director of Environment (S McCull), Head of Waste (N Dorran) and
                           Democratic Services Officer (P Cauld)

        1.  APOLOGIES

        None.

        2.  RECYCLING

        It was noted. Resolved to plant more trees. All in favour.
    """
    minutes = minutes_of(text)
    assert minutes.committee == "Environment Committee"
    assert minutes.officers_in_attendance == ("S McCull", "N Dorran", "P Cauld")
    assert [name for name in minutes.present if "Ashe" in name] == ["B Ashe"]
    assert minutes.items[1].resolved == ("to plant more trees.",)


def test_numbers_with_year_and_month_before_them() -> None:
    text = """
        NORTH AREA COMMITTEE
        Notes of the meeting held on 5 September 2033 at 6.00pm at Ditworth Community Centre

        Present: Councillors Rob Lux (Chairman), Des Keel; Mrs Wendy Palm (Parish representative)
        Councillor Des Keel replaced Councillor Lee Beam.

        33/9/1  WELCOME
        The Chairman welcomed everybody.
        33/9/2  APOLOGIES
        Councillor Trudy Deane.
        33/9/3  GRANTS
        Agreed: £500 to the Scouts.
    """
    minutes = minutes_of(text)
    assert [item.number for item in minutes.items] == ["33/9/1", "33/9/2", "33/9/3"]
    assert minutes.apologies == ("Councillor Trudy Deane",) and len(minutes.present) == 3
