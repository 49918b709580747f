"""Opens zip archives for an import: in a child process, into a private folder that is removed afterwards."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from imports.processes.unpacking import is_archive
from scrutiny_tui.services.child import environment_of_child, kill_child
from scrutiny_tui.services.gathering import gather
from scrutiny_tui.services.scratch import scratch_folder

_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files to import, archives opened.

    Attributes:
        files: in order; those of an archive in its place.
        refused: archives, or files in them, that cannot be read, each with one sentence.
        shown: for a file out of an archive, the place a person knows it by.
    """

    files: tuple[Path, ...]
    refused: tuple[tuple[Path, str], ...]
    shown: dict[Path, Path]


@asynccontextmanager
async def unpacked(files: Sequence[Path]) -> AsyncGenerator[Unpacked, None]:
    """Open the archives among files for as long as the block runs."""
    archives = {file for file in files if await asyncio.to_thread(is_archive, file)}
    if not archives:
        yield Unpacked(tuple(files), (), {})
        return
    with scratch_folder() as folder:
        found: list[Path] = []
        refused: list[tuple[Path, str]] = []
        shown: dict[Path, Path] = {}
        for number, file in enumerate(files):
            if file not in archives:
                found.append(file)
                continue
            place = await asyncio.to_thread(_make_folder, folder, number)
            if why := await _unpack(file, place):
                refused.append((file, why))
                continue
            inside = await asyncio.to_thread(gather, [place])
            papers = [paper for paper in inside.files if not is_archive(paper)]
            nested = [paper for paper in inside.files if paper not in papers]
            refused += [
                (
                    file / paper.relative_to(place),
                    f"{paper.name} is an archive in an archive; unpack it first.",
                )
                for paper in nested
            ]
            if not papers and not nested:
                refused.append((file, f"{file.name} holds no paper that can be read."))
            found += papers
            shown |= {paper: file / paper.relative_to(place) for paper in papers}
        yield Unpacked(tuple(found), tuple(refused), shown)


def _make_folder(inside: Path, number: int) -> Path:
    place = inside / str(number)
    place.mkdir()
    return place


async def _unpack(archive: Path, folder: Path) -> str:
    """Unpack in a child process; gives why it could not be done, or ""."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-P", "-m", "imports.processes.unpacking", str(archive), str(folder)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=environment_of_child() | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    try:
        async with asyncio.timeout(_SECONDS):
            said, _ = await child.communicate()
    except TimeoutError:
        return f"{archive.name} took too long to unpack; unpack it and import the folder."
    finally:
        kill_child(child)
        await child.wait()
    if child.returncode == 0:
        return ""
    return said.decode(errors="replace").strip()[:400] or f"{archive.name} could not be unpacked."
