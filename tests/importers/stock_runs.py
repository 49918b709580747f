"""What pdfminer's own interpreter paints, to hold ours against: every string with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import Matrix, apply_matrix_pt, mult_matrix

from imports.readers.pdf.device import RunDevice, TextState
from imports.readers.pdf.guards import install
from imports.readers.pdf.interpreter import Interpreter
from imports.readers.pdf.letters import UNKNOWN, clean

NEAR = 0.05


class Shown(NamedTuple):
    """A shown string: its letters, and where it begins and ends, in points."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float

    def is_like(self, other: Shown) -> bool:
        """Whether both say the same at the same place."""
        near = (abs(one - two) <= NEAR for one, two in zip(self[1:], other[1:], strict=True))
        return self.text == other.text and all(near)


class _Ours(RunDevice):
    """Notes what our interpreter shows, as it hands it to the device."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Shown] = []

    def show(self, state: TextState, ctm: Matrix, parts: Iterable[object]) -> None:
        parts = list(parts)
        matrix, begin = mult_matrix(state.matrix, ctm), state.pen
        super().show(state, ctm, parts)
        face = state.face
        text = "".join(face.measure(part)[0] for part in parts if isinstance(part, bytes)) if face else ""
        ends = (apply_matrix_pt(matrix, (pen, state.rise)) for pen in (begin, state.pen))
        (x0, y0), (x1, y1) = ends
        self.shown.append(Shown(text, x0, y0, x1, y1))


class _Stock(PDFTextDevice):
    """Notes what pdfminer's interpreter shows."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.shown: list[Shown] = []
        self._text = ""

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        self.shown = []

    def render_string(self, textstate: Any, seq: Any, *rest: Any) -> None:
        assert self.ctm is not None
        seq = list(seq)
        matrix, (begin, up) = mult_matrix(textstate.matrix, self.ctm), textstate.linematrix
        self._text = ""
        super().render_string(textstate, seq, *rest)
        end = textstate.linematrix[0]
        letters = [part for part in seq if isinstance(part, bytes) and part]
        if letters and isinstance(seq[-1], bytes):
            # The standard spaces every letter (ISO 32000-1, 9.4.4); pdfminer leaves the last one out.
            end += textstate.charspace * textstate.scaling * 0.01
            textstate.linematrix = (end, up)
        (x0, y0), (x1, y1) = (apply_matrix_pt(matrix, (pen, up + textstate.rise)) for pen in (begin, end))
        self.shown.append(Shown(self._text, x0, y0, x1, y1))

    def render_char(
        self, matrix: Matrix, font: PDFFont, fontsize: float, scaling: float, rise: float, cid: int, *_: Any
    ) -> float:
        try:
            self._text += clean(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            self._text += UNKNOWN
        return font.char_width(cid) * fontsize * scaling


def compare(path: Path) -> Iterator[tuple[int, list[Shown], list[Shown]]]:
    """Read a file with both interpreters: each page's number, what ours shows, what theirs does."""
    install()
    ours = _Ours()
    manager = PDFResourceManager()
    stock = _Stock(manager)
    fast, slow = Interpreter(ours), PDFPageInterpreter(manager, stock)
    with path.open("rb") as one, path.open("rb") as other:
        pages = PDFPage.create_pages(PDFDocument(PDFParser(one)))
        others = PDFPage.create_pages(PDFDocument(PDFParser(other)))
        for number, (page, same) in enumerate(zip(pages, others, strict=True), start=1):
            ours.shown = []
            fast.read(page)
            slow.process_page(same)
            yield number, ours.shown, stock.shown


def is_identical(ours: list[Shown], stock: list[Shown]) -> bool:
    """Whether two readings of a page show the same strings at the same places, in the same order."""
    return len(ours) == len(stock) and all(one.is_like(two) for one, two in zip(ours, stock, strict=True))
