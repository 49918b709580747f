"""Words that annotations print: filled-in fields, typed notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from imports.readers.pdf import read_pdf
from tests.importers import pdfs

LOOK = pdfs.form(b"/Tx BMC q BT /F1 11 Tf 2 4 Td (Morwenna Pascoe) Tj ET Q EMC")
OPEN = b"/Subtype /Widget /FT /Tx /Rect [120 680 420 1080] /AP << /N 11 0 R >>"
BOX = (
    b"/Subtype /Widget /FT /Btn /AS /Yes /Rect [120 680 420 1080] /AP << /N << /Yes 11 0 R /Off 12 0 R >> >>"
)


def read(folder: Path, annotation: bytes) -> list[str]:
    path = folder / "form.pdf"
    content = b"BT /F1 11 Tf 50 682 Td (Name:) Tj 0 -40 Td (Signed at Wend) Tj ET"
    whole = pdfs.raw(
        content,
        objects={10: b"<< /Type /Annot " + annotation + b" >>", 11: LOOK, 12: pdfs.form(b"")},
    )
    # Told of the annotation where the page's resources end; readers rebuild the places of the objects.
    path.write_bytes(whole.replace(b"/MediaBox [0 0 600 800]", b"/Annots [10 0 R] /MediaBox [0 0 600 800]"))
    return [line.text for line in read_pdf(path).pages[0].lines]


@pytest.mark.parametrize(
    "annotation", [OPEN, BOX, OPEN.replace(b"Widget", b"FreeText")], ids=["field", "chosen box", "typed note"]
)
def test_what_is_filled_in_is_read_where_it_stands(tmp_path: Path, annotation: bytes) -> None:
    assert read(tmp_path, annotation) == ["Name:  Morwenna Pascoe", "Signed at Wend"]


@pytest.mark.parametrize(
    "annotation", [OPEN + b" /F 2", OPEN.replace(b"Widget", b"Popup"), b"/Subtype /Widget"]
)
def test_what_is_not_printed_is_not_read(tmp_path: Path, annotation: bytes) -> None:
    assert read(tmp_path, annotation) == ["Name:", "Signed at Wend"]


@pytest.mark.parametrize("damage", [b"/Rect [1 2]", b"/Rect (no)", b"/AP 3"])
def test_damaged_fields_leave_the_page_as_it_is(tmp_path: Path, damage: bytes) -> None:
    broken = b"/Subtype /Widget /AP << /N 11 0 R >> " + damage
    assert read(tmp_path, broken) == ["Name:", "Signed at Wend"]
