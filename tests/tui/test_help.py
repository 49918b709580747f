from __future__ import annotations

import pytest

from scrutiny_tui.keys import DEADLINES, EVERYWHERE, LIST, Key
from scrutiny_tui.meeting_keys import MEETING, MEETINGS
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import FakeServices

SCREENS = (((), MEETINGS), (("enter",), MEETING), (("4",), DEADLINES))


@pytest.mark.parametrize(("way", "keys"), SCREENS)
async def test_help_names_every_key_of_this_very_screen(
    services: FakeServices, way: tuple[str, ...], keys: tuple[Key, ...]
) -> None:
    async with opened(services, (120, 70)) as pilot:
        await see(pilot, "Coming up")
        await pilot.press(*way)
        await wait_for(pilot, lambda: getattr(pilot.app.screen, "KEYS", ()) == keys, "the screen is open")
        await pilot.press("question_mark")
        await see(pilot, "Everywhere, but in a text field")
        for key in (*keys, *LIST, *EVERYWHERE):
            assert key.help in shown(pilot)
            assert key.shown in shown(pilot)
        await pilot.press("escape")
        await wait_for(pilot, lambda: "Everywhere, but" not in shown(pilot), "the help is closed")
