from __future__ import annotations

from dataclasses import replace

from tests.tui.driving import see, shown, wait_for
from tests.tui.fakes import HOSTILE, FakeServices
from tests.tui.test_meeting import meeting_open


async def test_every_value_says_where_it_was_read(services: FakeServices) -> None:
    async with meeting_open(services) as pilot:
        await pilot.press("c")
        await see(pilot, "Check and correct")
        text = shown(pilot)
        for words in (
            "Committee · read from page 1, line 3",
            "Meeting date · ? worked out, see page 1",
            "Start time · nothing was read",
            "Item title · corrected; read as Ferris",
            "Item pages · ? pieced together from page 1, line 3",
        ):
            assert words in text


async def test_only_what_was_typed_over_is_put_right(services: FakeServices) -> None:
    async with meeting_open(services) as pilot:
        await pilot.press("c")
        await see(pilot, "Check and correct")
        await pilot.press("enter", *"29 May 2031", "enter", "enter", "enter", "enter")
        await see(pilot, "Put right")
    document = services.meetings.detail.items[0].item.document_id
    assert ("correct", (document, {("meeting date", None): "29 May 2031"})) in services.corrections.calls


async def test_what_is_no_day_is_said_at_once_and_esc_changes_nothing(services: FakeServices) -> None:
    async with meeting_open(services) as pilot:
        await pilot.press("c")
        await see(pilot, "Check and correct")
        await pilot.press("enter", *"soon", "enter")
        await see(pilot, "That is no day")
        await pilot.press("escape")
        await wait_for(pilot, lambda: "Check and correct" not in shown(pilot), "the form is closed")
    assert [name for name, _ in services.corrections.calls] == ["values"]


async def test_a_refusal_is_told(services: FakeServices) -> None:
    services.corrections.wrong = "Another pack is there."
    async with meeting_open(services) as pilot:
        await pilot.press("c")
        await see(pilot, "Check and correct")
        await pilot.press(*"Audit", "enter", "enter", "enter", "enter", "enter")
        await see(pilot, "Another pack is there.")


async def test_hostile_words_are_words(services: FakeServices) -> None:
    values = services.corrections.read
    services.corrections.read = tuple(replace(values[0], value=words, was=words) for words in HOSTILE[:4])
    async with meeting_open(services, size=(80, 24)) as pilot:
        await pilot.press("c")
        await see(pilot, "[Exempt Appendix]")
