"""Following an address: first show where it really goes, then open it, or copy it where nothing can."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import App
from textual.content import Content

from scrutiny_tui.literal import line, literal, visible
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog

if TYPE_CHECKING:
    from scrutiny_tui.widgets.links import Address


def link_dialog(found: Sequence[Address]) -> ChoiceDialog:
    """Ask which of these addresses to open; the answer is the address."""
    can = "opens in your browser" if browser_here() else "is copied: no browser opens from this terminal"
    text = Content(f"Nothing is fetched until you choose. What you choose {can}.")
    choices = [
        (
            address.goes_to,
            Content("\n").join(
                [
                    line(f" {address.where}", "bold"),
                    *([literal(f" ! Take care: {address.doubt}", "$text-warning")] if address.doubt else []),
                    literal(f"   {address.goes_to}", "$text-muted"),
                ]
            ),
        )
        for address in found
    ]
    return ChoiceDialog("Where it goes", text, choices)


def follow(app: App[object], goes_to: str) -> str:
    """Open an address in the person's browser, or copy it; gives what was done, in a sentence."""
    if app.is_web or browser_here():
        app.open_url(goes_to)
        return f"Opened {goes_to}"
    app.copy_to_clipboard(visible(goes_to))
    return f"No browser can be opened from this terminal. Copied: {goes_to}"


def browser_here() -> bool:
    """Whether a browser with its own window can be opened; one inside the terminal would take it over."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
