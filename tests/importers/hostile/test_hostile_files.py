"""Every hostile file ends in time, in its own process: with what could be read, or one clear sentence."""

from __future__ import annotations

import asyncio
import resource
from contextlib import aclosing
from pathlib import Path

import pytest

from scrutiny_tui.services.child import Bounds, Parsed, parse
from scrutiny_tui.services.errors import ImportFailed
from tests.importers.hostile import other_files, pdf_files

pytestmark = pytest.mark.slow

BOUNDS = Bounds(silence=240, overall=240, per_megabyte=1)
"""Far beyond the app's: on a machine however busy, the child's own processor time is what must suffice."""


async def take(path: Path) -> Parsed | ImportFailed:
    try:
        async with aclosing(parse(path, BOUNDS)) as steps:
            async for step in steps:
                if isinstance(step, Parsed):
                    return step
    except ImportFailed as error:
        return error
    raise AssertionError("neither an answer nor a reason")


def check_reason(reason: ImportFailed, name: str) -> None:
    text = str(reason)
    assert "took too long" not in text and "took longer" not in text, "only a bound of time ended it"
    other_files.check_sentence(text, name)


@pytest.mark.parametrize("name", pdf_files.FILES)
def test_a_hostile_pdf_ends_in_time_and_words(tmp_path: Path, name: str) -> None:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(pdf_files.FILES[name](tmp_path))
    got = asyncio.run(take(path))
    assert not (tmp_path / "it ran").exists()
    if isinstance(got, ImportFailed):
        assert name in pdf_files.LOST, str(got)
        check_reason(got, "hostile.pdf")
        return
    assert [item.title for item in got.pack.agenda][:2] == [
        "Apologies for absence",
        "Bus Shelters in Lower Wend",
    ]
    unread = [warning.page for warning in got.pack.warnings if warning.code == "page-unread"]
    if name in pdf_files.FAILED:
        assert unread == [2]


@pytest.mark.parametrize("name", other_files.FILES)
def test_any_other_hostile_file_ends_in_time_and_words(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(other_files.FILES[name]())
    got = asyncio.run(take(path))
    if isinstance(got, ImportFailed):
        check_reason(got, name)
    else:
        said = " ".join(block.text for page in got.pages for block in page.blocks)
        assert "Apologies" in said
        assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in said)
        assert "root:" not in said and "ha" * 50 not in said


def test_no_child_needed_more_memory_than_its_bound() -> None:
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert most < 800 * 1024  # kilobytes, of the largest child any test of this process had
