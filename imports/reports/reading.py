"""The papers behind the agenda: which pages belong to which item, their titles and recommendations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.layout.pack_pages import fitting, number_pages
from imports.layout.stamps import is_blank_notice
from imports.model.agenda import AgendaItem, Report
from imports.model.warning import Warning
from imports.reports.recommendations import read_recommendations
from imports.reports.starts import PLACED, Start, find_starts, heads, is_report_head
from imports.reports.title import read_title

if TYPE_CHECKING:
    from imports.layout.furniture import Furniture, TextLine
    from imports.model.document import Document

SCRAP = 80
LATEST_FRONT = 5


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of a pack.

    Attributes:
        reports: in file order.
        pack_pages: each file page's pack page.
        items: by file page, the agenda item whose papers it belongs to.
        warnings: where agenda and stamps contradict each other.
    """

    reports: tuple[Report, ...]
    pack_pages: tuple[int | None, ...]
    items: dict[int, str]
    warnings: tuple[Warning, ...]


def read_papers(
    document: Document,
    lines: Sequence[TextLine],
    furniture: Furniture,
    agenda: Sequence[AgendaItem],
    first_page: int,
    taken: frozenset[tuple[int, int]],
) -> Papers:
    """Divide the pages behind the front sheet among the agenda's items.

    Args:
        document: the whole of it.
        lines: its own lines.
        furniture: its stamps.
        agenda: the items as printed.
        first_page: the first file page behind the front sheet.
        taken: the lines of the front sheet and of minutes, as (page, index).
    """
    agenda = [item if item.number else _keyed(item, place) for place, item in enumerate(agenda)]
    papers = [line for line in lines if (line.page, line.index) not in taken]
    minuted = frozenset(page for page, _ in taken if page >= first_page) - {line.page for line in papers}
    count = len(document.pages)
    stamped = number_pages(count, furniture.stamped_pages) if furniture.stamped_pages else (None,) * count
    starts = [
        s
        for s in find_starts(document, lines, furniture, agenda, stamped, first_page, minuted)
        if s.page >= first_page
    ]
    printed = {item.number: item.pages for item in agenda if item.number and item.pages}
    anchors = {s.page: pages[0] for s in starts if (pages := printed.get(s.item))}
    exact = document.format == "pdf" and len(furniture.stamped_pages) > 0
    trusted = fitting(anchors, furniture.stamped_pages) if exact else anchors
    numbers = number_pages(count, furniture.stamped_pages, trusted, {s.page for s in starts})
    if not any(page < first_page for page in furniture.stamped_pages):
        numbers = _without_cover(numbers, first_page)
    # Text that lost its stamps is numbered by its agenda, so that only a stamp still there contradicts it.
    stamped_starts = starts if exact else [s for s in starts if s.page in furniture.stamped_pages]
    warnings = _contradictions(stamped_starts, printed, numbers)
    spans = _divide(document, lines, starts, first_page, count)
    reports = tuple(
        report
        for item, first, last in spans
        if (report := _read_report(papers, agenda, item, first, last, numbers, minuted, taken)) is not None
    )
    if not exact:
        reports = tuple(
            _with_blanks(report, printed.get(report.agenda_item or ""), numbers) for report in reports
        )
    owners = {page: item for page, item in _owners(starts, count).items() if _place(item) is None}
    return Papers(tuple(map(_unkeyed, reports)), numbers, owners, warnings)


def _without_cover(numbers: tuple[int | None, ...], first_page: int) -> tuple[int | None, ...]:
    """A supplement's pages go on behind the pack's, and its own unstamped front sheet is none of them."""
    begins = numbers[0] if numbers else None
    cover = min(first_page - 1, len(numbers)) if begins and begins > LATEST_FRONT else 0
    return (*(None for _ in range(cover)), *numbers[cover:])


def _keyed(item: AgendaItem, place: int) -> AgendaItem:
    """An item that prints no number, with its place on the agenda for one: no printed number looks so."""
    return replace(item, number=f"{PLACED}{place}")


def _place(number: str | None) -> int | None:
    """The place on the agenda an item without a number was keyed by."""
    return int(number.removeprefix(PLACED)) if number and number.startswith(PLACED) else None


def _unkeyed(report: Report) -> Report:
    place = _place(report.agenda_item)
    return report if place is None else replace(report, agenda_item=None, place=place)


def _owners(starts: Sequence[Start], count: int) -> dict[int, str]:
    """The agenda item of each page: the last that began."""
    bounds = pairwise([*(s.page for s in starts), count + 1])
    return {
        page: start.item
        for start, (first, after) in zip(starts, bounds, strict=True)
        for page in range(first, after)
    }


def _contradictions(
    starts: Sequence[Start], printed: dict[str, tuple[int, int]], numbers: Sequence[int | None]
) -> tuple[Warning, ...]:
    found: list[Warning] = []
    for start in starts:
        pages, number = printed.get(start.item), numbers[start.page - 1]
        if pages and number and number != pages[0]:
            what = f"item {start.item}" if _place(start.item) is None else "an item without a number"
            text = (
                f"The agenda puts {what} at page {pages[0]}, its papers begin at stamp {number}; "
                "the stamps are followed."
            )
            found.append(Warning("page-contradicts-stamp", text, start.page))
    return tuple(found)


def _divide(
    document: Document, lines: Sequence[TextLine], starts: Sequence[Start], first_page: int, count: int
) -> list[tuple[str | None, int, int]]:
    """The papers as (agenda item, first file page, last): an item's annexes stand apart where they show."""
    owners = {s.page: s.item for s in starts}
    cuts = set(owners)
    for entry in document.outline:
        if entry.page and first_page <= entry.page <= len(document.pages) and (entry.level > 1 or not owners):
            cuts.add(entry.page)
    cuts.update(page for page in _after_blank(document) if page >= first_page)
    before: list[str] = []
    for page, head in heads(lines).items():
        words = [line.text for line in head[:2]]
        if page >= first_page and is_report_head(head):
            # A table's heading repeats on its next page.
            if words != before and (page - 1 not in cuts or not owners):
                cuts.add(page)
            before = words
    if not cuts and first_page <= count:
        cuts = {first_page}
    ordered = sorted(cuts)
    spans: list[tuple[str | None, int, int]] = []
    item: str | None = None
    for first, after in pairwise([*ordered, count + 1]):
        item = owners.get(first, item)
        spans.append((item, first, after - 1))
    return spans


def _after_blank(document: Document) -> list[int]:
    """Pages behind one left blank on purpose: printers do that so that a new paper begins on a right page."""
    blank = [
        page.number
        for page in document.pages
        if any(is_blank_notice(line.text) for line in page.lines[:6]) and len(page.lines) < 12
    ]
    return [number + 1 for number in blank if number < len(document.pages) and number + 1 not in blank]


def _read_report(
    lines: Sequence[TextLine],
    agenda: Sequence[AgendaItem],
    item: str | None,
    first: int,
    last: int,
    numbers: Sequence[int | None],
    minuted: frozenset[int],
    taken: frozenset[tuple[int, int]],
) -> Report | None:
    begins = first
    while first <= last and first in minuted:
        first += 1
    own = lines[bisect_left(lines, first, key=_page) : bisect_right(lines, last, key=_page)]
    shared = any(begins <= page <= last for page, _ in taken)
    if sum(len(line.text) for line in own) < (SCRAP if shared else 1):
        return None
    named = next((x.title for x in agenda if x.number == item), "") if item else ""
    a, b = numbers[first - 1], numbers[last - 1]
    return Report(
        agenda_item=item,
        title=read_title(own, named),
        pages=(a, b) if a and b else None,
        file_pages=(first, last),
        recommendations=read_recommendations(own),
    )


def _page(line: TextLine) -> int:
    return line.page


def _with_blanks(report: Report, printed: tuple[int, int] | None, numbers: Sequence[int | None]) -> Report:
    """Count a paper's last pages as the agenda does: a text extract leaves out those left blank."""
    last = report.file_pages[1]
    following = numbers[last] if last < len(numbers) else None
    if not (report.pages and printed) or report.pages[0] != printed[0] or report.pages[1] >= printed[1]:
        return report
    return report if following and following <= printed[1] else replace(report, pages=printed)
