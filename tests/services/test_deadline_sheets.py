"""Wordings inside whole front sheets of varied layout, from the file to what `show --json` says."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import pytest

from imports.pack import understand
from imports.readers.text import read_text
from scrutiny_tui.contract import pack_json
from scrutiny_tui.services.calendars import WorkingCalendar
from tests.services.deadline_wordings import MEETINGS, POSITIVES, Case

NUMBERED = """\
Wendshire County Council
Rivers Scrutiny Committee

Date: {day}
Time: {start}
Venue: Council Chamber, Castle Street, Wendham

AGENDA

1    Apologies for absence

2    Declarations of interest

     Members are asked to declare any interest.

3    {title}

{words}

4    Weirs and Locks (Pages 3 - 8)

     To receive the report of the Director of Rivers.

5    Flood Warnings (Pages 9 - 10)
"""
NOTES = """\
RIVERS SCRUTINY COMMITTEE

Meeting to be held in the Council Chamber, Wendham
on {day} at {start}

A G E N D A

1.   Apologies

2.   Minutes of the last meeting                               (Pages 1 - 6)

3.   Weirs and Locks                                           (Pages 7 - 12)

4.   Flood Warnings                                            (Pages 13 - 18)


Membership: Councillors Una Reed (Chair), Tam Frost and Io Marsh


{heading}

{words}

FILMING

The meeting may be filmed. Please tell the clerk 24 hours before the meeting if you wish to film.
"""
BEFORE = """\
Wend Borough Council

To: All members of the Rivers Overview and Scrutiny Panel

You are summoned to a meeting of the Rivers Overview and Scrutiny Panel to be held at {start} on
{day} in the Guildhall, Wendham.

{heading}

{words}

Contact: Una Reed, Democratic Services Officer, 01234 567890, una.reed@example.gov.uk

AGENDA

PART I - PUBLIC BUSINESS

1.   APOLOGIES FOR ABSENCE

2.   WEIRS AND LOCKS (Pages 5 - 12)

3.   FLOOD WARNINGS (Pages 13 - 20)
"""
APART = """\
Rivers Scrutiny Committee
{day}
{start}
Council Chamber, Wendham

Agenda

Page No.

1

Apologies

2

{title}

{words}

3

Weirs and Locks
Una Reed
(Pages 3 - 8)

4

Flood Warnings
Tam Frost
(Pages 9 - 10)
"""
LETTERED = """\
                         Wend Town Council

          RIVERS COMMITTEE: {day} at {start}

                              AGENDA

     1.  APOLOGIES FOR ABSENCE

     2.  {title}

         (a)  The Committee sets aside fifteen minutes for this item.
{bullet}
         (c)  No person may speak for more than three minutes.

     3.  WEIRS AND LOCKS                                   Pages 3-8

     4.  FLOOD WARNINGS                                    Pages 9-14
"""
SHEETS = {"numbered": NUMBERED, "notes": NOTES, "before": BEFORE, "apart": APART, "lettered": LETTERED}
# Scopes by item number mean other items on these sheets, and clauses in brackets are laid out as printed.
SAMPLE = [
    case for case in POSITIVES if "item" not in case.words and case.scope != "2" and "(a)" not in case.words
]
SAMPLE = [case for case in SAMPLE if case.title == "Questions"][::6]


def shown(case: Case, layout: str, tmp_path: Path) -> list[tuple[str | None, object, str, int]]:
    """What the command shows of a pack whose front sheet has the words."""
    day, start = MEETINGS[case.meeting]
    width, indent = (70, "     ") if layout != "lettered" else (66, "              ")
    words = fill(case.words, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
    bullet = fill(case.words, width, initial_indent="         (b)  ", subsequent_indent=indent)
    text = SHEETS[layout].format(
        day=f"{day:%A} {day.day} {day:%B} {day.year}",
        start=f"{start:%H.%M}",
        title="Questions",
        heading="QUESTIONS",
        words=words,
        bullet=bullet,
    )
    path = tmp_path / "pack.txt"
    path.write_text(text)
    shown = pack_json(understand(read_text(path)).pack, WorkingCalendar())
    assert (shown["meeting_date"], shown["start_time"]) == (day.isoformat(), f"{start:%H:%M}")
    return [
        (one["due"], one["applies_to"], one["source"], one["page"]) for one in shown["question_deadlines"]
    ]


@pytest.mark.parametrize("layout", SHEETS)
@pytest.mark.parametrize("case", SAMPLE, ids=[case.words[:40] for case in SAMPLE])
def test_a_wording_is_read_from_any_front_sheet(case: Case, layout: str, tmp_path: Path) -> None:
    source = "notes" if layout in ("notes", "before") else "agenda"
    expected = [
        (f"{moment:%Y-%m-%dT%H:%M}", scope, source, 1)
        for moment, scope in zip(case.moments(), case.scopes(), strict=True)
    ]
    assert shown(case, layout, tmp_path) == expected


def test_a_rule_and_the_date_it_means_are_told_once(tmp_path: Path) -> None:
    words = (
        "     Written questions must be received 3 clear working days before the meeting. For this\n"
        "     meeting, this means that your question must be received by 5.00 pm on Tuesday 5 March 2024."
    )
    paper = tmp_path / "paper.txt"
    paper.write_text(
        NUMBERED.format(day="Monday, 11 March 2024", start="10.00 am", title="Public Forum", words=words)
    )
    found = pack_json(understand(read_text(paper)).pack, WorkingCalendar())["question_deadlines"]
    assert [deadline["due"] for deadline in found] == ["2024-03-05T17:00"]
