from __future__ import annotations

from datetime import date

import pytest

from db.store import Store
from imports.model import MinuteAction, MinuteItem, Minutes, TrackedAction
from scrutiny_tui.services.actions import Actions, state_of
from tests.services.samples import COMMITTEE, MEETING, a_pack, file_pack, some_pages

MARCH, JULY = date(2031, 3, 6), date(2031, 7, 3)


def minutes(day: date, *actions: MinuteAction, committee: str = COMMITTEE.upper()) -> Minutes:
    return Minutes(committee, day, items=(MinuteItem("14", "SEA WALLS", actions=actions),))


MEND = MinuteAction("To circulate the survey of the sea walls to members (Action - KH)", "KH", 3, "14.7")
COUNT = MinuteAction("Officers to count the gulls nesting on the pier (Action - BR)", "BR", 3, "14.8")


async def test_a_minuted_action_waits_while_no_later_pack_is_here(store: Store) -> None:
    file_pack(store, a_pack(minutes=(minutes(MARCH, MEND),)), some_pages(["x"] * 4, 70))
    (promise,) = await Actions(store).all()
    assert (promise.text, promise.owner, promise.ref, promise.heading) == (
        MEND.text,
        "KH",
        "14.7",
        "SEA WALLS",
    )
    assert (promise.said_on, promise.page, promise.pack_page) == (MARCH, 3, 71)
    assert promise.committee == COMMITTEE
    assert (promise.state, promise.progress) == ("open", "")


async def test_one_that_no_later_pack_speaks_of_has_gone_quiet(store: Store) -> None:
    file_pack(store, a_pack(minutes=(minutes(MARCH, MEND),)))
    file_pack(store, a_pack("july.pdf", meeting_date=JULY, minutes=(minutes(MEETING, COUNT),)))
    assert [(promise.text, promise.state) for promise in await Actions(store).all()] == [
        (COUNT.text, "open"),
        (MEND.text, "unknown"),
    ]


async def test_a_tracker_reports_on_the_action_whatever_its_numbers(store: Store) -> None:
    file_pack(store, a_pack(minutes=(minutes(MARCH, MEND, COUNT),)))
    rows = (
        TrackedAction(
            "Sea walls", "Survey of the sea walls to be circulated to members.", "Ada Stone", "Completed", 9
        ),
        TrackedAction("Lighthouse", "Paint the lighthouse", "Bo Reed", "Awaiting dry weather", 9),
    )
    file_pack(store, a_pack("july.pdf", meeting_date=JULY, action_tracker=rows))
    found = {promise.text: promise for promise in await Actions(store).all()}
    assert len(found) == 3
    mended = found[MEND.text]
    assert (mended.state, mended.progress, mended.owner) == ("done", "Completed", "KH")
    assert mended.said_on == MARCH
    assert found[COUNT.text].state == "unknown"
    painted = found["Paint the lighthouse"]
    assert (painted.state, painted.owner, painted.heading) == ("open", "Bo Reed", "Lighthouse")


async def test_the_last_tracker_has_the_last_word(store: Store) -> None:
    file_pack(store, a_pack(minutes=(minutes(MARCH, MEND),)))
    for number, (day, progress) in enumerate(((JULY, "Ongoing"), (date(2031, 9, 4), "Circulated 1 August"))):
        row = TrackedAction("Sea walls", MEND.text, "KH", progress, 2)
        file_pack(store, a_pack(f"{number}.pdf", meeting_date=day, action_tracker=(row,)))
    (promise,) = await Actions(store).all()
    assert (promise.state, promise.progress) == ("done", "Circulated 1 August")


async def test_minutes_printed_twice_count_once(store: Store) -> None:
    for day in (MEETING, JULY):
        file_pack(store, a_pack(f"{day}.pdf", meeting_date=day, minutes=(minutes(MARCH, MEND),)))
    assert len(await Actions(store).all()) == 1


async def test_another_committees_tracker_does_not_report_on_it(store: Store) -> None:
    file_pack(store, a_pack(minutes=(minutes(MARCH, MEND),)))
    row = TrackedAction("Sea walls", MEND.text, "KH", "Completed", 2)
    file_pack(store, a_pack("x.pdf", committee="Harbour Board", meeting_date=JULY, action_tracker=(row,)))
    assert sorted(promise.state for promise in await Actions(store).all()) == ["done", "open"]


@pytest.mark.parametrize(
    ("progress", "state"),
    [
        ("", "open"),
        ("Complete", "done"),
        ("Completed. A further update will be given in May.", "done"),
        ("To be circulated", "open"),
        ("Ongoing", "open"),
        ("Awaiting the report", "open"),
        ("The survey was sent to members on 3 May.", "done"),
        ("See minute 14.", "reported"),
    ],
)
def test_a_trackers_words_tell_how_an_action_stands(progress: str, state: str) -> None:
    assert state_of(progress) == state
