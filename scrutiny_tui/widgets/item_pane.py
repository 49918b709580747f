"""The item in hand: what it is, what the committee is asked, its papers, and what was said earlier.

All of it is one list: words and headings are rows the cursor skips, so that another item is one frame
without anything to be laid out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Self

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from scrutiny_tui.widgets.item_rows import document_rows, earlier_rows, item_rows, own_rows
from scrutiny_tui.widgets.row_list import ModelRow, RowList

if TYPE_CHECKING:
    from db.models.papers import StoredDocument
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.finding import Hit
    from scrutiny_tui.services.models.meeting import ItemDetail

EARLIER_SHOWN = 5
_ROWS_EACH, _ROWS_ABOVE = 4, 16
"""Lines a passage takes, and lines above the first: in a tall window more than five are shown."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is to be shown of an item.

    Attributes:
        detail: the item.
        others: where none covers it, the deadline that other items have or that it sets for them.
        hits: what was said earlier, best first; None while it is not known.
        loose: the meeting's papers that belong to no item.
    """

    detail: ItemDetail
    others: Deadline | None
    hits: tuple[Hit, ...] | None
    loose: tuple[StoredDocument, ...] = ()


class ItemPane(RowList):
    """One agenda item; its rows carry papers, passages, questions and notes as models."""

    # Its place on the screen is the same however much is in it: nothing is laid out for more or fewer lines.
    virtual_size = reactive(Size(0, 0))
    ALLOW_SELECT = True
    _changing: Region | None = None

    def __init__(self, *, id: str) -> None:
        """Nothing is in hand yet."""
        super().__init__(id=id, classes="-quiet")
        self._made: dict[tuple[int, str], tuple[object, tuple[ModelRow, ...]]] = {}

    def show_item(self, leaf: Leaf, now: datetime, keep: bool) -> None:
        """Show an item; where it is the one that was in hand (`keep`), cursor and place stay."""
        self.show(self._rows(leaf, now), keep)

    def prepare(self, leaf: Leaf, now: datetime) -> None:
        """Draw an item that is likely to be turned to next, unless the screen was left."""
        if self.is_attached:
            self.draw_ahead(self._rows(leaf, now))

    def show_documents(self, documents: Sequence[StoredDocument]) -> None:
        """Show the papers of a meeting that has no agenda (yet)."""
        self.show(document_rows(documents))

    def _rows(self, leaf: Leaf, now: datetime) -> tuple[ModelRow, ...]:
        """All rows of an item; those that say what they said before are the same, drawn already."""
        detail, hits, minute = leaf.detail, leaf.hits, now.replace(second=0, microsecond=0)
        best = max(EARLIER_SHOWN, (self.size.height - _ROWS_ABOVE) // _ROWS_EACH)
        return (
            *self._kept("above", leaf, (detail, leaf.others, minute), item_rows(detail, leaf.others, now)),
            *self._kept("earlier", leaf, (hits, best, minute.date()), earlier_rows(hits, best, now)),
            *self._kept("own", leaf, (detail, leaf.loose), own_rows(detail, leaf.loose)),
        )

    def _kept(self, part: str, leaf: Leaf, made_of: object, rows: Iterable[ModelRow]) -> tuple[ModelRow, ...]:
        known = self._made.get((leaf.detail.item.id, part))
        if known is None or known[0] != made_of:
            known = self._made[leaf.detail.item.id, part] = made_of, tuple(rows)
        return known[1]

    def show(self, rows: Iterable[ModelRow], keep: bool = True) -> None:
        """Show these rows; what is blank below the last line, before and after, is not painted again."""
        rows, width = list(rows), self._wide - self._padding
        lines = sum(row.height(self, width) for row in rows) if self._wide else 0
        if lines and not self.scroll_y:
            self._changing = Region(0, 0, self.size.width, max(lines, len(self._line_cache.lines)))
        super().show(rows, keep)
        self._changing = None

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint the lines that change."""
        if not regions and self._changing:
            regions = (self._changing,)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    # --- the cursor ----------------------------------------------------------------------------------

    def allow_focus(self) -> bool:
        """Without a row to stand on there is nothing to come here for."""
        return any(not row.disabled for row in self.options)

    def go_on(self, by: int) -> bool:
        """Go to the first row of the next section, or of the one before; False where there is none."""
        here = -1 if self.highlighted is None else self.highlighted
        firsts = self._firsts()
        before = [row for row in firsts if row <= here]
        found = [row for row in firsts if row > here][:1] if by > 0 else before[-2:-1]
        self.highlighted = found[0] if found else self.highlighted
        return bool(found)

    def enter(self, by: int) -> None:
        """Come in from above, or from below."""
        self.highlighted = self._firsts()[0 if by > 0 else -1]

    def _firsts(self) -> list[int]:
        rows = self.options
        return [at for at, row in enumerate(rows) if not row.disabled and rows[at - 1].disabled]

    def watch_has_focus(self, focused: bool) -> None:
        """The cursor comes into sight with the focus."""
        super().watch_has_focus(focused)
        if focused:
            self.scroll_to_highlight()

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Keep the cursor in sight, and with it as much of the words above it as there is room for.

        A list without the focus shows no cursor: what is read in it stays where it is.
        """
        here = self.highlighted
        if here is None or not self.is_mounted or not self.has_focus:
            return
        self._update_lines()
        end = self._index_to_line[here] + self._heights[here]
        words = here
        while words and self.options[words - 1].disabled:
            words -= 1
        begin = max(self._index_to_line[words], end - self.scrollable_content_region.height)
        lines = Region(0, min(begin, self._index_to_line[here]), 1, end - begin)
        self.scroll_to_region(lines, force=True, animate=False, top=top, immediate=True)

    async def _on_click(self, event: events.Click) -> None:
        """Words that were marked with the mouse are not a click."""
        if self.text_selection is not None:
            event.prevent_default()

    # --- marking words with the mouse ----------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw a line; asked for one line only, Textual wants to know which letter stands where."""
        strip, at = super().render_line(y), self.scroll_offset.y + y
        span = self.text_selection.get_span(at) if self.text_selection else None
        if span is not None:
            strip = _marked(strip, span, self.screen.get_visual_style("screen--selection").rich_style)
        return strip if self._painting else strip.apply_offsets(0, at)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Give the words that are marked."""
        style = self.get_visual_style("option-list--option")
        words = (self._get_line(style, y).text.rstrip() for y in range(len(self._lines)))
        marked = selection.extract("\n".join(words)).split("\n")
        return "\n".join(line.removeprefix(" ") for line in marked), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show which words are marked."""
        self.refresh()


def _marked(strip: Strip, span: tuple[int, int], style: Style) -> Strip:
    """A line with the letters from one to another in the style of what is marked; -1 is its end."""
    words, (first, last) = strip.text.rstrip(), span
    begin, end = cell_len(words[:first]), cell_len(words if last < 0 else words[:last])
    within = Strip(Segment.apply_style(strip.crop(begin, end), post_style=style), max(0, end - begin))
    return Strip.join([strip.crop(0, begin), within, strip.crop(max(begin, end))])
