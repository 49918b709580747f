"""What the council published, as the library keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of one committee, with what its papers say of it.

    Attributes:
        committee: as printed.
        date: None where no paper gives one.
        date_basis: `printed`, `inferred` or `none`.
        items: how many items of business its agenda has (scope headings not counted).
        pages: pages of all its documents together.
    """

    id: int
    committee: str
    date: date | None
    date_basis: str
    start_time: time | None
    venue: str | None
    items: int
    pages: int


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document in the library; `path` is where the original lay when it was imported."""

    id: int
    meeting_id: int
    sha256: str
    source: str
    path: str
    format: str
    kind: str
    page_count: int
    imported_at: datetime
    understood: str
    first_seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An agenda item: pack pages `first_page` to `last_page`, which begin at the file's `file_page`."""

    id: int
    meeting_id: int
    document_id: int
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
class StoredPage:
    """A page for the reader; `blocks` is JSON."""

    document_id: int
    number: int
    pack_page: int | None
    blocks: str
    pictures: int


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page's number in the file, the one stamped on it, and how many characters it holds."""

    number: int
    pack_page: int | None
    letters: int


@dataclass(frozen=True, slots=True)
class StoredDeadline:
    """A question deadline as a paper words it; `wording` is JSON the services understand."""

    id: int
    meeting_id: int
    document_id: int
    wording: str
    source: str
    page: int


@dataclass(frozen=True, slots=True)
class Term:
    """An acronym, its long form, and how many documents explain it so."""

    short: str
    long: str
    documents: int
