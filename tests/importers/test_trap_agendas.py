"""Agendas set in columns, however they were painted."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.importers import pdfs, traps
from tests.importers.traps import Shown, read, texts

ROWS = (
    ("1", ("Apologies for absence",), (), "Morwenna Pascoe", ""),
    ("2", ("Declarations of interest",), ("To receive any from members.",), "Idris Vaughan", ""),
    ("3", ("Minutes of the last meeting",), ("To agree the minutes of 4 May.",), "All members", "3 - 8"),
    ("4", ("Bus shelters in Lower Wend and in", "the parishes beyond it"), ("To note the report.",),
     "Harriet Oakes", "9 - 24"),
    ("5", ("Flood defences",), ("The committee is asked to comment on the", "plan and on its costs."),
     "Bede Quill", "25 - 71"),
    ("6", ("Road verges",), (), "Cora Rudd", "72 - 80"),
    ("7", ("Work programme",), ("To discuss future items.",), "Dan Sayer", "81 - 84"),
    ("8", ("Date of the next meeting",), (), "Ada Penrose", ""),
)  # fmt: skip
LEFTS = (56.0, 88.0, 400.0, 518.0)


def sheet(leading: float) -> tuple[list[list[Shown]], list[str]]:
    """The agenda's shown words in four columns, and the lines a person reads."""
    columns: list[list[Shown]] = [[], [], [], []]
    lines: list[str] = []
    top = 120.0
    for number, title, description, officer, pages in ROWS:
        columns[0].append((LEFTS[0], top, number))
        columns[2].append((LEFTS[2], top, officer))
        lines.append("  ".join(filter(None, (number, title[0], officer, pages))))
        if pages:
            columns[3].append((LEFTS[3], top, pages))
        for n, words in enumerate((*title, *description)):
            columns[1].append((LEFTS[1], top + leading * n, words))
            if n:
                lines.append(words)
        top += leading * (len(title) + len(description)) + 10
    return columns, lines


def by_column(columns: list[list[Shown]]) -> list[Shown]:
    return [shown for column in columns for shown in column]


def by_row(columns: list[list[Shown]]) -> list[Shown]:
    return sorted(by_column(columns), key=lambda shown: (shown[1], shown[0]))


def shuffled(columns: list[list[Shown]]) -> list[Shown]:
    found = by_column(columns)
    random.Random(11).shuffle(found)
    return found


def number_last(columns: list[list[Shown]]) -> list[Shown]:
    return by_column([columns[1], columns[2], columns[3], columns[0]])


def item_by_item(columns: list[list[Shown]]) -> list[Shown]:
    """Each item's number, words, officer and pages, as a table of a word processor is painted."""
    tops = [top for _, top, _ in columns[0]] + [1000.0]
    return [
        shown
        for top, end in pairwise(tops)
        for column in columns
        for shown in column
        if top <= shown[1] < end
    ]


Order = Callable[[list[list[Shown]]], list[Shown]]


@pytest.mark.parametrize("font", traps.FACES)
@pytest.mark.parametrize("order", [by_column, by_row, shuffled, number_last, item_by_item])
@pytest.mark.parametrize(("size", "leading"), [(9, 11), (11, 13.5), (10, 17)])
def test_rows_of_an_agenda(tmp_path: Path, order: Order, font: str, size: float, leading: float) -> None:
    columns, lines = sheet(leading)

    def page(canvas: Canvas) -> None:
        traps.show(canvas, *order(columns), font=font, size=size)

    assert texts(read(tmp_path, page)) == lines


@pytest.mark.parametrize("gap", [0.4, 0.7, 1.0, 1.4])
@pytest.mark.parametrize("together", [True, False])
def test_a_title_that_nearly_touches_an_officers_column(tmp_path: Path, gap: float, together: bool) -> None:
    titles = ("Apologies", "Flood defences and the plan", "Verges", "Work programme", "Next meeting")
    officers = ("Morwenna Pascoe", "Bede Quill", "Cora Rudd", "Dan Sayer", "Ada Penrose")
    left = 88 + traps.width(titles[1]) + gap * 11

    def page(canvas: Canvas) -> None:
        rows = list(zip(titles, officers, strict=True))
        shown = [
            [(88.0, 120.0 + 24 * n, title), (left, 120.0 + 24 * n, who)]
            for n, (title, who) in enumerate(rows)
        ]
        if together:
            traps.show(canvas, *(each for pair in shown for each in pair))
        else:
            traps.show(canvas, *(pair[0] for pair in shown), *(pair[1] for pair in shown))

    assert texts(read(tmp_path, page)) == [f"{a}  {b}" for a, b in zip(titles, officers, strict=True)]


@pytest.mark.parametrize("font", traps.FACES)
def test_page_numbers_after_rows_of_dots(tmp_path: Path, font: str) -> None:
    rows = (
        ("1. Apologies for absence", "1"),
        ("2. Bus shelters in Lower Wend", "9 - 24"),
        ("3. Verges", "101"),
    )

    def page(canvas: Canvas) -> None:
        for n, (title, number) in enumerate(rows):
            dots = "." * int((460 - traps.width(title, font)) / traps.width(".", font) - 6)
            pdfs.text(canvas, 56, 120 + 18 * n, f"{title} {dots}", font)
            canvas.drawRightString(540, pdfs.HEIGHT - 120 - 18 * n, number)

    found = texts(read(tmp_path, page))
    assert [line.replace(".", "").split() for line in found] == [
        f"{title} {number}".replace(".", "").split() for title, number in rows
    ]


def test_hanging_numbers(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for n, (number, words) in enumerate(
            (
                ("1.", "The Chair opened the meeting and"),
                ("", "thanked everybody."),
                ("(a)", "the first part of it, which"),
                ("", "runs on."),
            )
        ):
            top = 120 + 14 * n
            if number:
                pdfs.text(canvas, 56, top, number, "Times-Roman")
            pdfs.text(canvas, 84, top, words, "Times-Roman")

    assert texts(read(tmp_path, page)) == [
        "1.  The Chair opened the meeting and",
        "thanked everybody.",
        "(a) the first part of it, which",
        "runs on.",
    ]


@pytest.mark.parametrize("order", [by_column, by_row, shuffled, item_by_item])
def test_a_ruled_agenda(tmp_path: Path, order: Order) -> None:
    columns, _ = sheet(13)
    tops = [108.0]
    for _, title, description, _, _ in ROWS:
        tops.append(tops[-1] + 13 * (len(title) + len(description)) + 10)

    def page(canvas: Canvas) -> None:
        canvas.grid([50, 82, 394, 494, 560], [pdfs.HEIGHT - top for top in tops])
        traps.show(canvas, *order(columns))

    found = read(tmp_path, page)
    expected = tuple(
        (number, "\n".join((*title, *description)), officer, pages)
        for number, title, description, officer, pages in ROWS
    )
    assert found.tables[0].rows == expected
