"""Bounds on what a hostile file can make pdfminer do, where it sets none itself.

A few hundred bytes can inflate to gigabytes, or name a range of four thousand million widths. Each
bound is far above anything in a real pack.
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO

from pdfminer import pdfdocument, pdffont, pdftypes
from pdfminer.cmapdb import FileUnicodeMap
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdftypes import resolve1

from imports.readers.pdf.rebuilt import RebuiltTable

LARGEST_STREAM = 96 * 1024 * 1024
_BITE, _SLACK, _HEAD = 16, 16, 2
_END_OF_RUNS = 128
_MOST_WIDTHS = 70_000
_MOST_CODES = 200_000


class TooMuch(PDFException):
    """A file asks for more memory or work than any pack needs."""


class _BoundedZlib:
    """Stands in for `zlib` where pdfminer inflates streams."""

    error = zlib.error
    decompressobj = staticmethod(zlib.decompressobj)

    @staticmethod
    def decompress(data: bytes) -> bytes:
        inflater = zlib.decompressobj()
        inflated = inflater.decompress(data, LARGEST_STREAM)
        if inflater.unconsumed_tail:
            raise TooMuch("A stream inflates beyond all measure.")
        if not inflater.eof:
            raise zlib.error("incomplete stream")
        return inflated


class Damage:
    """How many streams of the file broke off so far: pdfminer takes such a one for empty and says nothing."""

    streams = 0


def _as_far_as_it_goes(data: bytes) -> bytes:
    """Inflate a damaged stream up to where it breaks off; its checksum alone is not missed."""
    inflater, inflated = zlib.decompressobj(), bytearray()
    for place in range(0, len(data), _BITE):
        try:
            inflated += inflater.decompress(data[place : place + _BITE], LARGEST_STREAM)
        except zlib.error:
            Damage.streams += place + _BITE + _SLACK < len(data) or not inflated
            break
        if len(inflated) > LARGEST_STREAM:
            raise TooMuch("A stream inflates beyond all measure.")
    else:
        Damage.streams += not _is_whole(data)
    return bytes(inflated)


def _is_whole(data: bytes) -> bool:
    """Whether a stream without its checksum ends, and was not cut short."""
    inflater, rest = zlib.decompressobj(-zlib.MAX_WBITS), data[_HEAD:]
    while rest and not inflater.eof:
        inflater.decompress(rest, LARGEST_STREAM)
        rest = inflater.unconsumed_tail
    return inflater.eof


def _bounded_run_lengths(data: bytes) -> bytes:
    """Undo the packing of runs of one byte (PDF 32000-1, 7.4.5)."""
    unpacked = bytearray()
    place = 0
    while place < len(data) and data[place] != _END_OF_RUNS and len(unpacked) <= LARGEST_STREAM:
        length = data[place]
        if length < _END_OF_RUNS:
            unpacked += data[place + 1 : place + length + 2]
            place += length + 2
        else:
            unpacked += data[place + 1 : place + 2] * (257 - length)
            place += 2
    if len(unpacked) > LARGEST_STREAM:
        raise TooMuch("A stream unpacks beyond all measure.")
    return bytes(unpacked)


def _bounded_lzw(data: bytes) -> bytes:
    """Undo LZW as far as a page could need it."""
    unpacked = bytearray()
    for piece in LZWDecoder(BytesIO(data)).run():
        unpacked += piece
        if len(unpacked) > LARGEST_STREAM:
            raise TooMuch("A stream unpacks beyond all measure.")
    return bytes(unpacked)


class _BoundedMap(FileUnicodeMap):
    """A font's map to Unicode that ends where no font has codes."""

    def add_cid2unichr(self, cid: int, code: object) -> None:
        if len(self.cid2unichr) > _MOST_CODES:
            raise TooMuch("A font's code map is endless.")
        super().add_cid2unichr(cid, code)  # type: ignore[arg-type]


_widths = pdffont.get_widths


def _bounded_widths(sequence: Iterable[object]) -> dict[str | int, float]:
    return _widths(_short_ranges(sequence))


def _short_ranges(sequence: Iterable[object]) -> Iterator[object]:
    """Cut the ranges `first last width` of a font's widths down to codes that exist."""
    numbers: list[float] = []
    for value in sequence:
        value = resolve1(value)
        if isinstance(value, int | float):
            if len(numbers) == 1:
                value = min(value, numbers[0] + _MOST_WIDTHS, _MOST_WIDTHS)
            numbers = [] if len(numbers) == 2 else [*numbers, value]
        else:
            numbers = []
        yield value


def install() -> None:
    """Put the bounds in pdfminer's place and keep it quiet; doing it again changes nothing."""
    for module, name, bounded in (
        (pdftypes, "zlib", _BoundedZlib),
        (pdftypes, "decompress_corrupted", _as_far_as_it_goes),
        (pdftypes, "rldecode", _bounded_run_lengths),
        (pdftypes, "lzwdecode", _bounded_lzw),
        (pdffont, "FileUnicodeMap", _BoundedMap),
        (pdffont, "get_widths", _bounded_widths),
        (pdfdocument, "PDFXRefFallback", RebuiltTable),
    ):
        setattr(module, name, bounded)
    # It warns of every oddity of every font, by the thousand.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
