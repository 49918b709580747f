"""Which passages a search may find, as a person narrows it: one committee, some years, one kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from db.models.passages import PassageFilter

KINDS = {
    "agenda": "agendas",
    "minute": "minutes",
    "report": "reports",
    "action": "actions and promises",
    "work-programme": "work programmes",
    "question": "questions and answers",
}
"""The kinds of passage, each with its name in a list."""

_RANGE = re.compile(r"(\d{4})?\s*(-|–|to|since|until)?\s*(\d{4})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """What is let through; everything where a side is None. Years count whole, both included."""

    committee: str | None = None
    first_year: int | None = None
    last_year: int | None = None
    kind: str | None = None

    @property
    def any(self) -> bool:
        """Whether anything is held back."""
        return self != SearchFilters()

    @property
    def years(self) -> str:
        """The years in words."""
        if self.first_year == self.last_year:
            return "any year" if self.first_year is None else str(self.first_year)
        if self.first_year is None:
            return f"until {self.last_year}"
        return (
            f"since {self.first_year}" if self.last_year is None else f"{self.first_year} to {self.last_year}"
        )

    def as_passage_filter(self) -> PassageFilter:
        """The same as the search engine takes it."""
        return PassageFilter(
            before=None if self.last_year is None else date(self.last_year + 1, 1, 1),
            after=None if self.first_year is None else date(self.first_year - 1, 12, 31),
            committee=self.committee,
            kind=self.kind,
        )


def read_years(text: str) -> tuple[int | None, int | None]:
    """Read `2021`, `2019-2022`, `since 2020`, `until 2019`, `2020-` or nothing at all.

    Raises:
        ValueError: they are no years.
    """
    match = _RANGE.fullmatch(text.strip())
    years = [int(year) for year in match.group(1, 3) if year] if match else []
    if match is None or (text.strip() and not years) or any(not 1900 < year < 2200 for year in years):
        raise ValueError("Write a year or two: 2021, 2019-2022, since 2020, until 2019.")
    word = (match.group(2) or "").lower()
    if len(years) == 2:
        return min(years), max(years)
    if not years:
        return None, None
    if word == "since" or (word and match.group(1)):
        return years[0], None
    return (None, years[0]) if word else (years[0], years[0])


def years_wrong(text: str) -> str:
    """What is wrong with typed years, or ""."""
    try:
        read_years(text)
    except ValueError as error:
        return str(error)
    return ""
