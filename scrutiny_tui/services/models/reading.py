"""A paper being read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from db.models.papers import Meeting, StoredDocument
    from db.models.relations import AmendmentNote


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page's two numbers and how many characters it holds."""

    page: int
    pack_page: int | None
    length: int


@dataclass(frozen=True, slots=True)
class OutlineHeading:
    """A heading to jump to: `block` counts the page's blocks from 0."""

    text: str
    level: int
    page: int
    block: int


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document ready to read, without its pages' text (those are fetched in view)."""

    document: StoredDocument
    meeting: Meeting
    numbers: tuple[PageNumber, ...]
    outline: tuple[OutlineHeading, ...]
    place: tuple[int, int] | None
    amended: tuple[AmendedPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundInPage:
    """Where the reader's own find hit: block of the page, and the hit's start and end in the block's text."""

    page: int
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Explained:
    """An acronym with its long form; `where` says whose words those are."""

    short: str
    long: str
    where: Literal["this pack", "other packs", "general use"]


@dataclass(frozen=True, slots=True)
class ReplacedPlace:
    """Where a supplement changed the papers of its meeting.

    Attributes:
        kind: "new" in the supplement, "replaced" in the paper it takes the place of.
        page: of the file that is read.
        blocks: the first and the last of the page's blocks, both included.
        words: what is said of it.
        document_id: the other paper.
        other_page: the page of it to open.
    """

    kind: Literal["new", "replaced"]
    page: int
    blocks: tuple[int, int]
    words: str
    document_id: int
    other_page: int


@dataclass(frozen=True, slots=True)
class AmendedPlace:
    """A paragraph of minutes that later minutes changed: its file page, number and words."""

    note: AmendmentNote
    page: int
    paragraph: str | None
    text: str
