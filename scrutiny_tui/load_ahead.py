"""Loads, once the first screen stands, what the next keys need: no one opening a meeting waits for it."""

from __future__ import annotations

import gc
from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_NEXT = (
    "screens.meeting",
    "services.search",
    "services.semantic.meaning",
    "services.attaching",
    "services.corrections",
    "screens.reader",
    "services.reading",
    "screens.search",
    "screens.importing",
)
"""Modules of this package, in the order they are likely to be wanted."""


def load_ahead(then: Callable[[], object]) -> None:
    """Begin to load them, on a thread of their own, which does something more when they are there."""
    Thread(target=_load, args=(then,), name="scrutiny-ahead", daemon=True).start()


def _load(then: Callable[[], object]) -> None:
    for name in _NEXT:
        with suppress(ImportError):  # who opens it is told
            import_module(f"scrutiny_tui.{name}")
    gc.freeze()  # modules stay: to look through them for garbage takes longer than to answer a key
    then()
