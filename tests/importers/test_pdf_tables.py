"""Ruled tables: rules in pieces, merged cells, blocks with several rows."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from imports.model.document import Page
from imports.readers.pdf import read_pdf
from tests.importers import pdfs


def read(tmp_path: Path, page: pdfs.Draw) -> Page:
    return read_pdf(pdfs.draw(tmp_path / "table.pdf", page)).pages[0]


def test_cells_of_several_lines_keep_their_lines_together(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid([56, 256, 456], [740, 720, 680])
        for x, top, words in (
            (60, 115, "Action"), (260, 115, "Progress"),
            (60, 135, "Officers to bring back the"), (60, 147, "figures for every ward"),
            (260, 135, "In hand; a report comes to"), (260, 147, "the committee in the autumn"),
        ):  # fmt: skip
            pdfs.text(canvas, x, top, words, size=9)

    found = read(tmp_path, page)
    assert found.tables[0].rows == (
        ("Action", "Progress"),
        (
            "Officers to bring back the\nfigures for every ward",
            "In hand; a report comes to\nthe committee in the autumn",
        ),
    )
    assert [line.text for line in found.lines] == [
        "Action  Progress",
        "Officers to bring back the",
        "figures for every ward",
        "In hand; a report comes to",
        "the committee in the autumn",
    ]


def test_rows_without_rules_between_them_are_parted_by_their_baselines(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid([56, 256, 356, 456], [740, 720, 640])
        rows = [
            ("Service", "Budget", "Actual"),
            ("Roads", "1,200", "1,150"),
            ("Verges", "300", "310"),
            ("Bins", "90", "95"),
        ]
        for n, row in enumerate(rows):
            for x, words in zip((60, 260, 360), row, strict=True):
                pdfs.text(canvas, x, 115 + 20 * n, words, size=9)

    assert read(tmp_path, page).tables[0].rows == (
        ("Service", "Budget", "Actual"),
        ("Roads", "1,200", "1,150"),
        ("Verges", "300", "310"),
        ("Bins", "90", "95"),
    )


def test_a_heading_across_all_columns_is_one_cell(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid([56, 456], [740, 720])
        canvas.grid([56, 256, 456], [720, 700])
        pdfs.text(canvas, 60, 115, "Outstanding actions of the committee", size=9)
        pdfs.text(canvas, 60, 135, "Shelters", size=9)
        pdfs.text(canvas, 260, 135, "Done", size=9)

    assert read(tmp_path, page).tables[0].rows == (
        ("Outstanding actions of the committee", ""),
        ("Shelters", "Done"),
    )


def test_borders_painted_as_thin_boxes_cell_by_cell_make_one_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for top in (100, 120, 140):
            for left in (56, 156):
                canvas.rect(left, pdfs.HEIGHT - top, 100, 0.5, stroke=0, fill=1)
        for left in (56, 156, 256):
            for top in (100, 120):
                canvas.rect(left, pdfs.HEIGHT - top - 20, 0.5, 20, stroke=0, fill=1)
        for n, row in enumerate((("a1", "b1"), ("a2", "b2"))):
            for x, words in zip((60, 160), row, strict=True):
                pdfs.text(canvas, x, 114 + 20 * n, words, size=9)

    assert read(tmp_path, page).tables[0].rows == (("a1", "b1"), ("a2", "b2"))


def test_numbers_that_nearly_touch_across_a_rule_stay_apart(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid([56, 100, 140], [740, 720, 700])
        for n in range(2):
            pdfs.text(canvas, 60, 115 + 20 * n, "1234567", size=9)
            pdfs.text(canvas, 102, 115 + 20 * n, "89", size=9)

    assert read(tmp_path, page).tables[0].rows == (("1234567", "89"), ("1234567", "89"))


def test_underlines_shading_and_frames_are_no_tables(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(40, 40, 500, 760)
        canvas.rect(56, 700, 300, 30, stroke=0, fill=1)
        pdfs.text(canvas, 56, 150, "Underlined heading", "Helvetica-Bold")
        canvas.line(56, pdfs.HEIGHT - 152, 160, pdfs.HEIGHT - 152)
        pdfs.text(canvas, 56, 180, "Some words below it.")

    found = read(tmp_path, page)
    assert found.tables == ()
    assert [line.text for line in found.lines] == ["Underlined heading", "Some words below it."]
    assert all(line.table is None for line in found.lines)
