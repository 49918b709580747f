"""Bullets that are drawn, not set in type, as browsers print them: small discs before a line's first word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from imports.readers.pdf.pieces import Box, Fragment

# On a page with more discs they are the points of a chart or of a dotted line.
_MOST, _MOST_PIECES = 100, 2_000
# How far before a word its bullet stands, and how large it is, in sizes of the type.
_FAR, _LARGE = 2.5, 0.6
_BULLET = "• "


def with_bullets(fragments: list[Fragment], discs: Sequence[Box]) -> list[Fragment]:
    """Put a bullet before each fragment that a disc stands before.

    Args:
        fragments: of a page.
        discs: its small discs.
    """
    if not discs or len(discs) > _MOST or len(fragments) > _MOST_PIECES:
        return fragments
    return [_bulleted(piece, discs) for piece in fragments]


def _bulleted(piece: Fragment, discs: Sequence[Box]) -> Fragment:
    disc = next((disc for disc in discs if _stands_before(disc, piece)), None)
    if disc is None or piece.turn or piece.stamp:
        return piece
    return replace(
        piece,
        text=_BULLET + piece.text,
        left=disc.left,
        box=replace(piece.box, left=disc.left),
        gaps=[(start, end, place + len(_BULLET)) for start, end, place in piece.gaps],
    )


def _stands_before(disc: Box, piece: Fragment) -> bool:
    size = piece.size
    middle = (disc.top + disc.bottom) / 2
    before = 0 < piece.left - disc.right <= _FAR * size
    level = 0.1 * size <= piece.base - middle <= 0.6 * size
    return before and level and disc.right - disc.left <= _LARGE * size
