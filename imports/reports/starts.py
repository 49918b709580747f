"""Where each agenda item's papers begin: by stamp, by bookmark, by page number, by what the page says.

A PDF usually knows all of them. A text keeps few stamps, so there the items are laid on the pages in
their order such that titles, report headings and the agenda's page numbers agree best.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from imports.agenda.item_numbers import PAGES
from imports.layout.headings import names_body
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import Furniture, TextLine
    from imports.model.agenda import AgendaItem
    from imports.model.document import Document

_CUE = regex(
    r"(?:title of report|report title|report to|report of|report by|report from|report for|subject"
    r"|agenda item(?: no)?|agenda no"
    r"|meeting date|date of meeting|briefing (?:paper|note)|purpose of report|report author|lead officer"
    r"|wards? affected)\b\s*:?",
    re.IGNORECASE,
)
_PAPER = regex(r"\b(?:report|briefing|update|paper|(?:work|forward) (?:programme|plan))\b", re.IGNORECASE)
_PROGRAMME = regex(r"\b(?:work ?(?:programme|plan)|forward plan)\b", re.IGNORECASE)
_ITEM_ENTRY = regex(r"(?:item\s*)?(?P<number>\d{1,3}[a-z]?)[.:)]?\s+(?P<title>\S.*)", re.IGNORECASE)
HEAD_LINES = 9
FAR = 0.15
LONG_TITLE, SAME = 14, 93
PLACED = "\0"
"""What the number of an item begins with that prints none: its place on the agenda follows."""


@dataclass(frozen=True, slots=True)
class Start:
    """An item's first page in the file, and how sure that is (a stamp or bookmark is certain)."""

    item: str
    page: int
    sure: bool


def heads(lines: Sequence[TextLine]) -> dict[int, list[TextLine]]:
    """The first lines of each page."""
    found: dict[int, list[TextLine]] = {}
    for line in lines:
        head = found.setdefault(line.page, [])
        if len(head) < HEAD_LINES:
            head.append(line)
    return found


def is_report_head(head: Sequence[TextLine]) -> bool:
    """Whether a page begins as a report does: a committee's name, labels such as "Report title"."""
    if not head:
        return False
    cues = sum(bool(_CUE.match(line.text)) for line in head)
    named = any(names_body(line.text) for line in head[:2])
    if cues >= 2 or (cues and (named or _CUE.match(head[0].text))):
        return True
    return named and any(_PAPER.search(line.text) and len(line.text) < 90 for line in head[:4])


def opens_paper(lines: Sequence[TextLine], i: int) -> bool:
    """Whether a report begins at a line, on a new page or, with labels that leave no doubt, below others."""
    line = lines[i]
    if not (line.opens_page or line.gap) or not (_CUE.match(line.text) or names_body(line.text)):
        return False
    cues = {found[0].casefold() for x in lines[i : i + HEAD_LINES] if (found := _CUE.match(x.text))}
    return len(cues) >= 2 or (bool(cues) and line.opens_page)


def is_programme_head(head: Sequence[TextLine]) -> bool:
    """Whether a page begins as a work programme does."""
    return any(_PROGRAMME.search(line.text) and len(line.text) < 90 for line in head[:3])


def find_starts(
    document: Document,
    lines: Sequence[TextLine],
    furniture: Furniture,
    agenda: Sequence[AgendaItem],
    numbered: Sequence[int | None],
    first_page: int,
    minuted: frozenset[int] = frozenset(),
) -> list[Start]:
    """Find where the papers of each item begin.

    Args:
        document: for its bookmarks.
        lines: its own lines.
        furniture: for the item stamps.
        agenda: the items, with the pages the agenda prints.
        numbered: each file page's pack page as far as stamps tell.
        first_page: the first file page behind the front sheet.
        minuted: the pages that hold minutes and nothing else.
    """
    sure = _stamped(furniture)
    for number, page in _bookmarked(document, agenda).items():
        sure.setdefault(number, page)
    for number, page in _jumped_to(document, agenda, first_page).items():
        sure.setdefault(number, page)
    listed = [item for item in agenda if item.pages and item.number]
    if document.format == "pdf" and (sure or any(numbered)):
        by_page = {number: page for page, number in enumerate(numbered, start=1) if number}
        for item in listed:
            assert item.number and item.pages
            if item.number not in sure and item.pages[0] in by_page:
                sure[item.number] = by_page[item.pages[0]]
        return _in_order([Start(item, page, True) for item, page in sure.items()], agenda)
    return _lay_out(document, lines, listed, sure, numbered, first_page, minuted)


def _stamped(furniture: Furniture) -> dict[str, int]:
    found: dict[str, int] = {}
    for page in sorted(furniture.stamped_items):
        found.setdefault(furniture.stamped_items[page], page)
    return found


def _bookmarked(document: Document, agenda: Sequence[AgendaItem]) -> dict[str, int]:
    found: dict[str, int] = {}
    for entry in document.outline:
        match = _ITEM_ENTRY.match(entry.title)
        if entry.page is None or entry.page > len(document.pages):
            continue
        if match is None:
            title = entry.title.strip().casefold()
            same = (
                i.number for i in agenda if _is_placed(i) and fuzz.ratio(i.title.casefold(), title) >= SAME
            )
            if number := next(same, None):
                found.setdefault(number, entry.page)
            continue
        for item in (one for one in agenda if one.number == match["number"]):
            if fuzz.token_set_ratio(item.title.casefold(), match["title"].casefold()) >= 80:
                found.setdefault(match["number"], entry.page)
    return found


def _is_placed(item: AgendaItem) -> bool:
    return item.number is not None and item.number.startswith(PLACED)


def _jumped_to(document: Document, agenda: Sequence[AgendaItem], first_page: int) -> dict[str, int]:
    """Where links on the agenda lead: each to the paper of the item whose title or pages it lies on."""
    found: dict[str, int] = {}
    for jump in document.jumps:
        text = jump.text.casefold()
        pages = PAGES.search(jump.text)
        for item in agenda:
            if item.number is None or jump.page != item.page or jump.to < first_page:
                continue
            paged = pages is not None and item.pages is not None and int(pages["first"]) == item.pages[0]
            title = item.title.casefold()
            named = len(title) >= LONG_TITLE and len(text) >= LONG_TITLE
            if paged or (named and fuzz.partial_ratio(title, text) >= SAME):
                found[item.number] = min(jump.to, found.get(item.number, jump.to))
    return found


def _in_order(starts: list[Start], agenda: Sequence[AgendaItem]) -> list[Start]:
    """The starts by page; one that runs against the agenda's order is left out."""
    order = {item.number: place for place, item in enumerate(agenda)}
    kept: list[Start] = []
    for start in sorted(starts, key=lambda s: (s.page, order.get(s.item, 0))):
        if not kept or order.get(start.item, 10**6) > order.get(kept[-1].item, -1):
            kept.append(start)
    return kept


def _lay_out(
    document: Document,
    lines: Sequence[TextLine],
    listed: Sequence[AgendaItem],
    sure: Mapping[str, int],
    numbered: Sequence[int | None],
    first_page: int,
    minuted: frozenset[int],
) -> list[Start]:
    """Lay the items on the pages, in order, where the evidence is best."""
    pages = list(range(first_page, len(document.pages) + 1))
    if not listed or not pages:
        return sorted((Start(item, page, True) for item, page in sure.items()), key=lambda s: s.page)
    head = heads(lines)
    expected = _expected(listed, pages, numbered, sure)
    scores = [
        [
            _score(item, page, head.get(page, []), expected[k], sure) + _beside_minutes(item, page, minuted)
            for page in pages
        ]
        for k, item in enumerate(listed)
    ]
    chosen = _best_rise(scores)
    if not chosen:  # fewer pages than items: only part of a pack
        by_number = {number: page for page, number in enumerate(numbered, start=1) if number}
        told = {i.number: by_number[i.pages[0]] for i in listed if i.pages and i.pages[0] in by_number}
        titled = {i.number: page for i in listed for page in pages if is_headed(head.get(page, []), i.title)}
        found = {**{number: page for number, page in (titled | told).items() if number}, **sure}
        return sorted((Start(item, page, item in sure) for item, page in found.items()), key=lambda s: s.page)
    starts = [(item.number or "", pages[j]) for item, j in zip(listed, chosen, strict=True)]
    return [Start(number, page, sure.get(number) == page) for number, page in starts]


def is_headed(head: Sequence[TextLine], title: str) -> bool:
    """Whether a page is headed by an item's very title."""
    plain = title.casefold()
    return len(plain) >= LONG_TITLE and any(fuzz.ratio(line.text.casefold(), plain) >= SAME for line in head)


def _best_rise(scores: Sequence[Sequence[float]]) -> list[int]:
    """One column for each row, rising from row to row, whose scores sum highest; [] where there is none."""
    best: list[Sequence[float]] = [scores[0]]
    back: list[list[int]] = [[-1] * len(scores[0])]
    for row in scores[1:]:
        run: list[float] = []
        came: list[int] = []
        top, at = float("-inf"), -1
        for j, value in enumerate(row):
            run.append(value + top if at >= 0 else float("-inf"))
            came.append(at)
            if best[-1][j] > top:
                top, at = best[-1][j], j
        best.append(run)
        back.append(came)
    j = max(range(len(scores[0])), key=lambda n: best[-1][n])
    if best[-1][j] == float("-inf"):
        return []
    chosen: list[int] = []
    for came in reversed(back):
        chosen.append(j)
        j = came[j]
    return chosen[::-1]


def _beside_minutes(item: AgendaItem, page: int, minuted: frozenset[int]) -> float:
    """Minutes fill pages of their own; what follows them on a new page is the next item's."""
    about_minutes = "minutes" in item.title.casefold()
    if page in minuted:
        return 2.0 if about_minutes and page - 1 not in minuted else 0.0 if about_minutes else -4.0
    return 1.5 if page - 1 in minuted and not about_minutes else 0.0


def _expected(
    listed: Sequence[AgendaItem],
    pages: Sequence[int],
    numbered: Sequence[int | None],
    sure: Mapping[str, int],
) -> list[float]:
    """The file page at which the agenda's numbers put each item, in proportion between what is known."""
    known: dict[int, float] = {
        number: float(page) for page, number in enumerate(numbered, start=1) if number and page in pages
    }
    for item in listed:
        if item.pages and item.number and item.number in sure:
            known.setdefault(item.pages[0], float(sure[item.number]))
    first = min((item.pages[0] for item in listed if item.pages), default=1)
    last = max((item.pages[1] for item in listed if item.pages), default=len(pages))
    known.setdefault(first, float(pages[0]))
    known.setdefault(last, float(pages[-1]))
    numbers = sorted(known)
    result: list[float] = []
    for item in listed:
        a = item.pages[0] if item.pages else first
        below = max((n for n in numbers if n <= a), default=numbers[0])
        above = min((n for n in numbers if n >= a), default=numbers[-1])
        share = 0.0 if above == below else (a - below) / (above - below)
        result.append(known[below] + share * (known[above] - known[below]))
    return result


def _score(
    item: AgendaItem, page: int, head: Sequence[TextLine], expected: float, sure: Mapping[str, int]
) -> float:
    score = -FAR * abs(page - expected)
    if is_report_head(head):
        score += 2.5
    if stamped := sure.get(item.number or "", 0):
        # An extractor may set a stamp behind its page's words, and so on the page after.
        return score + (20.0 if stamped == page or (stamped == page + 1 and is_report_head(head)) else 0.0)
    text = " ".join(line.text for line in head).casefold()
    title = item.title.casefold()
    alike = [fuzz.token_set_ratio(title, line.text.casefold()) for line in head if len(line.text) > 8]
    if len(text) > len(title):
        alike.append(fuzz.partial_ratio(title, text))
    if max(alike, default=0.0) >= 75:
        score += (max(alike) - 60) / 10
    if "minutes" in title and "minutes of" in text:
        score += 6.0
    if is_programme_head(head):
        score += 6.0 if _PROGRAMME.search(title) else -6.0
    return score
