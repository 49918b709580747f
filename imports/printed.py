"""Where words stand on a page, wherever its lines break."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imports.model.document import Page

_SHORTEST_PIECE = 6
_PIECES_WITHIN = 14
"""Words pieced together stand within so many lines."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand on a page: lines by index, and the letters before their end."""

    page: int
    first: int
    last: int
    end: int
    pieced: bool = False


class Print:
    """A page's letters in a row, so that words are found wherever its lines break."""

    def __init__(self, page: Page) -> None:
        self.number, self.lines = page.number, page.lines
        squashed = [squash(line.text) for line in page.lines]
        self.starts: list[int] = []
        at = 0
        for text in squashed:
            self.starts.append(at)
            at += len(text)
        self.letters = "".join(squashed)

    def find(self, letters: str, start: int = 0) -> Place | None:
        """Find letters in a row."""
        at = self.letters.find(letters, start)
        return None if at < 0 else self._place(at, at + len(letters))

    def find_pieces(self, words: Sequence[str], start: int = 0) -> Place | None:
        """Find words in order with others between them, as a column beside them makes it."""
        at, first, reach = start, None, len(self.letters)
        rest = list(words)
        while rest:
            piece, found = self._longest(rest, at, reach)
            if not piece:
                return None
            if first is None:
                first = found
                last_line = self._line(found) + _PIECES_WITHIN
                reach = self.starts[last_line] if last_line < len(self.starts) else reach
            at = found + len("".join(rest[:piece]))
            del rest[:piece]
        return None if first is None else self._place(first, at, pieced=True)

    def _longest(self, words: Sequence[str], start: int, reach: int) -> tuple[int, int]:
        """Give how many of the words stand in a row soonest, and where; (0, -1) where too few do."""
        for many in range(len(words), 0, -1):
            letters = "".join(words[:many])
            if len(letters) < _SHORTEST_PIECE and many < len(words):
                break
            at = self.letters.find(letters, start, reach)
            if at >= 0:
                return many, at
        return 0, -1

    def _line(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def _place(self, at: int, end: int, pieced: bool = False) -> Place:
        return Place(self.number, self._line(at), self._line(max(at, end - 1)), end, pieced)


def squash(text: str) -> str:
    """Give a text's letters and figures alone, case folded."""
    return "".join(filter(str.isalnum, text.casefold()))
