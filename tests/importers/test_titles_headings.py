"""Which lines are headings, and how deep they stand."""

from __future__ import annotations

import pytest

from imports.layout.furniture import TextLine
from imports.layout.headings import heading_level
from imports.model.document import Line


def level(text: str, following: str = "", bold: bool = False, size: float = 11) -> int | None:
    def line(words: str, heavy: bool, points: float) -> TextLine:
        return TextLine(words, 1, 0, Line(words, right=300, bottom=20, size=points, bold=heavy), True, False)

    after = (
        TextLine(following, 1, 1, Line(following, right=300, size=11), False, False) if following else None
    )
    return heading_level(line(text, bold, size), 11, after)


@pytest.mark.parametrize(
    ("text", "bold", "expected"),
    [
        ("2. Purpose of the report", True, 2),
        ("2.1 Purpose of the report", True, 3),
        ("Winter care", True, 3),
        ("WINTER CARE OF LANES", False, 2),
        ("Resolved", True, 4),
        ("PRESENT:", True, 4),
        ("Thursday 9 March 2023 at 10.00 am", True, None),
        ("TOTAL 0.16 9.34 4.17", False, None),
        ("7, [VALUE]", False, None),
        ("46% LIVED HERE", False, None),
        ("+ HEDGES AND VERGES", False, None),
        ("resources, ideas and practice", True, None),
        ("For the purposes of this report salt is used for", True, None),
    ],
)
def test_what_is_a_heading(text: str, bold: bool, expected: int | None) -> None:
    assert level(text, bold=bold) == expected


def test_a_bold_beginning_of_a_sentence_is_none() -> None:
    assert level("Winter care of the lanes", "is what the council does.", bold=True) is None
    assert level("Winter care of the lanes", "a) salt", bold=True) == 3


def test_size_counts_before_words() -> None:
    assert (level("Winter care", size=18), level("Winter care", size=13)) == (1, 2)
