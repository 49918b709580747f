"""Each page as a person reads it: headings, paragraphs, lists and tables; nothing printed is dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from imports.layout.headings import GUESSED, is_section, names_body, usual_size
from imports.layout.paragraphs import full_width, join_lines
from imports.layout.setting import Setter, set_table
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


def read_pages(
    document: Document,
    furniture: Furniture,
    lines: Sequence[TextLine],
    numbers: Sequence[int | None],
    titles: Titles | None = None,
) -> tuple[ReadPage, ...]:
    """Set every page of a document in blocks.

    Args:
        document: the whole of it.
        furniture: what is printed around its words.
        lines: its own lines.
        numbers: the pack page of each file page.
        titles: what is known of its headings.
    """
    titles = titles or Titles()
    usual = usual_size(lines)
    by_page: dict[int, list[TextLine]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    pages: list[ReadPage] = []
    waiting: list[tuple[str, int]] = []
    head = ""
    for page, number in zip(document.pages, numbers, strict=True):
        own = by_page.get(page.number, [])
        here = titles.by_page.get(page.number, ())
        setter = Setter(full_width(own), usual, [*waiting, *here], titles.plain)
        blocks = list(_read_page(page, own, furniture, setter))
        blocks = _listed(_quiet(blocks, setter.found), setter.found)
        # A minute's number may stand at the foot of one page and its title at the head of the next.
        waiting = [title for title in here if title[1] == MINUTE and title in setter.titles]
        leading = _leading(blocks)
        if leading and _letters(leading) == head:
            blocks = [replace(block, level=GUESSED) if block in leading else block for block in blocks]
        head = _letters(leading) or head
        pages.append(
            ReadPage(
                page.number, number, tuple(blocks), page.pictures, page.failed, recognised=page.recognised
            )
        )
    return tuple(pages)


def _read_page(
    page: Page, lines: Sequence[TextLine], furniture: Furniture, setter: Setter
) -> Iterator[Block]:
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
            yield Block("furniture", line.text.strip())
        elif index in own and line.table is not None and line.table not in tables:
            tables.add(line.table)
            rows = page.tables[line.table].rows
            yield set_table([[join_lines(cell.split("\n")) for cell in row] for row in rows])
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
