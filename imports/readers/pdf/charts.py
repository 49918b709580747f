"""Tells charts, maps and letters drawn as shapes from the rules, boxes and shading a page is set with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imports.readers.pdf.runs import Painted, Rule

FEWEST_CURVES = 8
LEAST_SHARE = 0.05
FEWEST_BARS, FEWEST_LENGTHS = 4, 3
LARGEST_BAR = 0.25
NEAR = 1.5


def draws(page: Painted) -> bool:
    """Whether a page shows a picture that is drawn and no image: curves and slopes, or the bars of a chart.

    A logo is small, a table's shading comes in cells as wide as each other, and rules are straight.
    """
    area = max(1.0, page.width * page.height)
    if page.curves >= FEWEST_CURVES and page.drawn / area >= LEAST_SHARE:
        return True
    if len(page.boxes) < FEWEST_BARS:
        return False
    boxes = [box for box in page.boxes if (box.x1 - box.x0) * (box.y1 - box.y0) < LARGEST_BAR * area]
    standing = _bars((box.y0, box.x1 - box.x0, box.y1 - box.y0, box) for box in boxes)
    lying = _bars((box.x0, box.y1 - box.y0, box.x1 - box.x0, box) for box in boxes)
    return any(not _holds_words(page, bars) for bars in (*standing, *lying))


def _bars(boxes: Iterable[tuple[float, float, float, Rule]]) -> list[list[Rule]]:
    """The boxes that begin at one line, as broad as each other, and are of several lengths."""
    rows: dict[tuple[int, int], list[tuple[float, Rule]]] = defaultdict(list)
    for foot, breadth, length, box in boxes:
        rows[round(foot / NEAR), round(breadth / NEAR)].append((length, box))
    return [
        [box for _, box in row]
        for row in rows.values()
        if len(row) >= FEWEST_BARS and len({round(length / NEAR) for length, _ in row}) >= FEWEST_LENGTHS
    ]


def _holds_words(page: Painted, bars: list[Rule]) -> bool:
    """Whether most of some boxes hold words, as the cells of a table do and bars seldom."""
    words = [(run.x + run.width / 2, run.y) for run in page.runs if any(map(str.isalpha, run.text))]
    held = sum(any(b.x0 < x < b.x1 and b.y0 - NEAR < y < b.y1 for x, y in words) for b in bars)
    return 2 * held > len(bars)
