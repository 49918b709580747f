"""Stamps laid over pages of every shape, and words that only look like stamps."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from imports.model.document import Page
from tests.importers import pdfs, traps
from tests.importers.traps import prose, read, texts, wrap

WORDS = wrap(prose(10, "panel"), "Times-Roman", 11, 450)
SAID = [
    "Page 71",
    "Agenda Item 5",
    "Minute Item 34",
    "Item 4",
    "Page 1,071",
    "Supplement Page 3",
    "Agenda Annex",
]


def body(canvas: Canvas) -> None:
    traps.set_lines(canvas, WORDS, 56, 100, "Times-Roman", 11, 14)


def stamps(page: Page) -> list[str]:
    return [line.text for line in page.lines if line.stamp]


@pytest.mark.parametrize("words", SAID)
@pytest.mark.parametrize(("x", "top"), [(465, 30), (495, 825), (270, 825)])
def test_stamps_as_forms(tmp_path: Path, words: str, x: float, top: float) -> None:
    def page(canvas: Canvas) -> None:
        body(canvas)
        pdfs.stamp(canvas, "s", words, x, top)

    found = read(tmp_path, page)
    assert stamps(found) == [words]
    assert [line.text for line in found.lines if not line.stamp] == WORDS


@pytest.mark.parametrize("words", SAID)
def test_stamps_turned_on_a_landscape_page(tmp_path: Path, words: str) -> None:
    def page(canvas: Canvas) -> None:
        traps.set_lines(canvas, WORDS, 56, 100, "Times-Roman", 11, 14)
        pdfs.stamp(canvas, "s", words, 832, 300, turned=True)

    found = read(tmp_path, page, size=pdfs.LANDSCAPE)
    assert stamps(found) == [words]
    assert [line.text for line in found.lines if not line.stamp] == WORDS


@pytest.mark.parametrize("rotate", [90, 270])
@pytest.mark.parametrize("words", SAID)
def test_stamps_on_a_page_that_is_turned_to_be_seen(tmp_path: Path, words: str, rotate: int) -> None:
    """A landscape sheet scanned into an upright page: its words run upwards, the stamp with the page."""

    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(rotate)
        canvas.saveState()
        if rotate == 90:
            canvas.translate(pdfs.WIDTH, 0)
            canvas.rotate(90)
        else:
            canvas.translate(0, pdfs.HEIGHT)
            canvas.rotate(270)
        canvas.setFont("Times-Roman", 11)
        for n, line in enumerate(WORDS):
            canvas.drawString(56, 500 - 14 * n, line)
        canvas.restoreState()
        pdfs.stamp(canvas, "s", words, 20, 30)

    found = read(tmp_path, page)
    assert stamps(found) == [words]
    assert [line.text for line in found.lines if not line.stamp] == WORDS


def test_a_stamp_in_two_strings_is_one_line(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        body(canvas)
        canvas.beginForm("split")
        canvas.setFont("Helvetica", 12)
        canvas.drawString(0, 0, "P")
        canvas.drawString(traps.width("P", size=12), 0, "age 57")
        canvas.endForm()
        canvas.saveState()
        canvas.translate(495, 20)
        canvas.doForm("split")
        canvas.restoreState()

    assert stamps(read(tmp_path, page)) == ["Page 57"]


def test_page_and_item_stamps_of_one_page_stay_apart(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        body(canvas)
        pdfs.stamp(canvas, "a", "Page 71", 270, 825)
        pdfs.stamp(canvas, "b", "Agenda Item 5", 465, 30)

    found = read(tmp_path, page)
    assert stamps(found) == ["Agenda Item 5", "Page 71"]
    assert texts(found) == ["Agenda Item 5", *WORDS, "Page 71"]


def test_a_stamp_printed_without_a_form_is_a_line_of_its_own(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        body(canvas)
        pdfs.text(canvas, 270, 825, "Page 71", size=12)
        pdfs.text(canvas, 465, 30, "Agenda Item 5", size=12)

    assert texts(read(tmp_path, page)) == ["Agenda Item 5", *WORDS, "Page 71"]


def test_a_page_painted_as_one_form_is_no_stamp(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.beginForm("whole")
        body(canvas)
        canvas.endForm()
        canvas.doForm("whole")

    found = read(tmp_path, page)
    assert stamps(found) == []
    assert texts(found) == WORDS


def test_a_stamp_inside_the_form_that_holds_a_page(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.beginForm("whole")
        body(canvas)
        canvas.endForm()
        canvas.doForm("whole")
        pdfs.stamp(canvas, "s", "Page 12", 270, 825)

    found = read(tmp_path, page)
    assert stamps(found) == ["Page 12"]
    assert texts(found) == [*WORDS, "Page 12"]
