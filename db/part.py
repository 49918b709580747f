"""Files written beside their target and put in its place whole; what a killed program left of them goes."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.connection import make_folder

_TAIL = ".scrutiny.part"
"""Ours alone: in a folder that is the member's own nothing else is touched."""
_NAME = 60
"""Characters of the target's name in that of its part: a name may be as long as the system allows."""


@contextmanager
def part_of(target: Path) -> Iterator[Path]:
    """Give a private file to write to, which takes the target's place when the block ends well.

    It is held for as long as the block runs, so that another program does not take it for left over.

    Raises:
        OSError: it cannot be made, or cannot take the target's place.
    """
    folder = target.parent
    make_folder(folder)
    sweep_parts(folder)
    handle, name = tempfile.mkstemp(dir=folder, prefix=f".{target.name[:_NAME]}.", suffix=_TAIL)
    part = Path(name)
    if sys.platform == "win32":  # there an open file cannot be renamed
        os.close(handle)
        handle = -1
    try:
        hold(handle)
        yield part
        part.replace(target)
    except BaseException:
        for tail in ("", "-journal", "-wal", "-shm"):
            Path(name + tail).unlink(missing_ok=True)
        raise
    finally:
        if handle >= 0:
            os.close(handle)


def sweep_parts(folder: Path) -> None:
    """Remove from a folder the parts of ours that no program holds."""
    with suppress(OSError):
        for path in list(folder.iterdir()):
            if path.name.startswith(".") and path.name.endswith(_TAIL) and is_left_over(path):
                for tail in ("", "-journal", "-wal", "-shm"):
                    Path(f"{path}{tail}").unlink(missing_ok=True)


def hold(handle: int) -> None:
    """Hold a file or folder for as long as the handle is open; a program that is killed holds nothing."""
    if sys.platform != "win32":
        import fcntl

        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_left_over(path: Path) -> bool:
    """Whether no program holds a file or folder of ours any more (where that can be told)."""
    if sys.platform == "win32":
        return path.is_file()  # there an open file cannot be removed
    import fcntl

    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.fstat(handle).st_uid == os.geteuid()
    except OSError:
        return False
    finally:
        os.close(handle)
