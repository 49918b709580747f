"""Which version of its tables a file has, and bringing it up to this version of the app.

A file's `user_version` is the number of changes made to it and its `application_id` says whose it is:
both stand in the first hundred bytes, so they are read before anything else of the file is trusted.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from db.connection import BUSY_MILLISECONDS, connect, make_private
from db.errors import NewerSchema
from db.faults import damaged
from db.part import part_of

if TYPE_CHECKING:
    from sqlite_utils import Migrations


@dataclass(frozen=True, slots=True)
class Schema:
    """What a file must be for this version of the app.

    Attributes:
        name: which of the two it is.
        application_id: marks the file as ours.
        version: how many changes this version of the app knows; a test holds it to their number.
        precious: cannot be had again, so a copy is kept before it is changed.
    """

    name: Literal["library", "desk"]
    application_id: int
    version: int
    precious: bool

    def migrations(self) -> Migrations:
        """Give the ordered changes (imported late: most starts need none)."""
        if self.name == "desk":
            from db.migrations.desk import migrations
        else:
            from db.migrations.library import migrations
        return migrations


LIBRARY = Schema("library", 0x53435255, 5, precious=False)
DESK = Schema("desk", 0x53434445, 7, precious=True)


def is_current(path: Path, schema: Schema) -> bool:
    """Say whether a file has every change this version of the app knows; an absent one is made, empty.

    Raises:
        NewerSchema: a newer version of the app changed it.
        Damaged: it is a database but none of ours, or a precious one that is not whole.
        sqlite3.Error: it cannot be read, or is no database.
        OSError: it cannot be made.
    """
    make_private(path)
    with closing(connect(path)) as conn:
        current = _version(conn, schema, path) == schema.version
        # Small, and the one thing nobody can publish again: worth a look at every start.
        if schema.precious and conn.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise damaged(path)
    return current


def migrate(path: Path, schema: Schema) -> None:
    """Make every missing change to a file, all or none; a precious file is copied first.

    Two programs may do this at once: the second waits and finds nothing left to do.

    Raises:
        NewerSchema: a newer version of the app changed it.
        Damaged: it is a database, but none of ours.
        sqlite3.Error: it cannot be read or written.
    """
    from sqlite_utils import Database

    with closing(connect(path)) as conn:
        _use_wal(conn)
        conn.execute("BEGIN IMMEDIATE")
        try:
            version = _version(conn, schema, path)
            if version != schema.version:
                if schema.precious and version:
                    back_up(path, path.with_name(f"{path.stem}.version-{version}.backup.db"))
                schema.migrations().apply(Database(conn, execute_plugins=False))
                conn.execute(f"PRAGMA application_id = {schema.application_id}")
                conn.execute(f"PRAGMA user_version = {schema.version}")
            conn.execute("COMMIT")
        except BaseException:
            if conn.in_transaction:
                conn.execute("ROLLBACK")
            raise


def back_up(path: Path, target: Path) -> None:
    """Copy a database, whole and as last committed, even while others use it.

    The copy is made beside the target and renamed, so a target that is there is never half written.

    Raises:
        sqlite3.Error: the database cannot be read or the copy not written.
        OSError: the target cannot be made or replaced.
    """
    with part_of(target) as part, closing(connect(path)) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, whole without a -wal beside it


def _version(conn: sqlite3.Connection, schema: Schema, path: Path) -> int:
    """Give how many changes a file has had; 0 if it is new and empty."""
    (application_id,) = conn.execute("PRAGMA application_id").fetchone()
    (version,) = conn.execute("PRAGMA user_version").fetchone()
    if application_id != schema.application_id:
        if application_id or version or conn.execute("SELECT 1 FROM sqlite_schema").fetchone():
            raise damaged(path)
        return 0
    if version > schema.version:
        raise NewerSchema(
            f"{path} was written by a newer version of Scrutiny: install that version, "
            "or choose another folder with --home; the file was left as it is."
        )
    return int(version)


def _use_wal(conn: sqlite3.Connection) -> None:
    """Let readers read while one writes; this switch, unlike all else, does not wait for others by itself."""
    until = time.monotonic() + BUSY_MILLISECONDS / 1000
    while True:
        try:
            conn.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
