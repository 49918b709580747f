"""The tables of a pack that are read row by row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TrackedAction:
    """A row of an action tracker, columns as printed."""

    topic: str
    action: str
    responsibility: str
    progress: str
    page: int


@dataclass(frozen=True, slots=True)
class WorkProgrammeMeeting:
    """The reports promised for one coming meeting."""

    meeting_date: date
    items: tuple[str, ...]
    page: int


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form with its long form, as the pack itself explains it."""

    short: str
    long: str
    page: int
