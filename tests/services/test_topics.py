from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.store import Store
from imports.model.agenda import AgendaItem
from imports.model.minutes import MinuteAction, MinuteItem, Minutes
from imports.model.pack import ParsedPack
from imports.model.tables import WorkProgrammeMeeting
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.importing import Importer
from scrutiny_tui.services.topic_subjects import Edits, Subject, gather, subject_of
from scrutiny_tui.services.topics import Topic, Topics
from tests.services.samples import a_pack, file_pack, some_pages

MAY, JULY, OCTOBER = date(2031, 5, 22), date(2031, 7, 10), date(2031, 10, 9)
NONE = Edits({})


def item(title: str, number: str = "4") -> AgendaItem:
    return AgendaItem(number, title)


def minutes(day: date, *items: MinuteItem) -> Minutes:
    return Minutes("Moorland and Coast Scrutiny Committee", day, time(10), items=items)


def a_meeting(day: date, *titles: str, **parts: object) -> ParsedPack:
    given = {
        "source": f"{day}.pdf",
        "sha256": f"{day:%d%m%Y}",
        "committee": "Moorland and Coast Scrutiny Committee",
        "meeting_date": day,
        "meeting_date_basis": "printed",
        "agenda": tuple(item(title, str(n)) for n, title in enumerate(titles, 1)),
    }
    return a_pack(**{**given, **parts})  # type: ignore[arg-type]


def filed(store: Store, *packs: ParsedPack) -> None:
    for pack in packs:
        file_pack(store, pack, pages=some_pages(["words"] * 3))


@pytest.fixture
def topics(store: Store, clock: Clock) -> Topics:
    return Topics(store, clock)


def named(found: Iterable[Topic], name: str) -> Topic:
    return next(topic for topic in found if topic.name == name)


async def test_what_speaks_of_one_subject_is_one_thread_in_order_of_time(
    store: Store, topics: Topics
) -> None:
    asked = MinuteAction("The Committee asked for a report on the Harbour Bridge.", "AS", 2)
    filed(
        store,
        a_meeting(
            MAY,
            "Harbour Bridge",
            "Peat Survey",
            work_programme=(WorkProgrammeMeeting(JULY, ("Harbour Bridge - repairs",), 3),),
        ),
        a_meeting(
            JULY,
            "Interim report on the Harbour Bridge repairs",
            minutes=(minutes(MAY, MinuteItem("14", "PEAT SURVEY", actions=(asked,), page=2)),),
        ),
    )
    bridge = named(await topics.all(), "Harbour Bridge")
    assert [(one.day, one.kind, one.about) for one in bridge.mentions] == [
        (MAY, "agenda", None),
        (MAY, "action", None),
        (MAY, "planned", JULY),
        (JULY, "agenda", None),
    ]
    assert {one.pack_page for one in bridge.mentions} <= {None, 1, 2, 3}


async def test_what_is_on_every_agenda_or_only_once_is_no_thread(store: Store, topics: Topics) -> None:
    filed(
        store,
        a_meeting(MAY, "Apologies for absence", "Minutes of the last meeting", "Lighthouse Keepers"),
        a_meeting(JULY, "Apologies for absence", "Minutes of the last meeting", "Dredging"),
    )
    assert await topics.all() == ()


async def test_what_the_member_made_of_topics_survives_a_new_import(store: Store, topics: Topics) -> None:
    packs = (
        a_meeting(MAY, "Harbour Bridge", "Harbour Bridge tolls", "Sea Walls"),
        a_meeting(JULY, "Harbour Bridge", "Harbour Bridge tolls", "Coastal Erosion"),
        a_meeting(OCTOBER, "Sea Walls", "Coastal Erosion"),
    )
    filed(store, *packs)
    found = await topics.all()
    bridge, walls, erosion = (
        named(found, name) for name in ("Harbour Bridge", "Sea Walls", "Coastal Erosion")
    )
    assert len(bridge.mentions) == 4
    await topics.split(next(one for one in bridge.mentions if "tolls" in one.text))
    await topics.merge(erosion, walls)
    await topics.rename(walls, "The coast")
    await topics.follow(bridge, True)
    filed(store, *(a_meeting(**{"day": pack.meeting_date, **_again(pack)}) for pack in packs))  # type: ignore[arg-type]
    found = await topics.all()
    assert found[0].name == "Harbour Bridge" and found[0].followed
    assert len(named(found, "Harbour Bridge").mentions) == 2
    assert len(named(found, "Harbour Bridge tolls").mentions) == 2
    coast = named(found, "The coast")
    assert {one.text for one in coast.mentions} == {"Sea Walls", "Coastal Erosion"} and coast.named
    await topics.rename(coast, "")
    await topics.merge(named(await topics.all(), "Harbour Bridge tolls"), bridge)
    found = await topics.all()
    assert len(named(found, "Harbour Bridge").mentions) == 4


def _again(pack: ParsedPack) -> dict[str, object]:
    """The same meeting from a new file."""
    return {"sha256": pack.sha256 + "2", "agenda": pack.agenda}


async def test_merging_there_and_back_makes_no_ring(store: Store, topics: Topics) -> None:
    filed(store, a_meeting(MAY, "Sea Walls", "Dredging"), a_meeting(JULY, "Sea Walls", "Dredging"))
    walls, dredging = sorted(await topics.all(), key=lambda topic: topic.name, reverse=True)
    await topics.merge(walls, dredging)
    await topics.merge(dredging, walls)
    (one,) = await topics.all()
    assert len(one.mentions) == 4


WORDS = st.frozensets(
    st.sampled_from(["abcd", "efgh", "ijkl", "mnop", "qrst", "uvwx"]), min_size=1, max_size=4
)
SUBJECTS = st.lists(st.builds(lambda head, more: Subject(head, head | more), WORDS, WORDS), max_size=12)


@given(
    SUBJECTS, st.dictionaries(WORDS.map(sorted).map(" ".join), WORDS.map(sorted).map(" ".join), max_size=3)
)
def test_every_subject_has_one_topic_and_joins_hold(subjects: list[Subject], joined: dict[str, str]) -> None:
    topic_of = gather(subjects, Edits(joined))
    keys = {subject.key for subject in subjects}
    assert set(topic_of) == keys
    for key, into in joined.items():
        if key in keys and into in keys and into not in joined:
            assert topic_of[key] == topic_of[into]
    assert gather(list(reversed(subjects)), Edits(joined)) == topic_of


def test_a_title_that_names_two_topics_does_not_make_them_one() -> None:
    titles = ("School Exclusions", "School Attendance", "School Exclusions and Attendance")
    exclusions, attendance, both = map(subject_of, titles)
    topic_of = gather([exclusions, exclusions, attendance, both], NONE)
    assert topic_of[exclusions.key] != topic_of[attendance.key]
    assert topic_of[both.key] in (topic_of[exclusions.key], topic_of[attendance.key])


async def test_a_thread_through_real_packs(shared: Path, store: Store, clock: Clock) -> None:
    paths = sorted((shared / "packs").glob("*.txt"))
    async for _ in Importer(store, clock).import_paths(paths):
        pass
    house = named(await Topics(store, clock).all(), "Trevone House")
    told = [(one.day, one.kind, one.about) for one in house.mentions]
    assert (date(2022, 9, 22), "promise", date(2023, 1, 12)) in told  # asked for in September
    assert (date(2022, 11, 24), "planned", date(2023, 1, 12)) in told  # promised for January
    assert (date(2023, 1, 12), "minute", None) in told  # a verbal update
    assert (date(2023, 3, 9), "planned", date(2023, 7, 13)) in told  # the final report, for July
    assert [one.day for one in house.mentions] == sorted(one.day for one in house.mentions if one.day)
