"""Brings what was painted into one frame (left and top at 0, text level) and joins it to fragments."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from imports.readers.pdf.device import CELL_GAP, WORD_GAP
from imports.readers.pdf.letters import mend_spacing
from imports.readers.pdf.runs import Painted, Rule, Run

_ASCENT, _DESCENT = 0.8, 0.22
_OVERPRINTS = 12


class Box(NamedTuple):
    """A place on the page, in points from its left and top."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Fragment:
    """Words set in one go on one baseline, with no wide gap inside.

    Attributes:
        text: its words.
        left: where it begins, along its own direction.
        right: where it ends.
        base: how far down its baseline is.
        size: height of the type its baseline was set in.
        order: its place in painting order.
        turn: its direction against the page's main one, in degrees.
        box: where it stands on the page.
        stamp: whether it was laid over the page.
        letters: how many letters of each size it holds.
        bold: how many of its letters are bold.
        open: whether blanks were painted after it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    order: int
    turn: int
    box: Box
    stamp: bool
    letters: dict[float, int] = field(default_factory=dict)
    bold: int = 0
    open: bool = False

    def add(self, other: Fragment, blank: bool) -> None:
        """Put the fragment that follows on the same baseline at this one's end."""
        self.text += (" " if blank else "") + other.text
        self.right = max(self.right, other.right)
        for size, count in other.letters.items():
            self.letters[size] = self.letters.get(size, 0) + count
        self.bold += other.bold
        self.open = other.open
        if other.size > self.size:
            self.size, self.base = other.size, other.base
        self.box = surround(self.box, other.box)


@dataclass(frozen=True, slots=True)
class Frame:
    """A page seen the way most of its text runs.

    Attributes:
        width: in points.
        height: in points.
        turn: how far the page's text is turned, in degrees anticlockwise.
    """

    width: float
    height: float
    turn: int

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Say how far along and how far down a point of the painted page is."""
        if self.turn == 90:
            return y, x
        if self.turn == 180:
            return self.width - x, y
        if self.turn == 270:
            return self.width - y, self.height - x
        return x, self.height - y

    def rule(self, rule: Rule) -> Box:
        """Say where a rule stands."""
        (x0, y0), (x1, y1) = self.place(rule.x0, rule.y0), self.place(rule.x1, rule.y1)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def frame(page: Painted) -> Frame:
    """Find the direction most letters run in; only quarter turns count."""
    weights: Counter[int] = Counter()
    for run in page.runs:
        if run.turn % 90 == 0:
            weights[run.turn] += len(run.text)
    turn = weights.most_common(1)[0][0] if weights else 0
    if turn in (90, 270):
        return Frame(page.height, page.width, turn)
    return Frame(page.width, page.height, turn)


def pieces(page: Painted, view: Frame, stamps: frozenset[int]) -> list[Fragment]:
    """Turn every run into a fragment of its own, in painting order; a word printed twice counts once.

    Args:
        page: what was painted.
        view: the frame of the page.
        stamps: the forms that are stamps.
    """
    found: list[Fragment] = []
    for order, run in enumerate(page.runs):
        piece = _piece(run, order, view, run.form in stamps)
        if not _is_overprint(piece, found):
            found.append(piece)
    return found


def _piece(run: Run, order: int, view: Frame, stamp: bool) -> Fragment:
    size = run.size or 1.0
    letters = {round(run.size, 1): len(run.text)}
    bold = len(run.text) if run.bold else 0
    left, base = view.place(run.x, run.y)
    turn = (run.turn - view.turn) % 360
    if turn == 0:
        box = Box(left, base - _ASCENT * size, left + run.width, base + _DESCENT * size)
        right = left + run.width
    else:
        angle = math.radians(run.turn)
        along, across = math.cos(angle), math.sin(angle)
        corners = [
            view.place(run.x + far * along - up * across, run.y + far * across + up * along)
            for far in (0.0, run.width)
            for up in (-_DESCENT * size, _ASCENT * size)
        ]
        box = Box(
            min(x for x, _ in corners), min(y for _, y in corners),
            max(x for x, _ in corners), max(y for _, y in corners),
        )  # fmt: skip
        left, base = run.x * along + run.y * across, run.x * across - run.y * along
        right = left + run.width
    piece = Fragment(run.text, left, right, base, size, order, turn, box, stamp, letters, bold)
    piece.open = run.blank_after
    return piece


def _is_overprint(piece: Fragment, before: list[Fragment]) -> bool:
    """Whether the same words were just painted at this very place (a way to make them look bold)."""
    text, reach = piece.text, 0.12 * piece.size
    for other in before[-_OVERPRINTS:]:
        if other.text != text or other.turn != piece.turn:
            continue
        if abs(other.left - piece.left) < reach and abs(other.base - piece.base) < reach:
            other.bold = sum(other.letters.values())
            return True
    return False


def join(found: list[Fragment], cells: list[object], blanks: list[bool]) -> list[Fragment]:
    """Join pieces painted one after the other on one baseline, unless a wide gap or a rule divides them.

    Args:
        found: pieces in painting order; the first of each line grows into what is returned.
        cells: for each, the table cell it stands in, or None.
        blanks: for each, whether blanks were painted before it.
    """
    joined: list[Fragment] = []
    cell: object = None
    for piece, here, blank in zip(found, cells, blanks, strict=True):
        last = joined[-1] if joined else None
        if last is not None and here == cell and _follows(last, piece):
            gap = piece.left - last.right
            last.add(piece, blank or last.open or gap > WORD_GAP * min(last.size, piece.size))
        else:
            joined.append(piece)
        cell = here
    for order, fragment in enumerate(joined):
        fragment.order = order
        fragment.text = mend_spacing(fragment.text)
    return joined


def _follows(last: Fragment, piece: Fragment) -> bool:
    if last.turn != piece.turn or last.stamp != piece.stamp:
        return False
    small, large = sorted((last.size, piece.size))
    gap, drop = piece.left - last.right, abs(piece.base - last.base)
    if drop <= 0.15 * large:
        return -0.4 * large <= gap <= CELL_GAP * large
    # Raised or lowered: `10th`, a footnote's number.
    return small <= 0.8 * large and drop <= 0.6 * large and -0.2 * large <= gap <= 0.3 * large


def close_gaps(fragments: list[Fragment]) -> list[Fragment]:
    """Join a row's fragments, from left to right, where no wide gap divides them after all."""
    closed = fragments[:1]
    for fragment in fragments[1:]:
        last = closed[-1]
        gap = fragment.left - last.right
        if gap <= CELL_GAP * max(last.size, fragment.size):
            last.add(fragment, last.open or gap > WORD_GAP * min(last.size, fragment.size))
        else:
            closed.append(fragment)
    return closed


def surround(one: Box, other: Box) -> Box:
    """Give the smallest box around both."""
    return Box(
        min(one.left, other.left), min(one.top, other.top),
        max(one.right, other.right), max(one.bottom, other.bottom),
    )  # fmt: skip
