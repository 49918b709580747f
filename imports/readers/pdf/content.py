"""Cuts a content stream into operators with their operands, by one compiled expression.

pdfminer's own parser walks every byte in Python; this does the same work in a tenth of the time.
Grammar: PDF 32000-1, 7.2 to 7.3 and 7.8.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from imports.patterns import regex

_NESTED = rb"\((?:[^()\\]++|\\.)*+\)"
for _ in range(6):
    _NESTED = rb"\((?:[^()\\]++|\\.|" + _NESTED + rb")*+\)"

_TOKEN = regex(
    rb"(?:[\0\t\n\f\r ]++|%[^\r\n]*+)*+(?:"
    rb"([+-]*(?:\d+\.?\d*|\.\d+))(?:-\d*)?|"  # 1 number; what follows a stray minus is dropped
    rb"(\((?:[^()\\]*+)\))|"  # 2 plain string
    rb"([A-Za-z'\"][A-Za-z0-9*'\"]*)|"  # 3 operator
    rb"/([^\0\t\n\f\r ()<>\[\]{}/%]*)|"  # 4 name
    rb"(\[)|(\])|"  # 5, 6 array
    rb"<([0-9A-Fa-f\0\t\n\f\r ]*)>|"  # 7 string in hexadecimal
    rb"(" + _NESTED + rb")|"  # 8 string with brackets or escapes
    rb"(<<)|(>>)|"  # 9, 10 dictionary
    rb"([^\0\t\n\f\r ]))",  # 11 anything else: a byte to pass over
    re.DOTALL,
)
# Most operators stand behind a few plain operands: one match takes both, in a third of the time.
_BLANKS = rb"[\t\n\f\r ]"
_FIGURE = rb"[+-]?(?:\d++\.?\d*+|\.\d++)"
_SHOWN = rb"[^()\\\r]*+(?:\\[^\r\n][^()\\\r]*+)*+"
_STRINGS = rb"\(" + _SHOWN + rb"\)|<(?:[0-9A-Fa-f]{2})*+>"
_NAME = rb"/([A-Za-z0-9_.+-]*+)"
_SETTING = regex(rb"(?:" + _NAME + _BLANKS + rb"++)?+(" + _FIGURE + rb")" + _BLANKS + rb"++(T[fLcw])")
_SETTINGS = rb"(?:(?:/[A-Za-z0-9_.+-]*+" + _BLANKS + rb"++" + _FIGURE + _BLANKS + rb"++Tf|"
_SETTINGS += _FIGURE + _BLANKS + rb"++T[Lcw])" + _BLANKS + rb"++){1,8}+"
_WHOLE = regex(
    # What ends a text or a mark does nothing, and neither does a new line right before a text's end, nor
    # what begins a text whose place is told next.
    _BLANKS + rb"*+(?:(?:T\*" + _BLANKS + rb"++(?=ET))?+E(?:T|MC)" + _BLANKS + rb"++)*+"
    rb"(?:BT" + _BLANKS + rb"++(?=(?:" + _FIGURE + _BLANKS + rb"++){6}Tm" + _BLANKS + rb"))?+"
    rb"(" + _SETTINGS + rb")?(?:"  # 1 how text is set
    rb"((?:" + _FIGURE + _BLANKS + rb"++){0,6}+)|"  # 2 numbers, or nothing
    rb"(" + _STRINGS + rb")" + _BLANKS + rb"*+|"  # 3 string
    + _NAME + _BLANKS + rb"++((?:" + _FIGURE + _BLANKS + rb"++)?+)|"  # 4, 5 name, number
    rb"\[((?:" + _BLANKS + rb"*+(?:" + _STRINGS + rb"|" + _FIGURE + rb"(?=[(<\]\t\n\f\r ])))*+)"
    + _BLANKS + rb"*+\]" + _BLANKS + rb"*+"  # 6 strings and numbers
    rb")([A-Za-z'\"][A-Za-z0-9*'\"]*+)"  # 7 operator
)  # fmt: skip
_PART = regex(rb"\((" + _SHOWN + rb")\)|<([^>]*+)>|([^(<\t\n\f\r ]++)")
_ESCAPE = regex(rb"\\(?:([0-7]{1,3})|(\r\n|[\r\n])|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NAME_CODE = regex(rb"#([0-9A-Fa-f]{2})")
_BLANK = regex(rb"[\0\t\n\f\r ]+")
_END_OF_IMAGE = regex(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)")
_IMAGE = (b"BI", b"ID")
_SET_OTHERWISE = frozenset((b"Tf", b"TL", b"Tc", b"Tw", b"TD", b'"', b"Q"))
_ROUND = ord("(")
_MOST_OPERANDS = 64
_DEEPEST = 32

Operands = list[object]


class Name(NamedTuple):
    """A PDF name, apart from strings and numbers."""

    text: str


def operations(data: bytes) -> Iterator[tuple[bytes, Operands]]:
    """Go through a content stream: each operator with the operands before it.

    Numbers come as floats, strings as bytes, names as `Name`, arrays and dictionaries as lists (a
    dictionary's keys and values in turn). An inline image comes as the operator `BI` with its
    dictionary. Damage is passed over, never raised. Font, size and distances are left out where they are
    set to what they were set to last: many programs do so for each line.
    """
    operands: Operands = []
    outer: list[Operands] = []
    settings = b""
    match, whole, place = _TOKEN.match, _WHOLE.match, 0
    while True:
        if not (operands or outer) and (found := whole(data, place)):
            again, figures, string, name, size, parts, operator = found.groups()
            if operator not in _IMAGE:
                place = found.end()
                if again and again != settings:
                    settings = again
                    yield from _set(again)
                if operator in _SET_OTHERWISE:
                    settings = b""
                if figures is not None:
                    yield operator, [*map(float, figures.split())]
                elif string is not None:
                    yield operator, [_string(string)]
                elif parts is not None:
                    yield operator, [_parts(parts)]
                else:
                    yield operator, [Name(name.decode()), *map(float, size.split())]
                continue
        if not (found := match(data, place)):
            return
        place = found.end()
        kind = found.lastindex
        if kind == 1:
            operands.append(_number(found[1]))
        elif kind == 2:
            operands.append(_plain(found[2][1:-1]))
        elif kind == 3:
            if outer:
                operands, outer = outer[0], []
            if found[3] == b"ID":
                end = _END_OF_IMAGE.search(data, place)
                place = end.end() if end else len(data)
                yield b"BI", operands
                operands = []
            elif found[3] != b"BI":
                settings = b""
                yield found[3], operands
                operands = []
        elif kind == 4:
            operands.append(Name(_name(found[4])))
        elif kind in (5, 9):
            if len(outer) < _DEEPEST:
                outer.append(operands)
                operands = []
        elif kind in (6, 10):
            if outer:
                outer[-1].append(operands)
                operands = outer.pop()
        elif kind == 7:
            operands.append(_from_hexadecimal(found[7]))
        elif kind == 8:
            operands.append(_unescaped(found[8][1:-1]))
        if not outer and len(operands) > _MOST_OPERANDS:
            del operands[:-_MOST_OPERANDS]


def _set(settings: bytes) -> Iterator[tuple[bytes, Operands]]:
    """The operators by which font, size and distances are set."""
    for name, figure, operator in _SETTING.findall(settings):
        yield operator, [*((Name(name.decode()),) if operator == b"Tf" else ()), float(figure)]


def _string(text: bytes) -> bytes:
    return _unescaped(text[1:-1]) if text[0] == _ROUND else bytes.fromhex(text[1:-1].decode())


def _parts(text: bytes) -> Operands:
    """Read the inside of an array of plain strings and numbers."""
    return [
        float(figure) if figure else bytes.fromhex(digits.decode()) if digits else _unescaped(shown)
        for shown, digits, figure in _PART.findall(text)
    ]


def _number(text: bytes) -> float:
    try:
        return float(text)
    except ValueError:
        return float(b"-" + text.lstrip(b"+-"))


def _plain(text: bytes) -> bytes:
    return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in text else text


def _from_hexadecimal(digits: bytes) -> bytes:
    digits = _BLANK.sub(b"", digits)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _unescaped(text: bytes) -> bytes:
    return _ESCAPE.sub(_unescape, text) if b"\\" in text else text


def _unescape(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return b"" if found[2] else _ESCAPED.get(found[3], found[3])


def _name(text: bytes) -> str:
    if b"#" in text:
        text = _NAME_CODE.sub(lambda code: bytes([int(code[1], 16)]), text)
    return text.decode("utf-8", "replace")
