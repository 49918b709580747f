"""A picture in the terminal: real pixels where it can show them (Kitty, Sixel), half-blocks elsewhere."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import App, SuspendNotSupported
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

if TYPE_CHECKING:
    from textual_image.widget._base import Image

    from scrutiny_tui.services.pictures import Picture


def cell_size() -> Size:
    """How many pixels a character's cell has; `make_picture` must have been called once."""
    from textual_image._terminal import get_cell_size

    return Size(*get_cell_size())


def make_picture(app: App[object]) -> PagePicture:
    """Make an empty picture, having asked the terminal once what it can show.

    The library asks the terminal when it is first imported, which only goes well while Textual is not
    listening to it: so Textual is told to stand aside for that moment.
    """
    import sys

    if "textual_image.widget" not in sys.modules:
        with suppress(SuspendNotSupported), app.suspend():
            import textual_image.widget  # noqa: F401
    return PagePicture()


class PagePicture(Widget):
    """Holds the picture; the library's widget is made inside it."""

    DEFAULT_CSS = "PagePicture { width: 1fr; height: 1fr; align: center middle; }"

    def render(self) -> Content:
        """What stands here before the picture does."""
        return Content.styled(" drawing…", "$text-muted")

    def show(self, picture: Picture) -> None:
        """Show a picture as large as there is room, its shape kept."""
        from PIL import Image as Pixels

        self._image().image = Pixels.frombytes("RGB", (picture.width, picture.height), picture.pixels)

    def _image(self) -> Image:
        from textual_image import widget
        from textual_image.renderable import Image as Best
        from textual_image.renderable import UnicodeImage
        from textual_image.widget._base import Image

        if found := self.query(Image):
            return found.first()
        # The library's last resort, shades of grey in letters, is worse than half-blocks everywhere.
        image = widget.HalfcellImage() if Best is UnicodeImage else widget.Image()
        image.styles.width = image.styles.height = "auto"
        self.mount(image)
        return image
