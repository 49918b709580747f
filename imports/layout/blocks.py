"""Each page as a person reads it: headings, paragraphs, lists and tables; nothing printed is dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from imports.layout.headings import GUESSED, is_section, names_body, usual_size
from imports.layout.paragraphs import full_width, join_lines
from imports.layout.setting import Piece, Setter, set_table
from imports.layout.titles import MINUTE, Titles
from imports.model.reading import Block, ReadPage
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import Furniture, TextLine
    from imports.model.document import Document, Page

CROWD = 8
CROWDED = 0.3
LONGEST_TITLE = 90
_NUMBER = regex(r"(\d{1,2})[.)]\s+\S")


@dataclass(frozen=True, slots=True)
class SetPage:
    """A page set in blocks, and the lines each of its blocks was set from."""

    page: ReadPage
    lines: Sequence[Sequence[TextLine]]


def read_pages(
    document: Document,
    furniture: Furniture,
    lines: Sequence[TextLine],
    numbers: Sequence[int | None],
    titles: Titles | None = None,
) -> tuple[ReadPage, ...]:
    """Set every page of a document in blocks; the arguments are those of `Pages` and its `finish`."""
    pages = Pages(document, furniture, lines).finish(numbers, titles or Titles())
    return tuple(found.page for found in pages)


class Pages:
    """Sets the pages of a document in blocks."""

    def __init__(self, document: Document, furniture: Furniture, lines: Sequence[TextLine]) -> None:
        """Set nothing yet.

        Args:
            document: the whole of it.
            furniture: what is printed around its words.
            lines: its own lines.
        """
        self._document = document
        self._furniture = furniture
        self._usual = usual_size(lines)
        self._lines: dict[int, list[TextLine]] = {}
        for line in lines:
            self._lines.setdefault(line.page, []).append(line)
        self._early: dict[int, list[Piece]] = {}

    def begin(self, titles_known: Callable[[], bool]) -> None:
        """Set pages as they are without titles, the last first, until the document's titles are known."""
        for page in reversed(self._document.pages):
            if titles_known():
                return
            self._early[page.number], _ = self._set(page, [], frozenset())

    def finish(self, numbers: Sequence[int | None], titles: Titles) -> tuple[SetPage, ...]:
        """Set the pages that are left, and those whose titles make a difference.

        Args:
            numbers: the pack page of each file page.
            titles: what is known of the document's headings.
        """
        plain = {page for page, _ in titles.plain}
        pages: list[SetPage] = []
        waiting: list[tuple[str, int]] = []
        head = ""
        for page, number in zip(self._document.pages, numbers, strict=True):
            here = titles.by_page.get(page.number, ())
            if here or waiting or page.number in plain or page.number not in self._early:
                pieces, left = self._set(page, [*waiting, *here], titles.plain)
            else:
                pieces, left = self._early[page.number], []
            blocks = [piece.block for piece in pieces]
            # A minute's number may stand at the foot of one page and its title at the head of the next.
            waiting = [title for title in here if title[1] == MINUTE and title in left]
            leading = _leading(blocks)
            if leading and _letters(leading) == head:
                blocks = [replace(block, level=GUESSED) if block in leading else block for block in blocks]
            head = _letters(leading) or head
            read = ReadPage(
                page.number, number, tuple(blocks), page.pictures, page.failed, recognised=page.recognised
            )
            pages.append(SetPage(read, [piece.lines for piece in pieces]))
        return tuple(pages)

    def _set(
        self, page: Page, titles: Sequence[tuple[str, int]], plain: frozenset[tuple[int, int]]
    ) -> tuple[list[Piece], Sequence[tuple[str, int]]]:
        """The blocks of one page, and which of the titles it may hold were not met."""
        own = self._lines.get(page.number, [])
        setter = Setter(full_width(own), self._usual, titles, plain)
        pieces = list(_read_page(page, own, self._furniture, setter))
        blocks = _listed(_quiet([piece.block for piece in pieces], setter.found), setter.found)
        return [*map(Piece, blocks, (piece.lines for piece in pieces))], setter.titles


def _read_page(
    page: Page, lines: Sequence[TextLine], furniture: Furniture, setter: Setter
) -> Iterator[Piece]:
    own = {line.index: line for line in lines}
    part: list[TextLine] = []
    tables: set[int] = set()
    for index, line in enumerate(page.lines):
        furnished = (page.number, index) in furniture.lines
        tabled = line.table is not None and line.table < len(page.tables)
        if index in own and not tabled:
            part.append(own[index])
            continue
        if furnished or index in own:
            yield from setter.set_lines(part)
            part = []
        if furnished:
            yield Piece(Block("furniture", line.text.strip()))
        elif index in own and line.table is not None and line.table not in tables:
            tables.add(line.table)
            rows = page.tables[line.table].rows
            cells = [[join_lines(cell.split("\n")) for cell in row] for row in rows]
            yield Piece(set_table(cells), [x for x in lines if x.line.table == line.table])
    yield from setter.set_lines(part)


def _quiet(blocks: Sequence[Block], known: frozenset[str]) -> list[Block]:
    """Leave a page's true headings theirs: what comes twice, or in a crowd, is a label or a poster."""
    guesses = [block for block in blocks if block.kind == "heading" and block.text not in known]
    texts = Counter(block.text for block in guesses)
    loose = {block for block in guesses if not (block.text[:1].isdigit() or is_section(block.text))}
    printed = sum(block.kind != "furniture" for block in blocks)
    crowded = sum(block in loose for block in guesses) >= max(CROWD, CROWDED * printed)

    def is_quiet(block: Block) -> bool:
        again = texts[block.text] > 1 or names_body(block.text)
        return again or (block in loose and (crowded or len(block.text) > LONGEST_TITLE))

    return [
        replace(block, level=GUESSED)
        if block.kind == "heading" and block.text not in known and is_quiet(block)
        else block
        for block in blocks
    ]


def _listed(blocks: Sequence[Block], known: frozenset[str]) -> list[Block]:
    """Leave to a numbered list those of its items that are set like headings."""
    numbers = [int(found[1]) if (found := _NUMBER.match(block.text)) else 0 for block in blocks]
    set_as = list(blocks)
    for way in (1, -1):
        for i in range(len(blocks))[::way]:
            beside = i - way
            follows = 0 <= beside < len(blocks) and numbers[beside] == numbers[i] - way
            loose = set_as[i].kind == "heading" and numbers[i] and set_as[i].text not in known
            if loose and follows and numbers[beside] and set_as[beside].kind == "item":
                set_as[i] = Block("item", set_as[i].text)
    return set_as


def _leading(blocks: Sequence[Block]) -> list[Block]:
    """The headings a page begins with; those of a long table come back on each of its pages."""
    printed = (block for block in blocks if block.kind != "furniture")
    return list(takewhile(lambda block: block.kind == "heading", printed))


def _letters(blocks: Sequence[Block]) -> str:
    return "".join(filter(str.isalnum, "".join(block.text for block in blocks)))
