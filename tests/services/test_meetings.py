from __future__ import annotations

from datetime import date, datetime, time

import pytest

from db import desk
from db.library import document
from db.models.questions import MeetingRef
from db.store import Store
from imports.model.agenda import Contact, Report
from imports.model.deadlines import DeadlineRule, DeadlineWording
from imports.model.minutes import Minutes
from imports.model.pack import ParsedPack
from imports.model.warning import Warning
from scrutiny_tui.services.calendars import WorkingCalendar
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.deadlines import Deadlines
from scrutiny_tui.services.errors import NotThere
from scrutiny_tui.services.meetings import Meetings
from scrutiny_tui.services.models.meeting import ItemDetail
from scrutiny_tui.services.reading import Reading
from tests.services.samples import COMMITTEE, MEETING, a_pack, an_item, file_pack, some_pages
from tests.storage.papers import read_now

REF = MeetingRef(COMMITTEE, MEETING)


@pytest.fixture
def meetings(store: Store, clock: Clock) -> Meetings:
    return Meetings(store, clock, Deadlines(store, clock, WorkingCalendar()))


def by_date(day: date, applies_to: tuple[str, ...] | str = "all", **parts: object) -> DeadlineWording:
    rule = DeadlineRule("date", date=day, weekday=day.weekday(), time=time(12), time_words="noon")
    known = {"text": f"Questions by noon on {day}", "rule": rule, "applies_to": applies_to}
    return DeadlineWording(**{**known, "source": "agenda", "page": 1, **parts})  # type: ignore[arg-type]


AGENDA = (
    an_item("1", "Apologies"),
    an_item("2", "Minutes of the previous meetings", pages=(1, 3)),
    an_item("3", "Sea Walls", pages=(4, 5), officers=("Ada Stone",)),
    an_item("4", "Please send in questions on the following items by noon", is_heading=True),
    an_item("5", "Heather", pages=(6, 6)),
    an_item("6", "Peat"),
)


def the_pack() -> ParsedPack:
    return a_pack(
        page_count=7,
        agenda=AGENDA,
        minutes=(
            Minutes(COMMITTEE, date(2031, 3, 1), page=2, last_page=2),
            Minutes(COMMITTEE, date(2031, 4, 1), page=3, last_page=3),
            Minutes("Board of another body", date(2031, 2, 1), page=6, last_page=6),
        ),
        reports=(Report("3", "Sea Walls: a survey", (4, 5), (5, 6), ("That the walls be mended.",)),),
        question_deadlines=(by_date(date(2031, 5, 19), ("5", "6"), agenda_item="4"),),
        contacts=(
            Contact("Bo Reed", "Monitoring Officer"),
            Contact("Cy Marsh", "Clerk", email="cy@x.example"),
        ),
    )


def file_the_pack(store: Store) -> int:
    return file_pack(store, the_pack(), some_pages(["front", *["word " * 276] * 6], 1)).meeting_id


def item(detail_items: tuple[ItemDetail, ...], number: str) -> ItemDetail:
    return next(detail for detail in detail_items if detail.item.number == number)


async def test_coming_meetings_come_soonest_first_and_held_ones_latest_first(
    store: Store, meetings: Meetings
) -> None:
    days = {"a": (2031, 6, 1), "b": (2031, 5, 19), "c": (2031, 5, 18), "d": (2031, 1, 1)}
    for source, day in days.items():
        file_pack(store, a_pack(f"{source}.pdf", meeting_date=date(*day)))
    file_pack(store, a_pack("e.pdf", meeting_date=None, meeting_date_basis="none"))
    overview = await meetings.overview()
    assert [row.meeting.date for row in overview.coming] == [date(2031, 5, 19), date(2031, 6, 1)]
    assert [row.meeting.date for row in overview.held] == [date(2031, 5, 18), date(2031, 1, 1)]
    assert [row.meeting.date for row in overview.undated] == [None]


async def test_of_the_meetings_held_the_last_come_first_and_the_others_are_counted(
    store: Store, meetings: Meetings
) -> None:
    for day in range(1, 6):
        file_pack(store, a_pack(f"{day}.pdf", meeting_date=date(2031, 1, day)))
    file_pack(store, a_pack("e.pdf", meeting_date=date(2031, 6, 1)))
    overview = await meetings.overview(held=2)
    assert [row.meeting.date for row in overview.held] == [date(2031, 1, 5), date(2031, 1, 4)]
    assert (len(overview.coming), overview.older) == (1, 3)
    assert (await meetings.overview(held=5)).older == 0
    assert len(await meetings.every()) == 6


async def test_an_empty_library_has_an_empty_overview(meetings: Meetings) -> None:
    overview = await meetings.overview()
    assert (overview.coming, overview.held, overview.undated, overview.needs_look) == ((), (), (), ())


async def test_a_row_counts_the_members_questions_and_shows_the_deadline(
    store: Store, clock: Clock, meetings: Meetings
) -> None:
    file_the_pack(store)
    for state in ("draft", "ready", "withdrawn"):
        kept = store.write_now(lambda db: desk.create_question(db, REF, clock.now(), text="Why?"))
        store.write_now(lambda db, i=kept.id, s=state: desk.set_state(db, i, s, clock.now()))  # type: ignore[misc]
    (row,) = (await meetings.overview()).coming
    assert (row.drafts, row.questions) == (2, 2)
    assert row.deadline is not None
    assert row.deadline.due == datetime(2031, 5, 19, 12)
    assert row.deadline.state == "today"


async def test_what_is_doubtful_about_a_coming_meeting_needs_a_look(store: Store, meetings: Meetings) -> None:
    sunday = by_date(date(2031, 5, 18))
    doubts = (Warning("meeting-date-inferred", "Worked out."), Warning("words-differ", "Page 3 differs.", 3))
    file_pack(store, a_pack(question_deadlines=(sunday,), warnings=doubts))
    file_pack(
        store, a_pack("old.pdf", meeting_date=date(2030, 5, 1), question_deadlines=(sunday,), warnings=doubts)
    )
    overview = await meetings.overview()
    assert [(of.date, warning.code) for of, warning in overview.needs_look] == [
        (MEETING, "deadline-not-a-working-day"),
        (MEETING, "meeting-date-inferred"),
    ]
    assert overview.held[0].warnings == ()


async def test_each_item_has_its_papers(store: Store, clock: Clock, meetings: Meetings) -> None:
    meeting_id = file_the_pack(store)
    detail = await meetings.meeting(meeting_id)
    papers = {
        each.item.number: [
            (paper.title, paper.page, paper.last_page, paper.pack_pages) for paper in each.papers
        ]
        for each in detail.items
    }
    assert papers == {
        "1": [],
        "2": [("Minutes of 1 March 2031", 2, 2, (1, 1)), ("Minutes of 1 April 2031", 3, 4, (2, 3))],
        "3": [("Sea Walls: a survey", 5, 6, (4, 5))],
        "4": [],
        "5": [("Heather", 7, 7, (6, 6))],
        "6": [],
    }
    assert item(detail.items, "3").recommendations == ("That the walls be mended.",)
    assert item(detail.items, "3").minutes == 3
    assert item(detail.items, "1").minutes == 0
    assert detail.clerk is not None
    assert detail.clerk.name == "Cy Marsh"


async def test_pages_read_are_counted_per_paper(store: Store, clock: Clock, meetings: Meetings) -> None:
    filed = file_pack(store, the_pack(), some_pages(["x"] * 7, 1))
    stored = read_now(store, lambda db: document(db, filed.document_id))
    reading = Reading(store, clock)
    for page in (4, 5, 5):
        await reading.mark_read(stored, page)
    detail = await meetings.meeting(filed.meeting_id)
    assert [paper.read for paper in item(detail.items, "3").papers] == [1]
    assert [paper.read for paper in item(detail.items, "2").papers] == [0, 1]


async def test_items_under_a_scope_heading_are_for_written_questions_only(
    store: Store, meetings: Meetings
) -> None:
    detail = await meetings.meeting(file_the_pack(store))
    assert [each.item.number for each in detail.items if each.written_only] == ["5", "6"]
    deadline = item(detail.items, "5").deadline
    assert deadline is not None
    assert deadline.applies_to == ("5", "6")
    assert item(detail.items, "3").deadline is None


async def test_a_heading_that_sets_no_deadline_leaves_items_to_be_debated(
    store: Store, meetings: Meetings
) -> None:
    agenda = (an_item("1", "Part A: items for decision", is_heading=True), an_item("2", "Peat"))
    general = by_date(date(2031, 5, 19), source="notes")
    filed = file_pack(store, a_pack(agenda=agenda, question_deadlines=(general,)))
    detail = await meetings.meeting(filed.meeting_id)
    assert [each.written_only for each in detail.items] == [False, False]


async def test_a_supplements_report_joins_the_item_of_its_number_or_title(
    store: Store, meetings: Meetings
) -> None:
    meeting_id = file_the_pack(store)
    reports = (
        Report(None, "PEAT", None, (1, 1), ("That peat be left.",)),
        Report("5", "Heather: corrected table", None, (2, 2)),
        Report(None, "Something else", None, (3, 3)),
    )
    file_pack(
        store, a_pack("update.pdf", kind="supplement", page_count=3, reports=reports), some_pages(["x"] * 3)
    )
    detail = await meetings.meeting(meeting_id)
    assert len(detail.documents) == 2
    assert [paper.title for paper in item(detail.items, "6").papers] == ["PEAT"]
    assert [paper.title for paper in item(detail.items, "5").papers] == [
        "Heather",
        "Heather: corrected table",
    ]
    assert item(detail.items, "6").recommendations == ("That peat be left.",)


async def test_questions_and_notes_stand_with_their_item(
    store: Store, clock: Clock, meetings: Meetings
) -> None:
    meeting_id = file_the_pack(store)
    about = (("3", "Sea Walls"), ("5", "A title since changed"), ("", ""))
    for number, title in about:
        store.write_now(
            lambda db, n=number, t=title: desk.create_question(  # type: ignore[misc]
                db, REF, clock.now(), text="Why?", item_number=n, item_title=t
            )
        )
    detail = await meetings.meeting(meeting_id)
    await Reading(store, clock).annotate(detail.documents[0], detail.meeting, 5, 4, "word")
    detail = await meetings.meeting(meeting_id)
    assert [(each.item.number, len(each.questions)) for each in detail.items if each.questions] == [
        ("3", 1),
        ("5", 1),
    ]
    assert [each.item.number for each in detail.items if each.notes] == ["3"]
    assert detail.drafts == 3


async def test_a_meeting_that_is_not_there_is_said_so(meetings: Meetings) -> None:
    with pytest.raises(NotThere):
        await meetings.meeting(99)


async def test_the_item_one_was_on_is_remembered_and_follows_a_corrected_day(
    store: Store, meetings: Meetings
) -> None:
    file_pack(store, the_pack())
    meeting = (await meetings.overview()).coming[0].meeting
    assert (await meetings.meeting(meeting.id)).left_at == ""
    for title in ("Heather", "Sea Walls"):
        await meetings.remember_item(meeting, title)
    assert (await meetings.meeting(meeting.id)).left_at == "Sea Walls"
    moved = MeetingRef(COMMITTEE, date(2031, 6, 1))
    store.write_now(lambda db: desk.move_meeting(db, REF, moved))
    assert read_now(store, lambda db: desk.item_in_hand(db, moved)) == "Sea Walls"
