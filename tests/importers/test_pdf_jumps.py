"""Links inside a PDF, its page labels and figures in a corner lead to the papers where no stamp does."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from imports.layout.furniture import find_furniture
from imports.layout.stamps import pack_folios, pack_labels
from imports.model.document import Document, Line, Page
from imports.pack import Understood, understand
from imports.readers.pdf import read_pdf

ITEMS = (("1", "Apologies", None), ("2", "Grass verges and hedges", 3), ("3", "Swimming pool roof", 4))


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A pack without stamps, outline or printed ranges, whose titles differ from the papers' own."""
    path = tmp_path_factory.mktemp("jumps") / "linked.pdf"
    canvas = Canvas(str(path), invariant=1)
    for height, words in ((790, "Hartle Council"), (760, "Leisure Scrutiny Committee"), (730, "Agenda")):
        canvas.drawString(60, height, words)
    canvas.drawString(60, 745, "Tuesday, 6 May 2025 at 6.00 pm")
    for place, (number, title, page) in enumerate(ITEMS):
        canvas.drawString(60, 690 - 40 * place, number)
        canvas.drawString(90, 690 - 40 * place, title)
        if page:
            canvas.linkAbsolute("", f"page{page}", (60, 686 - 40 * place, 400, 702 - 40 * place))
    canvas.addPageLabel(0, "ROMAN_LOWER", 1)
    canvas.addPageLabel(2, "ARABIC", 3)
    canvas.showPage()
    for file_page, head in ((2, "Notes for visitors"), (3, "Verge cutting"), (4, "Baths")):
        canvas.bookmarkPage(f"page{file_page}")
        canvas.drawString(60, 790, head)
        canvas.drawString(60, 760, "Report of the Head of Leisure")
        canvas.showPage()
    canvas.save()
    return read_pdf(path)


def test_a_link_is_read_with_the_words_it_lies_on(linked: Document) -> None:
    assert [(jump.page, jump.to) for jump in linked.jumps] == [(1, 3), (1, 4)]
    assert "Grass verges" in linked.jumps[0].text


def test_a_paper_is_its_items_by_the_link_alone(linked: Document) -> None:
    read: Understood = understand(linked)
    papers = {report.agenda_item: report.file_pages for report in read.pack.reports if report.agenda_item}
    assert papers == {"2": (3, 3), "3": (4, 4)}


def test_labels_number_the_pack_only_where_they_do_more_than_count() -> None:
    assert pack_labels(("i", "ii", "1", "2")) == {3: 1, 4: 2}
    assert pack_labels(("1", "2", "3")) == {}
    assert pack_labels(("5", "6", "1")) == {}


def test_figures_in_a_corner_number_the_pack_where_they_run_through_it() -> None:
    assert pack_folios([(2, 17), (3, 18), (4, 19), (6, 21)], 6) == {2: 17, 3: 18, 4: 19, 6: 21}
    assert pack_folios([(2, 1), (3, 2), (6, 1), (7, 2), (9, 1), (10, 2)], 11) == {}


def test_a_page_is_known_by_the_figure_in_its_corner() -> None:
    pages = [Page(1, (Line("Leisure Scrutiny Committee"), Line("Agenda")))]
    pages += [Page(n, (Line(str(n + 15)), Line("Some words"), Line("of a report."))) for n in range(2, 6)]
    document = Document("pack.txt", "0" * 64, "text", tuple(pages))
    assert find_furniture(document).stamped_pages == {2: 17, 3: 18, 4: 19, 5: 20}
