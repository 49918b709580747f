"""A PDF pack, page by page: bytes in, lines with places out."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from imports.model import Document, Link, Page
from imports.readers.pdf.bookmarks import links, outline, property_of
from imports.readers.pdf.device import RunDevice
from imports.readers.pdf.interpreter import Interpreter, Overrun
from imports.readers.pdf.layout import lay_out

_log = logging.getLogger(__name__)

Told = Callable[[int, int], None]


def read_pdf(path: Path, tell: Told | None = None) -> Document:
    """Read a PDF as a document.

    A page that cannot be read is kept with its reason, so that the others count from the same place.

    Args:
        path: the file.
        tell: called with pages done and pages in all as reading goes on.

    Raises:
        Exception: the file itself cannot be opened or has no pages.
    """
    data = path.read_bytes()
    file = PDFDocument(PDFParser(BytesIO(data)))
    device = RunDevice()
    interpreter = Interpreter(device)
    pages: list[Page] = []
    addresses: list[Link] = []
    numbers: dict[object, int] = {}
    found = list(PDFPage.create_pages(file))
    for number, page in enumerate(found, start=1):
        numbers[page.pageid] = number
        pages.append(_read_page(interpreter, device, page, number))
        addresses += links(page, number)
        if tell:
            tell(number, len(found))
    return Document(
        source=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="pdf",
        pages=tuple(pages),
        title=property_of(file, "Title"),
        subject=property_of(file, "Subject"),
        outline=outline(file, numbers),
        links=tuple(addresses),
    )


def _read_page(interpreter: Interpreter, device: RunDevice, page: PDFPage, number: int) -> Page:
    failed = None
    try:
        interpreter.read(page)
    except Overrun:
        failed = "The page asks for more work than a page of a pack; it was read in part."
    except Exception as error:
        _log.debug("page %d", number, exc_info=error)
        failed = f"The page is damaged ({type(error).__name__}); it was read in part."
    laid_out = lay_out(device.page, number)
    if failed is None:
        return laid_out
    return Page(
        number, laid_out.lines, laid_out.tables, laid_out.width, laid_out.height, laid_out.pictures, failed
    )
