"""Work is done whole or not at all, in order, for several programs at once, and errors are sentences."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

import db.connection
from db import desk, library
from db.errors import NotFound, StoreError, Unwritable
from db.models.questions import MeetingRef
from db.store import Store
from tests.storage.papers import DAY, NOW, keep, kept, paper, passage, read_now, words_of

REF = MeetingRef("Rivers Scrutiny Committee", DAY)


def saving(key: str, value: str) -> Callable[[Database], None]:
    return lambda db: keep(db, key, value)


def found(store: Store, key: str) -> str | None:
    return read_now(store, lambda db: kept(db, key))


def test_a_failed_write_leaves_nothing(store: Store) -> None:
    def work(db: Database) -> None:
        keep(db, "a", "1")
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        store.write_now(work)
    assert found(store, "a") is None
    store.write_now(lambda db: keep(db, "a", "2"))
    assert found(store, "a") == "2"


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(StoreError):
        read_now(store, lambda db: keep(db, "a", "1"))
    assert found(store, "a") is None


def test_one_piece_of_reading_sees_one_moment(store: Store) -> None:
    def work(db: Database) -> tuple[str | None, str | None]:
        before = kept(db, "a")
        store.write_now(lambda writer: keep(writer, "a", "1"))
        return before, kept(db, "a")

    assert read_now(store, work) == (None, None)
    assert found(store, "a") == "1"


def test_an_error_of_our_own_comes_through_as_it_is(store: Store) -> None:
    with pytest.raises(NotFound):
        read_now(store, lambda db: desk.question(db, 77))


async def test_writes_are_done_in_order_while_others_read(store: Store) -> None:
    writes = [store.write(saving("last", str(number))) for number in range(50)]
    reads = [store.read(library.meetings) for _ in range(50)]
    results = await asyncio.gather(*writes, *reads)
    assert results == [None] * 50 + [()] * 50
    assert await store.read(lambda db: kept(db, "last")) == "49"


async def test_a_write_handed_over_is_done_though_its_caller_goes(store: Store) -> None:
    hold, held = threading.Event(), threading.Event()

    def wait(db: Database) -> None:
        held.set()
        hold.wait(30)

    first = asyncio.create_task(store.write(wait))
    await asyncio.to_thread(held.wait, 30)
    second = asyncio.create_task(store.write(lambda db: keep(db, "text", '"kept"')))
    await asyncio.sleep(0)
    second.cancel()
    with pytest.raises(asyncio.CancelledError):
        await second
    hold.set()
    await first
    await store.write(lambda db: None)
    assert await store.read(lambda db: kept(db, "text")) == '"kept"'


async def test_a_read_nobody_waits_for_is_never_begun(store: Store) -> None:
    hold, done = threading.Event(), []
    blockers = [asyncio.create_task(store.read(lambda db: hold.wait(30))) for _ in range(2)]
    await asyncio.sleep(0)
    stale = asyncio.create_task(store.read(lambda db: done.append("stale")))
    await asyncio.sleep(0)
    stale.cancel()
    with pytest.raises(asyncio.CancelledError):
        await stale
    hold.set()
    await asyncio.gather(*blockers)
    await asyncio.gather(*[store.read(lambda db: None) for _ in range(4)])
    assert done == []


def test_closing_finishes_what_was_handed_over(home: Path) -> None:
    store = Store.open(home)

    async def hand_over() -> None:
        tasks = [asyncio.create_task(store.write(saving("last", str(number)))) for number in range(20)]
        await asyncio.sleep(0)
        store.close()
        await asyncio.gather(*tasks)

    asyncio.run(hand_over())
    store.close()
    again = Store.open(home)
    assert found(again, "last") == "19"
    again.close()
    assert sorted(path.name for path in home.iterdir()) == ["desk.db", "library.db"]


async def test_a_closed_store_says_so(home: Path) -> None:
    store = Store.open(home)
    store.close()
    for late in (store.read(library.meetings), store.write(saving("a", "1"))):
        with pytest.raises(StoreError, match="closing"):
            await late
    with pytest.raises(StoreError, match="closing"):
        store.write_now(saving("a", "1"))


def test_a_home_in_use_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db.connection, "BUSY_MILLISECONDS", 20)
    store = Store.open(home)
    with closing(sqlite3.connect(home / "desk.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unwritable, match="in use by another program"):
            store.write_now(lambda db: keep(db, "a", "1"))
        assert found(store, "a") is None  # reading goes on
        other.execute("ROLLBACK")
    store.write_now(lambda db: keep(db, "a", "1"))
    store.close()


def test_a_full_disk_says_so_and_keeps_what_was(store: Store) -> None:
    store.write_now(lambda db: library.file_document(db, paper(texts=["Silt."]), NOW))
    store.write_now(lambda db: db.execute("PRAGMA main.max_page_count = 1"))  # SQLite takes the present size
    large = paper("large.pdf", kind="report", passages=[passage(f"Sand {n} " * 50) for n in range(2000)])
    with pytest.raises(Unwritable, match="full"):
        store.write_now(lambda db: library.file_document(db, large, NOW))
    assert [found.source for found in read_now(store, library.documents)] == ["pack.pdf"]
    assert read_now(store, words_of) == {"silt": 1}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    mount = tmp_path / "disk"
    mount.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(mount)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("no right to mount a small disk")
    yield mount
    subprocess.run(["umount", "-l", str(mount)], check=True)


def test_a_disk_that_runs_full_for_good_is_unwritable(small_disk: Path) -> None:
    store = Store.open(small_disk / "home")
    store.write_now(lambda db: keep(db, "kept", "1"))
    with pytest.raises(Unwritable):
        for number in range(40):
            store.write_now(saving(f"large {number}", "x" * 50_000))
    assert found(store, "kept") == "1"
    store.close()
    with pytest.raises(Unwritable, match="full"):  # not even room to open it
        Store.open(small_disk / "home")
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    again = Store.open(small_disk / "home")
    assert found(again, "kept") == "1"
    again.close()


def run(code: str, home: Path, *arguments: str) -> subprocess.Popen[str]:
    head = (
        "import sys\nfrom pathlib import Path\nfrom db import desk, library\nfrom db.store import Store\n"
        "from tests.storage.papers import *\nstore = Store.open(Path(sys.argv[1]))\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", head + code, str(home), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def test_two_programs_write_at_once(home: Path) -> None:
    code = """
for n in range(40):
    store.write_now(lambda db: keep(db, f"{sys.argv[2]} {n}", "1"))
    store.write_now(lambda db: library.file_document(
        db, paper(f"{sys.argv[2]} {n}.pdf", ["Silt and sand."], kind="report"), NOW))
store.close()
"""
    children = [run(code, home, name) for name in ("one", "two")]
    assert [child.communicate(timeout=120) for child in children] == [("", "")] * 2
    store = Store.open(home)
    assert len(read_now(store, desk.committee_rules)) == 80
    assert len(read_now(store, library.documents)) == 80
    assert read_now(store, words_of) == {"silt": 80, "and": 80, "sand": 80}
    assert read_now(store, library.change_counter) == 80
    store.close()


@pytest.mark.parametrize(
    "stop", ["INSERT INTO main.passage_text", "INSERT INTO main.word", "DELETE FROM main.meeting"]
)
def test_a_program_killed_while_filing_leaves_nothing_half_done(home: Path, stop: str) -> None:
    """It dies by SIGKILL, within the transaction, as soon as it is about to run this statement."""
    code = """
import os, signal
store.write_now(lambda db: library.file_document(db, paper("old.pdf", ["Silt."] * 300), NOW))

def die(statement):
    if sys.argv[2] in statement:
        os.kill(os.getpid(), signal.SIGKILL)

def work(db):
    db.execute("PRAGMA main.cache_size = 5")  # so that much of it is in the file already
    db.conn.set_trace_callback(die)
    library.file_document(db, paper("new.pdf", [f"Sand and shingle {n}" for n in range(3000)]), NOW)

store.write_now(work)
"""
    child = run(code, home, stop)
    _, errors = child.communicate(timeout=120)
    assert (child.returncode, errors) == (-9, "")

    store = Store.open(home)
    assert [found.source for found in read_now(store, library.documents)] == ["old.pdf"]
    assert read_now(store, words_of) == {"silt": 300}

    def checks(db: Database) -> list[Any]:
        return [
            *db.execute("PRAGMA main.integrity_check").fetchall(),
            *db.execute("PRAGMA desk.integrity_check").fetchall(),
            *db.execute("SELECT count(*) FROM passage_fts WHERE passage_fts MATCH 'sand'").fetchall(),
        ]

    assert read_now(store, checks) == [("ok",), ("ok",), (0,)]
    filed = store.write_now(lambda db: library.file_document(db, paper("new.pdf", ["Sand."]), NOW))
    assert filed.status == "updated"
    store.close()
