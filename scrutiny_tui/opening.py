"""Opening the app on a home: quickly, and leaving it with everything written."""

from __future__ import annotations

import gc
import os
import re
import sys
from typing import TYPE_CHECKING

from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.errors import ServiceError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrutiny_tui.paths import Home

_HAS_256 = re.compile(
    r"(xterm|screen|tmux|foot|alacritty|wezterm|ghostty|konsole|gnome|vte|putty|mlterm|st|contour|rxvt-unicode)"
    r"(?!.*(color|mono|vt\d))(-.*)?"
)


def open_app(home: Home, clock: Clock, *, touring: bool = False) -> None:
    """Open the app, with its tour or without, and stay until the person leaves it.

    Raises:
        ServiceError: no terminal is there to open it in.
    """
    if not (sys.stdin.isatty() or os.environ.get("TEXTUAL_DRIVER")):
        raise ServiceError("The app needs a terminal; without one use the commands in scrutiny --help.")
    from threading import Thread

    if has_256(os.environ):
        os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", "256")  # Textual reads it as it is imported
    gc.disable()  # what a start makes stays; the app looks for garbage once the first screen is there
    from scrutiny_tui.app import run_app
    from scrutiny_tui.wiring import open_services

    services = open_services(home, clock, forgiving=True)
    copying = Thread(target=_copy_desk, args=(home,), daemon=True)

    def go_on() -> None:
        gc.freeze()
        gc.enable()
        copying.start()

    def have_copied() -> None:
        if copying.ident is None:
            copying.start()
        copying.join(timeout=5)

    try:
        wants_demo = run_app(services, go_on, have_copied, touring=touring)
    finally:
        gc.enable()
        have_copied()
        services.close()
    if wants_demo is not None:
        from scrutiny_tui.demo_cli import open_demo

        open_demo(home.demo, None, touring=wants_demo.touring)


def has_256(environ: Mapping[str, str]) -> bool:
    """Whether a terminal that says nothing of its colours has 256: all but the oldest and the console's do.

    By its bare name, as xterm gives itself or foot over SSH, it would be taken to have 16.
    """
    named = environ.get("TERM", "").lower()
    return sys.platform != "win32" and not environ.get("COLORTERM") and bool(_HAS_256.fullmatch(named))


def _copy_desk(home: Home) -> None:
    from scrutiny_tui.services.upkeep import copy_at_start  # late: nobody waits for it at the start

    copy_at_start(home.path, home.backups, Clock().now())
