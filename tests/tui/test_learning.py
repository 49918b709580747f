"""Search by meaning learns beside the app: begun at the start and after an import, shown quietly, ended."""

from __future__ import annotations

import pytest

from scrutiny_tui import app
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import FakeServices


@pytest.fixture(autouse=True)
def _painted_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "PAINTED", 0.01)


async def test_what_is_missing_is_learnt_until_the_app_ends(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await wait_for(pilot, lambda: services.semantic.started == 1, "the learning begins")
        await pilot.press("q")
        await wait_for(pilot, lambda: services.semantic.finished, "the learning is ended")


@pytest.mark.parametrize("size", [(120, 40), (160, 40)])
async def test_how_far_the_learning_is_stands_on_the_screen(
    services: FakeServices, size: tuple[int, int]
) -> None:
    async with opened(services, size) as pilot:
        await see(pilot, "Coming up")
        await wait_for(pilot, lambda: bool(services.semantic.listeners), "the app listens")
        services.semantic.line = "40% learned"
        for listener in services.semantic.listeners:
            listener()
        await see(pilot, "40% learned")
        assert "40% learned" in shown(pilot)


async def test_how_far_the_learning_is_stays_readable_at_eighty_columns(services: FakeServices) -> None:
    async with opened(services, (80, 24)) as pilot:
        await see(pilot, "Coming up")
        await wait_for(pilot, lambda: bool(services.semantic.listeners), "the app listens")
        services.semantic.line = "40% learned"
        for listener in services.semantic.listeners:
            listener()
        await see(pilot, "40%")
        assert "6 Actions" in shown(pilot)
