"""What became of a file that was imported, in a person's words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny_tui.services.filing import describe_kind
from scrutiny_tui.services.models.importing import ImportedFile

if TYPE_CHECKING:
    from db.models.filed import Filed
    from imports.model.pack import ParsedPack

_DONE = {
    "added": "was added",
    "updated": "took the place of an earlier version",
    "unchanged": "is in the library already",
}


def tell_imported(path: Path, pack: ParsedPack, filed: Filed, passages: int) -> ImportedFile:
    """Say what a file was taken for and what was done with it."""
    items = sum(not item.is_heading for item in pack.agenda)
    doubts = f", {len(pack.warnings)} to check" if pack.warnings else ""
    held = f", {items} items" if items else ""
    what = f"{describe_kind(pack)}, {pack.page_count} page{'s' * (pack.page_count != 1)}{held}"
    return ImportedFile(
        source=path.name,
        path=path,
        status=filed.status,
        text=f"{path.name} {_DONE[filed.status]}: {what}{doubts}.",
        meeting_id=filed.meeting_id,
        committee=pack.committee,
        meeting_date=pack.meeting_date,
        pages=pack.page_count,
        passages=passages,
        items=items,
        warnings=pack.warnings,
        kind=pack.kind,
        document_id=filed.document_id,
    )


def tell_same_as_pdf(path: Path) -> ImportedFile:
    """Pass a text by whose PDF was taken in: of two forms of one pack the library keeps the better."""
    text = f"{path.name} was left out: the PDF beside it is the same pack. Import it by itself if it is not."
    return ImportedFile(path.name, path, "unchanged", text)
