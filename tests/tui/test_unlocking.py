"""The dialog that asks for a locked paper's password."""

from __future__ import annotations

import asyncio

import pytest
from textual.widgets import Input

from scrutiny_tui.screens.unlocking import ask_password
from scrutiny_tui.widgets.form_dialog import FormDialog
from tests.tui.driving import opened, shown, wait_for
from tests.tui.fakes import FakeServices


@pytest.mark.parametrize("ending", ["enter", "escape", "cancel"])
async def test_what_is_typed_stays_unseen_and_reaches_the_asker(services: FakeServices, ending: str) -> None:
    async with opened(services, (80, 24)) as pilot:
        app = pilot.app
        asking = asyncio.create_task(ask_password(app, "[b]locked[/].pdf", True))
        await wait_for(pilot, lambda: isinstance(app.screen, FormDialog), "the dialog is there")
        await wait_for(pilot, lambda: isinstance(app.focused, Input), "its field has the focus")
        await pilot.press(*"hush", "space")
        await pilot.pause()
        said = shown(pilot)
        assert "[b]locked[/].pdf" in said and "That password does not open it." in said
        assert "hush" not in said
        if ending == "cancel":
            asking.cancel()
            await wait_for(pilot, lambda: not isinstance(app.screen, FormDialog), "the dialog is gone")
            return
        await pilot.press(ending)
        assert await asking == ("hush " if ending == "enter" else None)
