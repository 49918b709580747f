"""Which pages belong to which agenda item, and what the papers say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from imports.layout.furniture import TextLine, find_furniture, read_lines
from imports.model.agenda import AgendaItem
from imports.model.document import Document, Line, OutlineEntry, Page
from imports.reports.reading import Papers, read_papers
from imports.reports.recommendations import read_recommendations
from imports.reports.title import read_title
from tests.importers.sheets import from_text


def papers_of(document: Document, agenda: tuple[AgendaItem, ...], first_page: int = 2) -> Papers:
    furniture = find_furniture(document)
    return read_papers(document, read_lines(document, furniture), furniture, agenda, first_page, frozenset())


AGENDA = (
    AgendaItem("1", "Apologies"),
    AgendaItem("2", "Winter Care of Lanes", pages=(1, 3)),
    AgendaItem("3", "Bus Services", pages=(4, 5)),
    AgendaItem("4", "Work Programme", pages=(6, 6)),
)


def drawn(
    stamps: Mapping[int, tuple[str, ...]], count: int = 7, outline: tuple[OutlineEntry, ...] = ()
) -> Document:
    pages = []
    for number in range(1, count + 1):
        lines = [Line(f"Words of page {number} which go on for a while", top=100, bottom=111, size=11)]
        lines += [Line(text, top=820, bottom=832, size=12, stamp=True) for text in stamps.get(number, ())]
        pages.append(Page(number, tuple(lines), width=595.0, height=842.0))
    return replace(from_text("x"), format="pdf", pages=tuple(pages), outline=outline)


STAMPED = {n: (f"Page {n - 1}",) for n in range(2, 8)}


def test_stamps_divide_a_drawn_pack() -> None:
    stamps = STAMPED | {
        2: ("Page 1", "Agenda Item 2"),
        5: ("Page 4", "Agenda Item 3"),
        7: ("Page 6", "Agenda Item 4"),
    }
    papers = papers_of(drawn(stamps), AGENDA)
    assert papers.pack_pages == (None, 1, 2, 3, 4, 5, 6)
    assert [(r.agenda_item, r.pages, r.file_pages) for r in papers.reports] == [
        ("2", (1, 3), (2, 4)),
        ("3", (4, 5), (5, 6)),
        ("4", (6, 6), (7, 7)),
    ]
    assert papers.items == {2: "2", 3: "2", 4: "2", 5: "3", 6: "3", 7: "4"}
    assert not papers.warnings


def test_a_stamp_beats_the_agenda_and_warns() -> None:
    stamps = STAMPED | {
        2: ("Page 1", "Agenda Item 2"),
        6: ("Page 5", "Agenda Item 3"),
        7: ("Page 6", "Agenda Item 4"),
    }
    papers = papers_of(drawn(stamps), AGENDA)
    assert [(r.agenda_item, r.pages) for r in papers.reports] == [("2", (1, 4)), ("3", (5, 5)), ("4", (6, 6))]
    (warning,) = papers.warnings
    assert (warning.code, warning.page) == ("page-contradicts-stamp", 6)
    assert "page 4" in warning.text and "5" in warning.text


def test_where_pages_were_left_out_the_agenda_numbers_a_paper_whose_stamp_is_lost() -> None:
    stamps = {
        2: ("Page 1", "Agenda Item 2"),
        4: ("Agenda Item 3",),
        5: ("Page 5",),
        6: ("Page 6", "Agenda Item 4"),
        7: ("Page 7",),
    }
    papers = papers_of(drawn(stamps), AGENDA)
    assert papers.pack_pages == (None, 1, 2, 4, 5, 6, 7)
    assert not [warning for warning in papers.warnings if "item 3" in warning.text]


def test_a_stamp_still_there_in_a_text_contradicts_its_agenda() -> None:
    pages = [
        "Agenda",
        f"Page 1\nReport title: Winter Care of Lanes\n{BODY}",
        f"Page 2\n{BODY}",
        f"Page 3\nAgenda Item 3\nReport title: Bus Services\n{BODY}",
        f"Page 4\n{BODY}",
        f"Agenda Item 4\nReport title: Work Programme\n{BODY}",
    ]
    papers = papers_of(from_text("\f".join(pages)), AGENDA)
    assert [warning.page for warning in papers.warnings] == [4]
    assert "item 3 at page 4" in papers.warnings[0].text and "stamp 3" in papers.warnings[0].text


def test_page_numbers_and_bookmarks_stand_in_for_item_stamps() -> None:
    outline = (
        OutlineEntry(1, "Agenda", 1),
        OutlineEntry(1, "3 Bus Services", 5),
        OutlineEntry(2, "Appendix A", 6),
    )
    papers = papers_of(drawn(STAMPED, outline=outline), AGENDA)
    assert [(r.agenda_item, r.file_pages) for r in papers.reports] == [
        ("2", (2, 4)),
        ("3", (5, 5)),
        ("3", (6, 6)),
        ("4", (7, 7)),
    ]


BODY = "\n".join(f"Line {n} of the words that fill this page to its edge and say no more" for n in range(14))


def test_a_text_without_stamps_is_laid_out_by_its_titles() -> None:
    text = "\f".join(
        [
            "Agenda",
            f"Roads Scrutiny Committee\nReport title: Winter Care of Lanes\n{BODY}",
            BODY,
            f"Roads Scrutiny Committee\nReport title: Bus Services in the Hills\n{BODY}",
            BODY,
            f"Roads Scrutiny Committee\nDraft work programme 2023\n{BODY}",
        ]
    )
    papers = papers_of(from_text(text), AGENDA)
    assert [(r.agenda_item, r.title, r.file_pages) for r in papers.reports] == [
        ("2", "Winter Care of Lanes", (2, 3)),
        ("3", "Bus Services in the Hills", (4, 5)),
        ("4", "Draft work programme 2023", (6, 6)),
    ]
    numbers = [n for n in papers.pack_pages if n]
    assert numbers == sorted(numbers) and papers.pack_pages[1] == 1 and papers.pack_pages[3] == 4


def test_papers_without_an_agenda_begin_where_reports_do() -> None:
    text = "\f".join(
        [
            f"Title of Report:\nWinter Care\n\nPurpose of Report:\n{BODY}",
            BODY,
            f"Roads Scrutiny Committee\nTitle of Report: Bus Services\n{BODY}",
        ]
    )
    papers = papers_of(from_text(text), (), first_page=1)
    assert [(r.title, r.file_pages) for r in papers.reports] == [
        ("Winter Care", (1, 2)),
        ("Bus Services", (3, 3)),
    ]


def lines_of(text: str) -> list[TextLine]:
    document = from_text(text)
    return read_lines(document, find_furniture(document))


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Roads Scrutiny Committee Briefing Paper\nWinter Care\n1.0 Introduction\nWords.", "Winter Care"),
        (
            "Roads Scrutiny Committee\n10th March, 2022\n\nReport Title\n\nWinter Care\n\nPurpose of",
            "Winter Care",
        ),
        (
            "ROADS COMMITTEE\nReport to: Cabinet\nSubject: Winter Care\nof Lanes\n\nWords",
            "Winter Care of Lanes",
        ),
        ("1. Purpose\nThe purpose is plain.", "1. Purpose"),
        (
            "Street\nLighting\n\nEnergy\nYearly Report\n\nThe lamps burn on.",
            "Street Lighting Energy Yearly Report",
        ),
        ("Lanes & Verges –\nHedges\n\nCutting Plan 2024/25", "Lanes & Verges – Hedges Cutting Plan 2024/25"),
        ("Winter Care Plan\n\nAnnual Report\n\nWords.", "Winter Care Plan"),
        ("Winter Care\n\nPurpose of Report\n\nWords.", "Winter Care"),
        ("Winter Care\n\nProposed reports\n\nWords.", "Winter Care"),
        ("Winter Care\n\n1. Update\n\nWords.", "Winter Care"),
    ],
)
def test_titles(head: str, title: str) -> None:
    assert read_title(lines_of(head), "") == title


def test_the_line_like_the_agendas_is_the_title() -> None:
    head = "Northshire County Council\nFinance\n\nRevenue Monitoring 2022\n\nNet Budget\n\n1. Purpose"
    assert read_title(lines_of(head), "Revenue Monitoring") == "Revenue Monitoring 2022"


def test_recommendations_are_quoted_to_the_next_heading() -> None:
    text = """
        Recommendations to Board:
        The Board is invited to:

        1. Acknowledge the timeline for
        the gritting of lanes.

        2. Agree that option 3 is preferred.

        Financial Implications:
        None.
    """
    assert read_recommendations(lines_of(text)) == (
        "The Board is invited to:",
        "1. Acknowledge the timeline for the gritting of lanes.",
        "2. Agree that option 3 is preferred.",
    )


def test_recommendations_end_where_the_next_numbered_section_begins() -> None:
    text = """
        2. Recommendations

        2.1 That the Committee comments on the gritting of lanes.

        3. The figures

        3.1 There were 52 nights of frost.
    """
    assert read_recommendations(lines_of(text)) == (
        "2.1 That the Committee comments on the gritting of lanes.",
    )


def test_recommendations_without_stops_are_counted_to_the_last() -> None:
    text = """
        Recommendations to Board:
        The Board is recommended to

        1. Endorse the approach to gritting

        2. Sign off the Gritting Plan

        3. Welcome a depot in every valley

        Financial implications

        There were 52 nights of frost.
    """
    assert read_recommendations(lines_of(text)) == (
        "The Board is recommended to",
        "1. Endorse the approach to gritting",
        "2. Sign off the Gritting Plan",
        "3. Welcome a depot in every valley",
    )


def test_a_recommendation_on_its_labels_line() -> None:
    text = (
        "Words.\n\nRecommendation: That the Committee notes the report\n"
        "and thanks the crews.\n\nBackground\nMore."
    )
    assert read_recommendations(lines_of(text)) == (
        "That the Committee notes the report and thanks the crews.",
    )


def test_a_numbered_heading_after_a_sentence_is_no_more_of_what_is_recommended() -> None:
    text = (
        "Recommendation: That the Committee notes the figures of the year and asks for\n"
        "another report.\n\n"
        "2. Waiting times\n\n"
        "In March 41 people waited for a mooring, nine more than the year before.\n"
    )
    assert read_recommendations(lines_of(text)) == (
        "That the Committee notes the figures of the year and asks for another report.",
    )


def test_prose_about_recommendations_is_none() -> None:
    assert (
        read_recommendations(lines_of("The recommendations of the review were accepted last year in full."))
        == ()
    )


def test_papers_of_items_without_numbers_are_theirs_by_their_place() -> None:
    plain = tuple(replace(item, number=None) for item in AGENDA)
    by_stamp = papers_of(drawn(STAMPED), plain)
    outline = (OutlineEntry(1, "Agenda", 1), OutlineEntry(1, "Bus services", 5))
    by_bookmark = papers_of(drawn({}, outline=outline), (plain[0], replace(plain[2], pages=None)))
    for papers, places in ((by_stamp, [(1, 2), (2, 5), (3, 7)]), (by_bookmark, [(1, 5)])):
        own = [report for report in papers.reports if report.place is not None]
        assert [(report.place, report.file_pages[0]) for report in own] == places
        assert {report.agenda_item for report in own} == {None}
        assert not papers.items
