"""Pages as a person reads them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.layout.blocks import Pages, read_pages
from imports.layout.furniture import find_furniture, read_lines
from imports.layout.titles import MINUTE, PAPER, Titles
from imports.model.document import Cell, Document, Line, Page, Table
from imports.model.reading import Block, ReadPage
from tests.importers.sheets import from_text


def pages_of(document: Document) -> tuple[ReadPage, ...]:
    furniture = find_furniture(document)
    numbers = (None,) * len(document.pages)
    return read_pages(document, furniture, read_lines(document, furniture), numbers)


def blocks_of(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for page in pages_of(document) for block in page.blocks]


TEXT = """
    2. WINTER CARE OF LANES

    The council grits the lanes in winter, and the parishes keep their own
    bins. A re-
    surfaced lane needs less salt than one that was left as it stood be-
    fore the war.

    Key Issues:

    • Salt is dear
    and scarce.
    • Lanes are many.

    Page 7
"""


def test_ragged_lines_become_headings_paragraphs_and_items() -> None:
    found = blocks_of(from_text(TEXT))
    assert found[0] == ("heading", "2. WINTER CARE OF LANES")
    assert found[1][0] == "paragraph"
    assert found[1][1].startswith(
        "The council grits the lanes in winter, and the parishes keep their own bins."
    )
    assert ("item", "Salt is dear and scarce.") in found
    assert ("item", "Lanes are many.") in found
    assert found[-1] == ("furniture", "Page 7")


def test_size_and_weight_make_headings_in_a_drawn_page() -> None:
    lines = (
        Line("Winter Care", top=80, bottom=100, size=20),
        Line("of Lanes", top=102, bottom=122, size=20),
        Line(
            "The lanes are many and the salt is dear, as members know who drive", top=140, bottom=151, size=11
        ),
        Line("them every winter of their lives in the hills of the county.", top=153, bottom=164, size=11),
        Line("Salt", top=180, bottom=191, size=11, bold=True),
        Line("Salt is dear.", top=195, bottom=206, size=11),
    )
    document = replace(from_text("x"), format="pdf", pages=(Page(1, lines, width=595.0, height=842.0),))
    (page,) = pages_of(document)
    assert [(b.kind, b.level, b.text) for b in page.blocks] == [
        ("heading", 1, "Winter Care of Lanes"),
        (
            "paragraph",
            1,
            "The lanes are many and the salt is dear, as members know who drive "
            "them every winter of their lives in the hills of the county.",
        ),
        ("heading", 3, "Salt"),
        ("paragraph", 1, "Salt is dear."),
    ]


def test_ruled_and_aligned_tables_keep_their_cells() -> None:
    rows = (("Year", "Cost"), ("2021", "£5\nmillion"))
    lines = (
        Line("Year  Cost", top=80, bottom=90, size=10, table=0),
        Line("2021  £5", top=92, bottom=102, size=10, table=0),
        Line("million", top=104, bottom=114, size=10, table=0),
        Line("Salt  12", top=200, bottom=210, size=10, cells=(Cell("Salt", 50, 80), Cell("12", 200, 220))),
        Line("Grit  14", top=212, bottom=222, size=10, cells=(Cell("Grit", 50, 80), Cell("14", 200, 220))),
    )
    page = Page(1, lines, (Table(rows, 80, 114),), width=595.0, height=842.0)
    (read,) = pages_of(replace(from_text("x"), format="pdf", pages=(page,)))
    assert [(block.kind, block.rows) for block in read.blocks] == [
        ("table", (("Year", "Cost"), ("2021", "£5 million"))),
        ("table", (("Salt", "12"), ("Grit", "14"))),
    ]
    assert read.blocks[0].text == "Year\tCost\n2021\t£5 million"


def test_dates_and_times_are_no_headings() -> None:
    found = blocks_of(from_text("The meeting was on\n15 September 2022\nand began at\n4.30 pm sharp."))
    assert all(kind != "heading" for kind, _ in found)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@given(st.lists(st.text(alphabet="abcXYZ019 .:-•()", max_size=60), max_size=25))
def test_nothing_printed_is_dropped(lines: list[str]) -> None:
    document = from_text("x")
    page = Page(1, tuple(Line(line.strip()) for line in lines))
    (read,) = pages_of(replace(document, pages=(page,)))
    blocks: tuple[Block, ...] = read.blocks
    assert letters("".join(block.text for block in blocks)) == letters("".join(lines))


@pytest.mark.parametrize("begun", range(5))
def test_pages_begun_before_the_titles_are_known_are_set_as_with_them(begun: int) -> None:
    document = from_text(
        "1. Minutes\n\nSalt is dear.\n\n2.\n\f"
        "LOST LANES\n\nThey are to be found again.\n\f"
        "Salt Strategy\n\nIt is dear.\n\nBACKGROUND\n\nSalt melts ice.\n\f"
        "BACKGROUND\n\nIt goes on.\n",
    )
    titles = Titles({1: (("Lost Lanes", MINUTE),), 3: (("Salt Strategy", PAPER),)}, frozenset({(4, 0)}))
    furniture = find_furniture(document)
    lines = read_lines(document, furniture)
    pages = Pages(document, furniture, lines)
    left = iter(range(begun))
    pages.begin(lambda: next(left, None) is None)
    numbers = (None,) * len(document.pages)
    found = tuple(one.page for one in pages.finish(numbers, titles))
    assert found == read_pages(document, furniture, lines, numbers, titles)
    assert pages.finish(numbers, titles) != pages.finish(numbers, Titles())
