"""Removes from the library what is kept from the public; the files themselves are never touched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from db import library
from imports.model.agenda import ExemptPage
from imports.protocol import encode_pack
from scrutiny_tui.services.filing import open_part
from scrutiny_tui.services.kept_pack import pack_of
from scrutiny_tui.services.originals_kept import drop_original, drop_strays

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.relations import ExemptPage as StoredExemptPage
    from db.store import Store
    from scrutiny_tui.services.clock import Clock


@dataclass(frozen=True, slots=True)
class ExemptPaper:
    """A file with pages kept from the public; `passages` counts what was removed with them."""

    document_id: int
    source: str
    pages: tuple[StoredExemptPage, ...]
    passages: int = 0


class Purging:
    """Finds and removes exempt pages.

    Args:
        store: the library.
        clock: when they were removed.
        papers: the folder of originals the app keeps itself, whose exempt ones go too.
    """

    def __init__(self, store: Store, clock: Clock, papers: Path | None = None) -> None:
        self._store = store
        self._papers = papers
        self._clock = clock

    async def exempt(self, meeting_id: int | None = None) -> tuple[ExemptPaper, ...]:
        """Give the papers with exempt pages, of one meeting or all."""
        return await self._store.read(lambda db: _papers(db, meeting_id))

    async def purge(self, meeting_id: int | None = None) -> tuple[ExemptPaper, ...]:
        """Remove those pages with everything read on them; gives what was removed."""
        now = self._clock.now()
        originals: list[Path] = []

        def work(db: Database) -> tuple[ExemptPaper, ...]:
            originals.clear()
            gone: list[ExemptPaper] = []
            for paper in _papers(db, meeting_id):
                document = library.document(db, paper.document_id)
                pack = pack_of(document)
                exempt = pack.exempt_pages or tuple(ExemptPage(one.page, one.words) for one in paper.pages)
                left = encode_pack(open_part(replace(pack, exempt_pages=exempt)))
                removed = library.purge_exempt(db, paper.document_id, left, now)
                originals.append(Path(document.path))
                gone.append(ExemptPaper(paper.document_id, paper.source, paper.pages, removed))
            return tuple(gone)

        found = await self._store.write(work)
        if self._papers:
            for path in originals:
                drop_original(self._papers, path)
            left = await self._store.read(library.documents)
            drop_strays(self._papers, {Path(document.path) for document in left})
        return found


def _papers(db: Database, meeting_id: int | None) -> tuple[ExemptPaper, ...]:
    pages = library.exempt_pages(db, meeting_id)
    return tuple(
        ExemptPaper(number, own[0].source, own)
        for number, group in groupby(pages, key=lambda page: page.document_id)
        if (own := tuple(group))
    )
