"""The second part of an agenda, whose items count from 1 again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.agenda.blocks import is_part
from imports.agenda.item_numbers import PAGES, Numbered, choose_chain

if TYPE_CHECKING:
    from imports.layout.columns import Piece


def find_restart(
    rows: Sequence[Sequence[Piece]], chain: Sequence[Numbered], numbered: Sequence[Numbered], tolerance: float
) -> list[Numbered]:
    """The items of a second part that counts from 1 again, below the row that begins it ("PART B").

    A row that only says what follows ("Applications to be determined") begins one whose first item has
    pages.
    """
    last = chain[-1].row if chain else len(rows)
    firsts = [item for item in numbered if item.row > last and item.key == (1, 0)]
    for first in firsts:
        above = [n for n in range(max(last + 1, first.row - 3), first.row) if rows[n]]
        headed = any(is_part(rows[n]) for n in above)
        under = bool(above) and len(rows[above[-1]]) == 1 and rows[above[-1]][0].gap
        if headed or (under and _is_paged(rows, first.row)):
            again = choose_chain([item for item in numbered if item.row >= first.row], tolerance)
            return again if again and again[0].row == first.row else []
    return []


def _is_paged(rows: Sequence[Sequence[Piece]], at: int) -> bool:
    """Whether a row, or one of the two below it, tells pages."""
    return any(PAGES.search(piece.text) for row in rows[at : at + 3] for piece in row)
