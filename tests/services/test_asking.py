"""Questions from the first word to the answer, on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from db import library
from db.models import AgendaItem, Meeting
from db.store import Store
from imports.model import DeadlineRule, DeadlineWording
from scrutiny_tui.services.calendars import WorkingCalendar
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.deadlines import Deadlines
from scrutiny_tui.services.errors import TooLate
from scrutiny_tui.services.question_rules import CouncilRules, QuestionRules
from scrutiny_tui.services.questions import Questions
from scrutiny_tui.services.search import Search
from tests.services.drafts import CLERK, file, item, paper, passage
from tests.storage.papers import read_now

MEETING = date(2025, 11, 13)
DUE = DeadlineWording(
    "by noon on 10 November",
    DeadlineRule("date", date=date(2025, 11, 10), time=time(12)),
    ("8",),
    "agenda",
    1,
)


@dataclass
class Desk:
    store: Store
    meeting: Meeting
    item: AgendaItem

    def at(self, now: datetime, rules: QuestionRules | None = None) -> Questions:
        clock = Clock(now)
        deadlines = Deadlines(self.store, clock, WorkingCalendar())
        return Questions(
            self.store, clock, deadlines, Search(self.store), CouncilRules(rules or QuestionRules())
        )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = Store.open(tmp_path / "home")
    old = passage("Re-audits fell by a third because two auditors left.", "QUALITY", ref="7.2")
    file(store, paper("september", date(2025, 9, 11), (old,)))
    items = (item(0, "8", "Quality assurance", officers=("Ivo Penn",)),)
    file(store, paper("november", MEETING, (passage("Audits fell.", kind="report"),), items, (DUE,)))
    meeting = next(m for m in read_now(store, library.meetings) if m.date == MEETING)
    (agenda_item,) = read_now(store, lambda db: library.agenda_items(db, meeting.id))
    yield Desk(store, meeting, agenda_item)
    store.close()


EARLY, LATE = datetime(2025, 11, 10, 9), datetime(2025, 11, 10, 12, 1)


async def test_a_draft_begins_with_its_evidence_addressee_deadline_and_clerk(desk: Desk) -> None:
    (found,) = [h.passage for h in await Search(desk.store).find("audits") if h.passage.kind == "report"]
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, desk.item, found)
    detail = await questions.detail(begun.id)
    assert detail.question.addressed_to == "Ivo Penn" and detail.clerk == CLERK
    assert detail.deadline is not None and detail.deadline.due == datetime(2025, 11, 10, 12)
    (evidence,) = detail.evidence
    assert (evidence.quote, evidence.pack_page) == ("Audits fell.", 1)
    assert "13 November 2025" in evidence.citation


async def test_every_saved_word_is_there_after_a_crash(desk: Desk, tmp_path: Path) -> None:
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, desk.item)
    await questions.save(begun.id, "Why did re-audits")
    questions.save_now(begun.id, "Why did re-audits fall")
    other = Store.open(desk.store.home)  # as a second process would see it, the first never closed
    from db.desk import question

    assert read_now(other, lambda db: question(db, begun.id)).text == "Why did re-audits fall"
    other.close()


async def test_a_submission_is_kept_for_ever_with_what_was_left(desk: Desk) -> None:
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, desk.item, text="Why?")
    revision = await questions.submit(begun.id)
    assert revision.left is not None and 0 < revision.left - 3 * 3600 < 60
    await questions.save(begun.id, "Changed afterwards")
    detail = await questions.detail(begun.id)
    assert [r.text for r in detail.revisions] == ["Why?"]
    assert detail.question.state == "submitted" and not detail.question.late


async def test_past_the_deadline_it_asks_first_and_is_marked_late(desk: Desk) -> None:
    questions = desk.at(LATE)
    begun = await questions.begin(desk.meeting, desk.item, text="Why?")
    assert "question-late" in [w.code for w in (await questions.detail(begun.id)).advice]
    with pytest.raises(TooLate, match="still as it was"):
        await questions.submit(begun.id)
    assert (await questions.detail(begun.id)).question.state == "draft"
    await questions.submit(begun.id, late_is_fine=True)
    assert (await questions.detail(begun.id)).question.late


async def test_by_noon_includes_noon(desk: Desk) -> None:
    questions = desk.at(datetime(2025, 11, 10, 12, 0, 30))
    begun = await questions.begin(desk.meeting, desk.item, text="Why?")
    await questions.submit(begun.id)
    assert not (await questions.detail(begun.id)).question.late


async def test_an_answer_and_its_supplementary(desk: Desk) -> None:
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, desk.item, text="Why?")
    await questions.submit(begun.id)
    await questions.answer(begun.id, "Because two left.", "in part")
    following = await questions.supplementary(begun.id)
    detail = await questions.detail(begun.id)
    assert (detail.question.state, detail.question.answer_state) == ("answered", "in part")
    assert following.parent_id == begun.id and following.item_title == "Quality assurance"


async def test_a_deleted_question_comes_back_whole(desk: Desk) -> None:
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, desk.item, text="Why?")
    await questions.delete(begun.id)
    assert await questions.all() == ()
    await questions.restore(begun.id)
    assert [detail.question.text for detail in await questions.all()] == ["Why?"]


async def test_a_new_version_of_the_pack_loses_nothing(desk: Desk) -> None:
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, desk.item, text="Why?")
    renumbered = (item(0, "9", "Quality assurance", officers=("Ivo Penn",)),)
    moved = DeadlineWording(DUE.text, DUE.rule, ("9",), "agenda", 1)
    newer = paper("november", MEETING, items=renumbered, deadlines=(moved,))
    from dataclasses import replace

    file(desk.store, replace(newer, sha256="november again"))
    detail = await questions.detail(begun.id)
    assert detail.question.text == "Why?" and detail.deadline is not None
    assert detail.deadline.applies_to == ("9",)


async def test_asked_before_finds_the_earlier_minute(desk: Desk) -> None:
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, desk.item, text="Why have re-audits fallen?")
    before = await questions.asked_before(begun.id)
    assert before.hits and before.hits[0].passage.ref == "7.2"
    assert not before.own and not before.advice


async def test_of_two_items_with_one_title_a_question_is_about_the_one_of_its_number(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "two")
    items = (item(0, "4", "Written questions"), item(1, "9", "WRITTEN QUESTIONS", officers=("Ivo Penn",)))
    due = replace(DUE, applies_to=("9",))
    file(store, paper("november", MEETING, (), items, (due,)))
    (meeting,) = read_now(store, library.meetings)
    _, second = read_now(store, lambda db: library.agenda_items(db, meeting.id))
    questions = Desk(store, meeting, second).at(EARLY)
    await questions.begin(meeting, replace(second, title="Written questions"))
    await questions.begin(meeting, replace(second, number="4", title="Written questions"))
    on_second, on_first = await questions.all()
    assert on_second.deadline is not None and on_second.deadline.applies_to == ("9",)
    assert on_first.deadline is None
    store.close()
