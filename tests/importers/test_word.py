"""Word documents: the numbers Word prints, tables that lay out business, page ends, and bombs."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml

from imports.detect import read
from imports.errors import Refused
from imports.pack import understand
from imports.readers import word

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BOX = "<w:txbxContent><w:p><w:r><w:t>In a box: bring a lamp.</w:t></w:r></w:p></w:txbxContent>"
_BOTH = f"<mc:Choice>{_BOX}</mc:Choice><mc:Fallback>{_BOX}</mc:Fallback></mc:AlternateContent>"
_COMPATIBLE = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
_ROW = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
WRAPPED = {
    "a content control of blocks": (
        "<w:sdt {0}><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>Quay House</w:t></w:r></w:p></w:sdtContent>"
        "</w:sdt>",
        ["Quay House"],
    ),
    "a text box": (
        f"<w:p {{0}} {_COMPATIBLE}><w:r><w:t>Beside it</w:t><mc:AlternateContent>{_BOTH}</w:r></w:p>",
        ["Beside it", "In a box: bring a lamp."],
    ),
    "changes kept track of": (
        "<w:p {0}><w:r><w:t>The walls </w:t></w:r><w:ins><w:r><w:t>had fallen</w:t></w:r></w:ins><w:del><w:r>"
        "<w:delText>stood</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>there</w:t></w:r></w:moveFrom></w:p>",
        ["The walls had fallen"],
    ),
    "a row struck out": (
        "<w:tbl {0}><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
        f"{_ROW.format('', 'Kept')}{_ROW.format('<w:trPr><w:del/></w:trPr>', 'Gone')}</w:tbl>",
        ["Kept"],
    ),
    "the raised number of a note": (
        "<w:p {0}><w:r><w:t>In 2030</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
        "<w:t>4</w:t></w:r><w:r><w:t> it rose</w:t></w:r></w:p>",
        ["In 2030 4 it rose"],
    ),
}


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


@pytest.mark.parametrize("kind", WRAPPED)
def test_what_is_printed_is_read_however_it_is_wrapped(tmp_path: Path, kind: str) -> None:
    xml, printed = WRAPPED[kind]
    paper = docx.Document()
    paper.element.body.insert(0, parse_xml(xml.format(_W)))
    paper.save(str(tmp_path / "wrapped.docx"))
    pages = read(tmp_path / "wrapped.docx").pages
    assert [line.text for page in pages for line in page.lines if line.text] == printed


def test_the_notes_at_the_foot_are_read(tmp_path: Path) -> None:
    paper = docx.Document()
    said = paper.add_paragraph("The walls had fallen")
    said._p.append(parse_xml(f'<w:r {_W}><w:footnoteReference w:id="7"/></w:r>'))
    note = '<w:footnote w:id="7"><w:p><w:r><w:t>Survey of 2031.</w:t></w:r></w:p></w:footnote>'
    blob = f"<w:footnotes {_W}>{note}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, blob.encode(), paper.part.package)
    paper.part.relate_to(part, f"{RELATIONS}/footnotes")
    paper.save(str(tmp_path / "noted.docx"))
    lines = [line.text for page in read(tmp_path / "noted.docx").pages for line in page.lines if line.text]
    assert lines == ["The walls had fallen 1", "1 Survey of 2031."]


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


def test_a_supplement_of_one_item_is_a_paper_of_its_meeting(tmp_path: Path) -> None:
    paper = docx.Document()
    for text in ("SUPPLEMENTARY AGENDA", "Coast Scrutiny Committee", "Thursday 26 May 2033 at 10.00 am"):
        paper.add_paragraph(text)
    cells = paper.add_table(rows=1, cols=3).rows[0].cells
    cells[0].text, cells[1].text, cells[2].text = "7.", "Sea walls", "(Pages 3 - 18)"
    paper.save(str(tmp_path / "late.docx"))
    pack = understand(read(tmp_path / "late.docx")).pack
    assert (pack.kind, pack.committee, pack.meeting_date) == (
        "supplement",
        "Coast Scrutiny Committee",
        date(2033, 5, 26),
    )
    assert [(item.number, item.title, item.pages) for item in pack.agenda] == [("7", "Sea walls", (3, 18))]
