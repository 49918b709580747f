"""Items numbered by other marks than plain figures: "(1)", "(i)" or "iv.", "a)" or "(b)".

Descriptions hold such marks too, in their lists; so an agenda is read by them only where they lead
to more of the business every agenda has than its plain numbers do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.agenda.item_numbers import ROMANS, TYPICAL, Numbered, choose_chain, score_row, words_of
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.columns import Piece

_TAIL = r"(?=\s|$)\s*(?P<rest>.*)$"
_BRACKETED = regex(rf"(?P<mark>\(\d{{1,3}}\)){_TAIL}")
_ROMAN = regex(rf"(?P<mark>\([ivxIVX]{{1,6}}\)|[ivxIVX]{{1,6}}[.)]){_TAIL}")
_LETTER = regex(rf"(?P<mark>\([a-zA-Z]\)|[a-zA-Z][.)]){_TAIL}")


def choose_marked(
    rows: Sequence[Sequence[Piece]], plain: Sequence[Numbered], tolerance: float
) -> list[Numbered]:
    """Choose the chain of items among the plain numbers and the other marks.

    Args:
        rows: of the agenda.
        plain: the chain of plain numbers, which holds unless another leads to more usual business.
        tolerance: how far apart two numbers of one column may stand, in the unit of `left`.
    """
    best, most = list(plain), max(_usual(rows, plain), 1)
    for style, pattern, count in (
        ("bracket", _BRACKETED, int),
        ("roman", _ROMAN, _roman),
        ("letter", _LETTER, _letter),
    ):
        chain = choose_chain(_find(rows, style, pattern, count), tolerance)
        inside = (
            any(a.row < chain[0].row and chain[-1].row < b.row for a, b in pairwise(plain))
            if chain
            else False
        )
        if not inside and (usual := _usual(rows, chain)) > most and chain[0].key[0] <= 2:
            best, most = chain, usual
    return best


def _roman(mark: str) -> int:
    return ROMANS.index(mark.lower()) if mark.lower() in ROMANS else 0


def _letter(mark: str) -> int:
    return ord(mark.lower()) - ord("a") + 1


def _find(
    rows: Sequence[Sequence[Piece]], style: str, pattern: re.Pattern[str], count: Callable[[str], int]
) -> list[Numbered]:
    found: list[Numbered] = []
    for index, row in enumerate(rows):
        match = pattern.match(row[0].text) if row and not row[0].beside else None
        if match is None:
            continue
        mark = match["mark"].strip("(.)")
        rest = match["rest"].strip()
        words = words_of(rows, index, rest)
        if words[:1].islower() or not count(mark):
            continue
        key = (count(mark), 0)
        found.append(Numbered(index, key, mark, rest, style, row[0].left, score_row(row, words, key)))
    return found


def _usual(rows: Sequence[Sequence[Piece]], chain: Sequence[Numbered]) -> int:
    """How many items of a chain are such as every agenda has."""
    return sum(TYPICAL.match(words_of(rows, item.row, item.rest)) is not None for item in chain)
