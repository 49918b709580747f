"""Reads the agenda off a front sheet: which rows are its items, and where it stops."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from imports.agenda.bare_ranges import heads_pages, is_range, mark_ranges, move_ranges
from imports.agenda.blocks import Block, divide
from imports.agenda.end import AFTERWARDS, find_end, find_notes, title_of
from imports.agenda.english import english_titles
from imports.agenda.item import ReadItem, read_item
from imports.agenda.item_marks import choose_marked
from imports.agenda.item_numbers import PAGES, TYPICAL, Numbered, choose_chain, find_numbered
from imports.agenda.lost_columns import part_columns
from imports.agenda.second_part import find_restart
from imports.agenda.shredded import reunite
from imports.agenda.title import Edge
from imports.agenda.unnumbered import divide_bulleted, divide_unnumbered, first_bullet
from imports.layout.columns import Piece, lay_out
from imports.layout.headed_columns import heads_timetable
from imports.model.warning import Warning
from imports.patterns import regex
from imports.words.called import FOR_THE, SUPPLEMENT
from imports.words.names import trailing_people
from imports.words.presenters import is_presenters, read_presenters

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_HEADING = regex(
    r"(?:supplementa(?:ry|l) |revised |amended |second |late )*a\s?g\s?e\s?n\s?d\s?a(?: supplement| front "
    r"?sheet| items)?"
    r"|order of business|business(?: to be transacted| items)?|(?:rhaglen|agenda)\s*/\s*(?:rhaglen|agenda)"
    r"|rhaglen|the agenda (?:is|will be)(?: as follows)?",
    re.IGNORECASE,
)
_APOLOGIES = regex(r"APOLOG(?:IES|Y)(?: FOR ABSENCE)?|Apologies(?: for absence)?")
_SUPPLEMENT = regex(
    rf"{SUPPLEMENT}{FOR_THE}(?:\s*[-–:|].*)?|.{{0,120}}\b{SUPPLEMENT}|second agenda", re.IGNORECASE
)
_DECIDED = regex(
    r"(?:(?:it was )?(?:RESOLVED|AGREED|Resolved|Agreed)|RECOMMENDED|NOTED)\b"
    r"|\W?(?:[Tt]he )?[Mm]eeting (?:closed|ended|concluded)"
)
_BARE_PAGES = regex(r"\s(?:\d{1,4}(?:\s?[-–]\s?\d{1,4})?|[-–])$")
_ANNOUNCES = regex(
    r"\b(?:business|agenda|matters|issues|items)\b[^.]{0,60}\b(?:below|considered|discussed|transacted|follows)\b"
    r"|\bfollowing (?:business|agenda|matters|issues|items)\W*$",
    re.IGNORECASE,
)
FIRST_ROWS = 40
NEAR_COLUMN = 0.25
FEWEST_ENDINGS = GOES_ON = 3
NEAR_TOP = 12


@dataclass(frozen=True, slots=True)
class Agenda:
    """What was read.

    Attributes:
        items: in order, with their paragraphs.
        start: index of the first line of the agenda.
        end: index of the first line after it.
        warnings: what was inferred.
    """

    items: tuple[ReadItem, ...]
    start: int
    end: int
    warnings: tuple[Warning, ...] = ()


def read_agenda(lines: Sequence[TextLine], known: frozenset[str]) -> Agenda | None:
    """Read the agenda from a front sheet's lines.

    Args:
        lines: from the top of the file to the end of the front sheet, furniture left out.
        known: the names of people certain from elsewhere, in lower case.

    Returns:
        None where the lines hold no agenda.
    """
    reunited, doubts = reunite(lay_out(lines))
    rows = move_ranges(reunited)
    heading = _find_heading(rows)
    if heading is None:
        heading = _find_supplement(rows)
    if heading is None:
        heading = next((i for i, row in enumerate(rows) if heads_timetable([x.text for x in row])), None)
    announced = _find_announced(rows) if heading is None else None
    start = heading + 1 if heading is not None else 0
    geometry = any(line.line.right for line in lines)
    tolerance = 14.0 if geometry else 4.0
    numbered = find_numbered(rows[start:])
    chain = choose_marked(rows[start:], choose_chain(numbered, tolerance), tolerance)
    if heading is not None and _SUPPLEMENT.fullmatch(rows[heading][0].text):
        chain = max(chain, _picked_out(rows[start:], numbered), key=len)
    chain += find_restart(rows[start:], chain, numbered, tolerance)
    chain = _cut_afterwards(rows, [replace(item, row=item.row + start) for item in chain])
    if heading is None and _is_minuted(lines):
        return None
    listed = chain and chain[0].key[1] and divide_bulleted(rows, start, find_notes(rows, start))
    if listed and len(listed) > len(chain):
        first, end, blocks = start, find_notes(rows, start), listed
    elif _is_agenda(rows, chain, heading is not None):
        first, end = _first_row(rows, chain, start), find_end(rows, chain)
        blocks = divide(rows, chain, first, end)
    elif heading is not None or announced is not None:
        first = start if announced is None else announced + 1
        end = find_notes(rows, first)
        blocks = divide_unnumbered(rows, first, end)
    elif (bullet := first_bullet(rows)) is not None:
        first, end = bullet, find_notes(rows, bullet)
        blocks = divide_bulleted(rows, first, end)
    else:
        return None
    if not blocks:
        return None
    known = known | _standing_names(blocks, known)
    blocks = english_titles([block for block in blocks if block.rows])
    edge = _find_edge(blocks, geometry)
    headed = heads_pages(rows[start:first])
    parted = part_columns(rows[start:first], [block.rows for block in blocks])
    items = tuple(
        read_item(block.number, [piece for row in rows for piece in row], edge, known)
        for block, rows in zip(blocks, mark_ranges(parted, headed), strict=True)
    )
    warnings = tuple(
        Warning(
            "agenda-number-inferred",
            f"Item {block.number} is printed without its number, which follows from its neighbours.",
            read.item.page,
        )
        for block, read in zip(blocks, items, strict=True)
        if block.inferred
    )
    return Agenda(items, first, end, doubts + warnings)


def _picked_out(rows: Sequence[Sequence[Piece]], numbered: Sequence[Numbered]) -> list[Numbered]:
    """The items of a supplement, which brings some of an agenda's: each set apart and with pages, rising."""
    found: list[Numbered] = []
    for item in numbered:
        row = rows[item.row]
        paged = any(piece.beside or PAGES.search(piece.text) for piece in row)
        if (row[0].gap or row[0].opens_page) and paged and (not found or item.key > found[-1].key):
            found.append(item)
    return found


def _find_edge(blocks: Sequence[Block], geometry: bool) -> Edge:
    """Measure how far the lines of the agenda reach, its right-hand column left out."""
    first = [piece for block in blocks for piece in block.rows[0] if not piece.beside]
    main = [piece for block in blocks for row in block.rows for piece in row if not piece.beside]
    lines = max((piece.right for piece in main if " " in piece.text), default=0.0)
    paged = max(
        (row[0].right for block in blocks if len(row := block.rows[0]) > 1 and _is_close(row, lines)),
        default=0.0,
    )
    titles = max((piece.right for piece in first), default=0.0)
    alone = [block.rows[0] for block in blocks if len(block.rows) == 1]
    ended = sum(row[0].text.endswith(".") for row in alone)
    stopped = ended >= FEWEST_ENDINGS and 3 * ended >= 2 * len(alone)
    return Edge(lines, titles, (0.04 if geometry else 0.14) * lines, paged, stopped)


def _is_close(row: Sequence[Piece], reach: float) -> bool:
    """Whether a title reaches near the right-hand column beside it, as one that wraps there does."""
    return not row[0].beside and row[1].beside and row[1].left - row[0].right < NEAR_COLUMN * reach


def _find_heading(rows: Sequence[Sequence[Piece]]) -> int | None:
    """The row that says AGENDA: the last before the numbers begin."""
    found = None
    for index, row in enumerate(rows):
        text = row[0].text.strip(" :-–") if row else ""
        if _HEADING.fullmatch(text) and text[0] != "b":  # "Any other" over "business" in a narrow column
            if found is not None and find_numbered(rows[found:index]):
                break
            found = index
    return found


def _find_announced(rows: Sequence[Sequence[Piece]]) -> int | None:
    """The row that says that the business stands below it, where none says AGENDA."""
    return next(
        (i for i, row in enumerate(rows[:FIRST_ROWS]) if row and _ANNOUNCES.search(row[-1].text)), None
    )


def _find_supplement(rows: Sequence[Sequence[Piece]]) -> int | None:
    """The row by which a supplement calls itself so, where items follow and none stand before it."""
    for index, row in enumerate(rows[:NEAR_TOP]):
        text = row[0].text.strip(" :-–") if row else ""
        if not text[:1].isdigit() and _SUPPLEMENT.fullmatch(text) and not find_numbered(rows[:index]):
            below = rows[index + 1 :]
            return index if _picked_out(below, find_numbered(below)) else None
    return None


def _cut_afterwards(rows: Sequence[Sequence[Piece]], chain: list[Numbered]) -> list[Numbered]:
    """Cut the chain where the notes begin, unless it goes on with what is surely an item."""
    for place, (a, b) in enumerate(itertools.pairwise(chain)):
        closed = any(
            AFTERWARDS.match(row[0].text) for row in rows[a.row + 1 : b.row] if row and not row[0].beside
        )
        keys = [item.key[0] for item in chain[place + 1 : place + 1 + GOES_ON]]
        sure = b.key[0] in (a.key[0] + 1, 1) and b.score >= 1.2
        sure = sure or keys == [*range(a.key[0] + 1, a.key[0] + 1 + GOES_ON)]
        if closed and not sure:
            return chain[: place + 1]
    return chain


def _is_agenda(rows: Sequence[Sequence[Piece]], chain: Sequence[Numbered], headed: bool) -> bool:
    """Whether numbered rows are an agenda, not the sections of a report."""
    titles = [title_of(rows, item) for item in chain]
    typical = sum(TYPICAL.match(title) is not None for title in titles)
    last = chain[-1].row + 4 if chain else 0
    paged = (
        sum(bool(PAGES.search(" ".join(piece.text for piece in row))) for row in rows[chain[0].row : last])
        if chain
        else 0
    )
    paged = max(paged, _ranges_beside(rows, chain)) if chain else paged
    if headed and chain:
        return len(chain) >= 2 or typical + paged > 0
    return len(chain) >= 2 and (typical >= 2 or paged >= 2 or (typical >= 1 and paged >= 1))


def _ranges_beside(rows: Sequence[Sequence[Piece]], chain: Sequence[Numbered]) -> int:
    """How many numbered rows have a range of pages beside them, where the column is headed so."""
    if not heads_pages(rows[: chain[0].row]):
        return 0
    return sum(is_range(rows[item.row][-1]) for item in chain)


def _is_minuted(lines: Sequence[TextLine]) -> bool:
    """Whether numbered items tell what was decided: minutes, however they begin."""
    return sum(_DECIDED.match(line.text) is not None for line in lines) >= 2


def _first_row(rows: Sequence[Sequence[Piece]], chain: Sequence[Numbered], start: int) -> int:
    """The first item's row, or an earlier one where the first items lost their numbers."""
    first = chain[0]
    if first.key == (1, 0) and first.row > start:
        alone = rows[first.row - 1]
        if len(alone) == 1 and alone[0].gap and _APOLOGIES.fullmatch(alone[0].text):
            return first.row - 1
    if 2 <= first.key[0] <= 3 and first.style != "slash":
        for index in range(start, first.row):
            row = rows[index]
            if row and TYPICAL.match(row[0].text.lstrip("-–•● ")) and len(row[0].text) < 80:
                return index
    return first.row


def _standing_names(blocks: Sequence[Block], known: frozenset[str]) -> frozenset[str]:
    """Names that stand by themselves somewhere on the agenda: certain where glued to a title elsewhere."""
    texts = {row[0].text for block in blocks for row in block.rows[1:] if len(row) == 1}
    texts |= {piece.text for block in blocks for row in block.rows for piece in row if piece.beside}
    texts |= _ending_names(blocks)
    return frozenset(
        text.casefold()
        for text in texts
        if "," not in text and len(text.split()) in (2, 3) and is_presenters(text, known)
    )


def _ending_names(blocks: Sequence[Block]) -> set[str]:
    """The names at the end of titles where several items end so: a column of people glued to the titles."""
    firsts = [block.rows[0][0].text for block in blocks if block.rows and block.rows[0]]
    texts = [_BARE_PAGES.sub("", PAGES.sub("", text)).strip() for text in firsts]
    found = [name for text in texts for name in read_presenters(trailing_people(text)) if name]
    return set(found) if len(set(found)) >= 2 or len(found) >= FEWEST_ENDINGS else set()
