"""The titles a pack is known to have: of its papers and its minutes; the reader's outline follows them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from imports.furniture import TextLine
from imports.model import ParsedPack

PAPER, MINUTE = 1, 2
MOST_LINES = 6
_LEAD = re.compile(
    r"(?:(?:agenda )?item(?: no\.?)?|minute|report title|title of report|title|subject|report(?: on)?)?"
    r"\W*(?:[A-Z]{0,4}\d{1,4}(?:[/-]\d{2,4})*)?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Titles:
    """What is known of a pack's headings.

    Attributes:
        by_page: the titles that begin on a file page, each with its level in the outline.
        plain: file pages on which anything else set like a heading is but a label: front sheet, minutes.
    """

    by_page: Mapping[int, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    plain: frozenset[int] = frozenset()


def known_titles(pack: ParsedPack, front: Iterable[int], minuted: Iterable[int]) -> Titles:
    """Gather the titles of what was understood.

    Args:
        pack: the facts.
        front: the file pages of the front sheet.
        minuted: the file pages that hold minutes and nothing else.
    """
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
    return Titles(
        {page: tuple(titles) for page, titles in found.items()}, frozenset(front) | frozenset(minuted)
    )


def match_title(
    lines: Sequence[TextLine], i: int, titles: Sequence[tuple[str, int]]
) -> tuple[int, int] | None:
    """Find a known title that begins at line `i`: the end of its lines, and its level."""
    for title, level in titles:
        wanted = _letters(title)
        if not wanted:
            continue
        for end in range(i + 1, min(len(lines), i + MOST_LINES) + 1):
            text = " ".join(line.text for line in lines[i:end])
            got = _letters(text)
            if got == wanted or _letters(text[_lead(text) :]) == wanted:
                return end, level
            if len(got) > len(wanted) + 40:
                break
    return None


def _lead(text: str) -> int:
    """Where the title begins behind its number or label."""
    found = _LEAD.match(text)
    return found.end() if found else 0


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
