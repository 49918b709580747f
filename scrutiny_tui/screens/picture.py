"""A page as it looks: for charts, maps and scans, which its text cannot tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import join, line, literal
from scrutiny_tui.messages import OpenOriginal, OpenPicture
from scrutiny_tui.reading_keys import PICTURE
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.pictures import WHOLE, Picture, Room
from scrutiny_tui.widgets.page_numbers import page_name
from scrutiny_tui.widgets.page_picture import MOST_CELLS, PagePicture
from scrutiny_tui.widgets.terminal_pictures import Terminal, find_out

if TYPE_CHECKING:
    from db.models.papers import StoredDocument

ZOOM = 1.5
LARGEST = 8.0
_A4 = 210 / 297


class PictureService(Protocol):
    """What this screen needs: pages drawn."""

    async def begin(self, document: StoredDocument) -> None:
        """Get ready to draw pages of a document."""

    async def draw(
        self,
        document: StoredDocument,
        page: int,
        room: Room,
        part: tuple[float, float, float, float] = WHOLE,
    ) -> Picture:
        """Draw a part of a page."""

    async def keep_ready(
        self,
        document: StoredDocument,
        page: int,
        room: Room,
        part: tuple[float, float, float, float] = WHOLE,
    ) -> None:
        """Draw what will likely be asked for next."""

    async def close(self) -> None:
        """Let the drawing process go."""


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of a page is in view.

    Attributes:
        zoom: 1 shows as much as fits when the page fills the width.
        left: of the part's left edge, as a share of the page.
        top: of its upper edge.
        wide: how much of the page's width is in view at this zoom.
        high: how much of its height.
    """

    zoom: float = 1.0
    left: float = 0.0
    top: float = 0.0
    wide: float = 1.0
    high: float = 1.0

    @property
    def part(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom, as shares of the page."""
        return self.left, self.top, self.left + self.wide, self.top + self.high

    def fitted(self, room: float, shape: float) -> Window:
        """Fit to a room and a page, each given by width over height; the middle stays in the middle."""
        wide = min(1.0, 1 / self.zoom)
        high = min(1.0, shape / room / self.zoom)
        middle, centre = self.left + self.wide / 2, self.top + self.high / 2
        fresh = self.high == 1.0
        return replace(
            self,
            left=_within(middle - wide / 2, 1 - wide),
            top=0.0 if fresh else _within(centre - high / 2, 1 - high),
            wide=wide,
            high=high,
        )

    def moved(self, right: float, down: float) -> Window:
        """Move by shares of what is in view."""
        return replace(
            self,
            left=_within(self.left + right * self.wide, 1 - self.wide),
            top=_within(self.top + down * self.high, 1 - self.high),
        )

    def zoomed(self, by: float) -> Window:
        """Come nearer or go back."""
        return replace(self, zoom=_within(self.zoom * by, LARGEST, 1 / LARGEST))


class PictureScreen(PlaceScreen):
    """One page at a time, nearer and further."""

    TITLE = "Page picture"
    CSS_PATH = "../styles/picture.tcss"
    KEYS = PICTURE
    BINDINGS: ClassVar[list[BindingType]] = bindings(PICTURE)

    def __init__(self, pictures: PictureService, request: OpenPicture) -> None:
        """Remember whose pages."""
        super().__init__()
        self._pictures, self._document, self._page = pictures, request.document, request.page
        self._turned = request.turned
        self._numbers = request.numbers
        self._window = Window()
        self._shape = _A4
        self._terminal = Terminal()

    def body(self) -> ComposeResult:
        """Lay out the name and room for the picture."""
        yield Static("", id="picture-name")
        yield Container(id="picture-room")
        yield Static("", id="picture-wrong")

    async def on_mount(self) -> None:
        """Ask the terminal what it can show, while the drawing process starts; then draw."""
        self.query_one("#picture-wrong").display = False
        await self._pictures.begin(self._document)
        self._terminal = find_out(self.app)
        self.query_one("#picture-room").mount(PagePicture())
        self.call_after_refresh(self._draw)

    async def on_unmount(self) -> None:
        """Let the drawing process go."""
        await self._pictures.close()

    def look_again(self) -> None:
        """What lay over the picture is gone."""
        for picture in self.query(PagePicture):
            picture.refresh()

    def on_resize(self) -> None:
        """Draw for the new size."""
        if self.query(PagePicture):
            self._draw()

    def _say_where(self) -> None:
        if self._numbers:
            where = page_name(self._numbers, self._page)
        else:
            where = f"page {self._page} of {self._document.page_count} of the file"
        zoom = "" if self._window.zoom == 1 else f"{round(self._window.zoom * 100)} %"
        self.set_text("#picture-name", join([Content(where), Content(zoom), line(self._document.source)]))

    @work(exclusive=True, group="picture")
    async def _draw(self) -> None:
        self._say_where()
        room = self._room()
        if not (room.width and room.height):
            return
        self._window = self._window.fitted(room.width / room.height, self._shape)
        try:
            picture = await self._pictures.draw(self._document, self._page, room, self._window.part)
        except ServiceError as error:
            self._complain(str(error))
            return
        shape = picture.page_width / picture.page_height
        if abs(shape - self._shape) > 0.01:
            self._shape, self._window = shape, Window(self._window.zoom)
            self._draw()
            return
        self._complain("")
        self.query_one(PagePicture).show(picture)
        if self._page < self._document.page_count:
            top = replace(self._window, top=0.0)
            await self._pictures.keep_ready(self._document, self._page + 1, room, top.part)

    def _room(self) -> Room:
        cells, terminal = self.query_one("#picture-room").content_size, self._terminal
        wide, high = terminal.cell_width, terminal.cell_height
        columns, rows = min(cells.width, MOST_CELLS), min(cells.height, MOST_CELLS)
        return Room(columns * wide, rows * high, wide, high, terminal.form)

    def _complain(self, text: str) -> None:
        wrong = self.query_one("#picture-wrong", Static)
        wrong.update(literal(text))
        wrong.display = bool(text)
        self.query_one("#picture-room").display = not text

    def action_turn(self, by: int) -> None:
        """Turn to another page, seen from its top."""
        page = min(max(1, self._page + by), self._document.page_count)
        if page != self._page:
            self._page = page
            if self._turned is not None:
                self._turned(page)
            self._window = replace(self._window, top=0.0)
            self._draw()

    def action_zoom(self, by: int) -> None:
        """Come nearer, go back, or (0) see it as at first."""
        self._window = self._window.zoomed(ZOOM**by) if by else Window()
        self._draw()

    def action_pan(self, right: int, down: int) -> None:
        """Move over the page; past its end, on to the next."""
        moved = self._window.moved(right / 3, down / 3)
        if moved == self._window and down:
            self.action_turn(down)
        elif moved != self._window:
            self._window = moved
            self._draw()

    def action_original(self) -> None:
        """Open the original at this page."""
        self.post_message(OpenOriginal(self._document, self._page))


def _within(value: float, most: float, least: float = 0.0) -> float:
    return min(max(value, least), max(most, least))
