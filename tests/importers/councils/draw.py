"""Sets a written-out paper as a PDF: each column where the text has it, stamps laid over the page."""

from __future__ import annotations

import re
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

LEFT, TOP, LETTER, PITCH, SIZE = 40.0, 50.0, 4.75, 13.0, 9.0
_STAMP = re.compile(r"Page \d+|Agenda Item \d+")
_CELL = re.compile(r"\S+(?: \S+)*")


def draw(text: str, path: Path) -> None:
    """Write a paper whose pages are parted by form feeds as a PDF in a proportional type."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for page in text.split("\f"):
        for row, line in enumerate(page.split("\n")):
            for cell in _CELL.finditer(line):
                x, y = LEFT + cell.start() * LETTER, A4[1] - TOP - row * PITCH
                if _STAMP.fullmatch(cell[0]):
                    _lay(canvas, cell[0], x, y)
                else:
                    canvas.setFont("Helvetica-Bold" if cell[0].isupper() else "Helvetica", SIZE)
                    canvas.drawString(x, y, cell[0])
        canvas.showPage()
    canvas.save()


def _lay(canvas: Canvas, words: str, x: float, y: float) -> None:
    name = f"stamp{canvas.getPageNumber()}at{x:.0f}x{y:.0f}"
    canvas.beginForm(name)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(0, 0, words)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(x, y)
    canvas.doForm(name)
    canvas.restoreState()
