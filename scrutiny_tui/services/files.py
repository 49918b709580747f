"""Writing a file so that it is whole or not there: beside its target, private, then renamed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from scrutiny_tui.services.errors import ExportFailed


def write_whole(target: Path, content: bytes) -> None:
    """Write a file in one step, readable by its owner only.

    Raises:
        ExportFailed: it could not be written; what stood there before is unharmed.
    """
    temporary: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        text = f"{target} could not be written ({reason}). Nothing was changed"
        raise ExportFailed(f"{text}; choose another folder or free some space.") from error


def read_if_there(path: Path) -> bytes | None:
    """Give what stands in a file; None where it is not there or cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None
