"""No parser raises anything but a refusal, whatever lines it is given."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imports.errors import Refused
from imports.model.document import Cell, Document, Line, OutlineEntry, Page, Table
from imports.overlong import LONGEST_LINE, MOST_LETTERS, hold_to_bounds
from imports.pack import understand
from tests.bench.fuzz import ADVERSARIAL, HEAD, document_of, parsers

pytestmark = pytest.mark.slow

COUNCIL = (
    *HEAD,
    "AGENDA",
    "Present:",
    "Apologies:",
    "Cllr Ann Lee (Chair), Cllr Bo Ray",
    "MINUTES of the meeting held on 14 June 2033",
    "14. SCHOOL EXCLUSIONS",
    "14.1 A member asked how many. In response it was said that few were.",
    "RESOLVED that the report be noted.",
    "(ACTION: EP)",
    "Questions by noon, three clear working days before the meeting",
    "Please send in questions by end of day Monday 13th June",
    "2. Bus Shelters (Pages 3 - 8)",
    "(Pages 9 -",
    "Page 71",
    "Agenda Item 5",
    "Work Programme",
    "19 July 2033",
    "Action | Responsibility | Progress",
    "Exempt - paragraph 3 of Schedule 12A",
    "Contact: Wren Albright, Democratic Services 01632 960001 wren@wend.example",
    "https://wend.example/a-",
    "CONCLUDED AT 12.30 pm",
)
GARBAGE = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
TEXTS = st.one_of(
    st.sampled_from(COUNCIL),
    GARBAGE,
    st.builds(lambda unit, n: unit * n, st.sampled_from(list(ADVERSARIAL.values())), st.integers(1, 40)),
    st.builds(lambda a, b: f"{a} {b}", st.sampled_from(COUNCIL), GARBAGE),
)
PLACES = st.floats(-50, 900, allow_nan=False)
LINES = st.builds(
    Line,
    text=TEXTS,
    left=PLACES,
    right=PLACES,
    top=PLACES,
    bottom=PLACES,
    size=st.sampled_from((0.0, 9.0, 11.0, 16.0)),
    bold=st.booleans(),
    stamp=st.booleans(),
    cells=st.lists(st.builds(Cell, TEXTS, PLACES, PLACES), max_size=3).map(tuple),
    table=st.sampled_from((None, None, None, 0, 7)),
)
TABLES = st.builds(Table, st.lists(st.lists(TEXTS, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple))
PAGES = st.lists(
    st.tuples(st.lists(LINES, max_size=14), st.lists(TABLES, max_size=1)), min_size=1, max_size=4
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    pages = tuple(
        Page(number, tuple(lines), tuple(tables), 595, 842, draw(st.integers(0, 1)))
        for number, (lines, tables) in enumerate(draw(PAGES), 1)
    )
    outline = draw(
        st.lists(st.builds(OutlineEntry, st.just(1), TEXTS, st.sampled_from((None, 1, 9))), max_size=3)
    )
    kind = draw(st.sampled_from(("pdf", "text")))
    return Document("any.pdf", "0" * 64, kind, pages, draw(TEXTS), draw(TEXTS), tuple(outline))  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(documents(), st.booleans())
def test_a_document_of_anything_is_understood_or_refused(document: Document, any_paper: bool) -> None:
    try:
        found = understand(document, any_paper=any_paper)
    except Refused as refused:
        assert "any.pdf" in refused.text
    else:
        assert [page.number for page in found.pages] == [page.number for page in document.pages]


@pytest.mark.parametrize("name", parsers())
@settings(max_examples=5, deadline=None)
@given(document=documents())
def test_no_parser_raises(name: str, document: Document) -> None:
    try:
        parsers()[name](document)
    except Refused as refused:
        assert "any.pdf" in refused.text


def test_a_line_no_page_could_print_is_cut_between_words() -> None:
    held = hold_to_bounds(document_of(["word " * 3000, "short", "x" * 9000]))
    texts = [line.text for line in held.pages[0].lines]
    assert max(map(len, texts)) <= LONGEST_LINE
    assert " ".join(texts[:4]) == ("word " * 3000).strip()
    assert texts[4] == "short"
    assert "".join(texts[5:]) == "x" * 9000


def test_more_words_than_any_pack_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        hold_to_bounds(document_of(["x" * (MOST_LETTERS + 1)]))
    assert refused.value.code == "too-large"
