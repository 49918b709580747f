"""Private folders for what is there only for a while; what a killed program left of them goes."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.part import hold, is_left_over, sweep_parts

_PREFIX = "scrutiny-scratch-"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a folder only its owner can enter, for as long as the block runs.

    Raises:
        OSError: it cannot be made.
    """
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        handle = -1 if sys.platform == "win32" else os.open(name, os.O_RDONLY)
        try:
            if handle >= 0:
                hold(handle)
            yield Path(name)
        finally:
            if handle >= 0:
                os.close(handle)


def sweep(*folders: Path) -> None:
    """Remove what programs that were killed left in these folders and in the system's for such things.

    What a running program holds stays; what cannot be removed does no harm.
    """
    for folder in folders:
        sweep_parts(folder)
    if sys.platform == "win32":  # whether a folder is in use cannot be told there; the system clears it
        return
    with suppress(OSError):
        for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
            if path.is_dir() and is_left_over(path):
                shutil.rmtree(path, ignore_errors=True)
