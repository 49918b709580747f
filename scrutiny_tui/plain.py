"""Tables and lines for people at a command line, in which nothing from a document is obeyed.

For the ear (`--aloud`) a table's rows are told one after the other, each value with its heading, and days
are words: a voice reads columns as a jumble.
"""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from datetime import date

ALOUD: ContextVar[bool] = ContextVar("aloud", default=False)
"""Whether what is printed will be heard."""
_NARROWEST = 24
_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?:T(?=\d\d:)|\b)")

_DAYS = re.compile(r"\b(\d+) d\b")
_SHORT = re.compile(
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?= \d)|(?<=\d )(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"
)
_WHOLE = {
    name[:3]: name
    for name in (
        *(
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "January",
            "February",
        ),
        *("March", "April", "June", "July", "August", "September", "October", "November", "December"),
    )
}


def plain(text: str) -> str:
    """Set text from a document on one line, without controls and marks that turn the writing around."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return _told_in_words(line) if ALOUD.get() else line


def _told_in_words(line: str) -> str:
    """A line with its days in words: a voice reads Tue as two, and 2022-05-26 as digits and dashes."""
    line = _DAYS.sub(r"\1 days", _DAY.sub(_in_words, line))
    return _SHORT.sub(lambda found: _WHOLE[found[0]], line)


def _in_words(found: re.Match[str]) -> str:
    try:
        day = date(*map(int, found.groups()))
    except ValueError:
        return found[0]
    return f"{day.day} {day:%B %Y}{' ' if found[0].endswith('T') else ''}"


def room() -> int | None:
    """How many columns there are, or None where no terminal reads and lines need not be broken."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() and not ALOUD.get() else None


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Set rows in columns; the last column takes the room that is left, wrapped."""
    if ALOUD.get():
        return _told(headings, list(rows))
    cells = [list(headings), *([plain(cell) for cell in row] for row in rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(headings) - 1)]
    cells.insert(1, ["-" * width for width in widths] + ["-" * len(headings[-1])])
    indent = sum(widths) + 2 * len(widths)
    return "\n".join(_row(row, widths, indent) for row in cells)


def _told(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    told = [f"{len(rows)} in all."]
    for number, row in enumerate(rows, 1):
        said = (
            f"{heading}: {plain(cell)}" for heading, cell in zip(headings, row, strict=True) if cell != "-"
        )
        told += ["", f"Number {number}.", *said]
    return "\n".join(told)


def _row(row: Sequence[str], widths: Sequence[int], indent: int) -> str:
    head = "".join(f"{cell:<{width}}  " for cell, width in zip(row, widths, strict=False))
    return wrap(row[-1], head, indent)


def wrap(text: str, head: str, indent: int) -> str:
    """Set text after a head, its further lines indented, as wide as the terminal."""
    columns = room()
    line = (head + plain(text)).rstrip()
    if columns is None or len(line) <= columns or columns - indent < _NARROWEST:
        return line
    body = textwrap.wrap(plain(text), columns - indent, break_long_words=True)
    return "\n".join([head + body[0], *(" " * indent + part for part in body[1:])])
