"""Where a value was read, and what a person put in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value was read.

    Attributes:
        of: which value, by its path in `show --json` (`agenda[3].title`).
        value: what was understood, as text.
        page: the file's page; for a value worked out, where a person would look for it.
        line: the line of that page, from 1; None where nothing printed was found.
        printed: the words there, as printed; "" where nothing was found.
        sure: `printed` as it is; `pieced together` from words with others between them; or
            `worked out`, which a person should check.
    """

    of: str
    value: str
    page: int | None
    line: int | None
    printed: str
    sure: Literal["printed", "pieced together", "worked out"]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A value a person put right.

    Attributes:
        of: which value (`committee`, `item title` ...).
        item: for a value of an agenda item, its place on the agenda, from 0.
        was: what was read, as text.
        value: what it is instead, as text.
    """

    of: str
    item: int | None
    was: str
    value: str
