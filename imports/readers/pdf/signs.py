"""Signs of the faces that hold no letters: bullets, ticks, crosses, arrows, Greek.

A file often says of such a face that its code 0x34 is a 4, or keeps the code in the private area at
F000; what is printed is a tick all the same. Sources: ISO 32000-1, annex D.5 and D.6; for Wingdings the
usual equivalents in Unicode.
"""

from __future__ import annotations

import re

from imports.patterns import regex

_PRIVATE = 0xF000
_NAME = regex(
    r"(?:[A-Z]{6}\+)?(zapfdingbats|dingbats|wingdings|symbol)(?:[-,]?(?:mt|regular|itc|bold|italic))*\Z", re.I
)

_DINGBATS = {code: chr(0x2700 + code - 0x20) for code in range(0x21, 0x7F)} | {
    code: chr(0x2700 + code - 0x40) for code in range(0xA1, 0xFF) if code != 0xF0
}
_DINGBATS |= dict(zip(
    (0x25, 0x2A, 0x2B, 0x48, 0x6C, 0x6E, 0x73, 0x74, 0x75, 0x77, 0xA8, 0xA9, 0xAA, 0xAB, 0xD5, 0xD6, 0xD7),
    "☎☛☞★●■▲▼◆◗♣♦♥♠→↔↕",
    strict=True,
)) | {0xAC + n: chr(0x2460 + n) for n in range(10)}  # fmt: skip

_SYMBOL = dict(zip(
    range(0x41, 0x7F),
    "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    strict=True,
)) | dict(zip(
    range(0xA1, 0xEF + 1),
    "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
    strict=True,
)) | {0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅"}  # fmt: skip

_WINGDINGS = dict(zip(
    (0x22, 0x28, 0x29, 0x2A, 0x36, 0x46, 0x4A, 0x4B, 0x4C, 0x6C, 0x6D, 0x6E, 0x6F, 0x70, 0x71, 0x72, 0x73,
     0x74, 0x75, 0x76, 0x77, 0x9F, 0xA1, 0xA7, 0xA8, 0xD8, 0xDF, 0xE0, 0xE1, 0xE2, 0xE8, 0xF0, 0xFB, 0xFC,
     0xFD, 0xFE),
    "✂☎✆✉⌛☞☺😐☹●❍■□◻❑❒⬧⧫◆❖⬥•○▪◻➢←→↑↓➔⇨✗✓☒☑",
    strict=True,
))  # fmt: skip
_FACES = {"zapfdingbats": _DINGBATS, "dingbats": _DINGBATS, "symbol": _SYMBOL, "wingdings": _WINGDINGS}


def signs_of(face: str) -> dict[int, str]:
    """Find the signs of a face by its name: what each code prints; none for a face of letters."""
    found = _NAME.match(face)
    return _FACES[found[1].lower()] if found else {}


def read_sign(signs: dict[int, str], code: int | None, text: str) -> str:
    """Say what a face of signs prints.

    Args:
        signs: of the face.
        code: the code shown, or None where codes are the file's own and say nothing.
        text: what the file says of the code.
    """
    if text in signs.values():
        return text
    said = ord(text) if len(text) == 1 else 0
    if _PRIVATE <= said <= _PRIVATE + 0xFF:
        said -= _PRIVATE
    return signs.get(said if code is None else code, text)
