"""Finds a damaged file's objects without its table of them, by looking through its bytes once."""

from __future__ import annotations

import mmap
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pdfminer.pdfdocument import PDFXRef
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psparser import literal_name

from imports.patterns import regex

# Lines and words of a file may be parted by any of these (PDF 32000-1, 7.2.2).
_BLANKS = rb"[\0\t\n\f\r ]"
_OBJECT = regex(rb"(?<![0-9])([0-9]{1,9}+)" + _BLANKS + rb"{1,20}+[0-9]{1,5}+" + _BLANKS + rb"{1,20}+obj\b")
_TRAILER = regex(rb"\btrailer\b")
_TELLING = regex(rb"/(ObjStm|XRef|Catalog)\b")
_MOST_OBJECTS = 1_000_000
_MOST_TELLING = 5_000
_MOST_PACKED = 20_000
_FARTHEST = 2_000
"""Bytes from an object's head within which its kind is told."""


class RebuiltTable(PDFXRef):
    """A table of a file's objects made from where they stand; of two with one number the later counts."""

    def load(self, parser: PDFParser) -> None:
        """Look through the whole file."""
        with _bytes_of(parser) as data:
            numbers, places = self._objects(data)
            kinds: dict[bytes, list[int]] = {b"ObjStm": [], b"XRef": [], b"Catalog": []}
            for count, found in enumerate(_TELLING.finditer(data)):
                at = bisect_right(places, found.start()) - 1
                if at >= 0 and found.start() - places[at] < _FARTHEST and count < _MOST_TELLING:
                    kinds[found[1]].append(at)
            trailers = [found.start() for found, _ in zip(_TRAILER.finditer(data), range(1000), strict=False)]
        for place in trailers:
            self._take_trailer(_parse(parser, place, 1))
        for at in reversed(kinds[b"ObjStm"]):
            self._unpack(numbers[at], _parse(parser, places[at], 3))
        for at in kinds[b"XRef"]:
            stream = _parse(parser, places[at], 3)
            self._take_trailer(stream.attrs if isinstance(stream, PDFStream) else None)
        for at in kinds[b"Catalog"]:
            if "Root" not in self.trailer:
                self.trailer["Root"] = PDFObjRef(parser.doc, numbers[at])

    def _objects(self, data: Any) -> tuple[list[int], list[int]]:
        numbers: list[int] = []
        places: list[int] = []
        for found in _OBJECT.finditer(data):
            numbers.append(int(found[1]))
            places.append(found.start())
            self.offsets[numbers[-1]] = (None, places[-1], 0)
            if len(places) >= _MOST_OBJECTS:
                break
        return numbers, places

    def _take_trailer(self, found: object) -> None:
        if isinstance(found, dict):
            self.trailer |= {name: found[name] for name in ("Root", "Info", "Encrypt", "ID") if name in found}

    def _unpack(self, number: int, stream: object) -> None:
        """Enter the objects packed into a stream."""
        if not isinstance(stream, PDFStream) or literal_name(stream.get("Type")) != "ObjStm":
            return
        try:
            figures = stream.get_data().split(None, 2 * _MOST_PACKED)[
                : 2 * min(int(stream["N"]), _MOST_PACKED)
            ]
            packed = [int(figure) for figure in figures[::2]]
        except Exception:  # whatever a damaged or locked stream brings about; its objects are lost
            return
        for index, inside in enumerate(packed):
            self.offsets.setdefault(inside, (number, index, 0))


def _parse(parser: PDFParser, place: int, words_before: int) -> object:
    """The object that stands there after so many words, None where it is damaged."""
    try:
        parser.seek(place)
        parser.reset()
        for _ in range(words_before):
            parser.nexttoken()
        return parser.nextobject()[1]
    except Exception:
        return None


@contextmanager
def _bytes_of(parser: PDFParser) -> Iterator[Any]:
    """The bytes of the file a parser reads, looked at where they lie."""
    try:
        with mmap.mmap(parser.fp.fileno(), 0, access=mmap.ACCESS_READ) as data:
            yield data
    except (OSError, ValueError):  # not a file, or an empty one
        parser.fp.seek(0)
        yield parser.fp.read()
