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
class Attachment:
    """A paper put to an item of its meeting; `url` is the link it was fetched for, or ""."""

    document_id: int
    item_number: str | None
    item_title: str
    url: str


@dataclass(frozen=True, slots=True)
class Twin:
    """A paper that stands whole inside another: at pages `first_page` to `last_page` of `inside_id`."""

    document_id: int
    inside_id: int
    first_page: int
    last_page: int


@dataclass(frozen=True, slots=True)
class AmendmentNote:
    """What later minutes changed in earlier ones.

    Attributes:
        document_id: the paper that records the change.
        source: its file's name.
        committee: whose minutes.
        minutes_date: of the minutes changed, or None where the words do not say.
        ref: the paragraph or minute changed, or "".
        change: `deletion`, `addition` or `amendment`.
        quote: the words the change names, or "".
        text: the words that record it.
        page: the file's page they stand on.
        pack_page: the number stamped on it.
        said_on: the meeting that made the change.
    """

    document_id: int
    source: str
    committee: str
    minutes_date: date | None
    ref: str
    change: str
    quote: str
    text: str
    page: int
    pack_page: int | None
    said_on: date | None


@dataclass(frozen=True, slots=True)
class ExemptPage:
    """A stored page kept from the public, by the words that say so."""

    document_id: int
    meeting_id: int
    source: str
    sha256: str
    page: int
    pack_page: int | None
    words: str


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
