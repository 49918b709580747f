"""An agenda's table whose columns ran together in a text: "5. Risk register Jo Hale Paper B 10.20"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.patterns import regex
from imports.words.names import HONORIFIC, is_people, trailing_people
from imports.words.presenters import is_person

if TYPE_CHECKING:
    from imports.layout.columns import Piece

_TITLES = frozenset(("item", "title", "topic", "subject", "business"))
_PEOPLE = frozenset(("lead", "officer", "presenter", "who", "presented"))
_TIMES = frozenset(("time", "timing", "timings"))
_PAPERS = frozenset(("paper", "papers", "enc", "encl", "enclosure", "report", "page", "pages"))
_PAGED = frozenset(("page", "pages"))
_PURPOSES = frozenset(("purpose", "action", "for"))
_SMALL = frozenset(("no", "number", "numbers", "nos", "agenda", "by", "approx", "ref", "member"))
_ALL = _TITLES | _PEOPLE | _TIMES | _PAPERS | _PURPOSES | _SMALL
_TIME = regex(r"\s\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?$", re.IGNORECASE)
_PAPER = regex(
    r"\s(?:Verbal|Oral|Presentation|Present\.|To follow|Attached|[-–]"
    r"|(?:Paper|Enc|Encl|Enclosure)\.? [A-Z0-9]{1,3})$"
)
_PURPOSE = regex(
    r"\s(?:(?:For|To) )?(?:[Nn]ot(?:e|ing)|[Dd]iscuss(?:ion)?|[Aa]pprov(?:e|al)|[Aa]ssur(?:e|ance)"
    r"|[Dd]eci(?:de|sion)|[Ii]nformation|[Rr]eceive|[Aa]gree|[-–])$"
)
_RANGE = regex(r"\s(?P<pages>\d{1,3}\s?[-–]\s?\d{1,3})$")
_LONE = regex(r"\s(?P<pages>\d{1,3})$")
_ROLE = regex(r"\s(?P<role>(?:Vice[- ])?Chair(?:man|person|woman)?|All|Clerk)$")
_HONOUR = regex(rf"\s(?:{HONORIFIC})\s*$")
FEWEST_HEADS, FEWEST_PEOPLE, MOST_COLUMNS = 3, 3, 4

Rows = Sequence[Sequence["Piece"]]


def part_columns(above: Rows, items: Sequence[Rows]) -> Sequence[Rows]:
    """Set apart what stood in columns beside the titles, where a row of headings tells of such.

    Args:
        above: the rows between the agenda's heading and its first item.
        items: for each item, its rows.
    """
    heads = next((words for row in above if (words := _heads(row))), frozenset())
    if not heads:
        return items
    parted = [_without_rest(rows[0][0], heads) if _is_flat(rows) else None for rows in items]
    titles = [done[0].text if done else "" for done in parted]
    cut = [
        done is not None and title != rows[0][0].text
        for rows, done, title in zip(items, parted, titles, strict=True)
    ]
    found = _find_people(titles, cut) if heads & _PEOPLE else []
    return [
        rows if done is None else [_row(done, name), *(_below(row, heads) for row in rows[1:])]
        for rows, done, name in zip(items, parted, found or [""] * len(items), strict=True)
    ]


def _find_people(titles: Sequence[str], cut: Sequence[bool]) -> list[str]:
    """Whom each title ends with, "" where with nobody.

    Where most titles end so, a name nobody knows is one before a column that was `cut` off the title.
    """
    found = [_people(title) for title in titles]
    most = 3 * sum(map(bool, found)) > 2 * len(titles)
    ends = [" ".join(title.split()[-2:]) for title in titles]
    counts = Counter(ends)
    named = [
        is_person(end, frozenset()) and (counts[end] > 1 or (most and own))
        for end, own in zip(ends, cut, strict=True)
    ]
    found = [name or end * told for name, end, told in zip(found, ends, named, strict=True)]
    return found if sum(map(bool, found)) >= FEWEST_PEOPLE else []


def _heads(row: Sequence[Piece]) -> frozenset[str]:
    """The words of a row that heads columns and nothing else, or none."""
    words = row[0].text.casefold().replace(".", " ").split() if len(row) == 1 else []
    own = frozenset(words)
    headed = len(words) >= FEWEST_HEADS and own <= _ALL and own & _TITLES and own - _TITLES - _SMALL
    return own if headed else frozenset()


def _is_flat(rows: Rows) -> bool:
    return bool(rows) and len(rows[0]) == 1 and not rows[0][0].beside


def _without_rest(piece: Piece, heads: frozenset[str]) -> tuple[Piece, str]:
    """A title without the time, paper and purpose behind it, and its pages."""
    text, pages = piece.text, ""
    for _ in range(MOST_COLUMNS):
        if heads & _TIMES and (end := _TIME.search(text)):
            text = text[: end.start()]
        if heads & _PURPOSES and (end := _PURPOSE.search(text)):
            text = text[: end.start()]
        if heads & _PAPERS and (end := _PAPER.search(text)):
            text = text[: end.start()]
        if heads & _PAPERS and (end := _RANGE.search(text)):
            text, pages = text[: end.start()], end["pages"]
        lone = _LONE.search(text) if heads & _PAGED else None
        if lone and (_PAPER.search(text, 0, lone.start()) or _people(text[: lone.start()])):
            text, pages = text[: lone.start()], lone["pages"]
    return replace(piece, text=text.rstrip(" /")), pages


def _people(text: str) -> str:
    role = _ROLE.search(text)
    return role["role"] if role else trailing_people(text)


def _row(done: tuple[Piece, str], name: str) -> Sequence[Piece]:
    """An item's first row with the people and pages beside its title."""
    piece, pages = done
    title = _HONOUR.sub("", piece.text.removesuffix(name)).rstrip(" ,") if name else piece.text
    return [replace(piece, text=title), *_beside(piece, name, pages)] if title else [piece]


def _below(row: Sequence[Piece], heads: frozenset[str]) -> Sequence[Piece]:
    """A row below an item's first, its people and pages set apart where it holds nothing else."""
    if len(row) > 1 or row[0].beside or not heads & _PEOPLE:
        return row
    piece, pages = _without_rest(row[0], heads)
    return _beside(row[0], piece.text, pages) if is_people(piece.text) else row


def _beside(piece: Piece, name: str, pages: str) -> list[Piece]:
    texts = [text for text in (name, pages and f"Pages {pages}") if text]
    return [replace(piece, text=text, gap=False, opens_page=False, beside=True) for text in texts]
