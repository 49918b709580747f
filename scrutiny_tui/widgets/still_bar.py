"""A long text with a bar beside it that is painted only when its thumb would stand elsewhere."""

from __future__ import annotations

from math import ceil

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar

_PARTS = 8
"""Into so many parts the bar's glyphs divide a cell."""


class StillBar(ScrollBar):
    """The bar; Textual paints it anew for every line gone, which beside hundreds of pages shows nothing."""

    window_virtual_size = Reactive(100, repaint=False)
    window_size = Reactive(0, repaint=False)
    position = Reactive(0.0, repaint=False)
    _stands = (0, 0)

    def follow(self) -> None:
        """Paint the thumb where it belongs, if it is not there."""
        if (stands := self._thumb()) != self._stands:
            self._stands = stands
            self.refresh()

    def _thumb(self) -> tuple[int, int]:
        """Begin and end of the thumb as `ScrollBarRender` draws it; (0, 0) where there is none."""
        cells, beyond = self.size.height, self.window_virtual_size - self.window_size
        if beyond <= 0 or not cells or not self.window_size:
            return 0, 0
        long = max(1.0, self.window_size * cells / self.window_virtual_size)
        begin = int((cells - long) * self.position / beyond * _PARTS)
        return begin, begin + ceil(long * _PARTS)


class LongView(ScrollView):
    """A view of lines that says itself what of it is painted anew, by `repaint` and `follow`."""

    # How long the text is moves nothing on the screen but the bar: the rest is not laid out anew.
    virtual_size = Reactive(Size(0, 0), repaint=False)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar beside the text, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = StillBar(name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    def watch_virtual_size(self, size: Size) -> None:
        """The bar knows the text's length."""
        self._refresh_scrollbars()
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height
            self.vertical_scrollbar.window_size = self.container_size.height
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The bar knows the place."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = new_value

    def follow(self) -> None:
        """Have the bar stand where the text does."""
        if isinstance(bar := self._vertical_scrollbar, StillBar):
            bar.follow()
