"""Reads a file's plain objects, by one compiled expression.

pdfminer walks the bytes of every object in Python, and a pack has an object or more for each page. Nearly
all of them are plain; what is not (escapes, comments, damage) is left to pdfminer. Grammar: PDF 32000-1, 7.3.
"""

from __future__ import annotations

from typing import Any, BinaryIO

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psparser import LIT, PSLiteral

from imports.patterns import regex

_ENDS = rb"(?=[\s/\[\]()<>])"
_HEAD = regex(rb"\s*+(\d{1,9}+)\s++\d{1,5}+\s++obj" + _ENDS)
_TOKEN = regex(
    rb"\s*+(?:"
    rb"/([A-Za-z0-9_.+*,:;!@$&'-]*+)" + _ENDS + rb"|"  # 1 name
    rb"(\d{1,9}+)\s++\d{1,5}+\s++R" + _ENDS + rb"|"  # 2 reference
    rb"([+-]?\d{1,18}+)" + _ENDS + rb"|"  # 3 whole number
    rb"([+-]?(?:\d{1,18}+\.\d*+|\.\d++))" + _ENDS + rb"|"  # 4 other number
    rb"(<<)|(>>)|(\[)|(\])|"  # 5 to 8 dictionary, array
    rb"\(([^()\\]*+)\)|"  # 9 string
    rb"<((?:[0-9A-Fa-f]{2})*+)>|"  # 10 string in hexadecimal
    rb"(true|false)" + _ENDS + rb"|"  # 11
    rb"(endobj|stream)(?=\s))"  # 12
)
_LINE_END = regex(rb"[ \t]*+(?:\r\n|\n|\r)")
_END = regex(rb"\s*+endstream\s++endobj\b")
_WINDOWS = (1024, 65_536)
_BEHIND = 64
_DEEPEST = 32
_DICTIONARY, _ARRAY = 5, 7
NOT_PLAIN = object()
"""Given where an object is not plain, as no object of a file is this one."""


def read_object(handle: BinaryIO, place: int, number: int, file: PDFDocument, streams: bool) -> object:
    """Read the object that stands at a place of a file, or give `NOT_PLAIN`.

    Args:
        handle: the file.
        place: where the object's number stands.
        number: what that should be.
        file: the document that its references are looked up in.
        streams: whether the lengths of streams are to be believed.
    """
    for size in _WINDOWS:
        handle.seek(place)
        data = handle.read(size)
        head = _HEAD.match(data)
        if head is None or int(head[1]) != number:
            return NOT_PLAIN
        if found := _read(data, head.end(), file):
            value, word, end = found
            if word == b"endobj":
                return value
            return _stream(handle, data, place, end, value, file) if streams else NOT_PLAIN
        if len(data) < size:
            break
    return NOT_PLAIN


def _read(data: bytes, place: int, file: PDFDocument) -> tuple[object, bytes, int] | None:
    """Read one value and the word behind it; None where they are not plain or not whole."""
    outer: list[tuple[list[Any], int]] = []
    values: list[Any] = []
    match = _TOKEN.match
    while found := match(data, place):
        place, kind = found.end(), found.lastindex
        if kind == 1:
            values.append(LIT(found[1].decode()))
        elif kind == 2:
            values.append(PDFObjRef(file, int(found[2])))
        elif kind == 3:
            values.append(int(found[3]))
        elif kind == 4:
            values.append(float(found[4]))
        elif kind in (_DICTIONARY, _ARRAY):
            if len(outer) >= _DEEPEST:
                return None
            outer.append((values, kind))
            values = []
        elif kind in (6, 8):
            if not outer or outer[-1][1] != kind - 1:
                return None
            made = values if kind == 8 else _dictionary(values)
            if made is None:
                return None
            values = outer.pop()[0]
            values.append(made)
        elif kind == 9:
            values.append(found[9])
        elif kind == 10:
            values.append(bytes.fromhex(found[10].decode()))
        elif kind == 11:
            values.append(found[11] == b"true")
        else:
            return (values[0], found[12], place) if not outer and len(values) == 1 else None
    return None


def _dictionary(values: list[Any]) -> dict[str, object] | None:
    keys = values[::2]
    if len(values) % 2 or not all(isinstance(key, PSLiteral) for key in keys):
        return None
    return {str(key.name): value for key, value in zip(keys, values[1::2], strict=True)}


def _stream(
    handle: BinaryIO, data: bytes, place: int, end: int, entries: object, file: PDFDocument
) -> object:
    """Read the bytes of a stream whose dictionary and first word end at `end` of the data read so far."""
    line = _LINE_END.match(data, end)
    if line is None or line.end() + 1 >= len(data) or not isinstance(entries, dict):
        return NOT_PLAIN
    length = entries.get("Length")
    if isinstance(length, PDFObjRef):
        length = length.resolve()
    if type(length) is not int or length < 0:
        return NOT_PLAIN
    handle.seek(place + line.end())
    content = handle.read(length + _BEHIND)
    if not _END.match(content, length):
        return NOT_PLAIN
    return PDFStream(entries, content[:length], file.decipher)
