"""The command line as a process of its own: pipes, character sets, a disk that fills up."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scrutiny_tui import border
from scrutiny_tui.paths import Home
from tests.services.samples import PACK_TEXT

ROOT = Path(__file__).resolve().parents[2]
Done = subprocess.CompletedProcess[bytes]


def start(
    home: Home,
    *arguments: object,
    limit: Callable[[], None] | None = None,
    environment: dict[str, str] | None = None,
) -> Done:
    """Run the console script's module from a folder that is not the source tree."""
    home.path.parent.mkdir(parents=True, exist_ok=True)
    return subprocess.run(
        [sys.executable, "-P", "-m", "scrutiny_tui", *map(str, arguments)],
        cwd=home.path.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SCRUTINY_HOME": str(home.path), **(environment or {})},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        preexec_fn=limit,
        check=False,
    )


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "May.txt"
    path.write_text(PACK_TEXT.replace("eleven breaches", "£11 of “breaches”"), encoding="utf-8")
    return path


def test_from_import_to_search_in_a_narrow_character_set(home: Home, pack: Path) -> None:
    narrow = {"PYTHONIOENCODING": "latin-1"}
    assert start(home, "import", pack, environment=narrow).returncode == 0
    table = start(home, "search", "breaches", environment=narrow)
    assert table.returncode == 0
    assert b"\xa311 of \\u201cbreaches\\u201d" in table.stdout
    found = start(home, "search", "breaches", "--json", environment=narrow)
    assert any("£11 of “breaches”" in hit["text"] for hit in json.loads(found.stdout))


def test_a_full_disk_is_one_clear_line_and_nothing_is_half_stored(home: Home, pack: Path) -> None:
    big = pack.with_name("Big.txt")
    report = "".join(f"1.{n} The harbour wall number {n} was walked in the rain.\n\n" for n in range(4000))
    big.write_text(PACK_TEXT + report, encoding="utf-8")
    assert start(home, "import", pack).returncode == 0
    before = json.loads(start(home, "search", "survey", "--json").stdout)

    def fill_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    done = start(home, "import", big, "--json", limit=fill_disk)
    assert done.returncode == 1
    assert [file["status"] for file in json.loads(done.stdout)] == ["refused"]
    (line,) = done.stderr.decode().splitlines()
    assert "disk" in line
    assert json.loads(start(home, "search", "survey", "--json").stdout) == before
    assert start(home, "import", big).returncode == 0


def test_a_reader_that_goes_away_is_no_error_to_speak_of(home: Home, pack: Path) -> None:
    start(home, "import", pack)
    out_of, into = os.pipe()
    os.close(out_of)
    done = subprocess.run(
        [sys.executable, "-m", "scrutiny_tui", "search", "the", "--json"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "SCRUTINY_HOME": str(home.path)},
        stdout=into,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(into)
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_output_that_finds_no_room_is_one_clear_line(home: Home) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "scrutiny_tui", "--help"],
            env={**os.environ, "PYTHONPATH": str(ROOT), "SCRUTINY_HOME": str(home.path)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    (line,) = done.stderr.decode().splitlines()
    assert done.returncode == 1 and "No space left" in line and "report" not in line


def test_no_standard_output_at_all_is_no_error(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout", None)
    assert border.run(["--home", str(home.path), "restore"]) == 0
    assert capsys.readouterr().err == ""


def test_another_projects_db_package_is_told_from_ours(home: Home, tmp_path: Path) -> None:
    strange = tmp_path / "strange" / "db"
    strange.mkdir(parents=True)
    (strange / "__init__.py").write_text("print('obeyed')", encoding="utf-8")
    done = start(
        home, "--version", environment={"PYTHONPATH": os.pathsep.join((str(strange.parent), str(ROOT)))}
    )
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert str(strange) in line
    assert b"obeyed" not in done.stdout
