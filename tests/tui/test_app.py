from __future__ import annotations

import asyncio

from textual.widgets import Input

from scrutiny_tui import messages
from scrutiny_tui.app import ScrutinyApp
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import AGENDA, FakeServices, document, meeting


async def test_the_number_keys_go_to_the_places_and_escape_comes_back(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        for key, place in (("2", "search"), ("3", "questions"), ("4", "deadlines")):
            pilot.app.screen.set_focus(None)
            await pilot.press(key)
            await wait_for(pilot, lambda place=place: pilot.app.current_mode == place, f"{place} is shown")  # type: ignore[misc]
        for place in ("questions", "search", "meetings"):
            pilot.app.screen.set_focus(None)
            await pilot.press("escape")
            await wait_for(pilot, lambda place=place: pilot.app.current_mode == place, f"back at {place}")  # type: ignore[misc]


async def test_a_place_keeps_what_was_open_and_its_key_pressed_again_goes_to_its_first_screen(
    services: FakeServices,
) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("enter")
        await see(pilot, "Ferry Timetable")
        await pilot.press("4", "1")
        await see(pilot, "Ferry Timetable")
        await pilot.press("1")
        await see(pilot, "Coming up")


async def test_a_click_on_a_place_goes_there(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.click(offset=(shown(pilot).index("Deadlines"), 0))
        await see(pilot, "How it was worked out")
        assert pilot.app.current_mode == "deadlines"


async def test_a_click_on_a_key_at_the_foot_does_what_the_key_does(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("enter")
        await see(pilot, "esc back")
        foot = shown(pilot).rstrip().rsplit("\n", 1)[-1]
        await pilot.click(offset=(foot.index("esc back") + 5, 39))
        await see(pilot, "Coming up")


async def test_digits_are_typed_in_a_text_field(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("i")
        await wait_for(pilot, lambda: isinstance(pilot.app.focused, Input), "the field has the focus")
        await pilot.press("4", "q", "slash")
        field = pilot.app.focused
        assert isinstance(field, Input) and field.value == "4q/"
        assert pilot.app.current_mode == "meetings"


async def test_a_set_clock_says_so(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "as if Mon 19 May 2031 09:12")
        services.clock.is_set = False
        app = pilot.app
        assert isinstance(app, ScrutinyApp)
        app._tick()
        await wait_for(pilot, lambda: "as if" not in shown(pilot), "the clock is the machine's")


async def test_leaving_writes_down_what_is_not_written_and_stops_the_import(services: FakeServices) -> None:
    services.importer.gate = asyncio.Event()
    flushed: list[str] = []
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        app = pilot.app
        assert isinstance(app, ScrutinyApp) and isinstance(app.screen, PlaceScreen)
        app.screen.flush = lambda: flushed.append("meetings")  # type: ignore[method-assign]
        app.run_of_import.start([services.home.exports])
        await wait_for(pilot, lambda: bool(app.run_of_import.files), "the import is under way")
        await pilot.press("4")
        await see(pilot, "How it was worked out")
        await pilot.press("q")
        await wait_for(pilot, lambda: services.importer.closed, "the import was stopped")
    assert flushed == ["meetings"]


async def test_a_question_that_cannot_be_begun_is_said_in_words(services: FakeServices, worst: str) -> None:
    services.questions.refuse = ServiceError(f"The desk is read-only: {worst}")
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        pilot.app.screen.post_message(messages.AskQuestion(meeting(), AGENDA[4]))
        await see(pilot, "The desk is read-only")


async def test_an_original_that_is_gone_says_so(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        pilot.app.screen.post_message(messages.OpenOriginal(document(path="/nowhere/pack.pdf"), 3))
        await see(pilot, "/nowhere/pack.pdf")
        assert "no longer" in shown(pilot)


async def test_what_cannot_be_written_keeps_the_app_open_once(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        app = pilot.app
        assert isinstance(app, ScrutinyApp) and isinstance(app.screen, PlaceScreen)

        def full() -> None:
            raise ServiceError("The disk is full: your question could not be saved.")

        app.screen.flush = full  # type: ignore[method-assign]
        await pilot.press("q")
        await see(pilot, "your question could not be saved")
        assert app.is_running
        await pilot.press("q")
        await wait_for(pilot, lambda: not app.is_running, "the app is left")


async def test_an_unforeseen_error_is_handed_on_without_a_traceback(services: FakeServices) -> None:
    app = ScrutinyApp(services)
    async with app.run_test(notifications=True, tooltips=True):
        app._exit_renderables.append("a traceback")
        app._print_error_renderables()
        assert app._exit_renderables == []
