"""A member's brief: what goes in, what stays out, and its three forms."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.enum.style import WD_STYLE_TYPE

from scrutiny_tui.services.briefing import as_markdown, as_pdf, as_word, file_name, free_name, write_brief
from scrutiny_tui.services.briefing.layout import parts_of
from scrutiny_tui.services.briefing.model import Brief
from scrutiny_tui.services.errors import ExportFailed
from scrutiny_tui.wiring import Services
from tests.services.briefed import LEASE, OPEN, SAID, WALLS, a_desk


@pytest.fixture(scope="module")
def desk_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    with a_desk(tmp_path_factory.mktemp("briefed")) as services:
        yield services


async def made(services: Services, **choice: str) -> Brief:
    meeting = (await services.meetings.overview()).coming[0].meeting
    return await services.briefing.brief(meeting.id, **choice)  # type: ignore[arg-type]


def words(brief: Brief) -> str:
    return "\n".join(f"{part.kind}: {part.headed}" for part in parts_of(brief))


async def test_it_holds_what_a_member_needs_and_nothing_secret(desk_of: Services) -> None:
    brief = await made(desk_of)
    text = words(brief)
    for said in (
        "fact: Thursday 22 May 2031, 10:00",
        "fact: Cy Marsh · Clerk · cy.marsh@saltby.example · 01632 960001",
        "fact: 0 of 3 pages read",
        f"item: 2. {WALLS}",
        "detail: Ada Stone · pages 5–6 (2 pages) · read 0 of 2",
        f"bullet: {OPEN}",
        "text: Is it | really seven?\nquote: North | 7\nsource: pack page 5",
        "text: How many steps did the [survey] count?\ndetail: State: draft",
        "source: minute 14.",
        "not public: left out of this brief",
        f"item: 3. {LEASE}",
    ):
        assert said in text, said
    assert "Barnacle" not in text
    assert brief.withheld == 2  # a note and a recommendation
    assert "2 quotations or notes from pages that are not public" in text


async def test_the_best_earlier_passages_go_in_until_the_member_chooses(desk_of: Services) -> None:
    brief = await made(desk_of)
    item = next(one for one in brief.items if one.detail.item.title == WALLS)
    assert [one.goes_in for one in item.earlier] == [True, True, True, False]
    assert {one.text for one in item.earlier} == set(SAID)
    meeting = brief.meeting.meeting
    await desk_of.briefing.choose(meeting, WALLS, item.earlier[3:])
    after = next(one for one in (await made(desk_of)).items if one.detail.item.title == WALLS)
    assert [one.goes_in for one in after.earlier] == [False, False, False, True]
    assert [one.text for one in after.earlier] == [one.text for one in item.earlier]  # nothing jumps
    best = next(one for one in (await made(desk_of, earlier="best")).items if one.earlier)
    assert [one.goes_in for one in best.earlier] == [True, True, True, False]
    await desk_of.briefing.choose(meeting, WALLS, ())
    for choice in ("chosen", "kept", "none"):
        assert "Earlier on this topic" not in words(await made(desk_of, earlier=choice))
    await desk_of.briefing.choose(meeting, WALLS, None)
    assert "Earlier on this topic" in words(await made(desk_of))


async def test_markdown_obeys_nothing_that_is_quoted(desk_of: Services) -> None:
    from markdown_it import MarkdownIt

    text = as_markdown(await made(desk_of)).decode()
    html = MarkdownIt().render(text)
    assert "<h3>2. Sea Walls *Survey*</h3>" in html
    assert "<em>Survey</em>" not in html and "<b>breaches</b>" not in html
    assert "[survey] count?" in html


async def test_word_has_headings_numbered_pages_and_a4(desk_of: Services) -> None:
    content = as_word(await made(desk_of))
    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    assert section.page_height is not None and round(section.page_height.mm) == 297
    headings = [one for one in document.paragraphs if one.style and one.style.name.startswith("Heading")]
    assert f"2. {WALLS}" in [one.text for one in headings]
    assert all(one.paragraph_format.keep_with_next for one in headings)
    assert document.styles["Quote"].type is WD_STYLE_TYPE.PARAGRAPH
    footer = zipfile.ZipFile(io.BytesIO(content)).read("word/footer1.xml")
    assert b"NUMPAGES" in footer
    assert document.core_properties.created.year == 2031  # not the day of the library's template


async def test_a_pdf_prints_every_letter_and_numbers_its_pages(desk_of: Services) -> None:
    brief = await made(desk_of)
    item = next(one for one in brief.items if one.earlier)
    await desk_of.briefing.choose(brief.meeting.meeting, WALLS, item.earlier)
    document = pypdfium2.PdfDocument(as_pdf(await made(desk_of)))
    await desk_of.briefing.choose(brief.meeting.meeting, WALLS, None)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    assert "ŵ ŷ £12.5m" in text
    assert "eleven <b>breaches</b>" in text  # shown, not obeyed
    assert f"page 1 of {len(document)}" in text
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    assert f"2. {WALLS}" in [one.get_title() for one in document.get_toc()]
    document.close()


async def test_no_file_is_written_over_unsaid(desk_of: Services, tmp_path: Path) -> None:
    brief = await made(desk_of)
    target = tmp_path / file_name("Coast & Moor/Scrutiny", "2031-05-22", ".md")
    assert target.name == "brief 2031-05-22 Coast and Moor Scrutiny.md"
    write_brief(brief, target)
    assert target.stat().st_mode & 0o777 == 0o600
    target.write_text("mine")
    with pytest.raises(ExportFailed, match="is there already"):
        write_brief(brief, target)
    assert target.read_text() == "mine"
    assert free_name(tmp_path, target.name).name == "brief 2031-05-22 Coast and Moor Scrutiny 2.md"
    write_brief(brief, target, replace=True)
    assert target.read_text().startswith("# Moorland")
    with pytest.raises(ExportFailed, match=r"\.md, \.docx or \.pdf"):
        write_brief(brief, tmp_path / "brief.txt")


async def test_recommendations_keep_their_own_numbers_in_every_form(desk_of: Services) -> None:
    brief = await made(desk_of)
    asked = ("The Board is asked to:", "1. Walk the walls.", "2.1 Mend them.", "Be quick.")
    first = replace(brief.items[0], recommendations=asked)
    brief = replace(brief, items=(first, *brief.items[1:]))
    said = "The Board is asked to:\n\n1. Walk the walls.\n- 2.1 Mend them.\n- Be quick."
    assert said in as_markdown(brief).decode()
    word = docx.Document(io.BytesIO(as_word(brief)))
    lines = [(one.text, one.style.name == "List Bullet") for one in word.paragraphs if one.style]
    at = lines.index(("The Board is asked to:", False))
    assert lines[at + 1 : at + 4] == [
        ("1.\tWalk the walls.", False),
        ("2.1\tMend them.", False),
        ("Be quick.", True),
    ]
    marks = [part.mark for part in parts_of(brief) if part.kind == "bullet"]
    assert marks[:3] == ["1.", "2.1", "•"]
    assert as_pdf(brief).startswith(b"%PDF-")
