"""Pages of several columns, side boxes and words laid across, however they were painted."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.importers import pdfs, traps
from tests.importers.traps import Shown, prose, read, texts, wrap

Order = Callable[[list[list[Shown]]], list[Shown]]


def by_column(columns: list[list[Shown]]) -> list[Shown]:
    return [shown for column in columns for shown in column]


def by_row(columns: list[list[Shown]]) -> list[Shown]:
    return [shown for row in zip_longest(*columns) for shown in row if shown]


def shuffled(columns: list[list[Shown]]) -> list[Shown]:
    found = by_column(columns)
    random.Random(3).shuffle(found)
    return found


def stories(count: int, measure: float, font: str, size: float, sentences: int = 8) -> list[list[str]]:
    subjects = ("chair", "clerk", "warden", "surveyor")[:count]
    return [wrap(prose(sentences + n, about), font, size, measure) for n, about in enumerate(subjects)]


def place(
    columns: list[list[str]], lefts: tuple[float, ...], top: float, leading: float
) -> list[list[Shown]]:
    return [
        [(left, top + leading * n, line) for n, line in enumerate(lines)]
        for left, lines in zip(lefts, columns, strict=True)
    ]


@pytest.mark.parametrize("order", [by_column, by_row, shuffled])
@pytest.mark.parametrize("font", traps.FACES)
@pytest.mark.parametrize(("size", "leading"), [(9, 11), (10, 15), (11, 13)])
def test_two_columns_under_a_heading(
    tmp_path: Path, order: Order, font: str, size: float, leading: float
) -> None:
    columns = stories(2, 225, font, size, 5)

    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 56, 70, "The year in the parks", "Helvetica-Bold", 18)
        traps.show(canvas, *order(place(columns, (56, 310), 110, leading)), font=font, size=size)

    assert texts(read(tmp_path, page)) == ["The year in the parks", *columns[0], *columns[1]]


@pytest.mark.parametrize("order", [by_column, by_row, shuffled])
@pytest.mark.parametrize("font", ["Times-Roman", "Helvetica", "Vera"])
def test_three_columns_of_a_newsletter(tmp_path: Path, order: Order, font: str) -> None:
    columns = stories(3, 150, font, 9, 6)

    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 56, 70, "News from the wards", "Times-Bold", 22)
        traps.show(canvas, *order(place(columns, (40, 213, 386), 110, 12)), font=font, size=9)

    assert texts(read(tmp_path, page)) == ["News from the wards", *columns[0], *columns[1], *columns[2]]


@pytest.mark.parametrize("order", [by_column, by_row])
def test_a_table_between_columns(tmp_path: Path, order: Order) -> None:
    upper = stories(2, 225, "Helvetica", 9, 4)
    lower = [[line.replace("week", "month") for line in column] for column in upper]
    rows = [("Ward", "Trees", "Benches"), ("Upper Wend", "41", "7"), ("Lower Wend", "36", "12")]

    def page(canvas: Canvas) -> None:
        traps.show(canvas, *order(place(upper, (56, 310), 90, 12)), size=9)
        top = 330.0
        canvas.grid([56, 256, 400, 535], [pdfs.HEIGHT - top - 18 * n for n in range(4)])
        for n, row in enumerate(rows):
            traps.show(
                canvas,
                *((x, top + 13 + 18 * n, words) for x, words in zip((60, 260, 404), row, strict=True)),
                size=9,
            )
        traps.show(canvas, *order(place(lower, (56, 310), 420, 12)), size=9)

    assert texts(read(tmp_path, page)) == [
        *upper[0], *upper[1], *("  ".join(row) for row in rows), *lower[0], *lower[1]
    ]  # fmt: skip


@pytest.mark.parametrize("after", [True, False])
@pytest.mark.parametrize("left", [True, False])
def test_a_box_beside_the_words(tmp_path: Path, after: bool, left: bool) -> None:
    main = wrap(prose(14, "panel"), "Times-Roman", 11, 320)
    side = wrap(prose(3, "officer").replace("wanting", "poor"), "Helvetica", 9, 110)
    column = [(190.0 if left else 56.0, 100.0 + 14 * n, line) for n, line in enumerate(main)]
    box = [(60.0 if left else 410.0, 133.0 + 11 * n, line) for n, line in enumerate(side)]

    def page(canvas: Canvas) -> None:
        canvas.rect(box[0][0] - 4, pdfs.HEIGHT - box[-1][1] - 6, 124, 11 * len(side) + 12)
        for turn in (after, not after):
            if turn:
                traps.show(canvas, *column, font="Times-Roman")
            else:
                traps.show(canvas, *box, size=9)

    found = texts(read(tmp_path, page))
    assert [line for line in found if line in main] == main
    assert [line for line in found if line in side] == side


@pytest.mark.parametrize("first", [True, False])
def test_a_word_laid_across_the_page(tmp_path: Path, first: bool) -> None:
    lines = wrap(prose(16, "panel"), "Times-Roman", 11, 450)

    def across(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(150, 250)
        canvas.rotate(52)
        canvas.setFont("Helvetica-Bold", 110)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()

    def page(canvas: Canvas) -> None:
        if first:
            across(canvas)
        traps.set_lines(canvas, lines, 56, 100, "Times-Roman", 11, 14)
        if not first:
            across(canvas)

    found = texts(read(tmp_path, page))
    assert sorted(found) == sorted([*lines, "DRAFT"])
    assert [line for line in found if line != "DRAFT"] == lines
    assert found.index("DRAFT") in (0, len(lines))


def test_an_upright_word_laid_over_the_lines(tmp_path: Path) -> None:
    lines = wrap(prose(16, "panel"), "Times-Roman", 11, 450)

    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 100, 300, "CONFIDENTIAL", "Helvetica-Bold", 60)
        traps.set_lines(canvas, lines, 56, 100, "Times-Roman", 11, 14)

    found = texts(read(tmp_path, page))
    assert [line for line in found if line != "CONFIDENTIAL"] == lines


@pytest.mark.parametrize("order", [by_column, by_row])
def test_notes_at_the_foot(tmp_path: Path, order: Order) -> None:
    lines = wrap(prose(10, "panel"), "Times-Roman", 11, 450)
    notes = ["1 The plan of 2031, page 4.", "2 See the minutes of May."]

    def page(canvas: Canvas) -> None:
        traps.set_lines(canvas, lines, 56, 100, "Times-Roman", 11, 14)
        canvas.line(56, 160, 200, 160)
        traps.set_lines(canvas, notes, 56, 700, "Times-Roman", 8, 10)
        traps.show(
            canvas, (56, 800, "Wendshire Council"), (280, 800, "Page 4 of 9"), (480, 800, "OFFICIAL"), size=8
        )

    assert texts(read(tmp_path, page)) == [*lines, *notes, "Wendshire Council  Page 4 of 9  OFFICIAL"]


@pytest.mark.parametrize("head_first", [True, False])
@pytest.mark.parametrize("foot", ["Page | 8", "- 8 -", "8", "Page 8 of 12", "8/12", "viii"])
def test_head_and_foot_lines(tmp_path: Path, head_first: bool, foot: str) -> None:
    lines = wrap(prose(10, "panel"), "Times-Roman", 11, 450)

    def page(canvas: Canvas) -> None:
        if head_first:
            traps.show(canvas, (56, 30, "Flood plan"), (290, 810, foot), size=8)
        traps.set_lines(canvas, lines, 56, 100, "Times-Roman", 11, 14)
        if not head_first:
            traps.show(canvas, (290, 810, foot), (56, 30, "Flood plan"), size=8)

    assert texts(read(tmp_path, page)) == ["Flood plan", *lines, foot]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_turned_pages(tmp_path: Path, rotate: int) -> None:
    lines = wrap(prose(8, "panel"), "Times-Roman", 11, 450)

    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(rotate)
        traps.set_lines(canvas, lines, 56, 100, "Times-Roman", 11, 14)

    assert texts(read(tmp_path, page)) == lines


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_words_turned_on_an_upright_page(tmp_path: Path, angle: int) -> None:
    lines = wrap(prose(8, "panel"), "Times-Roman", 11, 450)

    def page(canvas: Canvas) -> None:
        canvas.translate(*{90: (595, 0), 180: (595, 842), 270: (0, 842)}[angle])
        canvas.rotate(angle)
        canvas.setFont("Times-Roman", 11)
        for n, line in enumerate(lines):
            canvas.drawString(56, 480 - 14 * n, line)

    assert texts(read(tmp_path, page)) == lines
