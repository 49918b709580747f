"""Share a line among a table's columns, and find each cell's words in the table's text."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

GAP = 2
"""Blank cells between two columns."""

_NARROWEST = 16  # a column is never squeezed below its longest word, or this
_SHARED_OUT = 4  # cells a squeeze takes at a time, so that wide columns give first


def column_widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Share `room` among the columns: each its natural width if that fits, else the widest give first.

    A table whose columns cannot be squeezed any further comes out wider than `room`.
    """
    count = max((len(row) for row in rows), default=0)
    natural, floor = [1] * count, [1] * count
    for row in rows:
        for at, cell in enumerate(row):
            lines = cell.split("\n")
            natural[at] = max(natural[at], *(cell_len(line) for line in lines))
            words = (cell_len(word) for word in cell.split())
            floor[at] = max(floor[at], min(_NARROWEST, max(words, default=1)))
    widths = natural
    excess = sum(widths) + GAP * (count - 1) - room
    while excess > 0:
        given = [min(_SHARED_OUT, excess, width - least) for width, least in zip(widths, floor, strict=True)]
        widest = max(range(count), key=lambda at: (given[at] > 0, widths[at]))
        if given[widest] <= 0:
            break
        widths[widest] -= given[widest]
        excess -= given[widest]
    return widths


def cell_starts(text: str, rows: Sequence[Sequence[str]]) -> list[list[int]]:
    """Where each cell's words begin in the table's text, row by row; -1 where the text does not hold them."""
    starts: list[list[int]] = []
    cursor = 0
    for row in rows:
        found = []
        for cell in row:
            at = text.find(cell, cursor) if cell else -1
            if at < 0 and cell:
                at = text.find(cell.replace("\n", " "), cursor)
            found.append(at)
            cursor = at + len(cell) if at >= 0 else cursor
        starts.append(found)
    return starts
