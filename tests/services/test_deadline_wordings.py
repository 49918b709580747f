"""Every wording, from a front sheet's words to the moment, the scope and the tier."""

from __future__ import annotations

from datetime import datetime
from textwrap import fill

import pytest

from imports.deadlines.reading import read_deadlines
from imports.front.sheet import read_front_sheet
from imports.model.deadlines import DeadlineWording
from scrutiny_tui.services.calendars import WorkingCalendar
from scrutiny_tui.services.reckoning import work_out_wording
from tests.importers.sheets import from_text
from tests.services.deadline_wordings import MEETINGS, NEGATIVES, POSITIVES, Case

SHEET = """
Wendshire County Council
Rivers Scrutiny Committee
{day} at {start}

AGENDA

1   Apologies for absence

2   {title}

{words}

3   Weirs and Locks (Pages 3 - 8)

4   Flood Warnings (Pages 9 - 10)

5   Work programme (Pages 11 - 12)
"""


def wordings_of(words: str, title: str, meeting: str) -> tuple[DeadlineWording, ...]:
    """The question deadlines a front sheet with these words under an item is read to set."""
    day, start = MEETINGS[meeting]
    laid = fill(words, 96, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
    sheet = SHEET.format(
        day=f"{day:%A} {day.day} {day:%B %Y}", start=f"{start:%H.%M}", title=title, words=laid
    )
    document = from_text(sheet)
    return read_deadlines(document, read_front_sheet(document), ())[0]


def read(case: Case) -> list[tuple[datetime | None, str, str]]:
    """What a case is read to say: moment, scope and tier of each deadline."""
    found = []
    for wording in wordings_of(case.words, case.title, case.meeting):
        worked = work_out_wording(wording, *MEETINGS[case.meeting], WorkingCalendar())
        scope = wording.applies_to
        covers = scope if isinstance(scope, str) else ", ".join(scope)
        found.append((worked.due if worked else None, covers, wording.tier))
    return found


@pytest.mark.parametrize(
    "case",
    POSITIVES,
    ids=[f"{n}-{case.words[:40].encode('ascii', 'ignore').decode()}" for n, case in enumerate(POSITIVES)],
)
def test_a_wording_gives_its_moment_scope_and_tier(case: Case) -> None:
    assert read(case) == list(zip(case.moments(), case.scopes(), case.tiers(), strict=True))


@pytest.mark.parametrize("title", ["Public Questions", "Weir Repairs"])
@pytest.mark.parametrize("words", NEGATIVES)
def test_what_is_no_question_deadline_makes_none(words: str, title: str) -> None:
    assert [wording.text for wording in wordings_of(words, title, "T")] == []
