"""Set a page's blocks in lines of a given measure: headings, hung items, tables in columns.

Pure: no widget, no terminal. Every piece of a line remembers where in its block's text it begins, so
that a find hit, a mark or a reading place can be shown at any width. Widths are terminal cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import ceil
from typing import TYPE_CHECKING, Literal

from scrutiny_tui.widgets.columns import set_rows
from scrutiny_tui.widgets.joining import OverTheEnd, goes_on, over_the_end
from scrutiny_tui.widgets.wrapping import width_of, wrap

if TYPE_CHECKING:
    from imports.model.reading import Block, ReadPage

LineKind = Literal[
    "rule",
    "gap",
    "heading",
    "paragraph",
    "item",
    "table",
    "head",
    "divide",
    "furniture",
    "notice",
    "note",
    "amended",
]

SPARSE = 200
"""A page with pictures and fewer characters than this is mostly pictures."""

_HANGS = re.compile(
    r"(?:[•▪●◦‣·○■□➢✓*–—-]|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivx]{1,5})[.)]|\d{1,3}(?:\.\d{1,3}){1,3})\s+"
)
_BULLETS = "•◦▪"  # by level, for items that lost their own
_DEEPEST = 6  # levels of indent that are shown
_NAME = 40  # letters
_STOPS = (".", ":", ";", "!", "?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words at a column of a line.

    Attributes:
        column: where they begin, in cells.
        text: the words.
        start: their offset in their block's text, -1 if they are none of it.
        of: the page and block they are of, where these are not the line's own.
    """

    column: int
    text: str
    start: int
    of: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of a set page; `block` is -1 for lines that belong to no block.

    The first `frozen` cells stay where they are when the line's table is moved sideways.

    Attributes:
        start: the smallest offset in the block's text that stands on this line, or -1.
        width: cells from the text's left edge to the end of the line.
    """

    kind: LineKind
    block: int = -1
    level: int = 1
    pieces: tuple[Piece, ...] = ()
    frozen: int = 0
    start: int = field(init=False, compare=False)
    width: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Look once at what is asked of every line at every key."""
        starts = [one.start for one in self.pieces if one.start >= 0 and one.of is None]
        ends = [one.column + width_of(one.text) for one in self.pieces]
        object.__setattr__(self, "start", min(starts, default=-1))
        object.__setattr__(self, "width", max(ends, default=0))


@dataclass(frozen=True, slots=True)
class Remark:
    """Words set under a block that are none of the page: the member's own, or what changed it later."""

    kind: Literal["note", "amended", "replaced"]
    words: str


REMARKS = {"note": "✎", "amended": "△", "replaced": "↷"}
"""The mark each kind of remark begins with."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide running text and tables may be set, and whether running lines are shown."""

    text: int
    table: int
    furniture: bool = False


STANDARD = Measure(72, 72)
"""The measure reading places are counted in, whatever the terminal's width."""


def estimate_height(length: int, measure: Measure) -> int:
    """Guess how many lines a page of `length` characters will take, before it is fetched."""
    return 3 + ceil(length / max(1, measure.text * 0.7))


Remarks = Mapping[int, tuple[Remark, ...]]


@dataclass(frozen=True, slots=True)
class Beside:
    """The pages before and after one, where a sentence goes over to or from them."""

    before: ReadPage | None = None
    after: ReadPage | None = None


def set_page(
    page: ReadPage, measure: Measure, remarks: Remarks | None = None, beside: Beside | None = None
) -> tuple[SetLine, ...]:
    """Set a page; `remarks` go under their blocks.

    The first line is the page's rule, unless a sentence of the page before goes on here: then the words
    that fill its last line stand there, and the rest begins here. A page with remarks ends with a rule.
    """
    remarks = remarks or {}
    before, after = (beside.before, beside.after) if beside and not measure.furniture else (None, None)
    over = over_the_end(before, page) if before is not None else None
    run = None if before is None or over is None else _run_from(before, over, page, measure)
    lines = [SetLine("rule"), *_notices(page, measure.text)] if run is None else run.lines
    previous = -1 if over is None else over.first
    for at, block in enumerate(page.blocks):
        if at <= previous and over is not None:
            continue  # it is set already
        if block.kind == "furniture" and not measure.furniture:
            continue
        if run is not None and not remarks.get(previous) and goes_on(page.blocks[previous], block):
            run.add(block.text, at, measure.text)
        else:
            if previous >= 0 and not _stand_together(page.blocks[previous], block):
                lines.append(SetLine("gap"))
            run = _set_block(lines, at, block, measure)
        for remark in remarks.get(at, ()):
            lines += _set_remark(at, remark, measure.text)
        previous = at
    if run is not None and after is not None and not remarks and (ends := over_the_end(page, after)):
        run.add(after.blocks[ends.first].text, ends.first, measure.text, page=after.number)
        return tuple(lines)
    return (*lines, SetLine("gap"))


@dataclass
class _Run:
    """Running text being set: further blocks of the same sentence go on where the last line ends."""

    lines: list[SetLine]
    hang: int

    def add(self, text: str, at: int, width: int, *, page: int = 0) -> None:
        """Go on with the words of block `at`; of another `page` only those that fill the last line."""
        last = self.lines[-1]
        joint = 0 if last.pieces[-1].text.endswith(("-", "\u2010")) else 1
        room = width - last.width - joint
        words = text.split(maxsplit=1)
        fits = bool(words) and width_of(words[0]) <= room
        stretches = wrap(text, width - self.hang, room if fits else None)
        if page and len(stretches) < 2:
            return
        if fits:
            start, end = stretches.pop(0)
            carried = Piece(last.width + joint, text[start:end], start, (page, at))
            self.lines[-1] = replace(last, pieces=(*last.pieces, carried))
        if not page:
            self.lines += [
                SetLine(last.kind, at, last.level, (Piece(self.hang, text[start:end], start),))
                for start, end in stretches
            ]


def _run_from(before: ReadPage, over: OverTheEnd, page: ReadPage, measure: Measure) -> _Run:
    """Set what is left here of a sentence that began on the page before."""
    lines: list[SetLine] = []
    run = _set_block(lines, over.begins, before.blocks[over.begins], measure)
    assert run is not None
    for at in range(over.begins + 1, over.last + 1):
        if before.blocks[at].kind != "furniture":
            run.add(before.blocks[at].text, at, measure.text)
    text, last = page.blocks[over.first].text, lines[-1]
    run.add(text, over.first, measure.text, page=page.number)
    carried = lines[-1].pieces[-1] if lines[-1] is not last else None
    begin = 0 if carried is None else carried.start + len(carried.text)
    run.lines = [
        SetLine(last.kind, over.first, last.level, (Piece(run.hang, text[start:end], start),))
        for start, end in wrap(text, measure.text - run.hang, begin=begin)
    ]
    return run


def _stand_together(previous: Block, block: Block) -> bool:
    """Whether no blank line parts two blocks: items of a list, and names that stand one below the other."""
    if previous.kind != block.kind:
        return False
    return block.kind in ("item", "furniture") or (_is_name(previous) and _is_name(block))


def _is_name(block: Block) -> bool:
    text = block.text
    return (
        block.kind == "paragraph" and len(text) <= _NAME and text[:1].isalpha() and not text.endswith(_STOPS)
    )


def _notices(page: ReadPage, width: int) -> Iterator[SetLine]:
    """What a person must know of a page that is not, or not only, its text."""
    said = [words for words in (_kept_back(page), _not_text(page)) if words]
    for words in said:
        for start, end in wrap(words, width):
            yield SetLine("notice", pieces=(Piece(0, words[start:end], -1),))
    if said:
        yield SetLine("gap")


def _kept_back(page: ReadPage) -> str:
    if not page.exempt:
        return ""
    return f"✕ Not public: “{page.exempt}”. What you quote from this page is kept out of exports."


def _not_text(page: ReadPage) -> str:
    letters = sum(len(block.text) for block in page.blocks if block.kind != "furniture")
    if page.failed is not None:
        return f"This page could not be read: {page.failed} Press o for the original."
    if page.recognised:
        return f"≈ {page.recognised}"
    if page.pictures and letters < SPARSE:
        return "This page is mostly pictures. Press v to see it as it looks, o for the original."
    return "" if letters else "There is no text on this page."


def _set_block(lines: list[SetLine], at: int, block: Block, measure: Measure) -> _Run | None:
    """Set a block below `lines`; gives its run where a sentence of it may go on in another block."""
    if block.kind == "table" and block.rows:
        lines += [
            SetLine(line.kind, at, pieces=tuple(Piece(*cell) for cell in line.cells), frozen=line.frozen)
            for line in set_rows(block.text, block.rows, measure.table)
        ]
        return None
    kind: LineKind = "paragraph" if block.kind == "table" else block.kind
    indent = 2 * (min(block.level, _DEEPEST) - 1) if kind == "item" else 0
    marker = _HANGS.match(block.text) if kind in ("item", "paragraph") else None
    mark = (Piece(indent, _BULLETS[min(block.level, len(_BULLETS)) - 1], -1),) if kind == "item" else ()
    if marker:
        mark = ()
    first = indent + (2 if mark else 0)
    hang = first + (min(8, len(marker.group())) if marker else 0)
    for count, (start, end) in enumerate(wrap(block.text, measure.text - hang, measure.text - first)):
        words = Piece(hang if count else first, block.text[start:end], start)
        lines.append(SetLine(kind, at, block.level, (*(() if count else mark), words)))
    return _Run(lines, hang) if kind in ("item", "paragraph") and block.text.strip() else None


def _set_remark(at: int, remark: Remark, width: int) -> Iterator[SetLine]:
    kind: LineKind = "note" if remark.kind == "note" else "amended"
    for count, (start, end) in enumerate(wrap(remark.words, width - 4)):
        mark = (Piece(2, REMARKS[remark.kind], -1),) if not count else ()
        yield SetLine(kind, at, pieces=(*mark, Piece(4, remark.words[start:end], -1)))
