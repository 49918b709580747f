"""Reads PDFs: the only place that knows pdfminer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from imports.processes.twin import Twins, later

if TYPE_CHECKING:
    from imports.model.document import Document
    from imports.readers.pdf.reading import Early


def read_pdf(
    path: Path,
    tell: Callable[[int, int], None] | None = None,
    early: Early | None = None,
    twins: Twins = later,
    mend: Callable[[Document], Document] | None = None,
    password: str = "",
) -> Document:
    """Read a PDF as a document; pdfminer is loaded on the first call.

    Args:
        path: the file.
        tell: called with pages done and pages in all as reading goes on.
        early: shows the first pages of a long file, and any that is asked for.
        twins: `Beside` lets a second process read half of a long file.
        mend: puts words on the pages that are without, before the file is judged by them.
        password: of the file, "" for none.

    Raises:
        Refused: the file is locked, broken, or holds nothing but pictures.
    """
    from imports.readers.pdf.reader import read_pdf as read

    return read(path, tell, early, twins, mend, password)
