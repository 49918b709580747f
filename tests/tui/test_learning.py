"""Search by meaning learns beside the app: begun at the start and after an import, shown quietly, ended."""

from __future__ import annotations

from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import FakeServices


async def test_what_is_missing_is_learnt_until_the_app_ends(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        assert services.semantic.started == 1
        await pilot.press("q")
        await wait_for(pilot, lambda: services.semantic.finished, "the learning is ended")


async def test_how_far_the_learning_is_stands_on_the_screen(services: FakeServices) -> None:
    async with opened(services, (160, 40)) as pilot:
        await see(pilot, "Coming up")
        services.semantic.line = "learning 40%"
        for listener in services.semantic.listeners:
            listener()
        await see(pilot, "learning 40%")
        assert "learning 40%" in shown(pilot)
