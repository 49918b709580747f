"""A large library's promises and topics: worked out once and kept, again only where papers came or went."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from db import library
from db.store import Store
from imports.model.agenda import AgendaItem
from imports.model.minutes import MinuteAction, MinuteItem, MinuteParagraph, Minutes
from imports.model.pack import ParsedPack
from scrutiny_tui.services import keeping
from scrutiny_tui.services.actions import Actions, all_promises
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.filing import draft_document
from scrutiny_tui.services.followed import follow_up
from scrutiny_tui.services.follower import Follower
from scrutiny_tui.services.topics import Topics

NOW = datetime(2031, 9, 1, 9)
TITLE = "Harbour Bridge Repairs"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path)
    yield store
    store.close()


def file_pack(store: Store, committee: str, month: int, *, promise: str = "", words: str = "") -> None:
    """File a meeting's pack with the minutes of the month before, a promise in them."""
    paragraphs = (MinuteParagraph("4.1", promise, 2),) if promise else ()
    actions = (MinuteAction(f"{promise} (Action - KH)", "KH", 2, "4.1"),) if promise else ()
    minutes = Minutes(
        committee, date(2031, month - 1, 7), items=(MinuteItem("4", TITLE, paragraphs, (), actions, 2),)
    )
    name = f"{committee} {month}{words}.pdf"
    pack = ParsedPack(
        source=name, sha256=f"{abs(hash(name)):064x}"[:64], format="pdf", kind="pack", page_count=3,
        committee=committee, meeting_date=date(2031, month, 7), meeting_date_basis="printed",
        agenda=(AgendaItem("1", TITLE),), minutes=(minutes,),
    )  # fmt: skip
    store.write_now(lambda db: library.file_document(db, draft_document(pack, (), (), Path(name)), NOW))


def fill(store: Store) -> None:
    for month in range(2, 5):
        for committee in ("Rivers Panel", "Ferries Board"):
            file_pack(
                store, committee, month, promise=f"KH to circulate the {month} flood maps of {committee}"
            )


def shown(store: Store) -> tuple[list[str], list[tuple[str, int]]]:
    """What a member sees: promises and topics."""
    actions = asyncio.run(Actions(store, Clock()).all())
    topics = asyncio.run(Topics(store, Clock()).all())
    return [one.text for one in actions], [(one.name, len(one.mentions)) for one in topics]


def test_what_is_kept_is_what_a_small_library_shows(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store)
    at_once = shown(store)
    whole = asyncio.run(Actions(store, Clock()).all()), asyncio.run(Topics(store, Clock()).all())
    assert len(at_once[0]) == 6 and at_once[1]
    monkeypatch.setattr(keeping, "SMALL", 1)
    assert shown(store) == ([], [])
    assert list(follow_up(store)) == [(1, 2), (2, 2)]
    assert sorted(shown(store)[0]) == sorted(at_once[0]) and shown(store)[1] == at_once[1]
    kept = asyncio.run(Topics(store, Clock()).all())
    assert [set(one.mentions) for one in kept] == [set(one.mentions) for one in whole[1]]
    assert [(one.days, one.last) for one in kept] == [(one.days, one.last) for one in whole[1]]
    assert sorted(asyncio.run(all_promises(store)), key=repr) == sorted(whole[0], key=repr)


def test_only_committees_of_papers_that_came_changed_or_went_are_worked_out_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "SMALL", 1)
    fill(store)
    assert len(list(follow_up(store))) == 2
    assert list(follow_up(store)) == []
    file_pack(store, "Ferries Board", 6, promise="KH to circulate the timetable of the night ferry")
    assert list(follow_up(store)) == [(1, 1)]
    assert "night ferry" in shown(store)[0][0]
    file_pack(store, "Ferries Board", 6, words=" again", promise="KH to circulate the fares of the ferry")
    assert list(follow_up(store)) == [(1, 1)]
    assert "fares" in shown(store)[0][0] and not any("night" in text for text in shown(store)[0])
    store.write_now(lambda db: db.execute("UPDATE document SET understood = 'no more' WHERE id = 1"))
    assert len(list(follow_up(store))) == 1
    assert len(shown(store)[0]) == 6


def test_ended_half_way_the_rest_is_worked_out_the_next_time(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "SMALL", 1)
    fill(store)
    half = follow_up(store)
    assert (next(half), next(half)) == ((1, 2), (2, 2))
    half.close()
    assert len(shown(store)[0]) == 6 and shown(store)[1] == []
    assert list(follow_up(store)) == [(1, 1)]
    assert shown(store)[1]


def test_what_the_member_made_of_topics_holds_for_those_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "SMALL", 1)
    fill(store)
    list(follow_up(store))
    told: list[bool] = []
    topics = Topics(store, Clock(), lambda: told.append(True))

    async def edit() -> None:
        (one, *_) = await topics.all()
        await topics.rename(one, "The bridge")
        await topics.follow(one, True)
        (one, *_) = await topics.all()
        assert (one.name, one.named, one.followed) == ("The bridge", True, True)
        await topics.split(one.mentions[0])

    asyncio.run(edit())
    assert told == [True] and store.read_now(keeping.is_behind)
    assert list(follow_up(store)) == [] and not store.read_now(keeping.is_behind)


def test_the_process_beside_the_app_works_it_out_and_says_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store)
    for month in range(5, 12):
        file_pack(store, "Rivers Panel", month)
    lines: list[str] = []

    async def run() -> None:
        follower, done = Follower(store.home, store), asyncio.Event()
        follower.listeners.append(lambda: lines.append(follower.line))
        follower.listeners.append(lambda: None if follower.line else done.set())
        follower.start()
        await asyncio.wait_for(done.wait(), 120)
        await follower.finish()

    asyncio.run(run())
    assert lines == ["following promises, 50%", "following promises, 100%", ""]
    assert len(shown(store)[0]) == 6
