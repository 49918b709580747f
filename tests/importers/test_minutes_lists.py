"""Minutes in the house styles of councils met: who came, where lists stand beside and below each other."""

from __future__ import annotations

from datetime import date, time

from tests.importers.test_minutes_forms import minutes_of

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
