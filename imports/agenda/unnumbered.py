"""Reads an agenda that numbers nothing: its items are the titles set apart from what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from imports.agenda.blocks import Block, is_section
from imports.agenda.end import AFTERWARDS
from imports.agenda.item_numbers import PAGES, TYPICAL
from imports.agenda.title import BEGINS_DESCRIPTION
from imports.layout.columns import Piece
from imports.layout.joining import join_words
from imports.patterns import regex
from imports.words.dates import is_date
from imports.words.names import is_people, is_posted
from imports.words.presenters import find_presenters, is_post

FEWEST = 3
INDENT = 1.5
SHORT, LONGEST_TITLE = 60, 170
_MARKS = "-–•●▪*"
_BULLET = regex(rf"[{_MARKS}]\s+(?=\S)")
_SUB = regex(r"\(?(?:[a-z]|[ivx]{2,4})[.)]\s")
_SENTENCE = regex(r"[.!?]$|\b(?:was|were|is|are|will|must|should|can|has|have)\b", re.IGNORECASE)

Row = Sequence[Piece]


def divide_unnumbered(rows: Sequence[Row], first: int, end: int) -> list[Block]:
    """Divide rows at their titles; nothing where too little among them is what agendas hold.

    Args:
        rows: of the front sheet.
        first: the row after the heading that says it is an agenda.
        end: the row at which the notes begin.
    """
    if bulleted := divide_bulleted(rows, first, end):
        return bulleted
    if listed := _listed(rows, first, end):
        return listed
    bounds = [i for i in range(first, end) if i == first or (rows[i] and _is_apart(rows[i]))]
    close = len(bounds) <= FEWEST
    if close:  # nothing is set apart but by its capitals
        bounds = [i for i in range(first, end) if i == first or _begins_capitals(rows, i)]
    groups = [(a, rows[a:b]) for a, b in pairwise([*bounds, end])]
    bold = sum(_is_title(group) and group[0][0].bold for _, group in groups) >= FEWEST
    titles = [(at, group) for at, group in groups if _is_title(group[:1] if close else group)]
    if bold:  # a line is as bold as most of it, which a range of pages beside a short title is not
        capitals = all(group[0][0].text.isupper() for _, group in titles if group[0][0].bold)
        titles = [
            (at, group)
            for at, group in titles
            if group[0][0].bold or (capitals and len(group[0]) > 1 and group[0][0].text.isupper())
        ]
    if sum(_is_usual(group) for _, group in titles) < FEWEST - close:
        return []
    starts = [at for at, _ in titles]
    return [
        Block(None, tuple(tuple(row) for row in rows[a:b] if row and not is_section(row)))
        for a, b in pairwise([*starts, end])
    ]


def divide_bulleted(rows: Sequence[Row], first: int, end: int) -> list[Block]:
    """The items of an agenda that marks each with a bullet, from its first row on."""
    marked = [i for i in range(first, end) if rows[i] and _BULLET.match(rows[i][0].text)]
    if len(marked) <= FEWEST or marked[0] > first + 1:
        return []
    outer = min(rows[i][0].left for i in marked) + INDENT
    mark = rows[marked[0]][0].text[0]  # a dash under a hyphen is a part of what that says
    starts = [i for i in marked if rows[i][0].left <= outer and rows[i][0].text[0] == mark]
    end = next((i for i in range(marked[-1] + 1, end) if rows[i] and AFTERWARDS.match(rows[i][0].text)), end)
    heads = {i: _BULLET.sub("", rows[i][0].text) for i in starts}
    if sum(TYPICAL.match(text) is not None for text in heads.values()) < 2:
        return []
    return [
        Block(None, ((replace(rows[a][0], text=heads[a]), *rows[a][1:]), *map(tuple, rows[a + 1 : b])))
        for a, b in pairwise([*starts, end])
    ]


def first_bullet(rows: Sequence[Row]) -> int | None:
    """The first row with a bullet, where it is what agendas begin with: apologies, declarations."""
    marked = (
        (i, _BULLET.match(row[0].text)) for i, row in enumerate(rows) if row and row[0].text[0] in _MARKS
    )
    at, mark = next(((i, mark) for i, mark in marked if mark), (0, None))
    return at if mark and TYPICAL.match(rows[at][0].text, mark.end()) else None


def _listed(rows: Sequence[Row], first: int, end: int) -> list[Block]:
    """The items of an agenda that gives each a line and sets none apart; what is under one is lettered."""
    held = [i for i in range(first, end) if rows[i]]
    starts = [i for i in held if not _SUB.match(rows[i][0].text)]
    usual = sum(TYPICAL.match(rows[i][0].text) is not None for i in starts)
    plain = all(
        rows[i][0].text[:1].isupper() and len(_words(rows[i : i + 1])) <= LONGEST_TITLE for i in starts
    )
    capitals = sum(rows[i][0].text.isupper() for i in starts)  # they set titles apart from other lines
    apart = FEWEST <= capitals < len(starts) or any(_is_apart(rows[i]) for i in held[1:])
    if usual <= FEWEST or not plain or apart:
        return []
    return [Block(None, tuple(map(tuple, rows[a:b]))) for a, b in pairwise([*starts, end])]


def _begins_capitals(rows: Sequence[Row], i: int) -> bool:
    """Whether a row in capitals stands below one that is not."""
    before = rows[i - 1] if i else ()
    below = bool(before) and before[0].text.isupper() and not is_section(before)
    return bool(rows[i]) and rows[i][0].text.isupper() and not below


def _is_apart(row: Row) -> bool:
    return row[0].gap or row[0].opens_page


def _is_usual(group: Sequence[Row]) -> bool:
    """Whether a title is one that only agendas have, or tells its pages."""
    text = _words(group)
    return bool(TYPICAL.match(text) or PAGES.search(text) or any(p.beside for row in group for p in row))


def _is_title(group: Sequence[Row]) -> bool:
    if not group or not group[0] or group[0][0].beside or is_section(group[0]):
        return False
    text = group[0][0].text
    whole = PAGES.sub("", _words(group)).strip()
    if not text[:1].isupper() or len(whole) > LONGEST_TITLE:
        return False
    if PAGES.search(text) and PAGES.sub("", text).strip(" .") and not BEGINS_DESCRIPTION.match(text):
        return True
    if TYPICAL.match(text):
        told = _SENTENCE.search(text if len(text) < len(whole) else whole)
        return not told or (len(text) < len(whole) and len(text) < SHORT)
    if BEGINS_DESCRIPTION.match(text):
        return False
    named = is_people(whole) or is_post(whole) or is_posted(whole)
    named = named or bool(find_presenters(whole, frozenset())[0])
    return not (is_date(whole) or named or _SENTENCE.search(whole))


def _words(group: Sequence[Row]) -> str:
    return join_words([piece.text for row in group for piece in row if not piece.beside])
