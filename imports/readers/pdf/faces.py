"""A font as the layout sees it: what its codes say, how wide they are, whether it is bold."""

from __future__ import annotations

import re
from codecs import charmap_decode
from collections.abc import Callable
from typing import TypeVar

from pdfminer.pdffont import PDFFont, PDFSimpleFont, PDFType3Font, PDFUnicodeNotDefined
from pdfminer.pdftypes import resolve1

from imports.patterns import regex
from imports.readers.pdf.letters import UNKNOWN, clean
from imports.readers.pdf.signs import read_sign, signs_of

_BOLD_NAME = regex(r"bold|black|heavy|demi|,b\b|-bd\b", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_REMEMBERED = 20_000
_NOT_KNOWN = "\ufffe"
"""Stands in a table of letters for a code that has no letter, or more than one, or was not met so far."""
T = TypeVar("T")
# Codes WinAnsi leaves unused all show a bullet (ISO 32000-1, annex D.2, note 3).
_UNUSED = frozenset((0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D))

Measured = tuple[str, float, int, int]
"""A shown string: its text, its width in ems, how many codes it has, and how many of them are blanks."""


class _Remembered(dict[int, T]):
    """What a font says of each code, asked once."""

    def __init__(self, ask: Callable[[int], T]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, code: int) -> T:
        self[code] = found = self._ask(code)
        return found


class Face:
    """Wraps a font of pdfminer and remembers every string it has measured."""

    def __init__(self, font: PDFFont) -> None:
        """Look at the font once; its codes are looked up as they turn up."""
        self._font = font
        self._texts = _Remembered(self._text)
        self._widths = _Remembered(self._width)
        self._letters = _NOT_KNOWN * 256
        self._strings: dict[bytes, Measured] = {}
        name = _name(font)
        self._signs = signs_of(name)
        self.bold = _is_bold(font, name)
        self.scale = _type3_scale(font)
        self.wide = font.is_multibyte()
        self._plain = isinstance(font, PDFSimpleFont)
        self.blank = self._width_of_blank()

    def measure(self, data: bytes) -> Measured:
        """Say what a shown string reads and how wide it is, without character and word spacing."""
        known = self._strings.get(data)
        if known is None:
            codes = data if self._plain else [*self._font.decode(data)]
            text = self._read(data) if self._plain else "".join(map(self._texts.__getitem__, codes))
            width = sum(map(self._widths.__getitem__, codes))
            known = (text, width, len(codes), 0 if self.wide else data.count(b" "))
            if len(self._strings) < _REMEMBERED:
                self._strings[data] = known
        return known

    def glyphs(self, data: bytes) -> list[tuple[str, float]]:
        """Read a shown string code by code: text and width in ems of each."""
        return [(self._texts[code], self._widths[code]) for code in self._font.decode(data)]

    def _read(self, data: bytes) -> str:
        """Read a string of one byte a letter, at once where all its letters were met before."""
        try:
            return charmap_decode(data, "strict", self._letters)[0]
        except UnicodeDecodeError:
            texts = [*map(self._texts.__getitem__, data)]
        letters = [*self._letters]
        for code, text in zip(data, texts, strict=True):
            letters[code] = text if len(text) == 1 else _NOT_KNOWN
        self._letters = "".join(letters)
        return "".join(texts)

    def _text(self, code: int) -> str:
        try:
            text = str(self._font.to_unichr(code))
        except PDFUnicodeNotDefined:
            text = "•" if code in _UNUSED and not self.wide else UNKNOWN
        if self._signs:
            named = self.wide or getattr(self._font, "unicode_map", None)
            text = read_sign(self._signs, None if named else code, text)
        return clean(text)

    def _width(self, code: int) -> float:
        try:
            return float(self._font.char_width(code))
        except (TypeError, ValueError, KeyError):
            return 0.5

    def _width_of_blank(self) -> float:
        if self.wide:
            return 0.25
        return self._widths[32] or 0.25


def _name(font: PDFFont) -> str:
    return str(font.fontname if font.fontname != "unknown" else getattr(font, "basefont", ""))


def _is_bold(font: PDFFont, name: str) -> bool:
    weight = resolve1(font.descriptor.get("FontWeight", 0))
    heavy = isinstance(weight, int | float) and weight >= 600
    return bool(_BOLD_NAME.search(name.split("+", 1)[-1])) or bool(font.flags & _FORCE_BOLD) or heavy


def _type3_scale(font: PDFFont) -> float:
    """How a drawn font's own units turn into ems; 1 for every other font."""
    if not isinstance(font, PDFType3Font):
        return 1.0
    height = abs(font.bbox[3] - font.bbox[1]) * abs(font.vscale)
    return height if 0.01 < height < 100 else 1.0
