"""The register and the marks on promises: entered once, decided, found again, hostile text kept as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from db import desk
from db.errors import NotFound
from db.models.questions import MeetingRef
from db.models.register import DraftReceived
from db.store import Store

NOW = datetime(2031, 5, 19, 9, 12)
MEETING = MeetingRef("Moorland & Coast Scrutiny", date(2031, 5, 22))
DRAFT = DraftReceived(
    MEETING, "3", "Sea Walls", "Una", "u@x", "Why?'; DROP TABLE received;--", "u.eml", None, NOW, "d1"
)


def enter_at(store: Store, draft: DraftReceived, at: datetime) -> None:
    store.write_now(lambda db: desk.enter(db, draft, at))


def test_the_same_question_is_entered_once_for_a_meeting(store: Store) -> None:
    first, new = store.write_now(lambda db: desk.enter(db, DRAFT, NOW))
    spelt = replace(DRAFT, meeting=MeetingRef("MOORLAND AND COAST SCRUTINY", MEETING.date))
    again, second = store.write_now(lambda db: desk.enter(db, spelt, NOW + timedelta(days=1)))
    assert (new, second, again) == (True, False, first)
    other = replace(DRAFT, meeting=MeetingRef("Harbour Board", None))
    assert store.write_now(lambda db: desk.enter(db, other, NOW))[1]
    assert first.text == DRAFT.text


async def test_the_register_is_in_order_of_receipt_of_one_meeting_or_all(store: Store) -> None:
    for number, minutes in (("b", 5), ("a", 1), ("c", 9)):
        enter_at(store, replace(DRAFT, digest=number, text=number), NOW + timedelta(minutes=minutes))
    store.write_now(lambda db: desk.enter(db, replace(DRAFT, meeting=MeetingRef("Other", None)), NOW))
    of = await store.read(lambda db: desk.register(db, MEETING))
    assert [one.text for one in of] == ["a", "b", "c"]
    assert len(await store.read(desk.register)) == 4


async def test_a_decision_and_a_note_are_kept_and_taken_back(store: Store) -> None:
    entered, _ = store.write_now(lambda db: desk.enter(db, DRAFT, NOW))
    returned = store.write_now(lambda db: desk.decide(db, entered.id, "returned", "late", NOW))
    assert (returned.state, returned.ground, returned.decided_at) == ("returned", "late", NOW)
    assert store.write_now(lambda db: desk.note_received(db, entered.id, "mine")).note == "mine"
    assert store.write_now(lambda db: desk.decide(db, entered.id, "received", "", NOW)).decided_at is None
    with pytest.raises(NotFound, match="no question 77"):
        store.write_now(lambda db: desk.decide(db, 77, "accepted", "", NOW))


async def test_a_mark_is_kept_by_committee_day_and_words_however_spelt(store: Store) -> None:
    mark = desk.mark_promise
    store.write_now(lambda db: mark(db, "Sea & Coast", MEETING.date, "To mend it.", "done", "n", NOW))
    store.write_now(lambda db: mark(db, "SEA AND COAST", MEETING.date, "to  mend it", "ignored", "m", NOW))
    store.write_now(lambda db: mark(db, "Sea & Coast", None, "To mend it.", "done", "", NOW))
    first, second = await store.read(desk.promise_marks)
    assert (first.mark, first.note, first.said_on) == ("ignored", "m", MEETING.date)
    assert (second.mark, second.said_on) == ("done", None)
    store.write_now(lambda db: mark(db, "Sea & Coast", None, "To mend it.", "", "", NOW))
    assert len(await store.read(desk.promise_marks)) == 1
