"""Search: answers while one types, in groups; filters; from a hit to the paper or to a question."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

import pytest
from textual.pilot import Pilot

from db.models.passages import PassageFilter
from db.models.relations import AmendmentNote
from scrutiny_tui.messages import SearchFor
from scrutiny_tui.screens.reader import ReaderScreen
from scrutiny_tui.screens.search import FEW, MANY, SearchScreen
from scrutiny_tui.services.models.overview import Overview
from scrutiny_tui.widgets.hit_list import grouped
from scrutiny_tui.widgets.search_filters import SearchFilters, read_years
from scrutiny_tui.widgets.snippet import tidy
from tests.tui.driving import begun, opened, see, shown, wait_for
from tests.tui.fakes import COMMITTEE, HOSTILE, WORST, FakeServices, hit


@asynccontextmanager
async def searching(
    services: FakeServices, words: str = "", size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], SearchScreen]]:
    """The Search place with some words typed."""
    async with opened(services, size) as pilot:
        pilot.app.screen.post_message(SearchFor())
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, SearchScreen), "search is there")
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        await wait_for(pilot, lambda: screen.is_mounted and screen.field.has_focus, "the field has the focus")
        if words:
            await pilot.press(*words)
            await wait_for(pilot, lambda: bool(searches(services)), "it was looked for")
            await pilot.pause()
        yield pilot, screen


def searches(services: FakeServices) -> list[tuple[str, PassageFilter, int]]:
    return [arguments for name, arguments in services.search.calls if name == "find"]  # type: ignore[misc]


async def test_answers_while_one_types_with_one_question_for_a_burst(services: FakeServices) -> None:
    async with searching(services, "wall") as (pilot, _):
        await see(pilot, "3 passages of 2 meetings")
        await see(pilot, "minute 7.1")
        assert [query for query, _, _ in searches(services)] == ["wall"]


async def test_a_late_answer_never_covers_a_newer_one(services: FakeServices) -> None:
    services.search.gate = asyncio.Event()
    async with searching(services, "wal") as (pilot, screen):
        old = services.search.hits
        services.search.hits = (hit(9, "The newest words of all."),)
        await pilot.press("l")
        await wait_for(pilot, lambda: len(searches(services)) == 2, "asked anew")
        services.search.gate.set()
        await see(pilot, "The newest words of all.")
        assert old and screen.hits.hit == services.search.hits[0]


async def test_letters_that_are_keys_elsewhere_are_typed_in_the_field(services: FakeServices) -> None:
    async with searching(services, "qac?/1") as (pilot, screen):
        assert screen.field.value == "qac?/1"
        assert pilot.app.screen is screen


async def test_hits_are_grouped_by_the_meeting_they_were_said_at() -> None:
    hits = (hit(1), hit(2, said_on=date(2030, 9, 5)), hit(3))
    assert [(day, [one.passage.id for one in group]) for (_, day), group in grouped(hits).items()] == [
        (date(2031, 1, 16), [1, 3]),
        (date(2030, 9, 5), [2]),
    ]


async def test_down_before_the_answer_is_there_leads_to_the_list_with_it(services: FakeServices) -> None:
    async with searching(services) as (pilot, screen):
        await pilot.press("w", "a", "l", "l", "down")
        await wait_for(pilot, lambda: screen.hits.has_focus, "in the list")
        await see(pilot, "minute 7.1")


async def test_up_and_down_lead_between_field_and_list(services: FakeServices) -> None:
    async with searching(services, "wall") as (pilot, screen):
        await see(pilot, "minute 7.1")
        await pilot.press("down")
        await wait_for(pilot, lambda: screen.hits.has_focus, "in the list")
        await pilot.press("down", "down")
        assert screen.hits.hit == services.search.hits[2]
        await pilot.press("up", "up")
        assert screen.hits.has_focus
        await pilot.press("up")
        await wait_for(pilot, lambda: screen.field.has_focus, "in the field again")
        assert screen.field.value == "wall"


async def test_enter_opens_the_paper_at_the_passage_from_list_and_field(services: FakeServices) -> None:
    async with searching(services, "wall") as (pilot, screen):
        await see(pilot, "minute 7.1")
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen), "the reader opens")
        await wait_for(pilot, lambda: ("open", 2) in services.reading.calls, "at the hit's document")
        await pilot.press("escape")
        await wait_for(pilot, lambda: pilot.app.screen is screen, "and leads back")
        assert screen.field.value == "wall"
        await see(pilot, "3 passages")


async def test_enter_before_the_answer_looks_at_once_and_opens_nothing(services: FakeServices) -> None:
    async with searching(services) as (pilot, screen):
        await pilot.press(*"wall", "enter")
        await see(pilot, "3 passages")
        assert pilot.app.screen is screen


async def test_tab_shows_the_whole_passage_in_place(services: FakeServices) -> None:
    services.search.hits = (
        hit(1, "Members asked when the sea wall would be inspected. " + "and so on " * 60 + "THE END"),
    )
    async with searching(services, "wall") as (pilot, screen):
        await see(pilot, "minute 7.1")
        assert "in the papers of" not in shown(pilot)
        await pilot.press("tab")
        await see(pilot, "THE END")
        assert screen.field.has_focus
        await pilot.press("escape")
        await wait_for(pilot, lambda: "THE END" not in shown(pilot), "the preview is closed first")
        assert pilot.app.screen is screen


async def test_filters_narrow_the_search_and_are_taken_away(services: FakeServices) -> None:
    async with searching(services, "wall") as (pilot, _):
        await pilot.press("f2")
        await see(pilot, "all committees")
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: searches(services)[-1][1].committee == COMMITTEE, "one committee")
        await pilot.press("down", "y")
        await see(pilot, "since 2020")
        await pilot.press(*"2029-2030", "enter")
        await wait_for(pilot, lambda: searches(services)[-1][1].before == date(2031, 1, 1), "some years")
        assert searches(services)[-1][1].after == date(2028, 12, 31)
        await pilot.press("f4", "down", "down", "enter")
        await wait_for(pilot, lambda: searches(services)[-1][1].kind == "minute", "one kind")
        await see(pilot, "2029 to 2030")
        services.search.hits = ()
        await pilot.press("f6")
        await wait_for(pilot, lambda: searches(services)[-1][1] == PassageFilter(), "all again")


async def test_nothing_found_says_what_to_try(services: FakeServices) -> None:
    services.search.hits = ()
    async with searching(services) as (pilot, _):
        await see(pilot, "Typos and half words are understood")
        await pilot.press(*"zebra")
        await see(pilot, "Nothing was found.")
        await pilot.press("f4", "down", "enter")
        await see(pilot, "press f6")


async def test_more_are_shown_on_request_and_never_more_than_200(services: FakeServices) -> None:
    services.search.hits = tuple(hit(number) for number in range(1, FEW + 1))
    async with searching(services, "wall") as (pilot, screen):
        assert searches(services)[-1][2] == FEW
        await see(pilot, f"the best {FEW} passages")
        await pilot.press("down", "end", "enter")
        await wait_for(pilot, lambda: searches(services)[-1][2] == MANY, "more were asked for")
        await wait_for(pilot, lambda: "the best" not in shown(pilot), "and that is all there are")
        assert screen.hits.has_focus


async def test_a_question_begins_from_a_hit_for_the_coming_meeting(services: FakeServices) -> None:
    async with searching(services, "wall") as (pilot, _):
        await see(pilot, "minute 7.1")
        await pilot.press("down", "a")
        await wait_for(pilot, lambda: bool(services.questions.calls), "a question is begun")
        assert begun(services)[:3] == (1, None, services.search.hits[0].passage)


async def test_where_several_meetings_are_coming_one_chooses(services: FakeServices) -> None:
    rows = services.meetings.shown.coming
    services.meetings.shown = Overview(rows[1:], (), (), ())
    async with searching(services, "wall") as (pilot, _):
        await see(pilot, "minute 7.1")
        await pilot.press("down", "a")
        await see(pilot, "For which meeting")
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: bool(services.questions.calls), "a question is begun")
        assert begun(services)[0] == 3


async def test_how_an_unlike_word_matched_is_said_once_or_with_its_hit(services: FakeServices) -> None:
    both = tuple(replace(one, why=("wlal → wall",)) for one in services.search.hits)
    services.search.hits = (replace(both[0], why=("wlal → wall", "SMP → plan")), *both[1:])
    async with searching(services, "wlal") as (pilot, _):
        await see(pilot, "SMP → plan")
        assert shown(pilot).count("wlal → wall") == 1


@pytest.mark.parametrize(
    ("text", "years", "words"),
    [
        ("2021", (2021, 2021), "2021"),
        ("2019-2022", (2019, 2022), "2019 to 2022"),
        ("2022 to 2019", (2019, 2022), "2019 to 2022"),
        ("since 2020", (2020, None), "since 2020"),
        ("2020-", (2020, None), "since 2020"),
        ("until 2019", (None, 2019), "until 2019"),
        ("", (None, None), "any year"),
    ],
)
def test_years_are_read_as_people_write_them(
    text: str, years: tuple[int | None, int | None], words: str
) -> None:
    assert read_years(text) == years
    assert SearchFilters(first_year=years[0], last_year=years[1]).years == words


@pytest.mark.parametrize("text", ["last year", "20", "-", "99999", "2020 2021 2022"])
def test_what_is_no_year_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Write a year"):
        read_years(text)


async def test_what_papers_say_is_shown_and_never_obeyed(services: FakeServices) -> None:
    async with searching(services) as (pilot, screen):
        await pilot.press("tab")
        for number, hostile in enumerate(HOSTILE):
            mean = hit(number, f"{hostile} wall", heading=hostile, ref=hostile, committee=hostile)
            mean = replace(mean, why=(hostile,), also_in=(hostile,), spans=((0, 3),))
            services.search.hits = (mean,)
            screen.field.value = f"wall {number}"
            await wait_for(pilot, lambda mean=mean: screen.hits.hit == mean, "the passage is found")  # type: ignore[misc]
            if hostile in WORST:
                await pilot.press("f2")
                await see(pilot, "all committees")
                await pilot.press("escape")
            assert "\x1b" not in shown(pilot) and "\u202e" not in shown(pilot)


async def test_what_one_types_is_shown_and_never_obeyed(services: FakeServices) -> None:
    services.search.hits = ()
    async with searching(services) as (pilot, screen):
        for hostile in HOSTILE:
            asked = len(services.search.calls)
            screen.field.value = hostile
            await wait_for(pilot, lambda asked=asked: len(services.search.calls) > asked, "it is looked for")  # type: ignore[misc]
            await see(pilot, "Nothing was found.")
            assert "\x1b" not in shown(pilot) and "\u202e" not in shown(pilot)


async def test_each_typed_word_is_explained_once_and_amended_minutes_say_so(services: FakeServices) -> None:
    note = AmendmentNote(
        9, "may.pdf", COMMITTEE, date(2031, 1, 16), "7.1", "amendment", "", "to read “pier”", 4, 2,
        date(2031, 5, 22),
    )  # fmt: skip
    one, two, three = services.search.hits
    why = ("wlal → wall", "wlal → walls", "SMP = shoreline management plan")
    services.search.hits = (replace(one, why=why, amended=(note,)), replace(two, why=why[:2]), three)
    async with searching(services, "wlal") as (pilot, _):
        await see(pilot, "wlal → wall, walls")
        assert shown(pilot).count("wlal →") == 1
        await see(pilot, "△ amended 22 May 2031")
        await see(pilot, "SMP = shoreline management plan")
        await pilot.press("down", "tab")
        await see(pilot, "△ Amended on 22 May 2031 (may.pdf, page 2): to read “pier”")
        await see(pilot, "Found by wlal → wall, walls; SMP = shoreline")


def test_an_acronym_with_two_long_forms_names_both() -> None:
    assert tidy(("CP = child protection", "CP = coast path", "near in meaning")) == (
        "CP = child protection or coast path",
        "near in meaning",
    )
