"""Search and earlier discussion over a small library of our own words."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import library
from db.models.passages import PassageFilter
from db.store import Store
from scrutiny_tui.services.query_words import fold
from scrutiny_tui.services.search import PARTS, Search
from tests.services.drafts import COMMITTEE, file, item, paper, passage

SEPTEMBER, NOVEMBER, JANUARY = date(2025, 9, 11), date(2025, 11, 13), date(2026, 1, 15)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "home")
    minutes = (
        passage(
            "Recruitment of foster carers was slower than planned.",
            "FOSTERING",
            ref="12.1",
            said_on=SEPTEMBER,
        ),
        passage(
            "The Liquid Logic system lost referrals.", "CHILDREN'S SERVICES IT", ref="13.1", said_on=SEPTEMBER
        ),
        passage("Every EHCP was late.", "SEND", ref="14.1", said_on=SEPTEMBER),
    )
    reports = (
        passage("An overspend of £4.62m is forecast.", "Revenue monitoring", "report"),
        passage("Exclusions rose in small rural schools.", "Exclusions", "report"),
    )
    terms = (("EHCP", "education, health and care plan"),)
    file(store, paper("november", NOVEMBER, minutes + reports, terms=terms))
    again = passage("Exclusions rose in small rural schools.", "Exclusions", "report")
    agenda = (item(0, "4", "Fostering update", "To note the recruitment of carers."),)
    file(store, paper("january", JANUARY, (again,), agenda))
    yield store
    store.close()


@pytest.mark.parametrize(
    ("query", "found", "why"),
    [
        ("recruitmnet", "Recruitment of foster carers", "recruitmnet → recruitment"),
        ("fostr crers", "Recruitment of foster carers", "fostr → foster"),
        ("recru", "Recruitment of foster carers", "recru → recruitment"),
        ("liquidlogic", "The Liquid Logic system", "liquidlogic → liquid logic"),
        ("education health and care plan", "Every EHCP was late", "education health and care plan = EHCP"),
        ("EHPC", "Every EHCP was late", "EHPC → ehcp"),
        ("£4.62m", "An overspend of £4.62m", None),
    ],
)
async def test_a_slip_a_half_word_or_another_form_still_finds(
    store: Store, query: str, found: str, why: str | None
) -> None:
    hits = await Search(store).find(query)
    assert hits[0].passage.text.startswith(found)
    if why:
        assert why in hits[0].why


async def test_the_same_words_in_two_packs_are_shown_once(store: Store) -> None:
    hits = await Search(store).find("exclusions in rural schools")
    assert [h.passage.text for h in hits].count("Exclusions rose in small rural schools.") == 1
    assert len(hits[0].also_in) == 1


async def test_words_of_a_meeting_and_of_a_paper_of_none_are_shown_as_the_meetings(store: Store) -> None:
    for name, day in (("alone", None), ("pack", date(2025, 12, 1)), ("copy", None)):
        file(store, paper(name, day, (passage("Otters on the weir."),)))
    (hit,) = await Search(store).find("otters")
    assert (hit.passage.source, sorted(hit.also_in)) == ("pack", ["alone", "copy"])


async def test_a_passage_that_holds_every_word_comes_before_one_that_holds_a_rare_one(store: Store) -> None:
    more = (passage("rural rural rural rural"), passage("Schools in rural places are small."))
    file(store, paper("extra", date(2025, 12, 1), more))
    hits = await Search(store).find("small rural schools")
    assert hits[0].passage.text != "rural rural rural rural"


async def test_filters_do_what_they_say(store: Store) -> None:
    search = Search(store)
    assert not await search.find("foster", PassageFilter(before=SEPTEMBER))
    assert await search.find("foster", PassageFilter(before=NOVEMBER))
    assert not await search.find("foster", PassageFilter(kind="report"))
    assert not await search.find("foster", PassageFilter(committee="Adult"))
    assert await search.find("foster", PassageFilter(committee="children's scrutiny"))


async def test_earlier_discussion_is_older_than_the_meeting(store: Store) -> None:
    (meeting,) = [m for m in await store.read(library.meetings) if m.date == JANUARY]
    (agenda_item,) = await store.read(lambda db: library.agenda_items(db, meeting.id))
    hits = await Search(store).earlier(agenda_item, meeting)
    assert hits and hits[0].passage.heading == "FOSTERING"
    assert all(h.passage.said_on and h.passage.said_on < JANUARY for h in hits)


@pytest.mark.parametrize(
    "title", ["Apologies for absence", "MINUTES", "Members' Questions", "Questions from the public"]
)
async def test_items_every_meeting_has_are_of_no_topic(store: Store, title: str) -> None:
    (meeting,) = [m for m in await store.read(library.meetings) if m.date == JANUARY]
    (agenda_item,) = await store.read(lambda db: library.agenda_items(db, meeting.id))
    assert await Search(store).earlier(replace(agenda_item, title=title), meeting) == ()


async def test_committees_are_named_once(store: Store) -> None:
    assert await Search(store).committees() == (COMMITTEE,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(query=st.text(max_size=60))
def test_nothing_a_person_can_type_is_an_error(store: Store, query: str) -> None:
    asyncio.run(Search(store).find(query))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    query=st.text(max_size=40)
    | st.lists(
        st.sampled_from(
            ["foster", "EHPC", "exclu", "£4.6 million", '"', "NEAR(", "*", "IT", "kids", "carers OR"]
        ),
        max_size=5,
    ).map(" ".join)
)
def test_no_passage_is_shown_that_does_not_hold_its_evidence(store: Store, query: str) -> None:
    search = Search(store)
    for hit in asyncio.run(search.find(query)):
        assert hit.matched
        held = fold(f"{hit.passage.heading} {hit.passage.ref} {hit.passage.text}")
        for word in hit.matched:
            assert all(part[:4] in held for part in fold(word).split()), (query, word)


async def test_a_rounded_sum_finds_the_exact_one_and_marks_it(store: Store) -> None:
    (hit, *_) = await Search(store).find("£4.6 million overspend")
    assert "£4.62m" in hit.matched
    assert "£4.62m" in {hit.passage.text[start:end] for start, end in hit.spans}


async def test_an_acronym_in_capitals_is_not_the_little_word(store: Store) -> None:
    told = passage("The IT failed.", "SYSTEMS")
    file(store, paper("it", date(2025, 12, 1), (told, passage("It was late and it rained.", "WEATHER"))))
    hits = await Search(store).find("IT failed")
    assert hits[0].passage.text == told.text
    assert not any(hit.passage.heading == "WEATHER" for hit in hits)


async def test_a_part_can_be_left_out(store: Store) -> None:
    assert await Search(store).find("recruitmnet")
    assert not await Search(store, parts=PARTS - {"slips"}).find("recruitmnet")


async def test_marks_cover_inflections_and_nothing_else(store: Store) -> None:
    text = "Excluded pupils; exclusion; the excluding café; the Excel file was closed."
    file(store, paper("marks", date(2025, 12, 1), (passage(text),)))
    (hit,) = [h for h in await Search(store).find("excluding cafe") if h.passage.text == text]
    assert [text[start:end] for start, end in hit.spans] == ["Excluded", "excluding", "café"]


async def test_the_same_words_in_many_packs_leave_room_for_others(store: Store) -> None:
    """As many answers as were asked for, where the library holds as many."""
    for month in range(1, 10):
        file(store, paper(f"pack {month}", date(2024, month, 1), (passage("Otters on the weir."),)))
    other = tuple(passage(f"Otters, and {n} other beasts of the river, were seen.") for n in range(3))
    file(store, paper("river", date(2024, 11, 1), other))
    hits = await Search(store).find("otters", limit=3)
    assert len({hit.passage.text for hit in hits}) == 3
    assert [len(hit.also_in) for hit in hits] == [8, 0, 0]
