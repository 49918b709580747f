"""Promises and topics of a large library, worked out once and kept, so that nobody waits to see them.

A small library is gone through whenever it is asked. In a large one `follow_up` works out what hangs on the
papers that came, changed or went, committee by committee, in a process beside the app (`services.follower`);
what is shown meanwhile is what was kept.
"""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from db import desk, library
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.keeping import RULES, decisions, is_behind
from scrutiny_tui.services.kept_pack import read_pack
from scrutiny_tui.services.models.promises import TrackedPromise
from scrutiny_tui.services.promised import promises_of
from scrutiny_tui.services.record import committees_of, moved, records
from scrutiny_tui.services.topic_subjects import Subject
from scrutiny_tui.services.topic_threads import (
    Mention,
    Spoken,
    Topic,
    by_subject,
    in_turn,
    make_topics,
    mentions_of,
)
from scrutiny_tui.services.topics_kept import head_of_topic, kept_topic

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.following import FollowedPaper, FollowedSubject, FollowedTopic
    from db.store import Store

_AT_ONCE = 200
_YEAR = timedelta(days=366)

_json = msgspec.json.Encoder()
_promise = msgspec.json.Decoder(TrackedPromise)
_mentions = msgspec.json.Decoder(list[Mention])
_subject = msgspec.json.Decoder(Subject)


def promises_kept(db: Database, most: int = -1) -> tuple[TrackedPromise, ...]:
    """Give the promises that are kept, the latest said first.

    Args:
        db: the library.
        most: so many at most; all of them if negative.
    """
    return tuple(map(_promise.decode, library.kept_promises(db, most)))


def promises_about(db: Database, committee: str, day: date) -> tuple[TrackedPromise, ...]:
    """Give the promises that are kept of a committee, by its key, and speak of a day."""
    return tuple(map(_promise.decode, library.kept_promises_about(db, committee, day)))


def topics_kept(db: Database, edits: desk.TopicEdits) -> tuple[Topic, ...]:
    """Give the topics that are kept, under the names the member gave them.

    What was put together or apart since shows once `follow_up` has gathered them anew.
    """
    kept, _ = library.kept_topics(db)
    topics = (kept_topic(one) for one in kept)
    return in_turn(
        replace(
            topic,
            name=edits.names.get(topic.key) or topic.name,
            named=topic.key in edits.names,
            followed=topic.key in edits.followed,
        )
        for topic in topics
    )


def papers_before(db: Database, committee: str, day: date) -> frozenset[int]:
    """Give the papers that speak of a committee, of the year up to a day."""
    return library.papers_about(db, committee) & library.papers_of_days(db, moved(day, -_YEAR), day)


def follow_up(store: Store) -> Generator[tuple[int, int], None, None]:
    """Work out what is not kept yet, and say after every committee how far it is: done, of how many.

    It may be ended between any two; the rest is done the next time.

    Raises:
        StoreError: it could not be read or kept.
    """
    if not store.read_now(is_behind):
        return
    store.write_now(lambda db: library.follow_by(db, RULES))
    papers = store.read_now(library.papers_to_follow)
    waiting: dict[FollowedPaper, set[str]] = {}
    for start in range(0, len(papers), _AT_ONCE):
        some = papers[start : start + _AT_ONCE]
        known = store.read_now(partial(_committees, papers=some))
        store.write_now(partial(_note, known=known))
        waiting |= {
            one: {*known.get(one.document_id, ()), *json.loads(one.committees or "[]")} for one in some
        }
    touched = sorted({key for keys in waiting.values() for key in keys})
    for number, key in enumerate(touched, 1):
        promises, mentions = store.read_now(partial(_work_out, key=key))
        store.write_now(partial(_keep, key=key, promises=promises, mentions=mentions))
        for keys in waiting.values():
            keys.discard(key)
        if number < len(touched):  # the last are marked with the topics, which are of all committees
            done = [paper for paper, keys in waiting.items() if not keys]
            store.write_now(partial(library.mark_followed, papers=done))
            waiting = {paper: keys for paper, keys in waiting.items() if keys}
        yield number, len(touched)
    topics, by = store.read_now(_topics)

    def finish(db: Database) -> None:
        library.mark_followed(db, waiting)
        library.keep_topics(db, topics, by)

    store.write_now(finish)


def _committees(db: Database, papers: tuple[FollowedPaper, ...]) -> dict[int, tuple[str, ...]]:
    """Which committees each paper that is there records something of; none where it is not understood."""
    there = {one.document_id for one in papers if one.is_there}
    meetings = {meeting.id: meeting for meeting in library.meetings_of(db, there)}
    found: dict[int, tuple[str, ...]] = {}
    for document in library.documents_of(db, there):
        try:
            pack = read_pack(document)
        except ServiceError:  # the doctor names it
            found[document.id] = ()
        else:
            found[document.id] = committees_of(meetings[document.meeting_id].committee, pack)
    return found


def _note(db: Database, known: dict[int, tuple[str, ...]]) -> None:
    for document_id, committees in known.items():
        library.note_committees(db, document_id, committees)


Kept = list[tuple[str | None, str]]
Said = list[tuple[str, int, str]]


def _work_out(db: Database, key: str) -> tuple[Kept, Said]:
    """What one committee was promised and what its papers say of any topic, as they are kept."""
    record = records(db, library.papers_about(db, key)).get(key)
    if record is None:
        return [], []
    promises = list(promises_of(record))
    kept: Kept = [
        (one.said_on.isoformat() if one.said_on else None, _json.encode(one).decode()) for one in promises
    ]
    said = [
        (_json.encode(one.subject).decode(), one.times, _json.encode(one.mentions()).decode())
        for one in by_subject(mentions_of(record, promises))
    ]
    return kept, said


def _keep(db: Database, key: str, promises: Kept, mentions: Said) -> None:
    if not mentions:
        library.drop_committees(db, [key])
        return
    library.keep_promises(db, key, promises)
    library.keep_mentions(db, key, mentions)


def _topics(db: Database) -> tuple[list[FollowedTopic], str]:
    edits = desk.topic_edits(db)
    return _gathered(db, edits), decisions(edits)


def _gathered(db: Database, edits: desk.TopicEdits) -> list[FollowedTopic]:
    """All topics by the member's decisions, under the names the papers give them."""

    def spoken(kept: FollowedSubject) -> Spoken:
        return Spoken(_subject.decode(kept.subject), kept.times, lambda: mentions(kept.id))

    def mentions(subject_id: int) -> list[Mention]:
        return _mentions.decode(library.kept_mentions(db, subject_id))

    said = [spoken(kept) for kept in library.kept_subjects(db)]
    shown = edits.followed | frozenset(edits.names)
    return [head_of_topic(one) for one in make_topics(said, replace(edits, names={}, followed=shown))]
