"""Changes to earlier minutes, and pages kept from the public: what counts and what only speaks of it."""

from __future__ import annotations

from datetime import date

import pytest

from imports.exempt import find_exempt
from imports.minutes.amendments import find_amendments
from imports.model.agenda import Report
from imports.model.document import Document, Line, OutlineEntry, Page
from imports.model.minutes import MinuteItem, MinuteParagraph, Minutes

HELD = "That the minutes of the meeting held on 10 March 2033 be approved as a correct record"


def minutes(*texts: str, title: str = "MINUTES OF THE PREVIOUS MEETING") -> Minutes:
    item = MinuteItem("21", title, tuple(MinuteParagraph(None, text, 3) for text in texts))
    return Minutes("Coast Scrutiny Committee", date(2033, 5, 26), items=(item,))


@pytest.mark.parametrize(
    ("text", "ref", "change", "quote"),
    [
        (f"{HELD} subject to the deletion of the words “for free” in paragraph 14.2.", "14.2", "deletion",
         "for free"),
        (f"{HELD} subject to the addition of Cllr Field to the list of those present.", "", "addition", ""),
        (f"{HELD}, subject to minute 17 being amended to read “eleven walls”.", "17", "amendment",
         "eleven walls"),
        (f"{HELD} with one amendment: paragraph 15.3 should say “2032”.", "15.3", "amendment", "2032"),
    ],
)  # fmt: skip
def test_a_change_with_the_approval(text: str, ref: str, change: str, quote: str) -> None:
    (found,) = find_amendments([minutes(text)])
    assert (found.ref, found.change, found.quote) == (ref, change, quote)
    assert (found.minutes_date, found.said_on, found.text) == (date(2033, 3, 10), date(2033, 5, 26), text)


def test_a_change_before_the_approval() -> None:
    change = (
        "It was agreed that the sentence at Paragraph 4.10 “that all was well” be deleted from the minutes."
    )
    (found,) = find_amendments([minutes(change, f"Resolved {HELD}, subject to the amendment.")])
    assert (found.ref, found.change, found.minutes_date) == ("4.10", "deletion", date(2033, 3, 10))


@pytest.mark.parametrize(
    "text",
    [
        f"{HELD}.",
        f"{HELD} and signed by the Chairman with no amendments.",
        "A member asked whether paragraph 4.2 of the report would be amended.",
        "It was agreed that fostering be added to the work programme.",
    ],
)
def test_what_changes_nothing(text: str) -> None:
    assert find_amendments([minutes(text)]) == ()
    assert find_amendments([minutes(text, title="SEA WALLS")]) == ()


def pages(*texts: str, outline: tuple[OutlineEntry, ...] = ()) -> Document:
    made = tuple(Page(n, tuple(map(Line, text.split("\n")))) for n, text in enumerate(texts, 1))
    return Document("pack.pdf", "0" * 64, "pdf", made, outline=outline)


def exempt(document: Document, reports: tuple[Report, ...] = (), behind: int = 1) -> list[int]:
    return [page.page for page in find_exempt(document, reports, behind, frozenset())]


@pytest.mark.parametrize(
    "marking",
    [
        "NOT FOR PUBLICATION",
        "Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A",
        "CONFIDENTIAL",
        "Exempt - Paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972",
        "EXEMPT APPENDIX B",
        "RESTRICTED",
        "This report contains exempt information by virtue of paragraph 3 of Part 1 of Schedule 12A.",
        "This report contains exempt information as defined in Paragraph 1.",
        "By virtue of paragraph(s) 3 of Part 1 of Schedule 12A",
        "EXEMPT FROM PUBLICATION",
        "Not to be published: paragraphs 1 and 2",
        "OFFICIAL SENSITIVE - COMMERCIAL - NOT FOR PUBLICATION",
        "Restricted - Part II",
        "Confidential - members only",
        "Appendix 2 - EXEMPT",
        "CLOSED SESSION",
        "TO BE CONSIDERED IN PRIVATE",
        "Exempt by virtue of paragraph(s) 3 of Part 1 of Schedule 12A\nof the Local Government Act 1972.",
        "This report is not for publication",
        "This report and its appendices are confidential.",
        "Private report - not for publication",
        "GREEN PAPERS - CONFIDENTIAL",
        "Publication status: Exempt",
        "Report classification: RESTRICTED",
        "Access to information: Exempt - paragraph 3",
    ],
)
def test_a_marking_at_the_head_of_a_page(marking: str) -> None:
    body = "Harbour lease\nThe rent is nine pounds."
    assert exempt(pages(f"{marking}\n{body}", body)) == [1]


@pytest.mark.parametrize(
    "text",
    [
        "Exclusion of the press and public\nTo consider excluding the public by virtue of paragraph 3 of"
        " Part 1 of Schedule 12A",
        "RESOLVED that the press and public be excluded under Schedule 12A as exempt information is likely",
        "Exempt accommodation\nThe council supports 40 people.",
        "Confidential reporting of concerns",
        "This report is open with an exempt appendix, paragraph 3 of Schedule 12A.",
        "Appendix B contains exempt information by virtue of paragraph 3 of Part 1 of Schedule 12A.",
        "Exempt information:\nNone",
        "The restricted road was closed.",
        "Appendices\nAppendix 1 - Map\nAppendix 2 - Exempt",
        "Appendix 2 contains exempt information as defined in paragraph 3.",
        "The panel then went into closed session",
        "Publication status: Open",
        "Publication status: Exempt accommodation list",
        "Access to information: exempt appendix",
        "This report is confidential in part",
        "Green paper",
        "the report was exempt\nby virtue of paragraph 3 of Part 1 of Schedule 12A",
    ],
)
def test_what_only_speaks_of_it(text: str) -> None:
    assert exempt(pages(f"{text}\nMore words of the report.")) == []


def test_a_marked_paper_is_exempt_to_its_end_and_the_front_sheet_never() -> None:
    document = pages("CONFIDENTIAL\nAgenda", "NOT FOR PUBLICATION\nLease", "Terms go on", "Another report")
    reports = (Report("5", "Lease", None, (2, 3)), Report("6", "Another", None, (4, 4)))
    assert exempt(document, reports, behind=2) == [2, 3]


def test_what_follows_a_divider_is_private() -> None:
    assert exempt(pages("A report", "PART II\nExempt items", "Lease", "More")) == [2, 3, 4]


def test_a_bookmark_marks_its_pages() -> None:
    outline = (
        OutlineEntry(1, "Agenda", 1),
        OutlineEntry(1, "7 Lease - Restricted", 2),
        OutlineEntry(1, "8 Walls", 4),
    )
    assert exempt(pages("Agenda", "Lease", "Terms", "Walls", outline=outline), behind=2) == [2, 3]
