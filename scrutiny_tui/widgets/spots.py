"""Places in a document that hold at any width, and the way between them and lines on the screen."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrutiny_tui.widgets.typeset import STANDARD, SetLine, set_page

if TYPE_CHECKING:
    from imports.model.reading import ReadPage

_CHARACTERS_COMPARED = 60  # enough to tell two passages of a page apart
_FEWER = (60, 45, 30)  # compared one after the other: words may be joined otherwise further on
_WORD = re.compile(r"[^\W_]+")
_LIKE_ENOUGH = 70.0  # of 100: below this a quote is not on the page


@dataclass(frozen=True, slots=True)
class Spot:
    """Offset `start` of block `block` of the file's page `page`."""

    page: int
    block: int = 0
    start: int = 0


def readable(line: SetLine) -> bool:
    """Whether a line holds words of the page, so that the reading cursor may stand on it."""
    return line.block >= 0 and line.kind not in ("gap", "divide", "note", "amended")


def line_of(lines: Sequence[SetLine], spot: Spot) -> int:
    """The line a spot stands on: the last readable one that does not begin after it; else the first."""
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if (line.block, line.start) <= (spot.block, spot.start) and readable(line):
            return at
    return next((at for at, line in enumerate(lines) if readable(line)), 0)


def spot_of(page: int, lines: Sequence[SetLine], at: int) -> Spot:
    """The spot of a line, or of the next readable one; of the last one where none follows."""
    after = (line for line in lines[at:] if readable(line))
    before = (line for line in reversed(lines[:at]) if readable(line))
    line = next(after, None) or next(before, None)
    return Spot(page) if line is None else Spot(page, line.block, max(0, line.start))


def standard_line(page: ReadPage, spot: Spot) -> int:
    """The spot as a line of the page at the standard measure, which is how a place is remembered."""
    return line_of(set_page(page, STANDARD), spot)


def spot_of_standard_line(page: ReadPage, line: int) -> Spot:
    """The spot a remembered line means."""
    lines = set_page(page, STANDARD)
    return spot_of(page.number, lines, max(0, min(line, len(lines) - 1)))


def locate(page: ReadPage, quote: str) -> Spot | None:
    """Find a quote's beginning on a page, whatever became of its blanks; None where it is not there.

    A quote may go on over several blocks: a passage's heading, its table's name, its paragraph.
    """
    wanted = _bare(quote)
    if not wanted:
        return None
    texts = [_bare(block.text) for block in page.blocks]
    whole = "".join(texts)
    places = (whole.find(wanted[:length]) for length in _FEWER)
    found = next((place for place in places if place >= 0), None)
    if found is None:
        return _most_alike(page, quote)
    for at, text in enumerate(texts):
        if found < len(text):
            return Spot(page.number, at, _offset(page.blocks[at].text, found))
        found -= len(text)
    return None


Marked = dict[int, list[tuple[int, int]]]
"""By block, what is marked in its text: (start, end)."""


def sought(page: ReadPage, quote: str, words: Collection[str]) -> Marked:
    """Where a quote's words stand on the page it begins on.

    Args:
        page: the page.
        quote: the passage, of which only as much is looked at as this page holds of it.
        words: as the passage prints them, any case.
    """
    start, length = locate(page, quote), len(_bare(quote))
    found: Marked = {}
    if start is None:
        return found
    for at in range(start.block, len(page.blocks)):
        if length <= 0:
            break
        text, begin = page.blocks[at].text, start.start if at == start.block else 0
        found[at] = _places(text, words, begin)
        length -= len(_bare(text[begin:]))
    return found


def sought_on(page: ReadPage, quote: str, words: Collection[str]) -> Marked:
    """Where a quote's words stand on the page it goes on to: in the blocks there that are part of it."""
    whole = _bare(quote)
    found: Marked = {}
    for at, block in enumerate(page.blocks):
        if block.kind == "furniture":
            continue
        begins = _bare(block.text)[: _FEWER[-1]]
        if not begins or begins not in whole:
            break
        found[at] = _places(block.text, words)
    return found


def _places(text: str, words: Collection[str], begin: int = 0) -> list[tuple[int, int]]:
    wanted = {word.casefold() for word in words}
    tokens = _WORD.finditer(text, begin)
    return [token.span() for token in tokens if token[0].casefold() in wanted]


def _most_alike(page: ReadPage, quote: str) -> Spot | None:
    """The block most like the quote, for words that were joined or cut otherwise than on the page.

    In a table it is the row where they are likest. Of a block shorter than the quote all must be in it,
    and it must be a good part of it: a lone word is in many quotes.
    """
    from rapidfuzz import fuzz, process

    wanted = quote[:400]
    least = min(len(wanted), _CHARACTERS_COMPARED) // 2
    texts = {at: block.text for at, block in enumerate(page.blocks) if len(block.text.strip()) >= least}
    best = process.extractOne(wanted, texts, scorer=fuzz.partial_ratio, score_cutoff=_LIKE_ENOUGH)
    if best is None:
        return None
    block = page.blocks[best[2]]
    if block.kind != "table":
        return Spot(page.number, best[2])
    likest = fuzz.partial_ratio_alignment(wanted[:_CHARACTERS_COMPARED], block.text)
    row = 0 if likest is None else block.text.rfind("\n", 0, likest.dest_start + 1) + 1
    return Spot(page.number, best[2], row)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def _offset(text: str, bare: int) -> int:
    """The offset in `text` of its `bare`-th character that is no blank."""
    seen = -1
    for at, character in enumerate(text):
        seen += len(_bare(character))
        if seen >= bare:
            return at
    return 0
