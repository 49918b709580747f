"""Where a person's files lie."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from scrutiny_tui import border
from scrutiny_tui.paths import Home, find_home


def test_the_option_counts_over_the_environment_and_that_over_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCRUTINY_HOME", str(tmp_path / "env"))
    assert find_home(str(tmp_path / "option")) == Home(tmp_path / "option")
    assert find_home(None) == Home(tmp_path / "env")
    monkeypatch.delenv("SCRUTINY_HOME")
    assert find_home(None) == Home(platformdirs.user_data_path("scrutiny", appauthor=False))


def test_a_home_may_be_written_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert find_home("~/papers") == Home(tmp_path / "papers")
    assert find_home("papers") == Home(tmp_path / "papers")


@pytest.mark.parametrize("name", ["~nobody-of-this-name/packs", "packs"])
def test_a_home_that_can_be_nowhere_is_one_clear_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (gone := tmp_path / "gone").mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert border.run(["--home", name, "today"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert name in line and "report" not in line


def test_everything_lies_inside_and_the_demo_apart(tmp_path: Path) -> None:
    home = Home(tmp_path)
    inside = [home.library, home.desk, home.settings, home.exports, home.backups, home.log, home.demo.path]
    assert {path.parent for path in inside} == {tmp_path}
    assert len(set(inside)) == len(inside)
    assert home.demo.library != home.library
