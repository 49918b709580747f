"""Collects what a page paints: one record a shown string, never one a letter."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pdfminer.utils import MATRIX_IDENTITY, Matrix, apply_matrix_pt, mult_matrix

from imports.patterns import regex
from imports.readers.pdf.letters import is_spaced
from imports.readers.pdf.runs import Painted, Rule, Run

if TYPE_CHECKING:
    from imports.readers.pdf.faces import Face

# In ems. A space glyph is about 0.25 wide and kerning stays below 0.1.
WORD_GAP = 0.15
CELL_GAP = 1.5
# No blank is so wide that none was set for: a rule or a column's edge may stand in it.
_RUN_GAP = 0.5
# A blank that word spacing makes narrower is none: some programs move the pen by it between two letters.
_NO_BLANK = 0.1
_SMALLEST_PICTURE = 8.0
_THIN = 3.0
_LEVEL = 0.5
_UNPAINTED = 3
"""The text rendering mode in which programs lay the words they recognised under a scan."""
_COLUMN_OF_BLANKS = regex(r" {3,}")
# A map can be drawn with a million lines; no table has so many.
_MOST_RULES = 20_000
_MOST_BOXES = 2_000
_ROUNDED = (4, 8, 16)
"""Of how many curves programs make a box with rounded corners, which tells nothing, or a bullet."""
_LARGEST_DISC = 8.0
_NOWHERE = Rule(-1e9, -1e9, -1e9, -1e9)


@dataclass(slots=True)
class TextState:
    """How text is set at this moment (PDF 32000-1, 9.3); lengths in unscaled text space.

    Attributes:
        face: the font, None before one is chosen.
        size: of the font.
        letter: extra space after each letter.
        word: extra space after each blank.
        stretch: horizontal scaling; 1 is natural.
        leading: distance between baselines.
        rise: of the baseline.
        render: text rendering mode; 2 strokes as well as fills.
        matrix: of the line.
        pen: how far the line has been set.
    """

    face: Face | None = None
    size: float = 0.0
    letter: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    render: int = 0
    matrix: Matrix = MATRIX_IDENTITY
    pen: float = 0.0


class RunDevice:
    """The page being painted, as the interpreter tells it."""

    def __init__(self) -> None:
        """Begin with no page; `open` starts one."""
        self.page = Painted(0, 0)
        self._shape = _NOWHERE
        self._forms = 0
        self._depth = 0

    def open(self, width: float, height: float) -> None:
        """Start a page of this size, in points."""
        self.page = Painted(width, height)
        self._forms = self._depth = 0
        self._shape = _NOWHERE

    def enter_form(self) -> None:
        """A Form XObject begins; those inside it count as part of it."""
        self._forms += self._depth == 0
        self._depth += 1

    def leave_form(self) -> None:
        """The Form XObject begun last ends."""
        self._depth -= 1

    @property
    def form(self) -> int:
        """The number of the form being painted, 0 on the page itself."""
        return self._forms if self._depth else 0

    def show(self, state: TextState, ctm: Matrix, parts: Sequence[object]) -> None:
        """Paint a string: bytes are shown, numbers move the pen (thousandths of an em, backwards)."""
        face = state.face
        if face is None:
            return
        em = state.size * state.stretch
        letter, word = state.letter * state.stretch, state.word * state.stretch
        painter = _Stretch(self, state, ctm, face)
        pen = state.pen
        for part in parts:
            if isinstance(part, bytes):
                text, width, codes, blanks = face.measure(part)
                advance = width * em + codes * letter + blanks * word
                if word < 0 < blanks and face.blank * em + letter + word < _NO_BLANK * em:
                    text = text.replace(" ", "")
                if "   " in text and not is_spaced(text):
                    painter.add_columns(face.glyphs(part), pen, em, letter, word)
                elif len(parts) == 1:
                    painter.write(text, pen, pen + advance)
                elif text:
                    painter.add(text, pen, pen + advance)
                pen += advance
            elif isinstance(part, float):
                pen -= part * 0.001 * em
        painter.flush()
        state.pen = pen

    def path(
        self, ctm: Matrix, points: Sequence[tuple[float, float]], stroked: bool, filled: bool = False
    ) -> None:
        """Note the rules of a painted path: a line, a box too thin to hold text, or a box's edges.

        A filled box that is no rule is shading and tells nothing about where cells end.
        """
        places = [apply_matrix_pt(ctm, point) for point in points]
        across, up = [x for x, _ in places], [y for _, y in places]
        left, right, low, high = min(across), max(across), min(up), max(up)
        if right - left <= _THIN or high - low <= _THIN:
            self._rule(left, low, right, high)
        elif len(points) == 2:
            self.drawing(ctm, points, 1)  # a slope
            return
        elif filled and len(self.page.boxes) < _MOST_BOXES:
            self.page.boxes.append(Rule(left, low, right, high))
        if stroked and right - left > _THIN < high - low:
            for (x0, y0), (x1, y1) in pairwise(places):
                if abs(x0 - x1) <= _LEVEL or abs(y0 - y1) <= _LEVEL:
                    self._rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def drawing(self, ctm: Matrix, points: Sequence[tuple[float, float]], curves: int) -> None:
        """Note a painted shape that is no rule and no box: curves, slopes, an outline."""
        places = [apply_matrix_pt(ctm, point) for point in points]
        across, up = [x for x, _ in places], [y for _, y in places]
        shape = Rule(min(across), min(up), max(across), max(up))
        last, page = self._shape, self.page
        if curves in _ROUNDED:
            wide, high = shape.x1 - shape.x0, shape.y1 - shape.y0
            disc = 1 < wide <= _LARGEST_DISC and abs(wide - high) <= _LEVEL
            if disc and len(page.discs) < _MOST_BOXES:
                page.discs.append(shape)
            if disc or curves == _ROUNDED[0]:
                return
        near = shape.x0 - _THIN <= last.x1 and last.x0 - _THIN <= shape.x1
        if near and shape.y0 - _THIN <= last.y1 and last.y0 - _THIN <= shape.y1:
            page.drawn -= _area(last)  # they touch: one drawing
            shape = Rule(
                min(shape.x0, last.x0), min(shape.y0, last.y0),
                max(shape.x1, last.x1), max(shape.y1, last.y1),
            )  # fmt: skip
        self._shape = shape
        page.curves += curves
        page.drawn += _area(shape)

    def _rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if len(self.page.rules) < _MOST_RULES and max(x1 - x0, y1 - y0) > _THIN:
            self.page.rules.append(Rule(x0, y0, x1, y1))

    def picture(self, ctm: Matrix) -> None:
        """Count an image, unless it is a speck or a rule painted as an image."""
        a, b, c, d, _, _ = ctm
        if min(math.hypot(a, b), math.hypot(c, d)) >= _SMALLEST_PICTURE:
            page = self.page
            page.pictures += 1
            share = abs(a * d - b * c) / max(1.0, page.width * page.height)
            page.covered = max(page.covered, min(1.0, share))


def _area(shape: Rule) -> float:
    return (shape.x1 - shape.x0) * (shape.y1 - shape.y0)


class _Stretch:
    """The run being put together from the parts of one string."""

    def __init__(self, device: RunDevice, state: TextState, ctm: Matrix, face: Face) -> None:
        a, b, c, d, e, f = mult_matrix(state.matrix, ctm)
        self._matrix: Matrix = (a, b, c, d, e + state.rise * c, f + state.rise * d)
        self._runs = device.page.runs
        self._form = device.form
        self._bold = face.bold or state.render == 2
        self._hidden = device.page if state.render == _UNPAINTED else None
        self._along = math.hypot(a, b)
        self._size = abs(state.size) * math.hypot(c, d) * face.scale
        self._turn = _turn(b, a)
        self._em = abs(state.size * state.stretch) or 1.0
        self._blank = face.blank * self._em + (state.letter + state.word) * state.stretch
        self._texts: list[str] = []
        self._start = self._end = 0.0

    def add(self, text: str, start: float, end: float) -> None:
        """Add a part; a gap before it is a blank, a wide one or one too wide for a blank ends the run."""
        if self._texts:
            gap = start - self._end
            if gap > WORD_GAP * self._em:
                blank = self._texts[-1].endswith(" ") or text.startswith(" ")
                if gap > (CELL_GAP if blank else _RUN_GAP) * self._em:
                    self.flush()
                elif not blank:
                    self._texts.append(" ")
            elif gap < -CELL_GAP * self._em:
                self.flush()  # back to the left: the next row, or the same words again
        if not self._texts:
            self._start = start
        self._texts.append(text)
        self._end = end

    def add_columns(
        self, glyphs: list[tuple[str, float]], pen: float, em: float, letter: float, word: float
    ) -> None:
        """Add a string that is set in columns by rows of blanks, each column by itself."""
        text = "".join(text for text, _ in glyphs)
        edges, places = [pen], list[int]()
        for shown, width in glyphs:
            places += [len(edges) - 1] * len(shown)
            edges.append(edges[-1] + width * em + letter + (word if shown == " " else 0.0))
        start = 0
        for gap in [*_COLUMN_OF_BLANKS.finditer(text), None]:
            end = gap.start() if gap else len(text)
            if end > start:
                self.add(text[start:end], edges[places[start]], edges[places[end - 1] + 1])
            start = gap.end() if gap else end

    def flush(self) -> None:
        """Write the run down and begin another."""
        if self._texts:
            self.write("".join(self._texts), self._start, self._end)
            self._texts = []

    def write(self, whole: str, start: float, end: float) -> None:
        """Write a run down, the blanks at its ends apart."""
        text = whole.strip(" ")
        if not text:
            return
        before = after = 0
        if len(text) != len(whole):
            before = len(whole) - len(whole.lstrip(" "))
            after = len(whole) - len(whole.rstrip(" "))
            start += before * self._blank
            end = max(start, end - after * self._blank)
        if self._hidden:
            self._hidden.hidden += len(text)
        a, b, _, _, e, f = self._matrix
        width = abs(end - start) * self._along
        self._runs.append(
            Run(text, start * a + e, start * b + f, width, self._size, self._turn, self._bold, self._form,
                before > 0, after > 0)
        )  # fmt: skip


def _turn(up: float, across: float) -> int:
    """Say in degrees where a baseline runs, a quarter turn where it is near one."""
    if up == 0 and across > 0:
        return 0
    degrees = math.degrees(math.atan2(up, across))
    quarter = round(degrees / 90) * 90
    return int(quarter if abs(degrees - quarter) < 3 else round(degrees)) % 360
