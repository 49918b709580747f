"""Sentences broken for another page and wrapped again, and lines that end without a stop, are told apart."""

from __future__ import annotations

from imports.model.document import Line
from tests.importers.printed_pages import PROSE, blocks, printed

FULL = "The gritters went out on forty nights and spread the salt of the county at a rate"


def set_close(*rows: str, top: float = 100) -> list[Line]:
    return [printed(top + 13.4 * n, (57, row)) for n, row in enumerate(rows)]


def words(lines: list[Line]) -> list[str]:
    (found,) = blocks(lines)
    return [block.text for block in found]


def test_the_short_rests_of_lines_wrapped_again_end_no_paragraph() -> None:
    rests = ("of twenty", "per lane and", "by the Roads", "Board and its", "partners in")
    rows = [row for rest in rests for row in (FULL, rest)]
    rows[2], rows[4], rows[6] = (row.lower() for row in (rows[2], rows[4], rows[6]))
    assert words(set_close(*rows, "Upper Fold.")) == [" ".join([*rows, "Upper Fold."])]


def test_items_that_wrap_are_no_lines_wrapped_again() -> None:
    items = [(FULL, "of twenty grams"), (FULL, "of thirty grams"), (FULL, "of forty grams")]
    rows = [row for item in items for row in item]
    assert words(set_close(*rows)) == [" ".join(item) for item in items]


def test_two_lines_by_themselves_are_one_where_the_first_is_long() -> None:
    lines = [
        *set_close(*PROSE, *PROSE),
        *set_close("Sponsor Una Reed, Director of Roads and Paths and of Public", "Works", top=180),
        *set_close("Winter care of the lanes was looked at by two boards", "The first was for it.", top=230),
    ]
    assert words(lines)[1:] == [
        "Sponsor Una Reed, Director of Roads and Paths and of Public Works",
        "Winter care of the lanes was looked at by two boards",
        "The first was for it.",
    ]


def test_a_sentence_goes_on_over_white_space_after_a_word_that_cannot_end_it() -> None:
    lines = [
        *set_close(*PROSE, *PROSE),
        *set_close("Gritting was looked at by the", top=180),
        *set_close("Roads Board in March.", top=210),
        *set_close("The board said that forty nights", top=250),
        *set_close("were more than in other winters.", top=280),
        *set_close("Salt", top=320),
        *set_close("grit", top=350),
    ]
    assert words(lines)[1:] == [
        "Gritting was looked at by the Roads Board in March.",
        "The board said that forty nights were more than in other winters.",
        "Salt",
        "grit",
    ]


def test_a_list_ends_where_a_sentence_begins_behind_it() -> None:
    lines = [
        *set_close(*PROSE, *PROSE),
        *set_close("• Salt", "• Grit", "• Sand", "• Economic use of all three", top=180),
        *set_close("These are what the lanes need in winter.", top=250),
    ]
    assert words(lines)[-2:] == ["Economic use of all three", "These are what the lanes need in winter."]


def test_each_name_of_a_list_stands_by_itself_and_a_narrow_column_does_not() -> None:
    names = ["Cllr Una Reed-Frost", "Cllr Jo Hill", "Dr Ada Stone", "Peter Fold"]
    labels = ["Annual", "Latest", "Quarter", "Snapshot"]
    lines = [
        *set_close(*PROSE, *PROSE),
        *set_close(*names, top=180),
        *set_close(*labels, top=260),
        *set_close("Salt is spread by", "Farmers where the", "County asks them", "to do so.", top=340),
    ]
    assert words(lines)[1:] == [
        *names,
        " ".join(labels),
        "Salt is spread by Farmers where the County asks them to do so.",
    ]


def test_items_set_like_headings_stay_in_their_list() -> None:
    (found,) = blocks(
        [
            printed(100, (57, "1. Winter care"), bold=True),
            printed(130, (57, PROSE[0])),
            printed(160, (57, "1. Salt the hills"), bold=True),
            printed(190, (57, "2. Salt the plain before the frost comes, and the hills again behind it.")),
            printed(220, (57, "3. Sweep the lanes"), bold=True),
            printed(250, (57, "4. Sweep the yards"), bold=True),
            printed(280, (57, PROSE[1])),
        ]
    )
    assert [block.kind for block in found] == ["heading", "paragraph", *["item"] * 4, "paragraph"]
