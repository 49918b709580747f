"""The right-hand column of an agenda item: pages, people, or words such as "To follow"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.agenda.item_numbers import PAGES
from imports.agenda.title import OPEN_PAGES, widen
from imports.layout.paragraphs import join_lines
from imports.patterns import regex
from imports.words.dates import is_date, is_timing
from imports.words.names import is_people
from imports.words.presenters import begins_post, find_presenters, is_post, is_presenters, read_presenters

if TYPE_CHECKING:
    from imports.layout.columns import Piece

_RANGE = regex(r"\(?(?:pp?\.?\s?)?(?P<first>\d{1,4})\s*(?:(?:-|–|—|to)\s*(?P<last>\d{1,4}))?\)?")
# A range over two lines of its column ("9 -" above "12"), and the enclosures a column may name instead.
_BEGUN = regex(r"\d{1,4}\s*[-–—]")
_PAPER = regex(
    r"(?:appendix|annex|enc(?:losure)?\.?|paper|item|report)\s*[A-Z0-9]{1,3}\.?"
    r"|(?-i:[A-Z]{1,6}(?:[/-]\d{1,4}){1,3}|[A-Z])",
    re.IGNORECASE,
)
_REFERENCE_LAST = regex(r"(?<!\s)\s{2,}+[A-Z]{1,6}(?:[/-]\d{1,4}){1,3}$")
_GLUED = regex(r"(?<=[a-z.])\s+(?P<first>\d{1,3})\s*[-–—]\s*(?P<last>\d{1,3})$")
_PAGES_FIRST = regex(r"(?P<first>\d{1,3})\s*[-–—]\s*(?P<last>\d{1,3})\s+(?=[A-Z])")
_LASTS = regex(r"\(?(?:approx\.? )?\d{1,3} ?(?:min(?:ute)?s?|hours?|hrs?)\.?\)?", re.IGNORECASE)
_PURPOSE = regex(r"To [a-z]{4,}(?: |$)")
COLUMN_POINTS, COLUMN_LETTERS, LONGEST_BESIDE = 14.0, 3.0, 11
_TO_FOLLOW = regex(
    r"\(?(?:(?:reports? |papers? )?to follow|verbal(?: (?:report|update|item))?|oral(?: (?:report|update))?"
    r"|presentation|attached|enclosed"
    r"|copy attached|not (?:included|attached)|present\.|none|n/a"
    r"|for (?:information|decision|noting|discussion)|late|exempt|restricted)\)?",
    re.IGNORECASE,
)
# A column's note with the time of the next column behind it ("Presentation 4.10").
_NOTED_AND_TIMED = regex(
    r"(?P<note>(?:verbal|oral|presentation|to follow|attached|enclosed|none)\b.{0,12}?)"
    r"\s\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?",
    re.IGNORECASE,
)
_TIME_BEHIND = regex(r"(?<=[a-z])\s\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?$", re.IGNORECASE)


def read_beside(
    beside: Sequence[Piece], known: frozenset[str]
) -> tuple[tuple[int, int] | None, list[str], list[str]]:
    """Read the right-hand column: pages, people, or words such as "To follow"."""
    pages: tuple[int, int] | None = None
    texts: list[str] = []
    notes: list[str] = []
    begun = ""
    for piece in beside:
        text = _REFERENCE_LAST.sub("", f"{begun}{piece.text.strip()}")
        begun = f"{text} " if _BEGUN.fullmatch(text) or OPEN_PAGES.fullmatch(text) else ""
        if begun or _PAPER.fullmatch(text):
            continue
        if timed := _NOTED_AND_TIMED.fullmatch(text):
            text = timed["note"]
        text = _TIME_BEHIND.sub("", text)
        bare = PAGES.fullmatch(text) or _RANGE.fullmatch(text)
        glued = _GLUED.search(text) if not PAGES.search(text) else None
        if first := _PAGES_FIRST.match(text):
            pages, text = widen(pages, first), text[first.end() :]
        elif glued:  # the page column stands right behind another
            pages, text = widen(pages, glued), text[: glued.start()]
        if bare and int(bare["first"]) < 1900:
            pages = widen(pages, bare)
        elif _TO_FOLLOW.fullmatch(text):
            notes.append(text)
        elif not (is_timing(text) or is_date(text) or _LASTS.fullmatch(text)):
            texts.append(text)
    joined = join_lines(texts)
    match = PAGES.search(joined)
    if match:
        pages = widen(pages, match)
        joined = (joined[: match.start()] + joined[match.end() :]).strip(" ,;")
        joined = "" if _PAPER.fullmatch(joined) else joined
    if not joined or "£" in joined or "@" in joined or is_timing(joined):
        return pages, [], notes
    found, other = find_presenters(joined, known)
    if len(joined.split()) > LONGEST_BESIDE and not (found or is_presenters(joined, known)):
        return pages, [], notes
    return pages, found if found and not other else read_presenters(joined), notes


def _stacked(texts: Sequence[str], known: frozenset[str]) -> list[str]:
    """The names of a column that gives each a line of its own, its post on those below."""
    if len(texts) > 1 and all(map(is_post, texts)):
        return list(texts)
    begins = [
        i for i, text in enumerate(texts) if " " in text and is_people(text, known) and not begins_post(text)
    ]
    if len(texts) < 2 or begins[:1] != [0]:
        return []
    posts = [join_lines(texts[a + 1 : b]) for a, b in pairwise([*begins, len(texts)])]
    if not all(is_post(post) for post in posts if post):
        return []
    return [
        name
        for at, post in zip(begins, posts, strict=True)
        for name in read_presenters(f"{texts[at]}, {post}" if post else texts[at])
    ]


def by_column(beside: Sequence[Piece], known: frozenset[str]) -> list[Piece]:
    """What stands to the right, column by column where it is several; a column of purposes is left out."""
    columns: dict[float, list[Piece]] = {}
    for piece in beside:
        near = COLUMN_POINTS if piece.size else COLUMN_LETTERS
        left = next((left for left in columns if abs(left - piece.left) <= near), piece.left)
        columns.setdefault(left, []).append(piece)
    if len(beside) < 2 or max(map(len, columns.values())) < 2:
        return [piece for piece in beside if len(columns) < 2 or not _PURPOSE.match(piece.text)]
    joined: list[Piece] = []
    for own in columns.values():
        paged = [piece for piece in own if PAGES.fullmatch(piece.text)]
        others = [piece for piece in own if piece not in paged]
        if names := _stacked([piece.text for piece in others], known):
            joined += [replace(others[0], text="; ".join(names)), *paged]
        else:
            joined += own if len(columns) < 2 else [replace(own[0], text=join_lines(x.text for x in own))]
    return [piece for piece in joined if not _PURPOSE.match(piece.text)]
