"""The titles a pack is known to have: of its papers and its minutes; the reader's outline follows them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from imports.layout.paragraphs import KEPT, join_lines
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine
    from imports.model.pack import ParsedPack

PAPER, MINUTE = 1, 2
MOST_LINES = 6
MOST_LEAD = 40
_LEAD = regex(
    r"(?:(?:agenda )?item(?: no\.?)?|minute|report title|title of report|title|subject|report(?: on)?)?"
    r"\W*(?:[A-Z]{0,4}\d{1,4}(?:[/-]\d{2,4})*)?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Titles:
    """What is known of a pack's headings.

    Attributes:
        by_page: the titles that begin on a file page, each with its level in the outline.
        plain: lines, as (file page, index), among which anything else set like a heading only labels what
            stands below it: those of the front sheet and of minutes.
    """

    by_page: Mapping[int, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    plain: frozenset[tuple[int, int]] = frozenset()


def known_titles(pack: ParsedPack, plain: frozenset[tuple[int, int]]) -> Titles:
    """Gather the titles of what was understood; `plain` as in `Titles`."""
    found: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    if pack.committee:
        found[1].append((pack.committee, PAPER))
    for minutes in pack.minutes:
        if minutes.committee or pack.committee:
            found[minutes.page].append((minutes.committee or pack.committee or "", PAPER))
        for item in minutes.items:
            found[item.page].append((item.title, MINUTE))
    for report in pack.reports:
        found[report.file_pages[0]].append((report.title, PAPER))
    by_page = {page: tuple(title for title in titles if _letters(title[0])) for page, titles in found.items()}
    return Titles(by_page, plain)


@dataclass(frozen=True, slots=True)
class Match:
    """A known title found on a page.

    Attributes:
        title: the title, as known.
        level: its level in the outline.
        end: the line after its last.
        label: how many letters of the joined lines are its label ("Report title").
    """

    title: str
    level: int
    end: int
    label: int = 0


def match_title(lines: Sequence[TextLine], i: int, titles: Sequence[tuple[str, int]]) -> Match | None:
    """Find a known title that begins at line `i`."""
    first = join_lines([lines[i].text])
    for title, level in titles:
        exact = level == MINUTE  # it was read from these very lines
        wanted = _letters(title, exact)
        if not _may_begin(first, wanted, exact):
            continue
        for end in range(i + 1, min(len(lines), i + MOST_LINES) + 1):
            text = join_lines(line.text for line in lines[i:end])
            if _letters(text, exact) == wanted:
                return Match(title, level, end)
            lead = _lead(text)
            if _letters(text[lead:], exact) == wanted:
                labelled = any(map(str.isalpha, text[:lead]))
                return Match(title, level, end, lead if labelled else 0)
            if len(text) > len(title) + MOST_LEAD:
                break
    return None


def _may_begin(text: str, wanted: str, exact: bool) -> bool:
    """Whether a title of these letters may begin with a line: itself, or what stands behind a label."""
    lead = _lead(text)
    return (
        lead == len(text)
        or wanted.startswith(_letters(text[lead:], exact))
        or wanted.startswith(_letters(text, exact))
    )


@lru_cache(maxsize=KEPT)
def _lead(text: str) -> int:
    """Where the title begins behind its number or label."""
    found = _LEAD.match(text)
    return found.end() if found else 0


@lru_cache(maxsize=KEPT)
def _letters(text: str, exact: bool = False) -> str:
    return "".join(filter(str.isalnum, text if exact else text.casefold()))
