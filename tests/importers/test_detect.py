"""Which reader reads a file, and what a person is told where none can."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from imports import detect
from imports.detect import read
from imports.errors import Refused
from tests.importers import pdfs

WORDS = "Wendshire Environment Scrutiny Committee\n\nAGENDA\n\n1\n\nApologies – for absence\n"


def zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


def refusal(path: Path) -> Refused:
    with pytest.raises(Refused) as refused:
        read(path)
    assert path.name in refused.value.text
    assert refused.value.text.endswith(".") and "\n" not in refused.value.text
    return refused.value


def test_a_pdf_is_told_by_its_bytes_and_not_by_its_name(tmp_path: Path) -> None:
    path = pdfs.pack(tmp_path / "pack.txt")
    assert read(path).format == "pdf"


def test_a_pdf_may_begin_with_rubbish(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"\r\n\r\n" + pdfs.pack(tmp_path / "clean.pdf").read_bytes())
    assert read(path).format == "pdf"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "pack.txt"
    path.write_bytes(WORDS.encode(encoding))
    document = read(path)
    assert document.format == "text"
    assert "Apologies – for absence" in [line.text for page in document.pages for line in page.lines]


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    read(pdfs.pack(tmp_path / "pack.pdf"), lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_missing_file_is_named_with_its_path(tmp_path: Path) -> None:
    refused = refusal(tmp_path / "gone.pdf")
    assert refused.code == "missing"
    assert str(tmp_path) in refused.text


@pytest.mark.parametrize("data", [b"", b" \r\n\n", b"\0" * 100], ids=["nothing", "blanks", "zeros"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "empty.pdf"
    path.write_bytes(data)
    assert refusal(path).code == "empty-file"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 doc", "old Word"),
        (b"7z\xbc\xaf\x27\x1c", "archive"),
        (zipped({"xl/workbook.xml": b""}), "spreadsheet"),
        (zipped({"ppt/presentation.xml": b""}), "presentation"),
        (zipped({"content.xml": b"", "mimetype": b""}), "OpenDocument"),
        (zipped({"agenda.pdf": b"%PDF-1.4"}), "archive of files"),
        (b"{\\rtf1 words}", "rich text"),
        (b"\x89PNG\r\n\x1a\n picture", "picture"),
        (b"\xff\xd8\xff\xe0 picture", "picture"),
        (bytes(range(256)) * 20, "neither a PDF"),
    ],
    ids="Word archive sheet slides OpenDocument zip RTF PNG JPEG bytes".split(),  # noqa: SIM905
)
def test_other_kinds_are_named_with_a_way_out(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    refused = refusal(path)
    assert refused.code == "not-a-pack"
    assert what in refused.text


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "not-a-pack"


def test_a_locked_pdf_says_that_it_needs_a_password(tmp_path: Path) -> None:
    path = pdfs.draw(tmp_path / "locked.pdf", pdfs.front_sheet, password="wend")
    refused = refusal(path)
    assert refused.code == "encrypted"
    assert "password" in refused.text


def test_a_pdf_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "owner.pdf"
    lock = StandardEncryption("", ownerPassword="wend", canModify=0)
    canvas = Canvas(str(path), encrypt=lock)
    canvas.drawString(56, 700, "Wendshire Environment Scrutiny Committee")
    canvas.save()
    assert [line.text for line in read(path).pages[0].lines] == ["Wendshire Environment Scrutiny Committee"]


def test_a_scan_that_nobody_tried_to_read_keeps_its_pages(tmp_path: Path) -> None:
    assert [page.pictures for page in read(pdfs.scan(tmp_path / "scan.pdf", pages=3)).pages] == [1, 1, 1]


def test_a_page_of_stamps_alone_is_empty(tmp_path: Path) -> None:
    path = pdfs.draw(tmp_path / "scan.pdf", lambda canvas: pdfs.stamp(canvas, "p", "Page 1", 495, 818))
    assert refusal(path).code == "no-text"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n" + b"x" * 5000])
def test_a_broken_pdf(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(data)
    assert refusal(path).code == "unreadable"


def test_a_pdf_beyond_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detect, "LARGEST_PDF", 100)
    assert refusal(pdfs.pack(tmp_path / "huge.pdf")).code == "too-large"


@pytest.mark.parametrize("name", ["LARGEST_TEXT", "_MOST_LINES"])
def test_a_text_beyond_the_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(detect, name, 5)
    path = tmp_path / "huge.txt"
    path.write_text(WORDS, encoding="utf-8")
    assert refusal(path).code == "too-large"


@pytest.mark.parametrize("data", [b"<!DOCTYPE html><html>", b"<html><script>x()</script></html>"])
def test_a_page_without_words(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    assert refusal(path).code in ("no-text", "unreadable")


def test_a_broken_archive(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(b"PK\x03\x04\x14\0\0\0 word")
    assert refusal(path).code == "unreadable"
