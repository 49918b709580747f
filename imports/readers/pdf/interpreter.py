"""Carries out a page's content stream as far as text, rules and pictures need it.

pdfminer keeps what is hard to get right (the file, its fonts and code maps, decryption); colours,
clipping and curves are of no use to a reader of words, so their operators are passed over.
Operators: PDF 32000-1, annex A.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.psparser import literal_name
from pdfminer.utils import MATRIX_IDENTITY, Matrix, mult_matrix

from imports.readers.pdf.appearances import appearances
from imports.readers.pdf.content import Name, Operands, operations
from imports.readers.pdf.device import RunDevice, TextState
from imports.readers.pdf.faces import Face

_MOST_OPERATIONS = 3_000_000
_MOST_RUNS = 30_000
_COST_OF_FORM = 100
_BYTES_AN_OPERATION = 10
_DEEPEST_FORM = 12
_DEEPEST_STATE = 512
# A closed box has five points; longer paths are drawings.
_LONGEST_RULE = 6
_SIX_NUMBERS = [float] * 6

Resources = dict[str, Any]


class Overrun(Exception):
    """A page asks for more work than any page of a pack; what was read of it stays."""


class Interpreter:
    """Reads pages of one file, one after the other, onto a device."""

    def __init__(self, device: RunDevice) -> None:
        """Paint on `device`; fonts are kept from page to page."""
        self._device = device
        self._manager = PDFResourceManager()
        self._faces: dict[int, Face] = {}
        self._budget = 0
        self._inside: list[int] = []

    def read(self, page: PDFPage) -> None:
        """Carry out a page.

        Raises:
            Overrun: the page asks for too much work.
            Exception: whatever pdfminer meets in a damaged file.
        """
        x0, y0, x1, y1 = page.mediabox
        width, height = x1 - x0, y1 - y0
        ctm = {90: (0, -1, 1, 0, -y0, x1), 180: (-1, 0, 0, -1, x1, y1), 270: (0, 1, -1, 0, y1, -x0)}.get(
            page.rotate, (1, 0, 0, 1, -x0, -y0)
        )
        if page.rotate in (90, 270):
            width, height = height, width
        self._device.open(width, height)
        self._budget = _MOST_OPERATIONS
        self._inside = []
        streams = [resolve1(content) for content in page.contents]
        data = b"\n".join(stream.get_data() for stream in streams if isinstance(stream, PDFStream))
        self._carry_out(data, page.resources, cast(Matrix, ctm))
        try:
            for look, place in appearances(page.annots):
                self.form(look, page.resources, mult_matrix(place, cast(Matrix, ctm)))
        except (TypeError, ValueError, IndexError, KeyError, AttributeError, PSException):
            pass  # a damaged annotation says nothing; the page's own words are read
        if None in streams and page.attrs.get("Contents") is not None:
            raise PDFObjectNotFound

    def _carry_out(self, data: bytes, resources: object, ctm: Matrix) -> None:
        find = _Painter(self, self._device, resources, ctm).table.get
        for operator, operands in operations(data):
            self._budget -= 1
            if self._budget < 0:
                raise Overrun
            action = find(operator)
            if action is not None:
                try:
                    action(operands)
                except (TypeError, ValueError, IndexError, KeyError, AttributeError, PSException):
                    continue

    def face(self, spec: object) -> Face:
        """Find a font by its dictionary or the reference to it."""
        number = spec.objid if isinstance(spec, PDFObjRef) else 0
        if number in self._faces:
            return self._faces[number]
        try:
            font = self._manager.get_font(number or None, resolve1(spec))
        except (PSException, TypeError, ValueError, KeyError, AttributeError, AssertionError, IndexError):
            font = self._manager.get_font(None, {})
        face = Face(font)
        if number:
            self._faces[number] = face
        return face

    def form(self, form: PDFStream, resources: object, ctm: Matrix) -> None:
        """Carry out a Form XObject, unless it is inside itself or too deep."""
        number = form.objid or id(form)
        if number in self._inside or len(self._inside) >= _DEEPEST_FORM:
            return
        matrix = [float(resolve1(value)) for value in resolve1(form.get("Matrix")) or MATRIX_IDENTITY]
        own = resolve1(form.get("Resources")) or resources
        self._inside.append(number)
        self._device.enter_form()
        try:
            data = form.get_data()
            self._budget -= _COST_OF_FORM + len(data) // _BYTES_AN_OPERATION
            self._carry_out(data, own, mult_matrix(cast(Matrix, tuple(matrix[:6])), ctm))
        finally:
            self._device.leave_form()
            self._inside.pop()


class _Painter:
    """The state of one content stream, and what each operator does to it."""

    def __init__(self, owner: Interpreter, device: RunDevice, resources: object, ctm: Matrix) -> None:
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
        self.table: dict[bytes, Callable[[Operands], None]] = {
            b"q": self._save, b"Q": self._restore, b"cm": self._transform, b"Do": self._paint_object,
            b"BI": self._paint_inline,
            b"BT": self._begin_text, b"Tf": self._set_font, b"Tm": self._set_matrix, b"Td": self._move,
            b"TD": self._move_and_lead, b"T*": self._next_line, b"Tj": self._show, b"TJ": self._show_parts,
            b"'": self._show_next, b'"': self._show_next_spaced,
            b"Tc": self._set("letter"), b"Tw": self._set("word"), b"TL": self._set("leading"),
            b"Ts": self._set("rise"), b"Tz": self._set_stretch, b"Tr": self._set_render,
            b"m": self._begin_path, b"l": self._line_to, b"re": self._box, b"h": self._close_path,
            b"c": self._curve_to, b"v": self._curve_to, b"y": self._curve_to, b"n": self._drop_path,
        }  # fmt: skip
        for operator in (b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*"):
            self.table[operator] = self._paint(operator[:1])

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

    def _set(self, field: str) -> Callable[[Operands], None]:
        return lambda values: setattr(self._state, field, _number(values[-1]))

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

    def _paint(self, operator: bytes) -> Callable[[Operands], None]:
        """What an operator does to the path: small letters close it, S strokes, F fills and B does both."""
        close, stroked, filled = operator in b"sb", operator in b"sSbB", operator not in b"sS"

        def paint(values: Operands) -> None:
            if close:
                self._close_path(values)
            self._paint_paths(stroked, filled)

        return paint

    def _paint_paths(self, stroked: bool, filled: bool) -> None:
        if self._curves:
            self._device.drawing(self._ctm, [at for path in self._paths for at in path], self._curves)
        for path in self._paths:
            if 1 < len(path) <= _LONGEST_RULE:
                self._device.path(self._ctm, path, stroked, filled)
            elif len(path) > _LONGEST_RULE:
                self._device.drawing(self._ctm, path, len(path) - 1)
        self._paths, self._curves = [], 0


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
