"""What comes up for an agenda item: the last times the committee had it before it, minutes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db import library
from db.models.papers import AgendaItem, Meeting
from db.models.passages import Passage
from db.store import Store
from scrutiny_tui.paths import Home
from scrutiny_tui.services.search import Search
from tests.services.drafts import file, item, paper, passage
from tests.services.samples import Scrutiny
from tests.storage.papers import read_now

DAYS = (date(2031, 3, 5), date(2031, 6, 4), date(2031, 9, 3))
TODAY = date(2031, 12, 3)
SPOKEN = "Members asked why the forecast had moved since the quarter before and were told of new placements."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "home")
    for place, day in enumerate(DAYS):
        said = (
            passage(f"{SPOKEN} {place}", "REVENUE MONITORING REPORT", ref=f"{place}.1", said_on=day),
            passage(f"Members agreed to add ferries. {place}", "WORK PLAN", ref=f"{place}.2", said_on=day),
            passage("Revenue monitoring and a revenue monitoring report.", "Ferries", "report", said_on=day),
            passage(f"Fares rose. {place}", "CAPTAIN'S LOG: FARES", ref=f"{place}.3", said_on=day),
        )
        agenda = (item(0, "4", "Revenue Monitoring Report"), item(1, "5", "Committee's Work Programme"))
        file(store, paper(f"pack {place}", day, said, agenda))
    other = passage(f"{SPOKEN} elsewhere", "REVENUE MONITORING REPORT", ref="9.1", said_on=DAYS[-1])
    file(store, paper("another", DAYS[-1], (other,), committee="Harbour Board"))
    coming = (
        item(0, "4", "Revenue Monitoring Report - Quarter 2 2031/32"),
        item(1, "5", "Committee's Work Programme"),
        item(2, "6", "Captains Log Fares"),
    )
    file(store, paper("today", TODAY, (), coming))
    yield store
    store.close()


def asked(store: Store, number: str) -> tuple[AgendaItem, Meeting]:
    (meeting,) = [one for one in read_now(store, library.meetings) if one.date == TODAY]
    items = read_now(store, lambda db: library.agenda_items(db, meeting.id))
    return next(one for one in items if one.number == number), meeting


async def answers(store: Store, number: str) -> list[Passage]:
    return [hit.passage for hit in await Search(store).earlier(*asked(store, number))]


async def test_a_standing_item_is_answered_by_its_own_minutes_the_latest_first(store: Store) -> None:
    found = await answers(store, "4")
    assert [one.ref for one in found[:3]] == ["2.1", "1.1", "0.1"]


async def test_another_committees_minutes_of_that_title_come_after_its_own(store: Store) -> None:
    refs = [one.ref for one in await answers(store, "4")]
    assert refs.index("9.1") > refs.index("1.1")


async def test_the_work_programme_is_one_item_by_any_name(store: Store) -> None:
    found = await answers(store, "5")
    assert [one.heading for one in found[:3]] == ["WORK PLAN"] * 3
    assert [one.said_on for one in found[:3]] == sorted(DAYS, reverse=True)


async def test_nothing_said_on_the_day_or_later_is_earlier(store: Store) -> None:
    late = passage(SPOKEN + " late", "REVENUE MONITORING REPORT", said_on=TODAY)
    file(store, paper("late", date(2032, 1, 7), (late,)))
    assert all(one.said_on and one.said_on < TODAY for one in await answers(store, "4"))


async def test_a_title_spelt_without_its_marks_is_the_same_title(store: Store) -> None:
    found = await answers(store, "6")
    assert found[0].ref == "2.3"


async def test_a_title_of_no_words_finds_nothing_and_is_no_error(store: Store) -> None:
    agenda_item, meeting = asked(store, "4")
    for title in ("2031/32", "…", "Report", '"AND" (', "Q1"):
        await Search(store).earlier(replace(agenda_item, title=title), meeting)


def test_the_command_gives_what_the_panel_gives(scrutiny: Scrutiny, home: Home) -> None:
    store = Store.open(home.path)
    try:
        said = (passage(SPOKEN, "FERRY FARES", ref="7.1", said_on=DAYS[0]),)
        file(store, paper("before", DAYS[0], said))
        file(store, paper("today", TODAY, (), (item(0, "2", "Ferry Fares"),)))
    finally:
        store.close()
    found = scrutiny("earlier", "2031-12-03", "2", "--json")
    assert found.status == 0, found.err
    assert [hit["ref"] for hit in found.document] == ["7.1"]
    assert "FERRY FARES" in scrutiny("earlier", "2031-12-03", "ferry fares").out
    missing = scrutiny("earlier", "2031-12-03", "99")
    assert missing.status == 1 and "No item" in missing.err
