"""A PDF pack, page by page: bytes in, lines with places out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from imports.errors import Refused
from imports.model import Document, Page
from imports.readers.pdf.ascii85 import install as install_ascii85
from imports.readers.pdf.bookmarks import outline, property_of
from imports.readers.pdf.guards import install as install_guards
from imports.readers.pdf.reading import Early, Reading, Told
from imports.twin import Twins, at_once

_MOST_PAGES = 20_000
_NOTHING_SEEN = "no words could be recognised in them; ask the clerk for the original"
_NOT_TRIED = "install tesseract-ocr to have them recognised (OCR), or ask the clerk for the original"

Mend = Callable[[Document], Document]


def read_pdf(
    path: Path,
    tell: Told | None = None,
    early: Early | None = None,
    twins: Twins = at_once,
    mend: Mend | None = None,
    password: str = "",
) -> Document:
    """Read a PDF as a document.

    A page that cannot be read is kept with its reason, so that the others count from the same place.

    Args:
        path: the file.
        tell: called with pages done and pages in all as reading goes on.
        early: called with the first pages of a long file, with more each time until it says yes.
        twins: `beside` lets a second process read half of a long file.
        mend: puts words on the pages that are without, before the file is judged by them.
        password: of the file, "" for none.

    Raises:
        Refused: the file is locked, broken, or holds nothing but pictures.
    """
    install_guards()
    install_ascii85()
    with path.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
        parser, file, found = _open(handle, path.name, password)
        numbers: dict[object, int] = {page.pageid: number for number, page in enumerate(found, start=1)}
        document = Document(
            source=path.name,
            sha256=digest,
            format="pdf",
            pages=(),
            title=property_of(file, "Title"),
            subject=property_of(file, "Subject"),
            outline=outline(file, numbers),
        )
        reading = Reading(path, parser, found, document)
        pages = reading.pages(tell, early, twins)
    document = replace(document, pages=tuple(pages), links=tuple(reading.links))
    document = mend(document) if mend else document
    _check(document.pages, path.name)
    return document


def _open(handle: BinaryIO, name: str, password: str) -> tuple[PDFParser, PDFDocument, list[PDFPage]]:
    try:
        parser = PDFParser(handle)
        file = PDFDocument(parser, password=password)
        pages = list(islice(PDFPage.create_pages(file), _MOST_PAGES))
    except (PDFPasswordIncorrect, UnicodeEncodeError) as error:
        needs = "the password given does not open it" if password else "it needs a password"
        locked = f"{name} is locked: {needs}; give its password, or save it without one and import that."
        raise Refused("encrypted", locked) from error
    except PDFEncryptionError as error:
        locked = f"{name} is locked in a way that cannot be opened; save it without a password."
        raise Refused("unreadable", locked) from error
    except Exception as error:
        broken = f"{name} is damaged or incomplete ({type(error).__name__}); download it again."
        raise Refused("unreadable", broken) from error
    if not pages:
        raise Refused("unreadable", f"{name} has no pages that can be found; download it again.")
    return parser, file, pages


def _check(pages: Sequence[Page], name: str) -> None:
    """Refuse a file without a word in it, and say why it has none."""
    if any(not line.stamp for page in pages for line in page.lines):
        return
    if all(page.failed for page in pages):
        raise Refused("unreadable", f"{name} is damaged: none of its pages can be read; download it again.")
    pictures = sum(page.pictures > 0 for page in pages)
    if not pictures:
        empty = f"{name} holds no text: its pages are empty; ask the clerk for the original."
        raise Refused("no-text", empty)
    remedy = _NOTHING_SEEN if any(page.recognised for page in pages) else _NOT_TRIED
    many = f"{pictures} of its {len(pages)} pages hold only pictures"
    raise Refused("no-text", f"{name} holds no text: {many}; {remedy}.")
