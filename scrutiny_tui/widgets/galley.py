"""All pages of a document one under the other: what stands on a line, and what must be fetched for it.

Only pages that were fetched have true heights; the others have guesses, so a document of any length
opens at any page at once. Lines count from the top of the first page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from scrutiny_tui.widgets.spots import Spot, line_of, readable, spot_of
from scrutiny_tui.widgets.typeset import Beside, Measure, Remark, SetLine, estimate_height, set_page

if TYPE_CHECKING:
    from imports.model.reading import ReadPage
    from scrutiny_tui.services.models.reading import PageNumber

_NO_REMARKS: Mapping[int, tuple[Remark, ...]] = {}


HEAD_KEPT = 3
"""As many lines of a table's head stay in sight above its rows."""


class Galley:
    """The set pages of one document."""

    def __init__(self, numbers: Sequence[PageNumber], measure: Measure) -> None:
        self.numbers = tuple(numbers)
        self.measure = measure
        self.pages: dict[int, ReadPage] = {}
        self._remarks: dict[int, Mapping[int, tuple[Remark, ...]]] = {}
        self._set: dict[int, tuple[SetLine, ...]] = {}
        self._heights: list[int] = []
        self._tops: list[int] = []
        self.set_measure(measure)

    @property
    def height(self) -> int:
        """How many lines all pages take, as far as is known."""
        return self._all_tops()[-1]

    def set_measure(self, measure: Measure) -> None:
        """Set everything anew at another width."""
        self.measure = measure
        self._set.clear()
        self._heights = [estimate_height(number.length, measure) for number in self.numbers]
        self._tops = []

    def put(self, pages: Iterable[ReadPage]) -> None:
        """Take in fetched pages."""
        for page in pages:
            if 1 <= page.number <= len(self.numbers):
                self.pages[page.number] = page
                self._forget(page.number)

    def annotate(self, page: int, remarks: Mapping[int, tuple[Remark, ...]]) -> None:
        """Show remarks under blocks of a page."""
        if self._remarks.get(page, _NO_REMARKS) != remarks:
            self._remarks[page] = dict(remarks)
            self._forget(page)

    def lines(self, page: int) -> tuple[SetLine, ...] | None:
        """The set lines of a page, or None while it is not fetched."""
        if page in self._set:
            return self._set[page]
        if page not in self.pages:
            return None
        before = None if self._remarks.get(page - 1) else self.pages.get(page - 1)
        beside = Beside(before, self.pages.get(page + 1))
        lines = set_page(self.pages[page], self.measure, self._remarks.get(page), beside)
        self._set[page] = lines
        if self._heights[page - 1] != len(lines):
            self._heights[page - 1] = len(lines)
            self._tops = []
        return lines

    def top(self, page: int) -> int:
        """The line a page begins on."""
        return self._all_tops()[page - 1]

    def at(self, y: int) -> tuple[int, int]:
        """The page and the line of it that stand at line `y`; the first of all before there are pages."""
        if not self.numbers:
            return 1, 0
        tops = self._all_tops()
        index = max(0, min(bisect_right(tops, y) - 1, len(self.numbers) - 1))
        return index + 1, max(0, min(y - tops[index], self._heights[index] - 1))

    def line(self, y: int) -> tuple[int, int, SetLine | None]:
        """The page, the line of it, and what stands there; None while the page is not fetched."""
        page, line = self.at(y)
        lines = self.lines(page)
        return page, line, lines[line] if lines is not None and line < len(lines) else None

    def head_above(self, y: int) -> tuple[tuple[int, int, SetLine], ...]:
        """The head of the table whose rows stand at line `y` and below it, where it stands further up."""
        page, at, line = self.line(y)
        if line is None or line.kind not in ("table", "gap") or line.block < 0:
            return ()
        lines = self.lines(page) or ()
        begins = at
        while begins > 0 and lines[begins - 1].block == line.block:
            begins -= 1
        head = [n for n in range(begins, at) if lines[n].kind in ("head", "divide")]
        if not 1 < len(head) <= HEAD_KEPT:
            return ()
        beneath = self.line(y + len(head))[2]
        same = beneath is not None and beneath.block == line.block
        return tuple((page, n, lines[n]) for n in head) if same else ()

    def settle(self, first: int, last: int, around: int) -> list[int]:
        """Set what stands between two lines; name the pages to be fetched for `around` lines more."""
        for page in range(self.at(first)[0], self.at(last)[0] + 1):
            self.lines(page)
        before, after = self.at(first - around)[0], self.at(last + around)[0]
        beside = range(max(1, before - 1), min(len(self.numbers), after + 2) + 1)
        return [page for page in beside if page not in self.pages]

    def set_one(self, first: int, last: int) -> int | None:
        """Set one page of those fetched between two lines, those below first; None where all are set."""
        before, after = self.at(first)[0], self.at(last)[0]
        for page in sorted(range(before, after + 1), key=lambda page: self.top(page) < (first + last) // 2):
            if page in self.pages and page not in self._set:
                self.lines(page)
                return page
        return None

    def y_of(self, spot: Spot) -> int:
        """The line a spot stands on; of a page not fetched, its first."""
        lines = self.lines(spot.page)
        return self.top(spot.page) + (0 if lines is None else line_of(lines, spot))

    def spot_at(self, y: int) -> Spot:
        """The spot of a line."""
        page, line = self.at(y)
        lines = self.lines(page)
        return Spot(page) if lines is None else spot_of(page, lines, line)

    def step(self, spot: Spot, by: int) -> Spot:
        """The spot one readable line further (`by` 1) or back (-1); the same at the document's ends."""
        page, lines = spot.page, self.lines(spot.page)
        at = 0 if lines is None else line_of(lines, spot) + by
        while lines is not None:
            while 0 <= at < len(lines):
                if readable(lines[at]):
                    return Spot(page, lines[at].block, max(0, lines[at].start))
                at += by
            page += by
            if not 1 <= page <= len(self.numbers):
                return spot
            lines = self.lines(page)
            at = 0 if by > 0 or lines is None else len(lines) - 1
        return Spot(page)

    def _forget(self, page: int) -> None:
        """Set a page anew, and those beside it: a sentence may go over from one to the other."""
        for one in (page - 1, page, page + 1):
            self._set.pop(one, None)

    def _all_tops(self) -> list[int]:
        if not self._tops:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops
