"""Minutes with headings under labels, beside members or below the day: councils that do not exist."""

from __future__ import annotations

from datetime import date, time

from imports.pack import understand
from tests.importers.sheets import from_text, minutes_of


def test_the_day_under_a_label_above_the_word_minutes() -> None:
    minutes = minutes_of(
        """
        Wendle Combined Authority
        Transport Committee
        Date and time: Thursday 10 July 2031, 11.00am – 12.30pm

        Location: Guildhall, Castle Row, Wend

        Minutes

        Members present
        Councillor Ada Moss (Chair)             Wend City Council
        Councillor Ben Nye                      Eskle Council
        Apologies
        Councillor Ed Quill                     Eskle Council
        Officers in attendance
        Fay Reed                                Director of Transport
        Gus Shaw                                Governance Officer

        TC/01/31 Apologies for Absence

        Apologies were noted as above.

        TC/02/31 Buses

        Resolved: That the timetable be endorsed.
        """
    )
    assert (minutes.committee, minutes.date) == ("Transport Committee", date(2031, 7, 10))
    assert (minutes.start_time, minutes.concluded) == (time(11), time(12, 30))
    assert minutes.venue == "Guildhall, Castle Row, Wend"
    assert [name.partition(" (")[0] for name in minutes.present] == [
        "Councillor Ada Moss",
        "Councillor Ben Nye",
    ]
    assert [name.partition(" (")[0] for name in minutes.officers_in_attendance] == ["Fay Reed", "Gus Shaw"]
    assert [item.number for item in minutes.items] == ["TC/01/31", "TC/02/31"]


def test_every_part_of_a_heading_under_its_label() -> None:
    beside = """
        WENDLE DISTRICT COUNCIL

        Minutes of:                 Overview and Scrutiny Committee
        Held on:                    Tuesday 8 April 2031
        At:                         6.30 pm
        In:                         Council Chamber, Mill Lane, Wend

        Members:                    Councillor A. Acre (in the Chair)
                                    Councillor B. Beck

        O/45/30-31 Apologies for absence

        Councillor D. Dunn.

        O/46/30-31 Annual report

        Resolved: that the annual report be recommended to Council.
        """
    apart = """
        WENDLE DISTRICT COUNCIL
        Minutes of:
        Held on:
        At:
        In:

        Overview and Scrutiny Committee
        Tuesday 8 April 2031
        6.30 pm
        Council Chamber, Mill Lane, Wend

        Members:

        Councillor A. Acre (in the Chair)
        Councillor B. Beck

        O/45/30-31 Apologies for absence

        Councillor D. Dunn.

        O/46/30-31 Annual report

        Resolved: that the annual report be recommended to Council.
        """
    for text in (beside, apart):
        minutes = minutes_of(text)
        assert (minutes.committee, minutes.date) == ("Overview and Scrutiny Committee", date(2031, 4, 8))
        assert minutes.start_time == time(18, 30)
        assert (len(minutes.present), len(minutes.items)) == (2, 2)
    assert minutes_of(beside).venue == "Council Chamber, Mill Lane, Wend"


def test_members_by_council_without_a_label_and_a_star_for_who_was_away() -> None:
    minutes = minutes_of(
        """
        WENDSHIRE POLICE AND CRIME PANEL

        3 February 2031 at 1.30 pm
        in the Council Chamber at Elm House

        MINUTES

        Wendshire County Council
        Councillor Ann Ross (Chairman)
        *Councillor Eve Vane

        Borough of Wendle
        Councillor Bill Stagg

        (* Apologies)

        21   APOLOGIES AND SUBSTITUTIONS

        Apologies were received.

        22   PROPOSED PRECEPT

        RESOLVED: That the precept be supported.
        """
    )
    assert minutes.date == date(2031, 2, 3)
    assert minutes.present == ("Councillor Ann Ross (Chairman)", "Councillor Bill Stagg")
    assert minutes.apologies == ("Councillor Eve Vane",)
    assert [item.number for item in minutes.items] == ["21", "22"]


def test_place_and_hours_below_the_lists() -> None:
    minutes = minutes_of(
        """
        SOCIAL CARE SCRUTINY COMMITTEE

        TUESDAY, 18 MARCH 2031

        PRESENT: Councillor Al Bevan (Chair)

        Councillors (In Person):
        Cy Davies
        Em Ford

        Also in attendance (Virtually):
        Councillor Nia Owen, Cabinet Member for Social Care

        Chamber, County Hall, Wend and remotely - 10.00 am - 12.10 pm

        1. APOLOGIES FOR ABSENCE

        None.

        2. FOSTERING

        UNANIMOUSLY RESOLVED that the report be received.
        """
    )
    assert (minutes.start_time, minutes.concluded) == (time(10), time(12, 10))
    assert len(minutes.present) == 3
    assert len(minutes.officers_in_attendance) == 1


def test_titles_of_a_table_below_their_numbers_right_above_their_text() -> None:
    minutes = minutes_of(
        """
        Minutes of the meeting of the Health Committee held on 23 January 2031 at 10.30 am

        Present: Cllr D Amory (Chairman) and Cllr E Bland

        01/31

        Minutes of the previous meeting
        The minutes were agreed as a correct record.

        02/31

        Community hospitals: beds and staffing
        a. Mr Gower introduced the report.

        03/31

        Dental access
        The Committee received a presentation.
        """
    )
    assert [(item.number, item.title) for item in minutes.items] == [
        ("01/31", "Minutes of the previous meeting"),
        ("02/31", "Community hospitals: beds and staffing"),
        ("03/31", "Dental access"),
    ]


def test_minutes_set_as_a_table_are_no_page_copied_off_a_site() -> None:
    text = """
        MINUTE OF MEETING
        held in Committee Room 2, Town House, Wend
        on Wednesday 12 February 2031 at 2.00 pm
        Present:

        Councillor Ailsa Bain (Chair)
        Councillor Callum Doig

        No. Item

        1.

        Welcome

        The Chair welcomed everyone.

        2.

        Budget Monitoring

        The Officer reported an overspend.
        """
    pack = understand(from_text(text)).pack
    assert [one.date for one in pack.minutes] == [date(2031, 2, 12)]
    assert [item.title for item in pack.minutes[0].items] == ["Welcome", "Budget Monitoring"]


def test_a_record_of_a_meeting_behind_whose_it_was() -> None:
    minutes = minutes_of(
        """
        Joint Waste Scrutiny Group – record of meeting

        Wednesday 9 June 2032, 2pm to 3.20pm, by Microsoft Teams

        Attendees: Councillor Nia Orr (Chair), Councillor Peg Quist
        Officers: Una Vine (Waste Manager), Will Yard (Scrutiny Officer)

        Item 1: Introductions and apologies

        The Chair welcomed members.

        Item 2: Recycling rates

        Members thought them good.
        """
    )
    assert (minutes.committee, minutes.date) == ("Joint Waste Scrutiny Group", date(2032, 6, 9))
    assert (len(minutes.present), len(minutes.officers_in_attendance)) == (2, 2)
    assert [item.number for item in minutes.items] == ["1", "2"]


def test_the_clerk_told_in_the_sentence_of_those_present() -> None:
    minutes = minutes_of(
        """
        Wendle Parish Council

        Minutes of the Parish Council Meeting held on Monday 17th May 2032 in the Village Hall at 7:30pm

        Present: Cllrs Al Bridge (Chair), Di Elms & Ian Jay. Clerk: Mo Nunn. County Cllr Pat Quirk.

        32/41 Welcome

        The Chair welcomed everyone.

        32/42 Finance

        Payments were approved.
        """
    )
    assert minutes.present == ("Cllr Al Bridge (Chair)", "Cllr Di Elms", "Cllr Ian Jay")
    assert "Mo Nunn" in minutes.officers_in_attendance


def test_a_post_with_its_holder_on_each_line() -> None:
    minutes = minutes_of(
        """
        Minutes of the meeting of the Audit Committee held on 25 February 2032

        Present: Councillor A Ellis (Chair) and Councillor B Griffiths

        In attendance:
        Chief Executive (Ms E Jones)
        Head of Audit (Mr F Kendall)

        108. DECLARATIONS OF INTEREST

        None.

        109. ACCOUNTS

        The report was noted.
        """
    )
    assert minutes.officers_in_attendance == ("Ms E Jones", "Mr F Kendall")


def test_a_heading_set_as_a_table_without_the_word_minutes_over_it() -> None:
    minutes = minutes_of(
        """
        Meeting    Resources Overview Committee    Date       21/01/2032
        Venue      Room 6, Civic Hub               Time       09:30 – 11:05
        Chair      Cllr Abbot                      Minutes    J. Ellis
        Present    Cllr Abbot, Cllr Bewick, Cllr Cowan
        Apologies  Cllr Dunn

        1    Welcome and apologies
             Cllr Abbot welcomed everyone.

        2    Notes of last meeting
             The notes of 3 December 2031 were agreed.
        """
    )
    assert (minutes.committee, minutes.date) == ("Resources Overview Committee", date(2032, 1, 21))
    assert (minutes.start_time, minutes.concluded) == (time(9, 30), time(11, 5))
    assert minutes.venue == "Room 6, Civic Hub"
    assert (len(minutes.present), len(minutes.apologies)) == (3, 1)


def test_the_hour_before_the_day_beside_the_body_or_below_it() -> None:
    heads = (
        "Roads and Parks Committee 2.30pm, Monday 6 June 2033",
        "Roads and Parks Committee\n2.30pm, Monday 6 June 2033",
    )
    for head in heads:
        minutes = minutes_of(
            "Minutes\n"
            + head
            + "\n\nPresent\n\nCouncillors Ann Bell (Convener), Colin Dow and Effie Fry.\n\n"
            + "Apologies\n\nCouncillor Gunn.\n\n"
            + "1. Minutes\n\nDecision\n\nTo approve the minute of 4 April 2033 as a correct record.\n\n"
            + "2. Ferry Fares\n\nThe committee heard of the fares.\n\nDecision\n\nTo note the report.\n"
        )
        assert (minutes.date, minutes.start_time) == (date(2033, 6, 6), time(14, 30))
        assert minutes.committee == "Roads and Parks Committee"
        assert (len(minutes.present), minutes.apologies) == (3, ("Councillor Gunn",))
        assert [item.title for item in minutes.items] == ["Minutes", "Ferry Fares"]
        assert minutes.items[1].resolved == ("To note the report.",)


def test_a_notice_in_capitals_above_the_body_is_none_of_its_heading() -> None:
    minutes = minutes_of(
        """
        GUIDANCE ON SPEAKING
        Tell us by noon on Thursday 14 July 2033. More is on our web pages.
        Nether Vale District Council
        Overview and Scrutiny Board
        Monday, 13th June 2033, 7.00 p.m.
        Council Chamber, Vale House
        Present: Councillors O. Bell (Chair), H. Dow and E. Fry
        Apologies: Councillor K. Gunn

        4/33 DECLARATIONS OF INTEREST
        There were no declarations of interest.

        5/33 SWIMMING POOLS
        RESOLVED that the report be noted.
        """
    )
    assert minutes.date == date(2033, 6, 13)
    assert minutes.committee == "Overview and Scrutiny Board"
    assert [item.number for item in minutes.items] == ["4/33", "5/33"]


def test_a_decision_below_one_full_line_and_the_reference_behind_it_stand_apart() -> None:
    minutes = minutes_of(
        """
        Minutes
        Roads and Parks Committee 2.30pm, Monday 6 June 2033
        Present
        Councillors Ann Bell (Convener), Colin Dow and Effie Fry.

        1. Ferry Fares
        The committee heard a report on the fares that had been paid since the spring.
        Decision
        1) To note the report.
        2) To ask the Director of Roads for a note on the fares of children.
        (Reference – report by the Director of Roads, submitted.)

        2. Piers
        Details were provided of the piers that are to be mended before the winter.
        Decision
        To note the report.

        3. Lamps
        The lamps were shown.
        """
    )
    first, second, _ = minutes.items
    assert first.resolved == (
        "1) To note the report.",
        "2) To ask the Director of Roads for a note on the fares of children.",
    )
    assert second.resolved == ("To note the report.",)
