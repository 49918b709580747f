"""`scrutiny questions`: one meeting's, as a schedule, each in a file of its own."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from scrutiny_tui.paths import Home
from tests.services.samples import COMMITTEE, Scrutiny, with_question


@pytest.fixture
def asked(scrutiny: Scrutiny, home: Home, pack: Path) -> Scrutiny:
    scrutiny("import", pack)
    for text in ("Why are there eleven breaches?", "Who mends them?"):
        with_question(home, text)
    return scrutiny


def test_a_schedule_is_written_as_a_table(asked: Scrutiny, tmp_path: Path) -> None:
    target = tmp_path / "schedule.docx"
    assert asked("questions", "--export", target, "--schedule").status == 0
    (table,) = docx.Document(str(target)).tables
    assert [cell.text for cell in table.columns[4].cells][1:] == [
        "Why are there eleven breaches?",
        "Who mends them?",
    ]


def test_each_question_gets_a_file(asked: Scrutiny, tmp_path: Path) -> None:
    assert asked("questions", "--export", tmp_path / "mine.md", "--each").status == 0
    assert sorted(path.name for path in tmp_path.glob("*.md")) == ["mine 1.md", "mine 2.md"]


@pytest.mark.parametrize(
    ("meeting", "found"), [("2031-05-22", 2), (COMMITTEE[:9], 2), ("2031-05-23", 0), ("No such board", 0)]
)
def test_only_one_meetings_questions_are_listed(asked: Scrutiny, meeting: str, found: int) -> None:
    assert len(asked("questions", "--meeting", meeting, "--json").document) == found


@pytest.mark.parametrize(
    "wrong", [("--schedule",), ("--each",), ("--export", "q.md", "--each", "--schedule")]
)
def test_options_that_say_nothing_together_are_wrong_usage(asked: Scrutiny, wrong: tuple[str, ...]) -> None:
    assert asked("questions", *wrong).status == 2


def test_a_question_tells_its_steps(asked: Scrutiny) -> None:
    first, _ = asked("questions", "--json").document
    assert [step["state"] for step in first["steps"]] == ["draft"] and first["submissions"] == []
