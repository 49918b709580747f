from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.library import document, meeting
from db.models.papers import StoredDocument
from db.models.passages import PassageFilter
from db.store import Store
from imports.model.reading import Block, ReadPage
from imports.model.tables import Acronym
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.errors import NotThere, ServiceError
from scrutiny_tui.services.models.reading import FoundInPage, OutlineHeading, PageNumber
from scrutiny_tui.services.notes import as_markdown
from scrutiny_tui.services.reading import Reading, citation
from tests.services.samples import COMMITTEE, a_pack, file_pack, some_pages
from tests.storage.papers import read_now

TEXTS = ["Front sheet", "The sea walls were walked.", "Heather burns.", "Peat is wet and peat is deep."]


@pytest.fixture
def reading(store: Store, clock: Clock) -> Reading:
    return Reading(store, clock)


@pytest.fixture
def pack(store: Store) -> StoredDocument:
    filed = file_pack(store, a_pack(page_count=4), some_pages(TEXTS, 70))
    return read_now(store, lambda db: document(db, filed.document_id))


async def test_a_document_opens_with_its_numbers_and_headings_and_no_text(
    reading: Reading, pack: StoredDocument
) -> None:
    opened = await reading.open(pack.id)
    assert opened.document == pack
    assert opened.meeting.committee == COMMITTEE
    assert opened.numbers[:2] == (PageNumber(1, None, 21), PageNumber(2, 70, 36))
    assert opened.outline[1] == OutlineHeading("Heading 2", 1, 2, 0)
    assert opened.place is None


async def test_it_opens_where_the_reader_left_off(reading: Reading, pack: StoredDocument) -> None:
    await reading.remember_place(pack, 2, 5)
    await reading.remember_place(pack, 3, 12)
    assert (await reading.open(pack.id)).place == (3, 12)


async def test_only_the_pages_in_view_are_fetched(reading: Reading, pack: StoredDocument) -> None:
    pages = await reading.pages(pack.id, 2, 3)
    assert [(page.number, page.pack_page) for page in pages] == [(2, 70), (3, 71)]
    assert pages[0].blocks[1] == Block("paragraph", TEXTS[1])
    assert await reading.pages(pack.id, 9, 12) == ()


async def test_find_gives_every_place_any_case_and_across_line_breaks(store: Store, reading: Reading) -> None:
    rows = Block("table", "Peat\tdepth\nsea\nwalls", rows=(("Peat", "depth"), ("sea\nwalls", "")))
    pages = (
        ReadPage(1, None, (Block("paragraph", "PEAT and peat."),)),
        ReadPage(2, 1, (Block("paragraph", "Nothing"), rows)),
    )
    filed = file_pack(store, a_pack(), pages)
    assert await reading.find(filed.document_id, "peat") == (
        FoundInPage(1, 0, 0, 4),
        FoundInPage(1, 0, 9, 13),
        FoundInPage(2, 1, 0, 4),
    )
    assert await reading.find(filed.document_id, " sea  walls ") == (FoundInPage(2, 1, 11, 20),)
    assert len(await reading.find(filed.document_id, "peat", limit=2)) == 2
    assert await reading.find(filed.document_id, "   ") == ()
    assert await reading.find(filed.document_id, "[peat](*") == ()


async def test_notes_and_marks_are_kept_erased_and_restored(reading: Reading, pack: StoredDocument) -> None:
    of = (await reading.open(pack.id)).meeting
    note = await reading.annotate(pack, of, 3, 71, "Heather burns", "Who lit it?")
    mark = await reading.annotate(pack, of, 2, 70, "sea walls")
    assert [kept.id for kept in await reading.notes(pack)] == [mark.id, note.id]
    assert mark.text == ""
    await reading.erase_note(note.id)
    assert [kept.id for kept in await reading.notes(pack)] == [mark.id]
    await reading.restore_note(note.id)
    assert [kept.text for kept in await reading.notes(pack)] == ["", "Who lit it?"]


async def test_notes_follow_their_words_into_a_new_version(
    store: Store, reading: Reading, pack: StoredDocument
) -> None:
    of = (await reading.open(pack.id)).meeting
    await reading.annotate(pack, of, 3, 71, "Heather  burns", "Who lit it?")
    await reading.annotate(pack, of, 2, 70, "words that are gone", "a lost quote")
    await reading.annotate(pack, of, 4, 72, TEXTS[3], "How deep?")
    changed = [*TEXTS[:3], "Peat is wet, and peat is six metres deep."]
    newer = file_pack(store, a_pack(page_count=5), some_pages(["New", *changed], 70))
    assert newer.status == "updated"
    document_now = read_now(store, lambda db: document(db, newer.document_id))
    notes = await reading.notes(document_now)
    assert [(note.page, note.pack_page, note.text) for note in notes] == [
        (4, 72, "Who lit it?"),
        (5, 73, "How deep?"),
    ]
    listed = await reading.notes_of(document_now.meeting_id)
    assert [(one.note.text, one.stands) for one in listed] == [
        ("Who lit it?", "moved"),
        ("How deep?", "changed"),
        ("a lost quote", "gone"),
    ]
    assert listed == await reading.every_note()
    assert listed[0].citation.endswith("pack page 72")
    assert listed[2].document is None and listed[2].note.quote == "words that are gone"


async def test_notes_are_found_by_their_words_their_quotes_half_words_and_a_slip(
    reading: Reading, pack: StoredDocument
) -> None:
    of = (await reading.open(pack.id)).meeting
    await reading.annotate(pack, of, 3, 71, "Heather burns.", "Who lit it, the keeper?")
    await reading.annotate(pack, of, 2, 70, "The sea walls were walked.")

    async def found(query: str, within: PassageFilter = PassageFilter()) -> list[int]:  # noqa: B008
        return [one.note.page for one in await reading.find_notes(query, within)]

    assert await found("keeper") == await found("what of the Heather") == await found("heathre") == [3]
    assert await found('"sea wa') == [2]
    assert await found("keeper walls") == await found("") == await found("*") == []
    assert await found("keeper", PassageFilter(kind="minute")) == []
    assert await found("keeper", PassageFilter(committee="Harbour")) == []
    assert await found("keeper", PassageFilter(committee=COMMITTEE.split()[0])) == [3]
    assert of.date is not None
    assert await found("keeper", PassageFilter(before=of.date)) == []
    assert await found("keeper", PassageFilter(before=of.date + timedelta(days=1))) == [3]


async def test_notes_written_out_carry_their_citations_and_nothing_that_is_not_public(
    store: Store, reading: Reading
) -> None:
    pages = some_pages(["Front", "A *bold* quay.", "Secret dredging."], 70)
    closed = (*pages[:2], replace(pages[2], exempt="paragraph 3"))
    filed = file_pack(store, a_pack(), closed)
    pack = read_now(store, lambda db: document(db, filed.document_id))
    of = (await reading.open(pack.id)).meeting
    await reading.annotate(pack, of, 2, 70, "A *bold* quay.", "# Ask\nagain")
    await reading.annotate(pack, of, 3, 71, "Secret dredging.", "why")
    note = (await reading.notes_of(of.id))[0].note
    await reading.change_note(note.id, "# Ask\nonce more")
    text = as_markdown("Notes", await reading.notes_of(of.id))
    assert "> A \\*bold\\* quay." in text and "pack page 70)" in text and "\\# Ask\nonce more" in text
    assert "dredging" not in text and "(1 on pages that are not public are left out.)" in text


async def test_notes_of_a_paper_still_there_do_not_wander(
    store: Store, reading: Reading, pack: StoredDocument
) -> None:
    of = (await reading.open(pack.id)).meeting
    await reading.annotate(pack, of, 3, 71, "Heather burns")
    filed = file_pack(store, a_pack("update.pdf", kind="supplement"), some_pages(["Heather burns"]))
    supplement = read_now(store, lambda db: document(db, filed.document_id))
    assert await reading.notes(supplement) == ()


async def test_only_acronyms_in_the_text_are_explained(store: Store, reading: Reading) -> None:
    terms = (
        Acronym("SW", "Sea Wall", 1),
        Acronym("IT", "information technology", 1),
        Acronym("R&D", "research", 2),
    )
    file_pack(store, a_pack(glossary=terms))
    file_pack(
        store, a_pack("b.pdf", meeting_date=date(2031, 6, 1), glossary=(Acronym("SW", "Social Work", 1),))
    )
    found = await reading.explain("The SW and R&D teams said it (SW).")
    assert {(term.short, term.long) for term in found} == {
        ("SW", "Sea Wall"),
        ("SW", "Social Work"),
        ("R&D", "research"),
    }
    assert await reading.explain("it is swimming") == ()


async def test_a_pack_is_found_by_its_id_or_name_but_never_guessed(store: Store, reading: Reading) -> None:
    may = file_pack(store, a_pack("Public reports pack May.pdf"))
    file_pack(store, a_pack("Public reports pack June.pdf", meeting_date=date(2031, 6, 1)))
    assert (await reading.pack(str(may.document_id))).source == "Public reports pack May.pdf"
    assert (await reading.pack("june")).meeting_date == date(2031, 6, 1)
    with pytest.raises(NotThere, match=r"names 2 packs: \d+ Public reports pack"):
        await reading.pack("public reports")
    with pytest.raises(NotThere, match="neither a file nor an imported pack"):
        await reading.pack("nothing like it")


async def test_a_document_that_went_away_is_said_as_a_service_error(reading: Reading) -> None:
    with pytest.raises(NotThere, match="no longer in the library"):
        await reading.open(99)
    with pytest.raises(ServiceError):
        await reading.restore_note(99)


async def test_a_citation_gives_the_packs_page_where_there_is_one(store: Store, pack: StoredDocument) -> None:
    of = read_now(store, lambda db: meeting(db, pack.meeting_id))
    assert citation(pack, of, 75, 71) == f"{COMMITTEE}, 22 May 2031, pack page 71"
    assert citation(pack, of, 2, None) == f"{COMMITTEE}, 22 May 2031, page 2 of moorland.pdf"
    assert ", undated, " in citation(pack, replace(of, date=None), 75, 71)
