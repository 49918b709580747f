"""Topics: what agendas, minutes, work programmes and promises say of one subject, on one line of time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from db import desk, library
from scrutiny_tui.services.followed import follow_up, topics_kept
from scrutiny_tui.services.keeping import is_kept
from scrutiny_tui.services.promised import promises_of
from scrutiny_tui.services.record import records
from scrutiny_tui.services.topic_threads import (
    Mention,
    MentionKind,
    Spoken,
    Topic,
    by_subject,
    in_turn,
    make_topics,
    mentions_of,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.store import Store
    from scrutiny_tui.services.clock import Clock

__all__ = ["Mention", "MentionKind", "Topic", "Topics", "all_topics"]


class Topics:
    """Threads across meetings, with what the member made of them.

    Args:
        store: the library and the desk.
        clock: when the member changed something.
        changed: told when mentions were put together or apart, so that those kept are gathered anew.
    """

    def __init__(self, store: Store, clock: Clock, changed: Callable[[], None] | None = None) -> None:
        self._store = store
        self._clock = clock
        self._changed = changed or (lambda: None)
        self._said: tuple[int, tuple[Spoken, ...]] | None = None

    async def all(self) -> tuple[Topic, ...]:
        """Give every topic spoken of on several days, or followed; followed first, then the latest.

        Of a large library: as far as they are worked out (`services.follower` does that).
        """
        return await self._store.read(self._topics)

    async def rename(self, topic: Topic, name: str) -> None:
        """Call a topic by another name; "" gives back the papers' own."""
        await self._store.write(
            lambda db: desk.name_topic(db, topic.key, " ".join(name.split()), self._clock.now())
        )

    async def follow(self, topic: Topic, follow: bool) -> None:
        """Follow a topic, or no longer."""
        await self._store.write(lambda db: desk.follow_topic(db, topic.key, follow, self._clock.now()))

    async def merge(self, topic: Topic, into: Topic) -> None:
        """Put a topic's mentions, now and in papers to come, to another."""
        if topic.key != into.key:
            await self._store.write(lambda db: desk.join_topics(db, topic.key, into.key, self._clock.now()))
            self._changed()

    async def split(self, mention: Mention) -> None:
        """Let what a mention is about stand by itself, with all that speaks of the same."""
        await self._store.write(lambda db: desk.part_topic(db, mention.subject, self._clock.now()))
        self._changed()

    def _topics(self, db: Database) -> tuple[Topic, ...]:
        edits = desk.topic_edits(db)
        if is_kept(db):
            return topics_kept(db, edits)
        changes = library.change_counter(db)
        if self._said is None or self._said[0] != changes:
            of_all = (mentions_of(one, promises_of(one)) for one in records(db).values())
            self._said = changes, tuple(one for said in of_all for one in by_subject(said))
        return in_turn(make_topics(self._said[1], edits))


async def all_topics(store: Store, clock: Clock) -> tuple[Topic, ...]:
    """Give every topic as `Topics.all` does, worked out to the last paper."""
    if await store.read(is_kept):
        for _ in follow_up(store):
            pass
    return await Topics(store, clock).all()
