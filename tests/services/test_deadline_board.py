"""Which deadline counts for a meeting, and which moment is the last in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from db import library
from db.models.papers import Meeting
from db.models.settled import CommitteeRule
from db.store import Store
from imports.model.deadlines import OTHER_BUSINESS, DeadlineRule, DeadlineWording
from scrutiny_tui.services.calendars import WorkingCalendar
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.deadlines import Deadlines, covering, last_moment, leading
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.models.deadlines import Deadline
from scrutiny_tui.services.wording import countdown, scope
from tests.services.drafts import file, item, paper

MEETING = date(2025, 11, 13)
HEADING = "Please send in questions on the following items by end of day Monday 10th November 2025"
PRINTED = DeadlineWording(
    HEADING,
    DeadlineRule("date", date=date(2025, 11, 10), weekday=0, time_words="end of day"),
    ("8", "9"),
    "agenda",
    1,
)
CLEAR_DAYS = DeadlineRule("clear working days", 3, time=time(10))
PUBLIC = DeadlineWording(
    "Public questions: 10am, three clear working days", CLEAR_DAYS, "public questions", "notes", 2
)
QUOTED = DeadlineWording("Questions were due by 5 September.", None, "all", "minutes", 4)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "home")
    yield store
    store.close()


def deadlines(store: Store, now: datetime = datetime(2025, 11, 10, 9, 12)) -> Deadlines:
    return Deadlines(store, Clock(now), WorkingCalendar())


async def of(service: Deadlines, meeting: Meeting) -> tuple[Deadline, ...]:
    return (await service.of_meetings([meeting]))[meeting.id]


async def meeting_with(store: Store, *wordings: DeadlineWording, day: date = MEETING) -> Meeting:
    items = (item(0, "4", "Public Questions"), item(1, "8", "Performance"), item(2, "10", "Work plan"))
    file(store, paper(f"pack {day}", day, items=items, deadlines=wordings))
    return next(m for m in await store.read(library.meetings) if m.date == day)


async def test_a_printed_date_is_counted_down_with_its_sentence_and_page(store: Store) -> None:
    meeting = await meeting_with(store, PRINTED)
    (deadline,) = await of(deadlines(store), meeting)
    assert (deadline.due, deadline.safe) == (datetime(2025, 11, 10, 23, 59), datetime(2025, 11, 10, 17))
    assert (deadline.text, deadline.page, deadline.origin, deadline.state) == (HEADING, 1, "printed", "today")
    assert scope(deadline) == "items 8 and 9"
    assert countdown(deadline, datetime(2025, 11, 10, 9, 12)) == "closes today 23:59 (14 h 47 m left)"


async def test_each_item_has_the_deadline_that_covers_it(store: Store) -> None:
    meeting = await meeting_with(store, PRINTED, PUBLIC)
    found = await of(deadlines(store), meeting)
    public, performance, work_plan = await store.read(lambda db: library.agenda_items(db, meeting.id))
    assert getattr(covering(found, performance), "text", None) == HEADING
    assert getattr(covering(found, public), "due", None) == datetime(2025, 11, 7, 10)
    assert covering(found, work_plan) is None


async def test_of_two_that_close_at_one_minute_a_member_sees_the_members(store: Store) -> None:
    meeting = await meeting_with(store, PUBLIC)
    (public,) = await of(deadlines(store), meeting)
    members = replace(public, applies_to="members' questions")
    for told in ((public, members), (members, public)):
        assert leading(told) is members
        assert leading(replace(one, state="closed") for one in told) == replace(members, state="closed")


async def test_what_old_minutes_quote_is_never_open(store: Store) -> None:
    meeting = await meeting_with(store, QUOTED)
    service = deadlines(store)
    (quoted,) = await of(service, meeting)
    assert quoted.state == "quoted" and leading([quoted]) is None
    assert await service.board() == ()
    assert [d.state for d in await service.board(past=True)] == ["quoted"]


async def test_a_committees_rule_holds_only_where_nothing_is_printed(store: Store) -> None:
    bare = await meeting_with(store, day=date(2025, 12, 11))
    printed = await meeting_with(store, PRINTED)
    service = deadlines(store)
    await service.set_rule(
        bare.committee.upper(), "by 10am, four clear working days before the meeting", "SO 12.3"
    )
    (from_rule,) = await of(service, bare)
    assert from_rule.origin == "committee rule" and from_rule.due == datetime(2025, 12, 4, 10)
    assert "SO 12.3" in from_rule.text
    assert [d.origin for d in await of(service, printed)] == ["printed"]


async def test_a_rule_that_is_not_understood_is_refused_in_a_sentence(store: Store) -> None:
    with pytest.raises(ServiceError, match="is not understood as a rule"):
        await deadlines(store).set_rule("Board", "whenever", "")


async def test_a_deadline_set_by_hand_replaces_the_printed_one_and_is_kept_in_history(store: Store) -> None:
    meeting = await meeting_with(store, PRINTED, PUBLIC)
    service = deadlines(store)
    with pytest.raises(ServiceError, match="reason"):
        await service.override(meeting, "all", datetime(2025, 11, 11, 12), "  ")
    await service.override(meeting, "8,9", datetime(2025, 11, 11, 12), "Clerk's e-mail of 9 November")
    found = await of(service, meeting)
    assert {(d.origin, d.applies_to) for d in found} == {
        ("printed rule", "public questions"),
        ("set by hand", ("8", "9")),
    }
    await service.withdraw(meeting, "8, 9")
    assert {d.origin for d in await of(service, meeting)} == {"printed", "printed rule"}
    assert len(await service.history(meeting)) == 1


@pytest.mark.parametrize("days", [-3, 0, 3])
async def test_one_set_by_hand_for_all_leaves_those_set_for_some(store: Store, days: int) -> None:
    meeting = await meeting_with(store, PRINTED, PUBLIC)
    service, due = deadlines(store), datetime(2025, 11, 11, 12)
    await service.override(meeting, "public questions", due + timedelta(days=days), "Clerk rang")
    await service.override(meeting, "all", due, "Clerk rang")
    assert {(d.origin, d.applies_to) for d in await of(service, meeting)} == {
        ("set by hand", "public questions"),
        ("set by hand", "all"),
    }


@pytest.mark.parametrize("second", [0, 30, 59])
async def test_one_set_by_hand_with_seconds_holds_to_the_end_of_its_minute(store: Store, second: int) -> None:
    due = datetime(2025, 11, 11, 12, 0, second)
    meeting = await meeting_with(store, PRINTED)
    await deadlines(store).override(meeting, "all", due, "Clerk rang")
    states = []
    for now in (datetime(2025, 11, 11, 12, 0, 59), datetime(2025, 11, 11, 12, 1)):
        (found,) = await of(deadlines(store, now), meeting)
        states.append(found.state)
    assert states == ["today", "closed"]


async def test_a_rule_in_hours_without_a_start_time_is_shown_in_its_words(store: Store) -> None:
    rule = DeadlineRule("hours", 24)
    hours = DeadlineWording("24 hours' notice", rule, "all", "agenda", 2)
    meeting = await meeting_with(store, hours)
    (known,) = await of(deadlines(store), meeting)
    assert known.due is not None
    (words,) = await of(deadlines(store), replace(meeting, start_time=None))
    assert (words.due, words.state, words.text) == (None, "open", "24 hours' notice")
    assert [(w.code, w.page) for w in words.warnings] == [("deadline-without-moment", 2)]


async def test_two_moments_for_the_same_questions_are_doubted(store: Store) -> None:
    other = DeadlineWording(
        "by 12 November", DeadlineRule("date", date=date(2025, 11, 12)), ("8", "9"), "notes", 3
    )
    meeting = await meeting_with(store, PRINTED, other, PRINTED)
    found = await of(deadlines(store), meeting)
    assert len(found) == 2
    assert all("deadline-sources-disagree" in [w.code for w in d.warnings] for d in found)


@pytest.mark.parametrize(("before", "state"), [(False, "today"), (True, "closed")])
async def test_by_includes_the_minute_and_before_excludes_it(store: Store, before: bool, state: str) -> None:
    rule = DeadlineRule("date", date=date(2025, 11, 10), time=time(10), before=before)
    meeting = await meeting_with(store, DeadlineWording("words", rule, "all", "agenda", 1))
    (deadline,) = await of(deadlines(store, datetime(2025, 11, 10, 10, 0, 20)), meeting)
    assert deadline.state == state
    assert (
        last_moment(deadline) == datetime(2025, 11, 10, 9, 59, 59)
        if before
        else datetime(2025, 11, 10, 10, 0, 59)
    )


async def test_the_board_has_deadlines_not_yet_past_soonest_first(store: Store) -> None:
    await meeting_with(store, PRINTED)
    await meeting_with(store, PUBLIC, day=date(2025, 11, 12))
    await meeting_with(store, PUBLIC, day=date(2025, 11, 20))
    await meeting_with(store, PUBLIC, day=date(2025, 10, 1))
    service = deadlines(store)
    assert [d.due for d in await service.board()] == [
        datetime(2025, 11, 10, 23, 59),
        datetime(2025, 11, 14, 10),
    ]
    assert [d.due for d in await service.board(past=True)] == [
        datetime(2025, 9, 25, 10),
        datetime(2025, 11, 6, 10),
        datetime(2025, 11, 10, 23, 59),
        datetime(2025, 11, 14, 10),
    ]


async def test_questions_on_other_business_have_a_deadline_of_their_own(store: Store) -> None:
    six_days = DeadlineRule("clear working days", 6)
    words = "A question not on the agenda: six clear working days"
    other = DeadlineWording(words, six_days, "all", "notes", 2, OTHER_BUSINESS)
    usual = DeadlineWording("three clear working days", CLEAR_DAYS, "all", "notes", 2)
    meeting = await meeting_with(store, usual, other)
    found = await of(deadlines(store), meeting)
    assert not any("deadline-sources-disagree" in [w.code for w in d.warnings] for d in found)
    (_, performance, _) = await store.read(lambda db: library.agenda_items(db, meeting.id))
    assert getattr(covering(found, performance), "text", None) == "three clear working days"


async def test_a_scope_is_one_however_it_is_typed(store: Store) -> None:
    meeting = await meeting_with(store, PRINTED)
    service, due = deadlines(store), datetime(2025, 11, 11, 12)
    await service.override(meeting, "8,9", due, "Clerk rang")
    await service.override(meeting, " 8 , 9,", due + timedelta(hours=1), "Clerk rang again")
    (found,) = await of(service, meeting)
    assert (found.due, found.applies_to) == (due + timedelta(hours=1), ("8", "9"))
    assert len(await service.history(meeting)) == 2


async def test_a_rule_in_the_settings_holds_until_one_is_kept_in_the_app(store: Store) -> None:
    meeting = await meeting_with(store)
    rule = CommitteeRule(meeting.committee, "10am, four clear working days before the meeting", "SO 4")
    service = Deadlines(store, Clock(datetime(2025, 11, 3, 9)), WorkingCalendar(), (rule,))
    (found,) = await of(service, meeting)
    assert (found.due, found.origin) == (datetime(2025, 11, 6, 10), "committee rule")
    assert await service.rule(meeting.committee.upper()) == rule
    await service.set_rule(meeting.committee, "noon, two working days before the meeting", "SO 5")
    (found,) = await of(service, meeting)
    assert found.due == datetime(2025, 11, 11, 12) and "SO 5" in found.text


@pytest.mark.parametrize(("now", "state"), [((9, 23, 59), "open"), ((9, 0, 1), "open")])
async def test_before_a_day_ends_with_the_day_before(
    store: Store, now: tuple[int, int, int], state: str
) -> None:
    rule = DeadlineRule("date", date=date(2025, 11, 10), before=True)
    meeting = await meeting_with(store, DeadlineWording("before 10 November", rule, "all", "agenda", 1))
    day, hour, minute = now
    (found,) = await of(deadlines(store, datetime(2025, 11, day, hour, minute, 30)), meeting)
    assert found.due == datetime(2025, 11, 9, 23, 59) and found.safe == datetime(2025, 11, 7, 17)
    assert found.state in (state, "today")
    (after,) = await of(deadlines(store, datetime(2025, 11, 10, 0, 0)), meeting)
    assert after.state == "closed"
