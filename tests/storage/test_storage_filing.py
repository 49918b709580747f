"""A paper comes in whole, replaces what it is a newer version of, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import library
from db.errors import NotFound
from db.models.drafts import DraftDocument, DraftPage
from db.models.filed import Filed
from db.models.passages import PassageFilter, WordGroup
from db.store import Store
from tests.storage.papers import COMMITTEE, DAY, NOW, item, pages, paper, passage, read_now, words_of


def put(store: Store, draft: DraftDocument, **options: Any) -> Filed:
    return store.write_now(lambda db: library.file_document(db, draft, NOW, **options))


def sources(store: Store) -> list[str]:
    return sorted(document.source for document in read_now(store, library.documents))


def holding(store: Store, word: str) -> list[str]:
    """The texts of the passages the index finds, so index and passages must agree."""
    group = WordGroup(((word, 1.0),))
    found = read_now(store, lambda db: library.match(db, (group,), PassageFilter(), 50))
    ids = [match.passage_id for match in found]
    texts = [found.text for found in read_now(store, lambda db: library.passages(db, ids))]
    assert len(texts) == len(ids)
    return sorted(texts)


def assert_sound(store: Store) -> None:
    """The files are whole and the index says what the passages say (a wrong index makes this raise)."""
    assert read_now(store, lambda db: db.execute("PRAGMA integrity_check").fetchall()) == [("ok",)]
    assert read_now(store, lambda db: db.execute("PRAGMA foreign_key_check").fetchall()) == []
    store.write_now(
        lambda db: db.execute("INSERT INTO passage_fts (passage_fts, rank) VALUES ('integrity-check', 1)")
    )


def test_half_a_character_and_a_number_no_row_can_have_are_filed_with_the_rest(store: Store) -> None:
    put(store, paper(passages=(passage("Silt \ud800 moves."), passage("Sand stays.", pack_page=2**70))))
    assert holding(store, "silt") == ["Silt ? moves."]
    assert holding(store, "sand") == ["Sand stays."]


def test_everything_of_a_paper_comes_back(store: Store) -> None:
    draft = paper(
        texts=("Silt is cleared each May.",),
        items=(
            item(0, "Apologies"),
            item(1, "Please send questions by Monday", is_heading=True, number=None),
            item(2, "Dredging", officers=("Ada Moss", "Bo Lee"), first_page=2, last_page=3, file_page=2),
        ),
    )
    filed = put(store, draft)
    assert filed.status == "added"

    meeting = read_now(store, lambda db: library.meeting(db, filed.meeting_id))
    assert (meeting.committee, meeting.date, meeting.start_time) == (COMMITTEE, DAY, time(10, 0))
    assert (meeting.items, meeting.pages, meeting.venue) == (2, 3, "Quay House")
    items = read_now(store, lambda db: library.agenda_items(db, filed.meeting_id))
    assert [found.title for found in items] == [drafted.title for drafted in draft.items]
    assert items[1].is_heading is True and items[2].officers == ("Ada Moss", "Bo Lee")
    stored = read_now(store, lambda db: library.document_by_sha(db, draft.sha256))
    assert stored and (stored.id, stored.imported_at, stored.path) == (
        filed.document_id,
        NOW,
        "/papers/pack.pdf",
    )
    (found,) = read_now(store, lambda db: library.passages_of_document(db, filed.document_id))
    assert (found.text, found.said_on, found.meeting_date) == ("Silt is cleared each May.", DAY, DAY)
    (deadline,) = read_now(store, lambda db: library.deadlines(db, [filed.meeting_id]))
    assert deadline.wording == '{"text": "by noon"}'
    (term,) = read_now(store, library.terms)
    assert (term.short, term.long, term.documents) == ("HA", "Harbour Authority", 1)


def test_a_passage_keeps_its_own_date_before_the_meetings(store: Store) -> None:
    filed = put(store, paper(passages=(passage("Said before.", said_on=date(2023, 11, 2)), passage("Now."))))
    said = [
        found.said_on
        for found in read_now(store, lambda db: library.passages_of_document(db, filed.document_id))
    ]
    assert said == [date(2023, 11, 2), DAY]


def test_the_same_bytes_change_nothing(store: Store) -> None:
    first = put(store, paper(texts=("Silt.",)))
    counter = read_now(store, library.change_counter)
    again = put(store, replace(paper(texts=("Silt.",)), source="copy.pdf", path="/elsewhere/copy.pdf"))
    assert (again.status, again.document_id) == ("unchanged", first.document_id)
    assert sources(store) == ["pack.pdf"]
    assert read_now(store, library.change_counter) == counter


def test_the_same_bytes_can_be_filed_again_when_they_are_read_better(store: Store) -> None:
    draft = paper(texts=("Silt.",))
    put(store, draft)
    better = replace(draft, passages=(passage("Silt and sand."),))
    filed = put(store, better, again=True)
    assert (filed.status, filed.replaced) == ("updated", (draft.sha256,))
    assert holding(store, "silt") == ["Silt and sand."]
    assert_sound(store)


def test_the_pack_in_another_format_takes_its_place(store: Store) -> None:
    text = paper("002.txt", ("Silt in the old channel.",), format="text", pages=pages(9))
    pdf = paper("002.pdf", ("Silt in the new channel.",))
    put(store, text)
    filed = put(store, pdf)
    assert (filed.status, filed.replaced) == ("updated", (text.sha256,))
    assert sources(store) == ["002.pdf"]
    assert holding(store, "channel") == ["Silt in the new channel."]
    assert holding(store, "old") == []
    assert read_now(store, words_of) == {"silt": 1, "in": 1, "the": 1, "new": 1, "channel": 1}
    assert len(read_now(store, library.meetings)) == 1
    assert_sound(store)


def test_volumes_of_one_pack_stand_beside_each_other(store: Store) -> None:
    put(store, paper("volume 1.pdf", ("Silt.",), pages=pages(3, first_stamp=1)))
    filed = put(store, paper("volume 2.pdf", ("Sand.",), pages=pages(3, first_stamp=4)))
    assert filed.status == "added"
    assert sources(store) == ["volume 1.pdf", "volume 2.pdf"]


def test_other_papers_of_the_meeting_stand_beside_the_pack(store: Store) -> None:
    pack = put(store, paper("pack.pdf", ("Silt.",)))
    for kind in ("agenda", "supplement", "report", "minutes", "decision notice"):
        filed = put(store, paper(f"{kind}.pdf", kind=kind, items=(item(0, f"From the {kind}"),)))
        assert (filed.status, filed.meeting_id) == ("added", pack.meeting_id)
    assert len(sources(store)) == 6
    items = read_now(store, lambda db: library.agenda_items(db, pack.meeting_id))
    assert [found.title for found in items] == ["Dredging of the inner harbour"]


@pytest.mark.parametrize("kind", ["supplement", "report", "minutes"])
def test_a_paper_of_the_same_name_and_kind_takes_its_place(store: Store, kind: str) -> None:
    put(store, paper("item 7.pdf", ("Silt.",), kind=kind))
    filed = put(store, paper("item 7.pdf", ("Sand.",), kind=kind))
    assert filed.status == "updated"
    assert holding(store, "silt") == []
    assert_sound(store)


def test_papers_of_one_name_that_say_other_things_stand_beside_each_other(store: Store) -> None:
    """Every item may have its "Appendix 1"; only the one that says much the same is an earlier version."""

    def said(word: str, more: str = "") -> tuple[DraftPage, ...]:
        text = " ".join(f"{word} {at}" for at in range(40))
        return (DraftPage(1, None, "[]", f"{text} {more}", 0),)

    put(store, paper("Appendix 1.pdf", ("Silt.",), kind="report", pages=said("silt")))
    assert (
        put(store, paper("Appendix 1.pdf", ("Sand.",), kind="report", pages=said("sand"))).status == "added"
    )
    changed = paper("Appendix 1.pdf", ("Sand.",), kind="report", pages=said("sand", "and shingle since"))
    assert put(store, changed).status == "updated"
    assert sources(store) == ["Appendix 1.pdf", "Appendix 1.pdf"]
    assert holding(store, "silt") == ["Silt."]


def test_a_committee_is_the_same_however_it_is_spelt(store: Store) -> None:
    first = put(store, paper("a.pdf", kind="report", committee="Rivers and Harbours  Scrutiny Committee"))
    second = put(store, paper("b.pdf", kind="report", committee="RIVERS & HARBOURS: Scrutiny Committee"))
    assert first.meeting_id == second.meeting_id
    found = read_now(
        store, lambda db: library.meeting_by_ref(db, "rivers & harbours scrutiny committee", DAY)
    )
    assert found and found.id == first.meeting_id


def test_capitals_in_minutes_do_not_rename_a_committee(store: Store) -> None:
    kept = put(store, paper("a.pdf", kind="agenda", committee=COMMITTEE))
    put(store, paper("b.pdf", kind="minutes", committee=COMMITTEE.upper()))
    assert read_now(store, lambda db: library.meeting(db, kept.meeting_id)).committee == COMMITTEE
    put(store, paper("c.pdf", kind="report", committee=COMMITTEE.replace("&", "and")))
    assert "and" in read_now(store, lambda db: library.meeting(db, kept.meeting_id)).committee


@pytest.mark.parametrize("unknown", [{"committee": None}, {"meeting_date": None}])
def test_papers_without_committee_or_day_do_not_run_together(store: Store, unknown: dict[str, Any]) -> None:
    one = put(store, paper("one.pdf", ("Silt.",), **unknown))
    two = put(store, paper("two.pdf", ("Sand.",), **unknown))
    assert one.meeting_id != two.meeting_id
    changed = put(store, paper("one.pdf", ("Shingle.",), **unknown))
    assert (changed.status, changed.meeting_id) == ("updated", one.meeting_id)
    assert sources(store) == ["one.pdf", "two.pdf"]


def test_the_pack_knows_the_venue_better_than_other_papers(store: Store) -> None:
    meeting_id = put(store, paper("s.pdf", kind="supplement", venue="Annexe", start_time=None)).meeting_id
    put(store, paper("pack.pdf", venue="Quay House"))
    put(
        store, paper("t.pdf", kind="supplement", venue="Elsewhere", start_time=time(9), date_basis="inferred")
    )
    meeting = read_now(store, lambda db: library.meeting(db, meeting_id))
    assert (meeting.venue, meeting.start_time, meeting.date_basis) == ("Quay House", time(10), "printed")


def test_a_meeting_goes_with_its_last_paper(store: Store) -> None:
    pack = paper("pack.pdf", ("Silt.",))
    first = put(store, pack)
    put(store, paper("more.pdf", ("Sand.",), kind="supplement"))
    later = put(store, replace(pack, meeting_date=date(2024, 6, 1)), again=True)
    assert {m.id for m in read_now(store, library.meetings)} == {first.meeting_id, later.meeting_id}
    other = put(store, replace(pack, committee="Planning"), again=True)
    assert {m.id for m in read_now(store, library.meetings)} == {first.meeting_id, other.meeting_id}
    with pytest.raises(NotFound):
        read_now(store, lambda db: library.meeting(db, later.meeting_id))
    assert_sound(store)


def test_an_id_never_means_another_row(store: Store) -> None:
    first = put(store, paper(texts=("Silt.",)))
    (old,) = read_now(store, lambda db: library.passages_of_document(db, first.document_id))
    second = put(store, paper(texts=("Sand.",)))
    assert second.document_id != first.document_id
    assert read_now(store, lambda db: library.passages(db, [old.id])) == ()


def test_a_paper_that_fails_half_way_leaves_no_trace(store: Store) -> None:
    kept = put(store, paper(texts=("Silt.",)))
    broken = paper(texts=("Sand.",), pages=(*pages(2), *pages(1)))
    with pytest.raises(Exception, match="UNIQUE"):
        put(store, broken)
    assert [document.id for document in read_now(store, library.documents)] == [kept.document_id]
    assert holding(store, "silt") == ["Silt."]
    assert read_now(store, words_of) == {"silt": 1}
    assert_sound(store)


def test_a_filing_is_invisible_until_it_is_whole(store: Store) -> None:
    seen: list[int] = []

    def work(db: Any) -> None:
        library.file_document(db, paper(texts=("Silt.",)), NOW)
        seen.append(len(read_now(store, library.documents)))

    store.write_now(work)
    assert seen == [0]
    assert len(read_now(store, library.documents)) == 1


TEXTS = ["Silt.", "Silt and sands", "sand", "Café 14.7", ""]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.lists(st.sampled_from(TEXTS), max_size=4)), max_size=8))
def test_after_any_filing_and_replacing_the_library_is_as_if_filed_afresh(
    steps: list[tuple[int, list[str]]],
) -> None:
    present: dict[int, DraftDocument] = {}
    with TemporaryDirectory() as folder:
        worn, fresh = Store.open(Path(folder) / "worn"), Store.open(Path(folder) / "fresh")
        for place, texts in steps:
            present[place] = paper(f"{place}.pdf", texts, kind="report")
            put(worn, present[place])
        for draft in present.values():
            put(fresh, draft)
        assert read_now(worn, words_of) == read_now(fresh, words_of)
        for word in ("silt", "sand", "cafe", "14.7"):
            assert holding(worn, word) == holding(fresh, word)
        tally = (
            "SELECT passages, (SELECT count(*) FROM passage), (SELECT count(*) FROM passage_text) FROM tally"
        )
        counts = read_now(worn, lambda db: db.execute(tally).fetchone())
        assert set(counts) == {sum(len(draft.passages) for draft in present.values())}
        assert_sound(worn)
        worn.close()
        fresh.close()
