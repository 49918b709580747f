"""What SQLite's and the system's errors mean to a person, and what to do about them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.errors import Damaged, StoreError, Unwritable

_READ_ONLY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH)
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)


@contextmanager
def errors_at(where: Path) -> Iterator[None]:
    """Turn what SQLite or the system raises inside into a `StoreError` about `where`."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise explain(error, where) from error


def explain(error: sqlite3.Error | OSError, where: Path) -> StoreError:
    """Say in one sentence what went wrong at `where` (a file or folder) and what to do."""
    if isinstance(error, OSError):
        return Unwritable(
            f"{where} cannot be written ({error.strerror or error}): "
            "check the folder's permissions, or choose another with --home."
        )
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # the rest tells the detail
    if code in _READ_ONLY:
        return Unwritable(
            f"{where} cannot be written: check the folder's permissions, or choose another with --home."
        )
    if code in _BUSY:
        return Unwritable(
            f"{where} is in use by another program: wait until it has finished, then try again."
        )
    if code == sqlite3.SQLITE_FULL:
        return Unwritable(
            f"The disk that holds {where} is full: free some space and try again; nothing was half saved."
        )
    if code == sqlite3.SQLITE_IOERR:
        return Unwritable(
            f"{where} could not be read or written: the disk may be full, over its quota or gone; "
            "check it and try again."
        )
    if code in _DAMAGED:
        return damaged(where)
    return StoreError(f"{where} could not do that ({error}): try again, and report it if it stays.")


def damaged(where: Path) -> Damaged:
    """Say that the database at `where` is no database, or not whole."""
    if where.name == "library.db":
        remedy = "move it away and import the packs again; your questions are in another file and safe"
    elif where.name == "desk.db":
        remedy = "move it away and put your last backup (desk.*.backup.db beside it) in its place"
    else:  # met while both were open; the desk is looked at whole at every start
        remedy = (
            "start again; if that works it is library.db that is damaged: move it away and import the "
            "packs again, your questions are in another file and safe"
        )
    return Damaged(f"{where} is damaged or no database of this app: {remedy}.")
