"""Actions and promises over all packs: what was promised, by whom, when, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from db import desk, library
from db.committee import committee_key
from db.models import Meeting, PromiseMark
from db.store import Store
from imports.model import MinuteAction, MinuteItem
from imports.sentences import split_sentences
from scrutiny_tui.services.following import Said, follow
from scrutiny_tui.services.likeness import words_of
from scrutiny_tui.services.models import TrackedPromise
from scrutiny_tui.services.programme import (
    as_promise,
    is_tentative,
    planned_for,
    planned_promises,
    taken_at,
)
from scrutiny_tui.services.promises import find_promises, promised
from scrutiny_tui.services.record import Record, Source, records
from scrutiny_tui.services.tracking import TrackerRow, minute_of, rows_of, same_as, state_of

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["Actions", "all_promises", "state_of"]

_FEW_WORDS = 2
_START = 20  # characters that find a sentence again in its paragraph
_POINTS = re.compile(r"\bthis (?:option|point|request|matter|issue|area)\b|\b(?:do|done) so\b", re.IGNORECASE)


Marks = dict[tuple[str, date | None, str], PromiseMark]


class Clock(Protocol):
    """Tells when a mark is made."""

    def now(self) -> datetime:
        """The local time."""


class Actions:
    """Promises and what became of them, with what the member said of each."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Read the packs of a store."""
        self._store = store
        self._clock = clock
        self._known: tuple[int, tuple[TrackedPromise, ...]] | None = None

    async def all(self) -> tuple[TrackedPromise, ...]:
        """Give every action and promise on record, the latest said first, each once."""
        counter, marks = await self._store.read(lambda db: (library.change_counter(db), _marks(db)))
        if self._known is None or self._known[0] != counter:
            self._known = counter, await self._store.read(_followed)
        return tuple(_with_mark(one, marks) for one in self._known[1])

    async def not_on_agenda(self, meeting: Meeting) -> tuple[TrackedPromise, ...]:
        """Give what minutes or work programmes promised for a meeting and its agenda does not hold."""
        return await self._store.read(lambda db: _not_on_agenda(db, meeting))

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
    return await store.read(_marked)


def _marked(db: Database) -> tuple[TrackedPromise, ...]:
    marks = _marks(db)
    return tuple(_with_mark(one, marks) for one in _followed(db))


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


def promises_of(record: Record) -> Iterator[TrackedPromise]:
    """Give what one committee was promised, and what became of each."""
    said = _each_once(one for source in record.sources for one in _in_minutes(source, record))
    said += _each_once(_of_other_packs(record, said))
    for row in rows_of(record):
        _attach(said, row, record)
    for one in said:
        yield follow(one, record)
    yield from planned_promises(record)


def _in_minutes(source: Source, record: Record) -> Iterator[Said]:
    for minutes in source.pack.minutes:
        if committee_key(minutes.committee or source.committee) != record.key:
            continue
        day = minutes.date or source.day
        for item in minutes.items:
            marked = [(action, "action") for action in item.actions]
            for action, kind in (*marked, *((found, "promise") for found in find_promises(item))):
                yield Said(
                    text=action.text,
                    owner=action.owner,
                    kind="action" if kind == "action" else "promise",
                    said_on=day,
                    ref=action.paragraph or item.number or "",
                    heading=item.title,
                    page=action.page,
                    source=source,
                    around=_around(action, item, record),
                )


def _of_other_packs(record: Record, known: Sequence[Said]) -> Iterator[Said]:
    """Minutes of this committee printed in another's pack, where its own packs do not hold them."""
    days = {one.said_on for one in known}
    own = {source.document.id for source in record.sources}
    printed = {one.source.document.id: one.source for taken in record.taken.values() for one in taken}
    for source in printed.values():
        if source.document.id not in own:
            yield from (one for one in _in_minutes(source, record) if one.said_on not in days)


def _around(action: MinuteAction, item: MinuteItem, record: Record) -> str:
    """What stands before a promise in its paragraph, where its own words only point at it.

    So does a request that the promise answers: the request says what about, the promise when and who.
    """
    start = action.text[:_START]
    for paragraph in item.paragraphs:
        if paragraph.number == action.paragraph and start in paragraph.text:
            before = split_sentences(paragraph.text.split(start, 1)[0])
            if len(words_of(action.text, record.aside)) <= _FEW_WORDS or _POINTS.search(action.text):
                return " ".join(before)
            return before[-1] if before and promised(before[-1]) is not None else ""
    return ""


def _each_once(said: Iterator[Said]) -> list[Said]:
    """The same minutes are often printed twice, as a draft and as agreed: the last printing stands."""
    once = {(one.said_on, one.text): one for one in said}
    return list(once.values())


def _attach(said: list[Said], row: TrackerRow, record: Record) -> None:
    """Put a tracker's row to the promise it is of, or take the row as one nobody minuted."""
    index = same_as(said, row)
    if index is not None:
        known = said[index]
        said[index] = replace(known, rows=(*known.rows, row), owner=known.owner or row.owner or None)
        return
    minute = minute_of(row, record)
    said.append(
        Said(
            text=row.action,
            owner=row.owner or None,
            kind="tracker",
            said_on=minute.day if minute else None,
            ref=minute.ref if minute else "",
            heading=row.topic,
            page=row.page,
            source=row.source,
            rows=(row,),
        )
    )


def _not_on_agenda(db: Database, meeting: Meeting) -> tuple[TrackedPromise, ...]:
    record = records(db).get(committee_key(meeting.committee))
    if record is None or meeting.date is None or not record.agenda_of(meeting.date):
        return ()
    day = meeting.date
    missed = [
        promise
        for promise in promises_of(record)
        if promise.kind != "work programme"
        and any(step.kind == "missing" and step.about == day for step in promise.steps)
    ]
    for plan in planned_for(record, day):
        same, absent = taken_at(plan, day, record)
        if not same and absent and not is_tentative(plan):
            step = plan.source.step("programme", plan.title, plan.page, about=plan.day)
            missed.append(as_promise(plan, [step], record, "missed"))
    return tuple(missed)
