"""Which days a council works: weekends, the nation's bank holidays and the council's own closed days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from holidays import HolidayBase

Nation = Literal["ENG", "WLS", "SCT", "NIR"]


@lru_cache(maxsize=4)
def _bank_holidays(nation: Nation) -> HolidayBase:
    """The nation's bank holidays; imported here because the library takes a while to load."""
    import holidays

    return holidays.country_holidays("GB", subdiv=nation)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The working days of one council.

    Attributes:
        nation: whose bank holidays count, one-off ones included (England and Wales share theirs).
        closed: days the council itself adds, such as Christmas Eve.
    """

    nation: Nation = "ENG"
    closed: frozenset[date] = frozenset()

    def why_closed(self, day: date) -> str:
        """Say in a word or two why the council does not work on a day, or "" where it does."""
        if day.weekday() >= 5:
            return "weekend"
        if name := _bank_holidays(self.nation).get(day):
            return "bank holiday" if "bank holiday" in name.lower() else f"bank holiday ({name})"
        return "council closed" if day in self.closed else ""

    def is_working(self, day: date) -> bool:
        """Whether the council works on a day."""
        return not self.why_closed(day)

    def working_days_between(self, first: date, last: date) -> int:
        """How many working days lie strictly between two days; 0 where `last` is not later."""
        span = (last - first).days
        return sum(self.is_working(first + timedelta(days=n)) for n in range(1, span))
