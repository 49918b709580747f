from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

import pytest
from sqlite_utils import Database

from db import desk, library
from db.models.papers import AgendaItem, Meeting
from db.models.questions import MeetingRef
from db.store import Store
from imports.model.warning import Warning
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.correcting import NotAValue, Of, ReadValue, value_wrong
from scrutiny_tui.services.corrections import Corrections
from scrutiny_tui.services.doubts import open_doubts
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.importing import Importer
from scrutiny_tui.services.kept_pack import pack_of
from scrutiny_tui.services.models.importing import ImportedFile
from tests.services.samples import PACK_TEXT, a_pack, file_pack


@pytest.fixture
def importer(store: Store, clock: Clock) -> Importer:
    return Importer(store, clock)


@pytest.fixture
def corrections(store: Store, clock: Clock) -> Corrections:
    return Corrections(store, clock)


async def take_in(importer: Importer, path: Path, again: bool = False) -> ImportedFile:
    events = [event async for event in importer.import_paths([path], again=again)]
    (file,) = (event for event in events if isinstance(event, ImportedFile))
    assert file.status != "refused", file.text
    return file


def publish(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


async def the_document(store: Store) -> int:
    (document,) = await store.read(library.documents)
    return document.id


async def the_meeting(store: Store) -> tuple[Meeting, Sequence[AgendaItem]]:
    (meeting,) = await store.read(library.meetings)
    return meeting, await store.read(lambda db: library.agenda_items(db, meeting.id))


def value(values: Sequence[ReadValue], of: Of) -> ReadValue:
    return next(one for one in values if one.of == of)


async def test_each_value_says_where_it_was_read(
    importer: Importer, corrections: Corrections, store: Store, pack: Path
) -> None:
    await take_in(importer, pack)
    values = await corrections.values(await the_document(store), 0)
    committee = value(values, "committee").evidence
    assert committee is not None and committee.sure == "printed"
    assert (committee.page, committee.line) == (1, 1)
    title = value(values, "item title")
    assert title.evidence is not None and title.value in title.evidence.printed


async def test_a_corrected_day_moves_the_meeting_and_what_was_written_for_it(
    importer: Importer, corrections: Corrections, store: Store, clock: Clock, pack: Path
) -> None:
    await take_in(importer, pack)
    before, _ = await the_meeting(store)
    ref = MeetingRef(before.committee, before.date)
    await store.write(lambda db: desk.create_question(db, ref, clock.now(), text="Why?"))
    filed = await corrections.correct(
        await the_document(store), {("meeting date", None): "29 May 2031", ("start time", None): "2pm"}
    )
    after, _ = await the_meeting(store)
    assert (after.date, after.start_time) == (date(2031, 5, 29), time(14, 0))
    (question,) = await store.read(desk.questions)
    assert question.meeting == MeetingRef(before.committee, date(2031, 5, 29))
    day = value(await corrections.values(filed.document_id, None), "meeting date")
    assert (day.value, day.was) == (
        "29 May 2031",
        f"{before.date.day} {before.date:%B %Y}" if before.date else "",
    )


async def test_what_was_put_to_a_meeting_follows_its_agenda(
    importer: Importer, corrections: Corrections, store: Store, clock: Clock, pack: Path
) -> None:
    await take_in(importer, pack)
    before, _ = await the_meeting(store)
    paper = await the_document(store)
    ref = MeetingRef(before.committee, before.date)
    report = pack.with_name("survey.txt")
    publish(report, "Survey of the sea walls\n\n" + "The walls were looked at in spring. " * 9)
    put = await importer.take(report, before.id)

    def work(db: Database) -> None:
        library.attach(db, put.document_id or 0, "1", "Sea walls")
        desk.create_question(db, ref, clock.now(), text="Why?")

    await store.write(work)
    await corrections.correct(paper, {("committee", None): "Shore Scrutiny Committee"})
    after, _ = await the_meeting(store)
    assert after.committee == "Shore Scrutiny Committee"
    assert {one.source for one in await store.read(library.documents)} == {pack.name, "survey.txt"}
    assert [one.item_title for one in await store.read(lambda db: library.attachments(db, after.id))]
    (question,) = await store.read(desk.questions)
    assert question.meeting.committee == after.committee


async def test_a_paper_not_understood_any_more_keeps_no_agenda_from_being_put_right(
    importer: Importer, corrections: Corrections, store: Store, pack: Path
) -> None:
    await take_in(importer, pack)
    before, _ = await the_meeting(store)
    agenda = await the_document(store)
    report = pack.with_name("survey.txt")
    publish(report, "Survey of the sea walls\n\n" + "The walls were looked at in spring. " * 9)
    put = await importer.take(report, before.id)
    await store.write(
        lambda db: (
            db.execute("UPDATE document SET understood = '{}' WHERE id = ?", [put.document_id]) and None
        )
    )
    await corrections.correct(agenda, {("committee", None): "Shore Scrutiny Committee"})
    after, _ = await the_meeting(store)
    assert after.committee == "Shore Scrutiny Committee"


async def test_a_doubt_ends_when_the_value_is_put_right_or_said_to_be_right(
    corrections: Corrections, store: Store
) -> None:
    doubt = Warning("meeting-date-inferred", "The front sheet prints no date; it was guessed.", 1)
    filed = file_pack(store, a_pack(warnings=(doubt,)))
    day = value(await corrections.values(filed.document_id, None), "meeting date")
    assert day.doubtful and day.was is None

    async def doubts(document_id: int) -> tuple[Warning, ...]:
        return await store.read(lambda db: open_doubts(pack_of(library.document(db, document_id))))

    assert await doubts(filed.document_id) == (doubt,)
    said = await corrections.correct(filed.document_id, {("meeting date", None): day.value})
    assert await doubts(said.document_id) == ()
    assert not value(await corrections.values(said.document_id, None), "meeting date").doubtful
    moved = await corrections.correct(said.document_id, {("meeting date", None): "30 May 2031"})
    assert await doubts(moved.document_id) == ()
    again = await corrections.correct(moved.document_id, {("meeting date", None): day.value})
    assert await doubts(again.document_id) == (doubt,)


async def test_a_correction_survives_a_new_import_and_can_be_taken_back(
    importer: Importer, corrections: Corrections, store: Store, pack: Path
) -> None:
    await take_in(importer, pack)
    read, items = await the_meeting(store)
    await corrections.correct(
        await the_document(store),
        {
            ("item title", 0): "Sea walls",
            ("item pages", 0): "7 - 9",
            ("item officers", 0): "Ann Poole; Bo Rae",
        },
    )
    await take_in(importer, pack, again=True)
    publish(pack, PACK_TEXT + "\nPublished again.\n")
    assert (await take_in(importer, pack)).status == "updated"
    _, now = await the_meeting(store)
    assert (now[0].title, now[0].first_page, now[0].last_page) == ("Sea walls", 7, 9)
    assert now[0].officers == ("Ann Poole", "Bo Rae")
    await corrections.correct(await the_document(store), {("item title", 0): items[0].title})
    _, again = await the_meeting(store)
    assert (again[0].title, again[0].first_page) == (items[0].title, 7)
    await take_in(importer, pack, again=True)
    assert (await the_meeting(store))[1][0].title == items[0].title
    assert (await the_meeting(store))[0].date == read.date


async def test_a_correction_never_replaces_another_pack(
    importer: Importer, corrections: Corrections, store: Store, pack: Path
) -> None:
    await take_in(importer, pack)
    meeting, _ = await the_meeting(store)
    assert meeting.date is not None
    first = await the_document(store)
    other = pack.with_name("June pack.txt")
    publish(other, PACK_TEXT.replace("22 May", "12 June"))
    await take_in(importer, other)
    with pytest.raises(ServiceError, match="another pack for that day"):
        await corrections.correct(first, {("meeting date", None): "12 June 2031"})
    days = {one.date for one in await store.read(library.meetings)}
    assert days == {meeting.date, date(2031, 6, 12)}
    assert all(one.was is None for one in await corrections.values(first, None))


@pytest.mark.parametrize(
    ("of", "text", "said"),
    [
        ("committee", "  ", "committee"),
        ("meeting date", "soon", "19 May 2031"),
        ("meeting date", "3 May or 4 May 2031", "19 May 2031"),
        ("start time", "late", "10:00"),
        ("item title", "", "title"),
        ("item pages", "9-3", "59-78"),
        ("item pages", "nine", "59-78"),
    ],
)
def test_what_is_no_value_is_refused_with_an_example(of: Of, text: str, said: str) -> None:
    assert said in value_wrong(of)(text)


@pytest.mark.parametrize(
    ("of", "text"), [("start time", ""), ("item pages", "12"), ("item pages", "59 to 78"), ("venue", "")]
)
def test_no_value_and_every_usual_form_are_let_through(of: Of, text: str) -> None:
    assert value_wrong(of)(text) == ""


async def test_a_bad_value_changes_nothing(
    importer: Importer, corrections: Corrections, store: Store, pack: Path
) -> None:
    await take_in(importer, pack)
    meeting, _ = await the_meeting(store)
    with pytest.raises(NotAValue):
        await corrections.correct(
            await the_document(store), {("venue", None): "Hall", ("start time", None): "x"}
        )
    assert (await the_meeting(store))[0] == meeting
