"""Tells a page's own words from what is only printed around them, and finds the pack's page numbers.

Furniture is: Modern.gov's stamps, folios, running headers and footers, repeated table headings, the
evacuation notice, and the addresses an extractor lists after a page. It stays on the page a person
reads and never enters a passage, a minute or a resolution.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imports.layout.stamps import is_blank_notice, pack_folios, pack_labels, read_short_item, read_stamp
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.model.document import Document, Line, Page

# The one running header that stands in two lines, either of which may be all a text kept.
_MINUTES_HEADER = regex(
    r"minutes subject to their acceptance as a(?: correct record at the next meeting)?"
    r"|correct record at the next meeting\.?",
    re.IGNORECASE,
)
# Folios, also behind a report's number ("24/042 - Page 1"); what a minutes template leaves ("</AI3>").
_FOLIO = regex(
    r"-\s?\d{1,3}\s?-|page ?\| ?\d{1,3}|\d{1,3} ?\| ?page|page \d{1,3} of \d{1,3}|page [ivx]{1,6}"
    r"|\d[\d/.]{1,9} ?[-–|] ?page \d{1,3}|</? ?[A-Z][A-Z_]+\d*>|FIELD_[A-Z_]+",
    re.IGNORECASE,
)
# How stamps and fixed furniture begin: most lines do not.
_STAMPS = frozenset("PpAa")
_FIXED = frozenset("TtMmCcPpF-<0123456789")
_BARE_NUMBER = regex(r"\d{1,3}")
_SPACED = regex(r"(?:[A-Za-z] ){3,20}[A-Za-z]\s?:?")
_ADDRESS = regex(r"(?:mailto:|https?://|www\.)\S+", re.IGNORECASE)
_EVACUATION = regex(r"(?:fire )?evacuation procedures?\b", re.IGNORECASE)
_RUNNING_NUMBER = regex(r"^\d{1,3}(?=\D)|(?<=\D)\d{1,3}$")
_CAPTION = regex(
    r"(?:figure|fig|table|chart|graph|map|appendix|annex|priority|objective|question)\b", re.IGNORECASE
)

MARGIN = 0.085
NEAR = 3
TIGHT = 1.45
SHORT = 0.55


@dataclass(frozen=True, slots=True)
class Furniture:
    """What of a document is not its own words.

    Attributes:
        lines: the furniture, as (file page, index of the line).
        stamped_pages: the pack's page number, by file page, where one is stamped.
        stamped_items: the agenda item, by file page, where one is stamped.
    """

    lines: frozenset[tuple[int, int]]
    stamped_pages: Mapping[int, int]
    stamped_items: Mapping[int, str]


@dataclass(slots=True, unsafe_hash=True)
class TextLine:
    """A line that is no furniture, with what came before it. Never changed, like `Line`.

    Attributes:
        text: its words.
        page: the file's page.
        index: its place among the page's lines.
        line: the printed line.
        gap: whether white space sets it apart from the line before.
        opens_page: whether it is the first on its page.
    """

    text: str
    page: int
    index: int
    line: Line
    gap: bool
    opens_page: bool


def find_furniture(document: Document) -> Furniture:
    """Find what is printed around the words of a document."""
    marked: set[tuple[int, int]] = set()
    pages: dict[int, int] = {}
    items: dict[int, str] = {}
    for page in document.pages:
        after_stamp = False
        for index, line in enumerate(page.lines):
            text = line.text.strip()
            stamp = read_stamp(text) if text[:1] in _STAMPS else None
            if stamp and stamp.kind == "page":
                pages.setdefault(page.number, int(stamp.number))
            elif stamp:
                items.setdefault(page.number, stamp.number)
            listed = after_stamp and document.format == "text" and _ADDRESS.fullmatch(text) is not None
            if stamp or line.stamp or listed or _is_fixed(text):
                marked.add((page.number, index))
            after_stamp = after_stamp or bool(stamp)
    if document.format == "pdf" and any(line.stamp for page in document.pages for line in page.lines):
        pages, items = _only_real_stamps(document)
    if not items:
        items, edges = _find_short_items(document, marked)
        marked.update(edges)
    marked.update(_find_repeated(document, marked))
    folios = _find_folios(document, marked)
    if not pages:
        printed = {page.number: page.lines for page in document.pages}
        numbers = [(page, int(printed[page][index].text.strip())) for page, index in sorted(folios)]
        pages = pack_folios(numbers, len(document.pages)) or pack_labels(document.labels)
    marked.update(folios)
    marked.update(_find_evacuation(document))
    return Furniture(frozenset(marked), pages, items)


def read_lines(document: Document, furniture: Furniture) -> list[TextLine]:
    """Give a document's own lines in reading order, blank ones turned into gaps."""
    pitches = [line_pitch(page) for page in document.pages]
    known = sorted(pitch for pitch in pitches if pitch)
    usual = known[len(known) // 2] if known else 0.0
    return [
        line
        for page, pitch in zip(document.pages, pitches, strict=True)
        for line in _page_lines(page, furniture, usual if _is_list(page, pitch, usual) else pitch)
    ]


def _is_list(page: Page, pitch: float, usual: float) -> bool:
    """Whether a page sets short lines apart throughout, wider than the document sets its lines."""
    widths = [line.right - line.left for line in page.lines if line.right]
    return pitch > TIGHT * usual and bool(widths) and sum(widths) / len(widths) < SHORT * page.width


def _page_lines(page: Page, furniture: Furniture, pitch: float) -> Iterator[TextLine]:
    before: Line | None = None
    blank = False
    for index, line in enumerate(page.lines):
        if not line.text.strip():
            blank = True
        elif (page.number, index) not in furniture.lines:
            gap = before is not None and (blank or _is_apart(before, line, pitch))
            text = line.text.strip()
            if text[1:2] == " " and _SPACED.fullmatch(text):  # "P r e s e n t:"
                text = text.replace(" ", "")
            yield TextLine(text, page.number, index, line, gap, before is None)
            before, blank = line, False


def line_pitch(page: Page) -> float:
    """The usual distance from one line's top to the next's, in points; 0 where there is no geometry."""
    steps = sorted(
        b.top - a.top for a, b in zip(page.lines, page.lines[1:], strict=False) if 2 < b.top - a.top < 40
    )
    if not steps:
        return 0.0
    heights = sorted(line.bottom - line.top for line in page.lines)
    tight = [step for step in steps if step <= TIGHT * heights[len(heights) // 2]]
    # An agenda sets most of its lines apart: what wraps on it shows the pitch.
    return tight[len(tight) // 2] if len(tight) >= max(2, len(steps) // 12) else steps[len(steps) // 4]


def _is_apart(before: Line, line: Line, pitch: float) -> bool:
    """Whether geometry shows white space between two lines, or a jump to another column."""
    if not line.bottom:
        return False
    if line.top < before.top - 2:
        return True
    height = max(line.bottom - line.top, 1.0)
    usual = max(pitch, height)
    return line.top - before.top > 1.35 * usual


def _is_fixed(text: str) -> bool:
    """Whether a line is furniture wherever it stands."""
    if len(text) > 90 or text[:1] not in _FIXED:
        return False
    if text[0] in "Tt":
        return is_blank_notice(text)
    return (_MINUTES_HEADER if text[0] in "MmCc" else _FOLIO).fullmatch(text) is not None


def _find_short_items(
    document: Document, marked: set[tuple[int, int]]
) -> tuple[dict[int, str], set[tuple[int, int]]]:
    """Stamps such as "Item 4" at the edge of pages, where they rise from page to page."""
    items: dict[int, str] = {}
    places: set[tuple[int, int]] = set()
    last = 0
    for page in document.pages[1:]:
        own = [i for i, x in enumerate(page.lines) if x.text.strip() and (page.number, i) not in marked]
        found = [(i, n) for i in own if (n := read_short_item(page.lines[i].text))]
        if len(found) != 1 or found[0][0] not in (*own[:2], own[-1]):
            continue
        index, number = found[0]
        digits = re.match(r"\d+", number)
        if digits is None or int(digits[0]) < last:
            return {}, set()
        last = int(digits[0])
        items[page.number] = number
        places.add((page.number, index))
    return (items, places) if len(items) >= 2 else ({}, set())


def _only_real_stamps(document: Document) -> tuple[dict[int, int], dict[int, str]]:
    """Read the stamps where the file itself tells them from the text."""
    pages: dict[int, int] = {}
    items: dict[int, str] = {}
    for page in document.pages:
        for line in page.lines:
            stamp = read_stamp(line.text) if line.stamp else None
            if stamp and stamp.kind == "page":
                pages.setdefault(page.number, int(stamp.number))
            elif stamp:
                items.setdefault(page.number, stamp.number)
    return pages, items


def _edges(page: Page, marked: set[tuple[int, int]], depth: int = 2) -> list[int]:
    """The indices of the lines at a page's head and foot."""
    printed = list(enumerate(page.lines))
    placed = page.height > 0 and any(line.bottom for line in page.lines)
    if placed:
        top, bottom = MARGIN * page.height, (1 - MARGIN) * page.height
        printed = [(i, line) for i, line in printed if line.bottom < top or line.top > bottom]
    own = [i for i, line in printed if line.text.strip() and (page.number, i) not in marked]
    return own if placed or len(own) <= 2 * depth else [*own[:depth], *own[-depth:]]


def _find_repeated(document: Document, marked: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Lines that come back at the edge of nearby pages; the first of a run stays, it may be a title."""
    seen: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for page in document.pages:
        for index in _edges(page, marked):
            text = page.lines[index].text.strip()
            folio = _RUNNING_NUMBER.search(text)
            key = _RUNNING_NUMBER.sub("#", text)
            if sum(map(str.isalpha, key)) >= 6 and not _CAPTION.match(text):
                seen[key].append((page.number, index, int(folio[0]) if folio else 0))
    found: set[tuple[int, int]] = set()
    tops = _two_line_heads(document, marked)
    for places in seen.values():
        often = len({place[0] for place in places}) >= 3
        for (earlier, _, a), (number, index, b) in itertools.pairwise(places):
            counts = b - a in (0, number - earlier)
            if 0 < number - earlier <= NEAR and counts and (often or (number, index) in tops):
                found.add((number, index))
    return found


def _two_line_heads(document: Document, marked: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The first two lines of pages that begin as the page before did: a repeated table heading."""
    found: set[tuple[int, int]] = set()
    recent: list[tuple[int, tuple[str, ...]]] = []
    for page in document.pages:
        printed = (i for i, line in enumerate(page.lines) if line.text.strip())
        own = [*itertools.islice((i for i in printed if (page.number, i) not in marked), 2)]
        head = tuple(page.lines[i].text.strip() for i in own)
        if len(head) == 2 and any(head == other for number, other in recent if page.number - number <= NEAR):
            found.update((page.number, i) for i in own)
        recent = [*recent[-NEAR:], (page.number, head)]
    return found


def _find_folios(document: Document, marked: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Bare numbers at the edge of pages that count on as the pages do."""
    places: list[tuple[int, int, int]] = []
    for page in document.pages:
        for index in _edges(page, marked, depth=1):
            text = page.lines[index].text.strip()
            if _BARE_NUMBER.fullmatch(text):
                places.append((page.number, index, int(text)))
    found: set[tuple[int, int]] = set()
    for a, b in itertools.pairwise(places):
        if 0 < b[0] - a[0] <= NEAR and b[0] - a[0] <= b[2] - a[2] <= b[0] - a[0] + 1:
            found.update({a[:2], b[:2]})
    return found


def _find_evacuation(document: Document) -> set[tuple[int, int]]:
    """The evacuation notice, to the end of its paragraph."""
    found: set[tuple[int, int]] = set()
    for page in document.pages[:12]:
        pitch = line_pitch(page)
        for index, line in enumerate(page.lines):
            if not _EVACUATION.match(line.text.strip()):
                continue
            for n in range(index, min(index + 8, len(page.lines))):
                apart = n > index and _is_apart(page.lines[n - 1], page.lines[n], pitch)
                if not page.lines[n].text.strip() or apart:
                    break
                found.add((page.number, n))
    return found
