"""Going about: the places as Textual modes, each with its own stack of screens, and the way back."""

from __future__ import annotations

from functools import partial

from textual import events, on
from textual.app import App
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

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
        self._held: list[events.Key] | None = None
        for place in PLACES:
            self.add_mode(place.name, partial(rooms.place, place.name))

    @property
    def open_screens(self) -> list[PlaceScreen]:
        """Every screen open in any place."""
        stacks = self._screen_stacks.values()
        return [screen for stack in stacks for screen in stack if isinstance(screen, PlaceScreen)]

    # --- keys pressed while something opens ------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Hold keys back while a screen is being opened: they are meant for it."""
        if self._held is not None and isinstance(event, events.Key) and not event.is_forwarded:
            self._held.append(event)
        else:
            await super().on_event(event)

    def hold_keys(self) -> None:
        """Keep the keys pressed from now on for the screen that is being opened."""
        self._held = self._held or []

    def let_keys_go(self) -> None:
        """Give the keys held back to the screen that is open now."""
        self.call_later(self._let_keys_go)

    async def _let_keys_go(self) -> None:
        held, self._held = self._held or (), None
        for key in held:
            await self.on_event(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the letters that work everywhere to a field or a dialog."""
        if action == "pressed" and (self.typing or isinstance(self.screen, ModalScreen)):
            return False
        return super().check_action(action, parameters)

    @property
    def typing(self) -> bool:
        """Whether letters pressed now are text."""
        field = self.screen.focused
        return isinstance(field, Input) or (isinstance(field, TextArea) and not field.read_only)

    async def action_pressed(self, action: str) -> None:
        """Do what a key that works everywhere does."""
        await self.run_action(action)

    # --- going ----------------------------------------------------------------------------------------

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
    async def _open(self, request: messages.Open) -> None:
        """Open a screen; what is typed meanwhile waits in the queue and reaches it."""
        await self.push_screen(self.rooms.open(request))
