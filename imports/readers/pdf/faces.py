"""A font as the layout sees it: what its codes say, how wide they are, whether it is bold."""

from __future__ import annotations

import re
from typing import NamedTuple

from pdfminer.pdffont import PDFFont, PDFType3Font, PDFUnicodeNotDefined
from pdfminer.pdftypes import resolve1

from imports.readers.pdf.letters import UNKNOWN, clean

_BOLD_NAME = re.compile(r"bold|black|heavy|demi|,b\b|-bd\b", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_REMEMBERED = 20_000
# Codes WinAnsi leaves unused all show a bullet (ISO 32000-1, annex D.2, note 3).
_UNUSED = frozenset((0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D))


class Measured(NamedTuple):
    """A shown string: its text, its width in ems, its codes, and how many of them are blanks."""

    text: str
    width: float
    codes: int
    blanks: int


class Face:
    """Wraps a font of pdfminer and remembers every string it has measured."""

    def __init__(self, font: PDFFont) -> None:
        """Look at the font once; its codes are looked up as they turn up."""
        self._font = font
        self._glyphs: dict[int, tuple[str, float]] = {}
        self._strings: dict[bytes, Measured] = {}
        self.bold = _is_bold(font)
        self.scale = _type3_scale(font)
        self.wide = font.is_multibyte()
        self.blank = self._width_of_blank()

    def measure(self, data: bytes) -> Measured:
        """Say what a shown string reads and how wide it is, without character and word spacing."""
        known = self._strings.get(data)
        if known is None:
            glyphs = self.glyphs(data)
            text = "".join(text for text, _ in glyphs)
            blanks = 0 if self.wide else data.count(b" ")
            known = Measured(text, sum(width for _, width in glyphs), len(glyphs), blanks)
            if len(self._strings) < _REMEMBERED:
                self._strings[data] = known
        return known

    def glyphs(self, data: bytes) -> list[tuple[str, float]]:
        """Read a shown string code by code: text and width in ems of each."""
        glyphs = self._glyphs
        found = []
        for code in self._font.decode(data):
            glyph = glyphs.get(code)
            if glyph is None:
                glyph = glyphs[code] = self._read(code)
            found.append(glyph)
        return found

    def _read(self, code: int) -> tuple[str, float]:
        try:
            text = self._font.to_unichr(code)
        except PDFUnicodeNotDefined:
            text = "•" if code in _UNUSED and not self.wide else UNKNOWN
        try:
            width = float(self._font.char_width(code))
        except (TypeError, ValueError, KeyError):
            width = 0.5
        return clean(str(text)), width

    def _width_of_blank(self) -> float:
        if self.wide:
            return 0.25
        _, width = self._read(32)
        return width or 0.25


def _is_bold(font: PDFFont) -> bool:
    name = str(font.fontname if font.fontname != "unknown" else getattr(font, "basefont", ""))
    weight = resolve1(font.descriptor.get("FontWeight", 0))
    heavy = isinstance(weight, int | float) and weight >= 600
    return bool(_BOLD_NAME.search(name.split("+", 1)[-1])) or bool(font.flags & _FORCE_BOLD) or heavy


def _type3_scale(font: PDFFont) -> float:
    """How a drawn font's own units turn into ems; 1 for every other font."""
    if not isinstance(font, PDFType3Font):
        return 1.0
    height = abs(font.bbox[3] - font.bbox[1]) * abs(font.vscale)
    return height if 0.01 < height < 100 else 1.0
