"""Puts an agenda's numbers back before its titles, where an extract lists all the numbers first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from imports.agenda_title import BEGINS_DESCRIPTION
from imports.columns import Piece
from imports.item_numbers import PAGES, TYPICAL
from imports.patterns import regex

_NUMBER = regex(r"(?P<number>\d{1,3})[.)]?")
FEWEST = 3
LONGEST_TITLE = 160

Rows = list[list[Piece]]


def reunite(rows: Sequence[Sequence[Piece]]) -> Rows:
    """Set the numbers of a column that was read by itself before the titles that follow it."""
    result: Rows = []
    at = 0
    while at < len(rows):
        end = _end_of_column(rows, at)
        if end - at < FEWEST:
            result.append(list(rows[at]))
            at += 1
            continue
        numbers = [row[0] for row in rows[at:end]]
        after = next((i for i in range(end, len(rows)) if _end_of_column(rows, i) - i >= FEWEST), len(rows))
        starts = _titles(rows[end:after], len(numbers))
        if len(starts) < len(numbers):
            result.extend(list(row) for row in rows[at:end])
        else:
            waiting = dict(zip(starts, numbers, strict=True))
            for place, row in enumerate(rows[end:after]):
                number = waiting.get(place)
                result.append([replace(number, gap=True), *row] if number else list(row))
            end = after
        at = end
    return result


def _end_of_column(rows: Sequence[Sequence[Piece]], start: int) -> int:
    """The row after a run of bare numbers that count on by one."""
    expected: int | None = None
    for at in range(start, len(rows)):
        row = rows[at]
        found = _NUMBER.fullmatch(row[0].text) if len(row) == 1 else None
        if found is None or (expected is not None and int(found["number"]) != expected):
            return at
        expected = int(found["number"]) + 1
    return len(rows)


def _titles(rows: Sequence[Sequence[Piece]], count: int) -> list[int]:
    """The rows at which as many titles begin: the likeliest, and of those the earliest."""
    together = next((n for n in range(1, len(rows)) if rows[n] and rows[n][0].gap), len(rows))
    if together == count and all(len(row) == 1 and _is_title(row[0].text) for row in rows[:count]):
        return list(range(count))
    likely = sorted((-_likelihood(rows, at), at) for at in range(len(rows)))
    return sorted(at for weight, at in likely[:count] if weight < 0)


def _is_title(text: str) -> bool:
    return text[:1].isupper() and len(text) <= LONGEST_TITLE and not text.endswith((".", ",", ";"))


def _likelihood(rows: Sequence[Sequence[Piece]], at: int) -> int:
    row = rows[at]
    text = row[0].text if row else ""
    apart = at == 0 or (row and (row[0].gap or row[0].opens_page))
    if not apart or not text[:1].isupper() or BEGINS_DESCRIPTION.match(text) or len(text) > LONGEST_TITLE:
        return 0
    end = next((i for i in range(at + 1, len(rows)) if rows[i] and rows[i][0].gap), len(rows))
    whole = " ".join(piece.text for part in rows[at:end] for piece in part)
    if PAGES.search(whole) or TYPICAL.match(text):
        return 2
    return 0 if whole.endswith(".") else 1
