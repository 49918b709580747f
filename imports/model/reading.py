"""What the app keeps for reading and searching."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page as a person reads it.

    Attributes:
        kind: how it is set.
        text: its words, line breaks joined; for a table, the cells as tab-separated lines.
        level: of a heading (1 is the largest) or of a list item's indent (from 1).
        rows: the cells of a table.
    """

    kind: Literal["heading", "paragraph", "item", "table", "furniture"]
    text: str
    level: int = 1
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page for the reader.

    Attributes:
        number: the file's page number.
        pack_page: the stamped number, printed or interpolated; None before the pack's page 1.
        blocks: in reading order; nothing printed is dropped (stamps and running lines are "furniture").
        pictures: how many images or drawings it holds.
        failed: why it could not be read, or None.
        exempt: the words by which it is kept from the public, or "" for an open page.
        recognised: how its words were read from a picture, in a sentence; "" for printed words.
    """

    number: int
    pack_page: int | None
    blocks: tuple[Block, ...]
    pictures: int = 0
    failed: str | None = None
    exempt: str = ""
    recognised: str = ""


PassageKind = Literal["agenda", "minute", "report", "action", "work-programme", "question"]


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of search: something said once, with its place.

    Attributes:
        kind: what it is part of.
        ref: the paragraph or item number (`14.7`, `9`), or "".
        heading: of the minute, report section or table it stands under.
        text: the whole passage, line breaks joined, without page furniture.
        page: the file's page it begins on.
        pack_page: the stamped number of that page, or None.
        date: when it was said: the minutes' own date, else None (then the meeting's holds).
        agenda_item: the agenda item whose papers hold it, or None.
    """

    kind: PassageKind
    ref: str
    heading: str
    text: str
    page: int
    pack_page: int | None = None
    date: date | None = None
    agenda_item: str | None = None
