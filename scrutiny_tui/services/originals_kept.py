"""Copies of originals that lie nowhere else: fetched from a council's site, or out of an archive.

A paper opens from its original: its pages as they look, the file in a viewer, a library built anew.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from time import time

from db.part import part_of

_LETTERS = 16
_ON_ITS_WAY = 3600
"""Seconds from the copying of a file to the filing of what it says, at the very most."""


def keep_original(folder: Path, file: Path, origin: str) -> Path:
    """Copy a file that will be gone soon into a folder of the home, readable by its owner only.

    Args:
        folder: where such copies are kept.
        file: where it lies now.
        origin: where it came from: its address, or its place in an archive; what comes from there later
            takes the copy's place.

    Returns:
        Where the copy is; the file itself where none could be made: its words can be read all the same.
    """
    place = folder / hashlib.sha256(origin.encode(errors="replace")).hexdigest()[:_LETTERS] / file.name
    try:
        with part_of(place) as part:
            shutil.copyfile(file, part)
    except OSError:
        return file
    return place


def drop_strays(folder: Path, in_use: Collection[Path]) -> None:
    """Remove the copies no paper opens from any more; one made just now may still be on its way in."""
    for path in folder.glob("*/*"):
        with suppress(OSError):
            if path not in in_use and time() - path.stat().st_mtime > _ON_ITS_WAY:
                drop_original(folder, path)


def drop_original(folder: Path, path: Path) -> None:
    """Remove a copy that was kept; what is none of ours is never touched."""
    if folder in path.parents:
        with suppress(OSError):
            path.unlink()
            path.parent.rmdir()
