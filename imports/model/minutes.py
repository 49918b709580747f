"""Minutes as they are printed, and what a later meeting changed in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal


@dataclass(frozen=True, slots=True)
class MinuteParagraph:
    """A paragraph of a minute item; `number` (`14.7`) is None where none is printed."""

    number: str | None
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class MinuteAction:
    """A marked action: the sentence with its marker, and the owner as printed (`KH`, `Ann James`)."""

    text: str
    owner: str | None
    page: int
    paragraph: str | None = None


@dataclass(frozen=True, slots=True)
class MinuteItem:
    """One minute. Its number runs on through the year and is not the agenda's.

    Attributes:
        number: as printed, or None.
        title: as printed.
        paragraphs: in order.
        resolved: each resolution word for word.
        actions: the marked ones.
        page: the file's page it begins on.
    """

    number: str | None
    title: str
    paragraphs: tuple[MinuteParagraph, ...] = ()
    resolved: tuple[str, ...] = ()
    actions: tuple[MinuteAction, ...] = ()
    page: int = 1


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one earlier meeting; `start_time` and `concluded` are local times."""

    committee: str | None
    date: date | None
    start_time: time | None = None
    venue: str | None = None
    present: tuple[str, ...] = ()
    substitutes: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    officers_in_attendance: tuple[str, ...] = ()
    concluded: time | None = None
    items: tuple[MinuteItem, ...] = ()
    page: int = 1
    last_page: int = 1


Change = Literal["deletion", "addition", "amendment"]


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change to earlier minutes that later minutes record.

    Attributes:
        minutes_date: of the meeting whose minutes are changed, or None where it is not said.
        ref: the paragraph or minute changed (`4.10`), or "" where it is not said.
        change: what was done to it.
        quote: the words the change names, as printed between its quotation marks, or "".
        text: the words that record it, whole.
        page: the file's page.
        said_on: the meeting that made it.
    """

    minutes_date: date | None
    ref: str
    change: Change
    quote: str
    text: str
    page: int
    said_on: date | None = None
