"""Painting what belongs together in one frame.

Textual paints as soon as the first of the widgets that were changed has said so; the others come a frame
later, and every frame costs far more than its lines.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.widget import Widget

_LAPS = 3
"""Turns of the loop in which every widget that was changed has said so to its screen."""


def paint_together(widget: Widget) -> None:
    """Paint what is changed now on a widget's screen at once, not each widget when its turn comes."""
    loop, batch, screen = asyncio.get_running_loop(), widget.app.batch_update(), widget.screen
    batch.__enter__()

    def lap(left: int) -> None:
        if left:
            loop.call_soon(lap, left - 1)
        else:
            batch.__exit__(None, None, None)
            screen.check_idle()

    lap(_LAPS)


def hold_painting(widget: Widget, most: float) -> Callable[[], None]:
    """Paint nothing until what is given back is called, or `most` seconds went by: more comes at once."""
    batch, held = widget.app.batch_update(), True
    batch.__enter__()

    def let_go() -> None:
        nonlocal held
        if held:
            held = False
            batch.__exit__(None, None, None)
            widget.app.screen.check_idle()

    asyncio.get_running_loop().call_later(most, let_go)
    return let_go


async def gone(dialog: Widget, most: float = 0.2) -> None:
    """Wait until an answered dialog is gone: what is painted before that is painted again after it."""
    loop = asyncio.get_running_loop()
    until = loop.time() + most
    while dialog.is_attached and loop.time() < until:  # noqa: ASYNC110 - Textual tells nobody
        await asyncio.sleep(0)
