"""Files of ours and of others: written whole or not at all, read if they are there, told by their hash."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from db.part import part_of
from scrutiny_tui.services.errors import ExportFailed

NEW_AND_PRIVATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""How a file that was not there is opened by its handle: Windows would change line ends in it otherwise."""


def there(path: Path) -> bool:
    """Whether something is at a path; one that cannot be looked at, or no file can have, is not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def write_whole(target: Path, content: bytes) -> None:
    """Write a file in one step, readable by its owner only.

    Raises:
        ExportFailed: it could not be written; what stood there before is unharmed.
    """
    try:
        with part_of(target) as part, part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except (OSError, ValueError) as error:  # ValueError: a name no file can have
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        text = f"{target} could not be written ({reason}). Nothing was changed"
        raise ExportFailed(f"{text}; choose another folder or free some space.") from error


def read_if_there(path: Path) -> bytes | None:
    """Give what stands in a file; None where it is not there or cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def sha256_of(path: Path) -> str:
    """Give the hash of a file's bytes, in hexadecimal, whatever its size.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
