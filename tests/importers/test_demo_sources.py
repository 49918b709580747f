"""The demo's packs are made from their sources to the byte, and true to the calendar."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1, stream_value

from scrutiny_tui.demo import COUNCIL, PACKS, TODAY
from scrutiny_tui.demo.make_packs import SOURCES, make_pack, name_file
from scrutiny_tui.demo.markup import read_source

EXTRACT = PACKS / "Health and Wellbeing Board 10 March 2026.txt"
SOURCE_FILES = sorted(SOURCES.glob("*.md"))
LARGEST = 200_000

_SPOKEN_DATE = re.compile(
    r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]+) (20\d\d)\b",
    re.IGNORECASE,
)


def contents(data: bytes) -> list[bytes]:
    """What is drawn on each page and in each stamp, however it was packed."""
    document = PDFDocument(PDFParser(BytesIO(data)))
    drawn: list[bytes] = []
    for page in PDFPage.create_pages(document):
        forms = resolve1(page.resources.get("XObject", {}))
        streams = [stream_value(part) for part in page.contents]
        streams += [form for form in map(resolve1, forms.values()) if isinstance(form, PDFStream)]
        drawn.append(b"\n".join(stream.get_data() for stream in streams))
    return drawn


def test_every_source_has_its_pack_and_nothing_else_is_shipped() -> None:
    wanted = {name_file(read_source(source)) for source in SOURCE_FILES} | {EXTRACT.name}
    assert {path.name for path in PACKS.iterdir()} == wanted


@pytest.mark.parametrize("source", SOURCE_FILES, ids=lambda path: path.stem)
def test_the_shipped_pack_is_what_its_source_makes(source: Path) -> None:
    meeting = read_source(source)
    made, _ = make_pack(meeting)
    assert made == make_pack(meeting)[0]
    shipped = (PACKS / name_file(meeting)).read_bytes()
    assert contents(shipped) == contents(made)
    assert len(shipped) < LARGEST


@pytest.mark.parametrize("path", [*SOURCE_FILES, EXTRACT], ids=lambda path: path.stem)
def test_every_weekday_is_that_of_its_date(path: Path) -> None:
    text = " ".join(path.read_text(encoding="utf-8").split())
    spoken = _SPOKEN_DATE.findall(text)
    assert spoken
    for weekday, day, month, year in spoken:
        moment = datetime.strptime(f"{day} {month.title()} {year}", "%d %B %Y")
        assert f"{moment:%A}" == f"{weekday.title()}day", (weekday, day, month, year)


def test_the_clock_stands_where_a_deadline_falls_today() -> None:
    meetings = [read_source(source) for source in SOURCE_FILES]
    assert {meeting.council for meeting in meetings} == {COUNCIL}
    words = f"end of day {TODAY:%A} {TODAY.day}th {TODAY:%B %Y}"
    assert [m.start.date() for m in meetings if any(words in item.title for item in m.items)] == [
        date(2026, 5, 21)
    ]
