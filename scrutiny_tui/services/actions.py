"""Actions and promises over all packs: what was promised, by whom, when, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from db import desk, library
from db.committee import committee_key
from db.models.following import PromiseMark
from scrutiny_tui.services.followed import follow_up, papers_before, promises_about, promises_kept
from scrutiny_tui.services.keeping import is_kept
from scrutiny_tui.services.programme import as_promise, is_tentative, planned_for, taken_at
from scrutiny_tui.services.promised import promises_of
from scrutiny_tui.services.record import records
from scrutiny_tui.services.tracking import state_of

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import Meeting
    from db.store import Store
    from scrutiny_tui.services.models.promises import TrackedPromise

__all__ = ["Actions", "all_promises", "state_of"]

MOST = 1000
"""So many promises are shown at once; where there are more, the latest."""


Marks = dict[tuple[str, date | None, str], PromiseMark]


class Clock(Protocol):
    """Tells when a mark is made."""

    def now(self) -> datetime:
        """The local time."""


class Actions:
    """Promises and what became of them, with what the member said of each.

    Attributes:
        left_out: how many older promises there are beyond those `all` gave last.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        """Read the packs of a store."""
        self._store = store
        self._clock = clock
        self._known: tuple[int, tuple[TrackedPromise, ...]] | None = None
        self.left_out = 0

    async def all(self) -> tuple[TrackedPromise, ...]:
        """Give the actions and promises on record, the latest said first, each once.

        Of a large library: the latest `MOST`, as far as they are worked out (`services.follower` does that).
        """
        return await self._store.read(self._all)

    def _all(self, db: Database) -> tuple[TrackedPromise, ...]:
        marks = _marks(db)
        if is_kept(db):
            found = promises_kept(db, MOST)
            self.left_out = library.count_promises(db) - len(found)
        else:
            counter = library.change_counter(db)
            if self._known is None or self._known[0] != counter:
                self._known = counter, _followed(db)
            found, self.left_out = self._known[1], 0
        return tuple(_with_mark(one, marks) for one in found)

    async def not_on_agenda(self, meeting: Meeting) -> tuple[TrackedPromise, ...]:
        """Give what minutes or work programmes promised for a meeting and its agenda does not hold."""

        def work(db: Database) -> tuple[TrackedPromise, ...]:
            marks = _marks(db)
            return tuple(_with_mark(one, marks) for one in _not_on_agenda(db, meeting))

        return await self._store.read(work)

    async def mark(self, promise: TrackedPromise, mark: str, note: str = "") -> None:
        """Keep that a promise is `done` or `ignored`, with a note; "" takes the mark away."""
        now = self._clock.now()
        await self._store.write(
            lambda db: desk.mark_promise(
                db, promise.committee, promise.said_on, promise.text, mark, note.strip(), now
            )
        )


async def all_promises(store: Store) -> tuple[TrackedPromise, ...]:
    """Give every action and promise on record, the latest said first, each once."""
    if await store.read(is_kept):
        for _ in follow_up(store):
            pass
    return await store.read(_marked)


def _marked(db: Database) -> tuple[TrackedPromise, ...]:
    marks = _marks(db)
    found = promises_kept(db) if is_kept(db) else _followed(db)
    return tuple(_with_mark(one, marks) for one in found)


def _followed(db: Database) -> tuple[TrackedPromise, ...]:
    found = [promise for record in records(db).values() for promise in promises_of(record)]
    return tuple(sorted(found, key=_when, reverse=True))


def _marks(db: Database) -> Marks:
    return {_key(mark.committee, mark.said_on, mark.quote): mark for mark in desk.promise_marks(db)}


def _when(promise: TrackedPromise) -> date:
    return promise.said_on or date.min


def _key(committee: str, said_on: date | None, text: str) -> tuple[str, date | None, str]:
    return committee_key(committee), said_on, desk.quote_key(text)


def _with_mark(promise: TrackedPromise, marks: Marks) -> TrackedPromise:
    mark = marks.get(_key(promise.committee, promise.said_on, promise.text))
    return replace(promise, mark=mark.mark, note=mark.note) if mark else promise


def _not_on_agenda(db: Database, meeting: Meeting) -> tuple[TrackedPromise, ...]:
    key, day = committee_key(meeting.committee), meeting.date
    if day is None:
        return ()
    kept = is_kept(db)
    record = records(db, papers_before(db, key, day) if kept else None).get(key)
    if record is None or not record.agenda_of(day):
        return ()
    promised = promises_about(db, key, day) if kept else promises_of(record)
    missed = [
        promise
        for promise in promised
        if promise.kind != "work programme"
        and promise.outcome != "kept"
        and any(step.kind == "missing" and step.about == day for step in promise.steps)
    ]
    for plan in planned_for(record, day):
        same, absent = taken_at(plan, day, record)
        if not same and absent and not is_tentative(plan):
            step = plan.source.step("programme", plan.title, plan.page, about=plan.day)
            missed.append(as_promise(plan, [step], record, "missed"))
    return tuple(missed)
