"""Keys pressed faster than a screen opens reach the screen they are meant for."""

from __future__ import annotations

import asyncio

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from scrutiny_tui import typing_ahead
from scrutiny_tui.messages import AskQuestion, OpenReader
from scrutiny_tui.screens import meetings
from scrutiny_tui.screens.help import HelpScreen
from scrutiny_tui.screens.meeting import MeetingScreen
from scrutiny_tui.screens.meetings import MeetingsScreen
from scrutiny_tui.screens.question import QuestionScreen
from scrutiny_tui.screens.reader import ReaderScreen
from scrutiny_tui.screens.search import SearchScreen
from scrutiny_tui.typing_ahead import TypingAheadApp
from scrutiny_tui.widgets.foot import Foot
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import AGENDA, FakeServices, meeting


async def test_words_typed_in_one_go_after_the_slash_are_searched_for(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        for letter in "/quay 12?":
            pilot.app.post_message(events.Key(_character_to_key(letter), letter))
        await see(pilot, "Search  quay 12?")


async def test_a_place_key_and_a_key_of_that_place_pressed_in_one_go_both_work(
    services: FakeServices,
) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        for letter in "4h":
            pilot.app.post_message(events.Key(_character_to_key(letter), letter))
        await see(pilot, "past ones too")


async def test_enter_before_the_meetings_are_read_opens_the_first_of_them(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, overview = asyncio.Event(), services.meetings.overview

    async def slow(*given: int) -> object:
        found = await overview(*given)
        await gate.wait()
        return found

    monkeypatch.setattr(meetings, "_NOTHING_YET", 0.01)
    monkeypatch.setattr(services.meetings, "overview", slow)
    async with opened(services) as pilot:
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, MeetingsScreen), "the first screen")
        await pilot.press("enter")
        assert "There is no meeting yet" not in shown(pilot)
        gate.set()
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, MeetingScreen), "the meeting is open")


async def test_what_is_typed_while_a_question_is_begun_is_its_beginning(services: FakeServices) -> None:
    gate, begin = asyncio.Event(), services.questions.begin

    async def slow(*given: object) -> object:
        await gate.wait()
        return await begin(*given)  # type: ignore[arg-type]

    services.questions.begin = slow  # type: ignore[method-assign,assignment]
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        pilot.app.screen.post_message(AskQuestion(meeting(), AGENDA[4]))
        await pilot.pause()
        for letter in "why":
            pilot.app.post_message(events.Key(_character_to_key(letter), letter))
        await pilot.pause()
        gate.set()
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, QuestionScreen), "the question is open")
        screen = pilot.app.screen
        assert isinstance(screen, QuestionScreen)
        await wait_for(pilot, lambda: screen.editor.text.endswith("why"), "what was typed is in it")


def type_ahead(pilot: Pilot[None], *keys: str) -> None:
    """Press keys as a burst from the terminal: none waits for the one before."""
    for key in keys:
        character = key if len(key) == 1 else None
        name = _character_to_key(key) if character else key
        pilot.app.post_message(events.Key(name, character))


async def test_digits_typed_right_after_g_are_the_page_and_no_places(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        pilot.app.screen.post_message(OpenReader(1))
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen), "the reader is open")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        await wait_for(pilot, lambda: screen.view.settled, "its pages are there")
        type_ahead(pilot, "g", "9", "9", "ctrl+u", "#", "2", "enter")
        await wait_for(pilot, lambda: screen.view.spot.page == 2, "the page asked for is in view")
        assert pilot.app.screen is screen


async def test_what_is_typed_right_after_a_field_is_cleared_stays(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        type_ahead(pilot, "slash", *"harbour", "ctrl+u", *"quay")
        await see(pilot, "Search  quay")


async def test_keys_are_not_held_for_ever_by_a_screen_that_closed_before_it_was_open(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typing_ahead, "PATIENCE", 0.01)
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        app = pilot.app
        assert isinstance(app, TypingAheadApp)
        monkeypatch.setattr(app, "_is_open", lambda: None)
        app.push_screen(HelpScreen("Nothing", (), ()))
        type_ahead(pilot, "escape", "4")
        await see(pilot, "Deadlines")
        await wait_for(pilot, lambda: app.current_mode == "deadlines", "the keys were let go")


async def test_where_letters_are_typed_the_foot_names_no_letter(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("slash")
        await see(pilot, "f1 keys")
        hints = pilot.app.screen.query_one(Foot).hints
        named = [hint.words.plain.split()[0] for hint in hints if hint.action]
        assert "f2" in named and all(len(name) > 1 for name in named)
        await pilot.press("f1")
        await see(pilot, "Keys: Search")


async def test_controls_pasted_in_a_field_of_one_line_are_seen_and_line_breaks_are_blanks(
    services: FakeServices,
) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("slash")
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        await wait_for(pilot, lambda: screen.field.has_focus, "the field has the focus")
        screen.field.post_message(events.Paste("sea\r\nwall \x1b[31m\x07"))
        await wait_for(pilot, lambda: bool(screen.field.value), "it is pasted")
        assert screen.field.value == "sea wall \u241b[31m\u2407"
