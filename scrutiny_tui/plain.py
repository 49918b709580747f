"""Tables and lines for people at a command line, in which nothing from a document is obeyed."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence

_NARROWEST = 24


def plain(text: str) -> str:
    """Set text from a document on one line, without controls and marks that turn the writing around."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def room() -> int | None:
    """How many columns there are, or None where no terminal reads and lines need not be broken."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Set rows in columns; the last column takes the room that is left, wrapped."""
    cells = [list(headings), *([plain(cell) for cell in row] for row in rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(headings) - 1)]
    cells.insert(1, ["-" * width for width in widths] + ["-" * len(headings[-1])])
    indent = sum(widths) + 2 * len(widths)
    return "\n".join(_row(row, widths, indent) for row in cells)


def _row(row: Sequence[str], widths: Sequence[int], indent: int) -> str:
    head = "".join(f"{cell:<{width}}  " for cell, width in zip(row, widths, strict=False))
    return wrap(row[-1], head, indent)


def wrap(text: str, head: str, indent: int) -> str:
    """Set text after a head, its further lines indented, as wide as the terminal."""
    columns = room()
    line = (head + plain(text)).rstrip()
    if columns is None or len(line) <= columns or columns - indent < _NARROWEST:
        return line
    body = textwrap.wrap(plain(text), columns - indent, break_long_words=True)
    return "\n".join([head + body[0], *(" " * indent + part for part in body[1:])])
