"""Makes scans for tests: pages drawn, turned into pictures, and put into PDFs without a letter in them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DOTS_PER_INCH = 200


def picture_of(path: Path, page: int = 1, *, tilt: float = 0.0) -> Any:
    """Draw a page of a PDF as a grey picture, a little askew if asked."""
    document = pypdfium2.PdfDocument(path)
    picture = document[page - 1].render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil()
    document.close()
    return picture.rotate(tilt, fillcolor=255) if tilt else picture


def scan_of(
    printed: Path,
    target: Path,
    *,
    kept: tuple[int, ...] = (),
    tilt: float = 0.0,
    layer: str = "",
    stamp: str = "",
    password: str = "",
) -> Path:
    """Write a PDF of the pictures of another's pages.

    Args:
        printed: the PDF to scan.
        target: where to write.
        kept: pages that get a printed sentence instead of a picture.
        tilt: how far each page lies askew, in degrees.
        layer: words laid invisibly under every picture, as scanners with recognition do.
        stamp: words in letters at the foot of each page.
        password: to lock it with.
    """
    document = pypdfium2.PdfDocument(printed)
    count = len(document)
    document.close()
    encrypt = StandardEncryption(password, canPrint=1) if password else None
    canvas = Canvas(str(target), encrypt=encrypt, invariant=1)
    for page in range(1, count + 1):
        width, height = canvas._pagesize
        if page in kept:
            canvas.setFont("Helvetica", 11)
            canvas.drawString(56, height - 90, "This page of the pack was printed and never scanned.")
        else:
            data = BytesIO()
            picture_of(printed, page, tilt=tilt).save(data, "PNG")
            data.seek(0)
            canvas.drawImage(ImageReader(data), 0, 0, width, height)
            for number, words in enumerate(layer.splitlines()):
                text = canvas.beginText(56, height - 80 - 14 * number)
                text.setFont("Helvetica", 11)
                text.setTextRenderMode(3)
                text.textLine(words)
                canvas.drawText(text)
        if stamp:
            canvas.beginForm(f"stamp{page}")
            canvas.setFont("Helvetica", 12)
            canvas.drawString(0, 0, f"{stamp} {page}")
            canvas.endForm()
            canvas.saveState()
            canvas.translate(495, 24)
            canvas.doForm(f"stamp{page}")
            canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return target
