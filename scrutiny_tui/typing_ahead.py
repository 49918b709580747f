"""Keys pressed faster than they are done: each waits for the one before, and for the screen it opens.

Textual gives a letter to the field in focus at once, while a binding comes back up from the field to the
App. Pressed in one go, `ctrl+u` would so take away the letters typed after it, and the digits typed after
a key that opens a dialog would be taken for keys of the screen below.
"""

from __future__ import annotations

import asyncio
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.timer import Timer

PATIENCE = 2.0
"""Seconds after which keys are let go, whatever became of what they wait for."""

_KEY, _SCREEN, _WORK = "key", "screen", "work"
_LAPS = 3  # what a key runs posts a message, whose handler posts another: choose, open, show


class TypingAheadApp(App[None]):
    """An app that does one key after the other."""

    def __init__(self) -> None:
        """Hold nothing back."""
        super().__init__()
        self._held: list[events.Key] = []
        self._waiting_for: set[str] = set()
        self._at_most: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """Hold keys back until the one before is done."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._waiting_for or self._held:
            self._hold(event)
        else:
            await self._do_key(event)

    def push_screen(self, *given: Any, **named: Any) -> Any:
        """Open a screen; the keys pressed from now on are meant for it."""
        self._waiting_for.add(_SCREEN)
        opening = super().push_screen(*given, **named)
        if not self.screen.call_after_refresh(self._is_open):
            self._let_go(_SCREEN)
        return opening

    def hold_keys(self) -> None:
        """Keep the keys pressed from now on for what is being opened."""
        self._waiting_for.add(_WORK)

    def let_keys_go(self) -> None:
        """Give the keys held back to the screen that is open now."""
        self._let_go(_WORK)

    def _hold(self, event: events.Key) -> None:
        self._held.append(event)
        if self._at_most is None:
            self._at_most = self.set_timer(PATIENCE, self._lose_patience)

    def _lose_patience(self) -> None:
        """A screen that was closed before it opened, a widget taken away with a key in hand: go on."""
        self._at_most = None
        self._waiting_for -= {_KEY, _SCREEN}
        self._next_key()

    def _is_open(self) -> None:
        self._let_go(_SCREEN)

    async def _do_key(self, event: events.Key) -> None:
        self._waiting_for.add(_KEY)
        await super().on_event(event)
        self._follow(self.focused or self.screen, _LAPS)

    def _follow(self, pump: MessagePump | None, laps: int) -> None:
        """Come after the key through every queue it may bubble up through, and last through the App's own."""
        if pump is None or pump is self or not pump.call_later(self._follow, pump._parent, laps):
            self.call_later(self._lap_done, laps)

    async def _lap_done(self, laps: int) -> None:
        if laps > 1:
            self._follow(self.focused or self.screen, laps - 1)
            return
        for _ in range(3):  # a worker begun by the key may open a dialog at its first steps
            await asyncio.sleep(0)
        self._let_go(_KEY)

    def _let_go(self, what: str) -> None:
        self._waiting_for.discard(what)
        self._next_key()

    def _next_key(self) -> None:
        if self._held and not self._waiting_for:
            self.call_later(self._do_next)

    async def _do_next(self) -> None:
        if self._held and not self._waiting_for:
            if self._at_most is not None:
                self._at_most.stop()
                self._at_most = None
            await self._do_key(self._held.pop(0))
            if self._held:
                self._at_most = self.set_timer(PATIENCE, self._lose_patience)
