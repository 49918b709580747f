"""Asks PDFium for the words of pages on which our own reading found none.

PDFium is not trusted with every page: some files make it abort. It is asked in a fork, so that only the
answer is lost, and where there are no forks it is not asked at all.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from imports.model.document import Document, Line, Page
from imports.patterns import regex
from imports.processes.twin import Beside
from imports.readers.pdf.file import LOST, OVERRUN

_WORD = regex(r"[^\W\d_]{2,}")
_FEWEST = 3
_MOST_PAGES = 200
_HYPHEN = "\ufffe"
NOTE = "our reader found no words on it; these are PDFium's, without their places: compare the original."


def with_second_opinion(path: Path, document: Document, password: str = "") -> Document:
    """Put PDFium's words on the pages that have none, each with a note for a warning.

    Args:
        path: the file.
        document: as our reader saw it.
        password: of the file, "" for none.
    """
    wanting = [
        page.number for page in document.pages if _wants_words(page) and page.failed not in (LOST, OVERRUN)
    ][:_MOST_PAGES]
    if not wanting or not hasattr(os, "fork"):
        return document
    here = os.getpid()

    def ask() -> list[tuple[int, str]]:
        return _ask(path, wanting, password) if os.getpid() != here else []

    with Beside() as twin:
        found = dict(twin(ask, list[tuple[int, str]])())
    pages = (_with_words(page, found.get(page.number, "")) for page in document.pages)
    return replace(document, pages=tuple(pages))


def _wants_words(page: Page) -> bool:
    words = (word for line in page.lines if not line.stamp for word in _WORD.finditer(line.text))
    return sum(1 for _ in islice(words, _FEWEST)) < _FEWEST


def _ask(path: Path, numbers: Sequence[int], password: str) -> list[tuple[int, str]]:
    from pypdfium2 import PdfDocument, PdfiumError

    found: list[tuple[int, str]] = []
    try:
        pdf = PdfDocument(path, password=password or None)
        for number in numbers:
            found.append((number, pdf[number - 1].get_textpage().get_text_range()))
    except (PdfiumError, IndexError, UnicodeError, ValueError):
        pass
    return found


def _with_words(page: Page, text: str) -> Page:
    from imports.readers.pdf.letters import clean

    if len(_WORD.findall(text)) < _FEWEST:
        return page
    texts = (clean(line).strip() for line in text.replace(_HYPHEN, "-").splitlines())
    own = tuple(Line(words) for words in texts if words)
    stamps = tuple(line for line in page.lines if line.stamp)
    return replace(page, lines=own + stamps, tables=(), failed=NOTE)
