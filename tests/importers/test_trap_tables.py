"""Tables as councils set them: merged cells, a few rules or none, money, trackers, turned heads."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

from imports.model.document import Page
from tests.importers import pdfs, traps
from tests.importers.traps import read, texts

FINANCE = (
    ("Service", "Budget £000", "Actual £000", "Variance £000"),
    ("Roads and bridges", "12,400", "12,950", "550"),
    ("Verges", "300", "281", "(19)"),
    ("Street lamps", "1,050", "990", "(60)"),
    ("Total", "13,750", "14,221", "471"),
)
TRACKER = (
    ("No.", "Meeting", "Action", "Owner", "Due", "Progress"),
    ("1", "4 May 2033", "Officers to bring back the figures for every ward", "HO", "June", "In hand"),
    ("2", "4 May 2033", "The chair to write to the minister about the cost of lamps", "Chair", "July",
     "Done; a reply came on 9 June and is at Annex B of this report"),
    ("3", "8 June 2033", "Map of kerbs", "BQ", "", "Late"),
)  # fmt: skip


def money(canvas: Canvas, rules: str, font: str = "Helvetica", shuffle: bool = False) -> None:
    rights = (0, 320, 420, 520)
    shown = [(row, column, words) for row, cells in enumerate(FINANCE) for column, words in enumerate(cells)]
    if shuffle:
        random.Random(2).shuffle(shown)
    canvas.setFont(font, 10)
    for row, column, words in shown:
        y = pdfs.HEIGHT - 114 - 18 * row
        if column:
            canvas.drawRightString(rights[column], y, words)
        else:
            canvas.drawString(60, y, words)
    levels = [pdfs.HEIGHT - 100 - 18 * n for n in range(len(FINANCE) + 1)]
    if rules == "all":
        canvas.grid([56, 220, 325, 425, 525], levels)
    elif rules == "level":
        for y in levels:
            canvas.line(56, y, 525, y)
    elif rules == "head":
        canvas.line(56, levels[1], 525, levels[1])


@pytest.mark.parametrize("font", traps.FACES)
@pytest.mark.parametrize("rules", ["all", "level", "head", "none"])
@pytest.mark.parametrize("shuffle", [False, True])
def test_columns_of_money(tmp_path: Path, font: str, rules: str, shuffle: bool) -> None:
    found = read(tmp_path, lambda canvas: money(canvas, rules, font, shuffle))
    assert texts(found) == ["  ".join(row) for row in FINANCE]
    if rules == "all":
        assert found.tables[0].rows == FINANCE


def flowing(
    canvas: Canvas, rows: tuple[tuple[str, ...], ...], widths: tuple[float, ...], *style: object
) -> None:
    look = ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=10)
    table = Table(
        [[Paragraph(words, look) if words else "" for words in row] for row in rows],
        colWidths=widths,
        style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), *style],
    )
    _, height = table.wrapOn(canvas, 500, 700)
    table.drawOn(canvas, 40, pdfs.HEIGHT - 80 - height)


def plain(page: Page) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell.replace("\n", " ") for cell in row) for row in page.tables[0].rows)


@pytest.mark.parametrize("columns", [3, 4, 5, 6])
def test_trackers_of_several_columns(tmp_path: Path, columns: int) -> None:
    rows = tuple(row[:columns] for row in TRACKER)
    found = read(tmp_path, lambda canvas: flowing(canvas, rows, (30, 70, 150, 50, 50, 160)[:columns]))
    assert plain(found) == rows


def test_cells_merged_down_and_across(tmp_path: Path) -> None:
    rows = (
        ("Ward", "Figures for the year", ""),
        ("", "Trees", "Benches"),
        ("Upper Wend", "41", "7"),
        ("", "12", "3"),
        ("Lower Wend", "No figures were given", ""),
    )
    spans = [
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (1, 0), (2, 0)),
        ("SPAN", (0, 2), (0, 3)),
        ("SPAN", (1, 4), (2, 4)),
    ]
    found = read(tmp_path, lambda canvas: flowing(canvas, rows, (120, 120, 120), *spans))
    assert plain(found) == rows


def test_a_word_across_the_page_stands_in_no_cell(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(120, pdfs.HEIGHT - 200)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 40)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()
        pdfs.ruled(canvas)

    found = read(tmp_path, page)
    assert [row for table in found.tables for row in table.rows] == list(pdfs.PROGRAMME)
    assert [line.text for line in found.lines if line.text == "DRAFT" and line.table is None]


def test_lists_inside_cells(tmp_path: Path) -> None:
    rows = (
        ("Aim", "Steps"),
        (
            "Safer roads",
            "• mend the lamps<br/>• cut the verges:<br/>– in spring<br/>– in autumn<br/>• report back",
        ),
    )
    found = read(tmp_path, lambda canvas: flowing(canvas, rows, (120, 220)))
    assert found.tables[0].rows[1] == (
        "Safer roads",
        "• mend the lamps\n• cut the verges:\n– in spring\n– in autumn\n• report back",
    )


def test_shaded_cells_without_rules_keep_rows(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for row, cells in enumerate(FINANCE):
            for column, words in enumerate(cells):
                canvas.setFillGray(0.9 if row % 2 else 0.7)
                canvas.rect(56 + 110 * column, pdfs.HEIGHT - 118 - 18 * row, 109, 17, stroke=0, fill=1)
                canvas.setFillGray(0)
                pdfs.text(canvas, 60 + 110 * column, 113 + 18 * row, words, size=9)

    assert texts(read(tmp_path, page)) == ["  ".join(row) for row in FINANCE]


@pytest.mark.parametrize("ruled", [True, False])
def test_turned_heads_of_columns(tmp_path: Path, ruled: bool) -> None:
    heads = ("Quarter one", "Quarter two", "Quarter three")
    rows = (("Upper Wend", "41", "7", "12"), ("Lower Wend", "36", "12", "9"))

    def page(canvas: Canvas) -> None:
        if ruled:
            canvas.grid([56, 200, 230, 260, 290], [pdfs.HEIGHT - top for top in (100, 180, 200, 220)])
        for n, words in enumerate(heads):
            canvas.saveState()
            canvas.translate(218 + 30 * n, pdfs.HEIGHT - 176)
            canvas.rotate(90)
            canvas.setFont("Helvetica-Bold", 9)
            canvas.drawString(0, 0, words)
            canvas.restoreState()
        for n, row in enumerate(rows):
            traps.show(
                canvas,
                *((x, 194 + 20 * n, words) for x, words in zip((60, 204, 234, 264), row, strict=True)),
                size=9,
            )

    found = read(tmp_path, page)
    if ruled:
        assert found.tables[0].rows == (("", *heads), *rows)
    else:
        assert [line for line in texts(found) if line not in heads] == ["  ".join(row) for row in rows]
        assert [line for line in texts(found) if line in heads] == list(heads)


def test_a_wide_table_on_a_landscape_page(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        lambda canvas: flowing_wide(canvas),
        size=pdfs.LANDSCAPE,
    )
    assert plain(found) == TRACKER


def flowing_wide(canvas: Canvas) -> None:
    look = ParagraphStyle("cell", fontName="Times-Roman", fontSize=9, leading=11)
    table = Table(
        [[Paragraph(words, look) for words in row] for row in TRACKER],
        colWidths=(40, 90, 220, 60, 60, 260),
        style=[
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
        ],
    )
    _, height = table.wrapOn(canvas, 760, 500)
    table.drawOn(canvas, 40, 540 - height)


@pytest.mark.parametrize("width", [0.25, 1.0, 2.5])
def test_borders_painted_twice_or_with_gaps(tmp_path: Path, width: float) -> None:
    rows = (("Ward", "Trees"), ("Upper Wend", "41"), ("Lower Wend", "36"))

    def page(canvas: Canvas) -> None:
        canvas.setLineWidth(width)
        for n in range(3):
            for left, right in ((56, 199), (200, 299)):
                canvas.rect(left, pdfs.HEIGHT - 119 - 20 * n, right - left, 19)
        for n, row in enumerate(rows):
            traps.show(
                canvas, *((x, 114 + 20 * n, words) for x, words in zip((60, 204), row, strict=True)), size=9
            )

    assert read(tmp_path, page).tables[0].rows == rows


def test_rows_with_level_rules_only_and_wrapped_cells(tmp_path: Path) -> None:
    """A row is read with its cells' lines beside each other or cell by cell, never across rows."""
    rows = (
        (["Bus shelters"], ["Harriet Oakes"], ["to come in", "September"]),
        (["Flood plan and", "its costs"], ["Bede Quill"], ["done"]),
    )

    def page(canvas: Canvas) -> None:
        top = 100.0
        for row in rows:
            canvas.line(56, pdfs.HEIGHT - top, 500, pdfs.HEIGHT - top)
            for x, lines in zip((60, 220, 360), row, strict=True):
                traps.set_lines(canvas, lines, x, top + 12, "Helvetica", 9, 11)
            top += 30
        canvas.line(56, pdfs.HEIGHT - top, 500, pdfs.HEIGHT - top)

    words = " ".join(texts(read(tmp_path, page))).split()
    assert words.index("September") < words.index("Flood")
    assert sorted(words) == sorted(
        word for row in rows for cell in row for line in cell for word in line.split()
    )


def test_pages_that_repeat_a_tables_head(tmp_path: Path) -> None:
    from imports.readers.pdf import read_pdf

    def page(canvas: Canvas) -> None:
        flowing(canvas, TRACKER, (30, 70, 150, 50, 50, 160))

    pages = read_pdf(pdfs.draw(tmp_path / "two.pdf", page, page)).pages
    assert [plain(each) for each in pages] == [TRACKER, TRACKER]
