"""Asks for the password of a locked paper while it is imported; it is used at once and never kept."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.app import App

from scrutiny_tui.literal import literal
from scrutiny_tui.widgets.form_dialog import Field, FormDialog


async def ask_password(app: App[Any], name: str, wrong: bool) -> str | None:
    """Ask in a dialog; None where the person leaves the paper locked.

    Args:
        app: where to ask.
        name: of the file.
        wrong: whether the password given before did not open it.
    """
    said = "That password does not open it. " if wrong else ""
    words = literal(f"{name}\n{said}The paper is locked. Its password is used to read it and kept nowhere.")
    given: asyncio.Future[tuple[str, ...] | None] = asyncio.get_running_loop().create_future()

    def take(values: tuple[str, ...] | None) -> None:
        if not given.done():
            given.set_result(values)

    dialog = FormDialog("Locked", words, [Field("Password", secret=True)])
    app.push_screen(dialog, take)
    try:
        values = await given
    except asyncio.CancelledError:
        if dialog.is_current:
            dialog.dismiss(None)
        raise
    return values[0] or None if values else None
