"""Going about: the places as Textual modes, each with its own stack of screens, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from textual import events, on
from textual.screen import ModalScreen

from scrutiny_tui import messages
from scrutiny_tui.history import History, Whereabouts
from scrutiny_tui.keys import PLACES
from scrutiny_tui.literal import say
from scrutiny_tui.ready_reader import ReadyReader
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.typing_ahead import TypingAheadApp
from scrutiny_tui.widgets.fields import takes_letters

if TYPE_CHECKING:
    from textual.timer import Timer

    from scrutiny_tui.places import Rooms

RESTED = 0.4
"""Seconds without a key after which what the next ones need is made ready."""


class PlacesApp(TypingAheadApp):
    """An app of places; it opens what screens ask for."""

    DEFAULT_MODE = PLACES[0].name

    def __init__(self, rooms: Rooms) -> None:
        """Make the places, none of them opened yet."""
        super().__init__()
        self.rooms = rooms
        self.ready = ReadyReader(self, rooms.reader)
        self._resting: Timer | None = None
        self._trail: list[str] = []
        self._history = History()
        self._arrived: Whereabouts | None = None
        for place in PLACES[1:]:
            self.add_mode(place.name, partial(rooms.place, place.name))

    async def on_event(self, event: events.Event) -> None:
        """Rest anew after every key."""
        if self._resting is not None and isinstance(event, events.Key):
            self._resting.reset()
        await super().on_event(event)

    def stand_ready(self) -> None:
        """From now on have a reader ready whenever one rests, so that no key waits for one to be made."""
        self._resting = self.set_interval(RESTED, self.ready.make)

    def get_default_screen(self) -> PlaceScreen:
        """Begin with the first place."""
        return self.rooms.place(self.DEFAULT_MODE)

    def on_mount(self) -> None:
        """Let one come back to the first place; an app begun in a mode reads every style sheet twice more."""
        self.add_mode(self.DEFAULT_MODE, partial(self.rooms.place, self.DEFAULT_MODE))

    @property
    def open_screens(self) -> list[PlaceScreen]:
        """Every screen open in any place."""
        stacks = self._screen_stacks.values()
        return [screen for stack in stacks for screen in stack if isinstance(screen, PlaceScreen)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the letters that work everywhere to a field or a dialog."""
        if action == "pressed" and (self.typing or isinstance(self.screen, ModalScreen)):
            return False
        return super().check_action(action, parameters)

    @property
    def typing(self) -> bool:
        """Whether letters pressed now are text."""
        return takes_letters(self.screen.focused)

    async def action_pressed(self, action: str) -> None:
        """Do what a key that works everywhere does."""
        await self.run_action(action)

    # --- going ----------------------------------------------------------------------------------------

    async def action_go(self, place: str) -> None:
        """Go to a place, as it was left; when already there, to its first screen."""
        self._leave()
        await self._enter(place)

    async def _enter(self, place: str) -> None:
        if place == self.current_mode:
            self._to_first()
            return
        self._trail.append(self.current_mode)
        await self.switch_mode(place)

    async def action_back(self) -> None:
        """Go back one step: to the screen before, else to the place before."""
        self._leave()
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
        """Open a screen; what is typed meanwhile reaches it."""
        self._leave()
        await self.show(request)

    async def show(self, request: messages.Open) -> None:
        """Put the screen that answers a request on top."""
        ready = await self.ready.take() if isinstance(request, messages.OpenReader) else None
        screen = ready or self.rooms.open(request)
        screen.asked_by = request
        self._load_screen_css(screen)  # before the screen is styled, which then need not be done again
        await self.push_screen(screen)

    # --- back and forward -----------------------------------------------------------------------------

    def _here(self) -> Whereabouts:
        screens = [screen for screen in self.screen_stack if isinstance(screen, PlaceScreen)]
        opened = tuple(screen.asked_by for screen in screens if screen.asked_by is not None)
        return Whereabouts(self.current_mode, opened, screens[-1].spot if screens else None)

    def _leave(self) -> None:
        self._history.leave(self._here())

    @on(messages.Jumped)
    def _jumped(self, jump: messages.Jumped) -> None:
        """Keep the spot left inside a screen, unless going back or forward was the jump."""
        here = self._here()
        if self._arrived is None or not self._arrived.same(here):
            self._history.leave(replace(here, spot=jump.spot))

    async def action_history(self, by: int) -> None:
        """Go back (-1) to where one was, or forward (1) again."""
        if isinstance(self.screen, ModalScreen):
            return
        there = self._history.step(by, self._here())
        if there is None:
            say(self, "There is nothing further back." if by < 0 else "There is nothing further on.")
            return
        self._arrived = there
        if there.place != self.current_mode:
            await self.switch_mode(there.place)
        await self._stack(there.opened)
        if there.spot is not None and isinstance(self.screen, PlaceScreen):
            self.screen.return_to(there.spot)

    async def _stack(self, opened: Sequence[messages.Open]) -> None:
        """Close what is open above the first screen and not asked for here, and open what is missing."""
        above = [screen.asked_by for screen in self.screen_stack[1:] if isinstance(screen, PlaceScreen)]
        same = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(above, opened, strict=False)))
        for _ in above[same:]:
            self.pop_screen()
        for request in opened[same:]:
            await self.show(request)
