"""Keeping the two files in good order: looking them over, keeping copies of the desk, putting one back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from db.connection import connect, make_private
from db.errors import Damaged, NewerSchema, StoreError, Unwritable
from db.faults import errors_at
from db.schema import DESK, Schema, back_up, migrate

STAMP = "%Y-%m-%d %H.%M.%S"
"""How the name of a copy says when it was made."""
_KEPT_LATEST, _KEPT_DAYS = 3, 14
"""Of the copies made at a start: the latest few, and the last one of so many days."""
_AUTO = "desk at start "
_OFTEN = timedelta(hours=1)
_MOST_SAID = 20


def keep_copy(desk: Path, folder: Path, now: datetime) -> Path | None:
    """Keep a copy of the desk as it is at a start of the app, and let old copies of this kind go.

    Args:
        desk: the desk's file.
        folder: where copies are kept.
        now: the machine's local time.

    Returns:
        The copy; None where the last one is less than an hour old or holds the same.

    Raises:
        StoreError: it could not be made.
    """
    with errors_at(folder):
        made = sorted(folder.glob(f"{_AUTO}*.db"))
        last = _made_at(made[-1]) if made else None
        if last is not None and (timedelta() <= now - last < _OFTEN or not _changed_since(desk, made[-1])):
            return None
    target = folder / f"{_AUTO}{now:{STAMP}}.db"
    with errors_at(target):
        back_up(desk, target)
        for old in _too_many([*made, target]):
            old.unlink(missing_ok=True)
    return target


def copies_in(folder: Path) -> list[Path]:
    """Give the copies in a folder, the latest first.

    Raises:
        StoreError: they cannot be looked at.
    """
    with errors_at(folder):
        return sorted(folder.glob("*.db"), key=lambda path: path.stat().st_mtime, reverse=True)


def put_back(copy: Path, desk: Path, folder: Path, now: datetime) -> Path | None:
    """Put a copy of the desk in the place of the desk, which is kept as a copy itself.

    The desk's content is replaced in one transaction, so other programs see the old or the new one; a
    copy an older version made is brought up to this version.

    Args:
        copy: the file to put back.
        desk: the desk's file.
        folder: where copies are kept.
        now: the machine's local time.

    Returns:
        Where the desk as it was until now is kept; None where there was none.

    Raises:
        Damaged: the copy is no desk, or not whole.
        NewerSchema: a newer version of the app made it.
        StoreError: it could not be read or written.
    """
    with errors_at(copy):
        _look_at_copy(copy)
    kept = folder / f"desk before putting back {now:{STAMP}}.db"
    with errors_at(desk):
        if was_there := desk.exists():
            back_up(desk, kept)
        make_private(desk)
        with closing(connect(copy, readonly=True)) as source, closing(connect(desk)) as target:
            try:
                target.execute("BEGIN EXCLUSIVE")
                target.execute("ROLLBACK")
            except sqlite3.OperationalError as error:
                raise Unwritable(f"{desk} is in use: close Scrutiny everywhere, then try again.") from error
            source.backup(target)
        migrate(desk, DESK)
    return kept if was_there else None


def faults_of(path: Path, schema: Schema) -> tuple[str, ...]:
    """Look a database over from end to end and say what is wrong with it, a sentence each.

    Raises:
        StoreError: it cannot be opened at all; the text says why and what to do.
    """
    with errors_at(path), closing(connect(path)) as conn:
        return tuple(_faults(conn, schema))


def _faults(conn: sqlite3.Connection, schema: Schema) -> Iterator[str]:
    found = [row[0] for row in conn.execute(f"PRAGMA integrity_check({_MOST_SAID})")]
    if found != ["ok"]:
        yield from (f"{schema.name}: {text}" for text in found)
        return
    for table, row, parent, _ in conn.execute("PRAGMA foreign_key_check").fetchmany(_MOST_SAID):
        yield f"{schema.name}: row {row} of {table} belongs to a {parent} that is not there"
    if schema.name == "library":
        yield from _index_faults(conn)


def _index_faults(conn: sqlite3.Connection) -> Iterator[str]:
    """Whether search would find what is there, and nothing else."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        conn.execute("INSERT INTO passage_fts (passage_fts, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        yield "library: the search index does not hold what the passages say"
    finally:
        conn.execute("ROLLBACK")
    (passages,) = conn.execute("SELECT count(*) FROM passage").fetchone()
    for table, words in (("passage_text", "texts"), ("tally", "counted")):
        count = "sum(passages)" if table == "tally" else "count(*)"
        (there,) = conn.execute(f"SELECT coalesce({count}, 0) FROM {table}").fetchone()
        if there != passages:
            yield f"library: {passages} passages, but {there} {words}"


def _look_at_copy(copy: Path) -> None:
    if not copy.is_file():
        raise StoreError(f"{copy} is not there: name a copy that scrutiny restore lists.")
    if _application_id(copy) != DESK.application_id:
        raise Damaged(f"{copy} is no copy of a desk: name a copy that scrutiny restore lists.")
    with closing(connect(copy, readonly=True)) as conn:
        (version,) = conn.execute("PRAGMA user_version").fetchone()
        if version > DESK.version:
            raise NewerSchema(
                f"{copy} was made by a newer version of Scrutiny: put it back with that version."
            )
        if conn.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise Damaged(f"{copy} is not whole: choose an older copy; the desk was left as it is.")


def _application_id(path: Path) -> int:
    """Read whose file it is from its first hundred bytes; 0 where it is no database."""
    with path.open("rb") as file:
        head = file.read(100)
    return int.from_bytes(head[68:72], "big") if head.startswith(b"SQLite format 3\0") else 0


def _changed_since(desk: Path, copy: Path) -> bool:
    """Whether the desk may hold something its last copy does not."""
    files = (desk, desk.with_name(desk.name + "-wal"))
    latest = max((file.stat().st_mtime for file in files if file.exists()), default=0.0)
    return latest > copy.stat().st_mtime


def _made_at(copy: Path) -> datetime | None:
    try:
        return datetime.strptime(copy.stem.removeprefix(_AUTO), STAMP)
    except ValueError:
        return None


def _too_many(copies: list[Path]) -> list[Path]:
    """The copies to let go: all but the latest few and the last of each of the last days."""
    ours = sorted((at, copy) for copy in copies if (at := _made_at(copy)) is not None)
    last_of_day = {at.date(): copy for at, copy in ours}
    days = sorted(last_of_day)[-_KEPT_DAYS:]
    kept = {copy for _, copy in ours[-_KEPT_LATEST:]} | {last_of_day[day] for day in days}
    return [copy for _, copy in ours if copy not in kept]
