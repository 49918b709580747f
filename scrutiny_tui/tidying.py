"""Looking for garbage while nobody waits: to look through all there is takes longer than to answer a key."""

from __future__ import annotations

import gc
import time

EVERY = 2.0
"""Seconds between two looks whether the app rests."""

_AT_MOST = (700, 10, 120)
"""Python's own thresholds, but the last, which says how much may be made before all is looked through."""
_RESTED = 0.02
"""Seconds at work since the last look, at most, where the app is at rest."""
_ENOUGH = 3
"""Looks at what is young, after which it is worth to look at all."""


class Tidying:
    """Looks through everything for garbage when the thread that answers keys has nothing to do."""

    def __init__(self) -> None:
        """Leave it to this from now on."""
        gc.set_threshold(*_AT_MOST)
        self._worked = time.thread_time()

    def look(self) -> None:
        """Tidy up, if the app rests and much was made since."""
        worked = time.thread_time()
        if worked - self._worked < _RESTED and gc.get_count()[2] >= _ENOUGH:
            gc.collect()
            worked = time.thread_time()
        self._worked = worked
