"""What the doctor says of deadlines, with evidence, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from db import library
from db.store import Store
from imports.model.deadlines import DeadlineRule, DeadlineWording
from imports.model.tables import WorkProgrammeMeeting
from imports.pack import understand
from imports.readers.text import read_text
from scrutiny_tui.contract import pack_json
from scrutiny_tui.services.calendars import WorkingCalendar
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.deadlines import Deadlines
from scrutiny_tui.services.doctor import check_papers
from tests.services.samples import a_pack, file_pack

ENGLAND = WorkingCalendar()
HELD = date(2025, 9, 25)


def dated(day: date, scope: tuple[str, ...] = ("8",), held: date | None = None) -> DeadlineWording:
    rule = DeadlineRule("date", date=day, time=time(12))
    source = "minutes" if held else "agenda"
    return DeadlineWording(f"Questions by noon on {day}", rule, scope, source, 2, "", "7", held)  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "home")
    yield store
    store.close()


async def codes(store: Store, *wordings: DeadlineWording, planned: date | None) -> list[list[str]]:
    """The doctor's codes for each deadline of a meeting, an older pack having planned a day for it."""
    rows = (WorkProgrammeMeeting(planned, ("Fostering",), 9),) if planned else ()
    file_pack(store, a_pack("May.pdf", meeting_date=date(2025, 5, 22), work_programme=rows))
    file_pack(store, a_pack("September.pdf", meeting_date=HELD, question_deadlines=wordings))
    meetings = await store.read(library.meetings)
    service = Deadlines(store, Clock(datetime(2025, 9, 1, 9)), ENGLAND)
    meeting = next(m for m in meetings if m.date == HELD)
    found = (await service.of_meetings([meeting]))[meeting.id]
    return [[warning.code for warning in deadline.warnings] for deadline in found]


async def test_a_deadline_that_fits_the_planned_day_is_left_over(store: Store) -> None:
    found = await codes(store, dated(date(2025, 9, 15)), planned=date(2025, 9, 18))
    assert found == [["deadline-left-over"]]


async def test_so_is_one_that_minutes_quote(store: Store) -> None:
    quoted = dated(date(2025, 9, 15), held=HELD)
    assert await codes(store, quoted, planned=date(2025, 9, 18)) == [["deadline-left-over"]]


async def test_the_evidence_names_paper_page_and_days(store: Store) -> None:
    await codes(store, dated(date(2025, 9, 15)), planned=date(2025, 9, 18))
    (deadline,) = await Deadlines(store, Clock(datetime(2025, 9, 1, 9)), ENGLAND).board()
    (warning,) = deadline.warnings
    for words in ("May.pdf (page 9)", "Thu 18 September 2025", "Thu 25 September 2025", "Ask the clerk"):
        assert words in warning.text


@pytest.mark.parametrize("planned", [HELD, date(2025, 11, 20), date(2025, 7, 17), None])
async def test_without_such_a_plan_it_is_only_early(store: Store, planned: date | None) -> None:
    found = await codes(store, dated(date(2025, 9, 15)), planned=planned)
    assert found == [["deadline-before-papers"]]


async def test_a_sound_deadline_is_left_alone(store: Store) -> None:
    assert await codes(store, dated(date(2025, 9, 22)), planned=date(2025, 9, 18)) == [[]]


def test_a_rule_for_the_publics_questions_may_well_be_early() -> None:
    public = replace(dated(date(2025, 9, 15)), applies_to="public questions", agenda_item=None)
    assert check_papers(public, datetime(2025, 9, 15, 12), HELD, ENGLAND) == ()


async def test_the_papers_are_held_against_the_committees_rule(store: Store) -> None:
    wording = DeadlineWording(
        "by noon", DeadlineRule("date", date=date(2025, 9, 23), time=time(12)), "all", "notes", 1
    )
    file_pack(store, a_pack("September.pdf", meeting_date=HELD, question_deadlines=(wording,)))
    service = Deadlines(store, Clock(datetime(2025, 9, 1, 9)), ENGLAND)
    (meeting,) = await store.read(library.meetings)
    await service.set_rule(meeting.committee, "10am, four clear working days before the meeting", "SO 12")
    (deadline,) = await service.board()
    assert deadline.origin == "printed"
    assert [warning.code for warning in deadline.warnings] == ["deadline-differs-from-rule"]
    assert "SO 12" in deadline.warnings[0].text and "Thu 18 September 2025 10:00" in deadline.warnings[0].text
    assert await service.keep_rule(meeting.committee[:6].lower(), "", "") == meeting.committee
    assert [d.warnings for d in await service.board()] == [()]


def test_real_packs_show_the_one_stale_deadline_and_no_other(shared: Path) -> None:
    stale = {"deadline-left-over", "deadline-before-papers", "deadline-far-ahead"}
    found = {}
    for path in sorted((shared / "packs").glob("*.txt")):
        shown = pack_json(understand(read_text(path)).pack, ENGLAND)
        warned = [w for w in shown["warnings"] if w["code"].startswith("deadline-")]
        found[path.name[:3]] = sorted(w["code"] for w in warned)
        quoted = [d["due"] for d in shown["question_deadlines"] if d["source"] == "minutes"]
        if path.name.startswith("003"):
            assert quoted == ["2022-09-12T23:59"]
    assert {name for name, each in found.items() if stale & set(each)} == {"003"}
    assert found["002"] == ["deadline-time-ambiguous"]
