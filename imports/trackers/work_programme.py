"""The work programme: which reports are promised for which coming meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from imports.layout.paragraphs import join_lines, strip_bullet
from imports.layout.tables import Read, Row, read_rows, table_lines
from imports.model.tables import WorkProgrammeMeeting
from imports.patterns import regex
from imports.trackers.broken_dates import mend_dates
from imports.trackers.day_columns import read_day_columns, read_day_rows
from imports.trackers.flat_programme import ends_in_day, read_flat_programme
from imports.trackers.leads import with_text, without_leads
from imports.trackers.programme_cells import cell_text, group_cells, is_by_row, items_of
from imports.trackers.programme_columns import (
    COLUMNS,
    HEADING,
    TRACKED,
    opening_date,
    read_by_day,
    read_promises,
)
from imports.trackers.untold import (
    MONTHS,
    days_stand_apart,
    doubt_months,
    doubt_programme,
    is_running_text,
    names_month,
    stands_for_day,
)
from imports.trackers.wraps import Wraps, bulleted
from imports.words.dates import find_dates
from imports.words.presenters import is_presenters

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine
    from imports.model.document import Document, Page
    from imports.model.warning import Warning

_TITLE = regex(
    r"\b(?:work(?:ing)?[ -]?(?:programme|plan|schedule)|forward (?:plan|work programme))\b", re.IGNORECASE
)
_COLUMN_WORDS = regex(
    r"(?:date of (?:the )?meeting|meeting date|date|proposed (?:reports?|items?)|reports?|items?|topics?"
    r"|subjects?|additional information|"
    r"leads?|authors?|lead officers?|officers?|responsible officers?|contributors?|purpose|comments?|notes?"
    r"|cabinet member|\s|/|and)+",
    re.IGNORECASE,
)
_END = regex(
    r"(?:agreed |other |future |possible |potential |outstanding )*(?:work ?(?:plan"
    r"|programme) )?(?:items|issues|topics|reports|areas)\b.{0,40}"
    r"\b(?:to date|to be (?:scheduled|programmed|allocated|agreed|confirmed)|unscheduled|for future|not yet)"
    r"|(?:items )?to be (?:scheduled|programmed|confirmed)\b|unscheduled\b"
    r"|(?:development|briefings?|informal|member development)\b.{0,30}\b(?:sessions?|briefings?|meetings?)\b"
    r"|task (?:and finish )?groups?\b|standing items\b|date unknown",
    re.IGNORECASE,
)
_PEOPLE = regex(r"\b(?:lead|officers?|contributors?|authors?|responsible|presenters?)\b", re.IGNORECASE)
# What stands for the items of a day that has none
_NOTHING = regex(
    r"(?:no|nil|none)(?: (?:agenda|substantive|further))?(?: (?:items?|business|reports?|topics?))?"
    r"(?: to date| currently| yet| at present| (?:(?:have|has) been )?(?:scheduled|identified|planned))*\.?",
    re.IGNORECASE,
)
LONGEST_TITLE, NEAR_TITLE = 90, 40


def read_work_programme(
    document: Document, lines: Sequence[TextLine], known: frozenset[str] = frozenset()
) -> Read[WorkProgrammeMeeting]:
    """Read what is promised, from tables where the reader found some, else from the lines.

    Args:
        document: for its tables.
        lines: its own lines.
        known: people's names in lower case, to leave a column of contributors out.
    """
    doubts: list[Warning] = []
    meetings = _from_tables(document, doubts)
    claimed = table_lines(document, {page for page, _ in meetings.values()})
    if not meetings:
        meetings, claimed = _from_lines(lines, known, doubts)
    rows = (
        WorkProgrammeMeeting(day, tuple(item for item in items if not _NOTHING.fullmatch(item)), page)
        for day, (page, items) in sorted(meetings.items())
    )
    return Read(tuple(rows), claimed, tuple(x for x in doubts if x.code == MONTHS or not meetings)[:1])


def _from_tables(document: Document, doubts: list[Warning]) -> dict[date, tuple[int, list[str]]]:
    best: dict[date, tuple[int, list[str]]] = {}
    for rows in read_rows(document, COLUMNS | TRACKED, frozenset(COLUMNS)):
        if TRACKED.keys() <= rows[0].cells.keys():
            continue  # what became of earlier actions
        found = _read_rows(rows, Wraps(document, rows, "item"))
        sure = _is_programme(document.pages[rows[0].page - 1])
        if len(found) >= 2 or sure:
            doubts += [
                doubt_months(row.page, month) for row in rows if (month := names_month(row.text("date")))
            ]
        if len(found) >= 2 or (found and sure):
            for day, (page, items) in found.items():
                best.setdefault(day, (page, []))[1].extend(i for i in items if i not in best[day][1])
    if not best:
        for each in document.pages:
            if each.tables and _is_programme(each):
                best |= read_day_columns(document, each, _split_cell) or read_day_rows(each)
    return best


def _is_programme(page: Page) -> bool:
    return any(_is_titled(line.text) for line in page.lines[:12])


def _is_titled(text: str) -> bool:
    """Whether a line speaks of a work programme; most have none of its first words."""
    plain = text.casefold()
    return ("work" in plain or "forward" in plain) and _TITLE.search(text) is not None


def _read_rows(rows: Iterable[Row], wraps: Wraps) -> dict[date, tuple[int, list[str]]]:
    found: dict[date, tuple[int, list[str]]] = {}
    day: date | None = None
    for row in rows:
        dates = find_dates(row.text("date"))
        day = dates[0].date if dates else day
        if row.text("date") and not dates:
            day = None
        if day is None:
            continue
        meeting = found.setdefault(day, (row.page, []))
        item = row.cells.get("item", "")
        meeting[1].extend(_split_cell(item, wraps))
    return found


def _split_cell(cell: str, wraps: Wraps) -> list[str]:
    """The items of one cell: one a bullet where it has bullets, else one a line that was begun anew."""
    lines = bulleted(cell.split("\n"))
    marked = any(strip_bullet(line) != line for line in lines)
    parts: list[list[str]] = []
    for before, line in zip(["", *lines], lines, strict=False):
        plain = strip_bullet(line)
        anew = plain != line or not line.strip() or (not marked and wraps.begins(before, line))
        if anew or not parts:
            parts.append([])
        parts[-1].append(plain)
    return [text for text in (join_lines(part) for part in parts) if text]


def _from_lines(
    lines: Sequence[TextLine], known: frozenset[str], doubts: list[Warning]
) -> tuple[dict[date, tuple[int, list[str]]], frozenset[tuple[int, int]]]:
    found: dict[date, tuple[int, list[str]]] = {}
    claimed: list[TextLine] = []
    lines = mend_dates(lines)
    for start in _starts(lines):
        if tabled := (
            read_promises(lines, start)
            or read_by_day(lines, start)
            or read_flat_programme(lines, start, known)
        ):
            if tabled[0]:
                return tabled
            doubts.append(doubt_programme(lines[start].page))
            continue
        part, own = _read_lines(lines, start, known, doubts)
        if is_running_text(part.values()):
            continue
        if own and not part:
            doubts.append(doubt_programme(lines[start].page))
        elif len(part) > len(found) and (len(part) > 1 or _has_columns(lines, start)):
            found, claimed = part, own
    if not found and not doubts and (month := _first_of_months(lines)):
        doubts.append(doubt_months(month.page, names_month(month.text)))
    return found, frozenset((line.page, line.index) for line in claimed)


def _first_of_months(lines: Sequence[TextLine]) -> TextLine | None:
    """The first month without a day below the title of a programme that has two or more on its page."""
    for i, line in enumerate(lines):
        if len(line.text) > LONGEST_TITLE or not _is_titled(line.text):
            continue
        page = [x for x in lines[i + 1 : i + 1 + NEAR_TITLE] if x.page == line.page]
        if any(opening_date(x.text) for x in page):
            continue
        months = [x for x in page if names_month(x.text)]
        if len(months) > 1:
            return months[0]
    return None


def _has_columns(lines: Sequence[TextLine], start: int) -> bool:
    """Whether the heading row of a table stands below a title."""
    return any(HEADING.match(line.text) for line in lines[start + 1 : start + 9])


def _starts(lines: Sequence[TextLine]) -> list[int]:
    """Titles of a work programme with a date or a heading row soon after, and a date that opens a line."""
    found: list[int] = []
    for i, line in enumerate(lines):
        if len(line.text) > LONGEST_TITLE or not _is_titled(line.text) or (found and i < found[-1] + 4):
            continue
        near = lines[i + 1 : i + 9]
        if any(opening_date(x.text) or ends_in_day(x.text) for x in near) and any(
            HEADING.match(x.text) or opening_date(x.text) for x in near
        ):
            found.append(i)
    return found


def _read_lines(
    lines: Sequence[TextLine], start: int, known: frozenset[str], doubts: list[Warning]
) -> tuple[dict[date, tuple[int, list[str]]], list[TextLine]]:
    found: dict[date, tuple[int, list[str]]] = {}
    claimed = [lines[start]]
    day: date | None = None
    before: TextLine | None = None
    part: list[TextLine] = []
    parts: list[tuple[date, list[TextLine]]] = []
    rest_of = lines[start + 1 : start + 400]
    for place, line in enumerate(rest_of):
        if _END.match(line.text) or (before is not None and line.page > before.page + 2):
            break
        following = rest_of[place + 1].text if place + 1 < len(rest_of) else ""
        heads_title = _is_titled(following) and len(following) < 60 and not _END.match(following)
        heads_title = heads_title and not opening_date(line.text)
        if _is_titled(line.text) or heads_title or _COLUMN_WORDS.fullmatch(line.text):
            claimed.append(line)
            continue
        opening = opening_date(line.text)
        if opening:
            if day:
                parts.append((day, part))
            day, rest = opening
            found.setdefault(day, (line.page, []))
            part = [with_text(line, rest)] if rest else []
        elif day and line.gap and stands_for_day(line.text):
            parts.append((day, part))
            day, part = None, []
            doubts.append(doubt_months(line.page, names_month(line.text)))
        elif day:
            part.append(line)
        before = line
        claimed.append(line)
    if day:
        parts.append((day, part))
    if days_stand_apart(parts, claimed):
        return {}, claimed
    parts = [(day, _with_bullets(part)) for day, part in parts]
    led = any(_COLUMN_WORDS.fullmatch(line.text) and _PEOPLE.search(line.text) for line in claimed)
    if led:
        parts = without_leads(parts)
    grouped = [(day, group_cells(part)) for day, part in parts]
    if led:
        # People stand in the last column, so some date's cells end with each of them.
        last = [cell_text(groups[-1]) for _, groups in grouped if len(groups) > 1]
        known |= {text.casefold() for text in last if is_presenters(text, known) and " " in text}
    by_row = any(is_by_row(groups, known) for _, groups in grouped)
    for day, groups in grouped:
        own = found[day][1]  # some papers hold their text twice over
        own.extend(item for item in items_of(groups, by_row, known) if item not in own)
    return found, claimed


def _with_bullets(part: Sequence[TextLine]) -> list[TextLine]:
    return [with_text(x, text) for x, text in zip(part, bulleted([x.text for x in part]), strict=True)]
