"""The state of one content stream, and what each operator does to it.

Operators: PDF 32000-1, annex A.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import MATRIX_IDENTITY, Matrix, mult_matrix

from imports.readers.pdf.content import Name, Operands
from imports.readers.pdf.device import RunDevice, TextState

if TYPE_CHECKING:
    from imports.readers.pdf.faces import Face
    from imports.readers.pdf.interpreter import Interpreter

_MOST_RUNS = 30_000
_DEEPEST_STATE = 512
# A closed box has five points; longer paths are drawings.
_LONGEST_RULE = 6
_SIX_NUMBERS = [float] * 6

Resources = dict[str, Any]


class Overrun(Exception):
    """A page asks for more work than any page of a pack; what was read of it stays."""


class Painter:
    """The state of one content stream, and what operators do to it."""

    def __init__(self, owner: Interpreter, device: RunDevice, resources: object, ctm: Matrix) -> None:
        """Begin a stream of `owner` on `device`, with its own resources and place."""
        self._owner = owner
        self._device = device
        found = resolve1(resources)
        self._resources: Resources = found if isinstance(found, dict) else {}
        self._fonts = self._section("Font")
        self._faces: dict[str, Face] = {}
        self._ctm = ctm
        self._state = TextState()
        self._saved: list[tuple[Matrix, TextState]] = []
        self._paths: list[list[tuple[float, float]]] = []
        self._curves = 0

    def _section(self, name: str) -> Resources:
        found = resolve1(self._resources.get(name))
        return found if isinstance(found, dict) else {}

    def _save(self, _: Operands) -> None:
        if len(self._saved) < _DEEPEST_STATE:
            self._saved.append((self._ctm, replace(self._state)))

    def _restore(self, _: Operands) -> None:
        if self._saved:
            self._ctm, self._state = self._saved.pop()

    def _transform(self, values: Operands) -> None:
        self._ctm = mult_matrix(_matrix(values), self._ctm)

    def _paint_object(self, values: Operands) -> None:
        found = resolve1(self._section("XObject").get(_text(values[-1])))
        if not isinstance(found, PDFStream):
            return
        kind = literal_name(resolve1(found.get("Subtype")))
        if kind == "Form":
            self._owner.form(found, self._resources, self._ctm)
        elif kind == "Image":
            self._device.picture(self._ctm)
            # pdfminer keeps every object it has met; a pack's pictures are most of its bytes.
            found.rawdata = found.data = b""

    def _paint_inline(self, _: Operands) -> None:
        self._device.picture(self._ctm)

    def _begin_text(self, _: Operands) -> None:
        self._state.matrix, self._state.pen = MATRIX_IDENTITY, 0.0

    def _set_font(self, values: Operands) -> None:
        name, self._state.size = _text(values[-2]), _number(values[-1])
        face = self._faces.get(name)
        if face is None:
            face = self._faces[name] = self._owner.face(self._fonts.get(name, {}))
        self._state.face = face

    def _set_matrix(self, values: Operands) -> None:
        self._state.matrix, self._state.pen = _matrix(values), 0.0

    def _move(self, values: Operands) -> None:
        self._move_by(_number(values[-2]), _number(values[-1]))

    def _move_by(self, x: float, y: float) -> None:
        state = self._state
        a, b, c, d, e, f = state.matrix
        state.matrix = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)
        state.pen = 0.0

    def _move_and_lead(self, values: Operands) -> None:
        self._state.leading = -_number(values[-1])
        self._move(values)

    def _next_line(self, _: Operands) -> None:
        self._move_by(0.0, -self._state.leading)

    def _show(self, values: Operands) -> None:
        self._show_all(values[-1:])

    def _show_parts(self, values: Operands) -> None:
        self._show_all(cast(list[object], values[-1]))

    def _show_all(self, parts: list[object]) -> None:
        if len(self._device.page.runs) > _MOST_RUNS:
            raise Overrun
        self._device.show(self._state, self._ctm, parts)

    def _show_next(self, values: Operands) -> None:
        self._next_line(values)
        self._show(values)

    def _show_next_spaced(self, values: Operands) -> None:
        self._state.word, self._state.letter = _number(values[-3]), _number(values[-2])
        self._show_next(values)

    def _set_stretch(self, values: Operands) -> None:
        self._state.stretch = _number(values[-1]) / 100

    def _set_render(self, values: Operands) -> None:
        self._state.render = int(_number(values[-1]))

    def _begin_path(self, values: Operands) -> None:
        self._paths.append([(_number(values[-2]), _number(values[-1]))])

    def _line_to(self, values: Operands) -> None:
        self._paths[-1].append((_number(values[-2]), _number(values[-1])))

    def _curve_to(self, values: Operands) -> None:
        self._paths.append([(_number(values[-2]), _number(values[-1]))])
        self._curves += 1

    def _close_path(self, _: Operands) -> None:
        if self._paths:
            self._paths[-1].append(self._paths[-1][0])

    def _box(self, values: Operands) -> None:
        x, y, width, height = (_number(value) for value in values[-4:])
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
        self._paths.append(corners)

    def _drop_path(self, _: Operands) -> None:
        self._paths, self._curves = [], 0

    def _paint_paths(self, stroked: bool, filled: bool) -> None:
        if self._curves:
            self._device.drawing(self._ctm, [at for path in self._paths for at in path], self._curves)
        for path in self._paths:
            if 1 < len(path) <= _LONGEST_RULE:
                self._device.path(self._ctm, path, stroked, filled)
            elif len(path) > _LONGEST_RULE:
                self._device.drawing(self._ctm, path, len(path) - 1)
        self._paths, self._curves = [], 0


Action = Callable[[Painter, Operands], None]


def _set(field: str) -> Action:
    return lambda painter, values: setattr(painter._state, field, _number(values[-1]))


def _paint(operator: bytes) -> Action:
    """What an operator does to the path: small letters close it, S strokes, F fills and B does both."""
    close, stroked, filled = operator in b"sb", operator in b"sSbB", operator not in b"sS"

    def paint(painter: Painter, values: Operands) -> None:
        if close:
            painter._close_path(values)
        painter._paint_paths(stroked, filled)

    return paint


OPERATORS: dict[bytes, Action] = {
    b"q": Painter._save, b"Q": Painter._restore, b"cm": Painter._transform, b"Do": Painter._paint_object,
    b"BI": Painter._paint_inline,
    b"BT": Painter._begin_text, b"Tf": Painter._set_font, b"Tm": Painter._set_matrix, b"Td": Painter._move,
    b"TD": Painter._move_and_lead, b"T*": Painter._next_line, b"Tj": Painter._show,
    b"TJ": Painter._show_parts, b"'": Painter._show_next, b'"': Painter._show_next_spaced,
    b"Tc": _set("letter"), b"Tw": _set("word"), b"TL": _set("leading"),
    b"Ts": _set("rise"), b"Tz": Painter._set_stretch, b"Tr": Painter._set_render,
    b"m": Painter._begin_path, b"l": Painter._line_to, b"re": Painter._box, b"h": Painter._close_path,
    b"c": Painter._curve_to, b"v": Painter._curve_to, b"y": Painter._curve_to, b"n": Painter._drop_path,
}  # fmt: skip
for _operator in (b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*"):
    OPERATORS[_operator] = _paint(_operator[:1])


def _number(value: object) -> float:
    if type(value) is not float:
        raise TypeError(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, Name):
        raise TypeError(value)
    return value.text


def _matrix(values: Operands) -> Matrix:
    matrix = tuple(values[-6:])
    if [*map(type, matrix)] != _SIX_NUMBERS:
        raise TypeError(values)
    return cast(Matrix, matrix)
