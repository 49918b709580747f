"""Pages drawn for tests: lines with places, and the blocks they are set in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from imports.layout.blocks import read_pages
from imports.layout.furniture import find_furniture, read_lines
from imports.layout.titles import Titles
from imports.model.document import Cell, Line, Page
from imports.model.reading import Block
from tests.importers.sheets import from_text

LETTER = 5.5


def printed(top: float, *cells: tuple[float, str], size: float = 11, bold: bool = False) -> Line:
    """A line whose cells stand at the given lefts; letters are half as wide as high."""
    placed = tuple(Cell(text, left, left + len(text) * LETTER * size / 11) for left, text in cells)
    return Line(
        "  ".join(cell.text for cell in placed),
        placed[0].left,
        placed[-1].right,
        top,
        top + size * 1.1,
        size,
        bold,
        cells=placed if len(placed) > 1 else (),
    )


def blocks(*pages: Sequence[Line], titles: Titles | None = None) -> list[list[Block]]:
    document = replace(
        from_text("x"),
        format="pdf",
        pages=tuple(
            Page(n, tuple(lines), width=595.0, height=842.0) for n, lines in enumerate(pages, start=1)
        ),
    )
    furniture = find_furniture(document)
    numbers = (None,) * len(pages)
    read = read_pages(document, furniture, read_lines(document, furniture), numbers, titles)
    return [list(page.blocks) for page in read]


def texts(found: Sequence[Block]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in found]


PROSE = (
    "The gritters went out on forty nights of the winter, and on each of them",
    "salt was spread on the hills before it was spread on the plain below it.",
)
