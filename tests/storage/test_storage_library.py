"""What can be asked of the library about papers and pages."""

from __future__ import annotations

from datetime import date

import pytest

from db import library
from db.errors import NotFound
from db.models.drafts import DraftPage, DraftTerm
from db.store import Store
from tests.storage.papers import DAY, NOW, item, pages, paper, passage, read_now


def text_page(number: int, text: str, pack_page: int | None = None) -> DraftPage:
    return DraftPage(number, pack_page, f'["{number}"]', text, 0)


@pytest.fixture
def document_id(store: Store) -> int:
    draft = paper(
        "Public reports pack.pdf",
        pages=(
            text_page(1, "Agenda\nDredging of the\ninner harbour", 7),
            text_page(2, "Costs (net) rose 4.5% to £2m"),
            text_page(3, "STRASSE and Straße; dredging, DREDGING", 9),
        ),
        passages=(
            passage("One.", page=1),
            passage("Two.", page=1),
            passage("Three.", page=3),
        ),
    )
    return store.write_now(lambda db: library.file_document(db, draft, NOW)).document_id


def test_pages_come_in_ranges(store: Store, document_id: int) -> None:
    def numbers(first: int, last: int | None) -> list[int]:
        return [
            page.number for page in read_now(store, lambda db: library.pages(db, document_id, first, last))
        ]

    assert numbers(1, None) == [1, 2, 3]
    assert numbers(2, 2) == [2]
    assert numbers(2, 99) == [2, 3]
    assert numbers(4, None) == []
    assert numbers(10**30, None) == numbers(1, -(10**30)) == []
    assert numbers(-(10**30), 10**30) == [1, 2, 3]
    (page,) = read_now(store, lambda db: library.pages(db, document_id, 1, 1))
    assert (page.blocks, page.pack_page) == ('["1"]', 7)


def test_page_numbers_tell_stamps_and_lengths(store: Store, document_id: int) -> None:
    found = read_now(store, lambda db: library.page_numbers(db, document_id))
    assert [(page.number, page.pack_page) for page in found] == [(1, 7), (2, None), (3, 9)]
    assert found[1].letters == len("Costs (net) rose 4.5% to £2m")


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("dredging", [1, 3]),
        ("of the inner  harbour", [1]),
        ("(net)", [2]),
        ("4.5% to £2M", [2]),
        (".", [2]),
        ("strasse", [3]),
        ("[a-z]+", []),
        ("", []),
        (" \n\x00 ", []),
    ],
)
def test_words_are_found_on_pages_as_typed(store: Store, document_id: int, text: str, on: list[int]) -> None:
    found = read_now(store, lambda db: library.find_in_document(db, document_id, text))
    assert [page.number for page in found] == on


@pytest.mark.parametrize(
    "typed", ["Public reports pack.pdf", "/papers/Public reports pack.pdf", "REPORTS", " 1 ", "pack"]
)
def test_a_paper_is_found_by_what_a_person_types(store: Store, document_id: int, typed: str) -> None:
    (found,) = read_now(store, lambda db: library.find_documents(db, typed))
    assert found.id == document_id


@pytest.mark.parametrize("typed", ["", "  ", "minutes", "%", "_", "99"])
def test_nothing_is_found_by_what_names_no_paper(store: Store, document_id: int, typed: str) -> None:
    assert read_now(store, lambda db: library.find_documents(db, typed)) == ()


def test_a_paper_can_be_named_by_its_hash(store: Store, document_id: int) -> None:
    stored = read_now(store, lambda db: library.document(db, document_id))
    assert read_now(store, lambda db: library.find_documents(db, stored.sha256.upper())) == (stored,)
    assert read_now(store, lambda db: library.document_by_sha(db, stored.sha256.upper())) == stored
    assert read_now(store, lambda db: library.document_by_sha(db, "0" * 64)) is None
    with pytest.raises(NotFound):
        read_now(store, lambda db: library.document(db, document_id + 1))


def test_passages_come_in_reading_order_and_in_the_order_asked_for(store: Store, document_id: int) -> None:
    first, second, *_ = read_now(store, lambda db: library.passages_of_document(db, document_id))
    asked = [second.id, 4711, first.id, second.id]
    found = read_now(store, lambda db: library.passages(db, asked))
    assert [passage.text for passage in found] == ["Two.", "One.", "Two."]
    assert read_now(store, lambda db: library.passages_of_document(db, document_id + 1)) == ()


def test_meetings_come_newest_first_and_undated_last(store: Store) -> None:
    days = [date(2023, 5, 1), None, date(2024, 5, 1)]
    for number, day in enumerate(days):
        draft = paper(f"{number}.pdf", meeting_date=day)
        store.write_now(lambda db, draft=draft: library.file_document(db, draft, NOW))  # type: ignore[misc]
    assert [meeting.date for meeting in read_now(store, library.meetings)] == [days[2], days[0], None]


def test_a_meeting_is_found_only_on_its_day(store: Store, document_id: int) -> None:
    committee = read_now(store, library.meetings)[0].committee
    assert read_now(store, lambda db: library.meeting_by_ref(db, committee, DAY))
    assert read_now(store, lambda db: library.meeting_by_ref(db, committee, None)) is None
    assert read_now(store, lambda db: library.meeting_by_ref(db, "Another", DAY)) is None


def test_a_supplements_items_do_not_displace_the_agenda(store: Store, document_id: int) -> None:
    supplement = paper("s.pdf", kind="supplement", items=(item(0, "Item 9: late paper"),), pages=pages(1))
    filed = store.write_now(lambda db: library.file_document(db, supplement, NOW))
    (leading,) = read_now(store, lambda db: library.agenda_items(db, filed.meeting_id))
    assert leading.document_id == document_id


def test_deadlines_come_for_the_meetings_asked_for(store: Store, document_id: int) -> None:
    other = paper("other.pdf", meeting_date=date(2024, 6, 1))
    filed = store.write_now(lambda db: library.file_document(db, other, NOW))
    (one,) = read_now(store, lambda db: library.deadlines(db, [filed.meeting_id]))
    assert one.meeting_id == filed.meeting_id
    assert read_now(store, lambda db: library.deadlines(db, [])) == ()


def test_the_commonest_long_form_of_an_acronym_comes_first(store: Store) -> None:
    for number, long in enumerate(["Harbour Authority", "Harbour Authority", "Housing Association"]):
        draft = paper(f"{number}.pdf", kind="report", glossary=(DraftTerm("HA", long, 1),) * 2)
        store.write_now(lambda db, draft=draft: library.file_document(db, draft, NOW))  # type: ignore[misc]
    found = [(term.long, term.documents) for term in read_now(store, library.terms)]
    assert found == [("Harbour Authority", 2), ("Housing Association", 1)]
