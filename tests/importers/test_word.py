"""Word documents: the numbers Word prints, tables that lay out business, page ends, and bombs."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest

from imports.detect import read
from imports.errors import Refused
from imports.pack import understand
from imports.readers import word

AGENDA = (("1.", "Apologies"), ("2.", "Sea Walls Survey\nTo note the report."), ("3.", "Peat Restoration"))


def front_sheet(path: Path) -> Path:
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "Wendshire Council"
    for text in ("Coast Scrutiny Committee", "Thursday 26 May 2033 at 10.00 am", "Quay House", "AGENDA"):
        paper.add_paragraph(text)
    table = paper.add_table(rows=0, cols=2)
    for number, title in AGENDA:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = number, title
    paper.save(str(path))
    return path


def test_an_agenda_laid_out_in_a_table(tmp_path: Path) -> None:
    pack = understand(read(front_sheet(tmp_path / "agenda.docx"))).pack
    assert (pack.format, pack.kind, pack.meeting_date) == ("docx", "agenda", date(2033, 5, 26))
    assert pack.committee == "Coast Scrutiny Committee"
    assert [(item.number, item.title) for item in pack.agenda] == [
        ("1", "Apologies"),
        ("2", "Sea Walls Survey"),
        ("3", "Peat Restoration"),
    ]
    assert pack.agenda[1].description == "To note the report."


def test_minutes_with_the_numbers_word_prints(tmp_path: Path) -> None:
    paper = docx.Document()
    for text in (
        "Coast Scrutiny Committee",
        "Minutes of the meeting held on Thursday 10 March 2033 at 10.00 am at Quay House",
        "Present:",
        "Cllr Ivy Brook (Chairman)",
        "Cllr Owen Field",
    ):
        paper.add_paragraph(text)
    for title, said in (("APOLOGIES", "None were received."), ("SEA WALLS", "The walls had fallen.")):
        paper.add_paragraph(title, "List Number")
        paper.add_paragraph(said)
    paper.add_paragraph("RESOLVED that the report be noted.")
    path = tmp_path / "minutes.docx"
    paper.save(str(path))
    pack = understand(read(path)).pack
    assert pack.kind == "minutes"
    assert pack.meeting_date == date(2033, 3, 10)
    (minutes,) = pack.minutes
    assert [(item.number, item.title) for item in minutes.items] == [("1", "APOLOGIES"), ("2", "SEA WALLS")]
    assert minutes.items[1].resolved == ("that the report be noted.",)


def test_pages_end_where_word_ends_them(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("One")
    paper.add_page_break()  # type: ignore[no-untyped-call]
    paper.add_paragraph("Two")
    path = tmp_path / "two.docx"
    paper.save(str(path))
    assert [[line.text for line in page.lines if line.text] for page in read(path).pages] == [
        ["One"],
        ["Two"],
    ]


def test_a_table_of_figures_stays_a_table(tmp_path: Path) -> None:
    paper = docx.Document()
    table = paper.add_table(rows=0, cols=3)
    for row in (("Wall", "Length", "State"), ("North", "12", "good"), ("South", "9", "fallen")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "table.docx"
    paper.save(str(path))
    (found,) = read(path).pages[0].tables
    assert found.rows[2] == ("South", "9", "fallen")


def test_a_document_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "LARGEST_UNPACKED", 1000)
    with pytest.raises(Refused) as refused:
        read(front_sheet(tmp_path / "agenda.docx"))
    assert refused.value.code == "too-large"


def test_entities_in_a_document_are_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'
        )
    path = tmp_path / "hostile.docx"
    path.write_bytes(packed.getvalue())
    with pytest.raises(Refused) as refused:
        read(path)
    assert refused.value.code == "unreadable"
