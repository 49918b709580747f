"""What a report pack's PDF says, from its bytes to its lines."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from imports.model.document import Document, Page
from imports.readers.pdf import read_pdf
from tests.importers import pdfs


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return read_pdf(pdfs.pack(tmp_path_factory.mktemp("pack") / "Public reports pack.pdf"))


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def one(path: Path, *pages: pdfs.Draw, size: tuple[float, float] = (pdfs.WIDTH, pdfs.HEIGHT)) -> Page:
    return read_pdf(pdfs.draw(path / "one.pdf", *pages, size=size)).pages[0]


def test_the_file_is_named_hashed_and_described(tmp_path: Path) -> None:
    path = pdfs.pack(tmp_path / "Public reports pack.pdf")
    document = read_pdf(path)
    assert (document.source, document.format) == ("Public reports pack.pdf", "pdf")
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.title.startswith("(Public Pack)Agenda Document for Environment")
    assert document.subject == "Wendshire Environment Scrutiny Committee, 14/06/2033 10:00"


def test_an_item_is_one_line_with_number_title_and_officer_as_cells(pack: Document) -> None:
    lines = [line for line in pack.pages[0].lines if line.cells]
    assert [[cell.text for cell in line.cells] for line in lines] == [
        ["1", "Apologies for absence", "Morwenna Pascoe"],
        ["2", "Bus Shelters in Lower Wend (Pages 3 - 8)", "Idris Vaughan"],
        ["3", "Flood Defences and the River Wend, with the", "Cllr Dr Harriet"],
        ["Action Plan (Pages 9 - 14)", "Oakes"],
    ]
    assert [round(cell.left) for cell in lines[0].cells] == [56, 88, 431]
    assert lines[0].text == "1  Apologies for absence  Morwenna Pascoe"


def test_descriptions_follow_their_titles(pack: Document) -> None:
    words = texts(pack.pages[0])
    title = next(n for n, line in enumerate(words) if line.startswith("Action Plan"))
    assert words[title + 1 : title + 3] == [
        "The Committee is asked to consider the plan",
        "and to make its comments known.",
    ]


def test_lines_know_place_size_and_weight(pack: Document) -> None:
    heading = next(line for line in pack.pages[0].lines if line.text.startswith("Wendshire"))
    assert (heading.size, heading.bold, round(heading.left)) == (16.0, True, 56)
    assert 60 < heading.top < 80 < heading.bottom < 90
    body = next(line for line in pack.pages[1].lines if line.text.startswith("Nine"))
    assert (body.size, body.bold, body.cells) == (11.0, False, ())
    assert (pack.pages[0].width, pack.pages[0].height) == pytest.approx((pdfs.WIDTH, pdfs.HEIGHT), abs=0.1)


def test_stamps_are_told_from_the_text(pack: Document) -> None:
    stamps = [[line.text for line in page.lines if line.stamp] for page in pack.pages]
    assert stamps == [["Agenda Item 1"], ["Page 3"], ["Page 4"]]


def test_bookmarks_and_links_are_kept(pack: Document) -> None:
    assert [(entry.level, entry.title, entry.page) for entry in pack.outline] == [
        (1, "Agenda", 1),
        (2, "2 Bus Shelters", 2),
    ]
    assert [(link.url, link.page) for link in pack.links] == [("https://wendshire.example/shelters", 2)]


def test_a_ruled_table_keeps_its_cells(pack: Document) -> None:
    page = pack.pages[2]
    assert [table.rows for table in page.tables] == [pdfs.PROGRAMME]
    assert [line.text for line in page.lines if line.table == 0] == [
        "Date of meeting  Reports",
        "19 July 2033  Road verges",
        "Kerbside collections",
    ]
    words = texts(page)
    assert words[0] == "The programme is set out below."
    assert words[-2:] == ["Members may add to it.", "Page 4"]


def test_a_turned_stamp_on_a_landscape_page_stays_a_stamp(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 60, 60, "Budget by service and year")
        pdfs.stamp(canvas, "turned", "Page 12", 30, 300, turned=True)

    found = one(tmp_path, page, size=pdfs.LANDSCAPE)
    assert [(line.text, line.stamp) for line in found.lines] == [
        ("Budget by service and year", False),
        ("Page 12", True),
    ]
    stamp = found.lines[-1]
    assert stamp.right - stamp.left < stamp.bottom - stamp.top


def test_a_page_turned_as_a_whole_reads_level(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(100, -100, "First line of a turned page")
        canvas.drawString(100, -120, "Second line of a turned page")

    found = one(tmp_path, page)
    assert texts(found) == ["First line of a turned page", "Second line of a turned page"]
    assert (found.width, found.height) == pytest.approx((pdfs.HEIGHT, pdfs.WIDTH), abs=0.1)
    assert found.lines[0].left == pytest.approx(100, abs=1)
    assert found.lines[0].top < found.lines[1].top


def test_a_page_wrapped_in_a_form_is_no_stamp(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.beginForm("whole")
        for n, words in enumerate(pdfs.column(20, "officer")):
            pdfs.text(canvas, 56, 80 + 15 * n, words)
        canvas.endForm()
        canvas.doForm("whole")

    found = one(tmp_path, page)
    assert len(found.lines) == 20
    assert not any(line.stamp for line in found.lines)


def test_a_letter_head_in_a_form_is_no_stamp(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.beginForm("head")
        pdfs.text(canvas, 56, 40, "Wendshire Council")
        canvas.endForm()
        canvas.doForm("head")
        pdfs.text(canvas, 56, 120, "Dear Councillor, the report follows.")

    assert not any(line.stamp for line in one(tmp_path, page).lines)


def test_only_addresses_a_person_may_be_sent_to_are_links(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 56, 80, "See the appendix.")
        for n, address in enumerate(
            ("javascript:alert(1)", "file:///etc/passwd", "mailto:clerk@wendshire.example")
        ):
            canvas.linkURL(address, (56, 700 - 30 * n, 200, 720 - 30 * n))

    links = read_pdf(pdfs.draw(tmp_path / "links.pdf", page)).links
    assert [link.url for link in links] == ["mailto:clerk@wendshire.example"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_shown_turned_reads_as_it_is_seen(tmp_path: Path, turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        # A page turned by a quarter is written lying down.
        corner = {90: (pdfs.HEIGHT, 0), 180: (pdfs.WIDTH, pdfs.HEIGHT), 270: (0, pdfs.WIDTH)}[turn]
        canvas.translate(*corner)
        canvas.rotate(turn)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 500, "First line of a turned page")
        canvas.drawString(60, 480, "Second line of a turned page")

    found = one(tmp_path, page)
    assert texts(found) == ["First line of a turned page", "Second line of a turned page"]
    assert found.lines[0].left == pytest.approx(60, abs=1)
    assert (found.width, found.height) == pytest.approx((pdfs.WIDTH, pdfs.HEIGHT), abs=0.1)


def test_pictures_are_counted_beside_text(tmp_path: Path) -> None:
    scan = pdfs.scan(tmp_path / "scan.pdf")
    assert scan.exists()

    def page(canvas: Canvas) -> None:
        from io import BytesIO

        from reportlab.lib.utils import ImageReader

        picture = ImageReader(BytesIO(b"P5 4 4 255\n" + bytes(16)))
        canvas.drawImage(picture, 100, 100, 200, 200)
        canvas.drawImage(picture, 100, 400, 200, 1)
        pdfs.text(canvas, 56, 80, "Figure 1: shelters by ward")

    assert one(tmp_path, page).pictures == 1
