"""A reader made before one is asked for opens like any other, once, and only where it looks as it should."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from scrutiny_tui.app import ScrutinyApp
from scrutiny_tui.messages import OpenReader
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.screens.reader import ReaderScreen
from tests.tui.driving import opened, pages_settled, see, wait_for
from tests.tui.fakes import FakeServices


def readers(app: ScrutinyApp) -> list[ReaderScreen]:
    """Those there are, seen or not."""
    return [one for one in app._registry if isinstance(one, ReaderScreen)]


@asynccontextmanager
async def with_one_ready(
    services: FakeServices,
) -> AsyncIterator[tuple[Pilot[None], ScrutinyApp, PlaceScreen]]:
    """The app at its first screen, a reader standing ready."""
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        app = pilot.app
        assert isinstance(app, ScrutinyApp)
        await app.ready.make()
        (ready,) = readers(app)
        yield pilot, app, ready


async def test_it_is_opened_once_and_gone_when_it_is_left(services: FakeServices) -> None:
    async with with_one_ready(services) as (pilot, app, ready):
        await app.ready.make()
        assert readers(app) == [ready], "one is enough"
        app.screen.post_message(OpenReader(1, page=2))
        await wait_for(pilot, lambda: app.screen is ready, "it is shown")
        await pages_settled(pilot)
        await see(pilot, "page 2 of")
        app.screen.post_message(OpenReader(1))
        await wait_for(pilot, lambda: len(readers(app)) == 2 and app.screen is not ready, "another is made")
        await pages_settled(pilot)
        await pilot.press("escape", "escape")
        await wait_for(pilot, lambda: not readers(app), "both are gone")


async def test_keys_typed_right_after_what_opens_it_are_meant_for_it(services: FakeServices) -> None:
    async with with_one_ready(services) as (pilot, app, ready):
        app.screen.post_message(OpenReader(1))
        await pilot.press("f", "3")
        await wait_for(pilot, lambda: app.screen is ready, "it is shown")
        assert isinstance(ready, ReaderScreen)
        await wait_for(pilot, lambda: ready.finder.field.value == "3", "the digit is what is looked for")


async def test_in_other_colours_another_is_made(services: FakeServices) -> None:
    async with with_one_ready(services) as (pilot, app, ready):
        app.theme = "scrutiny-dark"
        app.screen.post_message(OpenReader(1))
        await wait_for(pilot, lambda: isinstance(app.screen, ReaderScreen), "a reader is shown")
        assert app.screen is not ready
        assert readers(app) == [app.screen]
