"""What must hold of a home at any moment: both databases whole, nothing left lying, nobody running on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

DATABASES = ("library.db", "desk.db")
_OURS = (
    *("library.db", "library.db-wal", "library.db-shm", "desk.db", "desk.db-wal", "desk.db-shm"),
    *("settings.toml", "lexicon.toml", "exports", "backups", "model", "demo", "papers"),
)
_COUNTS = """SELECT d.sha256, d.page_count,
    (SELECT count(*) FROM page WHERE document_id = d.id),
    (SELECT count(*) FROM agenda_item WHERE document_id = d.id),
    (SELECT count(*) FROM passage WHERE document_id = d.id),
    (SELECT count(*) FROM passage JOIN passage_text USING (id) WHERE document_id = d.id),
    (SELECT count(*) FROM deadline WHERE document_id = d.id),
    (SELECT count(*) FROM term WHERE document_id = d.id) FROM document d"""

Counts = dict[str, tuple[int, ...]]


def faults_of_home(home: Path) -> list[str]:
    """What is wrong with the databases of a home, asked of SQLite itself; empty when all is well."""
    return [f"{name}: {fault}" for name in DATABASES for fault in _faults(home / name)]


def _faults(path: Path) -> Iterator[str]:
    if not path.exists():
        return
    with closing(sqlite3.connect(path, isolation_level=None, timeout=30)) as conn:
        for (said,) in conn.execute("PRAGMA integrity_check"):
            if said != "ok":
                yield said
        for row in conn.execute("PRAGMA foreign_key_check"):
            yield f"foreign key {row}"
        indexes = "SELECT name FROM sqlite_schema WHERE sql LIKE '%USING fts5%'"
        for (index,) in conn.execute(indexes).fetchall():
            try:
                conn.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError as error:
                yield f"{index}: {error}"


def papers(home: Path) -> Counts:
    """How much of every paper is there, by its hash: pages, items, passages and so on."""
    if not (home / "library.db").exists():
        return {}
    with closing(sqlite3.connect(home / "library.db", timeout=30)) as conn:
        if not conn.execute("SELECT 1 FROM sqlite_schema WHERE name = 'document'").fetchone():
            return {}
        return {row[0]: tuple(row[1:]) for row in conn.execute(_COUNTS)}


def texts(desk: Path) -> list[str]:
    """The words of all questions on a desk."""
    with closing(sqlite3.connect(desk, timeout=30)) as conn:
        return [text for (text,) in conn.execute("SELECT text FROM question ORDER BY id")]


def strays(home: Path, *others: Path) -> list[str]:
    """Files that belong to nothing: in the home, among kept originals, in folders that must be empty."""
    known = (*_OURS, "desk.version-", "library set aside ")
    found = [path for path in home.glob("*") if not path.name.startswith(known)] if home.exists() else []
    found += [path for path in home.rglob("*") if ".part" in path.name or path.name.endswith("-journal")]
    found += [path for path in home.glob("papers/*/*") if str(path) not in _originals(home)]
    for other in others:
        found += list(other.rglob("*"))
    return sorted({str(path) for path in found})


def _originals(home: Path) -> set[str]:
    """Where the papers of a home lie."""
    with closing(sqlite3.connect(f"{(home / 'library.db').as_uri()}?mode=ro", uri=True)) as library:
        return {path for (path,) in library.execute("SELECT path FROM document")}


def running_in(session: int) -> list[str]:
    """The processes of a session that still run, each by its command; Linux only."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ValueError):
            _, _, after = stat.read_text().rpartition(")")
            state, _, _, of = after.split()[:4]
            if int(of) == session and state != "Z":
                command = stat.with_name("cmdline").read_bytes().replace(b"\0", b" ")
                found.append(command.decode(errors="replace"))
    return found
