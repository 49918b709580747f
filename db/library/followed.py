"""What was worked out of all papers together: promises with what became of them, and topics.

Papers that came, changed or went since are told by `papers_to_follow`, so that what hangs on them, and no
more, is worked out again.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.rows import query, select, storable

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.following import FollowedPaper, FollowedSubject, FollowedTopic


def papers_to_follow(db: Database) -> tuple[FollowedPaper, ...]:
    """Give the papers that what is kept does not know yet, or knows otherwise, or that are gone."""
    from db.models.following import FollowedPaper

    return select(
        db,
        FollowedPaper,
        """SELECT d.id AS document_id, coalesce(f.committees, '') AS committees,
            coalesce(f.changed, 0) AS changed, 1 AS is_there
        FROM document d LEFT JOIN followed_paper f ON f.document_id = d.id
        WHERE f.document_id IS NULL OR f.changed
        UNION ALL SELECT f.document_id, f.committees, f.changed, 0 FROM followed_paper f
        WHERE f.document_id NOT IN (SELECT id FROM document) ORDER BY 1""",
        {},
    )


def count_papers(db: Database) -> int:
    """Give how many papers there are."""
    (count,) = db.execute("SELECT count(*) FROM main.document").fetchone()
    return int(count)


def papers_about(db: Database, committee_key: str) -> frozenset[int]:
    """Give the papers that record something of a committee, as far as that is known."""
    rows = db.execute(
        """SELECT f.document_id FROM main.followed_paper f, json_each(f.committees) AS key
        WHERE key.value = ?""",
        (committee_key,),
    )
    return frozenset(document_id for (document_id,) in rows)


def papers_of_days(db: Database, first: date, last: date) -> frozenset[int]:
    """Give the papers of meetings from one day to another."""
    rows = db.execute(
        """SELECT d.id FROM main.document d JOIN main.meeting m ON m.id = d.meeting_id
        WHERE m.date BETWEEN ? AND ?""",
        (first.isoformat(), last.isoformat()),
    )
    return frozenset(document_id for (document_id,) in rows)


def note_committees(db: Database, document_id: int, committees: Sequence[str]) -> None:
    """Keep which committees a paper records something of; what hangs on it stays to be worked out."""
    db.execute(
        """INSERT INTO main.followed_paper (document_id, committees, changed) VALUES (:id, :committees, 1)
        ON CONFLICT (document_id) DO UPDATE SET committees = excluded.committees""",
        storable({"id": document_id, "committees": json.dumps(list(committees))}),
    )


def keep_promises(db: Database, committee_key: str, promises: Iterable[tuple[str | None, str]]) -> None:
    """Keep what a committee was promised, instead of what was kept before.

    Args:
        db: the library.
        committee_key: whose.
        promises: the day each was said (ISO), and the promise as the services write it.
    """
    db.execute("DELETE FROM main.followed_promise WHERE committee_key = ?", (committee_key,))
    db.conn.executemany(
        "INSERT INTO main.followed_promise (committee_key, said_on, promise) VALUES (?, ?, ?)",
        ((committee_key, said_on, promise) for said_on, promise in promises),
    )


def kept_promises(db: Database, most: int = -1) -> tuple[str, ...]:
    """Give the promises kept, the latest said first: so many at most."""
    sql = "SELECT promise FROM main.followed_promise ORDER BY said_on DESC, id LIMIT ?"
    return tuple(promise for (promise,) in db.execute(sql, (most,)))


def kept_promises_about(db: Database, committee_key: str, day: date) -> tuple[str, ...]:
    """Give the promises kept of a committee that name a day, the latest said first."""
    sql = """SELECT promise FROM main.followed_promise WHERE committee_key = ? AND instr(promise, ?)
        ORDER BY said_on DESC, id"""
    return tuple(promise for (promise,) in db.execute(sql, (committee_key, f'"{day.isoformat()}"')))


def count_promises(db: Database) -> int:
    """Give how many promises are kept."""
    (count,) = db.execute("SELECT count(*) FROM main.followed_promise").fetchone()
    return int(count)


def keep_mentions(db: Database, committee_key: str, said: Iterable[tuple[str, int, str]]) -> None:
    """Keep what a committee's papers say of any subject, instead of what was kept before.

    Args:
        db: the library.
        committee_key: whose.
        said: each subject as the services write it, how often it is spoken of, and all that is said of it.
    """
    db.execute("DELETE FROM main.followed_mention WHERE committee_key = ?", (committee_key,))
    db.conn.executemany(
        "INSERT INTO main.followed_mention (committee_key, subject, times, mentions) VALUES (?, ?, ?, ?)",
        ((committee_key, *one) for one in said),
    )


def kept_subjects(db: Database) -> tuple[FollowedSubject, ...]:
    """Give the subjects each committee's papers speak of."""
    from db.models.following import FollowedSubject

    sql = "SELECT id, subject, times FROM followed_mention ORDER BY committee_key, id"
    return select(db, FollowedSubject, sql, {})


def kept_mentions(db: Database, subject_id: int) -> str:
    """Give all that a committee's papers say of a subject."""
    sql = "SELECT mentions FROM main.followed_mention WHERE id = ?"
    (mentions,) = db.execute(sql, (subject_id,)).fetchone()
    return str(mentions)


def keep_topics(db: Database, topics: Iterable[FollowedTopic], edits: str) -> None:
    """Keep the topics gathered of all mentions, instead of those before; `edits` says by which decisions."""
    db.execute("DELETE FROM main.followed_topic")
    db.conn.executemany(
        "INSERT INTO main.followed_topic (subject, edits, head, mentions) VALUES (?, ?, ?, ?)",
        ((one.subject, edits, one.head, one.mentions) for one in topics),
    )


def kept_topics(db: Database) -> tuple[tuple[FollowedTopic, ...], str]:
    """Give the topics kept, and by which decisions of the member they were gathered."""
    from db.models.following import FollowedTopic

    rows = list(query(db, "SELECT subject, edits, head, mentions FROM followed_topic ORDER BY id", {}))
    found = tuple(FollowedTopic(row["subject"], row["head"], row["mentions"]) for row in rows)
    return found, rows[0]["edits"] if rows else ""


def topics_gathered_by(db: Database) -> str:
    """Give by which decisions of the member the topics kept were gathered; "" where none are kept."""
    row = db.execute("SELECT edits FROM main.followed_topic LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def drop_committees(db: Database, committee_keys: Collection[str]) -> None:
    """Let go what was kept of committees."""
    for key in committee_keys:
        db.execute("DELETE FROM main.followed_promise WHERE committee_key = ?", (key,))
        db.execute("DELETE FROM main.followed_mention WHERE committee_key = ?", (key,))


def drop_worked_out_of(db: Database, document_id: int) -> None:
    """Let go what may hold words of a paper: of its committees, and the topics, which are of all papers."""
    row = db.execute("SELECT committees FROM main.followed_paper WHERE document_id = ?", (document_id,))
    if known := row.fetchone():
        drop_committees(db, json.loads(known[0]))
        db.execute("DELETE FROM main.followed_topic")


def mark_followed(db: Database, papers: Iterable[FollowedPaper]) -> None:
    """Keep that what hangs on papers is worked out; one that changed meanwhile stays to be looked at."""
    for paper in papers:
        if paper.is_there:
            db.execute(
                "UPDATE main.followed_paper SET changed = 0 WHERE document_id = ? AND changed <= ?",
                (paper.document_id, max(paper.changed, 1)),
            )
        else:
            db.execute("DELETE FROM main.followed_paper WHERE document_id = ?", (paper.document_id,))


def follow_by(db: Database, rules: str) -> None:
    """Let everything be worked out anew where it was by other rules than these."""
    if is_followed_by(db, rules):
        return
    for table in ("followed_by", "followed_paper", "followed_promise", "followed_mention", "followed_topic"):
        db.execute(f"DELETE FROM main.{table}")
    db.execute("INSERT INTO main.followed_by (rules) VALUES (?)", (rules,))


def is_followed_by(db: Database, rules: str) -> bool:
    """Whether what is kept was worked out by these rules."""
    return db.execute("SELECT rules FROM main.followed_by").fetchall() == [(rules,)]
