"""What a reader gives: lines with places, tables, pages, links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from imports.model.agenda import AgendaItem, ExemptPage, LinkedPaper
from imports.model.minutes import Minutes
from imports.model.pack import PackKind
from imports.model.warning import Warning


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a line set apart by a wide gap or a ruled column.

    Attributes:
        text: the words of it.
        left: left edge in points from the page's left.
        right: right edge in points from the page's left.
    """

    text: str
    left: float
    right: float


@dataclass(slots=True, unsafe_hash=True)
class Line:
    """One printed line, in reading order.

    Never changed, though not frozen: that takes three times as long to make, and a paper has thousands.

    Readers of plain text know no geometry: they leave everything but `text` and `left` (the number
    of leading blanks) at the defaults.

    Attributes:
        text: the words of the line, cells joined by two blanks, without control characters.
        left: left edge in points (in blanks, for plain text).
        right: right edge in points.
        top: distance of the line's top from the page's top, in points.
        bottom: distance of the line's bottom from the page's top, in points.
        size: the commonest font size, in points; 0 where unknown.
        bold: whether most of the line is in a bold face.
        stamp: whether it was laid over the page afterwards (Modern.gov's `Page 71` and
            `Agenda Item 5`, drawn as Form XObjects); never part of the text.
        cells: the line's parts where wide gaps divide it; empty for an undivided line.
        table: index into `Page.tables` of the table it stands in, or None.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    bold: bool = False
    stamp: bool = False
    cells: tuple[Cell, ...] = ()
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled or aligned table.

    Attributes:
        rows: the cells' texts, row by row; lines inside a cell are joined by a newline.
        top: distance from the page's top, in points.
        bottom: distance from the page's top, in points.
    """

    rows: tuple[tuple[str, ...], ...]
    top: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the file.

    Attributes:
        number: the file's page number, from 1.
        lines: its lines in reading order, stamps and furniture included.
        tables: its tables, in reading order.
        width: in points; 0 where unknown.
        height: in points; 0 where unknown.
        pictures: how many images or drawings stand on it.
        failed: why the page could not be read, or None.
        covered: share of the page that its largest picture covers.
        recognised: how its words were read from a picture, in a sentence; "" for printed words.
    """

    number: int
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()
    width: float = 0.0
    height: float = 0.0
    pictures: int = 0
    failed: str | None = None
    covered: float = 0.0
    recognised: str = ""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark of the file (`level` 1 is the outermost)."""

    level: int
    title: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Link:
    """An address a page points at (link annotations only; addresses in the text are found by parsers)."""

    url: str
    page: int


@dataclass(frozen=True, slots=True)
class Jump:
    """A link inside the file: the words it lies on, their page, and the page it leads to."""

    text: str
    page: int
    to: int


@dataclass(frozen=True, slots=True)
class Told:
    """What a source with fields of its own (a meeting page, the web service) says outright.

    Attributes:
        committee: as given.
        meeting_date: of the meeting.
        start_time: local time.
        venue: as given.
        agenda: the items in order; each item's `page` is where its words stand.
        paragraphs: the words of each item, title first, as (item's place in `agenda`, words, file page).
        notes: what belongs to no item (the clerk, what became of the meeting), as (words, file page).
        minutes: what is minuted, meeting by meeting.
        decided: whether decisions are published.
        linked: the papers it points at.
        exempt: the pages that hold what the council keeps from the public.
        warnings: what is unsure.
        kind: what sort of paper it is, where that is not plain from what it holds.
    """

    committee: str | None = None
    meeting_date: date | None = None
    start_time: time | None = None
    venue: str | None = None
    agenda: tuple[AgendaItem, ...] = ()
    paragraphs: tuple[tuple[int, str, int], ...] = ()
    notes: tuple[tuple[str, int], ...] = ()
    minutes: tuple[Minutes, ...] = ()
    decided: bool = False
    linked: tuple[LinkedPaper, ...] = ()
    exempt: tuple[ExemptPage, ...] = ()
    warnings: tuple[Warning, ...] = ()
    kind: PackKind | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as its reader saw it, before anybody asks what it means.

    Attributes:
        source: the file's name, without its folder.
        sha256: of the file's bytes, in hexadecimal.
        format: which reader read it.
        pages: in file order.
        title: the file's own title, or "".
        subject: the file's own subject, or "" (Modern.gov: `County Council, 13/02/2025 09:30`).
        outline: the bookmarks in order.
        links: link annotations in page order.
        told: what the source says in fields of its own; None where it has only lines.
        jumps: the links inside the file that its front pages hold.
        labels: each page's label as viewers show it; empty where the file gives none.
    """

    source: str
    sha256: str
    format: Literal["pdf", "text", "html", "xml", "docx"]
    pages: tuple[Page, ...]
    title: str = ""
    subject: str = ""
    outline: tuple[OutlineEntry, ...] = ()
    links: tuple[Link, ...] = ()
    told: Told | None = None
    jumps: tuple[Jump, ...] = ()
    labels: tuple[str, ...] = ()
