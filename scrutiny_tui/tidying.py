"""Looking for garbage while nobody waits: to look through all there is takes longer than to answer a key."""

from __future__ import annotations

import gc
import time
from functools import lru_cache
from typing import TYPE_CHECKING

from textual._styles_cache import StylesCache
from textual.style import Style

if TYPE_CHECKING:
    from textual.color import Color

EVERY = 0.7
"""Seconds between two looks whether the app rests."""

_AT_MOST = (700, 10, 200)
"""Python's own thresholds, but the last, which says how much may be made before all is looked through."""
_RESTED = 0.01
"""Seconds at work since the last look, at most, where the app is at rest."""
_ENOUGH = 3
"""Looks at what is young, after which it is worth to look at all."""
_MANY = 60_000
"""So many things more that stayed, and those that stayed are looked through with the rest."""
_LONG = 6
"""Looks at rest in a row, after which that is done: it takes as long as ten keys, and waits for a pause."""


class Tidying:
    """Looks through everything for garbage when the thread that answers keys has nothing to do."""

    def __init__(self) -> None:
        """Leave it to this from now on."""
        gc.set_threshold(*_AT_MOST)
        _let_paintings_go()
        self._worked = time.thread_time()
        self._stayed = gc.get_freeze_count()
        self._rests = 0

    def look(self) -> None:
        """Tidy up, if the app rests and much was made since.

        What is left over is put aside: where all must be looked through in the middle of work, it is not.
        """
        worked = time.thread_time()
        self._rests = self._rests + 1 if worked - self._worked < _RESTED else 0
        whole = self._rests >= _LONG and gc.get_freeze_count() > self._stayed + _MANY
        if whole or (self._rests and gc.get_count()[2] >= _ENOUGH):
            if whole:
                gc.unfreeze()
            gc.collect()
            gc.freeze()
            if whole:
                self._stayed = gc.get_freeze_count()
            worked = time.thread_time()
        self._worked = worked


@lru_cache(1024)
def _inner_outer(base: Color, background: Color) -> tuple[Style, Style]:
    return Style(background=base + background), Style(background=base)


def _let_paintings_go() -> None:
    """Textual 8 keeps what was painted of a thousand widgets gone by: it remembers these colours by them."""
    StylesCache.get_inner_outer.cache_clear()
    StylesCache.get_inner_outer = staticmethod(_inner_outer)  # type: ignore[assignment]
