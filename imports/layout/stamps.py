"""The stamps Modern.gov lays over a pack's pages, as they read in a line of text.

`Page 71` and `Agenda Item 5` stand alone on their lines; extracts split them after the first letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from imports.patterns import regex

_PAGE = regex(r"\s*page\s?(\d{1,4})\s*", re.IGNORECASE)
_NUMBER = r"(?:no\.?\s?|number\s?)?((?:[a-h]\s?)?\d{1,3}[a-z]?|\d{1,4}[/.]\d{1,4}|[ivx]{1,6}|[a-z])\.?\s*"
_ITEM = regex(rf"\s*agenda item\s?:?\s?{_NUMBER}", re.IGNORECASE)
_SHORT_ITEM = regex(rf"\s*item\s?:?\s?{_NUMBER}", re.IGNORECASE)
FEWEST_FOLIOS, THROUGHOUT = 3, 0.6
_BLANK = regex(r"\s*this page is intentionally (?:left )?blank\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a stamp says: `page` with the pack's page number, `item` with an agenda item's."""

    kind: Literal["page", "item"]
    number: str


def read_stamp(text: str) -> Stamp | None:
    """Read a line that holds a stamp and nothing else."""
    if len(text) > 40:
        return None
    if found := _PAGE.fullmatch(text):
        return Stamp("page", found[1])
    if found := _ITEM.fullmatch(text):
        return Stamp("item", found[1].replace(" ", ""))
    return None


def pack_folios(folios: Sequence[tuple[int, int]], count: int) -> dict[int, int]:
    """The pack's page numbers, by file page, where bare figures in a corner are all that tells them.

    Reports count their own pages, too; the pack's count runs through most of the file without starting again.

    Args:
        folios: file page and figure of every page that bears one at its edge.
        count: how many pages the file has.
    """
    offsets = Counter(number - page for page, number in folios)
    offset, often = offsets.most_common(1)[0] if offsets else (0, 0)
    if often < FEWEST_FOLIOS or often < THROUGHOUT * (count - 1):
        return {}
    return {page: number for page, number in folios if number - page == offset}


def pack_labels(labels: Sequence[str]) -> dict[int, int]:
    """The pack's page numbers, by file page, as the file labels its pages; none where it only counts them."""
    numbers = {page: int(label) for page, label in enumerate(labels, 1) if label.isdecimal()}
    rising = all(a < b for a, b in pairwise(numbers.values()))
    return numbers if rising and any(page != number for page, number in numbers.items()) else {}


def is_blank_notice(text: str) -> bool:
    """Whether the line says that its page is blank on purpose."""
    return len(text) < 80 and _BLANK.fullmatch(text) is not None


def read_short_item(text: str) -> str | None:
    """The number of a line "Item 4", which stamps a page only where it stands at its edge."""
    found = _SHORT_ITEM.fullmatch(text) if len(text) < 20 else None
    return found[1].replace(" ", "") if found else None
