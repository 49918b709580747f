"""Numbers and marks set out in the margin: "1.1" and its paragraph are one thing, not two columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.layout.headings import GUESSED, heading_level
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_MARK = regex(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,5}|[A-Z]{1,3}\d{1,3}(?:\.\d{1,3})*)[.):]{0,2}"
    r"|[•●▪■◦○◻□❑❖☑◆‣⁃➢➤►✓*·\ufffd–—-]|o"
)
_ALONE = regex(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)]{1,2}|\d{1,3}(?:\.\d{1,3}){1,3}")
LONGEST_MARK = 18
_WORD = regex(r"[^\W\d_]{3}")


def is_hung(line: TextLine) -> bool:
    """Whether a line is a mark in the margin with running text beside it."""
    cells = line.line.cells
    return len(cells) == 2 and bool(_MARK.fullmatch(cells[0].text)) and bool(_WORD.search(cells[1].text))


def close_up(line: TextLine) -> TextLine:
    """Put a mark and the text beside it together, so that the line reads as any other."""
    if not is_hung(line):
        return line
    text = " ".join(cell.text for cell in line.line.cells)
    return replace(line, text=text, line=replace(line.line, text=text, cells=()))


def reunite_marks(lines: Sequence[TextLine], usual: float) -> list[TextLine]:
    """Put marks that stand on a line of their own before the text below them."""
    found: list[TextLine] = []
    for line in lines:
        before = found[-1] if found else None
        if before is not None and _is_alone(found) and _takes(before, line, usual):
            text = f"{before.text} {line.text}"
            found[-1] = replace(
                line,
                text=text,
                index=before.index,
                gap=before.gap,
                opens_page=before.opens_page,
                line=replace(line.line, left=min(before.line.left, line.line.left)),
            )
        else:
            found.append(line)
    return found


def _is_alone(lines: Sequence[TextLine]) -> bool:
    """Whether the last of some lines is a mark; "10)" that ends what a bracket opened above is none."""
    mark = lines[-1].text
    if len(mark) > LONGEST_MARK or mark[:1].isupper() or not _ALONE.fullmatch(mark):
        return False
    above = lines[-2].text if len(lines) > 1 else ""
    return mark[0] == "(" or above.count("(") <= above.count(")")


def _takes(mark: TextLine, line: TextLine, usual: float) -> bool:
    """Whether a lone mark belongs to the line after it; over white space an item's only before a heading."""
    if line.page != mark.page or line.line.cells or not _WORD.search(line.text):
        return False
    if _ALONE.match(line.text) and not line.text[:1].isalpha():
        return False
    if not line.gap or not mark.text[:1].isdigit() or "." in mark.text.strip("()."):
        return True
    level = heading_level(line, usual)
    return level is not None and level < GUESSED
