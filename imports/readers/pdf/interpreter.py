"""Carries out a page's content stream as far as text, rules and pictures need it.

pdfminer keeps what is hard to get right (the file, its fonts and code maps, decryption); colours,
clipping and curves are of no use to a reader of words, so their operators are passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pdfminer.pdfexceptions import PDFException, PDFObjectNotFound
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.utils import MATRIX_IDENTITY, Matrix, mult_matrix

from imports.readers.pdf.appearances import appearances
from imports.readers.pdf.content import operations
from imports.readers.pdf.faces import Face
from imports.readers.pdf.guards import Damage
from imports.readers.pdf.painter import OPERATORS, Overrun, Painter

if TYPE_CHECKING:
    from imports.readers.pdf.device import RunDevice

_MOST_OPERATIONS = 3_000_000
_COST_OF_FORM = 100
_BYTES_AN_OPERATION = 10
_DEEPEST_FORM = 12


class BrokenOff(PDFException):
    """A stream of the page is damaged: what it says from there on is lost."""


class Interpreter:
    """Reads pages of one file, one after the other, onto a device."""

    def __init__(self, device: RunDevice) -> None:
        """Paint on `device`; fonts are kept from page to page."""
        self._device = device
        self._manager = PDFResourceManager()
        self._faces: dict[int, Face] = {}
        self._budget = 0
        self._inside: list[int] = []
        self._broken_off = False

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
        self._inside, self._broken_off = [], False
        streams = [resolve1(content) for content in page.contents]
        data = b"\n".join(self._data(stream) for stream in streams if isinstance(stream, PDFStream))
        self._carry_out(data, page.resources, cast(Matrix, ctm))
        try:
            for look, place in appearances(page.annots):
                self.form(look, page.resources, mult_matrix(place, cast(Matrix, ctm)))
        except (TypeError, ValueError, IndexError, KeyError, AttributeError, PSException):
            pass  # a damaged annotation says nothing; the page's own words are read
        if None in streams and page.attrs.get("Contents") is not None:
            raise PDFObjectNotFound
        if self._broken_off:
            raise BrokenOff

    def _data(self, stream: PDFStream) -> bytes:
        """What a stream holds, as far as it goes."""
        before = Damage.streams
        data = stream.get_data()
        self._broken_off |= Damage.streams > before
        return data

    def _carry_out(self, data: bytes, resources: object, ctm: Matrix) -> None:
        painter = Painter(self, self._device, resources, ctm)
        find = OPERATORS.get
        for operator, operands in operations(data):
            self._budget -= 1
            if self._budget < 0:
                raise Overrun
            action = find(operator)
            if action is not None:
                try:
                    action(painter, operands)
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
            data = self._data(form)
            self._budget -= _COST_OF_FORM + len(data) // _BYTES_AN_OPERATION
            self._carry_out(data, own, mult_matrix(cast(Matrix, tuple(matrix[:6])), ctm))
        finally:
            self._device.leave_form()
            self._inside.pop()
