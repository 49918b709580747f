"""A list of rows with a cursor that is a mark as well as a colour, and headings the cursor skips."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, cast

from rich.segment import Segment
from textual import events
from textual.css.styles import RulesMap
from textual.geometry import Region, Size
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.style import Style
from textual.visual import Padding, Visual, VisualType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from scrutiny_tui.keys import LIST, bindings

CURSOR = "▌"


class ModelRow(Option):
    """A row that remembers what it stands for; a heading stands for nothing and is skipped."""

    def __init__(self, prompt: VisualType, model: object = None) -> None:
        """Make a row for a model, or a heading."""
        super().__init__(prompt, disabled=model is None)
        self.model = model
        self._height, self._height_for = 0, -1
        self._drawn: dict[Style, list[Strip]] = {}
        self._drawn_for = (-1, -1)

    def height(self, of: RowList, width: int) -> int:
        """How many lines it has in a list, at a width."""
        if self._height_for != width:
            self._height = of._get_visual(self).get_height(cast(RulesMap, of.styles), width)
            self._height_for = width
        return self._height

    def drawn(self, of: RowList, at: int, width: int, style: Style) -> list[Strip]:
        """Its lines as the row of this number in a list, padded to a width; drawn once for each style."""
        if self._drawn_for != (at, width):
            self._drawn.clear()
            self._drawn_for = at, width
        if style not in self._drawn:
            whole = Padding(of._get_visual(self), of.get_component_styles("option-list--option").padding)
            lines = Visual.to_strips(of, whole, width, None, style, apply_selection=False)
            fill, meta = style.rich_style, {"option": at}
            self._drawn[style] = [line.extend_cell_length(width, fill).apply_meta(meta) for line in lines]
        return self._drawn[style]


class RowList(OptionList, inherit_bindings=False):
    """An option list for `ModelRow`s.

    `BESIDE` says that what a row stands for is shown beside the list.
    A list of the class `-quiet` shows its cursor only while it has the focus.
    `enter` is left to the screen, so that the foot can say what it does
    there; a click selects.
    """

    BINDINGS = bindings(LIST)
    BESIDE: ClassVar[bool] = False

    # A key that moves the cursor changes two rows: those are painted, not the whole list.
    highlighted = reactive[int | None](None, repaint=False)
    auto_links = Reactive(False)  # foreign words hold none, and to look takes a fifth of drawing a row
    _painting = False
    _set_for = -1
    _wide = 0

    @property
    def model(self) -> object:
        """What the row under the cursor stands for, or None."""
        option = self.highlighted_option
        return option.model if isinstance(option, ModelRow) else None

    def show(self, rows: Iterable[ModelRow], keep: bool = True) -> None:
        """Show these rows; the cursor stays on the same model (or place) where `keep` holds."""
        before, at, top = self.model, self.highlighted, self.scroll_offset.y
        rows = list(rows)
        self.set_options(rows)
        self.refresh()
        if keep and top:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
        models = [row.model for row in rows]
        if keep and before is not None and before in models:
            self.highlighted = models.index(before)
        elif keep and at is not None and at < len(rows) and not rows[at].disabled:
            self.highlighted = at
        else:
            self.action_first()

    def go_to_first(self, wanted: Callable[[object], bool]) -> None:
        """Put the cursor on the first row whose model is wanted; it stays where there is none."""
        for at, option in enumerate(self.options):
            if isinstance(option, ModelRow) and not option.disabled and wanted(option.model):
                self.highlighted = at
                return

    async def _on_click(self, event: events.Click) -> None:
        """In a list with its subject beside it, a first click only moves the cursor."""
        row = event.style.meta.get("option")
        if self.BESIDE and row is not None and row != self.highlighted and not self.options[row].disabled:
            event.prevent_default()
            self.highlighted = row

    def _watch_highlighted(self, before: int | None, now: int | None) -> None:
        """The cursor went from one row to another."""
        for row in (before, now):
            if row is not None:
                self._paint_row(row)

    def _paint_row(self, row: int) -> None:
        known = self._line_cache
        if row not in known.index_to_line or row not in known.heights:
            self.refresh()
            return
        at = known.index_to_line[row] - self.scroll_offset.y
        lines = Region(0, at, self.size.width, known.heights[row]).intersection(self.size.region)
        if lines:
            self.refresh(lines)

    def _on_resize(self, event: events.Resize | None = None) -> None:
        """Rows are laid out anew for another width; more or fewer lines change none of them."""
        width = self.scrollable_content_region.width
        if event is not None and width == self._set_for:
            event.prevent_default()
        self._set_for = width

    def draw_ahead(self, rows: Sequence[ModelRow]) -> None:
        """Draw rows that will be shown: when they are, they are there."""
        width = self.scrollable_content_region.width
        for at, row in enumerate(rows):
            kind = ("option-list--option-disabled",) if row.disabled else ()
            row.drawn(self, at, width, self.get_visual_style("option-list--option", *kind))
            row.height(self, width - self._padding)

    @property
    def _padding(self) -> int:
        return self.get_component_styles("option-list--option").padding.width

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        """Give the lines of a row; they stay with it when the list shows others."""
        return cast(ModelRow, option).drawn(self, self._option_to_index[option], self._wide, style)

    def _update_lines(self) -> None:
        """Work out where each row stands: once for all lines of one painting."""
        if self._painting:
            return
        region, known = self.scrollable_content_region, self._line_cache
        if not region:
            return
        self._wide = region.width
        if len(known.heights) < self.option_count:
            width = region.width - self._padding
            for at, row in enumerate(self.options[len(known.heights) :], len(known.heights)):
                known.index_to_line[at] = len(known.lines)
                known.heights[at] = height = cast(ModelRow, row).height(self, width)
                known.lines.extend((at, line) for line in range(height))
        before, size = self.virtual_size, Size(region.width, len(known.lines))
        if size != before:
            self.virtual_size = size
            if not before or max(before.height, size.height) > region.height:  # else there is no bar
                self._scroll_update(size)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the list, or a part of it."""
        self._update_lines()
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        """Draw a line, with the cursor's mark before the highlighted row."""
        strip = super().render_line(y)
        try:
            index, _ = self._lines[self.scroll_offset.y + y]
        except IndexError:
            return strip
        quiet = self.has_class("-quiet") and not self.has_focus
        if index != self.highlighted or quiet or not strip.cell_length:
            return strip
        first = next(iter(strip), Segment(" "))
        mark = Strip([Segment(CURSOR, first.style)], 1)
        return Strip.join([mark, strip.crop(1)])
