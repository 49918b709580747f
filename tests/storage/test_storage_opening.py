"""A home opens whatever state it is in, or says in one sentence why not."""

from __future__ import annotations

import copy
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

import db.migrations.desk
import db.store
from db import desk, library
from db.errors import Damaged, NewerSchema, StoreError, Unwritable
from db.models.questions import MeetingRef
from db.schema import DESK, LIBRARY, Schema
from db.store import Store
from tests.storage.papers import DAY, NOW, keep, paper, read_now

REF = MeetingRef("Rivers Scrutiny Committee", DAY)


@pytest.fixture
def as_ordinary_user() -> Iterator[Path]:
    """A folder anybody may enter, and rights that permissions hold for (root's do not)."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if was_root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def pragma(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as conn:
        (value,) = conn.execute(f"PRAGMA {name}").fetchone()
    return int(value)


def test_a_new_home_is_its_owners_alone(home: Path) -> None:
    before = os.umask(0)
    try:
        store = Store.open(home / "deeper")
        store.write_now(lambda db: library.file_document(db, paper(), NOW))
        store.write_now(lambda db: keep(db, "theme", '"dark"'))
        files = sorted(path.name for path in store.home.iterdir())
        assert {"library.db", "library.db-wal", "desk.db", "desk.db-wal"} <= set(files)
        assert {mode(path) for path in store.home.iterdir()} == {0o600}
        assert mode(store.home) == 0o700
        store.close()
    finally:
        os.umask(before)


def test_what_was_written_is_there_after_reopening(home: Path) -> None:
    first = Store.open(home)
    first.write_now(lambda db: library.file_document(db, paper(), NOW))
    first.write_now(lambda db: desk.create_question(db, REF, NOW, text="Why?"))
    first.close()
    second = Store.open(home)
    assert len(read_now(second, library.documents)) == 1
    assert [question.text for question in read_now(second, desk.questions)] == ["Why?"]
    second.close()


def test_both_files_are_in_wal_and_the_desk_waits_for_the_disk(store: Store) -> None:
    def settings(db: Database) -> list[object]:
        names = (
            "main.journal_mode",
            "desk.journal_mode",
            "main.synchronous",
            "desk.synchronous",
            "foreign_keys",
        )
        return [db.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    assert store.write_now(settings) == ["wal", "wal", 1, 2, 1]


@pytest.mark.parametrize("schema", [LIBRARY, DESK])
def test_the_version_is_the_number_of_changes(schema: Schema, home: Path) -> None:
    Store.open(home).close()
    names = [applied.name for applied in schema.migrations().applied(Database(home / f"{schema.name}.db"))]
    assert schema.migrations().pending(Database(home / f"{schema.name}.db")) == []
    assert len(names) == schema.version == pragma(home / f"{schema.name}.db", "user_version")


@pytest.mark.parametrize("name", ["library.db", "desk.db"])
def test_a_newer_file_is_refused_and_left_alone(home: Path, name: str) -> None:
    Store.open(home).close()
    with closing(sqlite3.connect(home / name)) as conn:
        conn.execute("PRAGMA user_version = 99")
    before = (home / name).read_bytes()
    with pytest.raises(NewerSchema, match=rf"{name} was written by a newer version"):
        Store.open(home)
    assert (home / name).read_bytes() == before


def test_no_file_is_changed_when_one_is_refused(home: Path) -> None:
    Store.open(home).close()
    (home / "library.db").unlink()
    with closing(sqlite3.connect(home / "desk.db")) as conn:
        conn.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerSchema):
        Store.open(home)
    assert (home / "library.db").stat().st_size == 0


@pytest.mark.parametrize("name", ["library.db", "desk.db"])
@pytest.mark.parametrize("content", [b"This is no database." * 400, b"SQLite format 3\x00" + b"\xff" * 9000])
def test_what_is_no_database_is_refused_by_name(home: Path, name: str, content: bytes) -> None:
    home.mkdir()
    (home / name).write_bytes(content)
    with pytest.raises(Damaged, match=name):
        Store.open(home)
    assert (home / name).read_bytes() == content


@pytest.mark.parametrize("name", ["library.db", "desk.db"])
def test_somebody_elses_database_is_refused_and_left_alone(home: Path, name: str) -> None:
    home.mkdir()
    with closing(sqlite3.connect(home / name)) as conn:
        conn.execute("CREATE TABLE recipe (title)")
    before = (home / name).read_bytes()
    with pytest.raises(Damaged, match="no database of this app"):
        Store.open(home)
    assert (home / name).read_bytes() == before


def test_a_desk_with_a_hole_in_it_is_found_at_the_start(home: Path) -> None:
    store = Store.open(home)

    def fill(db: Database) -> None:
        for number in range(200):
            desk.create_question(db, REF, NOW, text=f"{number} " * 200)

    store.write_now(fill)
    store.close()
    content = bytearray((home / "desk.db").read_bytes())
    content[len(content) // 2 :] = b"\x5a" * (len(content) - len(content) // 2)
    (home / "desk.db").write_bytes(content)
    with pytest.raises(Damaged, match="backup"):
        Store.open(home)


def test_a_library_cut_short_says_how_to_get_it_again(home: Path) -> None:
    store = Store.open(home)
    store.write_now(lambda db: library.file_document(db, paper(texts=["Silt"] * 900), NOW))
    store.close()
    content = (home / "library.db").read_bytes()
    (home / "library.db").write_bytes(content[: len(content) // 2])
    with pytest.raises(Damaged, match=r"library\.db"):
        store = Store.open(home)
        try:
            read_now(store, lambda db: db.execute("SELECT * FROM passage_text").fetchall())
        finally:
            store.close()


def test_a_home_under_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unwritable, match="--home"):
        Store.open(tmp_path / "file" / "home")


def test_a_read_only_folder_is_said_to_be_one(as_ordinary_user: Path) -> None:
    home = as_ordinary_user / "home"
    home.mkdir(0o500)
    with pytest.raises(Unwritable, match="cannot be written"):
        Store.open(home)


def test_a_folder_made_read_only_later_is_said_to_be_one(as_ordinary_user: Path) -> None:
    home = as_ordinary_user / "home"
    Store.open(home).close()
    home.chmod(0o500)
    try:
        with pytest.raises(Unwritable, match="cannot be written"):
            store = Store.open(home)
            try:
                store.write_now(lambda db: keep(db, "a", "1"))
            finally:
                store.close()
    finally:
        home.chmod(0o700)


def changed_desk(monkeypatch: pytest.MonkeyPatch, *, failing: bool = False) -> None:
    """Give the app one more change of the desk, as a later version would have."""
    later = copy.deepcopy(db.migrations.desk.migrations)

    def coming(db: Database) -> None:
        db.execute("ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT 'none'")
        if failing:
            db.execute("INSERT INTO no_such_table VALUES (1)")

    later()(coming)
    monkeypatch.setattr(db.migrations.desk, "migrations", later)
    monkeypatch.setattr(db.store, "DESK", replace(DESK, version=DESK.version + 1))


def test_an_older_desk_is_copied_and_then_changed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older = Store.open(home)
    older.write_now(lambda db: desk.create_question(db, REF, NOW, text="Why?"))
    older.close()
    changed_desk(monkeypatch)

    newer = Store.open(home)
    assert [question.text for question in read_now(newer, desk.questions)] == ["Why?"]
    assert read_now(
        newer, lambda db: "colour" in {c.name for c in Database(home / "desk.db")["note"].columns}
    )
    newer.close()
    backup = home / f"desk.version-{DESK.version}.backup.db"
    assert mode(backup) == 0o600
    assert pragma(home / "desk.db", "user_version") == DESK.version + 1
    assert pragma(backup, "user_version") == DESK.version
    with closing(sqlite3.connect(backup)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert conn.execute("SELECT text FROM question").fetchall() == [("Why?",)]
    assert [path.name for path in home.iterdir() if ".part" in path.name] == []


def test_a_change_that_fails_leaves_the_desk_as_it_was(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older = Store.open(home)
    older.write_now(lambda db: desk.create_question(db, REF, NOW, text="Why?"))
    older.close()
    with monkeypatch.context() as patched:
        changed_desk(patched, failing=True)
        with pytest.raises(StoreError):
            Store.open(home)
    assert pragma(home / "desk.db", "user_version") == DESK.version
    again = Store.open(home)
    assert [question.text for question in read_now(again, desk.questions)] == ["Why?"]
    again.close()


def test_questions_of_the_first_desk_get_their_versions_and_steps(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        first = Migrations("desk")
        first()(db.migrations.desk.first)
        patched.setattr(db.migrations.desk, "migrations", first)
        patched.setattr(db.store, "DESK", replace(DESK, version=1))
        older = Store.open(home)
        columns = "committee_key, committee, item_number, item_title, addressed_to, text, state, answer"
        sql = (
            f"INSERT INTO desk.question ({columns}, answer_state, created_at, updated_at, late)"
            " VALUES ('rivers', 'Rivers', '', '', '', :text, :state, '', '',"
            " '2024-03-01T09:30:00', '2024-03-02T10:00:00', 0)"
        )
        for text, state in (("Why?", "ready"), ("", "draft")):
            older.write_now(lambda db, t=text, s=state: db.execute(sql, {"text": t, "state": s}))  # type: ignore[misc]
        older.close()
    newer = Store.open(home)
    asked, empty = read_now(newer, desk.questions)
    assert [kept.text for kept in read_now(newer, lambda db: desk.versions(db, asked.id))] == ["Why?"]
    assert [step.state for step in read_now(newer, lambda db: desk.steps(db, asked.id))] == ["draft", "ready"]
    assert read_now(newer, lambda db: desk.versions(db, empty.id)) == ()
    newer.close()


def test_a_new_home_needs_no_backup(home: Path) -> None:
    Store.open(home).close()
    assert list(home.glob("*backup*")) == []


def test_the_desk_can_be_copied_while_it_is_open(store: Store, tmp_path: Path) -> None:
    store.write_now(lambda db: desk.create_question(db, REF, NOW, text="Why?"))
    store.back_up_desk(tmp_path / "kept" / "desk.db")
    with closing(sqlite3.connect(tmp_path / "kept" / "desk.db")) as conn:
        assert conn.execute("SELECT text FROM question").fetchall() == [("Why?",)]


def test_programs_that_open_a_new_home_at_once_make_it_once(home: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from db.store import Store; from db import library\n"
        "sys.stdin.readline()\n"
        "store = Store.open(Path(sys.argv[1])); print(store.write_now(library.meetings)); store.close()"
    )
    children = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    assert [child.communicate("go\n", timeout=60) for child in children] == [("()\n", "")] * 3
    assert pragma(home / "desk.db", "user_version") == DESK.version


def test_opening_a_ready_home_imports_no_heavy_package(home: Path) -> None:
    Store.open(home).close()
    code = (
        "import sys; from pathlib import Path; from db.store import Store\n"
        "Store.open(Path(sys.argv[1])).close()\n"
        "print(sorted({'sqlite_utils', 'textual', 'dateutil', 'imports'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(home)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"
