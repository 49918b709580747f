"""Decodes ASCII85, which the standard library does a letter at a time in Python.

All first letters of the groups of five make one long number, all second letters another: five
multiplications decode a whole stream. ISO 32000-1, 7.4.3.
"""

from __future__ import annotations

from base64 import a85decode

from pdfminer import ascii85

_BLANKS = b" \t\n\r\x0b\f\0"
_DIGITS = bytes(range(33, 118))
_VALUES = bytes(max(0, code - 33) % 256 for code in range(256))
_GROUP = 5


def decode(data: bytes) -> bytes:
    """Decode ASCII85 without its marks at start and end.

    Raises:
        ValueError: it holds what no ASCII85 does.
    """
    digits = data.translate(None, _BLANKS)
    if digits.translate(None, _DIGITS):
        return a85decode(data)  # `z` for four zeros is rare in what is compressed
    rest = -len(digits) % _GROUP
    values = (digits + b"u" * rest).translate(_VALUES)
    groups = len(values) // _GROUP
    total = 0
    for place in range(_GROUP):
        lanes = bytearray(len(values))
        lanes[4::_GROUP] = values[place::_GROUP]
        total = total * 85 + int.from_bytes(lanes, "big")
    wide = total.to_bytes(len(values), "big")
    if any(wide[::_GROUP]):
        return a85decode(data)  # a group is too large for four bytes: it says so
    decoded = bytearray(4 * groups)
    for place in range(4):
        decoded[place::4] = wide[place + 1 :: _GROUP]
    return bytes(decoded[: len(decoded) - rest])


def install() -> None:
    """Have pdfminer decode streams this way."""
    setattr(ascii85, "a85decode", decode)  # noqa: B010
