"""The headings of a document beside its pages; the row of where one reads is kept in sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import line
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.row_list import ModelRow, RowList

if TYPE_CHECKING:
    from scrutiny_tui.services.models.reading import OutlineHeading
    from scrutiny_tui.widgets.spots import Spot

MOST = 1500
"""More headings than this are not shown: the deepest levels go first."""


class ReaderOutline(RowList):
    """The headings, indented by level, each with its pack page."""

    _headings: tuple[OutlineHeading, ...] = ()

    def show_headings(self, outline: Sequence[OutlineHeading], numbers: Mapping[int, int | None]) -> None:
        """List these headings."""
        self._headings = shown_headings(outline)
        highest = min((heading.level for heading in self._headings), default=1)
        self.show(
            (ModelRow(_row(heading, highest, numbers), heading) for heading in self._headings), keep=False
        )

    def follow(self, spot: Spot) -> None:
        """Put the cursor on the heading that a spot stands under."""
        at = heading_at(self._headings, spot)
        if at is not None and not self.has_focus:
            self.highlighted = at


def shown_headings(outline: Sequence[OutlineHeading]) -> tuple[OutlineHeading, ...]:
    """The headings that fit a list, the deepest levels left out where there are too many."""
    level = max((heading.level for heading in outline), default=1)
    shown = tuple(outline)
    while len(shown) > MOST and level > 1:
        level -= 1
        shown = tuple(heading for heading in outline if heading.level <= level)
    return shown[:MOST]


def heading_at(outline: Sequence[OutlineHeading], spot: Spot) -> int | None:
    """Which heading a spot stands under; None before the first."""
    found = bisect_right(outline, (spot.page, spot.block), key=lambda heading: (heading.page, heading.block))
    return found - 1 if found else None


def _row(heading: OutlineHeading, highest: int, numbers: Mapping[int, int | None]) -> Row:
    indent = Content(" " * (1 + 2 * min(3, heading.level - highest)))
    text = line(heading.text, "bold" if heading.level == highest else "")
    number = numbers.get(heading.page)
    page = Content.styled("" if number is None else str(number), "$text-muted")
    return Row((Column(indent + text), Column(page, 4, right=True)))
