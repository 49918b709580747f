"""How papers stand to one another, and to the public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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
