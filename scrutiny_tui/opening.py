"""Opening the app on a home: quickly, and leaving it with everything written."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.errors import ServiceError

if TYPE_CHECKING:
    from scrutiny_tui.paths import Home


def open_app(home: Home, clock: Clock) -> None:
    """Open the app and stay until the person leaves it.

    Raises:
        ServiceError: no terminal is there to open it in.
    """
    if not (sys.stdin.isatty() or os.environ.get("TEXTUAL_DRIVER")):
        raise ServiceError("The app needs a terminal; without one use the commands in scrutiny --help.")
    from threading import Thread

    gc.disable()  # what a start makes stays; the app looks for garbage once the first screen is there
    from scrutiny_tui.app import run_app
    from scrutiny_tui.wiring import open_services

    services = open_services(home, clock, forgiving=True)
    copying = Thread(target=_copy_desk, args=(home,), daemon=True)

    def go_on() -> None:
        gc.freeze()
        gc.enable()
        copying.start()

    try:
        wants_demo = run_app(services, go_on)
    finally:
        gc.enable()
        if copying.ident is None:
            copying.start()
        copying.join(timeout=5)
        services.close()
    if wants_demo:
        from scrutiny_tui.demo_cli import open_demo

        open_demo(home.demo, None)


def _copy_desk(home: Home) -> None:
    from scrutiny_tui.services.upkeep import copy_at_start  # late: nobody waits for it at the start

    copy_at_start(home.path, home.backups, Clock().now())
