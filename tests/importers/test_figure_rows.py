"""Rows whose columns were lost are a table again; sentences and dates that end in figures are none."""

from __future__ import annotations

from imports.model.reading import Block
from tests.importers.printed_pages import PROSE, blocks, printed


def set_apart(*rows: str) -> list[Block]:
    (found,) = blocks([printed(100 + 20.0 * n, (57, row)) for n, row in enumerate(rows)])
    return found


def test_names_and_their_figures_are_rows_below_their_head() -> None:
    found = set_apart(
        PROSE[0],
        "Target Actual",
        "March 22 20% 5.9%",
        "April 20% 7%",
        "Ward A 1,204 -",
        "All 2048 12",
        PROSE[1],
    )
    (table,) = [block for block in found if block.kind == "table"]
    assert table.rows == (
        ("", "Target", "Actual"),
        ("March 22", "20%", "5.9%"),
        ("April", "20%", "7%"),
        ("Ward A", "1,204", "-"),
        ("All", "2048", "12"),
    )


def test_ratings_are_figures_too_and_short_rows_are_filled() -> None:
    (table,) = set_apart("Fold Parish Council G A G G", "Upper Lea Police R G A", "Lea Trust G G G G")
    assert table.rows[1] == ("Upper Lea Police", "R", "G", "A", "")


def test_what_only_ends_in_a_figure_is_no_row() -> None:
    rows = [
        *("The Roads Act 2021", "The review of gritting December 2021", "Salt for every lane 2020/21"),
        *("Salt spread at 77 per 100,000", "Grit spread at 126 per 100,000", "Sand spread at 15 per 100,000"),
        *("Option 1", "Option 2", "Option 3", "Option 4"),
    ]
    assert not [block for block in set_apart(*rows) if block.kind == "table"]


def test_a_hollow_bullet_may_stand_before_a_figure() -> None:
    assert [block.kind for block in set_apart("o 17 lanes", "o 7 hills", "o 13 yards")] == ["item"] * 3
