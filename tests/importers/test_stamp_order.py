"""Stamps in extracts that print a page in the order it was painted."""

from __future__ import annotations

from pathlib import Path

import pytest

from imports.model.pack import ParsedPack
from imports.pack import understand
from imports.readers.stamp_order import mend_turned, settle_stamps
from imports.readers.text import read_text

FRONT = """Harbour and Coast Scrutiny Committee
Tuesday 12 November 2024 at 2.00 pm
AGENDA
1 Apologies for absence
2 Minutes of the previous meeting {first}
3 Sea walls: condition of the coast {second}
Contact: Ida Quill, Democratic Services Officer, ida.quill@saltmere.example.gov.uk
"""
MINUTES = """HARBOUR AND COAST SCRUTINY COMMITTEE
MINUTES of a meeting of the Harbour and Coast Scrutiny Committee held on
Tuesday 3 September 2024 at the Custom House commencing at 2.00 pm.
PRESENT
Cllr Ann Dunlin (Chair), Cllr Bo Fulmar and Cllr Cy Gannet
7. DECLARATIONS OF INTEREST
There were none.
8. DREDGING
8.1 The Committee heard how the channel was kept open through the winter months.
8.2 Members asked what the spoil was used for and were told that it went to the marsh.
"""
REST = """8.3 It was agreed that the figures for the year would be sent to all members.
9. WORK PROGRAMME
The Committee noted its work programme.
The meeting closed at 4.10 pm.
"""
REPORT = """Sea walls: condition of the coast
Report of the Director of Coast
1. Purpose
1.1 This report says which of the walls were inspected in the year and what was found.
1.2 Of nineteen walls inspected four need work before the winter of next year.
2. Recommendation
2.1 That the Committee notes the report.
"""
BELOW = (
    ("Page 1\nAgenda Item 2\n", "Page 1 Agenda Item 2\n"),
    ("Page 3\nAgenda Item 3\n", "Page 3 Agenda Item 3\n"),
)


def pack(tmp_path: Path, text: str) -> ParsedPack:
    path = tmp_path / "pack.txt"
    path.write_text(text, encoding="utf-8")
    return understand(read_text(path)).pack


@pytest.mark.parametrize("way", [0, 1])
@pytest.mark.parametrize("ranges", [("(Pages 1 - 2)", "(Page 3)"), ("", "")])
def test_item_stamps_at_a_pages_end_belong_to_that_page(
    tmp_path: Path, way: int, ranges: tuple[str, str]
) -> None:
    front = FRONT.format(first=ranges[0], second=ranges[1])
    text = f"{front}{MINUTES}{BELOW[0][way]}{REST}Page 2\n{REPORT}{BELOW[1][way]}"
    read = pack(tmp_path, text)
    (minutes,) = read.minutes
    assert [item.number for item in minutes.items] == ["7", "8", "9"]
    assert [paragraph.number for paragraph in minutes.items[1].paragraphs] == ["8.1", "8.2", "8.3"]
    assert {report.agenda_item: report.pages for report in read.reports}["3"] == (3, 3)


def test_item_stamps_at_a_pages_head_stay_there() -> None:
    front = FRONT.format(first="(Pages 1 - 2)", second="(Page 3)")
    text = f"{front}Agenda Item 2\n{MINUTES}Page 1\n{REST}Page 2\nAgenda Item 3\n{REPORT}Page 3\n"
    assert settle_stamps(text) == text
    bare = text.replace("(Pages 1 - 2)", "").replace("(Page 3)", "")
    assert settle_stamps(bare) == bare


def test_numbered_front_sheets_leave_the_stamps_to_the_agenda() -> None:
    front = FRONT.format(first="(Pages 3 - 4)", second="(Page 5)")
    papers = f"Agenda Item 2\n{MINUTES}Page 3\n{REST}Page 4\nAgenda Item 3\n{REPORT}Page 5\n"
    text = f"{front}Page 1\nnotes\nPage 2\n{papers}"
    assert settle_stamps(text) == text


def test_a_papers_own_number_above_the_packs_is_no_page_of_its_own(tmp_path: Path) -> None:
    front = FRONT.format(first="(Pages 1 - 2)", second="(Page 3)")
    text = (
        f"{front}{MINUTES}Page 1\nPage 1\nAgenda Item 2\n{REST}Page 2\nPage 2\n"
        f"{REPORT}Page 1\nPage 3\nAgenda Item 3\n"
    )
    read = pack(tmp_path, text)
    assert len(read.minutes[0].items) == 3
    assert {report.agenda_item: report.pages for report in read.reports}["3"] == (3, 3)


def test_a_hyphen_at_a_lines_end_as_pdfium_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "pack.txt"
    path.write_text("The walls were in\ufffespected in the spring\n", encoding="utf-8")
    lines = [line.text for line in read_text(path).pages[0].lines if line.text]
    assert lines == ["The walls were in-", "spected in the spring"]


def test_a_blank_page_ends_the_sheet_above_it(tmp_path: Path) -> None:
    path = tmp_path / "pack.txt"
    front = FRONT.format(first="", second="")
    path.write_text(f"{front}This page is intentionally left blank\n{MINUTES}Page 1\n", encoding="utf-8")
    pages = read_text(path).pages
    assert [page.lines[0].text for page in pages][-1] == "HARBOUR AND COAST SCRUTINY COMMITTEE"


def test_stamps_of_turned_pages_stand_a_word_a_line() -> None:
    text = "one\nPage 6\ntwo\nPage\n7\nAgenda\nItem\n8\nthree\nPage\n8\n"
    assert mend_turned(text) == "one\nPage 6\ntwo\nPage 7\nAgenda Item 8\nthree\nPage 8\n"
    headed = "Item\nPage\n1\nApologies\nPage 6\n"
    assert mend_turned(headed) == headed


def test_stamps_far_to_the_right_end_and_open_pages(tmp_path: Path) -> None:
    far = " " * 60
    front = FRONT.format(first="", second="")
    text = (
        f"{front}{far}Agenda Item 2\n\n\n\n{MINUTES}\n\n{far}Page 1\n{REST}\n\n{far}Page 2\n"
        f"{far}    Agenda Item 3\n\n\n\n{REPORT}\n\n{far}Page 3\n"
    )
    read = pack(tmp_path, text)
    assert len(read.minutes[0].items) == 3
    assert {report.agenda_item: report.pages for report in read.reports}["3"] == (3, 3)
