"""How an import goes, and what became of each file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from imports.model.warning import Warning
    from imports.protocol import Preview

ImportStatus = Literal["added", "unchanged", "updated", "refused"]


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import has come: file `file` of `files`, and `done` of `total` pages in it (0: unknown).

    `preview` is a long pack's agenda as its first pages give it, there to be looked at and not yet filed.
    """

    source: str
    file: int
    files: int
    stage: str
    done: int
    total: int
    preview: Preview | None = None


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of one file; `text` says it in one sentence, `warnings` what the parser doubts.

    `kind` is what it was taken for and `document_id` its place in the library; None where it was
    refused, for the reason `refusal` names.
    """

    source: str
    path: Path
    status: ImportStatus
    text: str
    meeting_id: int | None = None
    committee: str | None = None
    meeting_date: date | None = None
    pages: int = 0
    passages: int = 0
    items: int = 0
    warnings: tuple[Warning, ...] = ()
    kind: str | None = None
    document_id: int | None = None
    refusal: str = ""


ImportEvent = ImportProgress | ImportedFile
