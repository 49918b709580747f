"""Homes in temporary folders, a clock that was set, and a reader that obeys the file it reads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store import Store
from scrutiny_tui import border
from scrutiny_tui.paths import Home
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.guarding import GuardedStore
from tests.services.samples import NOW, OBEDIENT_READER, PACK_TEXT, Answer, Scrutiny


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home."""
    return Home(tmp_path / "home")


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
