"""A PDF pack, page by page: bytes in, lines with places out."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from imports.errors import Refused
from imports.model import Document, Link, Page
from imports.readers.pdf.ascii85 import install as install_ascii85
from imports.readers.pdf.bookmarks import links, outline, property_of
from imports.readers.pdf.device import RunDevice
from imports.readers.pdf.guards import install as install_guards
from imports.readers.pdf.interpreter import Interpreter, Overrun
from imports.readers.pdf.layout import lay_out
from imports.readers.pdf.letters import UNKNOWN

_log = logging.getLogger(__name__)

Told = Callable[[int, int], None]
_MOST_PAGES = 20_000


def read_pdf(path: Path, tell: Told | None = None) -> Document:
    """Read a PDF as a document.

    A page that cannot be read is kept with its reason, so that the others count from the same place.

    Args:
        path: the file.
        tell: called with pages done and pages in all as reading goes on.

    Raises:
        Refused: the file is locked, broken, or holds nothing but pictures.
    """
    install_guards()
    install_ascii85()
    with path.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
        file, found = _open(handle, path.name)
        device = RunDevice()
        interpreter = Interpreter(device)
        pages: list[Page] = []
        addresses: list[Link] = []
        for number, page in enumerate(found, start=1):
            pages.append(_read_page(interpreter, device, page, number))
            addresses += links(page, number)
            if tell:
                tell(number, len(found))
        _check(pages, path.name)
        numbers: dict[object, int] = {page.pageid: number for number, page in enumerate(found, start=1)}
        return Document(
            source=path.name,
            sha256=digest,
            format="pdf",
            pages=tuple(pages),
            title=property_of(file, "Title"),
            subject=property_of(file, "Subject"),
            outline=outline(file, numbers),
            links=tuple(addresses),
        )


def _open(handle: BinaryIO, name: str) -> tuple[PDFDocument, list[PDFPage]]:
    try:
        file = PDFDocument(PDFParser(handle))
        pages = list(islice(PDFPage.create_pages(file), _MOST_PAGES))
    except PDFEncryptionError as error:
        locked = f"{name} is locked with a password; open it, save it without one and import that."
        raise Refused("encrypted", locked) from error
    except Exception as error:
        broken = f"{name} is damaged or incomplete ({type(error).__name__}); download it again."
        raise Refused("unreadable", broken) from error
    if not pages:
        raise Refused("unreadable", f"{name} has no pages that can be found; download it again.")
    return file, pages


def _check(pages: list[Page], name: str) -> None:
    """Refuse a file without a word in it, and say why it has none."""
    if any(not line.stamp for page in pages for line in page.lines):
        return
    if all(page.failed for page in pages):
        raise Refused("unreadable", f"{name} is damaged: none of its pages can be read; download it again.")
    pictures = sum(page.pictures > 0 for page in pages)
    many = f"{pictures} of its {len(pages)} pages hold only pictures" if pictures else "its pages are empty"
    remedy = "have its text recognised (OCR) or ask the clerk for the original"
    raise Refused("no-text", f"{name} holds no text: {many}; {remedy}.")


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
    return replace(laid_out, failed=failed or _unknown_letters(laid_out))


def _unknown_letters(page: Page) -> str | None:
    """Say so where the page's fonts do not tell which letters they print."""
    text = "".join(line.text for line in page.lines if not line.stamp)
    if text.count(UNKNOWN) * 3 > len(text):
        return "The page's fonts do not say which letters they print; read it in the original."
    return None
