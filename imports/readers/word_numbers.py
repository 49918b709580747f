"""The numbers Word prints before its paragraphs, which stand in no text: counted level by level."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from imports.patterns import regex

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = regex(r"%([1-9])")
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: how its number is written and where it starts."""

    form: str
    text: str
    start: int


class Numbering:
    """Counts a document's numbered paragraphs in the order they are asked for."""

    def __init__(self, document: WordDocument) -> None:
        """Read the document's lists."""
        self._lists: dict[str, tuple[str, Mapping[int, _Level]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        root = _numbering_root(document)
        if root is None:
            return
        levels = {
            _value(kind, "abstractNumId"): {
                int(_value(level, "ilvl") or 0): _read_level(level) for level in kind.findall(f"{_W}lvl")
            }
            for kind in root.findall(f"{_W}abstractNum")
        }
        for number in root.findall(f"{_W}num"):
            of = number.find(f"{_W}abstractNumId")
            abstract = _value(of, "val") if of is not None else ""
            own = dict(levels.get(abstract, {}))
            for change in number.findall(f"{_W}lvlOverride"):
                at = int(_value(change, "ilvl") or 0)
                if (level := change.find(f"{_W}lvl")) is not None:
                    own[at] = _read_level(level)
            # Lists of one kind go on counting together, unless one starts anew.
            anew = any(
                change.find(f"{_W}startOverride") is not None for change in number.findall(f"{_W}lvlOverride")
            )
            identity = _value(number, "numId")
            self._lists[identity] = (f"{abstract}/{identity}" if anew else abstract, own)

    def number(self, paragraph: WordParagraph) -> tuple[str, int]:
        """The number or bullet printed before a paragraph ("" for none) and how deep it is set in."""
        identity, depth = _list_of(paragraph)
        if identity is None or identity not in self._lists:
            return "", 0
        counter, levels = self._lists[identity]
        level = levels.get(depth)
        if level is None or level.form == "none":
            return "", depth
        if level.form == "bullet":
            return _BULLET, depth
        counts = self._counts.setdefault(counter, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]

        def write(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            of = levels.get(at, level)
            return _written(counts.get(at, of.start), of.form)

        return _PLACE.sub(write, level.text), depth


def _numbering_root(document: WordDocument) -> Any:
    try:
        return document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return None


def _value(element: Any, name: str) -> str:
    return str(element.get(f"{_W}{name}") or "")


def _read_level(level: Any) -> _Level:
    def said(name: str, otherwise: str) -> str:
        child = level.find(f"{_W}{name}")
        return _value(child, "val") if child is not None else otherwise

    start = said("start", "1")
    return _Level(said("numFmt", "decimal"), said("lvlText", ""), int(start) if start.isdecimal() else 1)


def _list_of(paragraph: WordParagraph) -> tuple[str | None, int]:
    """The list a paragraph belongs to and its level: its own, else its style's."""
    style: Any = paragraph.style
    places = [paragraph._p.pPr]
    for _ in range(12):
        if style is None:
            break
        places.append(style.element.find(f"{_W}pPr"))
        style = getattr(style, "base_style", None)
    for place in places:
        of = place.find(f"{_W}numPr") if place is not None else None
        if of is None:
            continue
        identity, depth = of.find(f"{_W}numId"), of.find(f"{_W}ilvl")
        number = _value(identity, "val") if identity is not None else None
        if number is not None:
            level = _value(depth, "val") if depth is not None else "0"
            return (None if number == "0" else number), int(level) if level.isdecimal() else 0
    return None, 0


def _written(number: int, form: str) -> str:
    """A number as its list writes it."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    signs = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    written = ""
    for value, sign in zip(values, signs, strict=True):
        written += sign * (number // value)
        number %= value
    return written
