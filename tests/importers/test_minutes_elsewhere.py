"""Minutes of fire authorities, joint committees, boroughs and Welsh counties, and officers' decisions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from imports.layout.furniture import find_furniture, read_lines
from imports.model.document import Line, Page, Table
from imports.pack import understand
from imports.people.attendance_table import take_attendance
from tests.importers.sheets import from_text, minutes_of

FIRE = """
    Wendmoor Combined Fire Authority

    Monday, 15 June 2026 at 10.30 am in Beacon Hall, Eskby

    Minutes

    Present:

    N Hartley (Chair)

    Councillors

    S Sugden (Vice-Chair)        F Molloy
    Z Kirk MBE                   S Marsden

    <AI1>
    12/26   Chair's Welcome

    The Chair welcomed members to the meeting.

    </AI1>
    <AI2>
    13/26   Annual Service Plan

    The plan was presented.

    Resolved: That the Authority:

    i)    Noted the report; and
    ii)   Approved the plan.

    </AI2>
    <AI3>
    14/26   Date of Next Meeting

    14 September 2026.

    </AI3>
    """


def test_minutes_named_below_their_day_between_a_template_s_marks() -> None:
    minutes = minutes_of(FIRE)
    assert (minutes.committee, minutes.date) == ("Wendmoor Combined Fire Authority", date(2026, 6, 15))
    assert (minutes.start_time, minutes.venue) == (time(10, 30), "Beacon Hall, Eskby")
    assert minutes.present[0] == "N Hartley (Chair)" and len(minutes.present) == 5
    assert [(item.number, item.title) for item in minutes.items] == [
        ("12/26", "Chair's Welcome"),
        ("13/26", "Annual Service Plan"),
        ("14/26", "Date of Next Meeting"),
    ]
    assert minutes.items[1].resolved == ("i) Noted the report; and", "ii) Approved the plan.")


BOROUGH = """
    MINUTES OF THE PROCEEDINGS OF THE MEETING OF THE PARKS COMMITTEE
    HELD AT MILL HOUSE ON MONDAY 8 JUNE 2026 AT 6.30 PM

    In the Chair        :    Councillor R Lindsay

    Committee           :    Aldermen - P Bryce and J McKay
    Members Present          Councillors - J Arthur and M Cole

    Non-Committee       :    Councillors - N Kelso and B Weir
    Members Present

    Officers Present    :    Director of Parks - N Harbison

    CHAIRPERSON'S REMARKS

    The Chairperson welcomed everyone.

    1    APOLOGIES

         Alderman T Burnside
         Councillor L Irvine

    2    REPORTS

    2.1  PLAY AREAS

         Members heard that two would be closed.

         Proposed by Councillor Cole
         Seconded by Alderman Bryce and agreed that

         the update be noted.

         ACTION BY: Nat Harbison, Director of Parks

    2.2  FESTIVALS FUND

         The fund opened in January.

    3    OTHER BUSINESS

         There was none.
    """


def test_titles_within_an_item_and_what_was_proposed_and_seconded() -> None:
    minutes = minutes_of(BOROUGH)
    assert minutes.committee == "PARKS COMMITTEE"
    assert minutes.apologies == ("Alderman T Burnside", "Councillor L Irvine")
    assert [name.split()[-1] for name in minutes.present] == ["Lindsay", "Bryce", "McKay", "Arthur", "Cole"]
    assert minutes.officers_in_attendance[-1] == "N Harbison (Director of Parks)"
    assert [item.number for item in minutes.items] == ["1", "2", "2.1", "2.2", "3"]
    assert minutes.items[2].resolved == ("that the update be noted.",)
    assert [action.owner for action in minutes.items[2].actions] == ["Nat Harbison"]


WELSH = """
    PWYLLGOR CRAFFU ADNODDAU / RESOURCES SCRUTINY COMMITTEE

    Cofnodion y cyfarfod a gynhaliwyd ar 11 Mehefin 2026 / Minutes of the meeting held on 11 June 2026

    PRESENNOL / PRESENT:
    Y Cynghorydd / Councillor Gwen Parry (Chair)
    Y Cynghorwyr / Councillors: Aled Rhys, Nia Bell

    HEFYD YN BRESENNOL / ALSO IN ATTENDANCE:
    Rhodri Evans, Corporate Director

    1. YMDDIHEURIADAU / APOLOGIES
    An apology was received from Councillor Siân Lloyd.

    2. CYLLIDEB / BUDGET
    PENDERFYNWYD / RESOLVED: to accept the report.
    """


def test_labels_in_two_languages_on_a_line() -> None:
    minutes = minutes_of(WELSH)
    assert minutes.committee == "RESOURCES SCRUTINY COMMITTEE"
    assert minutes.present == (
        "Councillor Gwen Parry (Chair)",
        "Councillor Aled Rhys",
        "Councillor Nia Bell",
    )
    assert minutes.officers_in_attendance == ("Rhodri Evans, Corporate Director",)
    assert [item.number for item in minutes.items] == ["1", "2"]


def test_ticks_under_present_or_apologies() -> None:
    document = from_text(
        """
        Member                   Authority         Present   Apologies
        Cllr Ann Bose (Chair)    Harnham LBC          ✓
        Cllr Joan Dyer           Eastwick LBC                    ✓
        """
    )
    present, away, left = take_attendance(read_lines(document, find_furniture(document)))
    assert (present, away, left) == (["Cllr Ann Bose (Chair)"], ["Cllr Joan Dyer"], [])


HEAD = """
    Minutes of the meeting of the Roads Scrutiny Committee held on 4 June 2026 at 10.00 am

    PRESENT
    Cllr Ann Marsh
    Cllr Ben Okafor

    {lists}
    12. ROADS
    The report was noted by all.
    13. PARKS
    It was noted as well.
    """


def test_two_lists_under_two_labels_with_nothing_between() -> None:
    lists = """Apologies:
    Officers in
    attendance:
    Fay Stone, Cllr Ian Teal and Cllr Eve Rowe
    Jo Bell (Head of Roads), Sam Lee (Clerk
    to the Panel) and Kit Orr (Finance)"""
    minutes = minutes_of(HEAD.format(lists=lists))
    assert minutes.apologies == ("Fay Stone", "Cllr Ian Teal", "Cllr Eve Rowe")
    assert len(minutes.officers_in_attendance) == 3


def test_numbers_called_min_and_officers_a_line_each() -> None:
    text = HEAD.format(
        lists="""Host Authority Support Staff:
    Uma Gill - Governance & Scrutiny Officer
    Vera Holt - Legal Adviser
    One member of the public
    """
    )
    minutes = minutes_of(text.replace("12.", "Min. 12 ").replace("13.", "Min. 13 "))
    assert minutes.officers_in_attendance == (
        "Uma Gill - Governance & Scrutiny Officer",
        "Vera Holt - Legal Adviser",
    )
    assert [(item.number, item.title) for item in minutes.items] == [("12", "ROADS"), ("13", "PARKS")]


def test_an_officer_s_decision_that_bears_its_title_above_its_labels() -> None:
    pack = understand(
        from_text(
            """
            Officer Delegated Decision

            Verge cutting contract extension

            Date: 8 June 2026

            Decision:
            Agreed that the contract be extended to 31 March 2028.

            Reason(s) for Decisions:
            The contractor has performed well.

            Decision Maker (Name and Title):
            Jon Mayor, Corporate Director
            """
        )
    ).pack
    (minutes,) = pack.minutes
    assert (pack.kind, minutes.date) == ("decision notice", date(2026, 6, 8))
    assert minutes.items[0].title == "Verge cutting contract extension"
    assert minutes.items[0].resolved == ("Agreed that the contract be extended to 31 March 2028.",)


UNDATED = """
    Wendmoor District Council

    Overview and Scrutiny Committee
    Tuesday 14 July 2026 at 7.00 pm

    AGENDA

    1.  Apologies for absence
    2.  Leisure contract
    \f
    Minutes of the Overview and Scrutiny Committee meeting held on Tuesday 9 June at 7.00pm in the Hall

    Present: Councillors R Amos (Chairman), S Bull and T Cade

    26-12   Declarations of interest
    None.

    26-13   Leisure contract
    The Head of Leisure outlined the options.
    RESOLVED
    I.   That a report be brought to the July meeting.
    II.  That officers be thanked.

    26-14   Next meeting
    ACTIONS:
    i.   Officers to supply figures. (Action: Ann Grey, Director)
    ii.  The Chair to write to the Board. (Action: Chair)
    """


def test_a_day_without_its_year_is_the_last_before_the_meeting() -> None:
    (minutes,) = understand(from_text(UNDATED)).pack.minutes
    assert minutes.date == date(2026, 6, 9)
    assert [item.number for item in minutes.items] == ["26-12", "26-13", "26-14"]
    assert [part[:8] for part in minutes.items[1].resolved] == ["I. That ", "II. That"]
    assert [action.owner for action in minutes.items[2].actions] == ["Ann Grey", "Chair"]


def test_actions_told_whole_beside_what_was_said() -> None:
    minutes = minutes_of(
        """
        Wendmoor Health Scrutiny Panel – Minutes
        Date          Thursday 11 June 2026, 10:00
        Present       Cllr Ada Birch (Chair), Supt Ben Coe

        No.   Item and discussion                                          Action

        1.    Welcome
              The Chair welcomed everyone.

        2.    Dental access                                                GH to send map of
              The position was described.                                  practices by June

        3.    Next meeting
              10 September 2026
        """
    )
    assert [(action.text, action.owner) for action in minutes.items[1].actions] == [
        ("GH to send map of practices by June", "GH")
    ]
    assert minutes.items[1].paragraphs[0].text == "The position was described."


def test_people_with_the_body_that_sends_them_and_what_is_no_name() -> None:
    text = """Co-opted members
    Supt Ada Fenn, Wendshire Police
    Dr Olive Dray, NHS Wendshire
    Apologies: Cllr A Reed and Kate Sutton, Co-opted Members"""
    minutes = minutes_of(HEAD.format(lists=text))
    assert minutes.present[2:] == ("Supt Ada Fenn, Wendshire Police", "Dr Olive Dray, NHS Wendshire")
    assert minutes.apologies == ("Cllr A Reed", "Kate Sutton")


def test_decisions_under_a_label_alone_and_the_chair_s_place_behind_a_dash() -> None:
    minutes = minutes_of(
        """
        Wendmoor Scrutiny Committee

        Minutes of the meeting held on Tuesday, 9 June 2026

        Present:
        Councillor Shilton – in the Chair
        Councillors Azra and Benham

        Also present with the agreement of the Chairman: Councillor Foly, Executive Member

        WSC/26/24    Roads

        The Committee heard of potholes.

        Decisions

        1.   To note the report.
        2.   To ask for data by ward.

        WSC/26/25    Complaints

        Decision

        Noted.
        """
    )
    assert minutes.present[0] == "Councillor Shilton (in the Chair)"
    assert [item.resolved for item in minutes.items] == [
        ("1. To note the report.", "2. To ask for data by ward."),
        ("Noted.",),
    ]
    assert len(minutes.items[1].paragraphs) == 2


def test_a_decision_list_set_as_a_table() -> None:
    rows = (
        ("Agenda Item", "Topic", "Decision"),
        (
            "5",
            "Cycling Plan",
            "RESOLVED:\n(1) That it be adopted; and\n(2) That it be printed.\nReason: travel.",
        ),
        ("6", "Library hours", "RESOLVED: That the hours be\napproved."),
    )
    heads = (Line("Wendmoor Borough Council"), Line("Cabinet - Decision List"), Line("Tuesday, 9 June 2026"))
    cells = tuple(Line(part, table=0) for row in rows for cell in row for part in cell.split("\n"))
    page = Page(1, (*heads, Line("Published: 11 June 2026"), *cells), (Table(rows),))
    pack = understand(replace(from_text(""), pages=(page,))).pack
    (minutes,) = pack.minutes
    assert (pack.kind, minutes.date, pack.agenda) == ("decision notice", date(2026, 6, 9), ())
    assert [(item.number, item.title, item.resolved) for item in minutes.items] == [
        ("5", "Cycling Plan", ("(1) That it be adopted; and", "(2) That it be printed.")),
        ("6", "Library hours", ("That the hours be approved.",)),
    ]


TWO_SETS = """
    SCRUTINY COMMITTEE

    MINUTES OF A MEETING HELD ON THURSDAY 4 JUNE 2026

    Present: Councillors Ash (Chair), Birch and Cedar

    SC1 DECLARATIONS OF INTEREST
    None were made.

    SC2 CALL-IN: CAR PARK SALE
    Resolved: that the sale go on.

    Chair
    \f
    SCRUTINY COMMITTEE

    MINUTES OF A SPECIAL MEETING HELD ON THURSDAY 11 JUNE 2026

    Present
    Councillor A Bassett        Chalk District Council (Chairman)
    Councillor C Dacre          Thame Borough Council

    Officers
    I Jacks                     Thame Borough Council
    K Lord                      Went County Council

    SC3 APOLOGIES
    None were received.

    SC4 NEXT MEETING
    It was agreed for July.
    """


def test_minutes_are_not_begun_by_a_title_on_the_page_before_them() -> None:
    first, second = understand(from_text(TWO_SETS)).pack.minutes
    assert [(item.number, item.title) for item in first.items] == [
        ("SC1", "DECLARATIONS OF INTEREST"),
        ("SC2", "CALL-IN: CAR PARK SALE"),
    ]
    assert [item.number for item in second.items] == ["SC3", "SC4"]
    assert second.present == (
        "Councillor A Bassett (Chairman, Chalk District Council)",
        "Councillor C Dacre (Thame Borough Council)",
    )
    assert second.officers_in_attendance == (
        "I Jacks (Thame Borough Council)",
        "K Lord (Went County Council)",
    )
