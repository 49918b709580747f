"""What a second process can read of a paper while the first reads its parts: it hangs on little of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imports.exempt import mark_pages
from imports.glossary import read_glossary
from imports.layout.blocks import Pages
from imports.layout.titles import Titles
from imports.links import read_links
from imports.model.agenda import ExemptPage
from imports.model.reading import ReadPage
from imports.model.tables import Acronym

if TYPE_CHECKING:
    from imports.layout.furniture import Furniture, TextLine
    from imports.model.document import Document
    from imports.processes.twin import Awaited


@dataclass(frozen=True, slots=True)
class Known:
    """What the pages wait for: titles, the pack's page numbers, the pages kept from the public."""

    titles: Titles
    numbers: Sequence[int | None]
    exempt: Sequence[ExemptPage]


@dataclass(frozen=True, slots=True)
class Aside:
    """What was read: addresses, short forms, and the pages set for a person's reader."""

    links: tuple[str, ...]
    glossary: tuple[Acronym, ...]
    pages: tuple[ReadPage, ...]


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
    return Aside(links, glossary, mark_pages(pages.finish(known.numbers, known.titles), known.exempt))
