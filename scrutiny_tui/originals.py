"""Opening an original file in the system's own viewer, or saying where it lies."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path


class NotOpened(Exception):
    """The original could not be opened; the text says why and where it lies."""


def open_original(path: Path, page: int = 1) -> bool:
    """Open a file in the system's viewer, without waiting for it.

    Args:
        path: the file.
        page: of the file, where the viewer is one that can be told.

    Returns:
        Whether the viewer was told the page.

    Raises:
        NotOpened: the file is gone, or there is no viewer or no display here.
    """
    must_lie_there(path)
    command = viewer_at_page(path, page) if path.suffix.lower() == ".pdf" else None
    if command is not None:
        _start(command, path)
        return True
    if sys.platform == "win32":
        os.startfile(path)
        return False
    viewer = _viewer()
    if viewer is None:
        raise NotOpened(f"No viewer can be opened from this terminal. The original is at {path}")
    _start([viewer, str(path)], path)
    return False


def must_lie_there(path: Path) -> None:
    """See that an original is where it was imported from.

    Raises:
        NotOpened: it is gone.
    """
    try:
        there = path.is_file()
    except OSError:
        there = False
    if not there:
        raise NotOpened(
            f"The original is no longer at {path}. Its text is still here; import it again to open it."
        )


def download_name(path: Path) -> str:
    """What a browser calls an original it is handed: no sign in it could end the name early."""
    return re.sub(r"[^\w.-]+", "_", path.name, flags=re.ASCII)


def _start(command: list[str], path: Path) -> None:
    try:
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise NotOpened(
            f"{command[0]} did not start ({error.strerror}). The original is at {path}"
        ) from error


def viewer_at_page(path: Path, page: int) -> list[str] | None:
    """The command that opens a PDF at a page in the viewer the system uses for PDFs; None where it cannot."""
    if sys.platform == "win32":
        viewer, names = "sumatrapdf", ["SumatraPDF"]
    else:
        viewer = "skim" if sys.platform == "darwin" else _usual_viewer().lower()
        names = next((names for part, names in _PROGRAMS.items() if part in viewer), [])
    program = next((found for name in names if (found := shutil.which(name))), None)
    if program is None:
        return None
    how = next((how for part, how in _AT_PAGE.items() if part in viewer), ("{address}#page={page}",))
    return [program, *(part.format(page=page, path=path, address=path.absolute().as_uri()) for part in how)]


_AT_PAGE = {
    "evince": ("--page-index={page}", "{path}"),
    "papers": ("--page-index={page}", "{path}"),
    "atril": ("--page-index={page}", "{path}"),
    "xreader": ("--page-index={page}", "{path}"),
    "okular": ("--page", "{page}", "{path}"),
    "zathura": ("--page={page}", "{path}"),
    "mupdf": ("{path}", "{page}"),
    "xpdf": ("{path}", "{page}"),
    "qpdfview": ("--unique", "{path}#{page}"),
    "sumatrapdf": ("-page", "{page}", "{path}"),
}
"""How each viewer is told the page, as its manual says; browsers by the address."""

_PROGRAMS = {
    **{name: [name] for name in _AT_PAGE},
    "firefox": ["firefox", "firefox-esr"],
    "chromium": ["chromium", "chromium-browser"],
    "google-chrome": ["google-chrome", "google-chrome-stable"],
    "microsoft-edge": ["microsoft-edge", "microsoft-edge-stable"],
    "brave": ["brave-browser", "brave"],
}


def _usual_viewer() -> str:
    """The name of what opens PDFs here (`org.gnome.Evince.desktop`), or ""."""
    asking = shutil.which("xdg-mime")
    if _viewer() is None or asking is None:
        return ""
    try:
        told = subprocess.run(
            [asking, "query", "default", "application/pdf"],
            capture_output=True,
            text=True,
            timeout=1,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.stdout.strip()


def _viewer() -> str | None:
    if sys.platform == "darwin":
        return "open"
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return None
    return shutil.which("xdg-open")
