"""A file's objects read by one expression are those pdfminer reads, the odd ones too."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psparser import PSLiteral

from imports.readers.pdf.file import PackFile
from imports.readers.pdf.objects import NOT_PLAIN, read_object
from tests.importers import pdfs

PLAIN = {
    "numbers": b"[1 -2 +3 007 4.5 -.5 6. 12]",
    "names": b"<< /Type /XObject /A.b_c-d+e /F /Empty / >>",
    "references": b"[10 0 R 5 0 R<< /Font 5 0 R >>]",
    "strings": b"[(one) (two (not nested\\)) () <4A4b> <>]".replace(b"(not nested\\)", b"too"),
    "true and null": b"<< /On true /Off false >>",
    "without blanks": b"<</K[/A/B 1 2(x)<41>]/D<</E 1>>>>",
    "a stream": pdfs.stream(b"BT (words endstream) Tj ET", b"/Kind /Words"),
    "a stream told by reference": b"<< /Length 11 0 R >>\r\nstream\r\nwords\r\nendstream",
}
ODD = {
    "null": b"<< /A null /B [null 1] >>",
    "escapes": rb"[(a \(b\) \101) (one (two)) <4A4> /A#42]",
    "a remark": b"<< /A 1 % no more\n /B 2 >>",
    "a number no one can read": b"[1 - 2 --3 4-5 1e5]",
    "an odd dictionary": b"<< /A 1 /B >>",
    "never closed": b"<< /A [1 2 >>",
    "two values": b"1 2",
    "deep": b"[" * 40 + b"]" * 40,
    "a stream of another length": b"<< /Length 3 >>\nstream\nwords\nendstream",
    "a stream of no length": b"<< /Kind /Words >>\nstream\nwords\nendstream",
    "nothing": b"",
}


class Stock(PackFile):
    """The same file, its objects read by pdfminer's own parser."""

    def _getobj_parse(self, pos: int, objid: int) -> object:
        return PDFDocument._getobj_parse(self, pos, objid)


def told(found: object) -> object:
    """What an object holds, to be compared."""
    if isinstance(found, PDFStream):
        return "stream", told(found.attrs), bytes(found.rawdata or b"")
    if isinstance(found, PDFObjRef):
        return "reference", found.objid
    if isinstance(found, PSLiteral):
        return "name", found.name
    if isinstance(found, dict):
        return {key: told(value) for key, value in found.items()}
    if isinstance(found, list):
        return [told(value) for value in found]
    return type(found).__name__, found


def both(body: bytes) -> tuple[object, object]:
    """Object 10 of a file as we read it and as pdfminer does; the kind of error where there is one."""
    data = pdfs.raw(b"", objects={10: body, 11: b"5"})
    answers = []
    for kind in (PackFile, Stock):
        try:
            answers.append(told(kind(PDFParser(BytesIO(data))).getobj(10)))
        except Exception as error:
            answers.append(type(error))
    return answers[0], answers[1]


@pytest.mark.parametrize("body", [*PLAIN.values(), *ODD.values()], ids=[*PLAIN, *ODD])
def test_an_object_is_read_as_pdfminer_reads_it(body: bytes) -> None:
    ours, stock = both(body)
    assert ours == stock


@pytest.mark.parametrize("body", PLAIN.values(), ids=PLAIN)
def test_a_plain_object_is_read_without_pdfminer(body: bytes) -> None:
    data = pdfs.raw(b"", objects={10: body, 11: b"5"})
    file = PackFile(PDFParser(BytesIO(data)))
    place = data.index(b"10 0 obj")
    assert read_object(BytesIO(data), place, 10, file, streams=True) is not NOT_PLAIN
    assert read_object(BytesIO(data), place, 9, file, streams=True) is NOT_PLAIN


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([b"<<", b">>", b"[", b"]", b"/A", b"7", b"0 R", b"(x)", b"<41>", b"true"])))
def test_pieces_in_any_order_are_read_as_pdfminer_reads_them(pieces: list[bytes]) -> None:
    ours, stock = both(b" ".join(pieces))
    assert ours == stock
