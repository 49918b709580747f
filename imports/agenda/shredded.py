"""Puts an agenda's numbers back before its titles, where an extract lists all the numbers first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from imports.agenda.item_numbers import PAGES, TYPICAL
from imports.agenda.title import BEGINS_DESCRIPTION
from imports.layout.columns import Piece
from imports.model.warning import Warning
from imports.patterns import regex

_NUMBER = regex(r"(?P<number>\d{1,3})[.)]?")
FEWEST, FEWEST_NUMBERS = 3, 2
LONGEST_TITLE = 160

# Business that hardly ever has a paper, which a column of fewer pages than items leaves out.
_PAPERLESS = regex(
    r"(?:to receive )?(?:any )?(?:apolog|declarations?\b|disclos|interests\b|substitut|welcome|roll call"
    r"|sederunt|urgent|any other|aob\b|chair|announcements|exclusion of"
    r"|public (?:question|participation|speaking|forum)"
    r"|questions? (?:from|by)|petitions?\b|deputations?\b|date (?:and time )?of (?:the )?next|next meeting"
    r"|order of business|membership|appointment of|election of|emergency|filming|housekeeping)",
    re.IGNORECASE,
)
_RANGE = regex(r"(?P<first>\d{1,3})\s?(?:[-–—]|to)\s?(?P<last>\d{1,3})")
_DIGITS = regex(r"\d+")
_PAGE_HEADING = regex(r"pages?(?: nos?\.?| numbers?)?\W*", re.IGNORECASE)

_UNSURE = (
    "The agenda's page numbers stand in a column of their own, with fewer entries than items; "
    "which item each belongs to is not certain, and none was given any."
)
Rows = list[list[Piece]]


def reunite(rows: Sequence[Sequence[Piece]]) -> tuple[Rows, tuple[Warning, ...]]:
    """Set the numbers of a column that was read by itself before the titles that follow it.

    A column of pages read by itself below them is shared out, too, or a warning says that it is not sure.
    """
    result: Rows = []
    warnings: list[Warning] = []
    at = 0
    while at < len(rows):
        end = _end_of_column(rows, at)
        if end - at < FEWEST_NUMBERS:
            result.append(list(rows[at]))
            at += 1
            continue
        numbers = [row[0] for row in rows[at:end]]
        after = next((i for i in range(end, len(rows)) if _begins_column(rows, i, numbers[-1])), len(rows))
        paged, ranges, behind = _column_of_pages(rows, end, after)
        starts = _titles(rows[end:paged], len(numbers))
        if len(starts) < len(numbers):
            result.extend(list(row) for row in rows[at:end])
        else:
            waiting = dict(zip(starts, numbers, strict=True))
            titles = [rows[end + place][0].text for place in starts]
            shared = _share_out(ranges, titles)
            if ranges and not any(shared):
                warnings.append(Warning("agenda-pages-not-shared-out", _UNSURE, ranges[0].page))
            pages = dict(zip(starts, shared, strict=True))
            for place, row in enumerate(rows[end:paged]):
                number = waiting.get(place)
                page = pages.get(place)
                beside = [replace(page, gap=False, beside=True)] if page else []
                result.append([replace(number, gap=True), *row, *beside] if number else list(row))
            end = after
            result.extend(list(row) for row in rows[behind:after])
        at = end
    return result, tuple(warnings)


def _column_of_pages(rows: Sequence[Sequence[Piece]], start: int, end: int) -> tuple[int, list[Piece], int]:
    """The column of pages read by itself below the titles: its first row, its ranges, the row after it.

    Under a heading of its own it may hold single pages.
    """
    found: list[Piece] = []
    first = end
    headed = False
    for at in range(start, end):
        row = rows[at]
        alone = row[0].text if len(row) == 1 else ""
        ranged = _RANGE.fullmatch(alone) or (headed and _NUMBER.fullmatch(alone))
        pages = _pages(alone) if ranged else (0, 0)
        if ranged and pages[0] <= pages[1]:
            if found and pages[0] <= _pages(found[-1].text)[0]:
                break
            first = first if found else at
            found.append(row[0])
        elif found:
            break
        else:
            headed = at > start and _PAGE_HEADING.fullmatch(alone) is not None
    if len(found) < (1 if headed else FEWEST):
        return end, [], end
    behind = first + len(found)
    return (first - 1 if headed else first), found, behind


def _pages(text: str) -> tuple[int, int]:
    """The first and the last page of a range or a single number."""
    numbers = [int(number) for number in _DIGITS.findall(text)]
    return numbers[0], numbers[-1]


def _share_out(ranges: Sequence[Piece], titles: Sequence[str]) -> list[Piece | None]:
    """Give each title its pages: all have some, or all but those that hardly ever have; else none is sure."""
    papered = [not _PAPERLESS.match(title) for title in titles]
    if len(ranges) == len(titles):
        return list(ranges)
    if len(ranges) != sum(papered):
        return [None] * len(titles)
    left = iter(ranges)
    return [next(left) if has else None for has in papered]


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


def _begins_column(rows: Sequence[Sequence[Piece]], at: int, last: Piece) -> bool:
    """Whether numbers go on at a row: the one that is due, or several together."""
    count = _end_of_column(rows, at) - at
    if not count or count >= FEWEST:
        return count >= FEWEST
    return int(rows[at][0].text.rstrip(".)")) == int(last.text.rstrip(".)")) + 1


def _titles(rows: Sequence[Sequence[Piece]], count: int) -> list[int]:
    """The rows at which as many titles begin: the likeliest, and of those the earliest."""
    together = next((n for n in range(1, len(rows)) if rows[n] and rows[n][0].gap), len(rows))
    if together == count and all(len(row) == 1 and _is_title(row[0].text) for row in rows[:count]):
        return list(range(count))
    apart = [at for at, row in enumerate(rows) if row and (at == 0 or row[0].gap)]
    if len(apart) == count and all(len(rows[at]) == 1 and _heads_group(rows[at][0].text) for at in apart):
        return apart  # a title, and below it what is to be done
    likely = sorted((-_likelihood(rows, at), at) for at in range(len(rows)))
    return sorted(at for weight, at in likely[:count] if weight < 0)


def _is_title(text: str) -> bool:
    return text[:1].isupper() and len(text) <= LONGEST_TITLE and not text.endswith((".", ",", ";"))


def _heads_group(text: str) -> bool:
    return _is_title(text) and not BEGINS_DESCRIPTION.match(text)


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
