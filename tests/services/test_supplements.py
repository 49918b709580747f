"""What a later paper replaces, by its own words, and what is new in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models.papers import AgendaItem, PageNumber, StoredDocument
from db.store import Store
from imports.model.agenda import Report
from imports.model.pack import ParsedPack
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.opened import Opened
from scrutiny_tui.services.pages_read import pages_read
from scrutiny_tui.services.papers import papers_of, recommendations_of
from scrutiny_tui.services.reading import Reading
from scrutiny_tui.services.supplements import changed_pages, pages_replaced, shown_pages, stretches
from tests.services.samples import a_pack, an_item, file_pack, some_pages


@pytest.mark.parametrize(
    ("said", "pages"),
    [
        ("This report replaces pages 59 - 62 of the agenda pack.", ((59, 62),)),
        ("Replacement pages 59–62", ((59, 62),)),
        (
            "The following supersedes the version of Appendix B published at page 14 of the agenda.",
            ((14, 14),),
        ),
        ("Please note that pages 71 to 76 of the main pack have been replaced.", ((71, 76),)),
        ("To replace p. 8; page 9 is as it was. This paper replaces pp 20 and 21.", ((8, 8), (20, 21))),
        ("The old boiler was replaced in May; see page 12.", ()),
        ("See pages 3 to 5 for the figures.", ()),
        ("Replaces pages 62 - 59", ()),
    ],
)
def test_the_pages_a_paper_says_it_replaces(said: str, pages: tuple[tuple[int, int], ...]) -> None:
    assert pages_replaced(["Supplement 1", said]) == pages


def test_only_the_first_pages_are_asked() -> None:
    assert pages_replaced(["a", "b", "This replaces page 3"]) == ()


def test_changed_pages_are_those_with_new_words_wherever_they_break() -> None:
    before = [
        "The harbour wall was looked at by divers in May.",
        "It was found to be in good order by all of them.",
    ]
    later = [
        "The harbour wall was looked at by divers in May. It was found to be in good order by all of them.",
        "It was found to be in poor order by all of them.",
        "",
    ]
    assert changed_pages(later, before) == (1,)


@given(st.sets(st.integers(1, 60)))
def test_stretches_hold_the_same_numbers(numbers: set[int]) -> None:
    found = stretches(numbers)
    assert {n for first, last in found for n in range(first, last + 1)} == numbers
    assert all(a[1] + 1 < b[0] for a, b in pairwise(found))


def test_pages_in_words() -> None:
    assert shown_pages(((59, 62), (70, 70))) == "pages 59–62 and 70"
    assert shown_pages(((59, 59),)) == "page 59"


def stored(id: int, source: str, pages: int) -> StoredDocument:
    seen = datetime(2033, 5, 3, 9)
    return StoredDocument(
        id=id, meeting_id=1, sha256=f"{id:064x}", source=source, path="", format="pdf", kind="pack",
        page_count=pages, imported_at=seen, first_seen=seen, understood="",
    )  # fmt: skip


def test_some_pages_of_a_paper_are_replaced_by_a_supplement_that_names_them() -> None:
    item = AgendaItem(
        id=1, meeting_id=1, document_id=1, position=0, number="4", title="Harbours", description=None,
        first_page=55, last_page=64, file_page=None, officers=(), is_heading=False,
    )  # fmt: skip
    numbers = tuple(PageNumber(n, 54 + n, 20) for n in range(1, 11))
    texts = tuple(f"Words of page number {n} of the pack, as it was at first." for n in range(1, 11))
    main = Opened(stored(1, "pack.pdf", 10), a_pack(), numbers, frozenset(), texts=texts)
    new = (
        "Supplement. Replacement pages 59 - 60.",
        texts[4],
        "Words of page number six, not as at first at all.",
    )
    later = Opened(
        stored(2, "update.pdf", 3),
        a_pack("update.pdf", kind="supplement"),
        tuple(PageNumber(n, None, 20) for n in range(1, 4)),
        frozenset(),
        texts=new,
    )
    first, second = papers_of(item, (main, later))
    assert first.note == "pages 59–60 replaced by update.pdf"
    assert second.note == (
        "supplement, first seen 3 May 2033, replaces pages 59–60 of the pack, changed: pages 1 and 3"
    )
    silent = replace(later, texts=("Supplement.", *new[1:]))
    assert [paper.note for paper in papers_of(item, (main, silent))] == [""]


def test_pages_a_supplement_replaces_are_an_items_as_stamped_not_as_its_agenda_says() -> None:
    items = [
        AgendaItem(
            id=n, meeting_id=1, document_id=1, position=n, number=str(n), title=title, description=None,
            first_page=first, last_page=first + 2, file_page=None, officers=(), is_heading=False,
        )
        for n, title, first in ((4, "Harbours", 12), (5, "Lanes", 13))
    ]  # fmt: skip
    reports = (Report("4", "Harbours", (11, 14), (1, 4)), Report("5", "Lanes", (15, 17), (5, 7)))
    numbers = tuple(PageNumber(n, 10 + n, 20) for n in range(1, 8))
    main = Opened(stored(1, "pack.pdf", 7), a_pack(reports=reports), numbers, frozenset(), texts=("words",))
    later = Opened(
        stored(2, "update.pdf", 1),
        a_pack("update.pdf", kind="supplement"),
        (PageNumber(1, None, 20),),
        frozenset(),
        texts=("This replaces pages 11 to 13.",),
    )
    found = [[paper.document.id for paper in papers_of(item, (main, later))] for item in items]
    assert found == [[1, 2], [1]]


def test_what_was_replaced_is_nothing_to_read_or_agree_any_more() -> None:
    item = AgendaItem(
        id=1, meeting_id=1, document_id=1, position=0, number="4", title="Harbours", description=None,
        first_page=55, last_page=56, file_page=None, officers=(), is_heading=False,
    )  # fmt: skip

    def report(asked: str) -> Report:
        return Report("4", "Harbours", (55, 56), (1, 2), (asked,) if asked else ())

    def opened(id: int, pack: ParsedPack, said: str) -> Opened:
        numbers = tuple(PageNumber(n, 54 + n, 20) for n in (1, 2))
        return Opened(stored(id, pack.source, 2), pack, numbers, frozenset({1}), texts=(said, "words"))

    main = opened(1, a_pack(reports=(report("That it be dug."),)), "words")
    for asked, holds in (("That it be filled.", "That it be filled."), ("", "That it be dug.")):
        pack = a_pack("update.pdf", kind="supplement", reports=(report(asked),))
        documents = main, opened(2, pack, "This replaces pages 55 - 56.")
        papers = papers_of(item, documents)
        assert [paper.replaced for paper in papers] == [False, True]
        assert pages_read(papers) == (2, 1)
        assert recommendations_of(item, documents, papers) == (holds,)


async def test_the_text_itself_is_marked_where_a_supplement_changed_it(store: Store, clock: Clock) -> None:
    texts = [f"Words of page number {n} of the pack, as it was at first." for n in range(1, 7)]
    report = Report("4", "Harbours", (55, 59), (2, 6))
    agenda = (an_item("4", "Harbours", pages=(55, 59)),)
    pack = file_pack(store, a_pack(agenda=agenda, reports=(report,)), some_pages(texts, 55))
    new = ["Supplement. Replacement pages 56 - 57.", texts[2], "Dredging now costs twice what was said."]
    own = Report("4", "Harbours", None, (1, 3))
    update = a_pack("update.pdf", kind="supplement", page_count=3, reports=(own,))
    later = file_pack(store, update, some_pages(new))
    reading = Reading(store, clock)

    async def told(document_id: int) -> list[tuple[str, int, tuple[int, int], int]]:
        document = (await reading.open(document_id)).document
        return [(one.kind, one.page, one.blocks, one.document_id) for one in await reading.replaced(document)]

    assert [(kind, page, other) for kind, page, _, other in await told(pack.document_id)] == [
        ("replaced", 3, later.document_id),
        ("replaced", 4, later.document_id),
    ]
    assert await told(later.document_id) == [
        ("new", 1, (1, 1), pack.document_id),
        ("new", 3, (1, 1), pack.document_id),
    ]
