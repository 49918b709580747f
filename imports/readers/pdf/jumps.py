"""What a front sheet's links inside the file point at, and the labels the file gives its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1

from imports.model.document import Jump, Page
from imports.readers.pdf.bookmarks import DAMAGE, target

_FRONT_PAGES = 14
_MOST_LINKS = 500
_NEAR = 2.0


def jumps(
    document: PDFDocument, found: Sequence[PDFPage], pages: Sequence[Page], numbers: Mapping[object, int]
) -> tuple[Jump, ...]:
    """Find the links inside the file that its first pages hold, each with the words it lies on.

    Args:
        document: the file.
        found: its pages as the file has them.
        pages: the same as they were read.
        numbers: page number by the number of the page's object.
    """
    made: list[Jump] = []
    for raw, page in zip(found[:_FRONT_PAGES], pages, strict=False):
        try:
            for annotation in islice(resolve1(raw.annots) or [], _MOST_LINKS):
                entry = resolve1(annotation)
                to = target(document, entry, numbers)
                text = _words_under(entry, raw, page) if to and to != page.number else ""
                if to and text:
                    made.append(Jump(text, page.number, to))
        except DAMAGE:
            continue
    return tuple(made)


def _words_under(entry: dict[str, Any], raw: PDFPage, page: Page) -> str:
    """The words of the lines a link's rectangle lies on."""
    left, low, right, high = (float(resolve1(edge)) for edge in resolve1(entry["Rect"]))
    top = float(raw.mediabox[1]) + page.height
    above, below = top - max(low, high), top - min(low, high)
    lines = [
        line
        for line in page.lines
        if not line.stamp
        and above - _NEAR <= (line.top + line.bottom) / 2 <= below + _NEAR
        and line.right > min(left, right) - _NEAR
        and line.left < max(left, right) + _NEAR
    ]
    return " ".join(line.text for line in lines)


def labels(document: PDFDocument, count: int) -> tuple[str, ...]:
    """The label of each page, as viewers show it ("iv", "71"); none where the file gives no labels."""
    try:
        given = tuple(islice(document.get_page_labels(), count))
    except (StopIteration, RecursionError, *DAMAGE):
        return ()
    except Exception as error:  # pdfminer says "no labels" with an exception of its own
        if type(error).__name__ == "PDFNoPageLabels":
            return ()
        raise
    return given if len(given) == count and any(given) else ()
