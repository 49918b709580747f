"""Painting what belongs together in one frame.

Textual paints as soon as the first of the widgets that were changed has said so; the others come a frame
later, and every frame costs far more than its lines.
"""

from __future__ import annotations

import asyncio

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
