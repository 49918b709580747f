"""What a page paints, as the layout needs it: runs of text, rules and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import Struct


class Run(Struct, frozen=True):
    """One stretch of text painted at once.

    Attributes:
        text: its characters without the blanks at either end; never empty.
        x: where its baseline begins, in points from the page's left.
        y: where its baseline begins, in points from the page's foot.
        width: along the baseline.
        size: height of the type, in points.
        turn: direction of the baseline in degrees anticlockwise; 0 is upright text.
        bold: whether it is in a bold face.
        form: which Form XObject painted it, counted from 1; 0 is the page itself.
        blank_before: whether blanks were painted before it.
        blank_after: whether blanks were painted after it.
    """

    text: str
    x: float
    y: float
    width: float
    size: float
    turn: int
    bold: bool
    form: int
    blank_before: bool
    blank_after: bool


class Rule(NamedTuple):
    """A straight line or the edge of a box, level or upright, with the page's foot at 0."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Painted:
    """Everything one page painted, in painting order.

    Attributes:
        width: of the page as it is seen, in points.
        height: of the page as it is seen, in points.
        runs: its text.
        rules: its level and upright lines.
        pictures: how many images it shows.
        covered: share of the page that the largest image covers.
        hidden: how many letters are set but not painted, as those of a recognised scan are.
        curves: how many curves, slopes and long outlines it draws.
        drawn: the area they take, each by itself, in square points.
        boxes: its filled boxes that are no rules.
        discs: its small discs.
    """

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: int = 0
    covered: float = 0.0
    hidden: int = 0
    curves: int = 0
    drawn: float = 0.0
    boxes: list[Rule] = field(default_factory=list)
    discs: list[Rule] = field(default_factory=list)
