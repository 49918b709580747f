"""What a document's view asks for: pages to show, and where to stand in them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imports.model.reading import ReadPage

if TYPE_CHECKING:
    from scrutiny_tui.widgets.spots import Spot

FetchPages = Callable[[int, int], Awaitable[Sequence[ReadPage]]]
"""Fetches the file's pages from first to last, both included; fewer where they cannot be had."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where to stand once a page is fetched: at the words of a quote, else at a remembered line.

    Attributes:
        page: of the file.
        quote: the words to stand at, or "".
        line: the remembered line of the page at the standard measure.
        words: words of the quote to mark, as printed.
        spot: the very spot, where it is known.
    """

    page: int
    quote: str = ""
    line: int = 0
    words: tuple[str, ...] = ()
    spot: Spot | None = None
