"""What search finds of a report: the words as the reader shows them, cut into passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from imports.layout.blocks import Pages
from imports.layout.furniture import find_furniture, read_lines
from imports.layout.titles import Titles
from imports.model.document import Document, Line, Page, Table
from imports.model.reading import Passage
from imports.passages import LONGEST, MOST_LINES, Places, report_passages
from tests.importers.printed_pages import PROSE, printed
from tests.importers.sheets import from_text

HALF = "Salt is bought in August, when it is cheap, and by the time the first frost comes the"
REST = "barns are full and the price has doubled."


def found(
    document: Document, taken: frozenset[tuple[int, int]] = frozenset(), titles: dict[int, str] | None = None
) -> list[Passage]:
    furniture = find_furniture(document)
    numbers = [None] * len(document.pages)
    pages = Pages(document, furniture, read_lines(document, furniture)).finish(numbers, Titles())
    return list(report_passages(pages, taken, titles or {}, Places(numbers, {})))


def drawn(*pages: Sequence[Line], tables: Sequence[Table] = ()) -> Document:
    made = tuple(Page(n, tuple(lines), tuple(tables), 595.0, 842.0) for n, lines in enumerate(pages, 1))
    return replace(from_text("x"), format="pdf", pages=made)


def test_a_sentence_cut_by_the_foot_of_a_page_is_one_passage_on_its_first_page() -> None:
    (passage,) = found(from_text(f"{HALF}\n\f{REST}\n"))
    assert (passage.text, passage.page) == (f"{HALF} {REST}", 1)


def test_a_paragraph_that_ends_with_its_page_ends_there() -> None:
    numbered = f"4.1 {HALF} {REST}\n\f4.2 {PROSE[0]} {PROSE[1]}\n"
    assert [(p.ref, p.page) for p in found(from_text(numbered))] == [("4.1", 1), ("4.2", 2)]


def test_a_table_keeps_its_cells_together_and_is_one_passage() -> None:
    cells = [["Depot", "Salt\nin tonnes"], ["Upper Lorne\n(the barn)", "1,200"], ["Total", "1,200"]]
    rows = tuple(tuple(row) for row in cells)
    lines = [
        replace(printed(100.0 + 14 * n, (60, text)), table=0)
        for n, text in enumerate(
            ("Depot", "Salt", "in tonnes", "Upper Lorne", "1,200", "(the barn)", "Total")
        )
    ]
    (passage,) = found(drawn([printed(80, (60, "It lay there:")), *lines], tables=[Table(rows)]))
    assert passage.text.endswith("Depot Salt in tonnes Upper Lorne (the barn) 1,200 Total 1,200")


def test_a_long_table_is_cut_between_rows() -> None:
    rows = tuple(
        (f"Street {n}", "gritted on forty nights of that winter and swept in the spring") for n in range(90)
    )
    lines = [replace(printed(50.0 + 8 * n, (60, " ".join(row))), table=0) for n, row in enumerate(rows)]
    passages = found(drawn(lines, tables=[Table(rows)]))
    assert len(passages) > 2
    assert all(p.text.startswith("Street ") and p.text.endswith("in the spring") for p in passages)
    assert all(len(p.text) <= LONGEST + MOST_LINES and p.text.count("Street") <= MOST_LINES for p in passages)
    assert sum(p.text.count("Street") for p in passages) == len(rows)


def test_what_went_into_other_passages_is_left_out_line_by_line() -> None:
    document = from_text(f"{PROSE[0]}\n{PROSE[1]}\n")
    assert [p.text for p in found(document, frozenset({(1, 0)}))] == [PROSE[1]]
    assert found(document, frozenset({(1, 0), (1, 1)})) == []


def test_what_stands_before_and_behind_it_is_not_run_together() -> None:
    document = from_text("Salt is dear.\n\nIt was resolved.\n\nGrit is cheap.\n")
    assert [p.text for p in found(document, frozenset({(1, 2)}))] == ["Salt is dear.", "Grit is cheap."]


def test_items_of_a_list_are_still_told_apart() -> None:
    (passage,) = found(from_text("We ask for:\n\n• more salt\n• fewer hills\n"))
    assert passage.text == "We ask for: • more salt • fewer hills"


def test_a_paper_is_headed_by_its_title() -> None:
    document = from_text(f"{PROSE[0]}\n\fSALT AND GRIT\n\n{PROSE[1]}\n")
    headings = [p.heading for p in found(document, titles={2: "Salt and Grit in 2031"})]
    assert headings == ["", "Salt and Grit in 2031"]
