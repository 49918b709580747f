"""Wordings as councils print them, clutter and all, each on a front sheet of another layout.

The cases were worked out by hand from a calendar before the code was read. In `wordings/printed_*.txt` a
case is a meeting, the words, and a line for each deadline: who may use it (P the public, M members, A all, *
whoever; with * after a letter "all" will do, too; else item numbers) and the moments that are right.
"""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from textwrap import fill
from typing import Any, NamedTuple

import pytest

from imports.deadlines.wording import read_wording
from imports.model.deadlines import DeadlineWording
from imports.pack import understand
from imports.readers.text import read_text
from scrutiny_tui.contract import pack_json
from scrutiny_tui.services.calendars import WorkingCalendar
from scrutiny_tui.services.reckoning import work_out_wording

WORDINGS = Path(__file__).parent / "wordings"
ITEMS = [
    "Highways capital programme",
    "Libraries review",
    "Adult care",
    "Winter service plan",
    "Work programme",
]
OPENING = ["Apologies for absence", "Declarations of interest", "Minutes of the last meeting"]
WHO = {"P": {"public questions"}, "M": {"members' questions"}, "A": {"all"}}


class Case(NamedTuple):
    """Words, the meeting they are printed for, and the deadlines they set."""

    meeting: datetime
    words: str
    due: tuple[tuple[str, tuple[str, ...]], ...]


def read_cases() -> list[Case]:
    """The cases of every table."""
    cases = []
    for path in sorted(WORDINGS.glob("printed_*.txt")):
        for block in path.read_text(encoding="utf-8").split("=== ")[1:]:
            meeting, *lines = block.strip().splitlines()
            words = "\n".join(line for line in lines if not line.startswith(">>> "))
            due = [line.split(" ", 2)[1:] for line in lines if line.startswith(">>> ")]
            cases.append(
                Case(
                    datetime.fromisoformat(meeting),
                    words,
                    tuple((who, tuple(at.split("|"))) for who, at in due),
                )
            )
    return cases


def laid_out(words: str, width: int, indent: str = "") -> str:
    return "\n".join(
        fill(line, width, initial_indent=indent, subsequent_indent=indent) for line in words.splitlines()
    )


def sheet(meeting: datetime, words: str, layout: int) -> str:
    """A front sheet with the words after the agenda, under an item, before the agenda or on its own page."""
    day = f"{meeting:%A} {meeting.day} {meeting:%B %Y}"
    start = f"{meeting.hour % 12 or 12}.{meeting:%M} {'am' if meeting.hour < 12 else 'pm'}"
    titles = [*OPENING, *ITEMS]
    if layout == 0:
        items = "\n\n".join(f"{n}   {title}" for n, title in enumerate(titles, 1))
        head = f"Aldermere County Council\n\nPlace Scrutiny Committee\n\nDate: {day}\nTime: {start}"
        return f"{head}\n\nAGENDA\n\n{items}\n\n\nNotes\n\n{laid_out(words, 88)}\n"
    if layout == 1:
        titles[3:3] = ["Public and Member Participation\n" + laid_out(words, 70, "    ")]
        items = "\n\n".join(f"{n}.  {title}" for n, title in enumerate(titles, 1))
        head = f"MARLSHIRE DISTRICT COUNCIL\n\nCORPORATE SCRUTINY PANEL\n\n{day} at {start}"
        return f"{head}\n\nAGENDA\n\n{items}\n"
    if layout == 2:
        items = "\n".join(f"{n}. {title.upper()}" for n, title in enumerate(titles, 1))
        head = f"Thornby Borough Council\n\nScrutiny Sub-Committee\n\nA meeting is held on {day} at {start}."
        return f"{head}\n\nPublic participation\n\n{laid_out(words, 78)}\n\nAGENDA\n\n{items}\n"
    items = "\n\n".join(f"{n}. {title}\nTo consider the report." for n, title in enumerate(titles, 1))
    head = f"Agenda\n\nEastmoor Health Scrutiny Committee\n\n{day} {start}\nMeeting Room 1"
    return f"{head}\n\n{items}\n\f\nInformation\n\nPlease silence telephones.\n\n{laid_out(words, 95)}\n"


def deadlines(meeting: datetime, words: str, layout: int, folder: Path) -> list[dict[str, Any]]:
    """What `show` tells of the sheet's deadlines."""
    path = folder / "pack.txt"
    path.write_text(sheet(meeting, words, layout), encoding="utf-8")
    shown = pack_json(understand(read_text(path)).pack, WorkingCalendar())
    assert (shown["meeting_date"], shown["start_time"]) == (f"{meeting:%Y-%m-%d}", f"{meeting:%H:%M}")
    found: list[dict[str, Any]] = shown["question_deadlines"]
    return found


def is_for(who: str, scope: str | list[str]) -> bool:
    """Whether a scope is the one a case asks for."""
    if who == "*":
        return isinstance(scope, str)
    if who[0] in WHO:
        return scope in WHO[who[0]] or (who.endswith("*") and scope == "all")
    return scope == who.split(",")


@pytest.mark.parametrize(
    ("layout", "case"),
    [
        pytest.param(n % 4, case, id=f"{n}-{case.words[:30].encode('ascii', 'ignore').decode()}")
        for n, case in enumerate(read_cases())
    ],
)
def test_printed_words_give_their_moments_and_whose_they_are(layout: int, case: Case, tmp_path: Path) -> None:
    found = deadlines(case.meeting, case.words, layout, tmp_path)
    for who, moments in case.due:
        assert [one for one in found if one["due"] in moments and is_for(who, one["applies_to"])], found
    right = {moment for _, moments in case.due for moment in moments}
    assert {one["due"] for one in found} <= right


NO_DEADLINE = (WORDINGS / "no_deadline.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("layout", "words"), [(n % 4, words) for n, words in enumerate(NO_DEADLINE)])
def test_words_for_something_else_set_no_question_deadline(layout: int, words: str, tmp_path: Path) -> None:
    assert deadlines(datetime(2026, 12, 3, 18), words, layout, tmp_path) == []


@pytest.mark.parametrize(
    ("words", "doubted"),
    [
        ("three clear working days before the meeting, i.e. by 12 noon on Tuesday 16 June 2026", True),
        ("three clear working days before the meeting, i.e. by 12 noon on Monday 15 June 2026", False),
        ("12 noon three working days before the meeting (Tuesday 16 June 2026)", False),
    ],
)
def test_a_date_and_a_rule_in_one_sentence_are_set_against_each_other(words: str, doubted: bool) -> None:
    text = f"Public questions must be received by {words}."
    wording = DeadlineWording(text, read_wording(text, date(2026, 6, 19)), "public questions", "notes", 1)
    worked = work_out_wording(wording, date(2026, 6, 19), time(9, 30), WorkingCalendar())
    assert worked is not None
    assert f"{worked.due:%d %H:%M}" in (words.split(" June")[0][-2:] + " 12:00",)
    assert ("deadline-sources-disagree" in {doubt.code for doubt in worked.warnings}) is doubted


@pytest.mark.parametrize(
    ("words", "doubted"),
    [
        ("by noon on the Monday, two working days before the meeting", True),
        ("by noon on the Wednesday, two working days before the meeting", False),
        ("by noon two working days before the meeting (i.e. Tuesday)", True),
        ("by noon two working days before the meeting (the Wednesday)", False),
        ("by noon at least two working days before the meeting, which is on a Friday", False),
    ],
)
def test_a_weekday_and_a_count_in_one_sentence_are_set_against_each_other(words: str, doubted: bool) -> None:
    text = f"Public questions must be received {words}."
    wording = DeadlineWording(text, read_wording(text, date(2026, 6, 19)), "public questions", "notes", 1)
    worked = work_out_wording(wording, date(2026, 6, 19), time(9, 30), WorkingCalendar())
    assert worked is not None
    assert worked.due == datetime(2026, 6, 17, 12)
    assert ("deadline-sources-disagree" in {doubt.code for doubt in worked.warnings}) is doubted
