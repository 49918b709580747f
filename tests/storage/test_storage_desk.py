"""What the member wrote stays, whatever happens to the papers it is about."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import desk, library
from db.errors import NotFound, StoreError
from db.models.notes import ReadingPlace
from db.models.questions import Evidence, MeetingRef, Question
from db.models.settled import CommitteeRule
from db.store import Store
from tests.storage.papers import COMMITTEE, DAY, NOW, pages, paper, read_now

REF = MeetingRef(COMMITTEE, DAY)
OTHER_SPELLING = MeetingRef("RIVERS and Harbours, Scrutiny Committee", DAY)
LATER = NOW + timedelta(hours=2)


def ask(store: Store, text: str = "Why?", meeting: MeetingRef = REF) -> Question:
    return store.write_now(
        lambda db: desk.create_question(db, meeting, NOW, text=text, item_title="Dredging")
    )


def add_evidence(store: Store, question: Question, quote: str = "Costs rose.") -> Evidence:
    return store.write_now(
        lambda db: desk.add_evidence(
            db,
            question.id,
            quote=quote,
            document_sha256="ab" * 32,
            source="pack.pdf",
            page=4,
            pack_page=71,
            citation="Pack page 71",
        )
    )


def test_a_question_begins_as_a_draft(store: Store) -> None:
    question = ask(store)
    assert (question.state, question.text, question.item_title) == ("draft", "Why?", "Dredging")
    assert (question.created_at, question.updated_at, question.submitted_at) == (NOW, NOW, None)
    assert question.meeting == REF and question.late is False
    assert read_now(store, lambda db: desk.question(db, question.id)) == question


def test_words_are_kept_as_they_are_typed(store: Store) -> None:
    question = ask(store)
    store.write_now(lambda db: desk.save_text(db, question.id, "Why so dear?\n\n[/]", LATER))
    kept = read_now(store, lambda db: desk.question(db, question.id))
    assert (kept.text, kept.updated_at) == ("Why so dear?\n\n[/]", LATER)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_words_can_be_kept(store: Store, text: str) -> None:
    question = ask(store, text)
    assert read_now(store, lambda db: desk.question(db, question.id)).text == text


def test_half_a_character_does_not_lose_the_rest(store: Store) -> None:
    assert ask(store, "Why \ud83d so dear?").text == "Why ? so dear?"


def test_the_addressee_changes_by_itself(store: Store) -> None:
    question = ask(store)
    store.write_now(lambda db: desk.save_addressee(db, question.id, "Director", LATER))
    changed = read_now(store, lambda db: desk.question(db, question.id))
    assert changed == replace(question, addressed_to="Director", updated_at=LATER)


def test_a_question_is_found_by_its_meeting_however_spelt(store: Store) -> None:
    first = ask(store)
    ask(store, meeting=MeetingRef(COMMITTEE, date(2024, 4, 1)))
    undated = ask(store, meeting=MeetingRef(COMMITTEE, None))
    assert read_now(store, lambda db: desk.questions(db, OTHER_SPELLING)) == (first,)
    assert read_now(store, lambda db: desk.questions(db, MeetingRef(COMMITTEE, None))) == (undated,)
    assert len(read_now(store, desk.questions)) == 3


def test_a_submission_is_kept_for_ever_as_it_was(store: Store) -> None:
    question = ask(store)
    due = NOW + timedelta(minutes=30)
    revision = store.write_now(lambda db: desk.submit_question(db, question.id, NOW, due))
    assert (revision.text, revision.made_at, revision.deadline, revision.left) == ("Why?", NOW, due, 1800)
    store.write_now(lambda db: desk.save_text(db, question.id, "Why now?", LATER))
    again = store.write_now(lambda db: desk.submit_question(db, question.id, LATER, due))
    assert again.left == -5400
    assert [kept.text for kept in read_now(store, lambda db: desk.revisions(db, question.id))] == [
        "Why?",
        "Why now?",
    ]
    submitted = read_now(store, lambda db: desk.question(db, question.id))
    assert (submitted.state, submitted.submitted_at, submitted.late) == ("submitted", LATER, True)
    for statement in ("UPDATE desk.revision SET text = ''", "DELETE FROM desk.revision"):
        with pytest.raises(StoreError, match="what was submitted"):
            store.write_now(lambda db, sql=statement: db.execute(sql))  # type: ignore[misc]


@pytest.mark.parametrize(
    ("due", "late", "left"), [(NOW, False, 0), (NOW - timedelta(seconds=1), True, -1), (None, False, None)]
)
def test_a_question_is_late_only_after_its_deadline(
    store: Store, due: datetime | None, late: bool, left: int | None
) -> None:
    question = ask(store)
    revision = store.write_now(lambda db: desk.submit_question(db, question.id, NOW, due))
    assert revision.left == left
    assert read_now(store, lambda db: desk.question(db, question.id)).late is late


def write(
    store: Store, question: Question, *texts: str, apart: timedelta = timedelta(seconds=1)
) -> list[str]:
    """Save these words one after another; the versions there are then."""
    for number, text in enumerate(texts):
        at = NOW + apart * number
        store.write_now(lambda db, text=text, at=at: desk.save_text(db, question.id, text, at))  # type: ignore[misc]
    return [kept.text for kept in read_now(store, lambda db: desk.versions(db, question.id))]


def test_what_is_written_in_one_go_is_one_version(store: Store) -> None:
    assert write(store, ask(store, ""), "Why", "Why did", "Why oh why did", "Why oh why did it?") == [
        "Why oh why did it?"
    ]


def test_words_taken_away_are_kept_and_a_run_of_deleting_is_one_version(store: Store) -> None:
    texts = ("Why did it fall", "Why did it", "Why did", "Why", "Why not?")
    assert write(store, ask(store, ""), *texts) == ["Why did it fall", "Why", "Why not?"]


def test_words_written_later_are_a_version_of_their_own(store: Store) -> None:
    texts = ("Why", "Why did", "Why did it")
    assert write(store, ask(store, ""), *texts, apart=timedelta(minutes=2)) == list(texts)


def test_the_oldest_of_very_many_versions_go(store: Store) -> None:
    kept = write(store, ask(store, ""), *(f"{number} Why" for number in range(210)))
    assert len(kept) == 200 and kept[-1] == "209 Why"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("ab ", max_size=6), min_size=1, max_size=8))
def test_the_newest_version_is_what_the_question_says_now(store: Store, texts: list[str]) -> None:
    kept = write(store, ask(store, ""), *texts)
    assert (kept or [""])[-1] == texts[-1]


def test_each_state_is_kept_with_its_time(store: Store) -> None:
    question = ask(store)
    for state in ("ready", "ready"):
        store.write_now(lambda db, s=state: desk.set_state(db, question.id, s, LATER))  # type: ignore[misc]
    store.write_now(lambda db: desk.submit_question(db, question.id, LATER, None))
    store.write_now(lambda db: desk.set_state(db, question.id, "acknowledged", LATER))
    store.write_now(lambda db: desk.record_answer(db, question.id, "Because.", "in part", LATER))
    store.write_now(lambda db: desk.record_answer(db, question.id, "Because of it.", "in full", LATER))
    steps = read_now(store, lambda db: desk.steps(db, question.id))
    assert [(step.state, step.answer_state) for step in steps] == [
        ("draft", ""),
        ("ready", ""),
        ("submitted", ""),
        ("acknowledged", ""),
        ("answered", "in part"),
        ("answered", "in full"),
    ]
    assert (steps[0].made_at, steps[1].made_at) == (NOW, LATER)


def test_an_answer_is_kept_and_can_be_taken_back(store: Store) -> None:
    question = ask(store)
    store.write_now(lambda db: desk.submit_question(db, question.id, NOW, None))
    answered = store.write_now(lambda db: desk.record_answer(db, question.id, "Because.", "in part", LATER))
    assert (answered.state, answered.answer, answered.answer_state) == ("answered", "Because.", "in part")
    back = store.write_now(lambda db: desk.record_answer(db, question.id, "", "", LATER))
    assert (back.state, back.answer) == ("submitted", "")


def test_a_supplementary_knows_its_question(store: Store) -> None:
    question = ask(store)
    more = store.write_now(
        lambda db: desk.create_question(db, REF, LATER, text="And then?", parent_id=question.id)
    )
    assert (more.parent_id, more.state) == (question.id, "draft")
    with pytest.raises(NotFound):
        store.write_now(lambda db: desk.create_question(db, REF, NOW, parent_id=999))


def test_a_deleted_question_comes_back_with_everything(store: Store) -> None:
    question = ask(store)
    quoted = add_evidence(store, question)
    store.write_now(lambda db: desk.delete_question(db, question.id, NOW))
    assert read_now(store, desk.questions) == ()
    assert store.write_now(lambda db: desk.restore_question(db, question.id)) == question
    assert read_now(store, desk.questions) == (question,)
    assert read_now(store, lambda db: desk.evidence_for(db, question.id)) == (quoted,)


def test_a_quotation_stands_once_and_can_be_put_back(store: Store) -> None:
    question = ask(store)
    first = add_evidence(store, question)
    assert add_evidence(store, question) == first
    second = add_evidence(store, question, "Costs fell.")
    removed = store.write_now(lambda db: desk.remove_evidence(db, first.id))
    assert removed == first
    assert read_now(store, lambda db: desk.evidence_for(db, question.id)) == (second,)
    with pytest.raises(NotFound):
        store.write_now(lambda db: desk.remove_evidence(db, first.id))
    assert add_evidence(store, question).quote == first.quote


@pytest.mark.parametrize("number", [0, -1, 99])
def test_a_question_that_never_was_is_not_found(store: Store, number: int) -> None:
    for work in (
        lambda db: desk.question(db, number),
        lambda db: desk.save_text(db, number, "", NOW),
        lambda db: desk.set_state(db, number, "ready", NOW),
        lambda db: desk.submit_question(db, number, NOW, None),
        lambda db: desk.delete_question(db, number, NOW),
        lambda db: desk.restore_question(db, number),
        lambda db: desk.restore_note(db, number),
    ):
        with pytest.raises(NotFound):
            store.write_now(work)


def test_notes_come_by_meeting_in_page_order(store: Store) -> None:
    def note(page: int, sha: str, text: str = "", meeting: MeetingRef = REF) -> int:
        return store.write_now(
            lambda db: desk.add_note(
                db,
                meeting,
                NOW,
                document_sha256=sha,
                source="pack.pdf",
                page=page,
                pack_page=None,
                quote="Costs rose.",
                text=text,
            )
        ).id

    second, first = note(9, "aa"), note(2, "aa", "Ask.")
    other = note(5, "bb", meeting=MeetingRef("Planning", DAY))
    by_meeting = read_now(store, lambda db: desk.notes(db, OTHER_SPELLING))
    assert [(found.id, found.text) for found in by_meeting] == [(first, "Ask."), (second, "")]
    planning = MeetingRef("Planning", DAY)
    assert [found.id for found in read_now(store, lambda db: desk.notes(db, planning))] == [other]
    store.write_now(lambda db: desk.delete_note(db, first, NOW))
    assert [found.id for found in read_now(store, lambda db: desk.notes(db, REF))] == [second]
    store.write_now(lambda db: desk.restore_note(db, first))
    assert len(read_now(store, lambda db: desk.notes(db, REF))) == 2


def test_the_reading_place_is_the_last_one(store: Store) -> None:
    store.write_now(lambda db: desk.save_place(db, ReadingPlace("aa", 3, 10, NOW)))
    store.write_now(lambda db: desk.save_place(db, ReadingPlace("bb", 1, 0, NOW + timedelta(minutes=1))))
    store.write_now(lambda db: desk.save_place(db, ReadingPlace("aa", 70, 2, LATER)))
    assert read_now(store, lambda db: desk.reading_place(db, "aa")) == ReadingPlace("aa", 70, 2, LATER)
    assert read_now(store, lambda db: desk.reading_place(db, "cc")) is None
    assert read_now(store, lambda db: desk.reading_place(db, "bb")) is not None


def test_a_new_version_takes_over_the_reading_place_it_has_not(store: Store) -> None:
    store.write_now(lambda db: desk.save_place(db, ReadingPlace("old", 3, 10, NOW)))
    store.write_now(lambda db: desk.carry_over(db, "old", "new"))
    assert read_now(store, lambda db: desk.reading_place(db, "new")) == ReadingPlace("new", 3, 10, NOW)
    store.write_now(lambda db: desk.save_place(db, ReadingPlace("old", 9, 9, NOW)))
    store.write_now(lambda db: desk.carry_over(db, "old", "new"))
    assert read_now(store, lambda db: desk.reading_place(db, "new")) == ReadingPlace("new", 3, 10, NOW)


def test_pages_read_count_once(store: Store) -> None:
    store.write_now(lambda db: desk.mark_read(db, "aa", [1, 2, 2], NOW))
    store.write_now(lambda db: desk.mark_read(db, "aa", [2, 3], LATER))
    store.write_now(lambda db: desk.mark_read(db, "bb", [7], LATER))
    assert read_now(store, lambda db: desk.pages_read(db, "aa")) == {1, 2, 3}
    assert read_now(store, lambda db: desk.pages_read(db, "bb")) == {7}


def test_the_newest_override_of_a_scope_holds_and_history_stays(store: Store) -> None:
    def override(applies_to: str, hours: int, meeting: MeetingRef = REF) -> datetime:
        due = NOW + timedelta(hours=hours)
        store.write_now(lambda db: desk.override_deadline(db, meeting, applies_to, due, "Clerk rang", NOW))
        return due

    override("all", 1)
    held = override("all", 5)
    public = override("public questions", 2)
    elsewhere = override("all", 3, MeetingRef("Planning", DAY))
    holding = read_now(store, desk.deadline_overrides)
    assert [(found.applies_to, found.due) for found in holding] == [
        ("public questions", public),
        ("all", elsewhere),
        ("all", held),
    ]
    store.write_now(lambda db: desk.withdraw_override(db, OTHER_SPELLING, "all", LATER))
    holding = read_now(store, desk.deadline_overrides)
    assert [found.due for found in holding] == [public, elsewhere]
    history = read_now(store, lambda db: desk.override_history(db, REF))
    assert [found.due for found in history] == [public, held, NOW + timedelta(hours=1)]
    assert {found.reason for found in history} == {"Clerk rang"}


def test_a_committee_has_one_standing_rule(store: Store) -> None:
    store.write_now(
        lambda db: desk.save_rule(db, CommitteeRule(COMMITTEE, "four clear working days", "SO 9"))
    )
    newer = CommitteeRule(OTHER_SPELLING.committee, "two working days", "SO 10")
    store.write_now(lambda db: desk.save_rule(db, newer))
    assert read_now(store, lambda db: desk.committee_rule(db, COMMITTEE)) == newer
    assert read_now(store, desk.committee_rules) == (newer,)
    assert read_now(store, lambda db: desk.committee_rule(db, "Planning")) is None


def test_the_desk_does_not_change_with_the_library(store: Store) -> None:
    """Replacing papers, and their meetings, leaves every row of the desk as it was."""
    draft = paper("002.txt", ["Costs rose."], pages=pages(3))
    store.write_now(lambda db: library.file_document(db, draft, NOW))
    question = ask(store)
    add_evidence(store, question)
    store.write_now(lambda db: desk.save_place(db, ReadingPlace(draft.sha256, 2, 1, NOW)))
    store.write_now(lambda db: desk.mark_read(db, draft.sha256, [1, 2], NOW))

    def rows() -> list[object]:
        tables = ("question", "evidence", "revision", "note", "reading_place", "page_read")
        return [
            read_now(store, lambda db, t=table: db.execute(f"SELECT * FROM desk.{t}").fetchall())  # type: ignore[misc]
            for table in tables
        ]

    before = rows()
    newer = paper("002.pdf", ["Costs fell."])
    filed = store.write_now(lambda db: library.file_document(db, newer, NOW))
    assert filed.replaced == (draft.sha256,)
    assert rows() == before
    moved = replace(newer, meeting_date=DAY + timedelta(days=7))
    store.write_now(lambda db: library.file_document(db, moved, NOW, again=True))
    assert rows() == before
    found = read_now(store, lambda db: library.meeting_by_ref(db, REF.committee, REF.date))
    assert found is None


def test_the_desk_points_at_nothing_in_the_library(home_desk_columns: set[str]) -> None:
    assert not home_desk_columns & {"document_id", "meeting_id", "passage_id", "page_id", "agenda_item_id"}


@pytest.fixture
def home_desk_columns(store: Store) -> set[str]:
    with sqlite3.connect(store.desk_path) as conn:
        rows = conn.execute(
            "SELECT c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'"
        ).fetchall()
    conn.close()
    assert rows
    return {name for (name,) in rows}
