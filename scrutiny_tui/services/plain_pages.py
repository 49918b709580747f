"""Pages as plain text, for a terminal, a pipe or a screen reader: no drawing, nothing obeyed."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from scrutiny_tui.services.harmless import flat

if TYPE_CHECKING:
    from imports.model.reading import Block, ReadPage

_NARROWEST = 40
_GAP = "  "


def page_lines(page: ReadPage, width: int | None) -> Iterator[str]:
    """Give a page line by line, its running lines left out.

    Args:
        page: what was read of it.
        width: columns to break lines at; None leaves paragraphs on one line each.
    """
    if page.failed:
        yield f"(This page could not be read: {flat(page.failed)})"
    if page.exempt:
        yield f"(Not public: “{flat(page.exempt)}”. Do not pass its words on.)"
    if page.recognised:
        yield f"({flat(page.recognised)})"
    blocks = [block for block in page.blocks if block.kind != "furniture" and _says(block)]
    if not blocks and page.pictures:
        yield f"({page.pictures} picture{'s' * (page.pictures != 1)} and no words; v in the app shows them.)"
    for number, block in enumerate(blocks):
        together = number and block.kind == "item" == blocks[number - 1].kind
        if number and not together:
            yield ""
        yield from _block(block, width)


def _says(block: Block) -> bool:
    return bool(block.text.strip() or block.rows)


def _block(block: Block, width: int | None) -> Iterator[str]:
    if block.kind == "table" and block.rows:
        yield from table_lines(block.rows, width)
    elif block.kind == "heading":
        yield from _wrapped(flat(block.text), width, "#" * max(1, min(block.level, 6)) + " ")
    else:
        indent = "  " * max(0, block.level - 1) if block.kind == "item" else ""
        yield from _wrapped(flat(block.text), width, indent)


_COUNTS = re.compile(r"\W*\d{1,3}[a-z]?\W*")


def table_lines(rows: Sequence[Sequence[str]], width: int | None) -> Iterator[str]:
    """Set a table in columns where it fits; else each row as `heading: cell` lines, which also read aloud."""
    cells = [[flat(cell) for cell in row] for row in rows]
    count = max(map(len, cells))
    cells = [row + [""] * (count - len(row)) for row in cells]
    widths = [max(len(row[n]) for row in cells) for n in range(count)]
    if sum(widths) + len(_GAP) * (count - 1) <= (width or 100):
        for row in cells:
            yield _GAP.join(cell.ljust(room) for cell, room in zip(row, widths, strict=True)).rstrip()
        return
    if len(cells) == 1 or _COUNTS.fullmatch(cells[0][0]):  # a list's first row heads nothing
        for row in cells:
            yield from _wrapped(" ".join(filter(None, row)), width, "")
        return
    head, body = cells[0], cells[1:]
    for number, row in enumerate(body):
        if number:
            yield ""
        for name, cell in zip(head, row, strict=True):
            if cell:
                yield from _wrapped(f"{name}: {cell}" if name else cell, width, "")


def _wrapped(text: str, width: int | None, head: str) -> Iterator[str]:
    if width is None or width < _NARROWEST:
        yield head + text
        return
    indent = " " * len(head)
    yield from textwrap.wrap(text, width, initial_indent=head, subsequent_indent=indent) or [head.rstrip()]
