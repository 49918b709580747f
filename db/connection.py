"""One connection with both databases on it, set up the same way every time."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from sqlite_utils import Database

BUSY_MILLISECONDS = 10_000
"""How long one program waits for another that is writing, before it gives up."""


def make_folder(path: Path) -> None:
    """Make a folder, and those it is in, so that only their owner can enter; what is there stays as it is.

    Raises:
        OSError: one cannot be made.
    """
    for folder in (*reversed(path.parents), path):
        if not folder.is_dir():
            folder.mkdir(mode=0o700, exist_ok=True)


def make_private(path: Path) -> None:
    """Make the file, and the folder it is in, so that only their owner can read them.

    A file or folder that is there already keeps its permissions: they may be its owner's choice.
    SQLite gives its `-wal` and `-shm` files the permissions of the database.

    Raises:
        OSError: the folder or file cannot be made.
    """
    make_folder(path.parent)
    # A database that is there must never be opened here: closing it again would drop the locks SQLite holds
    # on it in this process (POSIX's are the process's), and another program would take the file for unused.
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if not os.access(path, os.R_OK | os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path)) from None


def connect(path: Path, *, readonly: bool = False) -> sqlite3.Connection:
    """Open one file by itself, to look it over, copy or change it whole."""
    if readonly:
        uri = f"{path.absolute().as_uri()}?mode=ro"
        return sqlite3.connect(uri, uri=True, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None)
    return sqlite3.connect(path, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None)


class ReadingConnection:
    """What reading needs of sqlite-utils' `Database`, without its 100 ms of imports: a first screen reads."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        """Read through this connection."""
        self.conn = conn

    def query(self, sql: str, params: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Give the rows of a query by column name."""
        cursor = self.conn.execute(sql, params)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)

    def execute(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> sqlite3.Cursor:
        """Run a query and give its cursor."""
        return self.conn.execute(sql, parameters)

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()


def open_connection(library_path: Path, desk_path: Path, *, readonly: bool = False) -> Database:
    """Open both files on one connection: the library as `main`, the desk as `desk`.

    A change of both in one transaction would not be atomic after a crash (WAL commits file by
    file), so every write touches one of them only.

    Args:
        library_path: the library's file, made if need be.
        desk_path: the desk's file, made if need be.
        readonly: refuse every change on this connection.

    Raises:
        sqlite3.Error: one of them is no database or cannot be opened.
        OSError: the folder or a file cannot be made.
    """
    for path in (library_path, desk_path):
        make_private(path)
    conn = sqlite3.connect(
        library_path, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None, check_same_thread=False
    )
    try:
        conn.execute("ATTACH DATABASE ? AS desk", (str(desk_path),))
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute("PRAGMA temp_store = MEMORY")  # what a member reads leaves no trace in /tmp
        # Search is as quick with 2 MB as with 16, for the system holds what is read again; filing is not.
        conn.execute(f"PRAGMA main.cache_size = -{4000 if readonly else 16000}")
        conn.execute("PRAGMA main.journal_size_limit = 16000000")
        conn.execute("PRAGMA main.synchronous = NORMAL")
        conn.execute("PRAGMA desk.synchronous = FULL")  # a question once saved survives a power cut
        if readonly:
            conn.execute("PRAGMA query_only = ON")
            return cast("Database", ReadingConnection(conn))
        from sqlite_utils import Database

        return Database(conn, execute_plugins=False)
    except BaseException:
        conn.close()
        raise
