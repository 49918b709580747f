"""The clerk's register: stamped at receipt, held against the right deadline, decided, scheduled."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from db.models.papers import Meeting
from db.store import Store
from imports.model.deadlines import DeadlineRule, DeadlineWording
from scrutiny_tui.services.calendars import WorkingCalendar
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.deadlines import Deadlines
from scrutiny_tui.services.errors import ExportFailed, ServiceError
from scrutiny_tui.services.register import GROUNDS, Entry, Register
from scrutiny_tui.services.schedule import write_schedule
from tests.services.samples import COMMITTEE, MEETING, NOW, a_pack, an_item, file_pack

DUE = datetime(2031, 5, 19, 12)
TEXT = "Why did the inspections of the slipway stop in November?"


def register_at(store: Store, at: datetime) -> Register:
    clock = Clock(at)
    return Register(store, clock, Deadlines(store, clock, WorkingCalendar()))


@pytest.fixture
def register(store: Store) -> Register:
    """Not quite three hours before the questions on items 3 and 4 are due; item 5 has no deadline."""
    rule = DeadlineRule("date", date=DUE.date(), time=DUE.time())
    wording = DeadlineWording(
        "Questions by 12 noon on 19 May", rule, ("3", "4"), "agenda", 1, agenda_item="2"
    )
    items = (an_item("2", "Please send questions", is_heading=True), an_item("3", "Sea Walls"),
             an_item("4", "Peat"), an_item("5", "Ferries"))  # fmt: skip
    file_pack(store, a_pack(agenda=items, question_deadlines=(wording,)))
    return register_at(store, NOW)


def mail(
    tmp_path: Path, body: str, sender: str = "Una Hill <una@x.example>", subject: str = "A question"
) -> Path:
    path = tmp_path / f"{abs(hash((body, sender)))}.eml"
    head = f"From: {sender}\nSubject: {subject}\nDate: Mon, 19 May 2031 07:01:00 +0100\n\n"
    path.write_text(head + body, encoding="utf-8")
    return path


async def test_a_mail_is_stamped_when_it_is_entered_and_what_it_claims_is_kept_beside(
    register: Register, tmp_path: Path
) -> None:
    (taken,) = await register.take_file(mail(tmp_path, f"Agenda item 3: {TEXT}"))
    one = taken.entry.question
    assert taken.new
    assert NOW <= one.received_at <= NOW + timedelta(minutes=1)
    assert one.claimed_at == datetime(2031, 5, 19, 7, 1)
    assert (one.sender, one.address) == ("Una Hill", "una@x.example")
    assert (one.meeting.committee, one.meeting.date) == (COMMITTEE, MEETING)
    assert (one.item_number, one.item_title, one.state) == ("3", "Sea Walls", "received")
    assert (taken.entry.standing, taken.entry.late) == ("in time, 2 h 48 m left", False)


async def test_past_the_deadline_of_its_item_it_is_late_by_the_stamp(
    register: Register, store: Store, tmp_path: Path
) -> None:
    late = register_at(store, DUE + timedelta(hours=2, minutes=10, seconds=59))
    (taken,) = await late.take_file(mail(tmp_path, f"Agenda item 4: {TEXT}"))
    assert (taken.entry.standing, taken.entry.late) == ("late by 2 h 10 m", True)


@pytest.mark.parametrize(
    ("body", "standing"),
    [
        (f"Item 5: {TEXT}", "no deadline printed for it"),
        (f"Item 2: {TEXT}", "in time, 2 h 48 m left"),
        (TEXT, "in time, 2 h 48 m left"),
    ],
    ids=["an item without one", "the heading that sets it", "no item"],
)
async def test_the_deadline_is_the_one_that_covers_the_item(
    register: Register, tmp_path: Path, body: str, standing: str
) -> None:
    (taken,) = await register.take_file(mail(tmp_path, body))
    assert taken.entry.standing == standing


async def test_the_last_minute_still_counts(register: Register, store: Store) -> None:
    (taken,) = await register_at(store, DUE + timedelta(seconds=30)).take_text(f"Item 3: {TEXT}")
    assert not taken.entry.late


async def test_the_same_mail_twice_is_entered_once(register: Register, store: Store, tmp_path: Path) -> None:
    path = mail(tmp_path, f"Item 3: {TEXT}")
    (first,) = await register.take_file(path)
    later = register_at(store, NOW + timedelta(days=1))
    (again,) = await later.take_file(mail(tmp_path, f"Item 3:  {TEXT}\n\n"))
    assert not again.new
    assert again.entry.question == first.entry.question
    assert len(await register.entries()) == 1


async def test_much_the_same_question_of_others_is_grouped_by_item(
    register: Register, tmp_path: Path
) -> None:
    await register.take_file(mail(tmp_path, f"Item 3: {TEXT}", "a <a@x.example>"))
    await register.take_file(
        mail(tmp_path, f"Item 3: {TEXT.replace('stop', 'ever stop')}", "b <b@x.example>")
    )
    await register.take_file(mail(tmp_path, f"Item 4: {TEXT}", "c <c@x.example>"))
    await register.take_file(mail(tmp_path, "Item 3: How many gulls nest there?", "d <d@x.example>"))
    assert [entry.alike for entry in await register.entries()] == [(2,), (1,), (), ()]


async def test_a_question_is_accepted_returned_with_its_ground_and_reopened(register: Register) -> None:
    (taken,) = await register.take_text(f"Item 3: {TEXT}")
    number = taken.entry.question.id
    accepted = (await register.accept(number)).question
    assert (accepted.state, accepted.decided_at is not None) == ("accepted", True)
    returned = (await register.give_back(number, "asked before")).question
    assert (returned.state, returned.ground) == ("returned", GROUNDS["asked before"])
    reopened = (await register.reopen(number)).question
    assert (reopened.state, reopened.ground, reopened.decided_at) == ("received", "", None)
    with pytest.raises(ServiceError, match="Give the ground"):
        await register.give_back(number, "  ")
    with pytest.raises(ServiceError, match="holds no question 99"):
        await register.accept(99)


async def test_where_the_meeting_cannot_be_told_it_is_asked_for(
    register: Register, store: Store, tmp_path: Path
) -> None:
    file_pack(store, a_pack("other.pdf", committee="Harbour Board", meeting_date=MEETING + timedelta(days=9)))
    with pytest.raises(ServiceError, match="name the meeting"):
        await register.take_text(TEXT)
    subject = f"For scrutiny on {MEETING.day} {MEETING:%B}, item 3"
    (told,) = await register.take_file(mail(tmp_path, TEXT, subject=subject))
    assert told.entry.question.meeting.committee == COMMITTEE
    board = next(one for one in await register.meetings() if one.committee == "Harbour Board")
    (taken,) = await register.take_text(TEXT, board)
    assert taken.entry.question.meeting.committee == "Harbour Board"
    (named,) = await register.take_text(f"For {COMMITTEE}, Thursday 22 May 2031\n\nQuestion\n\n{TEXT}")
    assert named.entry.question.meeting.committee == COMMITTEE
    with pytest.raises(ServiceError, match="No paper of Harbour Board on Friday 1 August 2031"):
        await register.take_text(f"For Harbour Board, Friday 1 August 2031\n\nQuestion\n\n{TEXT}")


async def test_coming_meetings_are_offered_first(register: Register, store: Store) -> None:
    for days in (-30, 60, 20):
        file_pack(store, a_pack(f"{days}.pdf", meeting_date=MEETING + timedelta(days=days)))
    found: tuple[Meeting, ...] = await register.meetings()
    assert [(one.date - MEETING).days for one in found if one.date] == [0, 20, 60, -30]


# --- the schedule --------------------------------------------------------------------------------


async def full(register: Register) -> tuple[Entry, ...]:
    for number, text in (("5", "=HYPERLINK(1) *why* [x](y)?"), ("3", TEXT), ("4", "Who dug the ditch?")):
        (taken,) = await register.take_text(f"Item {number}: {text}")
        await register.note(taken.entry.question.id, "SECRET NOTE")
    await register.give_back(3, "late")
    return await register.entries()


@pytest.mark.parametrize("suffix", [".md", ".docx", ".csv"])
async def test_a_schedule_holds_what_was_not_returned_and_nothing_private(
    register: Register, tmp_path: Path, suffix: str
) -> None:
    (await register.take_file(mail(tmp_path, "Item 3: Where is the boat?", "Una Hill <una@x.example>")),)
    target = tmp_path / f"schedule{suffix}"
    entries = await full(register)
    returned = [entry.question.text for entry in entries if entry.question.state == "returned"]
    assert write_schedule(entries, target) == 3
    text = words_of(target)
    assert "Where is the boat?" in text and "Una Hill" in text and "Who dug the ditch?" in text
    assert returned and returned[0] not in text
    assert "SECRET NOTE" not in text and "una@x.example" not in text


def words_of(path: Path) -> str:
    if path.suffix == ".docx":
        import docx

        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    return path.read_text(encoding="utf-8-sig")


async def test_a_schedule_is_in_order_of_receipt_or_by_item(register: Register, tmp_path: Path) -> None:
    entries = await full(register)
    target = tmp_path / "s.csv"
    for by_item, order in ((False, ["5", "3"]), (True, ["3", "5"])):
        write_schedule(entries, target, by_item=by_item)
        with target.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row["item"] for row in rows] == order
        assert all(not cell.startswith("=") for row in rows for cell in row.values())


async def test_markdown_in_a_question_is_shown_and_not_obeyed(register: Register, tmp_path: Path) -> None:
    write_schedule(await full(register), tmp_path / "s.md")
    assert r"\*why\* \[x\](y)" in (tmp_path / "s.md").read_text()


async def test_an_empty_or_unknown_schedule_is_refused_in_one_sentence(
    register: Register, tmp_path: Path
) -> None:
    with pytest.raises(ExportFailed, match="No question is in the register"):
        write_schedule([], tmp_path / "s.md")
    (entry,) = [replace(one.entry) for one in await register.take_text(TEXT)]
    with pytest.raises(ExportFailed, match=r"\.docx, \.md or \.csv"):
        write_schedule([entry], tmp_path / "s.pdf")
