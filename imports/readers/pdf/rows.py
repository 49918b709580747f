"""A printed line being put together from the fragments that stand on its baseline."""

from __future__ import annotations

from msgspec import Struct

from imports.readers.pdf.pieces import Box, Fragment, surround

# Beyond this a page is no page of words.
_MOST_CELLS = 120


class Row(Struct, eq=False):
    """A printed line being put together, or a table standing among the lines.

    Attributes:
        fragments: from left to right; those of a table are not here.
        box: where it stands.
        base: how far down its baseline is: its first fragment's, a table's foot.
        size: of its first fragment's type; 0 for a table.
        table: index of the table, or None.
    """

    fragments: list[Fragment]
    box: Box
    base: float
    size: float
    table: int | None = None

    def levels_with(self, other: Row) -> bool:
        """Whether another row stands on the same baseline."""
        return abs(other.base - self.base) <= 0.3 * max(self.size, other.size)

    def takes(self, piece: Fragment) -> bool:
        """Whether a fragment stands on this row's baseline, in room left free."""
        if self.table is not None or len(self.fragments) >= _MOST_CELLS:
            return False
        if abs(piece.base - self.base) > 0.3 * max(self.size, piece.size):
            return self._raises(piece)
        slack = 0.3 * piece.size
        return all(
            piece.left >= other.right - slack or piece.right <= other.left + slack for other in self.fragments
        )

    def _raises(self, piece: Fragment) -> bool:
        """Whether a fragment is raised or lowered against the words it touches: `18th`, `m²`."""
        small = piece.size <= 0.8 * self.size and abs(piece.base - self.base) <= 0.6 * self.size
        slack = 0.2 * self.size
        return small and any(abs(piece.left - other.right) <= slack for other in self.fragments)

    def add(self, piece: Fragment) -> None:
        """Put a fragment at its place from the left."""
        self.fragments.append(piece)
        self.fragments.sort(key=lambda fragment: fragment.left)
        self.box = surround(self.box, piece.box)


def row(piece: Fragment) -> Row:
    """Begin a row with one fragment."""
    return Row([piece], piece.box, piece.base, piece.size)
