"""A picture in the terminal: real pixels where it can show them (Kitty, Sixel), half-blocks elsewhere."""

from __future__ import annotations

import base64
from functools import lru_cache
from itertools import cycle, groupby
from typing import TYPE_CHECKING

from rich.color import Color, ColorSystem
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.geometry import Region

    from scrutiny_tui.services.pictures import Picture

_PIECE = 4096
"""Characters of a picture in one message, as Kitty's protocol asks."""
_PLACEHOLDER = "\U0010eeee"
_MARKS = (
    "305 30d-30e 310 312 33d-33f 346 34a-34c 350-352 357 35b 363-36f 483-487 592-595 597-599 59c-5a1 "
    "5a8-5a9 5ab-5ac 5af 5c4 610-617 657-65b 65d-65e 6d6-6dc 6df-6e2 6e4 6e7-6e8 6eb-6ec 730 732-733 "
    "735-736 73a 73d 73f-741 743 745 747 749-74a 7eb-7f1 7f3 816-819 81b-823 825-827 829-82d 951 "
    "953-954 f82-f83 f86-f87 135d-135f 17dd 193a 1a17 1a75-1a7c 1b6b 1b6d-1b73 1cd0-1cd2 1cda-1cdb 1ce0 "
    "1dc0-1dc1 1dc3-1dc9 1dcb-1dcc 1dd1-1de6 1dfe 20d0-20d1 20d4-20d7 20db-20dc 20e1 20e7 20e9 20f0 "
    "2cef-2cf1 2de0-2dff a66f a67c-a67d a6f0-a6f1 a8e0-a8f1 aab0 aab2-aab3 aab7-aab8 aabe-aabf aac1 "
    "fe20-fe26 10a0f 10a38 1d185-1d189 1d1aa-1d1ad 1d242-1d244"
)
"""The marks by which a placeholder says its row and column: Kitty's `rowcolumn-diacritics.txt`."""
_PLACES = [
    chr(mark)
    for first, _, last in (span.partition("-") for span in _MARKS.split())
    for mark in range(int(first, 16), int(last or first, 16) + 1)
]
MOST_CELLS = len(_PLACES)
"""As many rows, and as many columns, can be told by them."""
_tints = cycle(
    [Color.from_rgb(r, g, b) for r in (95, 135, 175) for g in (0, 215, 255) for b in (95, 135, 175) if r != b]
)
"""A placeholder's colour is its picture's number; these are as many in 256 colours as in all of them."""


class PagePicture(Widget):
    """A picture as large as it was drawn, from the top, in the middle."""

    DEFAULT_CSS = "PagePicture { width: 1fr; height: 1fr; }"

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._picture: Picture | None = None
        self._tint = Color.default()
        self._due = self._calm = False

    def on_mount(self) -> None:
        """A terminal that was left for a while has forgotten its pictures."""
        self.app.app_resume_signal.subscribe(self, lambda _: self._send())

    def on_unmount(self) -> None:
        """Let the terminal forget the picture."""
        self._delete()

    def render(self) -> Content:
        """What stands here before the picture does."""
        return Content.styled(" drawing…", "$text-muted")

    def show(self, picture: Picture) -> None:
        """Show a picture in place of the one before."""
        self._delete()
        self._picture = picture
        self._send()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A row: its half-blocks, its placeholders, or the empty cells that Sixel is drawn on."""
        picture, ground, width = self._picture, self.visual_style.rich_style, self.size.width
        if picture is None:
            return super().render_line(y)
        columns, rows = _cells(picture)
        if y >= rows:
            return Strip.blank(width, ground)
        if picture.room.form == "blocks":
            plain = getattr(self.app, "plain_letters", False)
            row = (_letters if plain else _half_blocks)(picture, y)
        elif picture.room.form == "kitty":
            places = "".join(_PLACEHOLDER + _PLACES[y] + place for place in _PLACES[:columns])
            row = [Segment(places, Style(color=self._tint))]
        else:
            row = [Segment(" " * columns, ground)]
        left = max(0, width - columns) // 2
        right = max(0, width - columns - left)
        return Strip(
            [Segment(" " * left, ground), *row, Segment(" " * right, ground)], left + columns + right
        )

    def render_lines(self, crop: Region) -> list[Strip]:
        """All rows; not by way of Textual's filters, which may change a placeholder's colour."""
        if self._picture is None or self._picture.room.form == "blocks":
            return super().render_lines(crop)
        if self._picture.room.form == "sixel" and self.screen.is_active and not (self._due or self._calm):
            self._due = True
            self.call_after_refresh(self._lay)
        return [self.render_line(y).crop(crop.x, crop.right) for y in crop.line_range]

    def _lay(self) -> None:
        """Draw Sixel over the cells that were just written empty, and what lies over it once more."""
        self._due = False
        picture = self._picture
        if picture is None or picture.room.form != "sixel" or not self.screen.is_active:
            return
        x, y, width, _ = self.region
        left = max(0, width - _cells(picture)[0]) // 2
        self._tell(f"\x1b7{Control.move_to(x + left, y).segment.text}{picture.drawn.decode()}\x1b8")
        if over := [widget for widget in self.screen.query("Toast, Tooltip") if widget.display]:
            self._calm = True
            for widget in over:
                widget.refresh()
            self.call_after_refresh(setattr, self, "_calm", False)

    def _send(self) -> None:
        """Send a picture to Kitty, for the placeholders that are drawn."""
        picture = self._picture
        if picture is None or picture.room.form != "kitty":
            return
        self._tint = next(_tints)
        columns, rows = _cells(picture)
        size = f"s={picture.width},v={picture.height},c={columns},r={rows}"
        keys = f"a=T,U=1,q=2,f=24,o=z,i={self._number},{size},"
        letters = base64.b64encode(picture.drawn).decode()
        for start in range(0, len(letters), _PIECE):
            more = int(start + _PIECE < len(letters))
            self._tell(f"\x1b_G{keys}m={more};{letters[start : start + _PIECE]}\x1b\\")
            keys = ""

    def _delete(self) -> None:
        if self._picture is not None and self._picture.room.form == "kitty":
            self._tell(f"\x1b_Ga=d,d=I,i={self._number},q=2\x1b\\")
        self._picture = None

    @property
    def _number(self) -> int:
        """The picture's number, as the terminal reads it from the colour that it will be sent."""
        if self.app.console.color_system == "256":
            return self._tint.downgrade(ColorSystem.EIGHT_BIT).number or 0
        red, green, blue = self._tint.get_truecolor()
        return red << 16 | green << 8 | blue

    def _tell(self, message: str) -> None:
        # By the way of all that Textual writes: in order, and the person need not wait for it.
        if self.app._driver is not None and self.app._running:
            self.app._driver.write(message)


def _cells(picture: Picture) -> tuple[int, int]:
    """How many columns and rows a picture takes."""
    if picture.room.form == "blocks":
        return picture.width, picture.height // 2
    return -(-picture.width // picture.room.cell_width), -(-picture.height // picture.room.cell_height)


_DARKER = " .:-=+*#%@"
"""Letters from white to black; they have their cell's colour, and are seen where there are no colours."""


def _half_blocks(picture: Picture, y: int) -> list[Segment]:
    """A row of a picture: what is alike in it is drawn as one."""
    line = picture.width * 3
    upper, lower = (picture.drawn[at : at + line] for at in (2 * y * line, (2 * y + 1) * line))
    pairs = (upper[at : at + 3] + lower[at : at + 3] for at in range(0, line, 3))
    return [Segment("▀" * len(list(alike)), _two_colours(pair)) for pair, alike in groupby(pairs)]


def _letters(picture: Picture, y: int) -> list[Segment]:
    """A row where there are no half-blocks: its colours, and darker letters for darker cells."""
    line = picture.width * 3
    upper, lower = (picture.drawn[at : at + line] for at in (2 * y * line, (2 * y + 1) * line))
    mixed = bytes((a + b) // 2 for a, b in zip(upper, lower, strict=True))
    cells = (mixed[at : at + 3] for at in range(0, line, 3))
    return [
        Segment(_letter(cell) * len(list(alike)), _two_colours(cell * 2)) for cell, alike in groupby(cells)
    ]


def _letter(cell: bytes) -> str:
    return _DARKER[(765 - sum(cell)) * (len(_DARKER) - 1) // 765]


@lru_cache(4096)
def _two_colours(pair: bytes) -> Style:
    return Style(color=Color.from_rgb(*pair[:3]), bgcolor=Color.from_rgb(*pair[3:]))
