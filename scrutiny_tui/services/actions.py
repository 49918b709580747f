"""What was promised, by whom, when, and what became of it, over all packs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from db import library
from db.committee import committee_key
from db.models import StoredDocument
from db.store import Store
from imports.model import ParsedPack
from scrutiny_tui.services.filing import read_pack
from scrutiny_tui.services.models import TrackedPromise
from scrutiny_tui.services.promises import find_promises

if TYPE_CHECKING:
    from sqlite_utils import Database

_DONE = re.compile(
    r"\b(?:complete[d]?|done|closed|actioned|circulated|provided|shared|sent|delivered|achieved|resolved)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:ongoing|on-going|outstanding|in progress|awaiting|await|pending|to be|will be|will|not yet|"
    r"no update|deferred|chas(?:e|ing)|scheduled|due|tbc)\b",
    re.IGNORECASE,
)
_MARKER = re.compile(r"[(\[]?\baction\b\s*(?:point)?\s*[-–—:][^)\]]*[)\]]?", re.IGNORECASE)
SAME_ACTION = 85
SAME_TOPIC = 80
SAME_WITHIN_TOPIC = 65


@dataclass(frozen=True, slots=True)
class _Source:
    """A document that prints promises."""

    document: StoredDocument
    pack: ParsedPack
    committee: str
    day: date | None
    stamps: Mapping[int, int | None]


@dataclass(frozen=True, slots=True)
class _Minuted:
    """A minute: when which committee took which topic (in lower case), and its number."""

    committee: str
    day: date
    number: str
    title: str


async def all_promises(store: Store) -> tuple[TrackedPromise, ...]:
    """Give every action and promise on record, the latest said first, each once.

    Each comes with the last progress a tracker reports.
    """
    return await store.read(_all)


def _all(db: Database) -> tuple[TrackedPromise, ...]:
    sources = sorted(_sources(db), key=lambda source: (source.day or date.min, source.document.id))
    latest = {committee_key(source.committee): source.document.id for source in sources}
    promises = _each_once(promise for source in sources for promise in _minuted(source, latest))
    minuted = [item for source in sources for item in _minuted_items(source)]
    for source in sources:
        for row in _tracked(source, minuted):
            _report(promises, row, source)
    return tuple(sorted(promises, key=lambda promise: promise.said_on or date.min, reverse=True))


def _sources(db: Database) -> Iterator[_Source]:
    meetings = {meeting.id: meeting for meeting in library.meetings(db)}
    for document in library.documents(db):
        pack, meeting = read_pack(document), meetings[document.meeting_id]
        if pack.minutes or pack.action_tracker:
            stamps = {page.number: page.pack_page for page in library.page_numbers(db, document.id)}
            yield _Source(document, pack, meeting.committee, meeting.date, stamps)


def _minuted(source: _Source, latest: Mapping[str, int]) -> Iterator[TrackedPromise]:
    """What the minutes in one pack promise; open while no later pack could have reported on it."""
    for minutes in source.pack.minutes:
        key = committee_key(minutes.committee or source.committee)
        committee = minutes.committee or source.committee
        newest = latest.get(key, source.document.id) == source.document.id
        for item in minutes.items:
            for said in (*item.actions, *find_promises(item)):
                yield TrackedPromise(
                    text=said.text,
                    owner=said.owner,
                    committee=source.committee if key == committee_key(source.committee) else committee,
                    said_on=minutes.date or source.day,
                    ref=said.paragraph or item.number or "",
                    heading=item.title,
                    progress="",
                    state="open" if newest else "unknown",
                    source=source.document.source,
                    page=said.page,
                    pack_page=source.stamps.get(said.page),
                )


def _minuted_items(source: _Source) -> Iterator[_Minuted]:
    for minutes in source.pack.minutes:
        if minutes.date:
            key = committee_key(minutes.committee or source.committee)
            for item in minutes.items:
                yield _Minuted(key, minutes.date, item.number or "", item.title.casefold())


def _tracked(source: _Source, minuted: Sequence[_Minuted]) -> Iterator[TrackedPromise]:
    for row in source.pack.action_tracker:
        when = _when_minuted(row.topic, source, minuted)
        yield TrackedPromise(
            text=row.action,
            owner=row.responsibility or None,
            committee=source.committee,
            said_on=when.day if when else None,
            ref=when.number if when else "",
            heading=row.topic,
            progress=row.progress,
            state=state_of(row.progress),
            source=source.document.source,
            page=row.page,
            pack_page=source.stamps.get(row.page),
        )


def _when_minuted(topic: str, source: _Source, minuted: Sequence[_Minuted]) -> _Minuted | None:
    """The last minute of a tracker row's topic; its title is the only link, as the numbers are others."""
    from rapidfuzz import fuzz

    key, wanted = committee_key(source.committee), topic.casefold()
    same = [
        item
        for item in minuted
        if item.committee == key
        and (source.day is None or item.day < source.day)
        and fuzz.ratio(wanted, item.title[: len(wanted) + 3]) >= SAME_ACTION
    ]
    return max(same, key=lambda item: item.day, default=None) if wanted else None


def state_of(progress: str) -> str:
    """Tell from a tracker's words how an action stands: `open`, `done`, else `reported`."""
    if _DONE.match(progress.strip()):
        return "done"
    if not progress.strip() or _OPEN.search(progress):
        return "open"
    return "done" if _DONE.search(progress) else "reported"


def _each_once(promises: Iterable[TrackedPromise]) -> list[TrackedPromise]:
    """The same minutes are often printed twice, as a draft and as agreed: the last printing stands."""
    once = {
        (committee_key(promise.committee), promise.said_on, promise.text): promise for promise in promises
    }
    return list(once.values())


def _report(promises: list[TrackedPromise], row: TrackedPromise, source: _Source) -> None:
    """Put a tracker's progress to the action it is of, or take the row as one nobody minuted."""
    index = _same_as(promises, row, source.day)
    if index is None:
        promises.append(row)
        return
    known = promises[index]
    progress = row.progress or known.progress
    promises[index] = replace(
        known, progress=progress, state=state_of(progress), owner=known.owner or row.owner
    )


def _same_as(promises: Sequence[TrackedPromise], row: TrackedPromise, day: date | None) -> int | None:
    """Find the promise a tracker's row is about: its words, or its topic and most of its words.

    Numbers do not help: a tracker numbers its rows and cites the agenda's numbers, not the minutes'.
    """
    from rapidfuzz import fuzz

    key, wanted = committee_key(row.committee), _bare(row.text)
    best: tuple[float, int] | None = None
    for index, promise in enumerate(promises):
        if committee_key(promise.committee) != key or (promise.said_on and day and promise.said_on > day):
            continue
        same_topic = fuzz.token_set_ratio(row.heading.casefold(), promise.heading.casefold()) >= SAME_TOPIC
        least = SAME_WITHIN_TOPIC if same_topic and row.heading else SAME_ACTION
        score = fuzz.token_set_ratio(wanted, _bare(promise.text), score_cutoff=least)
        if score and (best is None or score > best[0]):
            best = score, index
    return best[1] if best else None


def _bare(text: str) -> str:
    """An action's words without its marker (`(Action - KH)`), in lower case."""
    return _MARKER.sub(" ", text).casefold()
