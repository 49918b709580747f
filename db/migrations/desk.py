"""The desk's tables, change by change. A change that has been published is never edited.

Nothing here names a row of the library: a meeting is a committee and a day, a document is its hash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("desk")

_TABLES = (
    # `committee_key` finds the meeting whatever the spelling; `committee` is what to show.
    """CREATE TABLE question (
        id INTEGER PRIMARY KEY AUTOINCREMENT, committee_key TEXT NOT NULL, committee TEXT NOT NULL,
        meeting_date TEXT, item_number TEXT NOT NULL, item_title TEXT NOT NULL,
        addressed_to TEXT NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL, answer TEXT NOT NULL,
        answer_state TEXT NOT NULL, parent_id INTEGER REFERENCES question, created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL, submitted_at TEXT, late INTEGER NOT NULL, deleted_at TEXT) STRICT""",
    "CREATE INDEX question_meeting ON question (committee_key, meeting_date)",
    """CREATE TABLE evidence (
        id INTEGER PRIMARY KEY AUTOINCREMENT, question_id INTEGER NOT NULL REFERENCES question,
        quote TEXT NOT NULL, document_sha256 TEXT NOT NULL, source TEXT NOT NULL,
        page INTEGER NOT NULL, pack_page INTEGER, citation TEXT NOT NULL) STRICT""",
    "CREATE INDEX evidence_question ON evidence (question_id)",
    """CREATE TABLE revision (
        id INTEGER PRIMARY KEY AUTOINCREMENT, question_id INTEGER NOT NULL REFERENCES question,
        text TEXT NOT NULL, addressed_to TEXT NOT NULL, made_at TEXT NOT NULL, deadline TEXT,
        "left" INTEGER) STRICT""",
    "CREATE INDEX revision_question ON revision (question_id)",
    """CREATE TRIGGER revision_fixed BEFORE UPDATE ON revision BEGIN
        SELECT RAISE(ABORT, 'what was submitted is never changed');
    END""",
    """CREATE TRIGGER revision_kept BEFORE DELETE ON revision BEGIN
        SELECT RAISE(ABORT, 'what was submitted is never removed');
    END""",
    """CREATE TABLE note (
        id INTEGER PRIMARY KEY AUTOINCREMENT, committee_key TEXT NOT NULL, committee TEXT NOT NULL,
        meeting_date TEXT, document_sha256 TEXT NOT NULL, source TEXT NOT NULL, page INTEGER NOT NULL,
        pack_page INTEGER, quote TEXT NOT NULL, text TEXT NOT NULL, made_at TEXT NOT NULL,
        deleted_at TEXT) STRICT""",
    "CREATE INDEX note_meeting ON note (committee_key, meeting_date)",
    """CREATE TABLE reading_place (
        document_sha256 TEXT PRIMARY KEY, page INTEGER NOT NULL, line INTEGER NOT NULL,
        at TEXT NOT NULL) STRICT""",
    """CREATE TABLE page_read (
        document_sha256 TEXT NOT NULL, page INTEGER NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (document_sha256, page)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE deadline_override (
        id INTEGER PRIMARY KEY AUTOINCREMENT, committee_key TEXT NOT NULL, committee TEXT NOT NULL,
        meeting_date TEXT, applies_to TEXT NOT NULL, due TEXT NOT NULL, reason TEXT NOT NULL,
        made_at TEXT NOT NULL, withdrawn_at TEXT) STRICT""",
    "CREATE INDEX deadline_override_meeting ON deadline_override (committee_key, meeting_date)",
    """CREATE TABLE committee_rule (
        committee_key TEXT PRIMARY KEY, committee TEXT NOT NULL, wording TEXT NOT NULL,
        standing_order TEXT NOT NULL) STRICT""",
)


@migrations()
def first(db: Database) -> None:
    """Questions with their evidence, notes, reading places, and what the clerk said of deadlines."""
    for statement in _TABLES:
        db.execute(statement)


_STEPS = (
    # What a question said before: one row a burst of writing, the words as they stood at its end.
    """CREATE TABLE version (
        id INTEGER PRIMARY KEY AUTOINCREMENT, question_id INTEGER NOT NULL REFERENCES question,
        text TEXT NOT NULL, begun_at TEXT NOT NULL, made_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX version_question ON version (question_id)",
    """CREATE TABLE step (
        id INTEGER PRIMARY KEY AUTOINCREMENT, question_id INTEGER NOT NULL REFERENCES question,
        state TEXT NOT NULL, answer_state TEXT NOT NULL, made_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX step_question ON step (question_id)",
    # The words questions have now are the first version of each.
    """INSERT INTO version (question_id, text, begun_at, made_at)
        SELECT id, text, created_at, updated_at FROM question WHERE text <> ''""",
    """INSERT INTO step (question_id, state, answer_state, made_at)
        SELECT id, 'draft', '', created_at FROM question""",
    """INSERT INTO step (question_id, state, answer_state, made_at)
        SELECT question_id, 'submitted', '', made_at FROM revision ORDER BY id""",
    """INSERT INTO step (question_id, state, answer_state, made_at)
        SELECT id, state, answer_state, updated_at FROM question WHERE state NOT IN ('draft', 'submitted')""",
)


@migrations()
def steps(db: Database) -> None:
    """Earlier words of a question, and when it came into each state."""
    for statement in _STEPS:
        db.execute(statement)


@migrations()
def corrections(db: Database) -> None:
    """What the member corrected of what a paper was understood to say."""
    db.execute(
        """CREATE TABLE correction (
        id INTEGER PRIMARY KEY AUTOINCREMENT, document_sha256 TEXT NOT NULL, source TEXT NOT NULL,
        kind TEXT NOT NULL, committee_key TEXT NOT NULL, committee TEXT NOT NULL, meeting_date TEXT,
        "of" TEXT NOT NULL, item TEXT NOT NULL, was TEXT NOT NULL, value TEXT NOT NULL,
        made_at TEXT NOT NULL, withdrawn_at TEXT) STRICT"""
    )
    db.execute("CREATE INDEX correction_paper ON correction (committee_key, meeting_date)")


@migrations()
def received_and_marks(db: Database) -> None:
    """The clerk's register of questions received, and what the member said of promises."""
    # The same question sent twice is entered once; `due` is the deadline as it stood at receipt.
    db.execute(
        """CREATE TABLE received (
        id INTEGER PRIMARY KEY AUTOINCREMENT, committee_key TEXT NOT NULL, committee TEXT NOT NULL,
        meeting_date TEXT, item_number TEXT NOT NULL, item_title TEXT NOT NULL, sender TEXT NOT NULL,
        address TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL, claimed_at TEXT, due TEXT,
        digest TEXT NOT NULL, received_at TEXT NOT NULL, state TEXT NOT NULL, ground TEXT NOT NULL,
        note TEXT NOT NULL, decided_at TEXT) STRICT"""
    )
    db.execute("CREATE INDEX received_meeting ON received (committee_key, meeting_date, digest)")
    db.execute(
        """CREATE TABLE promise_mark (
        committee_key TEXT NOT NULL, committee TEXT NOT NULL, said_on TEXT NOT NULL, quote_key TEXT NOT NULL,
        quote TEXT NOT NULL, mark TEXT NOT NULL, note TEXT NOT NULL, made_at TEXT NOT NULL,
        PRIMARY KEY (committee_key, said_on, quote_key)) STRICT"""
    )


@migrations()
def topics(db: Database) -> None:
    """What the member made of topics: a row for each subject, known by its words."""
    db.execute(
        """CREATE TABLE topic (
        subject TEXT PRIMARY KEY, name TEXT NOT NULL DEFAULT '', followed INTEGER NOT NULL DEFAULT 0,
        joined_to TEXT NOT NULL DEFAULT '', apart INTEGER NOT NULL DEFAULT 0,
        changed_at TEXT NOT NULL) STRICT"""
    )


@migrations()
def kept_passages(db: Database) -> None:
    """What was said earlier on an item and the member keeps for the brief of its meeting."""
    db.execute(
        """CREATE TABLE kept_passage (
        id INTEGER PRIMARY KEY AUTOINCREMENT, committee_key TEXT NOT NULL, committee TEXT NOT NULL,
        meeting_date TEXT, item_title TEXT NOT NULL, quote_key TEXT NOT NULL, quote TEXT NOT NULL,
        citation TEXT NOT NULL, document_sha256 TEXT NOT NULL, source TEXT NOT NULL, page INTEGER NOT NULL,
        kept_at TEXT NOT NULL) STRICT"""
    )
    db.execute("CREATE INDEX kept_passage_meeting ON kept_passage (committee_key, meeting_date)")


@migrations()
def items_in_hand(db: Database) -> None:
    """Which agenda item the member was on, for each meeting."""
    db.execute(
        """CREATE TABLE item_in_hand (
        committee_key TEXT NOT NULL, committee TEXT NOT NULL, meeting_date TEXT, item_title TEXT NOT NULL,
        at TEXT NOT NULL) STRICT"""
    )
    db.execute("CREATE INDEX item_in_hand_meeting ON item_in_hand (committee_key, meeting_date)")
