"""Going about: the places as Textual modes, each with its own stack of screens, and the way back."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import App

from scrutiny_tui import messages
from scrutiny_tui.keys import PLACES
from scrutiny_tui.places import Rooms
from scrutiny_tui.screens.base import PlaceScreen


class PlacesApp(App[None]):
    """An app of places; it opens what screens ask for."""

    DEFAULT_MODE = PLACES[0].name

    def __init__(self, rooms: Rooms) -> None:
        """Make the places, none of them opened yet."""
        super().__init__()
        self.rooms = rooms
        self._trail: list[str] = []
        for place in PLACES:
            self.add_mode(place.name, partial(rooms.place, place.name))

    @property
    def open_screens(self) -> list[PlaceScreen]:
        """Every screen open in any place."""
        stacks = self._screen_stacks.values()
        return [screen for stack in stacks for screen in stack if isinstance(screen, PlaceScreen)]

    async def action_go(self, place: str) -> None:
        """Go to a place, as it was left; when already there, to its first screen."""
        if place == self.current_mode:
            self._to_first()
            return
        self._trail.append(self.current_mode)
        await self.switch_mode(place)

    async def action_back(self) -> None:
        """Go back one step: to the screen before, else to the place before."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif self._trail:
            await self.switch_mode(self._trail.pop())

    async def action_search(self) -> None:
        """Search from anywhere."""
        await self._visit(messages.SearchFor())

    def _to_first(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    @on(messages.Visit)
    async def _visit(self, request: messages.Visit) -> None:
        """Go to a place's first screen and tell it what for."""
        await self.action_go(request.place)
        self._to_first()
        if isinstance(self.screen, PlaceScreen):
            self.screen.arrive(request)

    @on(messages.Open)
    def _open(self, request: messages.Open) -> None:
        self.push_screen(self.rooms.open(request))
