"""The two databases as the app uses them: work goes to a thread, what comes back are frozen rows."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from db.connection import open_connection
from db.errors import StoreError
from db.faults import errors_at
from db.schema import DESK, LIBRARY, back_up, is_current, migrate

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")
W = TypeVar("W")


class Store:
    """A home's library and desk: two threads read, one writes, each with a connection of its own.

    Work is a function of the connection. All that one piece of work reads is of one moment, all that
    it writes is kept whole or not at all. It must not hand back anything that still reads (a
    generator), and it must change one of the two databases only: both together are not atomic.
    """

    def __init__(self, home: Path) -> None:
        """Prepare threads for a home whose files are known to be good; use `open`."""
        self.home = home
        self.library_path = home / "library.db"
        self.desk_path = home / "desk.db"
        self._readers = ThreadPoolExecutor(2, "scrutiny-reader")
        self._writer = ThreadPoolExecutor(1, "scrutiny-writer")
        self._of_thread = threading.local()
        self._connections: list[Database] = []

    @classmethod
    def open(cls, home: Path) -> Store:
        """Open a home's two databases, making or updating them where needed.

        Raises:
            NewerSchema: a newer version of the app wrote one of them.
            Damaged: one of them is no database of ours or not whole.
            Unwritable: the home or a file in it cannot be written.
        """
        store = cls(home)
        try:
            stale = []  # both are looked at before either is changed
            for path, schema in ((store.library_path, LIBRARY), (store.desk_path, DESK)):
                with errors_at(path):
                    if not is_current(path, schema):
                        stale.append((path, schema))
            for path, schema in stale:
                with errors_at(path):
                    migrate(path, schema)
        except BaseException:
            store.close()
            raise
        return store

    async def read(self, work: Callable[[Database], T]) -> T:
        """Read on a reader thread; if the caller is cancelled while it waits its turn, it is never done.

        Raises:
            StoreError: it could not be read; the text says why and what to do.
        """
        return await asyncio.wrap_future(_submit(self._readers, self._do_read, work))

    async def write(self, work: Callable[[Database], T]) -> T:
        """Write on the writer thread, after everything handed over before.

        Once handed over it is done even if the caller is cancelled: a question must not be lost because
        a screen was closed.

        Raises:
            StoreError: it could not be written and nothing of it was; the text says why and what to do.
        """
        return await asyncio.shield(asyncio.wrap_future(_submit(self._writer, self._do_write, work)))

    def make_ready_to_write(self) -> None:
        """Open the writer's connection beside what goes on, so that the first write need not wait for it."""
        _submit(self._writer, lambda _: self._connection(readonly=False), None)

    def write_now(self, work: Callable[[Database], T]) -> T:
        """Write and wait, after everything handed over before: for quitting. Raises as `write` does."""
        return _submit(self._writer, self._do_write, work).result()

    def read_now(self, work: Callable[[Database], T]) -> T:
        """Read and wait: for commands that do nothing else meanwhile. Raises as `read` does."""
        return _submit(self._readers, self._do_read, work).result()

    def back_up_desk(self, target: Path) -> None:
        """Copy what the member wrote to a file, whole, while the app goes on.

        Raises:
            StoreError: it could not be copied.
        """
        with errors_at(target):
            back_up(self.desk_path, target)

    def close(self) -> None:
        """Finish what was handed over and close the files; a second time does nothing."""
        self._writer.shutdown(wait=True)
        self._readers.shutdown(wait=True, cancel_futures=True)
        while self._connections:
            self._connections.pop().close()

    def _do_read(self, work: Callable[[Database], T]) -> T:
        with errors_at(self.home):
            db = self._connection(readonly=True)
            db.conn.execute("BEGIN")  # one moment for all its queries
            try:
                return work(db)
            finally:
                if db.conn.in_transaction:
                    db.conn.execute("ROLLBACK")

    def _do_write(self, work: Callable[[Database], T]) -> T:
        with errors_at(self.home):
            db = self._connection(readonly=False)
            db.conn.execute("BEGIN IMMEDIATE")  # to read and write later would fail at once under another
            try:
                result = work(db)
                db.conn.execute("COMMIT")
            except BaseException:
                if db.conn.in_transaction:
                    db.conn.execute("ROLLBACK")
                raise
            return result

    def _connection(self, *, readonly: bool) -> Database:
        db: Database | None = getattr(self._of_thread, "db", None)
        if db is None:
            db = open_connection(self.library_path, self.desk_path, readonly=readonly)
            self._of_thread.db = db
            self._connections.append(db)
        return db


def _submit(threads: ThreadPoolExecutor, do: Callable[[W], T], work: W) -> Future[T]:
    try:
        return threads.submit(do, work)
    except RuntimeError as error:  # the threads are gone
        raise StoreError("The app is closing, so this was not done: start it again and repeat it.") from error
