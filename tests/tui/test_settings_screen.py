"""The settings screen: what is changed is kept and holds at once; a broken file is said and left alone."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Input

from scrutiny_tui.screens.settings import SettingsScreen
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import FakeServices


async def to_settings(pilot: Pilot[None]) -> None:
    """Open the settings from the first screen."""
    await see(pilot, "Coming up")
    await pilot.press(",")
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen), "the settings are open")
    await see(pilot, "Reading speed")


async def go_to(pilot: Pilot[None], name: str) -> None:
    """Put the cursor on a setting."""
    rows = pilot.app.screen.query_one("#settings", RowList)
    for at in range(rows.option_count):
        option = rows.get_option_at_index(at)
        if isinstance(option, ModelRow) and getattr(option.model, "name", "") == name:
            rows.highlighted = at


async def test_what_is_changed_holds_at_once(services: FakeServices) -> None:
    async with opened(services, (80, 24)) as pilot:
        app = pilot.app
        await to_settings(pilot)
        await go_to(pilot, "theme")
        await pilot.press("right")
        await wait_for(pilot, lambda: app.theme == "scrutiny-dark", "the theme changed")
        await pilot.press("enter", "end", "enter")
        await wait_for(pilot, lambda: app.theme == "scrutiny-contrast", "the theme was chosen")
        await pilot.press("u")
        await wait_for(pilot, lambda: services.settings.theme == "scrutiny-light", "it is as usual")
        await go_to(pilot, "word_limit")
        await pilot.press("l")
        assert services.settings.word_limit == 110
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.focused, Input), "the number is typed")
        await pilot.press("backspace", "x", "enter")
        await see(pilot, "Write a number from 0 to 100000.")
        await pilot.press(*["backspace"] * 3, "9", "0", "enter")
        await see(pilot, "90 words")
        await go_to(pilot, "name")
        await pilot.press("right")
        await see(pilot, "This is typed")
        await go_to(pilot, "email")
        await pilot.press("enter", *"ada", "enter")
        await see(pilot, "Write one address")
        await pilot.press(*"@x", "enter")
        await wait_for(pilot, lambda: services.settings.email == "ada@x", "the address is kept")


async def test_glyphs_keys_and_motion_follow(services: FakeServices) -> None:
    async with opened(services, (120, 40)) as pilot:
        app = pilot.app
        await to_settings(pilot)
        assert "▌" in shown(pilot)
        services.change_settings({"keys": {"settings.usual": "z"}})  # type: ignore[dict-item]
        await go_to(pilot, "glyphs")
        await pilot.press("left")
        await see(pilot, "z as usual")
        await wait_for(pilot, lambda: shown(pilot).isascii(), "all is ASCII")
        await go_to(pilot, "reduced_motion")
        await pilot.press("right")
        await wait_for(pilot, lambda: app.animation_level == "none", "nothing moves")
        await pilot.press("z")
        await wait_for(pilot, lambda: not services.settings.reduced_motion, "the own key works")
        await pilot.press("?")
        await see(pilot, "Keys: Settings")
        await pilot.press("i")
        await see(pilot, "settings.usual")


async def test_a_broken_file_is_said_and_nothing_is_changed(services: FakeServices) -> None:
    services.settings_trouble = "The settings in x are not understood (line 7). Mend the file."
    before = services.settings
    async with opened(services, (80, 24)) as pilot:
        await see(pilot, "(line 7)")
        await to_settings(pilot)
        await go_to(pilot, "theme")
        await pilot.press("right", "ctrl+r")
        await pilot.pause()
        assert services.settings is before
