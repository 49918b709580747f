"""An agenda set in two languages side by side: the English column is read, the Welsh one says the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.layout.columns import line_cells
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine
    from imports.model.document import Cell

_WELSH = regex(
    r"\b(?:rhaglen|cofnodion|ymddiheuriadau|pwyllgor|cyngor|dydd|tudalen(?:nau)?|aelod(?:au|aeth)|datgan\w*"
    r"|cyfarfod|cynghorydd|cynghorwyr|cadeirydd|adroddiad|derbyn|craffu|materion|unrhyw|eraill)\b",
    re.IGNORECASE,
)
_NUMBER = regex(r"(?P<number>\d{1,2})[.)]?(?=\s|$)")
_COMMON = ("rhaglen", "pwyllgor", "cofnodion", "ymddiheuriadau")
FEWEST, FIRST_LINES = 3, 150
APART = 0.3
NEAR = 4.0


def english_side(lines: Sequence[TextLine]) -> list[TextLine]:
    """Leave out the Welsh column of a front sheet that sets the same items side by side in both languages."""
    plain = "\n".join(line.text for line in lines[:FIRST_LINES]).casefold()
    if not any(word in plain for word in _COMMON):
        return list(lines)
    parted = [line_cells(line) for line in lines]
    edge = _find_edge(parted)
    if edge is None:
        return list(lines)
    welsh_first = _count_welsh(parted, edge, left=True) > _count_welsh(parted, edge, left=False)
    kept: list[TextLine] = []
    gap = False
    for line, cells in zip(lines, parted, strict=True):
        gap = gap or line.gap
        own = [cell for cell in cells if (cell.left >= edge) == welsh_first or cell.left < edge < cell.right]
        if own:
            kept.append(_with_cells(line, own, gap))
            gap = False
    return kept


def is_welsh(text: str) -> bool:
    """Whether a text holds a word that only Welsh papers print."""
    return _WELSH.search(text) is not None


def english_half(text: str) -> str:
    """The English half of a name given in both languages ("Pwyllgor Craffu / Scrutiny Committee")."""
    halves = text.split(" / ")
    if len(halves) != 2:
        return text
    welsh = [is_welsh(half) for half in halves]
    return text if welsh[0] == welsh[1] else halves[welsh.index(False)].strip()


def _find_edge(parted: Sequence[Sequence[Cell]]) -> float | None:
    """Where the right-hand column begins: at numbers that are those of the left-hand one over again."""
    columns: dict[float, list[str]] = {}
    for cells in parted:
        for cell in cells:
            if found := _NUMBER.match(cell.text):
                near = next((left for left in columns if abs(left - cell.left) <= NEAR), cell.left)
                columns.setdefault(near, []).append(found["number"])
    reach = max((cells[-1].right for cells in parted if cells), default=0.0)
    lefts = sorted(columns)
    for n, left in enumerate(lefts):
        for right in lefts[n + 1 :]:
            same = columns[left] == columns[right] and len(columns[left]) >= FEWEST
            if same and right - left > APART * reach:
                return right - NEAR
    return None


def _count_welsh(parted: Sequence[Sequence[Cell]], edge: float, left: bool) -> int:
    return sum(
        len(_WELSH.findall(cell.text)) for cells in parted for cell in cells if (cell.left < edge) == left
    )


def _with_cells(line: TextLine, cells: Sequence[Cell], gap: bool) -> TextLine:
    if len(cells) == len(line_cells(line)):
        return replace(line, gap=gap)
    text = ("  " if line.line.right else "   ").join(cell.text.strip() for cell in cells)
    several = tuple(cells) if len(cells) > 1 and line.line.right else ()
    right = cells[-1].right if line.line.right else 0.0
    return replace(
        line,
        text=text,
        gap=gap,
        line=replace(line.line, text=text, cells=several, left=cells[0].left, right=right),
    )
