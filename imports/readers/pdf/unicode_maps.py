"""Reads the maps from a font's codes to Unicode, through which pdfminer walks byte by byte.

Most fonts of a pack carry one (PDF 32000-1, 9.10.3), and nearly all hold nothing but pairs and ranges of
plain hexadecimal strings. Those are read by one expression; whatever else there is, pdfminer reads.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from pdfminer import pdffont
from pdfminer.cmapdb import CMapParser

from imports.patterns import regex

if TYPE_CHECKING:
    from io import BytesIO

    from pdfminer.cmapdb import FileUnicodeMap

_BLANKS = rb"[\t\n\f\r ]*+"
_HEX = rb"<(?:[0-9A-Fa-f]{2})++>" + _BLANKS
_LIST = rb"\[" + _BLANKS + rb"(?:" + _HEX + rb")*+\]" + _BLANKS
_BLOCKS = (
    rb"begincodespacerange" + _BLANKS + rb"(?:" + _HEX + rb")*+endcodespacerange",
    rb"beginbfchar" + _BLANKS + rb"(?:" + _HEX + _HEX + rb")*+endbfchar",
    rb"beginbfrange" + _BLANKS + rb"(?:" + _HEX + _HEX + rb"(?:" + _HEX + rb"|" + _LIST + rb"))*+endbfrange",
)
_PLAIN = regex(rb"(?:\d++[\t\n\f\r ]++(?:" + rb"|".join(_BLOCKS) + rb")[\t\n\f\r ]++)++endcmap\b")
_FIRST = regex(rb"\b\d{1,5}[\t\n\f\r ]++begin(?:codespace|bf)")
_BLOCK = regex(rb"beginbf(char|range)([^n]*+)ndbf")
_PAIR = regex(rb"<(\w++)>" + _BLANKS + rb"<(\w++)>")
_TRIPLE = regex(rb"<(\w++)>" + _BLANKS + rb"<(\w++)>" + _BLANKS + rb"(?:<(\w++)>|\[([^\]]*+)\])")
_STRING = regex(rb"\w++")
_BEGIN = regex(rb"[\t\n\f\r ]begincmap(?=[\t\n\f\r ])")
_MORE = (b"usecmap", b"WMode", b"%", b"beginbf", b"begincid", b"cmap\n", b"\\", b"{", b"[")
"""What makes a map more than a plain one where it stands before its first block."""


class UnicodeMapParser(CMapParser):
    """Reads a plain map at once, any other as pdfminer does."""

    def __init__(self, cmap: FileUnicodeMap, fp: BytesIO) -> None:
        """Take the map to fill and its source."""
        super().__init__(cmap, fp)
        self._source = fp.getvalue()

    def run(self) -> None:
        """Fill the map."""
        begins = _BEGIN.search(self._source)
        first = _FIRST.search(self._source, begins.end()) if begins else None
        plain = _PLAIN.match(self._source, first.start()) if first else None
        if not (begins and first and plain) or not self._is_alone(begins.end(), first.start(), plain.end()):
            super().run()
            return
        for block in _BLOCK.finditer(plain[0]):
            (self._take_pairs if block[1] == b"char" else self._take_ranges)(block[2])

    def _is_alone(self, begin: int, first: int, end: int) -> bool:
        """Whether what stands around the blocks changes nothing in them."""
        before, head, behind = self._source[:begin], self._source[begin:first], self._source[end:]
        return (
            not any(word in head for word in _MORE)
            and head.count(b"(") == head.count(b")")
            and head.count(b"<<") == head.count(b">>")
            and b"beginbf" not in before
            and b"begincmap" not in behind
        )

    def _take_pairs(self, block: bytes) -> None:
        for code, text in _PAIR.findall(block):
            self.cmap.add_cid2unichr(int(code, 16), _bytes(text))

    def _take_ranges(self, block: bytes) -> None:
        for first, last, text, texts in _TRIPLE.findall(block):
            if len(first) != len(last):
                continue
            codes = range(int(first, 16), int(last, 16) + 1)
            if not text:
                for code, each in zip(codes, _STRING.findall(texts), strict=False):
                    self.cmap.add_cid2unichr(code, _bytes(each))
                continue
            start, counted = _bytes(text)[:-4], _bytes(text)[-4:]
            base = int.from_bytes(counted, "big")
            for step, code in enumerate(codes):
                end = struct.pack(">L", base + step)[-len(counted) :]
                self.cmap.add_cid2unichr(code, start + end)


def install() -> None:
    """Have pdfminer's fonts read their maps this way."""
    setattr(pdffont, "CMapParser", UnicodeMapParser)  # noqa: B010


def _bytes(digits: bytes) -> bytes:
    return bytes.fromhex(digits.decode())
