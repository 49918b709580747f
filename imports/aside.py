"""What a second process can read of a paper while the first reads its parts: it hangs on little of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imports.exempt import mark_pages
from imports.glossary import read_glossary
from imports.layout.blocks import Pages
from imports.layout.titles import Titles
from imports.links import read_links
from imports.model.agenda import ExemptPage
from imports.model.reading import Passage, ReadPage
from imports.model.tables import Acronym
from imports.passages import Places, report_passages

if TYPE_CHECKING:
    from imports.layout.blocks import SetPage
    from imports.layout.furniture import Furniture, TextLine
    from imports.model.document import Document
    from imports.processes.twin import Awaited


@dataclass(frozen=True, slots=True)
class Known:
    """What the pages wait for.

    Attributes:
        titles: of papers and minutes, by page, and the lines of front sheet and minutes.
        tabled: the lines of action tracker and work programme, as (page, index).
        papers: the reports' titles, by the file page they begin on.
        items: the agenda item of a file page.
        numbers: the pack's page numbers.
        exempt: the pages kept from the public.
    """

    titles: Titles
    tabled: frozenset[tuple[int, int]]
    papers: Mapping[int, str]
    items: Mapping[int, str]
    numbers: Sequence[int | None]
    exempt: Sequence[ExemptPage]


@dataclass(frozen=True, slots=True)
class Aside:
    """What was read: addresses, short forms, the pages set for a person's reader, the papers' passages."""

    links: tuple[str, ...]
    glossary: tuple[Acronym, ...]
    pages: tuple[ReadPage, ...]
    passages: tuple[Passage, ...]


def read_aside(
    document: Document, furniture: Furniture, lines: Sequence[TextLine], awaited: Awaited[Known]
) -> Aside:
    """Read it, the pages last: they are begun before all that makes a difference to them is known.

    Args:
        document: the whole paper.
        furniture: what is printed around its words.
        lines: its own lines.
        awaited: what the reading of its parts will tell.
    """
    links, glossary = read_links(document, lines), read_glossary(lines)
    pages = Pages(document, furniture, lines)
    pages.begin(awaited.is_told)
    known = awaited.value()
    found = pages.finish(known.numbers, known.titles)
    read = mark_pages([page.page for page in found], known.exempt)
    return Aside(links, glossary, read, _passages(found, known))


def _passages(pages: Sequence[SetPage], known: Known) -> tuple[Passage, ...]:
    """What the papers say; a passage never runs from an open page into one kept from the public."""
    places = Places(known.numbers, known.items)
    taken = known.titles.plain | known.tabled
    kept = {page.page for page in known.exempt}
    parts = ([x for x in pages if x.page.number not in kept], [x for x in pages if x.page.number in kept])
    return tuple(passage for part in parts for passage in report_passages(part, taken, known.papers, places))
