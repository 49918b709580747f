"""Forms of other councils, each the smallest text that shows it."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from imports.front.sheet import FrontSheet, read_front_sheet
from imports.model.pack import ParsedPack
from imports.pack import understand
from imports.readers.meeting_page import read_web_page
from imports.words.dates import find_dates
from imports.words.days_together import first_of_days
from tests.importers.sheets import from_text, minutes_of


def sheet_of(text: str) -> FrontSheet:
    """The front sheet of a text."""
    return read_front_sheet(from_text(text))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Monday the eleventh day of March 2024", date(2024, 3, 11)),
        ("the twenty-third of May, two thousand and nineteen", date(2019, 5, 23)),
        ("the First day of February, Two Thousand and Twenty-Four", date(2024, 2, 1)),
    ],
)
def test_a_day_in_words_is_read(words: str, day: date) -> None:
    assert [found.date for found in find_dates(words)] == [day]


def test_a_number_in_words_is_no_day_without_its_month() -> None:
    assert find_dates("the second item of March was first of all deferred") == ()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Thursday 7 and Friday 8 November 2024", date(2024, 11, 7)),
        ("30 November - 2 December 2024", date(2024, 11, 30)),
        ("8 November 2024", date(2024, 11, 8)),
        ("1 and 28 November 2024", date(2024, 11, 28)),
    ],
)
def test_a_meeting_on_several_days_begins_on_the_first(words: str, day: date) -> None:
    assert first_of_days(words, find_dates(words)[-1]).date == day


def test_labels_without_a_colon_and_labels_in_two_languages() -> None:
    apart = sheet_of("""
        Audit Committee

        Date         Thursday, 6 June 2024
        Time         2.00 pm, or at the conclusion of the Standards Panel, if later
        Venue        Conference Room, Fire Headquarters

        AGENDA
        1. Apologies
        2. Minutes
    """)
    both = sheet_of("""
        Pwyllgor Archwilio
        Audit Committee

        Dyddiad / Date: Dydd Iau, 6 Mehefin 2024 / Thursday, 6 June 2024
        Amser / Time: 2.00 pm

        RHAGLEN / AGENDA
        1. YMDDIHEURIADAU / APOLOGIES
        2. COFNODION / MINUTES (Tudalennau 5 - 10)
    """)
    for read in (apart, both):
        assert (read.meeting_date, read.start_time) == (date(2024, 6, 6), time(14, 0))
    assert apart.venue == "Conference Room, Fire Headquarters"
    assert both.agenda[1].pages == (5, 10)


def test_a_head_set_in_columns_gives_each_value_to_its_label() -> None:
    read = sheet_of("""
        Highways Select Committee

        Date & time              Place                     Contact
        Monday, 4 March 2024     Council Chamber,          Julie Armitage
        at 10.00 am              Woodhatch Place

        AGENDA
        1. Apologies
        2. Minutes
    """)
    assert (read.meeting_date, read.start_time) == (date(2024, 3, 4), time(10, 0))
    assert read.venue == "Council Chamber, Woodhatch Place"


def test_headed_columns_leave_wards_out_and_keep_people_beside() -> None:
    wards = sheet_of("""
        Item      Ward           Item Not                                     Page
        No                       Open                                         No
        1                                   APOLOGIES
        2         Hyde; Park     10.4(3)    FLOOD SCHEME AT THE BECK          15 - 30
        3                                   MINUTES                           31 - 33
    """)
    leads = sheet_of("""
        AGENDA
        ITEM   TOPIC                               LEAD               PAGE
        1.     APOLOGIES                           Chair
        2.     REVENUE BUDGET AND CAPITAL          Steve Wolstan      27-48
               PROGRAMME
        3.     MINUTES                             Chair              49-50
    """)
    assert [(i.title, i.pages) for i in wards.agenda][1:] == [
        ("FLOOD SCHEME AT THE BECK", (15, 30)),
        ("MINUTES", (31, 33)),
    ]
    budget = leads.agenda[1]
    assert (budget.title, budget.officers) == ("REVENUE BUDGET AND CAPITAL PROGRAMME", ("Steve Wolstan",))


def test_a_supplement_brings_the_items_it_picks_out() -> None:
    read = sheet_of("""
        Corporate Panel
        Thursday, 18 April 2024

        AGENDA SUPPLEMENT

        6.   COUNCIL PLAN                         3 - 12

        9b.  LEISURE CONTRACT                     13 - 14
    """)
    assert [(item.number, item.pages) for item in read.agenda] == [("6", (3, 12)), ("9b", (13, 14))]


@pytest.mark.parametrize(
    "called",
    ["Supplementary Agenda", "SUPPLEMENT TO THE AGENDA", "Supplementary Agenda No. 2", "Additional Papers",
     "Late Papers Pack", "ADDENDUM TO THE AGENDA FOR THE", "Public Supplementary Document Pack",
     "Items To Follow", "Update Sheet"],
)  # fmt: skip
def test_what_a_supplement_calls_itself_is_no_part_of_its_committees_name(called: str) -> None:
    read = sheet_of(f"""
        {called}
        Corporate Panel
        Thursday, 18 April 2024 at 6.00 pm

        The report below was marked to follow.

        6.   COUNCIL PLAN (Pages 3 - 12)
    """)
    assert (read.committee, read.meeting_date) == ("Corporate Panel", date(2024, 4, 18))
    assert [(item.number, item.title, item.pages) for item in read.agenda] == [("6", "COUNCIL PLAN", (3, 12))]


def test_members_are_found_in_the_second_column_and_wards_are_none() -> None:
    tabled = sheet_of("""
        Ward              Member                          Party
        Abbey             Cllr Fern Ashdown (Chair)       Labour
        Brook             Cllr Gita Lal                   Green

        AGENDA
        1. Apologies
        2. Minutes
    """)
    dashed = sheet_of("""
        Councillors

        B Aldous        -   Harwick
        K Bramham       -   Gilden and Spencroft

        AGENDA
        1. Apologies
        2. Minutes
    """)
    assert [member.name for member in tabled.membership] == ["Cllr Fern Ashdown", "Cllr Gita Lal"]
    assert [member.name for member in dashed.membership] == ["Councillor B Aldous", "Councillor K Bramham"]


def test_a_tracker_run_together_is_read_row_by_row() -> None:
    pack = understand(
        from_text("""
            Scrutiny Committee action tracker of the council's members and officers
            No. Date Action Owner Status
            1 05/09/24 Publish the income by car park Parking Manager Completed 12/10/24
            2 05/09/24 Write to the bus operator about
            route 9 Cllr Ashdown In progress
        """),
        any_paper=True,
    ).pack
    rows = [(row.action, row.responsibility, row.progress) for row in pack.action_tracker]
    assert rows == [
        ("Publish the income by car park", "Parking Manager", "Completed 12/10/24"),
        ("Write to the bus operator about route 9", "Cllr Ashdown", "In progress"),
    ]


def test_attendance_told_in_a_table_and_under_two_labels() -> None:
    tabled = minutes_of("""
        Minutes of the Dales Committee meeting held at Memorial Hall on 5 February 2024 at 6.00 pm.

        Members                      Attended
        Cllr H Birkett (Chair)       Yes
        Cllr S Evening               Apologies

        1. MINUTES
        Agreed.
        2. WINTER SERVICE
        Noted.
    """)
    labelled = minutes_of("""
        Minutes of the meeting of the Dales Committee held on 5 February 2024 at 6.00 pm

        Present:-
        Councillors: Jane Ketteridge, Alan Pordage.

        Apologies for Absence:-
        Councillors: Ben Mortlock and Kath Iddon.

        1. MINUTES
        Agreed.
        2. WINTER SERVICE
        Noted.
        Close of meeting: 7.10pm
    """)
    assert (tabled.present, tabled.apologies) == (("Cllr H Birkett (Chair)",), ("Cllr S Evening",))
    assert labelled.apologies == ("Councillor Ben Mortlock", "Councillor Kath Iddon")
    assert labelled.concluded == time(19, 10)


@pytest.fixture
def decision(tmp_path: Path) -> ParsedPack:
    """A decision's page as a member saved it."""
    page = tmp_path / "decision.html"
    page.write_text(
        """<html><head><title>Decision - Gritting Policy</title></head><body><div class="mgContent">
        <h1>Decision details</h1><h2>Gritting Policy</h2>
        <p><span class="mgLabel">Decision Maker: </span>Executive Member for Highways</p>
        <h3>Purpose:</h3><p>To say which roads are treated.</p>
        <h3>Decision:</h3><p>That the policy be approved.</p>
        <p><span class="mgLabel">Publication date: </span>16/09/2024</p>
        <p><span class="mgLabel">Date of decision: </span>13/09/2024</p>
        <ul><li><a href="documents/s9/Policy.pdf">Policy</a></li></ul></div></body></html>""",
        encoding="utf-8",
    )
    return understand(read_web_page(page)).pack


def test_a_decisions_page_is_read_by_its_fields(decision: ParsedPack) -> None:
    assert (decision.kind, decision.committee) == ("decision notice", "Executive Member for Highways")
    assert decision.meeting_date == date(2024, 9, 13)
    (item,) = decision.minutes[0].items
    assert (item.title, item.resolved) == ("Gritting Policy", ("That the policy be approved.",))
    assert [paper.title for paper in decision.linked_papers] == ["Policy"]


def test_pages_on_lines_of_their_own_below_their_titles() -> None:
    sheet = sheet_of("""
        AGENDA

        Item

        Page

        1

        Apologies for absence

        2

        Minutes of the previous meeting

        3

        3

        Access to Dental Services in Rural
        Communities

        26

        To consider the report.

        4

        Work programme

        48 - 51
    """)
    assert [(item.title, item.pages) for item in sheet.agenda] == [
        ("Apologies for absence", None),
        ("Minutes of the previous meeting", (3, 3)),
        ("Access to Dental Services in Rural Communities", (26, 26)),
        ("Work programme", (48, 51)),
    ]
