from __future__ import annotations

import io
import json
import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from db import desk
from db.errors import Damaged, NewerSchema, StoreError, Unwritable
from db.models.questions import MeetingRef
from db.schema import DESK
from db.upkeep import keep_copy, put_back
from scrutiny_tui.paths import Home
from scrutiny_tui.services.guarding import GuardedStore
from scrutiny_tui.services.upkeep import look_over
from tests.services.samples import MEETING, NOW, Scrutiny

REF = MeetingRef("Moorland and Coast Scrutiny Committee", MEETING)


def write_question(home: Home, text: str) -> None:
    store = GuardedStore.open(home.path)
    store.write_now(lambda db: desk.create_question(db, REF, NOW, text=text))
    store.close()


def questions(home: Home) -> list[str]:
    store = GuardedStore.open(home.path)
    found = [question.text for question in store.read_now(desk.questions)]
    store.close()
    return sorted(found)


# --- copies ---------------------------------------------------------------------------------------


def test_a_copy_is_kept_at_a_start_when_something_was_written_since(home: Home) -> None:
    write_question(home, "Why?")
    first = keep_copy(home.desk, home.backups, NOW)
    assert first is not None and first.stat().st_mode & 0o777 == 0o600
    assert keep_copy(home.desk, home.backups, NOW + timedelta(minutes=10)) is None  # too soon
    later = NOW + timedelta(hours=3)
    os.utime(home.desk, (0, 0))
    assert keep_copy(home.desk, home.backups, later) is None  # nothing new
    write_question(home, "When?")
    assert keep_copy(home.desk, home.backups, later) is not None


def test_a_clock_set_back_does_not_keep_copies_from_being_made(home: Home) -> None:
    write_question(home, "Why?")
    assert keep_copy(home.desk, home.backups, NOW)
    write_question(home, "When?")
    assert keep_copy(home.desk, home.backups, NOW - timedelta(days=400))


def test_old_copies_go_but_the_last_of_each_day_stays_a_while(home: Home) -> None:
    write_question(home, "Why?")
    for hour in range(0, 24 * 30, 6):
        os.utime(home.desk, None)
        keep_copy(home.desk, home.backups, NOW + timedelta(hours=hour))
        for copy in home.backups.iterdir():
            os.utime(copy, (0, 0))
    made = sorted(home.backups.iterdir())
    assert len(made) <= 14 + 3
    assert made[-1].name.startswith("desk at start 2031-06-1")


def test_a_copy_that_another_program_just_took_away_is_no_crash(home: Home) -> None:
    write_question(home, "Why?")
    home.backups.mkdir()
    (home.backups / "desk at start 2031-05-01 09.00.00.db").symlink_to(home.path / "gone.db")
    with pytest.raises(StoreError, match="backups"):
        keep_copy(home.desk, home.backups, NOW)


def test_a_copy_put_back_brings_the_words_back_and_keeps_what_was_there(home: Home) -> None:
    write_question(home, "Why?")
    copy = keep_copy(home.desk, home.backups, NOW)
    assert copy is not None
    write_question(home, "When?")
    kept = put_back(copy, home.desk, home.backups, NOW)
    assert kept and questions(home) == ["Why?"]
    put_back(kept, home.desk, home.backups, NOW + timedelta(minutes=1))
    assert questions(home) == ["When?", "Why?"]


def test_a_copy_of_an_older_version_is_brought_up_to_this_one(home: Home, tmp_path: Path) -> None:
    write_question(home, "Why?")
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old)) as conn:
        conn.execute(f"PRAGMA application_id = {DESK.application_id}")
    put_back(old, home.desk, home.backups, NOW)
    assert questions(home) == []


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", Damaged), (b"words", Damaged), (b"SQLite format 3\0" + bytes(200), Damaged), (None, StoreError)],
)
def test_what_is_no_copy_is_refused_and_the_desk_left_as_it_was(
    home: Home, tmp_path: Path, content: bytes | None, error: type[StoreError]
) -> None:
    write_question(home, "Why?")
    copy = tmp_path / "copy.db"
    if content is not None:
        copy.write_bytes(content)
    with pytest.raises(error):
        put_back(copy, home.desk, home.backups, NOW)
    assert questions(home) == ["Why?"]


def test_a_copy_of_a_newer_version_is_refused(home: Home) -> None:
    write_question(home, "Why?")
    copy = keep_copy(home.desk, home.backups, NOW)
    assert copy is not None
    with closing(sqlite3.connect(copy)) as conn:
        conn.execute(f"PRAGMA user_version = {DESK.version + 1}")
    with pytest.raises(NewerSchema):
        put_back(copy, home.desk, home.backups, NOW)
    assert questions(home) == ["Why?"]


def test_nothing_is_put_back_under_a_program_that_is_writing(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.connection.BUSY_MILLISECONDS", 50)
    write_question(home, "Why?")
    copy = keep_copy(home.desk, home.backups, NOW)
    assert copy is not None
    with closing(sqlite3.connect(home.desk, isolation_level=None)) as busy:
        busy.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unwritable, match="in use"):
            put_back(copy, home.desk, home.backups, NOW)


# --- the doctor -----------------------------------------------------------------------------------


def test_a_home_in_order_is_said_to_be(scrutiny: Scrutiny, pack: Path) -> None:
    scrutiny("import", pack)
    answer = scrutiny("doctor")
    assert (answer.status, answer.out) == (0, "Everything is in order.\n")


def test_originals_gone_or_changed_are_told_but_are_no_damage(scrutiny: Scrutiny, pack: Path) -> None:
    scrutiny("import", pack)
    pack.write_text(pack.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert json.loads(scrutiny("doctor", "--json").out)[0]["code"] == "original-changed"
    pack.unlink()
    answer = scrutiny("doctor", "--json")
    assert answer.status == 0
    assert [(one["code"], one["serious"]) for one in json.loads(answer.out)] == [("original-missing", False)]


def test_an_index_that_lost_a_passage_is_found(scrutiny: Scrutiny, pack: Path, home: Home) -> None:
    scrutiny("import", pack)
    with closing(sqlite3.connect(home.library)) as conn, conn:
        conn.execute("DROP TRIGGER passage_text_removed")
        conn.execute("DELETE FROM passage_text WHERE id = (SELECT max(id) FROM passage_text)")
    answer = scrutiny("doctor", "--json")
    assert answer.status == 1
    assert all(one["serious"] for one in json.loads(answer.out))
    assert len(json.loads(answer.out)) >= 2


def test_damage_is_told_even_where_nothing_opens_any_more(scrutiny: Scrutiny, pack: Path, home: Home) -> None:
    scrutiny("import", pack)
    home.library.write_bytes(b"no database at all" * 1000)
    answer = scrutiny("doctor", "--json")
    assert answer.status == 1 and json.loads(answer.out)[0]["code"] == "damaged"
    assert [one.code for one in look_over(home.path, None)] == ["damaged"]


def test_a_home_that_is_a_file_is_not_in_order(scrutiny: Scrutiny, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    answer = scrutiny("doctor", "--home", tmp_path / "taken", "--json")
    assert answer.status == 1 and json.loads(answer.out)[0]["code"] == "cannot-be-opened"


def test_the_library_is_made_afresh_and_the_desk_left_alone(
    scrutiny: Scrutiny, pack: Path, home: Home
) -> None:
    scrutiny("import", pack)
    write_question(home, "Why?")
    before = json.loads(scrutiny("search", "promenade", "--json").out)
    answer = scrutiny("doctor", "--rebuild", "--yes")
    assert answer.status == 0
    after = json.loads(scrutiny("search", "promenade", "--json").out)
    assert [hit["text"] for hit in after] == [hit["text"] for hit in before] != []
    assert questions(home) == ["Why?"]
    assert list(home.path.glob("library set aside *.db"))


def test_a_damaged_library_is_made_afresh_from_the_folders_named(
    scrutiny: Scrutiny, pack: Path, home: Home
) -> None:
    scrutiny("import", pack)
    home.library.write_bytes(b"no database at all" * 1000)
    refused = scrutiny("doctor", "--rebuild", "--yes")
    assert refused.status == 1 and "name the folders" in refused.err
    assert scrutiny("doctor", "--rebuild", "--yes", pack.parent).status == 0
    assert json.loads(scrutiny("search", "promenade", "--json").out)


def test_a_rebuild_for_scripts_prints_one_document_and_tells_what_was_lost(
    scrutiny: Scrutiny, pack: Path
) -> None:
    scrutiny("import", pack)
    pack.write_text("Take two eggs and some flour.\n" * 9, encoding="utf-8")
    answer = scrutiny("doctor", "--rebuild", "--yes", "--json")
    assert [one["code"] for one in json.loads(answer.out)] == ["original-changed"]
    assert answer.status == 1 and f"{pack.name} holds no agenda" in answer.err


# --- the commands ---------------------------------------------------------------------------------


def test_a_copy_is_put_back_where_no_desk_is_left(scrutiny: Scrutiny, home: Home, tmp_path: Path) -> None:
    write_question(home, "Why?")
    copy = Path(scrutiny("backup", tmp_path / "away").out.strip())
    home.desk.unlink()
    answer = scrutiny("restore", copy, "--yes")
    assert (answer.status, answer.err) == (0, "")
    assert questions(home) == ["Why?"]


def test_copies_that_cannot_be_listed_are_one_clear_line(scrutiny: Scrutiny, home: Home) -> None:
    home.backups.mkdir(parents=True)
    (home.backups / "mine.db").symlink_to(home.path / "gone.db")
    answer = scrutiny("restore")
    assert answer.status == 1 and "report" not in answer.err and str(home.backups) in answer.err


@pytest.mark.parametrize("command", [("restore", "{copy}"), ("doctor", "--rebuild", "--json")])
def test_where_nobody_answers_nothing_is_done_and_that_is_said(
    scrutiny: Scrutiny, home: Home, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_question(home, "Why?")
    copy = scrutiny("backup").out.strip()
    monkeypatch.setattr("sys.stdin", io.StringIO())
    answer = scrutiny(*(word.format(copy=copy) for word in command))
    assert answer.status == 1 and "--yes" in answer.err
    assert answer.out == ("" if command[0] == "restore" else "[]\n")


def test_copies_are_listed_and_one_put_back(scrutiny: Scrutiny, home: Home) -> None:
    write_question(home, "Why?")
    made = scrutiny("backup").out.strip()
    write_question(home, "When?")
    assert made in scrutiny("restore").out.splitlines()
    answer = scrutiny("restore", made, "--yes")
    assert answer.status == 0 and "is kept in" in answer.err
    assert questions(home) == ["Why?"]
