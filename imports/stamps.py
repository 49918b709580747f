"""The stamps Modern.gov lays over a pack's pages, as they read in a line of text.

`Page 71` and `Agenda Item 5` stand alone on their lines; extracts split them after the first letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_PAGE = re.compile(r"\s*page\s?(\d{1,4})\s*", re.IGNORECASE)
_ITEM = re.compile(r"\s*agenda item\s?(?:no\.?\s?)?((?:[a-h]\s?)?\d{1,3}[a-z]?)\s*", re.IGNORECASE)
_BLANK = re.compile(r"\s*this page is intentionally (?:left )?blank\s*", re.IGNORECASE)


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


def is_blank_notice(text: str) -> bool:
    """Whether the line says that its page is blank on purpose."""
    return len(text) < 80 and _BLANK.fullmatch(text) is not None
