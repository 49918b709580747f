"""Questions from the first word to the answer, on a real desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from sqlite_utils import Database

from db import library
from db.models.papers import AgendaItem, Meeting
from db.store import Store
from imports.model.agenda import ExemptPage
from imports.model.deadlines import DeadlineRule, DeadlineWording
from imports.protocol import decode_pack, encode_pack
from scrutiny_tui.services.answers import answer_words
from scrutiny_tui.services.calendars import WorkingCalendar
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.deadlines import Deadlines
from scrutiny_tui.services.errors import ServiceError, TooLate
from scrutiny_tui.services.question_desk import who_may_answer
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


async def test_a_question_from_a_passage_is_on_the_item_whose_report_it_is(desk: Desk) -> None:
    report = next(h.passage for h in await Search(desk.store).find("audits") if h.passage.kind == "report")
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, None, replace(report, agenda_item="8"))
    assert (begun.item_number, begun.item_title, begun.addressed_to) == ("8", "Quality assurance", "Ivo Penn")
    for other in (replace(report, agenda_item="9"), replace(report, agenda_item="8", kind="minute")):
        assert (await questions.begin(desk.meeting, None, other)).item_number == ""


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


async def test_what_another_program_submits_meanwhile_stays_submitted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = desk.at(datetime(2025, 11, 1))
    begun = await questions.begin(desk.meeting, desk.item, text="Why?")
    write = desk.store.write

    async def after_the_other(work: Callable[[Database], object]) -> object:
        monkeypatch.setattr(desk.store, "write", write)
        await questions.submit(begun.id)
        return await write(work)

    monkeypatch.setattr(desk.store, "write", after_the_other)
    with pytest.raises(ServiceError, match="submitted cannot become ready"):
        await questions.set_state(begun.id, "ready")


async def test_only_what_can_come_next_comes_next(desk: Desk) -> None:
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, desk.item, text="Why?")
    with pytest.raises(ServiceError, match="cannot become acknowledged"):
        await questions.set_state(begun.id, "acknowledged")
    with pytest.raises(ServiceError, match="once the question is submitted"):
        await questions.answer(begun.id, "Because.", "in full")
    await questions.set_state(begun.id, "ready")
    await questions.submit(begun.id)
    with pytest.raises(ServiceError, match="cannot become ready"):
        await questions.set_state(begun.id, "ready")
    await questions.set_state(begun.id, "acknowledged")
    await questions.answer(begun.id, "Two left.", "not")
    detail = await questions.detail(begun.id)
    assert [(step.state, step.answer_state) for step in detail.steps] == [
        ("draft", ""), ("ready", ""), ("submitted", ""), ("acknowledged", ""), ("answered", "not"),
    ]  # fmt: skip


async def test_what_was_written_is_kept_and_words_can_be_set_aside(desk: Desk) -> None:
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, desk.item, text="Why did audits fall?")
    await questions.save(begun.id, "Who")
    await questions.set_aside(begun.id, "Half a thought")
    assert [one.text for one in await questions.versions(begun.id)] == [
        "Why did audits fall?", "Who", "Half a thought",
    ]  # fmt: skip
    assert (await questions.detail(begun.id)).question.text == "Who"


async def test_the_same_question_within_six_months_is_told_and_shown(desk: Desk) -> None:
    questions = desk.at(datetime(2025, 9, 1, 9))
    first = await questions.begin(desk.meeting, None, text="How many foster carers were recruited last year?")
    await questions.submit(first.id)
    questions = desk.at(EARLY)
    again = await questions.begin(desk.meeting, None, text="How many foster carers did we recruit last year?")
    before = await questions.asked_before(again.id)
    assert [one.id for one in before.own] == [first.id]
    assert [one.code for one in before.advice] == ["question-asked-before"]
    assert "1 September 2025" in before.advice[0].text
    assert not (await desk.at(EARLY, QuestionRules(same_months=0)).asked_before(again.id)).advice
    assert not (await desk.at(EARLY, QuestionRules(same_months=1)).asked_before(again.id)).advice


async def test_a_minute_that_records_the_question_is_told(desk: Desk) -> None:
    asked = "A member asked how many foster carers had been recruited. Twelve had."
    file(desk.store, paper("october", date(2025, 10, 9), (passage(asked, "FOSTERING", ref="9.1", page=3),)))
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, None, text="How many foster carers were recruited?")
    (told,) = (await questions.asked_before(begun.id)).advice
    assert "9 October 2025" in told.text and "9.1" in told.text and "pack page 3" in told.text
    other = await questions.begin(desk.meeting, None, text="What are foster carers paid a week?")
    assert not (await questions.asked_before(other.id)).advice


async def test_a_supplementary_is_not_the_same_question_again(desk: Desk) -> None:
    questions = desk.at(EARLY)
    first = await questions.begin(desk.meeting, None, text="How many foster carers were recruited last year?")
    await questions.submit(first.id)
    following = await questions.supplementary(first.id)
    await questions.save(following.id, "How many foster carers recruited last year stayed?")
    before = await questions.asked_before(following.id)
    assert [one.id for one in before.own] == [first.id] and not before.advice


async def test_more_questions_than_a_member_may_put_are_told(desk: Desk) -> None:
    questions = desk.at(EARLY, QuestionRules(per_member=1))
    for text in ("Why did audits fall?", "Who checks them?"):
        await questions.begin(desk.meeting, desk.item, text=text)
    first, second = await questions.all()
    assert "question-too-many" not in [one.code for one in first.advice]
    assert "question-too-many" in [one.code for one in second.advice]
    await questions.set_state(first.question.id, "withdrawn")
    assert "question-too-many" not in [
        one.code for one in (await questions.detail(second.question.id)).advice
    ]
    unlimited = await desk.at(EARLY).all()
    assert not [one for detail in unlimited for one in detail.advice if one.code == "question-too-many"]


async def test_officers_known_from_any_pack_are_not_to_be_named(desk: Desk) -> None:
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, None, text="What did Rosa Lund tell the panel of the roads?")
    assert "question-names-officer" in [one.code for one in (await questions.detail(begun.id)).advice]


async def test_answers_are_offered_from_minutes_since_the_submission(desk: Desk) -> None:
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, desk.item, text="Why did re-audits fall?")
    assert await questions.answers_offered(begun.id) == ()
    await questions.submit(begun.id)
    assert await questions.answers_offered(begun.id) == ()  # only older minutes speak of it yet
    said = "In response to a question on re-audits, it was explained that two auditors had left."
    minute = passage(said, "QUALITY ASSURANCE", ref="12.3", page=4, said_on=MEETING)
    secret = paper("exempt", date(2026, 1, 15), (replace(minute, text=f"{said} Secretly.", page=9),))
    pack = replace(decode_pack(secret.understood), exempt_pages=(ExemptPage(9, "Exempt"),))
    file(desk.store, replace(secret, understood=encode_pack(pack)))
    file(desk.store, paper("january", date(2026, 1, 15), (minute,)))
    (hit,) = await questions.answers_offered(begun.id)
    assert hit.passage.text == said
    assert answer_words(hit.passage).endswith("13 November 2025; january, pack page 4)")


async def test_a_cabinet_member_the_item_names_is_offered_for_an_answer(desk: Desk) -> None:
    named = replace(desk.item, officers=(), description="The Cabinet Member for Children will attend.")
    begun = await desk.at(EARLY).begin(desk.meeting, named)
    assert begun.addressed_to == "Cabinet Member for Children"
    both = replace(desk.item, description="The Cabinet Member for Children and Schools will attend.")
    assert who_may_answer(both) == ("Ivo Penn", "Cabinet Member for Children and Schools")


async def test_words_from_a_page_that_is_not_public_are_kept_back(desk: Desk) -> None:
    draft = paper("secret", date(2025, 10, 16), (passage("The price is seven.", page=1),))
    pack = replace(decode_pack(draft.understood), exempt_pages=(ExemptPage(1, "Exempt - paragraph 3"),))
    file(desk.store, replace(draft, understood=encode_pack(pack)))
    (secret,) = read_now(desk.store, lambda db: library.find_documents(db, "secret"))
    questions = desk.at(EARLY)
    begun = await questions.begin(desk.meeting, desk.item, text="What does it cost?")
    open_one = await questions.quote(begun.id, secret, 2, 2, "An open page.", "secret, page 2")
    kept_back = await questions.quote(begun.id, secret, 1, 1, "The price is seven.", "secret, page 1")
    detail = await questions.detail(begun.id)
    assert detail.withheld == {kept_back.id} and open_one.id not in detail.withheld
    assert "question-exempt" in [one.code for one in detail.advice]
