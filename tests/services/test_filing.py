from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from db.library import deadlines, documents, page_numbers, pages
from db.store import Store
from imports.model.agenda import Report
from imports.model.deadlines import DeadlineRule, DeadlineWording
from imports.model.reading import Block, Passage, ReadPage
from imports.model.tables import Acronym
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.filing import draft_document
from scrutiny_tui.services.kept_pack import read_pack, read_page
from scrutiny_tui.services.kept_wording import read_wording
from tests.services.samples import a_pack, an_item, file_pack, some_pages
from tests.storage.papers import read_now

WORDING = DeadlineWording(
    "Questions by noon on Monday 19 May 2031",
    DeadlineRule("date", date=date(2031, 5, 19), weekday=0, time=time(12), time_words="noon"),
    ("4", "5"),
    "agenda",
    1,
)


def test_what_was_understood_comes_back_as_it_was(store: Store) -> None:
    pack = a_pack(agenda=(an_item("1", "Apologies"),), question_deadlines=(WORDING,))
    page = ReadPage(1, 71, (Block("table", "a\tb", rows=(("a", "b"),)),), pictures=2, failed="half of it")
    filed = file_pack(store, pack, [page])
    (document,) = read_now(store, documents)
    (stored,) = read_now(store, lambda db: pages(db, filed.document_id))
    (deadline,) = read_now(store, lambda db: deadlines(db, [filed.meeting_id]))
    assert read_pack(document) == pack
    assert read_page(stored) == page
    assert read_wording(deadline) == WORDING


def test_a_paper_without_a_committee_is_named_after_its_file() -> None:
    draft = draft_document(a_pack("update sheet.pdf", committee=None), [], [], Path("/x/update sheet.pdf"))
    assert draft.committee == "Unknown committee (update sheet)"


def test_an_item_begins_at_its_report_where_the_agenda_prints_another_page() -> None:
    items = (
        an_item("4", "Sea Walls", pages=(2, 3)),
        an_item("5", "Heather", pages=(4, 4)),
        an_item("6", "Peat", pages=(90, 91)),
        an_item("7", "Any other business"),
    )
    report = Report("4", "Sea Walls", (3, 3), (4, 4))
    draft = draft_document(
        a_pack(agenda=items, reports=(report,)), some_pages(["a", "b", "c", "d", "e"], 1), [], Path("/x")
    )
    assert [item.file_page for item in draft.items] == [4, 5, None, None]
    assert (draft.items[0].first_page, draft.items[0].last_page) == (2, 3)


def test_an_item_without_a_number_begins_at_the_report_of_its_place() -> None:
    items = (an_item(None, "Apologies"), an_item(None, "Heather"))
    report = Report(None, "Heather", None, (3, 3), place=1)
    pages = some_pages(["a", "b", "c"], 1)
    draft = draft_document(a_pack(agenda=items, reports=(report,)), pages, [], Path("/x"))
    assert [item.file_page for item in draft.items] == [None, 3]


def test_a_passage_brings_its_own_day_only() -> None:
    own = Passage("minute", "4.1", "Peat", "It was wet.", 2, 1, date(2031, 3, 1), "3")
    plain = Passage("report", "", "Peat", "It is wet.", 3, 2)
    draft = draft_document(a_pack(), [], [own, plain], Path("/x"))
    assert [passage.said_on for passage in draft.passages] == [date(2031, 3, 1), None]


def test_acronyms_and_page_texts_are_filed(store: Store) -> None:
    pack = a_pack(glossary=(Acronym("SW", "Sea Wall", 2),))
    filed = file_pack(store, pack, some_pages(["one", "two"], 10))
    numbers = read_now(store, lambda db: page_numbers(db, filed.document_id))
    assert [(page.number, page.pack_page) for page in numbers] == [(1, None), (2, 10)]
    assert numbers[0].letters == len("Heading 1\none")


def test_rows_of_another_version_say_to_import_again(store: Store) -> None:
    filed = file_pack(store, a_pack(question_deadlines=(WORDING,)), some_pages(["one"]))
    (document,) = read_now(store, documents)
    (page,) = read_now(store, lambda db: pages(db, filed.document_id))
    (deadline,) = read_now(store, lambda db: deadlines(db, [filed.meeting_id]))
    for read in (
        lambda: read_pack(replace(document, understood="{}")),
        lambda: read_page(replace(page, blocks="[]")),
        lambda: read_wording(replace(deadline, wording="not json")),
    ):
        with pytest.raises(ServiceError, match="import the file again"):
            read()
