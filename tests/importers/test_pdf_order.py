"""The order a page is read in: as it was painted, unless painting makes no sense."""

from __future__ import annotations

import random
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from imports.model.document import Page
from imports.readers.pdf import read_pdf
from tests.importers import pdfs

LEFT, RIGHT = pdfs.column(14, "chair"), pdfs.column(14, "clerk")


def read(tmp_path: Path, page: pdfs.Draw) -> Page:
    return read_pdf(pdfs.draw(tmp_path / "order.pdf", page)).pages[0]


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def test_two_columns_painted_one_after_the_other_stay_so(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for x, words in ((56, LEFT), (310, RIGHT)):
            for n, line in enumerate(words):
                pdfs.text(canvas, x, 100 + 14 * n, line, size=9)

    assert texts(read(tmp_path, page)) == LEFT + RIGHT


def test_two_columns_painted_row_by_row_are_parted(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 56, 70, "Notes of a visit to the depot", "Helvetica-Bold", 14)
        for n, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            pdfs.text(canvas, 56, 100 + 14 * n, left, size=9)
            pdfs.text(canvas, 310, 100 + 14 * n, right, size=9)

    assert texts(read(tmp_path, page)) == ["Notes of a visit to the depot", *LEFT, *RIGHT]


def test_entries_set_side_by_side_are_read_row_by_row(tmp_path: Path) -> None:
    rows = [
        ("Wendshire Association of Local Councils", "Cllr Ada Penrose, with Cllr Quill in reserve"),
        ("River Wend Catchment Partnership Board", "Cllr Bede Quill and one officer of the council"),
        ("Lower Wend Flood Wardens", "Cllr Cora Rudd, until the annual meeting"),
    ] * 3

    def page(canvas: Canvas) -> None:
        for n in range(0, 9, 3):
            for x, side in ((56, 0), (310, 1)):
                for m in range(n, n + 3):
                    pdfs.text(canvas, x, 100 + 14 * m, rows[m][side], size=9)

    assert texts(read(tmp_path, page)) == [f"{left}  {right}" for left, right in rows]


def test_a_shuffled_page_is_sorted_by_place(tmp_path: Path) -> None:
    order = list(enumerate(LEFT))
    random.Random(5).shuffle(order)

    def page(canvas: Canvas) -> None:
        for n, line in order:
            pdfs.text(canvas, 56, 100 + 14 * n, line)

    assert texts(read(tmp_path, page)) == LEFT


def test_head_and_foot_lines_painted_out_of_turn_go_to_their_places(tmp_path: Path) -> None:
    def foot_first(canvas: Canvas) -> None:
        pdfs.text(canvas, 280, 800, "Page | 8")
        for n, line in enumerate(LEFT):
            pdfs.text(canvas, 56, 100 + 14 * n, line)
        pdfs.text(canvas, 56, 40, "OFFICIAL")

    assert texts(read(tmp_path, foot_first)) == ["OFFICIAL", *LEFT, "Page | 8"]


def test_a_short_second_column_joins_the_rows_beside_it(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for n, name in enumerate(("Cllr Ada Penrose", "Cllr Bede Quill")):
            pdfs.text(canvas, 56, 100 + 14 * n, name)
        for n, name in enumerate(("Cllr Cora Rudd", "Cllr Dan Sayer")):
            pdfs.text(canvas, 300, 100 + 14 * n, name)

    assert texts(read(tmp_path, page)) == [
        "Cllr Ada Penrose  Cllr Cora Rudd",
        "Cllr Bede Quill  Cllr Dan Sayer",
    ]


def test_a_list_of_names_in_two_columns_is_read_down_the_columns(tmp_path: Path) -> None:
    left = [f"Cllr Ada Penrose {n}" for n in range(6)]
    right = [f"Cllr Cora Rudd {n}" for n in range(6)]

    def page(canvas: Canvas) -> None:
        for x, names in ((56, left), (300, right)):
            for n, name in enumerate(names):
                pdfs.text(canvas, x, 100 + 14 * n, name)

    assert texts(read(tmp_path, page)) == left + right


def test_the_later_line_of_a_side_cell_stands_before_what_is_below_it(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 88, 100, "Work Plan")
        pdfs.text(canvas, 88, 118, "To discuss future items.")
        pdfs.text(canvas, 431, 100, "Cllr Dr Harriet")
        pdfs.text(canvas, 431, 112, "Oakes")

    assert texts(read(tmp_path, page)) == ["Work Plan  Cllr Dr Harriet", "Oakes", "To discuss future items."]


def test_right_to_left_painting_on_one_line_reads_left_to_right(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 431, 100, "Idris Vaughan")
        pdfs.text(canvas, 88, 100, "Bus Shelters")
        pdfs.text(canvas, 56, 100, "7")
        pdfs.text(canvas, 88, 130, "To note.")

    assert texts(read(tmp_path, page)) == ["7  Bus Shelters  Idris Vaughan", "To note."]


def test_words_printed_twice_to_look_bold_are_read_once(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 56, 100, "RESOLVED")
        pdfs.text(canvas, 56.4, 100, "RESOLVED")

    found = read(tmp_path, page)
    assert texts(found) == ["RESOLVED"]
    assert found.lines[0].bold


def test_the_same_words_printed_in_two_places_are_both_read(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 56, 100, "Noted.")
        pdfs.text(canvas, 56, 114, "Noted.")

    assert texts(read(tmp_path, page)) == ["Noted.", "Noted."]


def test_raised_letters_stay_with_their_number(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 56, 100, "by Monday 23", size=12)
        x = 56 + canvas.stringWidth("by Monday 23", "Helvetica", 12)
        pdfs.text(canvas, x, 96, "rd", size=7)
        x += canvas.stringWidth("rd", "Helvetica", 7)
        pdfs.text(canvas, x + 3, 100, "May", size=12)

    assert texts(read(tmp_path, page)) == ["by Monday 23rd May"]
