"""Minutes as they are copied off councils' sites: flat, with commas lost and titles run into their text."""

from __future__ import annotations

from datetime import date, time
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from imports.detect import read
from imports.pack import understand
from imports.people.names_in_prose import read_names
from imports.readers.markdown import without_marks
from tests.importers.sheets import minutes_of

if TYPE_CHECKING:
    from pathlib import Path

WHOLE_NUMBERS = """
    Executive Item 17th October 2033 3 12.30 pm Public

    MINUTES OF THE EXECUTIVE MEETING HELD ON WEDNESDAY 14TH SEPTEMBER 2033

    12.30 pm – 1.50 pm

    Responsible Officer: Una Hill e-mail: una.hill@wendshire.example Tel: 01632 960001

    Present:

    Mr K Dow (Leader) Mr G Alder, Mr S Coates and Mrs A Roe

    60.0 Apologies for Absence

    60.1 An apology for absence was received from Mrs C Moss.

    61.0 Public Questions

    61.1 Two had been received.

    61.2 Both were answered.
    """


def test_items_numbered_60_0_over_their_paragraphs_and_the_hours_below_the_day() -> None:
    minutes = minutes_of(WHOLE_NUMBERS)
    assert (minutes.committee, minutes.date) == ("EXECUTIVE", date(2033, 9, 14))
    assert minutes.start_time == time(12, 30)
    assert minutes.present == ("Mr K Dow (Leader)", "Mr G Alder", "Mr S Coates", "Mrs A Roe")
    assert minutes.apologies == ("Mrs C Moss",)
    assert [(item.number, len(item.paragraphs)) for item in minutes.items] == [("60", 1), ("61", 2)]


TITLE_TWICE = """
    27 April 2033 – Minutes

    Minutes of the Meeting of Saltby Town Council held on 27 April 2033 at 6:30pm by Zoom Conference Call.

    Cllrs B Alder, D Birch, P Coates (Deputy Mayor) and T Wyse

    C Pine, Acting Town Clerk
    G Marsh, Asset Manager

    1 Apologies for Absence

    Apologies were received from Cllr Dodd (personal).

    2 Chair's Announcements

    The Chair thanked the police.
    """


def test_a_page_s_title_opens_no_minutes_of_its_own_and_posts_below_members_are_officers() -> None:
    minutes = minutes_of(TITLE_TWICE)
    assert (minutes.start_time, minutes.venue) == (time(18, 30), "Zoom Conference Call")
    assert len(minutes.present) == 4
    assert minutes.officers_in_attendance == ("C Pine, Acting Town Clerk", "G Marsh, Asset Manager")
    assert [item.title for item in minutes.items] == ["Apologies for Absence", "Chair's Announcements"]


FLAT = """
    A meeting of Llanwend Community Council took place on Thursday 20th July 2033 at 7.30pm at Llanwend Hall.
    In attendance
    Cllr. Jo Bell (Chair), Cllr. Al Dow Cllr. Julia Moss and Cllr. Hana Roe.
    Also In attendance: Kit Marsh, Clerk
    1. Apologies for absence None Received
    2. Declarations of Interest There were no declarations of interest
    3. Approval of minutes from previous meeting.
    Minutes of the meeting on the 30th June 2033 were approved.
    4. Public Participation - provision for members of the public to speak. There were none present.
    5. Correspondence
    None received
    6. Confirmation of the Accounts for June 2033– RESOLVED that the accounts be paid.
    7. Ferry
    The ferry was late.
    The meeting closed for public issues.
    It was opened again.
    The meeting closed at 8.50.
    8. Date of Next Meeting
    The next meeting will be on 17 August 2033.
    """


def test_titles_run_into_what_was_told_and_a_meeting_closed_for_a_while() -> None:
    minutes = minutes_of(FLAT)
    assert (minutes.committee, minutes.venue) == ("Llanwend Community Council", "Llanwend Hall")
    assert minutes.present == ("Cllr. Jo Bell (Chair)", "Cllr. Al Dow", "Cllr. Julia Moss", "Cllr. Hana Roe")
    assert minutes.officers_in_attendance == ("Kit Marsh, Clerk",)
    assert [item.title for item in minutes.items] == [
        "Apologies for absence",
        "Declarations of Interest",
        "Approval of minutes from previous meeting.",
        "Public Participation - provision for members of the public to speak",
        "Correspondence",
        "Confirmation of the Accounts for June 2033",
        "Ferry",
        "Date of Next Meeting",
    ]
    assert minutes.items[5].resolved == ("that the accounts be paid.",)
    assert minutes.concluded == time(20, 50)
    assert "17 August" in minutes.items[-1].paragraphs[0].text


THOSE_ATTENDING = """
    Amended Draft Minutes of Saltby Parish Council Meeting held in The Long Room

    At 7.30pm on Wednesday 10 July 2033

    1.   Those Attending:    Cllr J Alder (Chairman), Cllr Mrs D Birch, Cllr M Coates

    2.   To Consider Apologies for Absence:    Apologies were received from Cllr T Roe

    3.   Matters Arising:

    The lamp was mended.

    4.   Bus shelter:

    It was painted.
    """


def test_those_attending_are_listed_under_the_first_item() -> None:
    minutes = minutes_of(THOSE_ATTENDING)
    assert minutes.committee == "Saltby Parish Council"
    assert minutes.present == ("Cllr J Alder (Chairman)", "Cllr Mrs D Birch", "Cllr M Coates")
    assert minutes.apologies == ("Cllr T Roe",)
    assert [item.number for item in minutes.items] == ["1", "2", "3", "4"]


CAPITALS = """
    Minutes of the Saltby Parish Council Meeting

    Held on the 16th November 2033 at 7.30pm

    PRESENT Mrs. Alder and Messrs Birch and Coates, plus eight members of the public.

    APOLOGIES Mr. White (Chairman) and Mr. Dow.

    MATTERS ARISING

    Gravel is still not removed.

    PLANNING

    New window. Agreed.
    """


def test_labels_told_by_their_capitals() -> None:
    minutes = minutes_of(CAPITALS)
    assert minutes.present[0] == "Mrs. Alder" and minutes.apologies == ("Mr. White (Chairman)", "Mr. Dow")
    assert [item.title for item in minutes.items] == ["MATTERS ARISING", "PLANNING"]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("A Bell (AB) Chair, C Dow (CD) G Roe (GR)", ["A Bell (AB) (Chair)", "C Dow (CD)", "G Roe (GR)"]),
        ("Councillor A Bell (this was approved as she was away)", ["Councillor A Bell"]),
        ("Councillor L Moss, Mayor", ["Councillor L Moss, Mayor"]),
        ("Cllr A Bell, Declaration of Interest", ["Cllr A Bell"]),
        ("Councillors Bell, Dow and Roe", ["Councillor Bell", "Councillor Dow", "Councillor Roe"]),
        ("Mr Bell, Dow and Roe", ["Mr Bell", "Dow", "Roe"]),
        ("Mr A Bell, Planner of Roads, Roads and Parks", ["Mr A Bell, Planner of Roads, Roads and Parks"]),
        ("Councillor Bell and, Jo Dow", ["Councillor Bell", "Jo Dow"]),
    ],
)
def test_names_with_initials_reasons_and_offices(told: str, names: list[str]) -> None:
    assert read_names(told, "") == names


MARKDOWN = r"""
    ---
    title: "Minutes of Saltby Parish Council"
    date: "2033-08-15"
    ---

    # DRAFT MINUTES OF SALTBY PARISH COUNCIL MEETING

    HELD IN SALTBY HALL AT 7.30 PM

    ON WEDNESDAY 4 MAY 2033

    ## Present:  Mrs Claire Bell – Chairman, Mr Mark Dow_,_ Mrs Pam Roe.

    **1.**  **Election of Chairman**

    Claire Bell was elected.

    2\. Finance.

    Paid.

    3\. Correspondence – 

    None.
    """


def test_a_text_with_the_marks_of_markdown(tmp_path: Path) -> None:
    (path := tmp_path / "saltby.txt").write_text(dedent(MARKDOWN).lstrip(), encoding="utf-8")
    (minutes,) = understand(read(path)).pack.minutes
    assert minutes.committee == "Saltby Parish Council" and minutes.date == date(2033, 5, 4)
    assert minutes.present == ("Mrs Claire Bell (Chairman)", "Mr Mark Dow", "Mrs Pam Roe")
    assert [(item.number, item.title) for item in minutes.items] == [
        ("1", "Election of Chairman"),
        ("2", "Finance."),
        ("3", "Correspondence"),
    ]


def test_stars_at_names_and_underlined_blanks_are_no_marks() -> None:
    assert (
        without_marks("*Cllr A Bell\nSigned ____ Chair\nC:\\notes")
        == "*Cllr A Bell\nSigned ____ Chair\nC:\\notes"
    )


RUN_IN = """
    Minutes of a meeting of Saltby Parish Council held on 18th January 2033
    Present: Councillor J Dow (Chairman): Councillor M Birch (Vice-Chairman); Councillors S Coates and T Roe.
    1. Minutes. Cllr Alder considered that the minutes were right.
    2. Finance.
    The Clerk noted that the precept had been set.
    3. Communications Protocol. This is still in the process of being updated.
    4. Apologies.
    These were received from Councillors P Dow and N Marsh.
    5. Reports.
    The lamp had been mended.
    """


def test_short_titles_before_their_text_and_apologies_told_of_as_these() -> None:
    minutes = minutes_of(RUN_IN)
    assert len(minutes.present) == 4
    assert minutes.apologies == ("Councillor P Dow", "Councillor N Marsh")
    titles = [item.title.rstrip(".") for item in minutes.items]
    assert titles == ["Minutes", "Finance", "Communications Protocol", "Apologies", "Reports"]


ROLL = """
    Minutes of Special Meeting of the Wendmoor Council held in the Long Room, Saltby on Thursday, 12 May 2033
    at 4.55pm.

    1. Calling of the Roll and Apologies for Absence

    Dr D Alder, Mr R Birch, Mrs J Coates

    In Attendance:

    Mr S Black, Principal Planner, Roads and Parks
    Miss J Moss, Democratic Services Manager, Chief Executive’s Office

    Apologies for absence were intimated on behalf of Mr S Dow.

    2. Declarations of Interest

    The Council NOTED the following declarations of interest:-

    Item 3 – Mrs J Coates (non-financial)

    3.  Burial Grounds

    There had been circulated a report on the yard by the quay, and on the old yard behind the chapel, and
    members spoke to it and RESOLVED to extend both.
    """


def test_the_roll_lists_those_present_and_an_interest_is_no_item() -> None:
    minutes = minutes_of(ROLL)
    assert minutes.present == ("Dr D Alder", "Mr R Birch", "Mrs J Coates")
    assert minutes.apologies == ("Mr S Dow",)
    assert minutes.officers_in_attendance == (
        "Mr S Black, Principal Planner, Roads and Parks",
        "Miss J Moss, Democratic Services Manager, Chief Executive’s Office",
    )
    assert [item.title for item in minutes.items][1:] == ["Declarations of Interest", "Burial Grounds"]
    assert minutes.items[2].resolved == ("to extend both.",)


RUNNING = """
    Annual Parish Meeting 18.04.33.

    Present: R Winter (Chairman), M. Burr, Cllr B. Hand.

    1953   The Chairman welcomed the members of the public

    1954   Public Participation. There was nothing to report from the public.

    1955   Minutes of the meeting held on the 5th November were approved and signed by the chairman.

    1956   Grass Cutting, It was agreed that the Clerk would talk to the mower and offer the agreed rate.

    1957   Planning:   Councillors were not in agreement to the change of use.
    """


def test_numbers_that_run_on_through_the_years_are_items_whatever_they_title() -> None:
    minutes = minutes_of(RUNNING)
    assert (minutes.date, len(minutes.present)) == (date(2033, 4, 18), 3)
    assert [item.number for item in minutes.items] == ["1953", "1954", "1955", "1956", "1957"]
    assert [item.title for item in minutes.items[3:]] == ["Grass Cutting", "Planning"]


RUN_INTO_TEXT = """
    Saltby Parish Council Minutes of the Annual Meeting held on 16th May 2033 in Saltby Hall at 8.15pm.

    PRESENT Cllr J Alder (Chairman), Cllr N Birch. 3 members of the public.

    APOLOGIES FOR ABSENCE None.

    DECLARATIONS OF INTEREST As and when required.

    ELECTION OF OFFICERS Chairman. Cllr Alder was re-elected unanimously.

    MATTERS ARISING: Footbridge behind the chapel. This had now been painted.
    """


def test_titles_in_capitals_with_their_text_behind_them_and_no_numbers() -> None:
    minutes = minutes_of(RUN_INTO_TEXT)
    assert minutes.present == ("Cllr J Alder (Chairman)", "Cllr N Birch") and minutes.start_time == time(
        20, 15
    )
    assert [(item.title, len(item.paragraphs)) for item in minutes.items] == [
        ("DECLARATIONS OF INTEREST", 1),
        ("ELECTION OF OFFICERS", 1),
        ("MATTERS ARISING", 1),
    ]


PREVIOUS = """
    Minutes of Previous Meeting

    WENDSHIRE COUNCIL

    POLICY COMMITTEE

    Minutes of the meeting held on Tuesday 24 May 2033

    Present:

    Councillor Bell (Chairman), and

    Councillors Alder and Birch

    1.   Apologies for Absence

    Apologies were received from Councillors Moss, Dow and Roe.

    2.   Duration of Meeting

    6.30 p.m. to 6.33 p.m.

    FIELD_SUMMARY

    </ TITLED_COMMENT_LAYOUT_SECTION>
    """


def test_a_file_called_by_its_place_on_the_agenda_and_what_a_template_leaves() -> None:
    minutes = minutes_of(PREVIOUS)
    assert minutes.committee == "POLICY COMMITTEE" and minutes.concluded == time(18, 33)
    assert minutes.apologies == ("Councillor Moss", "Councillor Dow", "Councillor Roe")


NO_LABEL = """
    August 2033 Minutes
    Minutes of the meeting held on 21st August 2033
    Vice Chairman, Mr P Dow in the Chair
    Mr R Coates.
    Miss P Fytt.
    14365. Apologies for Absence.
    Mr J Hugg and Mr P Bourne had to be elsewhere.
    14366. Declaration of interests.
    No one had any interests to declare.
    14367 Minutes of the Ordinary Parish Council meeting held on 24th July to be approved.
    It was proposed by Cllr Coates that these were accepted.
    14368. Matters Arising.
    The Clerk had purchased a telephone.
    """


def test_those_present_without_a_label_and_numbers_of_five_figures() -> None:
    minutes = minutes_of(NO_LABEL)
    assert (minutes.date, minutes.venue) == (date(2033, 8, 21), None)
    assert minutes.present[-2:] == ("Mr R Coates", "Miss P Fytt")
    assert [item.number for item in minutes.items] == ["14365", "14366", "14367", "14368"]


DAY_BEHIND = """
    Notes 2nd September 2033

    Chair: Cllr Alder (SA)
    Present ; Councillors: Birch (MB); Coates (AC)
    Apologies: had been received from C. Dow, D. Frost

    1, To elect a Chairman

    Cllr Alder was elected.

    2, Matters arising

    a) Speed – Cllr. Moss was away, the Clerk was asked to write to Cllr. Moss to ask him.          Action GP
    b) Seat – the Chairman agreed to get some prices.                                Action RG/DS

    3, Planning

    None.
    """


def test_a_day_right_behind_the_word_commas_behind_numbers_and_who_acts_at_a_line_s_end() -> None:
    minutes = minutes_of(DAY_BEHIND)
    assert minutes.date == date(2033, 9, 2) and len(minutes.present) == 3
    assert minutes.apologies == ("C. Dow", "D. Frost")
    assert [item.title for item in minutes.items] == ["To elect a Chairman", "Matters arising", "Planning"]
    first, second = minutes.items[1].actions
    assert (first.owner, second.owner) == ("GP", "RG/DS") and "Cllr. Moss was away" in first.text
