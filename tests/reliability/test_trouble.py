"""Full disks, folders that cannot be written, locked files, clocks set back: one sentence, nothing half."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

import db.connection
from db import desk
from db.errors import Unwritable
from db.models.questions import MeetingRef
from db.store import Store
from tests.reliability.soundness import faults_of_home, papers, strays, texts

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
REF = MeetingRef("Rivers Scrutiny Committee", date(2026, 6, 2))
NOW = datetime(2026, 5, 1, 9)
ROOM = 600_000
"""Bytes a file may have where the disk is full beyond them."""


def no_room() -> None:
    """Let no file of this process grow beyond a bound: what a full disk does, without one."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))


def scrutiny(home: Path, *arguments: str, full: bool = False) -> subprocess.CompletedProcess[str]:
    """Run the program."""
    return subprocess.run(
        [sys.executable, "-m", "scrutiny_tui", *arguments, "--home", str(home)],
        cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=no_room if full else None,
    )  # fmt: skip


def write(home: Path, text: str) -> None:
    """Keep one question."""
    store = Store.open(home)
    store.write_now(lambda db: desk.create_question(db, REF, NOW, text=text))
    store.close()


def a_pack(folder: Path, name: str = "pack.txt", words: str = "") -> Path:
    """A pack of text."""
    folder.mkdir(exist_ok=True)
    (source,) = (ROOT / "scrutiny_tui/demo/packs").glob("*.txt")
    (folder / name).write_text(source.read_text(encoding="utf-8") + words, encoding="utf-8")
    return folder / name


def is_one_sentence(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """The command failed, said so on one line, and named what is wrong."""
    said = done.stderr.strip().splitlines()
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert len(said) == 1 and said[0].startswith("scrutiny: ")
    assert all(word in said[0] for word in words), said


def test_a_question_too_much_for_the_disk_is_refused_whole(tmp_path: Path) -> None:
    home = tmp_path / "home"
    write(home, "kept")
    code = (
        "import sys; from pathlib import Path\nfrom tests.reliability.test_trouble import no_room, write\n"
        "from db.errors import Unwritable\nno_room()\n"
        "try:\n    write(Path(sys.argv[1]), 'x' * 900_000)\nexcept Unwritable as error:\n    print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(home)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "disk" in done.stdout and len(done.stdout.splitlines()) == 1
    assert texts(home / "desk.db") == ["kept"] and faults_of_home(home) == []


def test_exports_and_copies_too_much_for_the_disk_leave_the_old_ones_and_nothing_else(tmp_path: Path) -> None:
    home = tmp_path / "home"
    write(home, "x" * 900_000)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "q.md").write_text("old")
    is_one_sentence(scrutiny(home, "questions", "--export", f"{tmp_path}/out/q.md", full=True), "q.md")
    is_one_sentence(scrutiny(home, "backup", f"{tmp_path}/out", full=True), "disk")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["q.md"]
    assert (tmp_path / "out" / "q.md").read_text() == "old"
    assert strays(home) == [] and faults_of_home(home) == []


def test_a_pack_too_much_for_the_disk_is_not_there_at_all(tmp_path: Path) -> None:
    home = tmp_path / "home"
    lines = "\n".join(f"{n} The Board noted item {n} of the long list of weirs." for n in range(5_000))
    pack = a_pack(tmp_path / "packs", words="\n" + lines)
    Store.open(home).close()
    done = scrutiny(home, "import", str(pack), full=True)
    assert done.returncode == 1 and "Traceback" not in done.stderr and "disk" in done.stderr
    assert papers(home) == {} and faults_of_home(home) == [] and strays(home) == []


@pytest.fixture
def closed_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder nobody can write in, not even root: a file is in its place's way."""
    (tmp_path / "file").write_text("")
    yield tmp_path / "file"


def test_where_nothing_can_be_written_each_command_says_so_once(tmp_path: Path, closed_folder: Path) -> None:
    home = tmp_path / "home"
    write(home, "Why?")
    is_one_sentence(scrutiny(closed_folder / "home", "questions"), "cannot be written", "--home")
    is_one_sentence(scrutiny(home, "backup", str(closed_folder / "x")), "cannot be written")
    is_one_sentence(scrutiny(home, "questions", "--export", str(closed_folder / "q.md")), "q.md")
    assert texts(home / "desk.db") == ["Why?"]


def test_a_database_another_program_holds_is_said_to_be_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    write(home, "Why?")
    monkeypatch.setattr(db.connection, "BUSY_MILLISECONDS", 50)
    store = Store.open(home)
    with closing(sqlite3.connect(home / "desk.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert [one.text for one in store.read_now(desk.questions)] == ["Why?"]
        with pytest.raises(Unwritable, match="in use by another program: wait"):
            store.write_now(lambda db: desk.create_question(db, REF, NOW, text="When?"))
        other.execute("ROLLBACK")
    store.write_now(lambda db: desk.create_question(db, REF, NOW, text="When?"))
    store.close()
    assert texts(home / "desk.db") == ["Why?", "When?"]


def test_a_clock_set_back_loses_nothing(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "home")
    made = store.write_now(lambda db: desk.create_question(db, REF, NOW, text=""))
    for moment, text in ((NOW, "a"), (NOW.replace(year=2019), "ab"), (NOW.replace(year=1999), "abc")):
        store.write_now(lambda db, at=moment, t=text: desk.save_text(db, made.id, t, at))  # type: ignore[misc]
        assert store.read_now(lambda db: desk.question(db, made.id)).text == text
    store.close()


ODD = ("with blank", "ünï ☂ 委", "per%cent?#x", "quo'te\"s", "-dash", "new\nline", "[/]", "$HOME;x")


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_a_home_may_have_any_name(tmp_path: Path, name: str) -> None:
    home = tmp_path / name
    write(home, "Why?")
    store = Store.open(home)
    store.back_up_desk(home / "backups" / "copy.db")
    store.close()
    from db.upkeep import put_back

    put_back(home / "backups" / "copy.db", home / "desk.db", home / "backups", NOW)
    assert texts(home / "desk.db") == texts(home / "backups" / "copy.db") == ["Why?"]
    assert faults_of_home(home) == [] and strays(home) == []


def test_imports_and_writers_on_one_home_at_once_keep_everything(tmp_path: Path) -> None:
    home, pack = tmp_path / "home", a_pack(tmp_path / "packs")
    code = (
        "import sys; from pathlib import Path\nfrom tests.reliability.test_trouble import write\n"
        "for n in range(5): write(Path(sys.argv[1]), f'{sys.argv[2]} {n}')"
    )
    begun = [
        subprocess.Popen([sys.executable, "-c", code, str(home), name], cwd=ROOT) for name in ("one", "two")
    ]
    begun += [
        subprocess.Popen(
            [sys.executable, "-m", "scrutiny_tui", "import", str(pack), "--home", str(home)],
            cwd=ROOT, stdout=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]  # fmt: skip
    assert [child.wait(120) for child in begun] == [0, 0, 0, 0]
    assert sorted(texts(home / "desk.db")) == sorted(f"{of} {n}" for of in ("one", "two") for n in range(5))
    assert len(papers(home)) == 1 and faults_of_home(home) == [] and strays(home) == []


def test_everything_written_is_its_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        home = tmp_path / "new" / "deep" / "home"
        assert scrutiny(home, "demo", "--no-app").returncode == 0
        write(home / "demo", "Why?")
        for target in ("exports/q.md", "deeper/still/q.docx", "q.csv"):
            done = scrutiny(home / "demo", "questions", "--export", str(home / "demo" / target))
            assert done.returncode == 0, done.stderr
        assert scrutiny(home / "demo", "backup").returncode == 0
        copy = next((home / "demo" / "backups").glob("*.db"))
        shutil.copy(copy, tmp_path / "copy.db")
        (home / "demo" / "desk.db").unlink()
        assert scrutiny(home / "demo", "restore", str(tmp_path / "copy.db"), "--yes").returncode == 0
    finally:
        os.umask(before)
    everything = [tmp_path / "new", *(tmp_path / "new").rglob("*")]
    wrong = {
        str(path): oct(path.stat().st_mode & 0o777) for path in everything if path.stat().st_mode & 0o077
    }
    assert wrong == {}
    assert (home / "demo" / "desk.db").exists()
