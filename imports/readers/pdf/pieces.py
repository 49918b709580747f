"""Brings what was painted into one frame (left and top at 0, text level) and joins it to fragments."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct, field

from imports.readers.pdf.device import CELL_GAP, WORD_GAP
from imports.readers.pdf.letters import is_set_apart, mend_spacing
from imports.readers.raised import is_note, takes_note

if TYPE_CHECKING:
    from imports.readers.pdf.runs import Painted, Rule, Run

_ASCENT, _DESCENT = 0.8, 0.22
_OVERPRINTS = 12
_BAND = 8.0
# A page is turned where so many times more letters are than are upright.
_TURNED = 2
# A gap that is wider than a blank need be, in ems: a column may begin after it.
_WIDE_BLANK = 0.35
# How much wider a blank between words is than those between a word's letters, in a title set apart.
_WIDER = 1.5
# Raised letters are so much smaller and higher, in ems of the words they belong to.
_SMALLER, _RAISED = 0.8, 0.15


class Box(Struct, frozen=True):
    """A place on the page, in points from its left and top."""

    left: float
    top: float
    right: float
    bottom: float


class Fragment(Struct):
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
        gaps: the wide blanks inside: where each begins and ends, and where in the text the rest begins.
        noted: whether it ends with the raised number of a note.
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
    gaps: list[tuple[float, float, int]] = field(default_factory=list)
    noted: bool = False

    def add(self, other: Fragment, blank: bool) -> None:
        """Put the fragment that follows on the same baseline at this one's end."""
        if other.size != self.size or self.noted:
            blank = self._sets_apart(other) or blank
        if blank and other.left - self.right > _WIDE_BLANK * other.size:
            self.gaps.append((self.right, other.left, len(self.text) + 1))
        self.text += (" " if blank else "") + other.text
        self.right = max(self.right, other.right)
        for size, count in other.letters.items():
            self.letters[size] = self.letters.get(size, 0) + count
        self.bold += other.bold
        self.open = other.open
        if other.size > self.size:
            self.size, self.base = other.size, other.base
        self.box = surround(self.box, other.box)

    def raises(self, other: Fragment) -> bool:
        """Whether another is smaller than this one and raised against it."""
        return other.size <= _SMALLER * self.size and other.base < self.base - _RAISED * self.size

    def _sets_apart(self, other: Fragment) -> bool:
        """Whether one is a word and the other the raised number of a note: 2020 and 1 are not 20201."""
        noted = self.noted
        if self.raises(other):
            self.noted = is_note(other.text) or (noted and not other.text.isalpha())
            return self.noted and not noted and takes_note(self.text)
        self.noted = False
        return (noted or (other.raises(self) and is_note(self.text))) and other.text[0].isalpha()

    def encloses(self, piece: Fragment) -> bool:
        """Put raised letters painted after their line into the gap left for them, if there is one."""
        if piece.size > _SMALLER * self.size or abs(piece.base - self.base) > 0.6 * self.size:
            return False
        slack = 0.2 * self.size
        for number, (start, end, place) in enumerate(self.gaps):
            if abs(piece.left - start) <= slack and piece.right <= end + slack:
                before, rest = self.text[: place - 1], self.text[place - 1 :]
                apart = self.raises(piece) and is_note(piece.text) and takes_note(before)
                raised = f" {piece.text}" if apart else piece.text
                self.text = before + raised + rest
                self.gaps[number:] = [
                    (begin, stop, later + len(raised)) for begin, stop, later in self.gaps[number + 1 :]
                ]
                return True
        return False


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


def frame(page: Painted, stamps: frozenset[int]) -> Frame:
    """Find the direction most letters run in; only quarter turns count.

    A page is seen upright unless by far the most of it is turned: heads of columns often are.
    """
    weights: Counter[int] = Counter()
    for run in page.runs:
        if run.turn % 90 == 0 and run.form not in stamps:
            weights[run.turn] += len(run.text)
    turn, most = max(weights.items(), key=lambda weight: weight[1], default=(0, 0))
    if most < _TURNED * weights[0]:
        turn = 0
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
    printed: dict[str, dict[int, list[Fragment]]] = {}
    for order, run in enumerate(page.runs):
        piece = _piece(run, order, view, run.form in stamps)
        here = round(piece.base / _BAND)
        bands = printed.get(piece.text)
        if bands is None:  # most words are printed once
            printed[piece.text] = {here: [piece]}
            found.append(piece)
            continue
        same = bands.setdefault(here, [])
        near = [*same, *bands.get(here - 1, ()), *bands.get(here + 1, ())]
        if not near or not _is_overprint(piece, near):
            found.append(piece)
            if len(same) < _OVERPRINTS:
                same.append(piece)
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
    """Whether the same words were painted at this very place before (a way to make them look bold)."""
    reach = 0.12 * piece.size
    for other in before:
        if (
            other.turn == piece.turn
            and abs(other.left - piece.left) < reach
            and abs(other.base - piece.base) < reach
        ):
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
        elif last is not None and here == cell and last.gaps and last.encloses(piece):
            continue
        else:
            joined.append(piece)
        cell = here
    for order, fragment in enumerate(joined):
        fragment.order = order
        if is_set_apart(fragment.text):
            mended = mend_spacing(fragment.text, _word_ends(fragment))
            if mended != fragment.text:
                fragment.text, fragment.gaps = mended, []
    return joined


def _word_ends(fragment: Fragment) -> list[int]:
    """Where in a title set letter by letter the next word begins: behind the widest of its blanks."""
    gaps = fragment.gaps
    widths = [end - start for start, end, _ in gaps]
    least = min(widths, default=0.0)
    if len(gaps) < fragment.text.count(" ") and max(widths, default=0.0) <= _WIDER * least:
        least = 0.0  # those between letters are too narrow to be kept
    return [place for start, end, place in gaps if end - start > _WIDER * least]


def _follows(last: Fragment, piece: Fragment) -> bool:
    if last.turn != piece.turn or last.stamp != piece.stamp:
        return False
    small, large = sorted((last.size, piece.size))
    gap, drop = piece.left - last.right, abs(piece.base - last.base)
    if drop <= 0.15 * large:
        return -0.4 * large <= gap <= CELL_GAP * large
    # Raised or lowered: `10th`, a footnote's number, and the blank behind one.
    return small <= _SMALLER * large and drop <= 0.6 * large and -0.2 * large <= gap <= 0.4 * large


def surround(one: Box, other: Box) -> Box:
    """Give the smallest box around both."""
    return Box(
        min(one.left, other.left), min(one.top, other.top),
        max(one.right, other.right), max(one.bottom, other.bottom),
    )  # fmt: skip
