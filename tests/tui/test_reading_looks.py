"""How reading, searching and asking look, small and large: a picture of each is kept and compared.

After a change that is meant, look at the report and run `pytest tests/tui --snapshot-update`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot

from imports.model.warning import Warning
from scrutiny_tui.app import ScrutinyApp
from scrutiny_tui.messages import OpenQuestion, OpenReader
from scrutiny_tui.services.models.reading import FoundInPage
from tests.tui.driving import pages_settled, see
from tests.tui.fakes import FakeServices, hit, note, question, question_detail, read_page

SIZES = [(80, 24), (120, 40)]
Compare = Callable[..., bool]


def compare(
    snap_compare: Any,
    services: FakeServices,
    size: tuple[int, int],
    run: Callable[[Pilot[None]], Awaitable[None]],
) -> None:
    """Compare what the app shows after `run` with the picture that is kept."""
    assert snap_compare(ScrutinyApp(services), terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
def test_reader(snap_compare: Compare, services: FakeServices, size: tuple[int, int]) -> None:
    page = read_page(5)
    services.reading.kept = [note(1, "Who inspects in winter?", page=5, quote=page.blocks[3].text)]
    start = page.blocks[1].text.index("wall")
    services.reading.found = tuple(FoundInPage(number, 1, start, start + 4) for number in (5, 6))

    async def run(pilot: Pilot[None]) -> None:
        pilot.app.screen.post_message(OpenReader(1, 5))
        await see(pilot, "✎ Who inspects in winter?")
        await pilot.press("f", *"wall", "enter")
        await see(pilot, "1 of 2")
        await pages_settled(pilot)

    compare(snap_compare, services, size, run)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
def test_search_with_preview(snap_compare: Compare, services: FakeServices, size: tuple[int, int]) -> None:
    services.search.hits = tuple(replace(one, why=("wlal → wall",)) for one in services.search.hits)

    async def run(pilot: Pilot[None]) -> None:
        await pilot.press("slash")
        await see(pilot, "Typos and half words")
        await pilot.press(*"wlal")
        await see(pilot, "wlal → wall")
        await pilot.press("down", "tab")
        await see(pilot, "Found by")

    compare(snap_compare, services, size, run)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
def test_questions(snap_compare: Compare, services: FakeServices, size: tuple[int, int]) -> None:
    answered = question(2, "Who owns the slipway?", state="answered", answer_state="in part")
    services.questions.details[2] = question_detail(answered)
    services.questions.details[3] = question_detail(question(3, "", parent_id=2, state="ready"))

    async def run(pilot: Pilot[None]) -> None:
        await pilot.press("3")
        await see(pilot, "answered in part")

    compare(snap_compare, services, size, run)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
def test_question(snap_compare: Compare, services: FakeServices, size: tuple[int, int]) -> None:
    doubt = Warning("question-in-parts", "It asks 2 things. Many councils take one part only: split it.")
    services.questions.details[1] = replace(services.questions.details[1], advice=(doubt,), limit=8)
    services.questions.before = (hit(7, "A member asked why the wall was not inspected in winter."),)

    async def run(pilot: Pilot[None]) -> None:
        pilot.app.screen.post_message(OpenQuestion(1))
        await see(pilot, "cut 2")
        await see(pilot, "It asks 2 things")

    compare(snap_compare, services, size, run)
