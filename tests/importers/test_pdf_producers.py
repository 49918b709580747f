"""What the programs that write, print and join papers do to them, in packs of councils that do not exist."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from imports.layout.furniture import find_furniture, read_lines
from imports.layout.paragraphs import split_paragraphs
from imports.layout.tables import read_rows
from imports.model.agenda import AgendaItem
from imports.model.document import Document, Line, Page, Table
from imports.pack import understand
from imports.patterns import regex
from imports.readers.pdf import read_pdf
from imports.reports.title import read_title
from imports.reports.titled import titled_pages
from tests.importers import pdfs
from tests.importers.sheets import from_rows
from tests.importers.traps import read, read_raw, show, texts, width

ACTIONS = {"action": regex("Action"), "responsibility": regex("Owner")}


def test_words_of_two_cells_shown_as_one_string_stand_in_their_cells(tmp_path: Path) -> None:
    rules = b"50 680 300 20 re S 50 660 300 20 re S 200 660 m 200 700 l S "
    head = b"BT /F1 11 Tf 54 686 Td (Action) Tj 151 0 Td (Owner) Tj ET "
    row = b"BT /F1 11 Tf 54 666 Td [(List of the empty shops sent)-900(Una Reed)] TJ ET"
    (table,) = read_raw(tmp_path, rules + head + row).tables
    assert table.rows == (("Action", "Owner"), ("List of the empty shops sent", "Una Reed"))


def test_a_string_that_goes_back_to_the_left_begins_anew(tmp_path: Path) -> None:
    content = b"BT /F1 11 Tf 300 700 Td [(Una Reed) 26000 (12 December)-2000(Hedges)] TJ ET"
    assert texts(read_raw(tmp_path, content)) == ["12 December  Hedges  Una Reed"]


def test_words_of_one_line_far_apart_are_still_one_line(tmp_path: Path) -> None:
    content = b"BT /F1 11 Tf 54 700 Td [(Spread)-600(over)-600(the)-600(measure)] TJ ET"
    assert texts(read_raw(tmp_path, content)) == ["Spread over the measure"]


def test_a_row_painted_cell_by_cell_keeps_its_cells_however_long_they_are(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        show(canvas, (62, 112, "Minute"), (119, 112, "Action"), (303, 112, "Who"), (388, 112, "Progress"))
        for top, number in ((129, "4/24"), (203, "5/24")):
            show(canvas, (62, top, number), (119, top, "Response times to be sent to"))
            show(canvas, (119, top + 14, "the Panel"), (303, top, "Una Reed"))
            for n, words in enumerate(
                ("Outstanding. The Force", "is changing its ways", "and expects", "them")
            ):
                show(canvas, (388, top + 14 * n, words))

    found = texts(read(tmp_path, page))
    assert found[1:4] == [
        "4/24  Response times to be sent to  Una Reed  Outstanding. The Force",
        "the Panel  is changing its ways",
        "and expects",
    ]
    assert found[5] == "5/24  Response times to be sent to  Una Reed  Outstanding. The Force"


def test_a_block_beside_a_list_is_read_by_itself(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for left, word in ((62, "lane"), (320, "verge")):
            for n, words in enumerate(pdfs.column(12, word)):
                show(canvas, (left, 112 + 14 * n, f"{n + 1}."), (left + 20, 112 + 14 * n, words[:34]))

    found = texts(read(tmp_path, page))
    assert all("verge" not in line for line in found[:12]) and len(found) == 24


def tabled(number: int, rows: tuple[tuple[str, ...], ...], below: int) -> Page:
    lines = [
        Line("  ".join(row), top=100 + 20 * n, bottom=111 + 20 * n, table=0) for n, row in enumerate(rows)
    ]
    rest = [Line("Words that go on below.", top=300 + 14 * n, bottom=311 + 14 * n) for n in range(below)]
    return Page(number, (*lines, *rest), (Table(rows, 98, 100 + 20 * len(rows)),), 595.0, 842.0)


def owners_of(*pages: Page) -> list[str]:
    document = Document("tables.pdf", "0" * 64, "pdf", pages)
    return [
        row.text("responsibility")
        for rows in read_rows(document, ACTIONS, frozenset(ACTIONS))
        for row in rows
    ]


def test_a_table_with_words_below_it_does_not_go_on_overleaf() -> None:
    actions = (("Action", "Owner"), ("Send the list", "Una Reed"))
    labels = (("Date of meeting", "11 June 2024"), ("Report of", "Head of Lanes"))
    more = (("Send the map", "Sol Ash"),)
    assert owners_of(tabled(1, actions, 6), tabled(2, labels, 9)) == ["Una Reed"]
    assert owners_of(tabled(1, actions, 1), tabled(2, more, 9)) == ["Una Reed", "Sol Ash"]


def test_a_name_in_brackets_that_wraps_in_bold_ends_its_paragraph() -> None:
    said = "It was agreed that a breakdown be given in the next report on the lanes. (Action: Una"
    rows = [(100, [(62, said)]), (113, [(62, "Reed)")]), (133, [(62, "RESOLVED")])]
    document = from_rows(rows, bold=("Reed)", "RESOLVED"))
    lines = read_lines(document, find_furniture(document))
    assert [x.text for x in split_paragraphs(lines)] == [f"{said} Reed)", "RESOLVED"]


def test_minutes_end_where_the_agenda_says_that_the_next_paper_begins() -> None:
    def page(number: int, *words: str) -> Page:
        lines = [Line(text, top=60 + 20 * n, bottom=71 + 20 * n) for n, text in enumerate(words)]
        stamp = Line(f"Page {number}", top=814, bottom=826, stamp=True)
        return Page(number, (*lines, stamp), (), 595.0, 842.0)

    pages = (page(1, "Minutes of the Panel"), page(2, "Wendle Panel", "Promises of earlier meetings"))
    document = Document("pack.pdf", "0" * 64, "pdf", pages)
    furniture = find_furniture(document)
    agenda = (AgendaItem("3", "Minutes", pages=(1, 1)), AgendaItem("4", "Actions arising", pages=(2, 2)))
    lines = read_lines(document, furniture)
    assert titled_pages(lines, furniture, agenda) == {2}
    assert titled_pages(lines, furniture, agenda[1:]) == frozenset()


def test_a_title_stands_in_the_cell_beside_its_label() -> None:
    head = [
        (60, [(62, "Date of meeting"), (180, "11 June 2024")]),
        (80, [(62, "Subject"), (180, "Winter care of lanes and of the paths")]),
        (93, [(180, "beside them: a first report")]),
        (113, [(62, "Report of"), (180, "Head of Lanes")]),
    ]
    document = from_rows(head)
    lines = read_lines(document, find_furniture(document))
    assert (
        read_title(lines, "Winter care")
        == "Winter care of lanes and of the paths beside them: a first report"
    )


def test_the_head_of_a_table_is_no_part_of_a_title() -> None:
    head = [
        (60, [(400, "AGENDA ITEM NO. 7")]),
        (80, [(62, "ACTIONS FROM EARLIER MEETINGS")]),
        (93, [(62, "Minute"), (125, "Action required"), (303, "By whom"), (410, "Position")]),
    ]
    document = from_rows(head)
    lines = read_lines(document, find_furniture(document))
    assert read_title(lines, "Actions from earlier meetings") == "ACTIONS FROM EARLIER MEETINGS"


def test_letters_set_apart_by_just_a_wide_blank_are_words_again(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        left = 45.7
        for n, letter in enumerate("HOMES FOR OAKHURST"):
            if letter != " ":
                show(canvas, (left, 112, letter), size=26)
                left += width(letter, size=26)
            left += 26 * (0.351 if n % 3 else 0.349)

    assert texts(read(tmp_path, page)) == ["HOMES FOR OAKHURST"]


MARGIN = (
    ((62, 112, "12. Declarations of"), (62, 126, "interest")), ("There were none.",),
    ((62, 152, "13. Winter care"),), (
        "Una Reed told the Panel that the gritters had gone out on forty nights and",
        "that salt was short.", "Resolved that more salt be bought before the winter comes again."),
    ((62, 206, "14. Work programme"),), ("Resolved that the programme be agreed and that it be printed.",),
)  # fmt: skip


def test_headings_in_a_margin_are_read_before_what_stands_beside_them(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        show(canvas, (62, 80, "Minutes of the Panel held on 4 September 2024"))
        for heading, said in zip(MARGIN[::2], MARGIN[1::2], strict=True):
            show(canvas, *heading, font="Helvetica-Bold", size=10.5)
            show(canvas, *((182, heading[0][1] + 14 * n, line) for n, line in enumerate(said)), size=10.5)

    assert texts(read(tmp_path, page))[1:] == [
        "12. Declarations of", "interest", "There were none.",
        "13. Winter care", *MARGIN[3],
        "14. Work programme", "Resolved that the programme be agreed and that it be printed.",
    ]  # fmt: skip


def test_an_agenda_with_presenters_beside_it_stays_in_rows(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for n, title in enumerate(("Apologies", "Winter care", "Work programme"), start=1):
            show(canvas, (62, 100 + 30 * n, f"{n}. {title}"), font="Helvetica-Bold")
            show(canvas, (400, 100 + 30 * n, "Una Reed"))

    assert texts(read(tmp_path, page))[1] == "2. Winter care  Una Reed"


def minuted(canvas: Canvas, *tables: tuple[float, str, str]) -> None:
    lines = (
        "Wendle Scrutiny Panel", "Minutes of the meeting held on Tuesday 12 March 2024",
        "Present: Councillors Ash, Birch and Cole", "Apologies: Councillor Dove",
        "1. Minutes", "The minutes of 6 February 2024 were approved.", "2. Winter care",
        "Una Reed told the Panel of the forty nights on which gritters went out.", "", "", "",
        "3. Work programme", "The programme was noted.", "", "", "The meeting closed at 8.05 pm.",
    )  # fmt: skip
    for n, line in enumerate(lines):
        pdfs.text(canvas, 57, 60 + 24 * n, line, "Helvetica-Bold" if line[:1].isdigit() else "Helvetica")
    for top, action, owner in tables:
        canvas.grid([57, 370, 538], [pdfs.HEIGHT - top - 5, pdfs.HEIGHT - top - 25, pdfs.HEIGHT - top - 45])
        for n, row in enumerate((("Action", "Owner"), (action, owner))):
            show(canvas, (61, top + 19 + 20 * n, row[0]), (374, top + 19 + 20 * n, row[1]))


def test_actions_tabled_in_an_item_of_minutes_are_that_items(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        minuted(canvas, (232, "List of lanes without salt to be sent to the Panel", "Una Reed"))

    pack = understand(read_pdf(pdfs.draw(tmp_path / "minutes.pdf", page))).pack
    (minutes,) = pack.minutes
    assert [[(a.text, a.owner) for a in item.actions] for item in minutes.items] == [
        [], [("List of lanes without salt to be sent to the Panel", "Una Reed")], [],
    ]  # fmt: skip
    assert pack.action_tracker == ()


def test_actions_listed_behind_the_last_item_are_a_tracker(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        minuted(canvas, (350, "List of lanes without salt to be sent to the Panel", "Una Reed"))

    pack = understand(read_pdf(pdfs.draw(tmp_path / "minutes.pdf", page))).pack
    assert [row.responsibility for row in pack.action_tracker] == ["Una Reed"]


def test_bullets_that_are_drawn_stand_before_their_lines(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for n, words in enumerate(("Winter care of the lanes", "Salt", "Hedges")):
            canvas.circle(80, pdfs.HEIGHT - 100 - 20 * n + 4, 2, stroke=0, fill=1)
            show(canvas, (90, 100 + 20 * n, words))
        canvas.circle(80, pdfs.HEIGHT - 300, 2, stroke=0, fill=1)  # a point of a chart
        show(canvas, (90, 400, "Below"))

    found = read(tmp_path, page)
    assert texts(found) == ["• Winter care of the lanes", "• Salt", "• Hedges", "Below"]
    assert found.pictures == 0


def test_words_a_typesetter_divided_are_whole_where_the_paper_prints_them_so(tmp_path: Path) -> None:
    rows = (
        "The officers of the council came to the meeting with a follow-up of the consulta-",
        "tion on lanes, and the consultation was long. Salt was bought by the off-",
        "icers in the autumn, and the follow-",
        "up came in the winter, when the coun-",
        "cil was told of hedges by the unheard-",
        "of snow. Some thought of snow.",
    )

    def page(canvas: Canvas) -> None:
        show(canvas, *((62, 100 + 14 * n, row) for n, row in enumerate(rows)))

    assert texts(read(tmp_path, page)) == [
        "The officers of the council came to the meeting with a follow-up of the consultation",
        "on lanes, and the consultation was long. Salt was bought by the officers",
        "in the autumn, and the follow-", "up came in the winter, when the council",
        "was told of hedges by the unheard-", "of snow. Some thought of snow.",
    ]  # fmt: skip


def test_a_page_that_divides_hardly_a_word_keeps_its_hyphens(tmp_path: Path) -> None:
    rows = ("The report is long-", "term; a longterm view is taken of the", "lanes.")

    def page(canvas: Canvas) -> None:
        show(canvas, *((62, 100 + 14 * n, row) for n, row in enumerate(rows)))

    assert texts(read(tmp_path, page)) == list(rows)


def test_a_column_that_is_named_title_is_no_label() -> None:
    head = [
        (60, [(62, "Wendle Bridge Board Work Programme 2025")]),
        (90, [(62, "Title"), (225, "Purpose"), (403, "Lead Officer")]),
        (103, [(62, "Salt"), (225, "To comment"), (403, "Jo Bell")]),
    ]
    page = from_rows(head).pages[0]
    lines = tuple(replace(x, table=0) if n else x for n, x in enumerate(page.lines))
    document = replace(from_rows(head), pages=(replace(page, lines=lines),))
    found = read_lines(document, find_furniture(document))
    assert read_title(found, "Work Programme") == "Wendle Bridge Board Work Programme 2025"


def test_a_large_title_whose_last_word_is_a_label() -> None:
    document = from_rows([(60, [(62, "Attendance and Exclusions: Annual")]), (84, [(62, "Report")])])
    page = document.pages[0]
    large = tuple(replace(line, size=21.0) for line in page.lines)
    below = replace(page.lines[0], text="Report of the Head of Lanes", top=120.0, bottom=131.0, size=10.5)
    document = replace(document, pages=(replace(page, lines=(*large, below)),))
    found = read_lines(document, find_furniture(document))
    assert read_title(found, "Annual report on attendance").startswith("Attendance and Exclusions: Annual")
