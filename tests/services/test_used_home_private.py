"""A home that was used for everything: all of it, and all that was written from it, is its owner's alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from scrutiny_tui.paths import Home
from tests.services.samples import Scrutiny, with_question

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the platform has no such permissions")


@pytest.fixture
def open_handed() -> Iterator[None]:
    """A mask that takes nothing away, so that what is private is so by our own doing."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_every_file_is_private_and_every_folder(
    scrutiny: Scrutiny, home: Home, pack: Path, tmp_path: Path, open_handed: None
) -> None:
    written = tmp_path / "written"
    written.mkdir(mode=0o700)
    assert scrutiny("import", pack).status == 0
    with_question(home, "Why are there eleven breaches?")
    for suffix in (".md", ".docx", ".eml", ".csv"):
        assert scrutiny("questions", "--export", written / f"q{suffix}").status == 0
    assert scrutiny("questions", "--export", written / "each.md", "--each").status == 0
    assert scrutiny("deadlines", "--ics", written / "d.ics").status == 0
    assert scrutiny("backup").status == scrutiny("backup", written).status == 0
    for form in ("md", "docx", "pdf"):
        assert scrutiny("brief", "2031-05-22", "--out", written / f"b.{form}").status == 0
    assert scrutiny("brief", "2031-05-22", "--form", "docx").status == 0
    assert scrutiny("doctor").status == 0
    made = [*written.rglob("*"), home.path, *home.path.rglob("*")]
    assert len(made) > 16
    wrong = {
        str(path): oct(stat.S_IMODE(path.lstat().st_mode))
        for path in made
        if stat.S_IMODE(path.lstat().st_mode) != (0o700 if path.is_dir() else 0o600)
    }
    assert wrong == {}
