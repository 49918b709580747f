"""What time it is for the app: the machine's, or one set for a demo, a test or a look back."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from imports.patterns import regex
from scrutiny_tui.services.errors import ServiceError

LONDON = ZoneInfo("Europe/London")
_TODAY = regex(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2}(?::\d{2})?))?")
WORKING_DAY_BEGINS = "09:00"


class Clock:
    """Local council time, naive; a clock that was set goes on ticking from there.

    Args:
        start: the moment the app shall take for now, or None for the machine's own.
    """

    def __init__(self, start: datetime | None = None) -> None:
        self._start = start
        self._began = time.monotonic()

    @property
    def is_set(self) -> bool:
        """Whether the app looks at another day than the machine's."""
        return self._start is not None

    def now(self) -> datetime:
        """Tell the time in Europe/London to the second, without a zone."""
        if self._start is None:
            return datetime.now(LONDON).replace(tzinfo=None, microsecond=0)
        return self._start + timedelta(seconds=int(time.monotonic() - self._began))


def read_today(text: str) -> datetime:
    """Read `DATE[THH:MM]`; a date alone is the morning of that day, 09:00.

    Raises:
        ServiceError: it is no such date.
    """
    found = _TODAY.fullmatch(text.strip())
    try:
        if found:
            hours = found[2] or WORKING_DAY_BEGINS
            return datetime.fromisoformat(f"{found[1]}T{hours:0>5}")
    except ValueError:
        pass
    raise ServiceError(f"{text!r} is no date and time: write it as 2022-05-23 or 2022-05-23T09:12.")
