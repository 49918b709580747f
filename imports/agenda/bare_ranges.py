"""Page ranges printed without brackets or the word "Pages": "Budget Monitoring 11 - 24 Jo Hale"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.agenda.item_numbers import PAGES
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.columns import Piece

_BARE = regex(r"(?:(?<=[^\W_])|(?<=\)))\s+(?P<first>\d{1,3})\s?[-–—]\s?(?P<last>\d{1,3})(?=$|\s+[A-Z][a-z])")
_OPEN = regex(r"(?<!\()\b[Pp](?:ages?|p|gs?)\.? \d{1,4} ?(?:to|-|–) ?\d{1,4}(?=\s+[A-Z][a-z]+ [A-Z])")
_SQUARE = regex(r"\[\s*(p(?:ages?|p|gs?)?\.? ?\d{1,4}[^\[\]]{0,12})\]", re.IGNORECASE)
# "Street Naming.pdf Page 9", the words of a page's column behind those of a title or a file
_PAGES_BEHIND = regex(
    r"(?<!\bon)(?<!\bsee)(?<!\bfrom)(?<!\bat)(?<!\bof)(?<!\bto)(?<![(,–-])\s"
    r"(?P<pages>Pages? \d{1,4}(?: ?(?:-|–|to) ?\d{1,4})?)$"
)
_LONE = regex(r"(?<=[^\W\d_]|\))\s+(?P<first>\d{1,3})(?P<last>)$")
_ALONE = regex(r"(?P<first>\d{1,3})(?:\s?[-–—]\s?(?P<last>\d{1,3}))?")
_COLUMN = regex(r"(?P<first>\d{1,3})\s?[-–—]\s?(?P<last>\d{1,3})")
_HEADS_PAGES = regex(r"(?:[\w ]{2,30}\s)?pages?(?: nos?\.?| numbers?)?", re.IGNORECASE)
FEWEST = 2
TITLE_ROWS = 3
CLOSE = 4
COLUMN = 20


@dataclass(frozen=True, slots=True)
class _Bare:
    item: int
    row: int
    place: int | None
    first: int
    last: int


def heads_pages(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether a row above the first item heads a column of pages ("Item  Page")."""
    return any(_HEADS_PAGES.fullmatch(row[-1].text.strip(" :")) for row in rows if row)


def is_range(piece: Piece) -> bool:
    """Whether a piece is a range of the right-hand column ("41 - 66")."""
    return piece.beside and _COLUMN.fullmatch(piece.text.strip()) is not None


def move_ranges(rows: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """Put ranges printed before their items' numbers, beside or above them, into a column of their own."""
    moved = [list(row) for row in rows]
    places = [
        (i, i if len(row) > 1 else i + 1)
        for i, row in enumerate(moved)
        if row
        and _COLUMN.fullmatch(row[0].text)
        and (len(row) > 1 or not _far_right(row[0], moved[i + 1 : i + 2]))
        and _numbered(row[1:] or next(iter(moved[i + 1 : i + 2]), []))
    ]
    if len(places) < FEWEST:
        return moved
    for at, to in places:
        found = replace(moved[at].pop(0), beside=True)
        moved[to][0] = replace(moved[to][0], gap=moved[to][0].gap or found.gap)
        moved[to].append(found)
    return moved


def _far_right(found: Piece, below: Sequence[Sequence[Piece]]) -> bool:
    """Whether a range stands to the right of all the row below holds: it is the item's above."""
    return any(row and found.left > max(piece.right for piece in row) for row in below)


def _numbered(row: Sequence[Piece]) -> bool:
    """Whether a row begins with an item's number and has words behind it, white space above it or none."""
    text = " ".join(piece.text for piece in row)
    return re.match(r"\d{1,2}[a-z]?[.)]?\s+[A-Z]", text) is not None and not row[0].gap


def mark_ranges(items: Sequence[Sequence[Sequence[Piece]]], headed: bool) -> list[list[list[Piece]]]:
    """Write bare ranges as "(Pages 11 - 24)", where they count up from item to item as pages do.

    Args:
        items: for each item of the agenda, its rows. Where one prints "Pages", bare figures are none.
        headed: whether a column of pages is headed so; single figures at a line's end are pages then.
    """
    marked = _mark_column(
        [[[_bracket(piece) for piece in row] for row in rows] for rows in _part_pages(items)]
    )
    if any(PAGES.search(piece.text) for rows in items for row in rows for piece in row):
        return marked
    if headed and (own := _pages_below(items)):
        return own
    found = _all(items, (_BARE, _LONE) if headed else (_BARE,))
    if headed and not all(a.first < b.first for a, b in pairwise(found)):
        found = _all(items, (_BARE,))
    glued = sum(bare.place is not None for bare in found)
    steps = [b.first - a.last for a, b in pairwise(found)]
    close = sum(0 <= step <= CLOSE for step in steps)
    rising = all(a.first < b.first for a, b in pairwise(found))
    if not glued or len(found) < FEWEST or not rising or 2 * close < len(steps):
        return marked
    for bare in found:
        if bare.place is None:
            continue
        piece = marked[bare.item][bare.row][bare.place]
        pattern = _BARE if _BARE.search(piece.text) else _LONE
        ends = pattern.search(piece.text)
        ended = ends is not None and ends.end() == len(piece.text)
        told = f"Pages {bare.first} - {bare.last}"
        text = pattern.sub(f" {told}" if ended else f" ({told})", piece.text, count=1)
        row = marked[bare.item][bare.row]
        row[bare.place : bare.place + 1] = _part_row([replace(piece, text=text)])
    return marked


def _part_pages(items: Sequence[Sequence[Sequence[Piece]]]) -> Sequence[Sequence[Sequence[Piece]]]:
    """The same with the column of pages parted again from the words before it, where blanks were lost."""
    behind = [row for rows in items for row in rows if len(row) == 1 and _PAGES_BEHIND.search(row[0].text)]
    if len(behind) < FEWEST:
        return items
    return [[_part_row(row) for row in rows] for rows in items]


def _part_row(row: Sequence[Piece]) -> Sequence[Piece]:
    """A row of one piece as two where it ends in pages."""
    found = _PAGES_BEHIND.search(row[0].text) if len(row) == 1 and not row[0].beside else None
    if found is None:
        return row
    piece = row[0]
    at = piece.right - (piece.right - piece.left) * len(found[0]) / len(piece.text)
    return [
        replace(piece, text=piece.text[: found.start()], right=at),
        replace(piece, text=found["pages"], left=at, gap=False, opens_page=False, beside=True),
    ]


def _mark_column(items: list[list[list[Piece]]]) -> list[list[list[Piece]]]:
    """The same where a column nothing heads holds single pages, rising, behind the titles."""
    firsts = [rows[0] for rows in items if rows and len(rows[0]) > 1]
    paged = [row for row in firsts if not row[-1].beside and row[-1].text.isdecimal()]
    numbers = [int(row[-1].text) for row in paged]
    apart = {round(row[-1].right) for row in paged} | {round(row[-1].left) for row in paged}
    if len(paged) <= FEWEST or any(a >= b for a, b in pairwise(numbers)) or max(apart) - min(apart) > COLUMN:
        return items
    for row in paged:
        row[-1] = replace(row[-1], beside=True)
    return items


def _pages_below(items: Sequence[Sequence[Sequence[Piece]]]) -> list[list[list[Piece]]] | None:
    """The same where the column was read item by item: a page or range on a line of its own below a title."""
    found: dict[int, tuple[int, re.Match[str]]] = {}
    for number, rows in enumerate(items):
        for at, row in enumerate(rows[1 : 1 + TITLE_ROWS], 1):
            if len(row) == 1 and not row[0].beside and (match := _ALONE.fullmatch(row[0].text.strip())):
                found[number] = (at, match)
                break
    firsts = [int(match["first"]) for _, match in found.values()]
    if len(found) < FEWEST + 1 or any(a >= b for a, b in pairwise(firsts)):
        return None
    marked = [[list(row) for row in rows] for rows in items]
    for number, (at, match) in found.items():
        text = f"(Pages {match['first']} - {match['last'] or match['first']})"
        marked[number][at] = [replace(marked[number][at][0], text=text)]
    return marked


def _all(items: Sequence[Sequence[Sequence[Piece]]], patterns: Sequence[re.Pattern[str]]) -> list[_Bare]:
    return [bare for number, rows in enumerate(items) if (bare := _find(number, rows, patterns))]


def _bracket(piece: Piece) -> Piece:
    """Put brackets around "Pages 4 to 6" before a presenter's name, and round ones for square ones."""
    if "[" in piece.text and (square := _SQUARE.search(piece.text)):
        text = f"{piece.text[: square.start()]}({square[1]}){piece.text[square.end() :]}"
        return replace(piece, text=text)
    if piece.beside or not _OPEN.search(piece.text):
        return piece
    return replace(piece, text=_OPEN.sub(lambda match: f"({match[0].strip()})", piece.text))


def _find(item: int, rows: Sequence[Sequence[Piece]], patterns: Sequence[re.Pattern[str]]) -> _Bare | None:
    for number, row in enumerate(rows[:TITLE_ROWS]):
        for place, piece in sorted(enumerate(row), key=lambda at: not at[1].beside):
            if piece.beside and (column := _COLUMN.fullmatch(piece.text.strip())):
                return _Bare(item, number, None, int(column["first"]), int(column["last"]))
            found = None if piece.beside else [p for pattern in patterns if (p := pattern.search(piece.text))]
            if not found:
                continue
            first, last = int(found[0]["first"]), int(found[0]["last"] or found[0]["first"])
            if first <= last:
                return _Bare(item, number, place, first, last)
    return None
