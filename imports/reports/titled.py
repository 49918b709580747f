"""The pages on which another paper surely begins, by what the agenda and the stamps say together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.reports.starts import heads, is_headed

if TYPE_CHECKING:
    from imports.layout.furniture import Furniture, TextLine
    from imports.model.agenda import AgendaItem


def titled_pages(
    lines: Sequence[TextLine], furniture: Furniture, agenda: Sequence[AgendaItem]
) -> frozenset[int]:
    """The file pages that are stamped with the first page of an item and headed by its title.

    Those behind the pages of minutes need no title: the agenda says where the minutes end.
    """
    stamped = {number: page for page, number in furniture.stamped_pages.items()}
    begun = [
        (stamped[item.pages[0]], item.title) for item in agenda if item.pages and item.pages[0] in stamped
    ]
    head = heads(lines) if begun else {}
    ended = {
        stamped.get(item.pages[1] + 1)
        for item in agenda
        if item.pages and item.pages[0] in stamped and "minutes" in item.title.casefold()
    }
    return frozenset(page for page, title in begun if page in ended or is_headed(head.get(page, []), title))
