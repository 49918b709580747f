"""What the member made of topics: names, what is followed, what belongs together and what does not.

A topic is known by its subject's key, the words it is about, which a new import of its papers gives again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from db.rows import query

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class TopicEdits:
    """Everything the member decided on topics, by subjects' keys.

    Attributes:
        names: given names.
        followed: what is followed.
        joined: subjects put to another's topic.
        apart: subjects that stand by themselves.
    """

    names: dict[str, str]
    followed: frozenset[str]
    joined: dict[str, str]
    apart: frozenset[str]


def topic_edits(db: Database) -> TopicEdits:
    """Give everything the member decided on topics."""
    rows = list(query(db, "SELECT subject, name, followed, joined_to, apart FROM desk.topic", {}))
    return TopicEdits(
        names={row["subject"]: row["name"] for row in rows if row["name"]},
        followed=frozenset(row["subject"] for row in rows if row["followed"]),
        joined={row["subject"]: row["joined_to"] for row in rows if row["joined_to"]},
        apart=frozenset(row["subject"] for row in rows if row["apart"]),
    )


def name_topic(db: Database, subject: str, name: str, now: datetime) -> None:
    """Give a topic a name; "" takes it back."""
    _set(db, subject, "name", name, now)


def follow_topic(db: Database, subject: str, follow: bool, now: datetime) -> None:
    """Follow a topic, or no longer."""
    _set(db, subject, "followed", int(follow), now)


def join_topics(db: Database, subject: str, into: str, now: datetime) -> None:
    """Put a topic to another; what had put the other to it is taken back, so that no ring is made."""
    _set(db, into, "joined_to", "", now)
    _set(db, subject, "joined_to", into, now)
    _set(db, subject, "apart", 0, now)


def part_topic(db: Database, subject: str, now: datetime) -> None:
    """Let a subject stand by itself."""
    _set(db, subject, "joined_to", "", now)
    _set(db, subject, "apart", 1, now)


def _set(db: Database, subject: str, column: str, value: str | int, now: datetime) -> None:
    db.execute(
        f"""INSERT INTO desk.topic (subject, {column}, changed_at) VALUES (?, ?, ?)
        ON CONFLICT (subject) DO UPDATE SET {column} = excluded.{column}, changed_at = excluded.changed_at""",
        (subject, value, now.isoformat()),
    )
