"""Puts large first letters, set down over several lines, at the beginning of their paragraph."""

from __future__ import annotations

from msgspec.structs import replace

from imports.readers.pdf.pieces import Fragment, surround

_LARGER = 1.8
# A page with more single capitals is a chart or a puzzle.
_MOST = 12


def with_initials(fragments: list[Fragment]) -> list[Fragment]:
    """Join each initial to the first of the lines beside it.

    Args:
        fragments: of a page, in painting order.
    """
    initials = [piece for piece in fragments if len(piece.text) == 1 and piece.text.isupper()]
    if not 0 < len(initials) <= _MOST:
        return fragments
    for initial in initials:
        beside = [piece for piece in fragments if piece is not initial and _is_beside(initial, piece)]
        first = min(beside, key=lambda piece: (piece.base, piece.left), default=None)
        if len({round(piece.base) for piece in beside}) < 2 or first is None:
            continue
        fragments = [piece for piece in fragments if piece is not initial]
        # `A`, `I` may be words; any other capital begins one.
        word = initial.text in "AI" and first.left - initial.right > 0.3 * first.size
        first.text = initial.text + (" " if word else "") + first.text
        first.left = initial.left
        first.gaps = []
        first.box = surround(first.box, replace(first.box, left=initial.left))
    return fragments


def _is_beside(initial: Fragment, piece: Fragment) -> bool:
    """Whether a line begins right after an initial, within its height."""
    if piece.turn != initial.turn or piece.size * _LARGER > initial.size or not piece.text[:1].isalpha():
        return False
    return (
        initial.base - 0.85 * initial.size < piece.base <= initial.base + 0.1 * piece.size
        and -0.2 * piece.size <= piece.left - initial.right <= 1.2 * piece.size
    )
