"""Minutes in the house styles of councils met: titles, hours, and what was resolved in whose words."""

from __future__ import annotations

from datetime import date, time

from tests.importers.test_minutes_forms import minutes_of

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
