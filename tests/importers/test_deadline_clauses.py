"""Sentences with several deadlines, lists of them under a heading, and what is said for other weekdays."""

from __future__ import annotations

from datetime import date

import pytest

from imports.deadlines.clauses import lead_of, split_clauses, with_lead, without_examples

MEETING = date(2024, 6, 13)  # a Thursday
HEADING = "Deadlines for this meeting"


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("Deadlines for this meeting", HEADING),
        ("Deadlines for this meeting:", HEADING),
        ("Closing dates .", "Closing dates"),
        ("Public questions", ""),
        ("Deadline for questions: noon on 10 June", ""),
        ("Deadlines " + "for this meeting " * 8, ""),
    ],
)
def test_a_heading_over_a_list_speaks_of_deadlines_and_holds_none(words: str, lead: str) -> None:
    assert lead_of(words, MEETING) == lead


@pytest.mark.parametrize(
    "line",
    [
        "Public questions: noon, 10 June",
        "Public questions 10 June 2024",
        "Members' questions - 10am on Monday 10 June 2024",
    ],
)
def test_a_line_of_a_list_is_read_with_its_heading(line: str) -> None:
    assert with_lead(line, HEADING, MEETING) == f"{HEADING}: {line}"


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Public questions: noon, 10 June 2024", ""),
        ("Public questions: in writing", HEADING),
        ("The deadline for petitions is 10 June 2024", HEADING),
        ("The committee will be asked on 10 June 2024", HEADING),
        ("so the office closes on 10 June 2024", HEADING),
    ],
)
def test_any_other_sentence_stays_as_it_is(sentence: str, lead: str) -> None:
    assert with_lead(sentence, lead, MEETING) == sentence


@pytest.mark.parametrize(
    ("words", "clauses"),
    [
        (
            "Deadlines: public questions: noon, 10 June Petitions: 5pm, 7 June",
            ["Deadlines: public questions: noon, 10 June ", "Deadlines: Petitions: 5pm, 7 June"],
        ),
        (
            "Public questions 10 June 2024 Petitions 7 June 2024 Petitions to Cabinet 3 June 2024",
            ["Public questions 10 June 2024 ", "Petitions 7 June 2024 ", "Petitions to Cabinet 3 June 2024"],
        ),
        (
            "Questions must be received by noon on 10 June, and petitions by 5pm on 7 June",
            ["Questions must be received by noon on 10 June", "petitions by 5pm on 7 June"],
        ),
        (
            "Questions by noon on 10 June; the room is open",
            ["Questions by noon on 10 June; the room is open"],
        ),
        (
            "Questions by noon on 10 June or 3 clear working days before, whichever is the earlier",
            ["Questions by noon on 10 June or 3 clear working days before, whichever is the earlier"],
        ),
    ],
)
def test_every_deadline_of_a_sentence_has_its_own_clause(words: str, clauses: list[str]) -> None:
    assert split_clauses(words, MEETING) == clauses


RULE = "Questions must be received by noon three clear working days before the meeting"


@pytest.mark.parametrize(
    "words",
    [
        f"{RULE}, for example by noon on Friday if the meeting is held on a Monday",
        f"{RULE} (if the meeting is on a Monday, by noon on the Tuesday of the week before)",
        f"{RULE}; where a meeting is held on a Monday this is the Tuesday",
        f"{RULE}, e.g. noon on Tuesday for a meeting on a Monday",
    ],
)
def test_what_is_said_for_a_meeting_on_another_weekday_is_left_out(words: str) -> None:
    assert without_examples(words, MEETING) == RULE


def test_a_sentence_for_meetings_on_another_weekday_says_nothing_of_this_one() -> None:
    words = "If the meeting is on a Monday, questions must be received by noon on the Tuesday before"
    assert without_examples(words, MEETING) == ""
    assert without_examples(words, date(2024, 6, 10)) == words
    aside = f"{RULE} (if the meeting is on a Thursday, by noon on the Friday)"
    assert without_examples(aside, MEETING) == aside
