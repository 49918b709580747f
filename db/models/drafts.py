"""What an understood paper becomes on its way into the library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class DraftItem:
    """An agenda item to be filed; `position` is its place on the agenda, from 0."""

    position: int
    number: str | None
    title: str
    description: str | None
    first_page: int | None
    last_page: int | None
    file_page: int | None
    officers: tuple[str, ...]
    is_heading: bool


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A page to be filed: `blocks` is JSON for the reader, `text` the same words for finding."""

    number: int
    pack_page: int | None
    blocks: str
    text: str
    pictures: int
    exempt: str = ""


@dataclass(frozen=True, slots=True)
class DraftAmendment:
    """A change these minutes record to those of `minutes_date`, to be filed."""

    minutes_date: date | None
    ref: str
    change: str
    quote: str
    text: str
    page: int
    said_on: date | None


@dataclass(frozen=True, slots=True)
class DraftPassage:
    """A passage to be filed and indexed; one without a `said_on` of its own was said at the meeting."""

    kind: str
    ref: str
    heading: str
    text: str
    page: int
    pack_page: int | None
    said_on: date | None
    agenda_item: str | None


@dataclass(frozen=True, slots=True)
class DraftDeadline:
    """A question deadline to be filed: `wording` is JSON the services understand."""

    wording: str
    source: str
    page: int


@dataclass(frozen=True, slots=True)
class DraftTerm:
    """An acronym with the long form the pack gives."""

    short: str
    long: str
    page: int


@dataclass(frozen=True, slots=True)
class DraftDocument:
    """One document, whole, as it is filed: written in one transaction or not at all."""

    sha256: str
    source: str
    path: str
    format: str
    kind: str
    page_count: int
    committee: str | None
    meeting_date: date | None
    date_basis: str
    start_time: time | None
    venue: str | None
    understood: str
    items: tuple[DraftItem, ...]
    pages: tuple[DraftPage, ...]
    passages: tuple[DraftPassage, ...]
    deadlines: tuple[DraftDeadline, ...]
    glossary: tuple[DraftTerm, ...]
    provisional: bool = False
    amendments: tuple[DraftAmendment, ...] = ()
