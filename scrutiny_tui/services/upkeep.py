"""The home looked over: both databases, the search index, the originals; and the library made afresh."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from db import library
from db.errors import StoreError
from db.schema import DESK, LIBRARY, Schema
from db.upkeep import STAMP, faults_of, keep_copy
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.files import sha256_of
from scrutiny_tui.services.kept_pack import read_pack
from scrutiny_tui.services.kept_wording import NOT_UNDERSTOOD

if TYPE_CHECKING:
    from db.models.papers import StoredDocument
    from db.store import Store


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about the home that a person should know.

    Attributes:
        code: a short, stable name (`original-missing`).
        text: one sentence: what, where, what to do.
        serious: something is broken, not only missing or old.
    """

    code: str
    text: str
    serious: bool = False


def look_over(home: Path, store: Store | None) -> tuple[Finding, ...]:
    """Look a home over.

    Args:
        home: the folder.
        store: the open stores; None where they could not be opened (then only the files are looked at).
    """
    found = [
        *_faults(
            home / "library.db", LIBRARY, "scrutiny doctor --rebuild makes it afresh from the originals"
        ),
        *_faults(home / "desk.db", DESK, "scrutiny restore puts a copy back"),
    ]
    if store is not None and not any(finding.serious for finding in found):
        documents = store.read_now(library.documents)
        found += [finding for document in documents for finding in _of_document(document)]
    return tuple(found)


def _faults(path: Path, schema: Schema, remedy: str) -> list[Finding]:
    if not path.exists():
        return []
    try:
        return [Finding("damaged", f"{text}; {remedy}.", True) for text in faults_of(path, schema)]
    except StoreError as error:
        return [Finding("damaged", str(error), True)]


def _of_document(document: StoredDocument) -> list[Finding]:
    found = []
    original = Path(document.path)
    if not _is_there(original):
        text = f"The original of {document.source} is no longer at {original}: its text is still here."
        found.append(Finding("original-missing", f"{text} Import it again from where it is now."))
    elif _hash(original) not in (None, document.sha256):
        text = f"{original} is not the file that was imported: import it again to have what it says now."
        found.append(Finding("original-changed", text))
    with suppress(ServiceError):
        read_pack(document)
        return found
    text = f"{document.source} was understood by another version of the app: import it again."
    return [*found, Finding(NOT_UNDERSTOOD, text)]


def originals(documents: Sequence[StoredDocument]) -> tuple[list[Path], list[StoredDocument]]:
    """Give the originals that are still where they were, and the documents whose are not."""
    there = [Path(one.path) for one in documents if _is_there(Path(one.path))]
    return there, [one for one in documents if not _is_there(Path(one.path))]


def set_aside(home: Path, now: datetime) -> Path | None:
    """Move the library out of the way, so that a new one is made; None where there is none.

    Raises:
        ServiceError: it could not be moved.
    """
    library_file = home / "library.db"
    if not library_file.exists():
        return None
    aside = home / f"library set aside {now:{STAMP}}.db"
    try:
        for tail in ("-wal", "-shm", ""):
            part = library_file.with_name(library_file.name + tail)
            if part.exists():
                part.rename(aside.with_name(aside.name + tail))
    except OSError as error:
        raise ServiceError(
            f"{library_file} could not be moved ({error.strerror}): close Scrutiny everywhere and try again."
        ) from error
    return aside


def copy_at_start(home: Path, backups: Path, now: datetime) -> None:
    """Keep a copy of the desk at a start; a disk that is full must not keep anyone from working."""
    with suppress(StoreError):
        keep_copy(home / "desk.db", backups, now)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _hash(path: Path) -> str | None:
    """The hash of a file; None where it cannot be read."""
    with suppress(OSError):
        return sha256_of(path)
    return None
