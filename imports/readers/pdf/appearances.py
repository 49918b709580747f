"""Finds what a page's annotations print on it: filled-in fields, notes typed over it, stamps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import MATRIX_IDENTITY, Matrix, apply_matrix_pt

_PRINTING = {"Widget", "FreeText", "Stamp"}
_HIDDEN = 0b10 | 0b100000
_MOST = 2_000


def appearances(annotations: object) -> Iterator[tuple[PDFStream, Matrix]]:
    """Give each printed appearance, with the matrix that puts it at its place (ISO 32000-1, 12.5.5).

    Args:
        annotations: of the page, as pdfminer found them.
    """
    found = resolve1(annotations)
    for each in found[:_MOST] if isinstance(found, list) else ():
        annotation = resolve1(each)
        if not isinstance(annotation, dict) or int(resolve1(annotation.get("F", 0))) & _HIDDEN:
            continue
        if literal_name(resolve1(annotation.get("Subtype"))) not in _PRINTING:
            continue
        looks = resolve1(annotation.get("AP"))
        look = resolve1(looks.get("N")) if isinstance(looks, dict) else None
        if isinstance(look, dict):
            look = resolve1(look.get(literal_name(resolve1(annotation.get("AS")))))
        if isinstance(look, PDFStream):
            yield look, _place(look, annotation)


def _place(look: PDFStream, annotation: dict[str, object]) -> Matrix:
    x0, y0, x1, y1 = _numbers(annotation.get("Rect"))
    left, low, right, high = _numbers(look.get("BBox"))
    own = cast(Matrix, tuple(_numbers(look.get("Matrix", list(MATRIX_IDENTITY)))))
    corners = [
        apply_matrix_pt(own, corner) for corner in ((left, low), (left, high), (right, low), (right, high))
    ]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    wide = (max(x0, x1) - min(x0, x1)) / ((max(across) - min(across)) or 1.0)
    high = (max(y0, y1) - min(y0, y1)) / ((max(up) - min(up)) or 1.0)
    return (wide, 0, 0, high, min(x0, x1) - wide * min(across), min(y0, y1) - high * min(up))


def _numbers(value: object) -> list[float]:
    return [float(resolve1(number)) for number in resolve1(value)]
