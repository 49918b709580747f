"""What a member marked, noted and kept while reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from db.models.questions import MeetingRef


@dataclass(frozen=True, slots=True)
class Note:
    """A note or mark on a passage, kept by its quote; `text` is "" for a bare mark."""

    id: int
    meeting: MeetingRef
    document_sha256: str
    source: str
    page: int
    pack_page: int | None
    quote: str
    text: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class KeptPassage:
    """Words said earlier that the member keeps beside an item, with the citation they had then."""

    id: int
    meeting: MeetingRef
    item_title: str
    quote: str
    citation: str
    document_sha256: str
    source: str
    page: int
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where the member stopped reading a document: (file page, line within the page's text)."""

    document_sha256: str
    page: int
    line: int
    at: datetime
