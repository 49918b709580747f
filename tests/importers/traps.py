"""Pages that are hard to read right, each with the lines a person would read off it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from imports.model.document import Page
from imports.readers.pdf import read_pdf
from tests.importers import pdfs

FONTS = Path(reportlab.__file__).parent / "fonts"
FACES = {
    "Helvetica": "Helvetica-Bold",
    "Times-Roman": "Times-Bold",
    "Courier": "Courier-Bold",
    "Vera": "VeraBd",
}
Shown = tuple[float, float, str]


def embed() -> None:
    """Make the faces that are set as subsets with a code map known to the canvas."""
    for name in ("Vera", "VeraBd"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))


def read(folder: Path, *pages: pdfs.Draw, size: tuple[float, float] = (pdfs.WIDTH, pdfs.HEIGHT)) -> Page:
    """Draw pages and read the first."""
    embed()
    return read_pdf(pdfs.draw(folder / "trap.pdf", *pages, size=size)).pages[0]


def read_raw(folder: Path, content: bytes, **more: bytes) -> Page:
    """Read a page by its operators; `/F1` is Helvetica, `/F2` any font given as `F2`."""
    path = folder / "raw.pdf"
    objects = {10: more["F2"]} if "F2" in more else {}
    path.write_bytes(pdfs.raw(content, objects=objects))
    return read_pdf(path).pages[0]


def texts(page: Page) -> list[str]:
    """The lines of a page."""
    return [line.text for line in page.lines]


def show(canvas: Canvas, *shown: Shown, font: str = "Helvetica", size: float = 11) -> None:
    """Paint words at their places, each in a text object of its own."""
    for x, top, words in shown:
        pdfs.text(canvas, x, top, words, font, size)


def width(words: str, font: str = "Helvetica", size: float = 11) -> float:
    """How far words reach."""
    embed()
    return float(pdfmetrics.stringWidth(words, font, size))


def wrap(words: str, font: str, size: float, measure: float) -> list[str]:
    """Break prose into lines no wider than a measure."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, font, size) > measure:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def prose(count: int, about: str) -> str:
    """Sentences that say something new each time."""
    things = ("verges", "kerbs", "culverts", "bridges", "lamps", "hedges", "drains", "signs")
    return " ".join(
        f"In week {n} the {about} looked at {17 * n} {things[n % 8]} and found {n * 3 % 11} of them wanting."
        for n in range(1, count + 1)
    )


def set_lines(
    canvas: Canvas, lines: Sequence[str], x: float, top: float, font: str, size: float, leading: float
) -> None:
    """Set lines one below the other."""
    show(canvas, *((x, top + leading * n, line) for n, line in enumerate(lines)), font=font, size=size)
