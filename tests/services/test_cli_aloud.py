"""What is printed for a voice: `--aloud`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scrutiny_tui.paths import Home
from scrutiny_tui.plain import ALOUD, plain, table
from scrutiny_tui.services.plain_pages import table_lines
from tests.services.samples import Scrutiny, with_question


@pytest.fixture
def aloud() -> Iterator[None]:
    before = ALOUD.set(True)
    yield
    ALOUD.reset(before)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2022-05-26", "26 May 2022"),
        ("by 2022-05-23T09:30", "by 23 May 2022 09:30"),
        ("Tue 6 Sep 2022, closed 12 d ago", "Tuesday 6 September 2022, closed 12 days ago"),
        ("2022-13-45 and Sun Street, Mar", "2022-13-45 and Sun Street, Mar"),
        ("ref 12022-05-261", "ref 12022-05-261"),
    ],
)
def test_days_are_words(aloud: None, written: str, told: str) -> None:
    assert plain(written) == told


def test_a_table_is_told_row_by_row_with_its_headings(aloud: None) -> None:
    told = table(("id", "due", "question"), [("1", "2022-05-26", "Why?"), ("2", "-", "Who?")])
    assert told.split("\n") == [
        *("2 in all.", "", "Number 1.", "id: 1", "due: 26 May 2022", "question: Why?"),
        *("", "Number 2.", "id: 2", "question: Who?"),
    ]


def test_a_papers_table_is_told_cell_by_cell() -> None:
    assert list(table_lines((("Ward", "Pupils"), ("Quay", "12")), 1)) == ["Ward: Quay", "Pupils: 12"]


def test_a_command_told_aloud_says_its_end_and_the_next_is_as_ever(
    scrutiny: Scrutiny, home: Home, pack: Path
) -> None:
    scrutiny("import", pack)
    with_question(home, "Why?")
    told = scrutiny("questions", "--aloud")
    assert told.out.startswith("1 in all.\n\nNumber 1.\nid: 1\n") and told.err.endswith("End.\n")
    assert "---" in scrutiny("questions").out and not ALOUD.get()
    assert scrutiny("--aloud", "agenda", "1").err.count("End.") == 1
