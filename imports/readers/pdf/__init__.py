"""Reads PDFs: the only place that knows pdfminer."""

from __future__ import annotations

from pathlib import Path

from imports.model import Document


def read_pdf(path: Path) -> Document:
    """Read a PDF as a document; see `imports.readers.pdf.reader`."""
    from imports.readers.pdf.reader import read_pdf as read

    return read(path)
