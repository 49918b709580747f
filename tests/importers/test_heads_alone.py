"""Papers without an agenda that say in one line whose meeting they belong to, and when."""

from __future__ import annotations

from datetime import date

import pytest

from imports.front.sheet import read_front_sheet
from imports.pack import understand
from tests.importers.sheets import from_text

BODY = """

    Item 5 - Sea walls

    Since the agenda was published on 13 May 2033 the Director has corrected Table 2 of the report.
    The Committee is asked to note the correction.
"""


@pytest.mark.parametrize(
    "head",
    [
        "Addendum to the agenda for the meeting of the Coast Scrutiny Committee on 26 May 2033",
        "Update sheet\n    COAST SCRUTINY COMMITTEE - 26/05/33",
        "Late papers for the Coast Scrutiny Committee, Thursday 26 May 2033 at 10.00 am",
        "Coast Scrutiny Committee\n    Decisions taken at the meeting held on Thursday 26 May 2033",
    ],
)
def test_one_line_tells_whose_meeting_and_when(head: str) -> None:
    sheet = read_front_sheet(from_text(f"    {head}{BODY}"))
    named = (sheet.committee or "").casefold()
    assert (named, sheet.meeting_date) == ("coast scrutiny committee", date(2033, 5, 26))


@pytest.mark.parametrize(
    "head",
    [
        "This was considered by the Coast Scrutiny Committee on 3 March 2033 and deferred to a later day.",
        "The plan agreed at the meeting of the Coast Scrutiny Committee on 3 March 2033 is new",
        "Published by the Coast Scrutiny Committee",
    ],
)
def test_a_sentence_about_another_meeting_tells_no_day(head: str) -> None:
    assert read_front_sheet(from_text(f"    {head}{BODY}")).meeting_date is None


def test_what_was_decided_at_a_meeting_is_a_notice_of_its_decisions() -> None:
    text = "Coast Committee\n\nDecisions taken at the meeting held on 26 May 2033\n\n5. Sea walls\nAgreed."
    pack = understand(from_text(text)).pack
    assert (pack.kind, pack.meeting_date) == ("decision notice", date(2033, 5, 26))


def test_a_paper_headed_update_adds_to_its_meetings_papers() -> None:
    pack = understand(from_text(f"    Coast Committee\n\n    26 May 2033\n\n    UPDATE{BODY}")).pack
    assert (pack.kind, pack.meeting_date) == ("supplement", date(2033, 5, 26))


def test_a_meeting_that_follows_another_is_no_supplement() -> None:
    items = "AGENDA\n\n1. Apologies\n\n2. Sea walls (to follow)\n\n3. Work programme\n"
    text = f"Coast Parish Council\n\n26 May 2033 at 7pm\n\n(to follow the Annual Meeting)\n\n{items}"
    assert understand(from_text(text)).pack.kind == "agenda"


def test_a_work_programme_is_no_part_of_its_committees_name() -> None:
    rows = "Meeting date   Item\n9 June 2033    Walls\n7 July 2033    Piers\n"
    text = f"Coast Scrutiny Committee work programme 2033/34\n\n{rows}\nMembers are asked to note it."
    assert understand(from_text(text)).pack.committee == "Coast Scrutiny Committee"
