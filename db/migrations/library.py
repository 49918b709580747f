"""The library's tables, change by change. A change that has been published is never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("library")

# Ids are never used again (AUTOINCREMENT): what a screen or a cache still holds must not mean another row.
_TABLES = (
    """CREATE TABLE committee (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT""",
    # NULLs are distinct: papers of an unknown committee or day each get a meeting of their own.
    """CREATE TABLE meeting (
        id INTEGER PRIMARY KEY AUTOINCREMENT, committee_id INTEGER REFERENCES committee, date TEXT,
        date_basis TEXT NOT NULL, start_time TEXT, venue TEXT, UNIQUE (committee_id, date)) STRICT""",
    """CREATE TABLE document (
        id INTEGER PRIMARY KEY AUTOINCREMENT, meeting_id INTEGER NOT NULL REFERENCES meeting,
        sha256 TEXT NOT NULL UNIQUE, source TEXT NOT NULL, path TEXT NOT NULL, format TEXT NOT NULL,
        kind TEXT NOT NULL, page_count INTEGER NOT NULL, imported_at TEXT NOT NULL,
        understood TEXT NOT NULL) STRICT""",
    "CREATE INDEX document_meeting ON document (meeting_id)",
    """CREATE TABLE page (
        document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, number INTEGER NOT NULL,
        pack_page INTEGER, blocks TEXT NOT NULL, text TEXT NOT NULL, letters INTEGER NOT NULL,
        pictures INTEGER NOT NULL, UNIQUE (document_id, number)) STRICT""",
    """CREATE TABLE agenda_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, position INTEGER NOT NULL,
        number TEXT, title TEXT NOT NULL, description TEXT, first_page INTEGER, last_page INTEGER,
        file_page INTEGER, officers TEXT NOT NULL, is_heading INTEGER NOT NULL,
        UNIQUE (document_id, position)) STRICT""",
    # Narrow, so that a filter over many hits reads little; the words stand in a table of their own.
    """CREATE TABLE passage (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, said_on TEXT,
        kind TEXT NOT NULL, page INTEGER NOT NULL, pack_page INTEGER, agenda_item TEXT) STRICT""",
    """CREATE TABLE passage_text (
        id INTEGER PRIMARY KEY REFERENCES passage ON DELETE CASCADE, ref TEXT NOT NULL,
        heading TEXT NOT NULL, text TEXT NOT NULL) STRICT""",
    "CREATE INDEX passage_document ON passage (document_id, page)",
    """CREATE TABLE deadline (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, wording TEXT NOT NULL,
        source TEXT NOT NULL, page INTEGER NOT NULL) STRICT""",
    "CREATE INDEX deadline_document ON deadline (document_id)",
    """CREATE TABLE term (
        document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, short TEXT NOT NULL,
        long TEXT NOT NULL, page INTEGER NOT NULL) STRICT""",
    "CREATE INDEX term_document ON term (document_id)",
)

_SEARCH = (
    """CREATE VIRTUAL TABLE passage_fts USING fts5(heading, text, ref, content='passage_text',
        content_rowid='id', tokenize="porter unicode61 remove_diacritics 2")""",
    """CREATE TRIGGER passage_text_added AFTER INSERT ON passage_text BEGIN
        INSERT INTO passage_fts (rowid, heading, text, ref) VALUES (new.id, new.heading, new.text, new.ref);
    END""",
    """CREATE TRIGGER passage_text_removed AFTER DELETE ON passage_text BEGIN
        INSERT INTO passage_fts (passage_fts, rowid, heading, text, ref)
        VALUES ('delete', old.id, old.heading, old.text, old.ref);
    END""",
    """CREATE TRIGGER passage_text_fixed BEFORE UPDATE ON passage_text BEGIN
        SELECT RAISE(ABORT, 'a passage is replaced, never edited');
    END""",
    # Every word as printed, with its stem and the number of passages it stands in: what a slip can mean.
    """CREATE TABLE word (
        word TEXT PRIMARY KEY, stem TEXT NOT NULL, passages INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE INDEX word_stem ON word (stem)",
    "CREATE TABLE tally (changes INTEGER NOT NULL, passages INTEGER NOT NULL) STRICT",
    "INSERT INTO tally VALUES (0, 0)",
)


@migrations()
def first(db: Database) -> None:
    """Meetings with their papers, and the search over them."""
    for statement in (*_TABLES, *_SEARCH):
        db.execute(statement)


_VECTORS = (
    "CREATE TABLE vector_model (model TEXT NOT NULL) STRICT",
    # One for each text: a paper imported again finds the vectors of its unchanged words.
    "CREATE TABLE vector (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, vector BLOB NOT NULL) STRICT",
    # `vector_id` references `vector`, undeclared: without an index every removal would read the whole table.
    """CREATE TABLE passage_vector (
        passage_id INTEGER PRIMARY KEY REFERENCES passage ON DELETE CASCADE,
        vector_id INTEGER NOT NULL) STRICT""",
)


@migrations()
def vectors(db: Database) -> None:
    """What passages mean to a model, for search by meaning."""
    for statement in _VECTORS:
        db.execute(statement)


_EVERY_KIND = (
    # When these bytes first came in, whatever was read of them since; drafts give way to what is approved.
    "ALTER TABLE document ADD COLUMN first_seen TEXT",
    "UPDATE document SET first_seen = imported_at",
    "ALTER TABLE document ADD COLUMN provisional INTEGER NOT NULL DEFAULT 0",
    # The words by which a page is kept from the public, or "".
    "ALTER TABLE page ADD COLUMN exempt TEXT NOT NULL DEFAULT ''",
    # Papers a person put to an item of their meeting: by number and title, which outlive a new import.
    """CREATE TABLE attachment (
        document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, item_number TEXT,
        item_title TEXT NOT NULL, url TEXT NOT NULL, PRIMARY KEY (document_id, item_title)) STRICT""",
    # A paper that stands whole inside another, at these pages of it.
    """CREATE TABLE twin (
        document_id INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
        inside_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        first_page INTEGER NOT NULL, last_page INTEGER NOT NULL) STRICT""",
    "CREATE INDEX twin_inside ON twin (inside_id)",
    # What later minutes changed in earlier ones.
    """CREATE TABLE amendment (
        document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, minutes_date TEXT,
        ref TEXT NOT NULL, change TEXT NOT NULL, quote TEXT NOT NULL, text TEXT NOT NULL,
        page INTEGER NOT NULL, said_on TEXT) STRICT""",
    "CREATE INDEX amendment_document ON amendment (document_id)",
    # Papers whose exempt pages were removed for good: a new import leaves them out again.
    "CREATE TABLE purged (sha256 TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID",
)


@migrations()
def every_kind(db: Database) -> None:
    """Papers put to items, the same paper twice, amended minutes, and exempt pages."""
    for statement in _EVERY_KIND:
        db.execute(statement)


_FOLLOWED = (
    # Which committees a paper records something of (JSON), and how often it changed since that was told.
    # A row outlives its paper until what hung on that is worked out without it.
    """CREATE TABLE followed_paper (
        document_id INTEGER PRIMARY KEY, committees TEXT NOT NULL, changed INTEGER NOT NULL) STRICT""",
    """CREATE TRIGGER followed_paper_changed AFTER UPDATE OF understood, meeting_id ON document BEGIN
        UPDATE followed_paper SET changed = changed + 1 WHERE document_id = new.id;
    END""",
    """CREATE TABLE followed_promise (
        id INTEGER PRIMARY KEY, committee_key TEXT NOT NULL, said_on TEXT, promise TEXT NOT NULL) STRICT""",
    "CREATE INDEX followed_promise_said ON followed_promise (said_on DESC, id)",
    "CREATE INDEX followed_promise_committee ON followed_promise (committee_key)",
    "CREATE TABLE followed_mentions (committee_key TEXT PRIMARY KEY, mentions BLOB NOT NULL) STRICT",
    """CREATE TABLE followed_topic (
        id INTEGER PRIMARY KEY, subject TEXT NOT NULL, edits TEXT NOT NULL, head TEXT NOT NULL,
        mentions BLOB NOT NULL) STRICT""",
    "CREATE TABLE followed_by (rules TEXT NOT NULL) STRICT",
)


@migrations()
def followed(db: Database) -> None:
    """What was worked out of all papers together, so that nobody waits for it."""
    for statement in _FOLLOWED:
        db.execute(statement)


_BY_SUBJECT = (
    # A subject at a time: all of a large library's at once would be hundreds of megabytes.
    """CREATE TABLE followed_mention (
        id INTEGER PRIMARY KEY, committee_key TEXT NOT NULL, subject TEXT NOT NULL,
        times INTEGER NOT NULL, mentions TEXT NOT NULL) STRICT""",
    "CREATE INDEX followed_mention_committee ON followed_mention (committee_key)",
    """INSERT INTO followed_mention (committee_key, subject, times, mentions)
        SELECT committee_key, json_extract(value, '$[0]'), count(*),
            json_group_array(json(json_extract(value, '$[1]')))
        FROM followed_mentions, json_each(CAST(mentions AS TEXT)) GROUP BY 1, 2""",
    "DROP TABLE followed_mentions",
)


@migrations()
def by_subject(db: Database) -> None:
    """What papers say of any topic, kept by its subject."""
    for statement in _BY_SUBJECT:
        db.execute(statement)
