"""Nothing printed is lost: every word pdfminer's own layout finds is found by ours."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTTextContainer
from reportlab.pdfgen.canvas import Canvas

from imports.readers.pdf import read_pdf
from tests.importers import pdfs

SHARED = Path(__file__).parents[3] / "shared" / "packs"
PACKS = sorted(SHARED.glob("*.pdf"))


def letters(text: str) -> Counter[str]:
    return Counter(c for c in unicodedata.normalize("NFKC", text) if not c.isspace() and c != "\xad")


def words(text: str) -> Counter[str]:
    found = re.findall(r"\w+", unicodedata.normalize("NFKC", text))
    # Titles set letter by letter are put together by ours and not by pdfminer.
    return Counter(word for word in found if len(word) > 1)


def texts(item: object) -> Iterator[str]:
    if isinstance(item, LTTextContainer):
        yield item.get_text()
    elif isinstance(item, Iterator) or hasattr(item, "__iter__"):
        for child in item:
            yield from texts(child)


def compare(path: Path) -> None:
    theirs = extract_pages(str(path), laparams=LAParams(all_texts=True))
    for page, ours in zip(theirs, read_pdf(path).pages, strict=True):
        expected, found = "\n".join(texts(page)), "\n".join(line.text for line in ours.lines)
        assert not letters(expected) - letters(found), ours.number
        assert not letters(found) - letters(expected), ours.number
        assert not words(expected) - words(found), ours.number


def test_our_own_pack(tmp_path: Path) -> None:
    compare(pdfs.pack(tmp_path / "pack.pdf"))


def test_two_columns(tmp_path: Path) -> None:
    left, right = pdfs.column(14, "chair"), pdfs.column(14, "clerk")

    def page(canvas: Canvas) -> None:
        for n, (one, other) in enumerate(zip(left, right, strict=True)):
            pdfs.text(canvas, 56, 100 + 14 * n, one, size=9)
            pdfs.text(canvas, 310, 100 + 14 * n, other, size=9)

    compare(pdfs.draw(tmp_path / "columns.pdf", page))


@pytest.mark.skipif(not PACKS, reason="no packs beside the checkout")
@pytest.mark.parametrize("path", PACKS[-1:], ids=lambda path: str(path.stem))
def test_a_real_pack(path: Path) -> None:
    compare(path)
