"""The title a paper prints at its head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from imports.layout.headings import is_section, names_body
from imports.layout.paragraphs import BULLET, Paragraph, join_lines
from imports.patterns import regex
from imports.reports.recommendations import LABEL
from imports.words.dates import is_date
from imports.words.names import find_officers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from imports.layout.furniture import TextLine

_TITLE_LABEL = regex(
    r"(?:title of report|report title|title|subject|report)\s*(?::\s*|$)(?P<rest>.*)", re.IGNORECASE
)
_TITLE_INLINE = regex(r"(?:report title|title of report)\s+(?P<rest>\S.*)", re.IGNORECASE)
# "Subject   Adult Learning": the label in a cell of its own, whose blanks are kept
_TITLE_CELLS = regex(r"(?:title|subject|report)\s{2,}(?P<rest>\S.*)", re.IGNORECASE)
_NOT_A_TITLE = regex(
    r"(?:agenda (?:item|no)|meeting date|date|report to|report of|report by|author|appendix|annex"
    r"|item \d|page|for (?:information|decision)"
    r"|confidential|exempt|not for publication|restricted|private and|strictly|part [ab12]\b"
    r"|public report|ward|contact|by email|foreword|contents)\b",
    re.IGNORECASE,
)
# What sort of paper it is, and the time it is for ("Annual Report 2024/25").
_KIND = r"(?:report|statement|strategy|plan|programme|policy|review|update|accounts|framework|briefing)"
_SAYS_KIND = regex(rf"\b{_KIND}s?\b", re.IGNORECASE)
_ENDS_IN_KIND = regex(
    r"(?!(?:purpose|reasons?|this|the|cover(?:ing)?|committee|cabinet|officers?|executive|public|joint|key)\b)"
    rf"(?:[\w&’'/-]+ ){{0,5}}{_KIND}\b(?:[\s,:()/–-]|\d|q(?=\d)|quarter|year|to\b|for\b)*",
    re.IGNORECASE,
)

NEAR, SMALLER, FEWEST_COLUMNS = 3.0, 3.0, 3


def read_title(lines: Sequence[TextLine], agenda_title: str) -> str:
    """The title a paper prints: behind its label, else the line most like the agenda's, else its largest."""
    head = [line for line in lines if line.page == lines[0].page][:16]
    for i, line in enumerate(head):
        match = (
            _TITLE_LABEL.match(line.text) or _TITLE_INLINE.match(line.text) or _TITLE_CELLS.match(line.text)
        )
        if match and (match["rest"] or _labels(head[i : i + 2])) and not _names_column(line, head):
            return _labelled(head, i, match["rest"])
    groups = _title_groups(head)
    wanted = agenda_title.casefold()
    alike = [p for p in groups if wanted and fuzz.token_set_ratio(p.text.casefold(), wanted) >= 85]
    if alike:
        alike = [p for p in alike if not names_body(p.text)] or alike
        return max(alike, key=lambda p: fuzz.ratio(p.text.casefold(), wanted)).text
    above = [p for p in groups if not names_body(p.text)]
    sections = next((n for n, p in enumerate(above) if is_section(p.text)), len(above))
    titles = above[:sections] or above[:1]
    if titles and titles[0].lines[0].line.size:
        titles = sorted(titles[:6], key=lambda p: (-p.lines[0].line.size, not p.lines[0].line.bold))
    return _with_kind(titles[0], groups, head) if titles else agenda_title or head[0].text


def _labels(lines: Sequence[TextLine]) -> bool:
    """Whether a word alone may be a label: what is below it is no smaller."""
    return len(lines) > 1 and lines[0].line.size - lines[1].line.size < SMALLER


def _names_column(line: TextLine, head: Sequence[TextLine]) -> bool:
    """Whether a line is the name of a column, or all of them, of a table of three columns or more."""
    place = line.line
    if place.table is None:
        return False
    beside = sum(x.line.table == place.table and abs(x.line.top - place.top) < NEAR for x in head)
    return max(beside, len(place.cells)) >= FEWEST_COLUMNS


def _with_kind(title: Paragraph, groups: Sequence[Paragraph], head: Sequence[TextLine]) -> str:
    """A title that breaks off before it says what paper it is, with the words right below that say it."""
    behind = head[head.index(title.lines[-1]) + 1 :][:1]
    below = next((p for p in groups if p.lines[:1] == tuple(behind)), None)
    if below is None or _SAYS_KIND.search(title.text) or is_section(below.text):
        return title.text
    return join_lines((title.text, below.text)) if _ENDS_IN_KIND.fullmatch(below.text) else title.text


def _title_groups(head: Sequence[TextLine]) -> list[Paragraph]:
    """What at the head of a paper may be its title, put together where it runs over lines."""
    groups: list[list[TextLine]] = []
    full = max(len(line.text) for line in head)
    for line in head:
        text = line.text
        odd = names_body(text) or is_date(text) or _NOT_A_TITLE.match(text) or BULLET.match(text)
        tabled = len(line.line.cells) > 2
        if (
            odd
            or tabled
            or sum(map(str.isalpha, text)) < 3
            or text.endswith((".", ",", ";"))
            or find_officers(text)
        ):
            groups.append([])
            if names_body(text):
                groups.append([line])
                groups.append([])
            continue
        before = groups[-1][-1] if groups and groups[-1] else None
        prose = before is not None and len(before.text) < 0.6 * full <= len(text) * 0.65
        if prose or re.match(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s", text):
            groups.append([])
            before = None
        face = before is not None and (
            abs(before.line.size - line.line.size) > 0.9 or before.line.bold != line.line.bold
        )
        if before is None or line.gap or face or is_section(text) or len(groups[-1]) >= 3:
            groups.append([])
        groups[-1].append(line)
    return [
        Paragraph(join_lines(line.text for line in group), group[0].page, tuple(group))
        for group in groups
        if group and sum(len(line.text) for line in group) < 170
    ]


def _labelled(head: Sequence[TextLine], i: int, rest: str) -> str:
    """A title behind its label, with the lines it wraps over."""
    parts = [rest] if rest else []
    full = 0.75 * max(len(line.text) for line in head)
    for before, line in zip(head[i:], head[i + 1 : i + 4], strict=False):
        wraps = len(before.text) >= full or (line.text[:1].islower() and len(line.text) < 60)
        wraps = wraps or _is_beside(line, before, head[i])
        if LABEL.match(line.text) or re.match(r"item for|report (?:to|of)", line.text, re.IGNORECASE):
            break
        if parts and (line.gap or not wraps):
            break
        parts.append(line.text)
    return join_lines(parts)


def _is_beside(line: TextLine, before: TextLine, label: TextLine) -> bool:
    """Whether a line goes on below another in the column beside a label's."""
    cells = before.line.cells
    left = cells[-1].left if cells else before.line.left
    return not line.line.cells and left > label.line.left + NEAR and abs(line.line.left - left) <= NEAR
