"""What of the coming meetings is unread, what came since the member began to read, what was promised."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from db import desk, library

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import Meeting, StoredDocument
    from db.store import Store
    from scrutiny_tui.services.models.promises import TrackedPromise


@dataclass(frozen=True, slots=True)
class ToRead:
    """How far the reading for one meeting is.

    Attributes:
        meeting: which.
        pages: how many its papers have; what stands twice counts once.
        unread: how many of them were not read.
        new: the papers that came after reading began and were not looked into yet.
    """

    meeting: Meeting
    pages: int
    unread: int
    new: tuple[StoredDocument, ...]


class Promises(Protocol):
    """What is needed of the actions."""

    async def not_on_agenda(self, meeting: Meeting) -> tuple[TrackedPromise, ...]:
        """What was promised for a meeting and is not on its agenda."""


class Today:
    """Tells what matters before the coming meetings.

    Args:
        store: the library and the desk.
        actions: gives what knows of promises; asked for after the first screen was painted.
    """

    def __init__(self, store: Store, actions: Callable[[], Promises]) -> None:
        self._store, self._actions = store, actions
        self._known: dict[int, tuple[TrackedPromise, ...]] = {}
        self._as_of: object = None

    async def promised(self, meeting: Meeting) -> tuple[TrackedPromise, ...]:
        """Give what was promised for a meeting, is not on its agenda, and the member did not put aside.

        It is worked out once for a state of the library: the first screen asks whenever it is seen.
        """
        now = await self._store.read(lambda db: (library.change_counter(db), desk.promise_marks(db)))
        if now != self._as_of:
            self._as_of, self._known = now, {}
        if meeting.id not in self._known:
            found = await self._actions().not_on_agenda(meeting)
            self._known[meeting.id] = tuple(one for one in found if one.outcome != "kept" and not one.mark)
        return self._known[meeting.id]

    async def to_read(self, meetings: Sequence[Meeting]) -> tuple[ToRead, ...]:
        """Give how far the reading for each of these meetings is, in their order."""
        return await self._store.read(lambda db: tuple(_to_read(db, meeting) for meeting in meetings))


def _to_read(db: Database, meeting: Meeting) -> ToRead:
    twice = {twin.document_id for twin in library.twins(db, meeting.id)}
    papers = [paper for paper in library.documents(db, meeting.id) if paper.id not in twice]
    read = {paper.id: len(desk.pages_read(db, paper.sha256)) for paper in papers}
    began = desk.reading_began(db, (paper.sha256 for paper in papers))
    return ToRead(
        meeting,
        sum(paper.page_count for paper in papers),
        sum(max(0, paper.page_count - read[paper.id]) for paper in papers),
        tuple(
            paper
            for paper in papers
            if began and not read[paper.id] and (paper.first_seen or paper.imported_at) > began
        ),
    )
