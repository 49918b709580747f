"""The words of the domain as data: what a reader gives, and what is understood of it.

Three layers, each made from the one before: a `Document` (lines with places), the parts of a
`ParsedPack` (agenda items, minutes, deadlines ...), and what the app keeps of it for reading and
searching (`ReadPage`, `Passage`). Everything is frozen: a parser returns its part and changes nothing.

Page numbers: `page` always counts the file's own pages from 1; `pack_page` is the number stamped on
the page, which is what an agenda's "(Pages 71 - 76)" means and what members quote.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

# --- What a reader gives -------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, in reading order.

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
class Warning:
    """Something the parser is not sure of, or found to contradict itself.

    Attributes:
        code: a short, stable name (`page-contradicts-stamp`).
        text: one sentence for a person.
        page: the file's page it is about, or None.
    """

    code: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class LinkedPaper:
    """A paper that an agenda item points at without holding it.

    Attributes:
        title: as the link names it, without the size of the file.
        url: where it lies, absolute where the page says where it came from.
        agenda_item: the number of the item it belongs to, or None where the item has none.
        item_title: the title of that item, or "" for a paper of the whole meeting.
        restricted: whether the council keeps it from the public.
        published: the day it was published as printed, or "".
    """

    title: str
    url: str
    agenda_item: str | None
    item_title: str
    restricted: bool = False
    published: str = ""


@dataclass(frozen=True, slots=True)
class ExemptPage:
    """A page kept from the public, by the words that say so (`Exempt - paragraph 3 of Schedule 12A`)."""

    page: int
    words: str


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
        minutes: what is minuted, or None where nothing is yet.
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
    minutes: Minutes | None = None
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


# --- What is understood of it --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda, as printed.

    Attributes:
        number: as printed or, where it was lost, certain from its neighbours; None where unknown.
        title: without the page range.
        description: what the committee is asked to do, or None.
        pages: first and last pack page, or None where none is printed.
        officers: the people named beside the item.
        is_heading: a scope heading: no business, but an instruction for the items after it.
        page: the file's page it was read from.
    """

    number: str | None
    title: str
    description: str | None = None
    pages: tuple[int, int] | None = None
    officers: tuple[str, ...] = ()
    is_heading: bool = False
    page: int | None = None


DeadlineBasis = Literal[
    "date",  # a date is printed
    "clear working days",  # N whole working days strictly between
    "working days",  # N working days, not clear
    "calendar days",
    "hours",  # before the meeting starts
    "weekday before",  # the last such weekday strictly before the meeting
    "weekday of the week before",  # in the week (Monday to Sunday) before the meeting's
]

Scope = tuple[str, ...] | Literal["all", "public questions", "members' questions"]


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """When a question is due, in the form the words give it; `services.deadlines` works out the moment.

    Attributes:
        basis: how the day is found.
        count: days or hours before the meeting; weeks for "weekday of the week before"; 0 for "date".
        date: the printed date (a missing year is the meeting's), for basis "date".
        weekday: 0 is Monday: the weekday meant or, for "date", the weekday printed with it.
        time: the printed time; None where none is, or where the words are "end of day".
        time_words: the words the time was read from ("end of day", "12 noon"), or "".
        before: True where the moment itself is too late ("before"), False for "by", "no later than".
        earlier_if_closed: the words bring it forward to a working day where it falls on none.
    """

    basis: DeadlineBasis
    count: float = 0
    date: date | None = None
    weekday: int | None = None
    time: time | None = None
    time_words: str = ""
    before: bool = False
    earlier_if_closed: bool = False


OTHER_BUSINESS = "not about a report on the agenda"
"""The tier of questions that no agenda item covers; councils want them earlier."""
ON_AGENDA = "about a report on the agenda"
"""The tier of questions on the meeting's own papers, where the words set them apart from others."""


@dataclass(frozen=True, slots=True)
class DeadlineWording:
    """A sentence that sets a question deadline.

    Attributes:
        text: the exact sentence, line breaks joined.
        rule: what it says; None where it sets a deadline but nothing can be worked out.
        applies_to: agenda item numbers, or everybody's, the public's or the members' questions.
        source: where it stands; one quoted in minutes is history and never open.
        page: the file's page.
        tier: what a question in time gets ("guaranteed a written reply"), `OTHER_BUSINESS`, or "".
        agenda_item: the number of the item or scope heading it stands under, or None.
        meeting_date: for a sentence in minutes, the date of the meeting minuted; else None.
    """

    text: str
    rule: DeadlineRule | None
    applies_to: Scope
    source: Literal["agenda", "notes", "minutes", "report"]
    page: int
    tier: str = ""
    agenda_item: str | None = None
    meeting_date: date | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the committee; `role` is Chair, Vice-Chair, Added Member, a body ..., or None."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """An officer whose details are printed; the clerk comes first."""

    name: str
    role: str | None = None
    phone: str | None = None
    email: str | None = None


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


@dataclass(frozen=True, slots=True)
class Report:
    """A paper in the pack.

    Attributes:
        agenda_item: the number of the item it belongs to, or None where that is not known.
        title: as printed on it.
        pages: first and last pack page, or None.
        file_pages: first and last page of the file.
        recommendations: what the committee is asked to agree, word for word.
    """

    agenda_item: str | None
    title: str
    pages: tuple[int, int] | None
    file_pages: tuple[int, int]
    recommendations: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value was read.

    Attributes:
        of: which value, by its path in `show --json` (`agenda[3].title`).
        value: what was understood, as text.
        page: the file's page; for a value worked out, where a person would look for it.
        line: the line of that page, from 1; None where nothing printed was found.
        printed: the words there, as printed; "" where nothing was found.
        sure: `printed` as it is; `pieced together` from words with others between them; or
            `worked out`, which a person should check.
    """

    of: str
    value: str
    page: int | None
    line: int | None
    printed: str
    sure: Literal["printed", "pieced together", "worked out"]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A value a person put right.

    Attributes:
        of: which value (`committee`, `item title` ...).
        item: for a value of an agenda item, its place on the agenda, from 0.
        was: what was read, as text.
        value: what it is instead, as text.
    """

    of: str
    item: int | None
    was: str
    value: str


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
    change: Literal["deletion", "addition", "amendment"]
    quote: str
    text: str
    page: int
    said_on: date | None = None


# --- What the app keeps of it --------------------------------------------------------------------


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


PackKind = Literal["pack", "agenda", "minutes", "supplement", "decision notice", "report"]


@dataclass(frozen=True, slots=True)
class ParsedPack:
    """Everything understood of one document; `pages` and `passages` travel beside it, not inside.

    Attributes:
        source: the file's name.
        sha256: of its bytes.
        format: which reader read it.
        kind: what sort of paper it is.
        page_count: pages of the file.
        committee: as printed, line breaks joined; None where unknown.
        meeting_date: of the meeting the paper is for; None where unknown.
        meeting_date_basis: `inferred` comes with a warning that says from what.
        start_time: local time.
        venue: as printed.
        evidence: where the values above were read.
        corrected: which of them a person has put right since; the evidence is of what was read.
    """

    source: str
    sha256: str
    format: Literal["pdf", "text", "html", "xml", "docx"]
    kind: PackKind
    page_count: int
    committee: str | None = None
    meeting_date: date | None = None
    meeting_date_basis: Literal["printed", "inferred", "none"] = "none"
    start_time: time | None = None
    venue: str | None = None
    agenda: tuple[AgendaItem, ...] = ()
    question_deadlines: tuple[DeadlineWording, ...] = ()
    membership: tuple[Member, ...] = ()
    contacts: tuple[Contact, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    reports: tuple[Report, ...] = ()
    action_tracker: tuple[TrackedAction, ...] = ()
    work_programme: tuple[WorkProgrammeMeeting, ...] = ()
    links: tuple[str, ...] = ()
    glossary: tuple[Acronym, ...] = ()
    warnings: tuple[Warning, ...] = ()
    linked_papers: tuple[LinkedPaper, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    exempt_pages: tuple[ExemptPage, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    corrected: tuple[Corrected, ...] = ()
