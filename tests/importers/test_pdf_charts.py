"""Pictures that are drawn and no image: charts are told, rules, shading and small ornaments are not."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from imports.model.document import Page
from imports.readers.pdf import read_pdf
from tests.importers.pdfs import draw, text

HEIGHTS = (50, 90, 130, 70, 40)


def pie(canvas: Canvas) -> None:
    for angle in range(0, 360, 45):
        canvas.wedge(150, 300, 450, 600, angle, 45, fill=1)


def lines(canvas: Canvas) -> None:
    for k in range(12):
        canvas.line(80 + k * 35, 300 + 40 * math.sin(k), 80 + (k + 1) * 35, 300 + 40 * math.sin(k + 1))


def bars(canvas: Canvas) -> None:
    for k, height in enumerate(HEIGHTS):
        canvas.rect(80 + k * 70, 200, 40, height, fill=1, stroke=0)


def lying_bars(canvas: Canvas) -> None:
    for k, length in enumerate(HEIGHTS):
        canvas.rect(80, 200 + 60 * k, length, 30, fill=1, stroke=1)


def shaded_table(canvas: Canvas) -> None:
    for row, width in enumerate((100, 200, 300, 400)):
        canvas.setFillGray(0.9)
        canvas.rect(60, 700 - 20 * row, width, 20, fill=1, stroke=0)
        canvas.setFillGray(0)
        text(canvas, 64, 137 + 20 * row, "Words in a shaded row")


def ornaments(canvas: Canvas) -> None:
    for k in range(40):
        canvas.circle(500 + k, 800, 15)
    for k in range(3):
        canvas.roundRect(60, 500 - k * 150, 400, 120, 10)
    canvas.grid([60, 160, 260], [700, 720, 740])


DRAWN = (pie, lines, bars, lying_bars)
SET = (shaded_table, ornaments)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[Callable[[Canvas], None], Page]:
    """Every page read, by what draws it."""
    path = draw(tmp_path_factory.mktemp("charts") / "charts.pdf", *DRAWN, *SET)
    return dict(zip((*DRAWN, *SET), read_pdf(path).pages, strict=True))


@pytest.mark.parametrize("what", DRAWN)
def test_a_chart_that_is_drawn_counts_as_a_picture(
    pages: dict[Callable[[Canvas], None], Page], what: Callable[[Canvas], None]
) -> None:
    assert pages[what].pictures == 1


@pytest.mark.parametrize("what", SET)
def test_what_a_page_is_set_with_is_no_picture(
    pages: dict[Callable[[Canvas], None], Page], what: Callable[[Canvas], None]
) -> None:
    assert pages[what].pictures == 0
