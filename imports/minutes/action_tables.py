"""Tables of actions inside a set of minutes: what an item asked for, and of whom, below what was said.

They look like an action tracker, but tell neither what an action is about nor what became of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.model.minutes import MinuteAction, MinuteItem

if TYPE_CHECKING:
    from imports.minutes.reading import MinutesSpan
    from imports.model.document import Document, Page, Table
    from imports.model.tables import TrackedAction


def take_actions(
    spans: Sequence[MinutesSpan], rows: Sequence[TrackedAction]
) -> tuple[list[MinutesSpan], list[TrackedAction]]:
    """Give each item of minutes the actions tabled in it.

    Args:
        spans: the sets of minutes.
        rows: what was read as an action tracker.

    Returns:
        The sets with their actions, and the rows that are such actions.
    """
    bare = [row for row in rows if not row.topic and not row.progress and row.responsibility]
    if not bare:
        return list(spans), []
    taken: list[TrackedAction] = []
    found: list[MinutesSpan] = []
    for span in spans:
        items = span.minutes.items
        own = [[row for row in bare if _tells(item, row)] for item in items]
        if not any(own[:-1]):
            own = []  # a list of them all at the end
        taken += [row for of_item in own for row in of_item]
        acted = tuple(map(_with_actions, items, own)) or items
        found.append(replace(span, minutes=replace(span.minutes, items=acted)))
    return found, taken


def without_tables(document: Document, rows: Collection[TrackedAction]) -> Document:
    """The document without the tables that hold some actions."""
    pages = {row.page for row in rows}
    told = {_squeezed(row.action) for row in rows}
    return replace(
        document, pages=tuple(_page(page, told) if page.number in pages else page for page in document.pages)
    )


def _page(page: Page, told: Collection[str]) -> Page:
    def holds(table: Table) -> bool:
        return any(_squeezed(cell) in told for row in table.rows for cell in row)

    return replace(page, tables=tuple(replace(t, rows=()) if holds(t) else t for t in page.tables))


def _with_actions(item: MinuteItem, rows: Sequence[TrackedAction]) -> MinuteItem:
    new = (MinuteAction(row.action, row.responsibility, row.page) for row in rows)
    return replace(item, actions=(*item.actions, *new)) if rows else item


def _tells(item: MinuteItem, row: TrackedAction) -> bool:
    """Whether an item's words hold a row's; a paragraph may have begun on the page before."""
    words = _squeezed(row.action)
    return any(
        row.page - 1 <= paragraph.page <= row.page and words in _squeezed(paragraph.text)
        for paragraph in item.paragraphs
    )


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
