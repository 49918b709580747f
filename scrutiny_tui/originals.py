"""Opening an original file in the system's own viewer, or saying where it lies."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


class NotOpened(Exception):
    """The original could not be opened; the text says why and where it lies."""


def open_original(path: Path) -> None:
    """Open a file in the system's viewer, without waiting for it.

    Raises:
        NotOpened: the file is gone, or there is no viewer or no display here.
    """
    if not _lies_there(path):
        raise NotOpened(
            f"The original is no longer at {path}. Its text is still here; import it again to open it."
        )
    if sys.platform == "win32":
        os.startfile(path)
        return
    command = _viewer()
    if command is None:
        raise NotOpened(f"No viewer can be opened from this terminal. The original is at {path}")
    try:
        subprocess.Popen(
            [command, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise NotOpened(f"{command} did not start ({error.strerror}). The original is at {path}") from error


def _lies_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _viewer() -> str | None:
    if sys.platform == "darwin":
        return "open"
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return None
    return shutil.which("xdg-open")
