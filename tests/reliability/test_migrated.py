"""Databases as every released version left them, opened by this one: every row is there."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import desk, library
from db.errors import NewerSchema
from db.schema import DESK, LIBRARY
from db.store import Store
from tests.reliability.soundness import faults_of_home

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
VERSIONS = [(desk, min(desk, LIBRARY.version - 1)) for desk in range(1, DESK.version)]
"""Every released version of the desk with one of the library: more versions of the desk were made."""
_OWN = ("_sqlite_migrations", "sqlite_sequence", "passage_fts", "tally", "followed_")

_SELECT = "SELECT {} FROM {}"

Rows = dict[str, list[tuple[object, ...]]]


def build(home: Path, desk_version: int, library_version: int) -> None:
    """A home as a version of the app left it."""
    home.mkdir()
    for name, version in (("desk", desk_version), ("library", library_version)):
        with closing(sqlite3.connect(home / f"{name}.db")) as conn:
            conn.executescript((FIXTURES / f"{name}_version_{version}.sql").read_text(encoding="utf-8"))


def rows(path: Path, columns: dict[str, list[str]] | None = None) -> tuple[Rows, dict[str, list[str]]]:
    """Every row of every table, of these columns only where given; and the columns there are."""
    with closing(sqlite3.connect(path)) as conn:
        tables = [name for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        there = {
            table: [column[1] for column in conn.execute(f"PRAGMA table_info({table})")]
            for table in tables
            if not table.startswith(_OWN)
        }
        wanted = columns or there
        found = {
            table: sorted(
                conn.execute(_SELECT.format(", ".join(f'"{name}"' for name in names), table)), key=repr
            )
            for table, names in wanted.items()
        }
    return found, there


def test_every_released_version_has_its_fixture() -> None:
    for schema in (DESK, LIBRARY):
        known = {int(path.stem.rpartition("_")[2]) for path in FIXTURES.glob(f"{schema.name}_version_*.sql")}
        assert known >= set(range(1, schema.version))


@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_every_row_of_an_older_home_is_there_after_it_is_brought_up_to_date(
    tmp_path: Path, version: tuple[int, int]
) -> None:
    home = tmp_path / "home"
    build(home, *version)
    before = {name: rows(home / f"{name}.db") for name in ("desk", "library")}
    assert all(found for found, _ in before.values())
    assert not [table for found, _ in before.values() for table, of in found.items() if not of]
    store = Store.open(home)
    assert sorted(one.id for one in store.read_now(desk.questions)) == [1, 2]
    assert len(store.read_now(library.documents)) == 2
    store.close()
    for name, (found, columns) in before.items():
        assert rows(home / f"{name}.db", columns)[0] == found
    assert faults_of_home(home) == []
    kept = home / f"desk.version-{version[0]}.backup.db"
    assert rows(kept)[0] == before["desk"][0]


@pytest.mark.parametrize("version", (VERSIONS[0], VERSIONS[-1]), ids=str)
def test_an_older_home_has_the_tables_of_a_new_one(tmp_path: Path, version: tuple[int, int]) -> None:
    build(tmp_path / "old", *version)
    for home in (tmp_path / "old", tmp_path / "new"):
        Store.open(home).close()
    for schema in (DESK, LIBRARY):
        old, new = (rows(tmp_path / home / f"{schema.name}.db")[1] for home in ("old", "new"))
        assert old == new


def test_what_papers_say_of_topics_is_kept_by_subject(tmp_path: Path) -> None:
    build(tmp_path / "home", DESK.version - 1, 4)
    store = Store.open(tmp_path / "home")
    kept = {one.subject: (one.times, one.id) for one in store.read_now(library.kept_subjects)}
    weirs, locks = kept['{"head":["weir"],"whole":["weir"]}'], kept['{"head":["lock"],"whole":["lock"]}']
    assert (weirs[0], locks[0]) == (2, 1)
    said = store.read_now(lambda db: library.kept_mentions(db, weirs[1]))
    assert [one["text"] for one in json.loads(said)] == ["Weirs", "Weir's end"]
    store.close()


def test_a_newer_home_is_refused_by_name_and_left_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    build(home, *VERSIONS[0])
    with closing(sqlite3.connect(home / "library.db")) as conn:
        conn.execute(f"PRAGMA user_version = {LIBRARY.version + 1}")
    shutil.copytree(home, tmp_path / "before")
    with pytest.raises(NewerSchema, match="newer version of Scrutiny: install that version"):
        Store.open(home)
    for name in ("desk", "library"):
        assert rows(home / f"{name}.db") == rows(tmp_path / "before" / f"{name}.db")
