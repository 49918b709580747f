from __future__ import annotations

from datetime import date

import pytest

from db.store import Store
from imports.model.minutes import MinuteAction, MinuteItem, MinuteParagraph, Minutes
from imports.model.tables import TrackedAction
from scrutiny_tui.services.actions import all_promises, state_of
from scrutiny_tui.services.promises import find_promises
from tests.services.samples import COMMITTEE, MEETING, a_pack, file_pack, some_pages

MARCH, JULY = date(2031, 3, 6), date(2031, 7, 3)


def minutes(day: date, *actions: MinuteAction, committee: str = COMMITTEE.upper()) -> Minutes:
    return Minutes(committee, day, items=(MinuteItem("14", "SEA WALLS", actions=actions),))


MEND = MinuteAction("To circulate the survey of the sea walls to members (Action - KH)", "KH", 3, "14.7")
COUNT = MinuteAction("Officers to count the gulls nesting on the pier (Action - BR)", "BR", 3, "14.8")


async def test_a_minuted_action_waits_while_no_later_pack_is_here(store: Store) -> None:
    file_pack(store, a_pack(minutes=(minutes(MARCH, MEND),)), some_pages(["x"] * 4, 70))
    (promise,) = await all_promises(store)
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
    assert [(promise.text, promise.state) for promise in await all_promises(store)] == [
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
    found = {promise.text: promise for promise in await all_promises(store)}
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
    (promise,) = await all_promises(store)
    assert (promise.state, promise.progress) == ("done", "Circulated 1 August")


async def test_minutes_printed_twice_count_once(store: Store) -> None:
    for day in (MEETING, JULY):
        file_pack(store, a_pack(f"{day}.pdf", meeting_date=day, minutes=(minutes(MARCH, MEND),)))
    assert len(await all_promises(store)) == 1


async def test_another_committees_tracker_does_not_report_on_it(store: Store) -> None:
    file_pack(store, a_pack(minutes=(minutes(MARCH, MEND),)))
    row = TrackedAction("Sea walls", MEND.text, "KH", "Completed", 2)
    file_pack(store, a_pack("x.pdf", committee="Harbour Board", meeting_date=JULY, action_tracker=(row,)))
    assert sorted(promise.state for promise in await all_promises(store)) == ["done", "open"]


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


async def test_a_promise_without_a_marker_is_kept_too_and_reported_on(store: Store) -> None:
    said = "Officers agreed to provide the figures for gull nests on the pier."
    item = MinuteItem("14", "SEA WALLS", (MinuteParagraph("14.2", f"Cllr Hill asked how many. {said}", 3),))
    file_pack(store, a_pack(minutes=(Minutes(COMMITTEE, MARCH, items=(item,)),)))
    (promise,) = await all_promises(store)
    assert (promise.text, promise.owner, promise.ref, promise.state) == (said, "Officers", "14.2", "open")
    row = TrackedAction("Sea walls", "Provide the figures for gull nests on the pier", "BR", "Done", 2)
    file_pack(store, a_pack("july.pdf", meeting_date=JULY, action_tracker=(row,)))
    (promise,) = await all_promises(store)
    assert (promise.text, promise.state) == (said, "done")


async def test_a_tracked_action_is_dated_by_the_minute_of_its_topic(store: Store) -> None:
    minuted = (minutes(MARCH), minutes(date(2031, 1, 9)))
    file_pack(store, a_pack(minutes=minuted))
    row = TrackedAction("Sea Walls", "Paint the lighthouse", "Bo Reed", "Ongoing", 2)
    file_pack(store, a_pack("july.pdf", meeting_date=JULY, action_tracker=(row,)))
    (promise,) = await all_promises(store)
    assert (promise.said_on, promise.ref) == (MARCH, "14")


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Officers agreed to look into the state of the pier.", "Officers"),
        ("The Head of Coastal Defence undertook to report back on the breaches.", "Head of Coastal Defence"),
        ("Ada Stone offered to share the survey with Cllr Field.", "Ada Stone"),
        ("The Director thanked the volunteers and agreed to write to each of them.", "Director"),
        ("A briefing on the tides would be circulated to members in due course.", None),
        ("An update would be brought to the July meeting of the Committee.", None),
        ("It was requested that the tide tables be provided to the Committee.", None),
    ],
)
def test_a_promise_to_the_committee_is_one(sentence: str, owner: str | None) -> None:
    item = MinuteItem("1", "T", (MinuteParagraph("1.1", f"It rained. {sentence} It stopped.", 1),))
    (promise,) = find_promises(item)
    assert (promise.text, promise.owner) == (sentence, owner)


@pytest.mark.parametrize(
    "sentence",
    [
        "The officer explained that lifebuoys would be provided to swimmers.",
        "Members agreed that the pier was in a poor state.",
        "The survey had been circulated to members in March.",
        "The Committee agreed the minutes of the meeting held on 9 January.",
        "Ofsted undertook a visit to the lighthouse school.",
    ],
)
def test_what_is_owed_to_nobody_here_is_none(sentence: str) -> None:
    item = MinuteItem("1", "T", (MinuteParagraph("1.1", sentence, 1),))
    assert list(find_promises(item)) == []


def test_a_marked_action_or_a_resolution_is_not_found_twice() -> None:
    marked = "Officers agreed to look into the state of the pier. (Action - KH)"
    resolved = "That a briefing would be circulated to members in due course."
    item = MinuteItem(
        "1",
        "T",
        (MinuteParagraph("1.1", marked, 1), MinuteParagraph("1.2", f"RESOLVED {resolved}", 1)),
        (resolved,),
        (MinuteAction(marked, "KH", 1),),
    )
    assert list(find_promises(item)) == []
