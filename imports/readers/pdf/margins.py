"""Reads minutes set with their headings in a margin: each heading whole, then what stands beside it.

An unruled table of two columns does that, number and title in bold on the left, what was said on the
right. By its baselines a heading of two lines would be read into the words beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from imports.patterns import regex
from imports.readers.pdf.cells import part_at
from imports.readers.pdf.rows import Row, row

if TYPE_CHECKING:
    from imports.readers.pdf.pieces import Fragment

_HEADING = regex(r"\d{1,3}[.):]?\s+\S*[A-Za-z]{3}")
_NEAR = 2.0
_FEWEST = 2
# A margin is narrow, and what stands beside it wide, in parts of the page.
_MARGIN, _BESIDE = 0.35, 0.4


def part_margins(rows: list[Row], width: float) -> list[Row]:
    """Put headings in a margin before what stands beside them.

    Args:
        rows: of a page, in reading order.
        width: of the page.
    """
    headed = [n for n, each in enumerate(rows) if len(each.fragments) > 1 and _is_heading(each.fragments[0])]
    if len(headed) < _FEWEST:
        return rows
    left, right = (rows[headed[0]].fragments[n].left for n in (0, 1))
    start, end = headed[0], headed[-1]
    if not right - left <= _MARGIN * width:
        return rows
    parted = [_parted(each, left, right) for each in rows]
    while start and _stands(parted[start - 1], left, right):
        start -= 1
    while end + 1 < len(rows) and _stands(parted[end + 1], left, right):
        end += 1
    band = parted[start : end + 1]
    if not all(_stands(each, left, right) for each in band):
        return rows
    margin = [piece for each in band for piece in each.fragments if piece.left < right - _NEAR]
    beside = [piece for each in band for piece in each.fragments if piece.left >= right - _NEAR]
    if max(piece.right for piece in beside) - right < _BESIDE * width:
        return rows
    return [*rows[:start], *_in_turn(margin, beside), *rows[end + 1 :]]


def _parted(each: Row, left: float, right: float) -> Row:
    """A row whose heading comes so near to the words beside it that they were taken for one."""
    if each.table is not None or len(each.fragments) != 1:
        return each
    only = each.fragments[0]
    gap = next((gap for gap in only.gaps if abs(gap[1] - right) <= _NEAR), None)
    if gap is None or abs(only.left - left) > _NEAR:
        return each
    former, later = part_at(only, gap)
    both = row(former)
    both.add(later)
    return both


def _is_heading(piece: Fragment) -> bool:
    return piece.bold > 0 and _HEADING.match(piece.text) is not None


def _stands(each: Row, left: float, right: float) -> bool:
    """Whether a row's words begin where the margin or the column beside it does, and keep to it."""
    if each.table is not None or not 0 < len(each.fragments) <= 2:
        return False
    first, last = each.fragments[0], each.fragments[-1]
    if len(each.fragments) > 1 and last.left < right - _NEAR:
        return False
    if abs(first.left - left) <= _NEAR:
        return first.right < right and first.bold > 0
    return first.left >= right - _NEAR


def _in_turn(margin: list[Fragment], beside: list[Fragment]) -> list[Row]:
    """The headings, each with the lines of it, and behind each the lines that begin no higher."""
    margin.sort(key=lambda piece: piece.base)
    blocks: list[list[Fragment]] = []
    for piece in margin:
        apart = not blocks or piece.base - blocks[-1][-1].base > 1.6 * piece.size
        if apart or _HEADING.match(piece.text):
            blocks.append([])
        blocks[-1].append(piece)
    lines = _lines(beside)
    read = [line for line in lines if line.base < blocks[0][0].base - 0.5 * line.size]
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        top = block[0].base - 0.5 * block[0].size
        foot = following[0].base - 0.5 * block[0].size if following else float("inf")
        read += [row(piece) for piece in block]
        read += [line for line in lines if top <= line.base < foot]
    return read


def _lines(pieces: list[Fragment]) -> list[Row]:
    lines: list[Row] = []
    for piece in sorted(pieces, key=lambda piece: (piece.base, piece.left)):
        if lines and lines[-1].takes(piece):
            lines[-1].add(piece)
        else:
            lines.append(row(piece))
    return lines
