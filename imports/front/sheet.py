"""Reads the front sheet of a pack: heading, agenda, members, contacts, and where the papers begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from imports.agenda.reading import Agenda, read_agenda
from imports.front.dated import doubt_weekday, find_called_off, is_dated
from imports.front.unyeared import find_year
from imports.heading.front import read_header
from imports.layout.bilingual import english_side
from imports.layout.furniture import Furniture, TextLine, find_furniture, read_lines
from imports.layout.joining import Paragraph, join_words
from imports.layout.paragraphs import full_width, runs_overleaf
from imports.minutes.openings import LOOK_FOR_PRESENT, find_openings
from imports.model.agenda import AgendaItem, Contact, Member
from imports.model.warning import Warning
from imports.patterns import regex
from imports.people.contacts import read_contacts
from imports.people.membership import read_membership
from imports.reports.starts import LONG_TITLE, SAME
from imports.words.names import find_officers

if TYPE_CHECKING:
    from imports.model.document import Document

_REPORT = regex(
    r"report to\b|report of\b|report (?:title|author)|title of (?:the )?report|agenda item (?:no|number)"
    r"|decision maker|date of (?:meeting|decision)\b|ward\(?s|purpose of (?:the )?report"
    r"|executive summary|recommendations?\b|(?:1(?:\.0?)?\s+)?(?:purpose|introduction|summary|background"
    r"|recommendations?|executive summary)$|cabinet member\b|lead officer|key decision|author\b",
    re.IGNORECASE,
)
# The words a link to an item's paper lies on: its number first, or its pages.
_OF_ITEM = regex(r"^\(?(?:[A-H]\s?)?\d{1,3}[a-z]?[).:]?\s+\S|\bpages?\s+\d", re.IGNORECASE)
FIRST_LINES = 25
FEWEST_MARKS = 3
HEAD_LINES = 8
_PAGES_CAP = 14
_LINES_CAP = 1500


@dataclass(frozen=True, slots=True)
class FrontSheet:
    """The front sheet, empty where a document has none.

    Attributes:
        committee: as printed, line breaks joined.
        meeting_date: only if printed.
        start_time: local time.
        venue: as printed.
        agenda: the items in order.
        membership: everybody listed.
        contacts: the clerk first.
        agenda_ends_at: file page and line index of the first line after the agenda's last item.
        ends_at: the same of the first line after the sheet (minutes or a report).
        warnings: what was inferred or contradicts itself.
        unyeared: the meeting's date where it is printed without a year, which another date tells.
        paragraphs: the words of each item, title first, as (item's place in `agenda`, paragraph).
        notes: the paragraphs that belong to no item.
    """

    committee: str | None = None
    meeting_date: date | None = None
    start_time: time | None = None
    venue: str | None = None
    agenda: tuple[AgendaItem, ...] = ()
    membership: tuple[Member, ...] = ()
    contacts: tuple[Contact, ...] = ()
    agenda_ends_at: tuple[int, int] = (1, 0)
    ends_at: tuple[int, int] = (1, 0)
    warnings: tuple[Warning, ...] = ()
    paragraphs: tuple[tuple[int, Paragraph], ...] = ()
    notes: tuple[Paragraph, ...] = ()
    unyeared: date | None = None


def read_front_sheet(
    document: Document, furniture: Furniture | None = None, lines: Sequence[TextLine] | None = None
) -> FrontSheet:
    """Read a document's front sheet, found by its form; empty where there is none.

    Args:
        document: the paper.
        furniture: what is printed around its words, where that is known already.
        lines: its own lines, where these are read already.
    """
    furniture = furniture or find_furniture(document)
    lines = read_lines(document, furniture) if lines is None else lines
    end = _find_end(document, furniture, lines)
    sheet = english_side(lines[:end])
    lines = [*sheet, *lines[end:]]
    whole = "\n".join(line.text for line in lines)
    known = frozenset(name.casefold() for name in find_officers(whole.replace("\n", " ")))
    agenda = read_agenda(sheet, known) if sheet else None
    if agenda is None:
        outlined = _outline_pages(document)
        return _from_outline(document) if outlined else _heading_only(sheet[:FIRST_LINES], whole)
    stamped = _find_stamped(sheet, agenda, furniture)
    short = read_agenda(sheet[:stamped], known) if stamped is not None else None
    if short and len(short.items) == len(agenda.items):
        agenda, sheet = short, sheet[:stamped]
    end = _find_titled(sheet, agenda)
    sheet = lines[:end]
    notes = (*_paragraphs(sheet[: agenda.start]), *_paragraphs(sheet[agenda.end :]))
    header = read_header(sheet[: agenda.start], whole)
    header = find_year(header, sheet[: agenda.start], whole, notes, agenda)
    items = tuple(read.item for read in agenda.items)
    return FrontSheet(
        committee=header.committee,
        meeting_date=header.date if header.has_year else None,
        start_time=header.start_time,
        venue=header.venue,
        agenda=items,
        membership=read_membership([*sheet[: agenda.start], *sheet[agenda.end :]]),
        contacts=read_contacts(_with_items(notes, agenda)),
        agenda_ends_at=_place(document, lines, agenda.end),
        ends_at=_place(document, lines, end),
        warnings=(
            *agenda.warnings,
            *_page_warnings(items),
            *doubt_weekday(sheet[: agenda.start], header.date),
        ),
        paragraphs=tuple((i, text) for i, read in enumerate(agenda.items) for text in read.paragraphs),
        notes=notes,
        unyeared=None if header.has_year else header.date,
    )


def _find_stamped(sheet: Sequence[TextLine], agenda: Agenda, furniture: Furniture) -> int | None:
    """The first line of a page stamped with the first page the agenda tells, or a later one."""
    told = min((read.item.pages[0] for read in agenda.items if read.item.pages), default=0)
    first = sheet[agenda.start].page if agenda.start < len(sheet) else 0
    if told <= furniture.stamped_pages.get(first, told):
        return None
    reached = {page for page, number in furniture.stamped_pages.items() if number >= told}
    below = range(agenda.start + 1, len(sheet))
    opened = (i for i in below if sheet[i].opens_page and sheet[i].page in reached)
    return next(opened, None)


def _find_titled(sheet: Sequence[TextLine], agenda: Agenda) -> int:
    """The first line of a page below the agenda that is headed by an item's title: a report begins there."""
    titles = [read.item.title.casefold() for read in agenda.items if len(read.item.title) >= LONG_TITLE]
    for i in range(agenda.end, len(sheet)):
        if sheet[i].opens_page and sheet[i].page > sheet[agenda.end - 1].page:
            head = [line.text.casefold() for line in sheet[i : i + HEAD_LINES] if line.page == sheet[i].page]
            if any(fuzz.ratio(text, title) >= SAME for text in head for title in titles):
                return i
    return len(sheet)


def contacts_of(lines: Sequence[TextLine]) -> tuple[Contact, ...]:
    """Whoever may be asked about a paper without an agenda, such as a decision notice."""
    return read_contacts(_paragraphs(lines))


def _heading_only(lines: Sequence[TextLine], whole: str) -> FrontSheet:
    """Whose meeting a paper without an agenda is for, where its head says so (a decision notice)."""
    header = read_header(lines, whole)
    off = find_called_off(lines)
    dated = off is not None or is_dated(lines)
    if not (header.committee and header.date and dated) or len(_report_marks(lines)) >= FEWEST_MARKS:
        return FrontSheet()
    told = (
        () if off is None else (Warning("meeting-status", f"This paper says: {off.text.strip()}", off.page),)
    )
    return FrontSheet(
        header.committee,
        header.date,
        header.start_time,
        header.venue,
        contacts=contacts_of(lines),
        warnings=(*told, *doubt_weekday(lines, header.date)),
    )


def _place(document: Document, lines: Sequence[TextLine], at: int) -> tuple[int, int]:
    """The file page and the index on it of a line, or of the document's end."""
    last = document.pages[-1]
    return (lines[at].page, lines[at].index) if at < len(lines) else (last.number, len(last.lines))


def _find_end(document: Document, furniture: Furniture, lines: Sequence[TextLine]) -> int:
    """The index of the first line that is no longer the front sheet's."""
    pages = [page for page in furniture.stamped_items if page > 1]
    if 1 not in furniture.stamped_pages:  # else the front sheet is stamped, too
        pages += [page for page in furniture.stamped_pages if page > 1][:1]
    pages += _outline_pages(document)[:1]
    pages += [jump.to for jump in document.jumps if jump.to > jump.page and _OF_ITEM.search(jump.text)]
    pages.append(document.pages[0].number + _PAGES_CAP if document.pages else 1)
    by_page = next((i for i, line in enumerate(lines) if line.page >= min(pages)), len(lines))
    openings = find_openings(lines[: min(by_page, _LINES_CAP) + LOOK_FOR_PRESENT], 0)
    by_minutes = openings[0][0] if openings else None
    by_report = _find_report(lines[:by_page])
    return min(i for i in (by_page, by_minutes, by_report, _LINES_CAP, len(lines)) if i is not None)


def _outline_pages(document: Document) -> list[int]:
    """The pages bookmarks of papers point at, where the first bookmark is the agenda's."""
    entries = [entry for entry in document.outline if entry.page]
    if not entries or not re.match(r"agenda\b(?! item)", entries[0].title, re.IGNORECASE):
        return []
    return [entry.page for entry in entries[1:] if entry.page and entry.page > (entries[0].page or 1)]


def _find_report(lines: Sequence[TextLine]) -> int | None:
    """The first line of a page that begins as reports do."""
    for index, line in enumerate(lines):
        opens = line.opens_page and line.page > 1
        if opens and len(_report_marks(lines[index : index + 14])) >= FEWEST_MARKS:
            return index
    return None


def _report_marks(lines: Sequence[TextLine]) -> set[str]:
    """The labels and headings among lines that reports begin with."""
    return {found[0].lower() for line in lines if (found := _REPORT.match(line.text))}


def _paragraphs(lines: Sequence[TextLine]) -> tuple[Paragraph, ...]:
    """The paragraphs of the heading and the notes."""
    groups: list[list[TextLine]] = []
    width = full_width(lines)
    for line in lines:
        above = groups[-1][-1] if groups else None
        if above and not line.gap and _goes_on(above, line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Paragraph(join_words([line.text for line in group]), group[0].page) for group in groups)


def _goes_on(above: TextLine, line: TextLine, width: float) -> bool:
    """Whether a line stands right below another, or overleaf with the rest of its sentence."""
    if line.opens_page:
        return line.page == above.page + 1 and runs_overleaf(above.text, line.text, width)
    return line.index == above.index + 1


def _with_items(notes: Sequence[Paragraph], agenda: Agenda) -> list[Paragraph]:
    """All paragraphs of the sheet, those of the items last."""
    return [*notes, *(paragraph for read in agenda.items for paragraph in read.paragraphs)]


def _page_warnings(items: Sequence[AgendaItem]) -> tuple[Warning, ...]:
    """A page range that begins before the one above it cannot be right."""
    warnings = []
    before: AgendaItem | None = None
    for item in items:
        if item.pages is None:
            continue
        if before and before.pages and item.pages[0] < before.pages[0]:
            text = (
                f"The agenda prints item {item.number or item.title} at page {item.pages[0]}, "
                f"before item {before.number or before.title} at page {before.pages[0]}."
            )
            warnings.append(Warning("agenda-pages-out-of-order", text, item.page))
        before = item
    return tuple(warnings)


def _from_outline(document: Document) -> FrontSheet:
    """The agenda as the bookmarks tell it, for a front sheet that cannot be read (a scan)."""
    level = min(entry.level for entry in document.outline)
    items = []
    for entry in document.outline[1:]:
        match = re.match(r"(?P<number>\d{1,3}[a-z]?)[.:]?\s+(?P<title>\S.*)", entry.title.strip())
        if entry.level == level and match:
            items.append(AgendaItem(match["number"], match["title"].strip(), page=entry.page))
    if not items:
        return FrontSheet()
    text = (
        "The agenda could not be read from its page and was taken from the file's bookmarks; "
        "items without papers are missing."
    )
    return FrontSheet(
        agenda=tuple(items),
        ends_at=(_outline_pages(document)[0], 0),
        warnings=(Warning("agenda-from-bookmarks", text, 1),),
    )
