"""The unpacking process: writes an archive's papers to a folder.

It is `python -P -m imports.processes.unpacking ARCHIVE FOLDER`. An archive comes from anywhere: how many
files it has, how large they are and where they want to lie is counted while they are written, never
believed. It answers one line, "ok" or why not.
"""

from __future__ import annotations

import errno
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from imports.errors import Refused
from imports.processes.bounds import bound_this_process

MOST_FILES = 500
LARGEST_FILE = 256 * 1024 * 1024
LARGEST_ALL = 1024 * 1024 * 1024
LONGEST_NAME = 240
MOST_TIMES = 200
"""How many times larger than packed all of it may get, beyond the first few megabytes."""
_FREE = 64 * 1024 * 1024
_STEP = 1 << 20
BROKEN = (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError, struct.error, zlib.error)
"""What `zipfile` raises on a damaged archive, which is more than it says."""
_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/container.xml")


def is_archive(path: Path) -> bool:
    """Whether a file is a zip of files, and not a document that happens to be packed so."""
    try:
        with path.open("rb") as file:
            if file.read(4) != b"PK\x03\x04":
                return False
        with zipfile.ZipFile(path) as packed:
            return not any(name in _OFFICE for name in packed.namelist())
    except BROKEN:
        return False


def unpack(archive: Path, folder: Path) -> None:
    """Write an archive's files below a folder.

    Raises:
        Refused: it is broken, locked, or holds more or larger files than the papers of a meeting.
    """
    name = archive.name
    written = 0
    most = _FREE + MOST_TIMES * archive.stat().st_size
    try:
        with zipfile.ZipFile(archive) as packed:
            for part, inside in _papers(packed, name):
                target = folder.joinpath(*inside.parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                size = 0
                with packed.open(part) as source, target.open("xb") as file:
                    while piece := source.read(_STEP):
                        size += len(piece)
                        written += len(piece)
                        if size > LARGEST_FILE or written > min(most, LARGEST_ALL):
                            raise Refused(
                                "too-large", f"{name} unpacks to more than a meeting's papers hold."
                            )
                        file.write(piece)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, struct.error, zlib.error) as error:
        raise Refused("unreadable", f"{name} is no whole archive; download it again.") from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place before the file's beginning
            raise
        raise Refused("unreadable", f"{name} is no whole archive; download it again.") from error
    except RuntimeError as error:
        raise Refused("encrypted", f"{name} needs a password; unpack it and import the folder.") from error


def _papers(packed: zipfile.ZipFile, name: str) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """The files worth unpacking, each with its place: none outside the folder, none hidden, no links."""
    parts = [part for part in packed.infolist() if not part.is_dir()]
    if len(parts) > MOST_FILES:
        raise Refused("too-large", f"{name} holds more than {MOST_FILES} files; unpack it and import some.")
    seen: set[str] = set()
    for part in parts:
        inside = PurePosixPath(part.filename.replace("\\", "/"))
        steps = inside.parts
        if inside.is_absolute() or ".." in steps or "\0" in part.filename or part.filename[1:2] == ":":
            raise Refused(
                "unreadable", f"{name} holds a file that wants to lie elsewhere; it was not opened."
            )
        linked = (part.external_attr >> 16) & 0o170000 == 0o120000
        key = str(inside).casefold()
        if not steps or linked or key in seen or any(step.startswith((".", "__MACOSX")) for step in steps):
            continue
        seen.add(key)
        yield part, PurePosixPath(*map(_fit, steps))


def _fit(step: str) -> str:
    """A name that any file system takes: without a colon, and no longer than it allows."""
    step = step.replace(":", "-")
    if len(step.encode(errors="replace")) <= LONGEST_NAME:
        return step
    return f"{step[:40]} {zlib.crc32(step.encode(errors='replace')):08x}{PurePosixPath(step).suffix[:12]}"


def main(arguments: Sequence[str]) -> int:
    """Unpack as asked; 1 where it was refused, 2 on wrong usage."""
    if len(arguments) != 2:
        print("usage: python -P -m imports.processes.unpacking ARCHIVE FOLDER", file=sys.stderr)
        return 2
    archive, folder = map(Path, arguments)
    bound_this_process(sys.stdout.buffer, may_write=True)
    try:
        unpack(archive, folder)
    except Refused as refused:
        print(refused.text)
        return 1
    except OSError as error:
        print(f"{archive.name} could not be unpacked ({error.strerror}); free some space and try again.")
        return 1
    print("ok")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
