"""A reader made while nobody waits: to mount and style one takes longer than to fill it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.geometry import Size

    from scrutiny_tui.screens.base import PlaceScreen


class ReadyReader:
    """Keeps one reader that stands ready, laid out for the window, but was not asked for anything yet."""

    def __init__(self, app: App[None], make: Callable[[], PlaceScreen]) -> None:
        """Keep none yet."""
        self._app, self._make = app, make
        self._ready: PlaceScreen | None = None
        self._made_for: tuple[Size, int] | None = None

    @property
    def _wanted_for(self) -> tuple[Size, int]:
        """The window, and how often the theme changed."""
        return self._app.size, self._app._css_update_count

    async def make(self) -> None:
        """Make one, unless one stands ready that looks as it should."""
        if self._made_for == (made_for := self._wanted_for):
            return
        self._made_for = made_for
        await self._give_up()
        screen = self._make()
        self._app._load_screen_css(screen)
        await self._app._get_screen(screen)[1]
        screen._refresh_layout(made_for[0])
        if self._made_for == made_for:
            self._ready = screen
        else:  # the window or the theme changed meanwhile
            await screen.remove()

    async def take(self) -> PlaceScreen | None:
        """Give the reader that stands ready, to be opened; None where none does that looks as it should."""
        if self._made_for != self._wanted_for:
            await self._give_up()
        ready, self._ready = self._ready, None
        if ready is not None:
            self._made_for = None
        return ready

    async def _give_up(self) -> None:
        given_up, self._ready = self._ready, None
        if given_up is not None:
            await given_up.remove()
