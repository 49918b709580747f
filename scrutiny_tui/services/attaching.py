"""Puts a paper a member has to the item, or the link, of a meeting that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from db import library
from scrutiny_tui.services.errors import ImportFailed, NotThere
from scrutiny_tui.services.folders import links_of
from scrutiny_tui.services.matching import item_of_link
from scrutiny_tui.services.twins import keep_twins

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import AgendaItem, Meeting
    from db.store import Store
    from imports.model.agenda import LinkedPaper
    from scrutiny_tui.services.importing import Importer
    from scrutiny_tui.services.models.importing import ImportedFile

_ALIKE = 80
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paper goes: an item, and the link it is the paper of (None for an item by itself)."""

    item: AgendaItem
    link: LinkedPaper | None


class Attaching:
    """Puts papers to items.

    Args:
        store: the library.
        importer: reads the files.
    """

    def __init__(self, store: Store, importer: Importer) -> None:
        self._store = store
        self._importer = importer

    async def meeting(self, name: str) -> Meeting:
        """Find a meeting by its number, its day, the name of a paper of it, or part of the committee's name.

        Raises:
            NotThere: none is called so, or several are.
        """
        return await self._store.read(lambda db: find_meeting(db, name))

    async def links(self, meeting: Meeting) -> tuple[LinkedPaper, ...]:
        """Give the papers a meeting points at that are open to the public and that the library lacks."""

        def work(db: Database) -> tuple[LinkedPaper, ...]:
            have = {one.url for one in library.attachments(db, meeting.id)}
            found = links_of(db, meeting.id)
            return tuple(x for x in found if x.url not in have and not x.restricted and x.item_title)

        return await self._store.read(work)

    async def attach(self, meeting: Meeting, name: str, path: Path, url: str = "") -> ImportedFile:
        """Take a file in as the paper of an item.

        Args:
            meeting: whose item.
            name: the item's number or title, or a link's title or address.
            path: the file.
            url: where it was fetched from, if it was.

        Raises:
            NotThere: no item or link is called so.
            ImportFailed: the file could not be read.
        """
        place = await self._store.read(lambda db: find_place(db, meeting, name))
        file = await self._importer.take(path, meeting.id, url)
        document = file.document_id
        if document is None:
            raise ImportFailed(file.text)
        answered = url or (place.link.url if place.link else "")

        def work(db: Database) -> None:
            library.attach(db, document, place.item.number, place.item.title, answered)
            keep_twins(db, meeting.id)

        await self._store.write(work)
        return file

    async def fetch(self, meeting: Meeting, link: LinkedPaper) -> ImportedFile:
        """Download the paper a link of a meeting leads to, and take it in; only ever on a person's word.

        Raises:
            FetchFailed: it could not be downloaded.
            NotThere: the link is none of the meeting's.
            ImportFailed: what came could not be read.
        """
        from scrutiny_tui.services.fetching import fetched

        async with fetched(link.url) as got:
            return await self.attach(meeting, link.url, got.path, link.url)


def find_meeting(db: Database, name: str) -> Meeting:
    """Find the one meeting a person means.

    Raises:
        NotThere: none is called so, or several are.
    """
    wanted = name.strip().casefold()
    everyone = library.meetings(db)
    ways: tuple[Callable[[Meeting], bool], ...] = (
        lambda one: str(one.id) == wanted,
        lambda one: str(one.date) == wanted,
        lambda one: bool(wanted) and wanted in f"{one.committee.casefold()} {one.date}",
        lambda one: bool(wanted) and set(wanted.split()) <= _words_of(one),
    )
    for way in ways:
        found = [one for one in everyone if way(one)]
        if len(found) == 1:
            return found[0]
        if found:
            raise NotThere(f"{name!r} names {len(found)} meetings: {_list(found)}. Say which by its number.")
    papers = {paper.meeting_id for paper in library.find_documents(db, name)}
    if len(papers) == 1:
        return library.meeting(db, papers.pop())
    raise NotThere(f"No meeting is called {name!r}. Name it by its day, as 2022-05-26, or import its agenda.")


def _words_of(meeting: Meeting) -> set[str]:
    """The words a meeting is called by: its committee's, its day, month and year."""
    day = meeting.date
    when = f"{day} {day.day} {day:%B %b %Y}" if day else ""
    return set(f"{meeting.committee} {when}".casefold().split())


def _list(meetings: Sequence[Meeting]) -> str:
    shown = "; ".join(f"{one.id} {one.committee}, {one.date or 'no date'}" for one in meetings[:_NAMED])
    return f"{shown}; ..." if len(meetings) > _NAMED else shown


def find_place(db: Database, meeting: Meeting, name: str) -> Place:
    """Find the item or link of a meeting a person means.

    Raises:
        NotThere: none is called so, or several are.
    """
    items = [item for item in library.agenda_items(db, meeting.id) if not item.is_heading]
    links = links_of(db, meeting.id)
    wanted = name.strip().casefold()
    for link in links:
        item = item_of_link(link, items)
        if item and wanted in (link.url.casefold(), link.title.casefold()):
            return Place(item, link)
    numbered = [item for item in items if item.number and item.number.strip(" .").casefold() == wanted]
    if len(numbered) == 1:
        return _with_link(numbered[0], links)
    for least in (100, _ALIKE):
        named = [
            item for item in items if wanted and fuzz.token_set_ratio(item.title.casefold(), wanted) >= least
        ]
        if len(named) == 1:
            return _with_link(named[0], links)
        if len(named) > 1:
            titles = "; ".join(f"{item.number or '-'} {item.title}" for item in named[:_NAMED])
            raise NotThere(f"{name!r} names several items: {titles}. Say which by its number.")
    raise NotThere(f"No item or link of this meeting is called {name!r}. Name it by the item's number.")


def _with_link(item: AgendaItem, links: Sequence[LinkedPaper]) -> Place:
    """An item with the link it has, if it has just one."""
    own = [link for link in links if item_of_link(link, [item]) is not None]
    return Place(item, own[0] if len(own) == 1 else None)
