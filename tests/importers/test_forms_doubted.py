"""Forms that leave a doubt, each the smallest text that shows it: what is worked out is said to be."""

from __future__ import annotations

from datetime import date, time

import pytest

from imports.model.pack import ParsedPack
from imports.pack import understand
from tests.importers.sheets import from_rows, from_text, minutes_of


def pack_of(text: str) -> ParsedPack:
    """A whole paper."""
    return understand(from_text(text)).pack


def codes(pack: ParsedPack) -> list[str]:
    """What its warnings are of."""
    return [warning.code for warning in pack.warnings]


SUMMONS = """
    ELMFORD PARISH COUNCIL

    You are summoned to a meeting of the Amenities Committee on {day} at 7.30pm in the Village Hall.

    Dated {issued}

    AGENDA

    1. Apologies
    2. Declarations of interest
    3. Minutes of the last meeting
    4. Date of next meeting
"""


def test_a_date_without_its_year_is_worked_out_from_its_weekday_and_said_to_be() -> None:
    pack = pack_of(SUMMONS.format(day="Tuesday 14th May", issued="8th May 2024"))
    assert (pack.meeting_date, pack.start_time, pack.venue) == (
        date(2024, 5, 14),
        time(19, 30),
        "Village Hall",
    )
    assert pack.meeting_date_basis == "inferred"
    assert codes(pack) == ["meeting-date-inferred"]


@pytest.mark.parametrize(
    ("day", "issued"),
    [
        ("Monday 14th May", "8th May 2024"),
        ("14th May", "8th May 2024"),
        ("Tuesday 14th May", "8th January 2024"),
    ],
)
def test_a_date_without_its_year_is_not_guessed(day: str, issued: str) -> None:
    pack = pack_of(SUMMONS.format(day=day, issued=issued))
    assert pack.meeting_date is None


MENTIONED = """
    AGENDA

    1  Apologies for absence

    2  Public Questions

    The closing date for receipt of questions is 10.00am on 26 October 2021.

    3  Minutes of the previous meeting (Pages 1 - 2)

    4  Dental access (Pages 3 - 4)
    \fHarnshire Health and Wellbeing Board
    Report Title: Dental access
    Report author: Meg Dale
    Purpose of the report: to tell the Board what is planned
    The survey will be presented at the Board's {one} meeting.
    Next steps: the Board on {other} is asked to agree the plan.
"""


def test_a_date_the_papers_name_soon_after_the_deadline_is_taken_with_a_warning() -> None:
    pack = pack_of(MENTIONED.format(one="2 November 2021", other="2 November 2021"))
    assert (pack.meeting_date, pack.meeting_date_basis) == (date(2021, 11, 2), "inferred")
    assert "meeting-date-inferred" in codes(pack)


def test_a_date_named_once_or_not_soon_after_the_deadline_is_not_taken() -> None:
    assert pack_of(MENTIONED.format(one="2 November 2021", other="9 November 2021")).meeting_date is None
    assert pack_of(MENTIONED.format(one="2 December 2021", other="2 December 2021")).meeting_date is None


COLUMNS = """
    SALTMERE DISTRICT COUNCIL
    COMMUNITY SCRUTINY PANEL
    Monday 17 November 2025 at 7.00 pm
    AGENDA
    1.
    2.
    3.
    4.
    Apologies
    Minutes of the meeting held on 22 September 2025
    Beach safety review
    Work plan
    Page
    {pages}
"""


def test_a_column_of_pages_goes_to_the_items_that_have_papers() -> None:
    pack = pack_of(COLUMNS.format(pages="3 - 8\n    9 - 20\n    21 - 24"))
    assert [item.pages for item in pack.agenda] == [None, (3, 8), (9, 20), (21, 24)]
    assert codes(pack) == []


def test_a_column_of_pages_that_fits_no_items_is_not_shared_out() -> None:
    pack = pack_of(COLUMNS.format(pages="3 - 8\n    9 - 20"))
    assert [item.title for item in pack.agenda][::3] == ["Apologies", "Work plan"]
    assert [item.pages for item in pack.agenda] == [None] * 4
    assert codes(pack) == ["agenda-pages-not-shared-out"]


def test_a_notice_of_cancellation_brings_no_report() -> None:
    pack = pack_of("""
        PINMERE BOROUGH COUNCIL

        NOTICE OF CANCELLATION

        Corporate Scrutiny Committee - Thursday 20 March 2025, 7.00 pm

        NOTICE IS HEREBY GIVEN that the meeting of the Corporate Scrutiny Committee due to be held on
        Thursday 20 March 2025 at 7.00 pm in the Council Chamber has been cancelled.

        The next meeting of the Committee will be held on Thursday 17 April 2025. Members of the public
        with questions about this notice should contact the Council's Democratic Services officers.
    """)
    assert (pack.kind, pack.reports, pack.agenda) == ("supplement", (), ())
    assert (pack.meeting_date, pack.venue) == (date(2025, 3, 20), "Council Chamber")
    assert codes(pack) == ["meeting-status"]


def test_noted_alone_is_what_was_decided_and_agreed_alone_a_label() -> None:
    minutes = minutes_of("""
        ORRAN COUNCIL
        Minutes of the Scrutiny Panel held on Tuesday 11 February 2025 at 7.00pm
        Present: Councillors A Bell and C Dow

        1. APOLOGIES

        NOTED.

        2. GREENWAYS

        AGREED

        That the route be surveyed.

        The meeting closed at 8.05pm
    """)
    assert [item.resolved for item in minutes.items] == [("NOTED.",), ("That the route be surveyed.",)]


def test_a_label_in_the_titles_face_is_no_part_of_the_title() -> None:
    bold = ("7  Skills", "Resolved:", "8  Roads")
    words = [
        "Minutes of the Scrutiny Panel held on Friday 9 January 2026 at 9.30 a.m.",
        "Present: Councillors A Bell and C Dow",
        "",
        *bold[:2],
        "That the plan be agreed.",
        "",
        bold[2],
        "None.",
    ]
    rows = [(50.0 + 14 * n, [(50.0, text)]) for n, text in enumerate(words) if text]
    (minutes,) = understand(from_rows(rows, bold=bold)).pack.minutes
    assert [(item.title, item.resolved) for item in minutes.items] == [
        ("Skills", ("That the plan be agreed.",)),
        ("Roads", ()),
    ]


ASKED = """
    MARLOWE COUNCIL
    Overview and Scrutiny Committee
    Wednesday 10 June 2026 at 6.30 pm in the Oak Room, Town Hall

    {words}

    AGENDA

    1. Apologies
    2. Minutes (Pages 1 - 5)
    3. Public questions
    4. Work programme (Pages 21 - 24)
"""


@pytest.mark.parametrize(
    "words",
    [
        "Anyone wishing to speak must register with the clerk by noon on Tuesday 9 June 2026.",
        "Nominations for the questions panel close on 5 June 2026.",
        "The questions raised by members on 12 May 2026 will be answered in July.",
        "Officers will respond to members' questions by 5 June 2026.",
        "If you need a translation of the questions, ask by 1 June 2026.",
        "Objections must be received by 12 June 2026. Questions should be directed to the Licensing Officer.",
        "No questions were received by the deadline of 5 June 2026.",
    ],
)
def test_a_date_that_is_no_deadline_for_questions_is_not_one(words: str) -> None:
    assert [asked.rule for asked in pack_of(ASKED.format(words=words)).question_deadlines if asked.rule] == []


@pytest.mark.parametrize(
    ("words", "day", "at"),
    [
        ("Questions: notice by 5.00pm, Weds 3rd June '26.", date(2026, 6, 3), time(17)),
        ("Questions must be submitted by 1700 hrs on 3.6.26.", date(2026, 6, 3), time(17)),
        ("To ask a question, email the clerk by 12 midday on Monday 8th June.", date(2026, 6, 8), time(12)),
    ],
)
def test_an_odd_spelling_of_a_deadline_is_one(words: str, day: date, at: time) -> None:
    (asked,) = pack_of(ASKED.format(words=words)).question_deadlines
    assert asked.rule is not None
    assert (asked.rule.date, asked.rule.time) == (day, at)
