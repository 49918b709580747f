"""Turn a set line into what the terminal shows: gutter, words, and what is marked in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from scrutiny_tui.literal import in_place
from scrutiny_tui.widgets.columns import is_figure
from scrutiny_tui.widgets.links import addresses
from scrutiny_tui.widgets.typeset import Piece, SetLine
from scrutiny_tui.widgets.wrapping import width_of

if TYPE_CHECKING:
    from scrutiny_tui.services.models.reading import FoundInPage

GUTTER = 7
"""Cells left of the text: the cursor's bar, the page number, a mark."""

STYLES = (
    "rule",
    "number",
    "heading",
    "subheading",
    "head",
    "furniture",
    "notice",
    "note",
    "amended",
    "divide",
    "link",
    "hit",
    "hit-current",
    "cursor",
    "bar",
    "mark",
)
"""Component classes, each as `page-view--NAME`."""

MARKED, AMENDED, REPLACED, EXEMPT = "◆", "△", "↷", "✕"
"""Marks in the gutter: the member's own, what later minutes or papers changed, a page that is not public."""

LEGEND = (
    (MARKED, "a passage you marked or wrote a note on"),
    (AMENDED, "later minutes changed this passage"),
    (REPLACED, "a later paper replaced this, or this is new in the later paper"),
    (EXEMPT, "not public: quotes from this page stay out of exports"),
)

MARKS = {AMENDED: "amended", REPLACED: "amended", EXEMPT: "notice"}

GetStyle = Callable[[str], Style]
"""The style of a component class, to be laid over the ground."""

Stretch = tuple[int, int, str]

GetMarked = Callable[[Piece], Sequence[Stretch]]
"""What is marked in the text a piece is of."""

_KINDS = {
    "head": "head",
    "furniture": "furniture",
    "notice": "notice",
    "note": "note",
    "amended": "amended",
    "divide": "divide",
    "rule": "rule",
}


@dataclass
class Showing:
    """What is laid over the pages: find hits, marks, numbers, and how far which table is moved sideways."""

    numbers: Mapping[int, int | None] = field(default_factory=dict)
    marks: dict[int, Mapping[int, str]] = field(default_factory=dict)
    as_printed: bool = False
    shift: int = 0
    shifted: tuple[int, int] = (0, 0)
    _hits: dict[tuple[int, int], list[Stretch]] = field(default_factory=dict)
    _sought: dict[tuple[int, int], list[Stretch]] = field(default_factory=dict)

    def set_hits(self, hits: Iterable[FoundInPage], current: FoundInPage | None) -> None:
        """Mark these, and one of them as the one in hand."""
        self._hits = {}
        for hit in hits:
            style = "hit-current" if hit == current else "hit"
            self._hits.setdefault((hit.page, hit.block), []).append((hit.start, hit.end, style))

    def set_sought(self, page: int, blocks: Mapping[int, Sequence[tuple[int, int]]]) -> None:
        """Mark the words a search came here for."""
        for block, stretches in blocks.items():
            self._sought[page, block] = [(start, end, "hit") for start, end in stretches]

    def stretches(self, page: int, block: int, text: str) -> list[Stretch]:
        """What is marked in a block's text; later ones lie over earlier ones."""
        links = [(link.start, link.end, "link") for link in addresses(text)]
        return [*links, *self._sought.get((page, block), ()), *self._hits.get((page, block), ())]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a line is drawn: the width of all, and where the text begins in it."""

    width: int
    left: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a line as drawn, and the cells they take."""

    segments: list[Segment]
    width: int


class Inks:
    """The looks of a view, each laid over its ground once."""

    def __init__(self, ground: Style, style: GetStyle) -> None:
        """Begin with the ground and what gives the styles."""
        self.ground = ground
        self._style = style
        self._known: dict[tuple[str, ...], Style] = {(): ground}

    def __call__(self, *names: str) -> Style:
        """The ground with these styles over it, later ones over earlier ones; "" is none."""
        if names not in self._known:
            over = (self._style(name) for name in names if name)
            self._known[names] = sum(over, start=self.ground)
        return self._known[names]


def draw(
    frame: Frame, inks: Inks, left: list[Segment], words: Words, shift: int = 0, frozen: int = 0
) -> Strip:
    """Put gutter and words together; words too wide are cut, with a mark at the edge.

    Moved sideways by `shift`, the first `frozen` cells stay.
    """
    room = frame.width - frame.left - 1
    if words.width <= room and not shift:
        rest = Segment(" " * (room + 1 - words.width), inks.ground)
        return Strip([*left, *words.segments, rest], frame.width)
    whole = Strip(words.segments, words.width)
    shown = whole.crop(frozen + shift, shift + room)
    if frozen:
        shown = Strip.join([whole.crop(0, frozen).adjust_cell_length(frozen, inks.ground), shown])
    if words.width - shift > room:
        edge = Strip([Segment("›", inks("number"))], 1)
        shown = Strip.join([shown.adjust_cell_length(room, inks.ground), edge])
    return Strip.join([Strip(left, frame.left), shown]).adjust_cell_length(frame.width, inks.ground)


def whole_figures(line: SetLine, shift: int, room: int) -> SetLine:
    """A line of a table without the figures that an edge of the view would cut: half a figure is another."""
    if not shift and line.width <= room:
        return line
    first = line.frozen + shift if shift else 0
    last = shift + room - (line.width - shift > room)  # the sign that there is more takes a cell
    kept = []
    for piece in line.pieces:
        end = piece.column + width_of(piece.text)
        cut = (piece.column < first < end and piece.column >= line.frozen) or end > last
        if not (cut and is_figure(piece.text)):
            kept.append(piece)
    blank = Piece(max(0, line.width - 1), " ", -1)  # what is left out is still there to be moved to
    return line if len(kept) == len(line.pieces) else replace(line, pieces=(*kept, blank))


def gutter(frame: Frame, inks: Inks, number: str, *, passage: bool, mark: str) -> list[Segment]:
    """The cells left of the text: bar of the passage in hand, page number, mark (or "")."""
    if not (number or passage or mark):
        return [Segment(" " * (frame.left - 1), inks("number")), Segment(" ", inks.ground)]
    return [
        Segment(" " * (frame.left - GUTTER), inks.ground),
        Segment("▌" if passage else " ", inks("bar")),
        Segment(number.rjust(4), inks("number")),
        Segment(mark or " ", inks(MARKS.get(mark, "mark"))),
        Segment(" " * (GUTTER - 2 - max(4, len(number))), inks.ground),
    ]


def words(line: SetLine, marked: GetMarked, inks: Inks, under: str = "") -> Words:
    """The words of a line, with what is marked in them; `under` is laid over the ground first."""
    name = _KINDS.get(line.kind, "")
    if line.kind == "heading":
        name = "heading" if line.level == 1 else "subheading"
    segments: list[Segment] = []
    at = 0
    for piece in line.pieces:
        if piece.column > at:
            segments.append(Segment(" " * (piece.column - at), inks(under)))
        text = shown(piece.text)
        segments += _segments(piece.start, text, marked(piece), inks, (under, name))
        at = max(at, piece.column) + width_of(text)
    return Words(segments, at)


def shown(text: str) -> str:
    """Words as they are drawn: controls as marks, every blank as one, each character at its offset."""
    return text if text.isprintable() else in_place(text).replace("\t", " ").replace("\n", " ")


def _segments(
    begin: int, text: str, stretches: Sequence[Stretch], inks: Inks, base: tuple[str, ...]
) -> list[Segment]:
    inside = [
        (max(0, start - begin), min(len(text), end - begin), name)
        for start, end, name in stretches
        if begin >= 0 and start < begin + len(text) and end > begin
    ]
    if not inside:
        return [Segment(text, inks(*base))]
    cuts = sorted({0, len(text), *(cut for start, end, _ in inside for cut in (start, end))})
    segments = []
    for first, last in pairwise(cuts):
        over = [name for start, end, name in inside if start <= first < end]
        segments.append(Segment(text[first:last], inks(*base, *over)))
    return segments
