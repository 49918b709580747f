"""The top line of every screen: where one is, where one can go, and the app's clock."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.keys import PLACES, Place
from scrutiny_tui.literal import line
from scrutiny_tui.widgets.labels import put

_SET = Content("The clock was set, by the demo or by --today: every deadline is counted from this moment.")


_ROOMY, _SOME_ROOM = 110, 96
_RUNNING = 14
"""Columns that what runs needs; the clock gives them up."""


def _brief(text: str, width: int) -> str:
    """The clock for the room there is: `18 May 09:12` or `09:12`; set, `as if 18 May` or `(18 May)`."""
    if width >= _ROOMY:
        return text
    words = text.removeprefix("as if ").split()
    day, time = " ".join(words[1:3]), "".join(words[4:])
    if text.startswith("as if "):
        return f"as if {day}" if width >= _SOME_ROOM else f"({day})"
    return f"{day} {time}" if width >= _SOME_ROOM else time


class PlaceTab(Static):
    """One place in the top line; a click goes there."""

    def __init__(self, place: Place) -> None:
        """Make the tab of a place."""
        super().__init__(
            Content.assemble((place.key, "bold $primary"), " ", place.title), id=f"place-{place.name}"
        )
        self.place = place
        self.tooltip = Content(f"Go to {place.title} ({place.key})")

    def on_click(self) -> None:
        """Go to the place, from the App's own task."""
        self.app.call_later(self.run_action, f"app.go('{self.place.name}')")


class PlaceBar(Horizontal):
    """Name, places, what runs in the background, clock.

    It watches the App's `clock_text` and `under_way` (what runs), so that screens need not carry them along.
    """

    def compose(self) -> ComposeResult:
        """Lay the line out."""
        yield Static("Scrutiny", id="app-name")
        yield from (PlaceTab(place) for place in PLACES)
        yield Static("", id="running")
        yield Static("", id="clock")

    def on_mount(self) -> None:
        """Follow the App."""
        self.query_one(f"#place-{self.app.current_mode}").add_class("-here")
        self.watch(self.app, "clock_text", self._show_clock)
        self.watch(self.app, "under_way", self._show_running)

    def _show_clock(self, text: str) -> None:
        clock = self.query_one("#clock", Static)
        room = self.size.width - _RUNNING * self.has_class("-busy")
        put(clock, Content(_brief(text, room)))
        clock.tooltip = _SET if text.startswith("as if") else None

    def on_resize(self) -> None:
        """Show as much of the clock as there is room for."""
        self._show_clock(str(getattr(self.app, "clock_text", "")))

    def _show_running(self, text: str) -> None:
        running = self.query_one("#running", Static)
        put(running, line(text))
        running.tooltip = line(text) if text else None
        self.set_class(bool(text), "-busy")
        self.on_resize()
