"""Homes in temporary folders, a clock that was set, and a reader that obeys the file it reads."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store import Store
from scrutiny_tui import border
from scrutiny_tui.demo import PACKS
from scrutiny_tui.paths import Home
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.guarding import GuardedStore
from tests.services.samples import NOW, OBEDIENT_READER, PACK_TEXT, Answer, Scrutiny

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home."""
    return Home(tmp_path / "home")


@pytest.fixture(scope="session")
def imported_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home into which all of the demo was imported, once for every worker, and what was printed then.

    It is for copying: `shutil.copytree(imported_demo / "home", …)`; `imported_demo / "printed.json"`.
    """
    base = tmp_path_factory.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "imported demo"
    place.mkdir(exist_ok=True)
    printed = place / "printed.json"
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not printed.exists():
            done = subprocess.run(
                [sys.executable, "-P", "-m", "scrutiny_tui", "import", str(PACKS), "--json"],
                env=os.environ | {"PYTHONPATH": str(ROOT), "SCRUTINY_HOME": str(place / "home")},
                capture_output=True,
                check=False,
            )
            assert (done.returncode, done.stderr) == (0, b"")
            printed.write_bytes(done.stdout)
    return place


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    """The stores of the home."""
    opened = GuardedStore.open(home.path)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    """Three days before the meeting."""
    return Clock(NOW)


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a reading module that obeys the file it reads."""
    folder = tmp_path / "reader"
    folder.mkdir()
    (folder / "obedient_reader.py").write_text(OBEDIENT_READER, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder) + os.pathsep + os.environ.get("PYTHONPATH", ""))
    return "obedient_reader"


@pytest.fixture
def scrutiny(home: Home, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Scrutiny:
    """Runs commands in the home."""
    monkeypatch.setenv("SCRUTINY_HOME", str(home.path))
    monkeypatch.setenv("SCRUTINY_TODAY", "2031-05-19T09:12")

    def run(*arguments: object) -> Answer:
        status = border.run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return Answer(status, out, err)

    return run


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "May pack.txt"
    path.write_text(PACK_TEXT, encoding="utf-8")
    return path
