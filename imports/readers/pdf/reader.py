"""A PDF pack, page by page: bytes in, lines with places out."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from imports.errors import Refused
from imports.model.document import Document, Page
from imports.processes.twin import Twins, later
from imports.readers.pdf.ascii85 import install as install_ascii85
from imports.readers.pdf.bookmarks import outline, property_of
from imports.readers.pdf.file import PackFile
from imports.readers.pdf.guards import install as install_guards
from imports.readers.pdf.hyphens import with_whole_words
from imports.readers.pdf.jumps import jumps, labels
from imports.readers.pdf.reading import Early, Reading, Told
from imports.readers.pdf.unicode_maps import install as install_unicode_maps

_NOTHING_SEEN = "no words could be recognised in them; ask the clerk for the original"

Mend = Callable[[Document], Document]


def read_pdf(
    path: Path,
    tell: Told | None = None,
    early: Early | None = None,
    twins: Twins = later,
    mend: Mend | None = None,
    password: str = "",
) -> Document:
    """Read a PDF as a document.

    A page that cannot be read is kept with its reason, so that the others count from the same place.

    Args:
        path: the file.
        tell: called with pages done and pages in all as reading goes on.
        early: shows the first pages of a long file, and any that is asked for.
        twins: `Beside` lets a second process read half of a long file.
        mend: puts words on the pages that are without, before the file is judged by them.
        password: of the file, "" for none.

    Raises:
        Refused: the file is locked, broken, or no words were found in its pictures.
    """
    install_guards()
    install_ascii85()
    install_unicode_maps()
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
        leads = jumps(file, found, pages, numbers)
        labelled = labels(file, len(pages))
    pages = with_whole_words(pages)
    document = replace(document, pages=tuple(pages), links=tuple(reading.links), jumps=leads, labels=labelled)
    document = mend(document) if mend else document
    _check(document.pages, path.name)
    return document


def _open(handle: BinaryIO, name: str, password: str) -> tuple[PDFParser, PackFile, list[PDFPage]]:
    try:
        parser, file, pages = _open_soundly(handle, password)
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


def _open_soundly(handle: BinaryIO, password: str) -> tuple[PDFParser, PackFile, list[PDFPage]]:
    """Open a file by its table of objects or, where that leads to no page, by looking for them."""
    try:
        parser = PDFParser(handle)
        file = PackFile(parser, password)
        if pages := file.pages():
            return parser, file, pages
    except (PDFEncryptionError, PDFPasswordIncorrect, UnicodeEncodeError):
        raise
    except Exception as error:
        logging.getLogger(__name__).debug("looking for the objects themselves", exc_info=error)
    parser = PDFParser(handle)
    file = PackFile(parser, password, rebuilt=True)
    return parser, file, file.pages()


def _check(pages: Sequence[Page], name: str) -> None:
    """Refuse a file without a word in it, and say why it has none; pictures nobody tried to read are kept."""
    if any(not line.stamp for page in pages for line in page.lines):
        return
    if any(page.pictures and not page.recognised and not page.failed for page in pages):
        return
    pictures = sum(page.pictures > 0 for page in pages)
    if all(page.failed for page in pages) or (not pictures and any(page.failed for page in pages)):
        raise Refused("unreadable", f"{name} is damaged: none of its pages can be read; download it again.")
    if not pictures:
        empty = f"{name} holds no text: its pages are empty; ask the clerk for the original."
        raise Refused("no-text", empty)
    many = f"{pictures} of its {len(pages)} pages hold only pictures"
    raise Refused("no-text", f"{name} holds no text: {many}; {_NOTHING_SEEN}.")
