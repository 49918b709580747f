"""Each page as a person reads it: headings, paragraphs, lists and tables; nothing printed is dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from imports.furniture import Furniture, TextLine
from imports.headings import LONGEST, heading_level, usual_size
from imports.model import Block, Document, Page, ReadPage
from imports.paragraphs import BULLET, breaks_between, full_width, join_lines, strip_bullet

_MARK = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s+\S")
INDENT = 18.0


def read_pages(
    document: Document, furniture: Furniture, lines: Sequence[TextLine], numbers: Sequence[int | None]
) -> tuple[ReadPage, ...]:
    """Set every page of a document in blocks.

    Args:
        document: the whole of it.
        furniture: what is printed around its words.
        lines: its own lines.
        numbers: the pack page of each file page.
    """
    usual = usual_size(lines)
    by_page: dict[int, list[TextLine]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    return tuple(
        ReadPage(
            page.number,
            number,
            tuple(_read_page(page, by_page.get(page.number, []), furniture, usual)),
            page.pictures,
            page.failed,
        )
        for page, number in zip(document.pages, numbers, strict=True)
    )


def _read_page(page: Page, lines: Sequence[TextLine], furniture: Furniture, usual: float) -> list[Block]:
    own = {line.index: place for place, line in enumerate(lines)}
    width = full_width(lines)
    blocks: list[Block] = []
    part: list[TextLine] = []
    tables: set[int] = set()

    def flush() -> None:
        blocks.extend(_set_lines(part, width, usual))
        part.clear()

    for index, line in enumerate(page.lines):
        if (page.number, index) in furniture.lines:
            flush()
            blocks.append(Block("furniture", line.text.strip()))
        elif index not in own:
            continue
        elif line.table is not None and line.table < len(page.tables):
            flush()
            if line.table not in tables:
                tables.add(line.table)
                blocks.append(
                    _table([[" ".join(c.split()) for c in row] for row in page.tables[line.table].rows])
                )
        else:
            part.append(lines[own[index]])
    flush()
    return blocks


def _table(rows: Sequence[Sequence[str]]) -> Block:
    kept = tuple(tuple(row) for row in rows)
    return Block("table", "\n".join("\t".join(row) for row in kept), rows=kept)


def _set_lines(lines: Sequence[TextLine], width: float, usual: float) -> list[Block]:
    """Set lines that stand in no ruled table."""
    blocks: list[Block] = []
    left = min((line.line.left for line in lines), default=0.0)
    i = 0
    while i < len(lines):
        columns = _aligned(lines, i)
        if columns > i + 1:
            blocks.append(_table([[cell.text for cell in line.line.cells] for line in lines[i:columns]]))
            i = columns
            continue
        following = lines[i + 1] if i + 1 < len(lines) else None
        level = heading_level(lines[i], usual, following)
        end = i + 1
        while end < len(lines) and not (
            _heading_goes_on(lines, end, usual, level) is False
            if level
            else _paragraph_ends(lines, end, width, usual)
        ):
            end += 1
        blocks.append(_block(lines[i:end], level, left))
        i = end
    return blocks


def _aligned(lines: Sequence[TextLine], i: int) -> int:
    """The end of a run of lines set in at least two columns each."""
    end = i
    while end < len(lines) and len(lines[end].line.cells) >= 2:
        end += 1
    return end


def _heading_goes_on(lines: Sequence[TextLine], i: int, usual: float, level: int) -> bool:
    following = lines[i + 1] if i + 1 < len(lines) else None
    line = lines[i]
    return not line.gap and heading_level(line, usual, following) == level and not re.match(r"\d", line.text)


def _paragraph_ends(lines: Sequence[TextLine], i: int, width: float, usual: float) -> bool:
    following = lines[i + 1] if i + 1 < len(lines) else None
    return (
        len(lines[i].line.cells) >= 2
        or breaks_between(lines[i - 1], lines[i], width)
        or heading_level(lines[i], usual, following) is not None
    )


def _block(lines: Sequence[TextLine], level: int | None, left: float) -> Block:
    text = join_lines(line.text for line in lines)
    if level and len(text) <= 2 * LONGEST:
        return Block("heading", text, level)
    first = lines[0]
    if BULLET.match(first.text) or _MARK.match(first.text):
        indent = 1 + int(max(0.0, first.line.left - left) // INDENT) if first.line.size else 1
        return Block("item", strip_bullet(text) or text, min(indent, 4))
    return Block("paragraph", text)
