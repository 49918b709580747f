"""Holds the words of PDFs, and the order they are read in, against another reader (PDFium), page by page.

python -m tests.bench.word_order [PDF ...]    (without any: the packs in ../shared)

"kept": share of PDFium's words that are read here too, whatever their order. "order": the longest run
of words both read in the same order, as a share of the words both have.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import pypdfium2 as pdfium
from rapidfuzz.distance import LCSseq

from imports.model.document import Page
from imports.readers.pdf import read_pdf

_WORD = re.compile(r"\w+")
PACKS = Path(__file__).parents[3] / "shared" / "packs"


class Compared(NamedTuple):
    """A page's figures: words PDFium has, how many of them are kept, and the order of those both have."""

    page: int
    words: int
    kept: float
    order: float


def words_of(page: Page) -> list[str]:
    """The words of a page as it is read here, stamps and running lines included."""
    return _WORD.findall("\n".join(line.text for line in page.lines).casefold())


def compare(path: Path) -> list[Compared]:
    """Compare each page of a file that has words."""
    other = pdfium.PdfDocument(path)
    compared = []
    for page, theirs in zip(read_pdf(path).pages, other, strict=True):
        wanted = _WORD.findall(theirs.get_textpage().get_text_range().casefold())
        if not wanted:
            continue
        read = words_of(page)
        common = Counter(wanted) & Counter(read)
        a, b = ([word for word in words if word in common] for words in (wanted, read))
        order = LCSseq.similarity(a, b) / max(1, min(len(a), len(b)))
        compared.append(Compared(page.number, len(wanted), common.total() / len(wanted), order))
    return compared


def main() -> int:
    """Compare and print a line a file, with its worst pages."""
    for path in [Path(name) for name in sys.argv[1:]] or sorted(PACKS.glob("*.pdf")):
        pages = compare(path)
        total = sum(page.words for page in pages)
        kept = sum(page.kept * page.words for page in pages) / total
        order = mean(page.order for page in pages)
        worst = sorted(pages, key=lambda page: page.order)[:4]
        lost = sorted(pages, key=lambda page: page.kept)[:4]
        sys.stdout.write(
            f"{path.name:28} {len(pages):4} pages  kept {kept:.4f}  order {order:.4f}"
            f"  worst order {[(p.page, round(p.order, 2)) for p in worst]}"
            f"  least kept {[(p.page, round(p.kept, 2)) for p in lost]}\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
