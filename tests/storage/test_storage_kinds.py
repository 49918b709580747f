"""Which paper takes another's place, what a new version keeps, and what a purge leaves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from db import library
from db.library import file_document
from db.models.drafts import DraftAmendment, DraftDocument, DraftPage
from db.models.filed import Filed
from db.models.following import FollowedTopic
from db.models.relations import Twin
from db.store import Store
from tests.storage.papers import DAY, NOW, paper, passage, read_now, words_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "home")
    yield opened
    opened.close()


def file(store: Store, draft: DraftDocument, *, again: bool = False) -> Filed:
    return store.write_now(lambda db: file_document(db, draft, NOW, again=again))


def sources(store: Store) -> set[str]:
    return {one.source for one in read_now(store, library.documents)}


def minutes(source: str, *, draft: bool, form: str = "pdf") -> DraftDocument:
    return paper(source, [source], kind="minutes", provisional=draft, format=form)


def test_printed_minutes_take_the_place_of_the_draft(store: Store) -> None:
    file(store, minutes("draft.pdf", draft=True))
    assert file(store, minutes("printed.pdf", draft=False)).status == "updated"
    assert sources(store) == {"printed.pdf"}


def test_a_draft_never_takes_the_place_of_printed_minutes(store: Store) -> None:
    file(store, minutes("printed.pdf", draft=False))
    assert file(store, minutes("draft.pdf", draft=True)).status == "added"
    assert sources(store) == {"printed.pdf", "draft.pdf"}


def test_a_web_page_and_a_printed_paper_stay_side_by_side(store: Store) -> None:
    for source, form in (("agenda.pdf", "pdf"), ("page.html", "html"), ("meeting.xml", "xml")):
        file(store, paper(source, [source], kind="agenda", format=form))
    assert sources(store) == {"agenda.pdf", "meeting.xml"}


def test_what_was_put_to_an_item_stays_there_when_read_again(store: Store) -> None:
    home = file(store, paper("pack.pdf", ["pack"]))
    loose = paper("map.pdf", ["map"], kind="report", committee=None, meeting_date=None)
    filed = store.write_now(lambda db: file_document(db, loose, NOW, meeting_id=home.meeting_id))
    store.write_now(
        lambda db: library.attach(db, filed.document_id, "1", "Dredging", "https://d.example/map")
    )
    again = file(store, loose, again=True)
    assert again.meeting_id == home.meeting_id
    (kept,) = read_now(store, lambda db: library.attachments(db, home.meeting_id))
    assert (kept.document_id, kept.item_title, kept.url) == (
        again.document_id,
        "Dredging",
        "https://d.example/map",
    )


def test_when_a_paper_was_first_seen_outlives_a_new_reading(store: Store) -> None:
    draft = paper("pack.pdf", ["pack"])
    file(store, draft)
    later = NOW + timedelta(days=3)
    store.write_now(lambda db: file_document(db, draft, later, again=True))
    (one,) = read_now(store, library.documents)
    assert (one.first_seen, one.imported_at) == (NOW, later)


def test_amendments_are_found_by_committee(store: Store) -> None:
    change = DraftAmendment(DAY, "4.10", "deletion", "all was well", "That it be deleted.", 1, None)
    file(store, paper("later.pdf", ["later"], amendments=(change,)))
    (note,) = read_now(store, lambda db: library.amendments(db, "rivers and harbours scrutiny committee"))
    assert (note.source, note.minutes_date, note.ref, note.pack_page) == ("later.pdf", DAY, "4.10", 1)
    assert read_now(store, lambda db: library.amendments(db, "Another Committee")) == ()


def test_a_twin_goes_with_either_paper(store: Store) -> None:
    whole = file(store, paper("pack.pdf", ["pack"]))
    alone = file(store, paper("report.pdf", ["report"], kind="report"))
    store.write_now(lambda db: library.keep_twin(db, Twin(alone.document_id, whole.document_id, 2, 3)))
    assert len(read_now(store, lambda db: library.twins(db, whole.meeting_id))) == 1
    file(store, paper("pack again.pdf", ["pack"]))
    assert read_now(store, lambda db: library.twins(db, whole.meeting_id)) == ()


def test_a_purge_leaves_the_open_pages_and_no_word_of_the_others(store: Store) -> None:
    pages = (
        DraftPage(1, None, "[]", "open", 0),
        DraftPage(2, None, "[]", "zanzibar", 0, "NOT FOR PUBLICATION"),
    )
    passages = (passage("an open word"), passage("zanzibar rents", page=2))
    filed = file(store, paper("pack.pdf", pages=pages, passages=passages, deadlines=(), glossary=()))

    def follow(db: Database) -> None:
        library.note_committees(db, filed.document_id, ["coast"])
        for key, word in (("coast", "zanzibar"), ("moor", "peat")):
            library.keep_promises(db, key, [(None, f"{word} will be let")])
            library.keep_mentions(db, key, [(word, 1, f"[{word}]")])
        library.keep_topics(db, [FollowedTopic("let", "zanzibar", b"zanzibar")], "")
        library.mark_followed(db, library.papers_to_follow(db))

    store.write_now(follow)
    removed = store.write_now(lambda db: library.purge_exempt(db, filed.document_id, "{}", NOW))
    assert removed == 1
    left = read_now(store, lambda db: library.pages(db, filed.document_id))
    assert [page.number for page in left] == [1]
    assert "zanzibar" not in read_now(store, words_of)
    assert read_now(store, library.exempt_pages) == ()
    (one,) = read_now(store, library.documents)
    assert read_now(store, lambda db: library.is_purged(db, one.sha256))
    assert read_now(store, library.kept_promises) == ("peat will be let",)
    assert [paper.document_id for paper in read_now(store, library.papers_to_follow)] == [one.id]
    store.close()
    assert b"zanzibar" not in b"".join(path.read_bytes() for path in store.home.glob("library.db*"))
