"""Noticing that the terminal is gone (a window closed, a connection dropped), or that the app must end."""

from __future__ import annotations

import asyncio
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

EVERY = 1.0
"""Seconds between two looks at the terminal: not every one that goes away says so by a signal."""
STATUS = 129
"""How the app ends without its terminal: as a program does that is hung up on."""


def listen(gone: Callable[[], object], told: Callable[[], object]) -> None:
    """Have `gone` called when the terminal hangs up and `told` when the app is told to end.

    Only where the system has such signals; call it in the app's event loop.
    """
    loop = asyncio.get_running_loop()
    for name, call in (("SIGHUP", gone), ("SIGTERM", told)):
        with suppress(NotImplementedError, AttributeError, RuntimeError, ValueError):
            loop.add_signal_handler(getattr(signal, name), call)


def is_gone() -> bool:
    """Whether nobody holds the other end of the terminal any more, as far as the system tells."""
    if not hasattr(select, "poll") or sys.__stdin__ is None:
        return False
    try:
        poll = select.poll()
        poll.register(sys.__stdin__.fileno(), select.POLLHUP)
        return any(said & select.POLLHUP for _, said in poll.poll(0))
    except (OSError, ValueError):
        return False
