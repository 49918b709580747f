"""The reading plan: every page once, every deadline met, working days only."""

from __future__ import annotations

import shutil
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.models.papers import AgendaItem, Meeting, StoredDocument
from scrutiny_tui.services.calendars import WorkingCalendar
from scrutiny_tui.services.models.deadlines import Deadline
from scrutiny_tui.services.models.meeting import ItemDetail, MeetingDetail, Paper
from scrutiny_tui.services.planner import ReadingPlan, plan_reading

ENGLAND = WorkingCalendar()
HELD = date(2025, 11, 13)
MEETING = Meeting(1, "Rivers Scrutiny Committee", HELD, "printed", time(10), None, 3, 100)
MONDAY = datetime(2025, 11, 3, 9)


def document(number: int) -> StoredDocument:
    """A paper's file; only its id matters here."""
    fields = dict.fromkeys(StoredDocument.__dataclass_fields__, None)
    return StoredDocument(**{**fields, "id": number})  # type: ignore[arg-type]


def item(
    number: str, pages: int, due: datetime | None = None, read: int = 0, written: bool = False, doc: int = 0
) -> ItemDetail:
    """An item with one paper and a deadline."""
    deadline = due and Deadline(
        MEETING, due, None, "open", "printed", None, (number,), "by then", 1, 1, (), (), 1.0
    )
    row = AgendaItem(
        **{
            **dict.fromkeys(AgendaItem.__dataclass_fields__, None),
            **{"number": number, "title": f"Item {number}", "id": int(number)},
        }  # type: ignore[arg-type]
    )
    papers: tuple[Paper, ...] = ()
    if pages:
        so_far = frozenset(range(1, read + 1))
        papers = (Paper(document(doc or int(number)), "Report", 1, pages, None, so_far),)
    return ItemDetail(row, written, (), papers, deadline or None, (), (), 5)


def plan(*items: ItemDetail, now: datetime = MONDAY, speed: int = 30) -> ReadingPlan:
    """The plan for a meeting with these items."""
    return plan_reading(MeetingDetail(MEETING, items, (), (), None, 0, ()), now, ENGLAND, speed)


def test_what_closes_first_and_may_only_be_asked_in_writing_comes_first() -> None:
    due = datetime(2025, 11, 10, 23, 59)
    made = plan(item("4", 10), item("8", 5, due), item("9", 5, due, written=True))
    assert [row.number for row in made.items] == ["9", "8", "4"]
    assert [row.last_day for row in made.items] == [date(2025, 11, 10)] * 2 + [date(2025, 11, 12)]


def test_what_was_read_is_not_planned_and_a_shared_paper_counts_once() -> None:
    made = plan(item("4", 10, read=10), item("5", 10, read=4), item("6", 8, doc=5))
    assert [(row.number, row.pages) for row in made.items] == [("5", 6)]


def test_a_deadline_in_the_day_is_read_for_the_working_day_before() -> None:
    made = plan(item("4", 12, datetime(2025, 11, 10, 12)))
    assert made.items[0].last_day == date(2025, 11, 7)
    assert [day.day.weekday() for day in made.days] == [0, 1, 2, 3]
    assert (made.pace, made.pages, made.minutes) == (3, 12, 24)


def test_the_speed_is_the_members_own() -> None:
    assert plan(item("4", 30), speed=60).minutes == 30


def test_a_meeting_that_is_over_has_no_plan() -> None:
    made = plan(item("4", 30), now=datetime(2025, 11, 14, 9))
    assert made.late and made.days == () and made.pages == 30


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9), st.booleans()), max_size=8),
    st.datetimes(datetime(2025, 11, 1), datetime(2025, 11, 12, 23)),
)
def test_every_page_is_planned_once_and_in_time(rows: list[tuple[int, int, bool]], now: datetime) -> None:
    items = [
        item(str(n + 1), pages, datetime(2025, 11, 3, 17, 30) + timedelta(days=ahead), written=written)
        for n, (pages, ahead, written) in enumerate(rows)
    ]
    made = plan(*items, now=now)
    assert sum(day.pages for day in made.days) == made.pages == sum(pages for pages, _, _ in rows)
    assert all(day.pages <= made.pace for day in made.days)
    last = {row.number: row.last_day for row in made.items}
    for day in made.days:
        assert day.day >= now.date()
        if len(made.days) > 1 and day.day > now.date():
            assert ENGLAND.is_working(day.day)
            assert all(day.day <= last[share.number] for share in day.shares)


def test_the_command_prints_a_plan(imported_demo: Path, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from scrutiny_tui.cli import cli

    home = str(shutil.copytree(imported_demo / "home", tmp_path / "home"))
    told = CliRunner().invoke(cli, ["plan", "--home", home, "--today", "2026-05-13"])
    assert told.exit_code == 0 and "pages a working day" in told.output
    assert "written questions only" in told.output


@pytest.mark.parametrize("nation", ["ENG", "WLS", "SCT", "NIR"])
def test_no_bank_holiday_is_a_day_for_reading_unless_today(nation: str) -> None:
    christmas = Meeting(2, "Board", date(2025, 12, 31), "printed", time(10), None, 1, 10)
    detail = MeetingDetail(christmas, (item("4", 40),), (), (), None, 0, ())
    made = plan_reading(detail, datetime(2025, 12, 22, 9), WorkingCalendar(nation))  # type: ignore[arg-type]
    assert not {date(2025, 12, 25), date(2025, 12, 26)} & {day.day for day in made.days}
