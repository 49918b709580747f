"""Makes a page of lines and tables from what was painted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.model.document import Cell, Line, Page, Table
from imports.readers.pdf.cells import cells_of
from imports.readers.pdf.charts import draws
from imports.readers.pdf.discs import with_bullets
from imports.readers.pdf.grid import Grid, grids
from imports.readers.pdf.initials import with_initials
from imports.readers.pdf.letters import SOFT_HYPHEN
from imports.readers.pdf.margins import part_margins
from imports.readers.pdf.order import arrange
from imports.readers.pdf.pieces import Fragment, frame, join, pieces
from imports.readers.pdf.rows import Row, row
from imports.readers.pdf.stamps import stamp_forms
from imports.readers.pdf.tables import Place, fill

if TYPE_CHECKING:
    from imports.readers.pdf.runs import Painted


def lay_out(painted: Painted, number: int) -> Page:
    """Put what a page painted into lines in reading order.

    Args:
        painted: text, rules and pictures in painting order.
        number: the file's page number, from 1.
    """
    stamping = stamp_forms(painted)
    view = frame(painted, stamping)
    found = pieces(painted, view, stamping)
    ruled = grids(view.rule(rule) for rule in painted.rules)
    places = [_place(piece, ruled) for piece in found]
    blanks = [painted.runs[piece.order].blank_before for piece in found]
    fragments = with_bullets(join(found, list(places), blanks), [view.rule(disc) for disc in painted.discs])
    stamped = [fragment for fragment in fragments if fragment.stamp]
    loose = with_initials([fragment for fragment in fragments if not fragment.stamp])
    items, tables, contents = _with_tables(loose, ruled)
    level = [item for item in items if isinstance(item, Row) or item.turn == 0]
    turned = [row(item) for item in items if isinstance(item, Fragment) and item.turn != 0]
    rows = part_margins(arrange(level), view.width) + turned
    stamps = [row(fragment) for fragment in stamped]
    head = view.height / 4
    rows = [r for r in stamps if r.box.top < head] + rows + [r for r in stamps if r.box.top >= head]
    lines: list[Line] = []
    for each, cells in zip(rows, cells_of(rows), strict=True):
        lines += contents[each.table] if each.table is not None else [_line(cells)]
    pictures = painted.pictures + draws(painted)
    return Page(number, tuple(_carry_over(lines)), tuple(tables), view.width, view.height, pictures)


def _place(piece: Fragment, ruled: list[Grid]) -> Place | None:
    """Find the cell a piece stands in: the innermost table, where one stands in another."""
    if piece.stamp or not ruled or piece.turn % 90:
        return None  # words across the page, such as "DRAFT", stand in no cell
    box = piece.box
    x = (box.left + min(box.right, box.left + 4 * piece.size)) / 2
    y = (box.top + box.bottom) / 2
    found: Place | None = None
    smallest = float("inf")
    for index, grid in enumerate(ruled):
        area = (grid.box.right - grid.box.left) * (grid.box.bottom - grid.box.top)
        cell = grid.cell(x, y)
        if cell is not None and area < smallest:
            found, smallest = Place(index, *cell), area
    return found


def _with_tables(
    loose: list[Fragment], ruled: list[Grid]
) -> tuple[list[Fragment | Row], list[Table], list[list[Line]]]:
    """Take each table's fragments out of the flow and put the table in their place."""
    inside: dict[int, dict[tuple[int, int], list[Fragment]]] = defaultdict(lambda: defaultdict(list))
    places = [_place(fragment, ruled) for fragment in loose]
    for fragment, place in zip(loose, places, strict=True):
        if place is not None:
            inside[place.table][place.row, place.column].append(fragment)
    filled = {index: cells for index, cells in inside.items() if len(cells) > 1}
    items: list[Fragment | Row] = []
    tables: list[Table] = []
    contents: list[list[Line]] = []
    numbers: dict[int, int] = {}
    for fragment, place in zip(loose, places, strict=True):
        if place is None or place.table not in filled:
            items.append(fragment)
        elif place.table not in numbers:
            numbers[place.table] = len(tables)
            box = ruled[place.table].box
            items.append(Row([], box, box.bottom, 0.0, len(tables)))
            table, rows = fill(ruled[place.table], filled[place.table])
            contents.append([replace(_line(row), table=len(tables)) for row in rows])
            tables.append(table)
    return items, tables, contents


def _line(fragments: list[Fragment]) -> Line:
    if len(fragments) > 1:
        return _line_of_cells(fragments)
    (only,) = fragments
    box, letters = only.box, only.letters
    size = max(letters, key=letters.__getitem__) if len(letters) > 1 else next(iter(letters))
    return Line(
        only.text,
        box.left,
        box.right,
        box.top,
        box.bottom,
        size,
        only.bold > 0 and 2 * only.bold > sum(letters.values()),
        only.stamp,
    )


def _line_of_cells(fragments: list[Fragment]) -> Line:
    texts = [fragment.text for fragment in fragments]
    boxes = [fragment.box for fragment in fragments]
    letters: dict[float, int] = {}
    for fragment in fragments:
        for size, count in fragment.letters.items():
            letters[size] = letters.get(size, 0) + count
    cells = tuple(Cell(_plain(text), box.left, box.right) for text, box in zip(texts, boxes, strict=True))
    return Line(
        "  ".join(texts),
        left=min(box.left for box in boxes),
        right=max(box.right for box in boxes),
        top=min(box.top for box in boxes),
        bottom=max(box.bottom for box in boxes),
        size=max(letters, key=letters.__getitem__),
        bold=2 * sum(fragment.bold for fragment in fragments) > sum(letters.values()),
        stamp=fragments[0].stamp,
        cells=cells,
    )


def _carry_over(lines: list[Line]) -> list[Line]:
    """Put words divided at a line's end by a soft hyphen together again, and drop the other ones."""
    for n, line in enumerate(lines):
        text = line.text
        if text.endswith(SOFT_HYPHEN):
            following = lines[n + 1] if n + 1 < len(lines) else None
            if following and not (line.cells or following.cells or following.stamp):
                rest, _, kept = following.text.partition(" ")
                text += rest
                lines[n + 1] = replace(following, text=kept)
            else:
                text = text[:-1] + "-"
        if SOFT_HYPHEN in text or text != line.text:
            lines[n] = replace(line, text=_plain(text))
    return [line for line in lines if line.text]


def _plain(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "")
