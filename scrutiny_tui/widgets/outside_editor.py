"""Writing in the person's own editor ($VISUAL, $EDITOR), in a private file that is gone afterwards."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from textual.app import App, SuspendNotSupported

from scrutiny_tui.services.files import NEW_AND_PRIVATE

_FALLBACKS = ("sensible-editor", "nano", "vi", "notepad")


class EditorFailed(Exception):
    """The editor could not be used; the text says why in a sentence. The words are as they were."""


@dataclass(frozen=True, slots=True)
class Written:
    """What an editor left: its words, and what is wrong with how it ended ("" for nothing)."""

    text: str
    trouble: str = ""


def edit_outside(app: App[object], text: str) -> Written:
    """Give a text to the person's editor, wait, and take back what it left.

    Raises:
        EditorFailed: there is no editor, it did not start, or this terminal cannot be lent to it.
    """
    command = editor_command()
    try:
        folder = Path(tempfile.mkdtemp(prefix="scrutiny-"))  # 0700: an editor's own copies are private too
    except OSError as error:
        raise EditorFailed(f"No private file could be made for the editor ({error.strerror}).") from error
    try:
        file = folder / "question.txt"
        _write_privately(file, text)
        status = _run(app, command, file)
        trouble = f"{command[0]} ended with status {status}" if status else ""
        return Written(_read(file, text), trouble)
    except OSError as error:
        raise EditorFailed(f"The editor's file could not be used ({error.strerror}).") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def edit_file(app: App[object], file: Path) -> None:
    """Give a file of the person's own to their editor and wait.

    Raises:
        EditorFailed: there is no editor, it did not start, or this terminal cannot be lent to it.
    """
    _run(app, editor_command(), file)


def _run(app: App[object], command: list[str], file: Path) -> int:
    """Lend the terminal to an editor; its exit status comes back."""
    try:
        with app.suspend():
            return subprocess.run([*command, str(file)], check=False).returncode
    except SuspendNotSupported as error:
        raise EditorFailed("An editor cannot be opened from this terminal.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise EditorFailed(f"The editor {command[0]} did not start ({reason}).") from error


def editor_command() -> list[str]:
    """Give the editor to start, with its arguments.

    Raises:
        EditorFailed: none is set and none of the usual ones is here, or what is set cannot be read.
    """
    for name in ("VISUAL", "EDITOR"):
        words = os.environ.get(name, "").strip()
        if words:
            try:
                command = shlex.split(words, posix=os.name != "nt")
            except ValueError as error:
                raise EditorFailed(f"${name} cannot be understood ({error}).") from error
            if shutil.which(command[0]) is None:
                raise EditorFailed(f"The editor {command[0]} (${name}) is not there.")
            return command
    for found in filter(shutil.which, _FALLBACKS):
        return [found]
    raise EditorFailed("No editor is set: set $EDITOR to one and start Scrutiny again.")


def _write_privately(file: Path, text: str) -> None:
    handle = os.open(file, NEW_AND_PRIVATE, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as opened:
        opened.write(text)


def _read(file: Path, before: str) -> str:
    """What the file says now, without the line end that editors add."""
    said = file.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return said if before.endswith("\n") else said.removesuffix("\n")
