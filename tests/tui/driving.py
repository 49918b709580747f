"""Driving the app in tests: open it on fakes, wait for a condition, read what the screen shows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, cast

from textual.pilot import Pilot

from scrutiny_tui.app import ScrutinyApp
from scrutiny_tui.services.models.finding import Hit
from scrutiny_tui.widgets.page_view import PageView
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from tests.tui.fakes import FakeServices


@asynccontextmanager
async def opened(services: FakeServices, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    """The app, open on these services, its first screen filled; its last one is drawn, read or not."""
    app = ScrutinyApp(services)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await wait_for(pilot, lambda: bool(services.meetings.calls), "the meetings were asked for")
        yield pilot
        shown(pilot)


async def wait_for(pilot: Pilot[None], condition: Callable[[], bool], what: str, tries: int = 200) -> None:
    """Let the app work until a condition holds.

    Raises:
        AssertionError: it never did; `what` says what was waited for.
    """
    for _ in range(tries):
        await pilot.pause()
        if condition():
            return
    raise AssertionError(f"never: {what}")


def shown(pilot: Pilot[None]) -> str:
    """Every line of the screen as plain text."""
    app = pilot.app
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in lines[:height]) if width else ""


async def see(pilot: Pilot[None], words: str) -> None:
    """Wait until the screen shows these words."""
    await wait_for(pilot, lambda: words in shown(pilot), f"the screen shows {words!r}")


async def pages_settled(pilot: Pilot[None]) -> None:
    """Wait until a document's pages in view are there, and those beside them are set."""
    view = pilot.app.screen.query_one(PageView)
    await wait_for(pilot, lambda: view.settled, "the pages are there")


async def earlier_filled(pilot: Pilot[None]) -> None:
    """Wait until the item in hand shows what was said earlier."""
    pane = pilot.app.screen.query_one("#item", RowList)
    filled = lambda row: isinstance(row, ModelRow) and isinstance(row.model, Hit)  # noqa: E731
    await wait_for(pilot, lambda: any(map(filled, pane.options)), "earlier passages are in")


def begun(services: FakeServices) -> tuple[Any, ...]:
    """What the first question was begun with: meeting id, item title, evidence, quote, text."""
    return next(cast(tuple[Any, ...], given) for name, given in services.questions.calls if name == "begin")
