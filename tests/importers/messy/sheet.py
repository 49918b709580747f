"""What a made-up paper is made of: rows on pages, the truth about them, and how they vary."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from tests.importers.messy.words import COUNCILS, Council

WIDTH = 92
PAGE_ROWS = 40


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line: its cells as (column from the left in letters, words)."""

    cells: tuple[tuple[int, str], ...]
    bold: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the file: its rows and the stamps laid over it."""

    rows: tuple[Row, ...]
    page_stamp: str | None = None
    item_stamp: str | None = None


@dataclass(slots=True)
class ItemTruth:
    """An agenda item as it should be read, and where its papers really begin."""

    number: str | None
    title: str
    pages: tuple[int, int] | None = None
    officers: tuple[str, ...] = ()
    papers_at: int | None = None
    stamp: int | None = None


@dataclass(slots=True)
class MinuteTruth:
    """A minute as it should be read."""

    number: str | None
    title: str
    resolved: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)


@dataclass(slots=True)
class MinutesTruth:
    """A set of minutes as it should be read."""

    day: date
    items: list[MinuteTruth] = field(default_factory=list)
    present: list[str] = field(default_factory=list)
    apologies: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Truth:
    """All that should be read of one paper; None where it does not say."""

    committee: str | None = None
    meeting_date: date | None = None
    start_time: str | None = None
    venue: str | None = None
    agenda: list[ItemTruth] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    clerk_email: str | None = None
    minutes: list[MinutesTruth] = field(default_factory=list)
    tracker: list[tuple[str, str]] = field(default_factory=list)
    programme: list[tuple[date, str]] = field(default_factory=list)
    warnings: set[str] = field(default_factory=set)


NUMBERS = ("1.", "1", "(1)", "1)", "Item 1", "A1", "i.", "letters", "22/134", "none", "parts", "subs")
PAGES = (
    "(Pages 3 - 10)",
    "(Pages 3 to 10)",
    "Page 5",
    "column",
    "(p. 4)",
    "none",
    "wrapped",
    "Pages 3-10",
    "column first",
    "(Pages  3 – 10)",
)
OFFICERS = ("after", "before", "column", "inside", "report of", "none", "brackets")
DATES = (
    "Thursday 12th January, 2023 at 6.30 pm",
    "table",
    "Thursday, 12 January 2023 6.30 pm",
    "12.01.23",
    "summons",
    "To be held on",
    "stacked",
    "sentence",
    "capitals",
)
MEMBERS = ("prose", "wards", "parties", "columns", "table", "one a line", "none")
MINUTE_NUMBERS = ("45.", "45/22", "CS.12", "OSC 34", "45", "none", "Minute 34", "bold", "22/134")
PARAGRAPHS = ("34.1", "(1)", "a)", "none")
DECISION_WORDS = (
    "RESOLVED:",
    "RESOLVED – that",
    "AGREED:",
    "Resolved:",
    "Decision:",
    "RESOLVED list",
    "moved",
)
ACTION_FORMS = (
    "(Action – KH)",
    "ACTION: Name",
    "Action: Name to",
    "(ACTION: KH)",
    "ACTION: … (Name)",
    "column",
)
STAMPS = ("all", "none", "some", "start", "roman", "contradict")
TEXTS = ("layout", "flow", "tight")
DAMAGE = ("none", "none", "furniture", "blanks", "split stamps", "ligatures", "lost breaks", "scan")


@dataclass(frozen=True, slots=True)
class Style:
    """How one council sets its papers; every field is one of the forms above."""

    council: Council
    numbers: str
    pages: str
    officers: str
    dates: str
    members: str
    minute_numbers: str
    paragraphs: str
    decisions: str
    actions: str
    stamps: str
    text: str
    damage: str


def pick_style(rng: Random) -> Style:
    """Choose a style; parishes number and page theirs in their own way."""
    council = rng.choice(COUNCILS)
    local = council.kind in ("parish", "town")
    numbers = rng.choice(("22/134", "22/134", "1.", "none", "(1)", "letters") if local else NUMBERS)
    damage = rng.choice(DAMAGE)
    stamps = "none" if local else rng.choice(STAMPS)
    return Style(
        council,
        numbers,
        "none" if local else rng.choice(PAGES),
        "none" if local else rng.choice(OFFICERS),
        rng.choice(("summons", "sentence", "stacked") if local else DATES),
        rng.choice(MEMBERS),
        rng.choice(("22/134", "45.", "bold") if local else MINUTE_NUMBERS),
        rng.choice(PARAGRAPHS),
        rng.choice(DECISION_WORDS),
        rng.choice(ACTION_FORMS),
        "all" if damage == "split stamps" else stamps,
        rng.choice(TEXTS),
        damage,
    )


def say(text: str, left: int = 0, bold: bool = False, gap: bool = False, width: int = WIDTH) -> list[Row]:
    """Set running words over as many rows as they need."""
    wrapped = textwrap.wrap(text, width - left) or [""]
    return [Row(((left, part),), bold, gap and n == 0) for n, part in enumerate(wrapped)]


def set_cells(columns: Sequence[tuple[int, int, str]], gap: bool = True, bold: bool = False) -> list[Row]:
    """Set cells side by side, each (left, width, words) wrapped in its own column."""
    wrapped = [(left, textwrap.wrap(words, width) or []) for left, width, words in columns]
    rows = []
    for n in range(max(len(parts) for _, parts in wrapped)):
        cells = tuple((left, parts[n]) for left, parts in wrapped if n < len(parts))
        rows.append(Row(cells, bold, gap and n == 0))
    return rows


def paginate(rows: Iterable[Row]) -> list[tuple[Row, ...]]:
    """Divide rows into pages."""
    pages: list[list[Row]] = [[]]
    for row in rows:
        if len(pages[-1]) + sum(r.gap for r in pages[-1]) >= PAGE_ROWS:
            pages.append([])
        pages[-1].append(row)
    return [tuple(page) for page in pages]
