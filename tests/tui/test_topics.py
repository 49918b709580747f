from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

import pytest
from textual.pilot import Pilot

from scrutiny_tui.services.topics import Topic
from scrutiny_tui.widgets.topic_text import years
from tests.tui.driving import begun, opened, see, shown, wait_for
from tests.tui.fakes import HOSTILE, FakeServices, mention


@asynccontextmanager
async def topics_open(
    services: FakeServices, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[None]]:
    async with opened(services, size) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("5")
        await see(pilot, "2 topics")
        yield pilot


async def told(pilot: Pilot[None], services: FakeServices, call: tuple[str, object]) -> None:
    await wait_for(pilot, lambda: call in services.topics.calls, f"{call}")


async def test_a_topic_lies_on_one_line_of_time(services: FakeServices) -> None:
    async with topics_open(services) as pilot:
        text = shown(pilot)
        for words in (
            "Slipway Repairs",
            "2030–2031",
            "→ 4 Nov 2030  planned for 22 May 2031",
            "• 6 Mar 2031  minuted",
            "SLIPWAY REPAIRS AND DREDGING",
            "★ Ferry Timetable",
        ):
            assert words in text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_member_names_merges_parts_and_follows(
    services: FakeServices, size: tuple[int, int]
) -> None:
    async with topics_open(services, size) as pilot:
        await pilot.press("f")
        await told(pilot, services, ("follow", ("repair slipway", True)))
        await pilot.press("r")
        await see(pilot, "Name this topic")
        await pilot.press(*"Slips", "enter")
        await told(pilot, services, ("rename", ("repair slipway", "Slips")))
        await wait_for(pilot, lambda: "Name this topic" not in shown(pilot), "the form is closed")
        await pilot.press("m")
        await see(pilot, "Merge topics")
        await pilot.press("enter")
        await told(pilot, services, ("merge", ("repair slipway", "ferry timetable")))


async def test_only_what_is_not_the_topic_itself_is_split_off(services: FakeServices) -> None:
    async with topics_open(services) as pilot:
        await pilot.press("x")
        await see(pilot, "Go to a mention with tab first")
        await pilot.press("tab", "x")
        await see(pilot, "what the topic itself is about")
        await pilot.press("down", "x")
        await told(pilot, services, ("split", "dredging repair slipway"))


async def test_a_question_quotes_the_mention_in_hand(services: FakeServices) -> None:
    async with topics_open(services) as pilot:
        await pilot.press("tab", "a")
        await wait_for(
            pilot, lambda: any(name == "begin" for name, _ in services.questions.calls), "a question began"
        )
    assert "Slipway Repairs" in begun(services)


async def test_only_topics_of_a_name_are_shown(services: FakeServices) -> None:
    async with topics_open(services) as pilot:
        await pilot.press("w")
        await see(pilot, "Only topics named")
        await pilot.press(*"ferry", "enter")
        await see(pilot, "1 topic")
        await pilot.press("l")
        await see(pilot, "2 topics")


async def test_what_goes_wrong_is_said(services: FakeServices) -> None:
    services.topics.wrong = "The disk is full."
    async with topics_open(services) as pilot:
        await pilot.press("f")
        await see(pilot, "The disk is full.")


async def test_without_topics_it_says_where_they_come_from(services: FakeServices) -> None:
    services.topics.topics = ()
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("5")
        await see(pilot, "No topic runs through several meetings yet")


async def test_hostile_words_are_words(services: FakeServices) -> None:
    topics = services.topics.topics
    services.topics.topics = tuple(
        replace(topics[0], key=words, name=words, mentions=(mention(date(2031, 1, 2), words),))
        for words in HOSTILE
    )
    async with opened(services, (80, 40)) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("5")
        await see(pilot, "[Exempt Appendix]")
        await pilot.press(*["down"] * len(HOSTILE))


def test_years_at_a_glance() -> None:
    days = [date(2028, 1, 1), date(2030, 1, 1), date(2030, 2, 1), date(2031, 1, 1)]
    topic = Topic("x", "X", False, tuple(mention(day) for day in days))
    assert years(topic, date(2031, 6, 1)) == "2028 ▅ █▅ 2031"
    assert years(replace(topic, mentions=topic.mentions[:1], told=None), date(2031, 6, 1)) == ""
