"""A disk that is really full, or really cannot be written: a small one of our own, mounted for the test."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.errors import Unwritable
from tests.reliability.soundness import faults_of_home, papers, strays, texts
from tests.reliability.test_trouble import a_pack, is_one_sentence, scrutiny, write

pytestmark = pytest.mark.slow


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes; skipped where none may be mounted."""
    if not sys.platform.startswith("linux") or os.geteuid() or shutil.which("mount") is None:
        pytest.skip("mount: only root on Linux can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("mount: a small disk cannot be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill_up(disk: Path) -> None:
    """Leave no room at all."""
    with (disk / "ballast").open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            pass


def test_on_a_full_disk_everything_says_so_once_and_what_was_kept_stays(disk: Path, tmp_path: Path) -> None:
    home = disk / "home"
    write(home, "Why?")
    pack = a_pack(tmp_path / "packs", words="\n" + "\n".join(f"{n} Weir {n} was noted." for n in range(9000)))
    fill_up(disk)
    done = scrutiny(home, "import", str(pack))
    assert done.returncode == 1 and "Traceback" not in done.stderr and "disk" in done.stderr
    is_one_sentence(scrutiny(home, "backup", str(disk)), "disk")
    is_one_sentence(scrutiny(home, "questions", "--export", str(disk / "q.docx")), "disk")
    is_one_sentence(scrutiny(home, "restore", str(home / "desk.db"), "--yes"), "disk")
    with pytest.raises(Unwritable, match="disk"):
        write(home, "x" * 500_000)
    (disk / "ballast").unlink()
    write(home, "When?")
    assert texts(home / "desk.db") == ["Why?", "When?"]
    assert papers(home) == {} and faults_of_home(home) == [] and strays(home) == []
    assert sorted(path.name for path in disk.iterdir()) == ["home"]


def test_a_home_that_can_only_be_read_is_named_and_left_alone(disk: Path, tmp_path: Path) -> None:
    home = disk / "home"
    write(home, "Why?")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    before = {path.name: path.stat().st_mtime_ns for path in home.iterdir()}
    for arguments in (("questions",), ("import", str(a_pack(tmp_path / "packs"))), ("backup", str(disk))):
        is_one_sentence(scrutiny(home, *arguments), "cannot be written")
    assert {path.name: path.stat().st_mtime_ns for path in home.iterdir()} == before
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    assert texts(home / "desk.db") == ["Why?"]
