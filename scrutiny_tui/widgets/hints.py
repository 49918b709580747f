"""A line of words of which some can be clicked: one widget, for a screen pays for each when it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.widgets import Static


@dataclass(frozen=True, slots=True)
class Hint:
    """Words in the line.

    Attributes:
        words: with the blanks around them that belong to them.
        action: what a click on them does; "" where they only tell something.
        help: what is said while the mouse rests on them.
    """

    words: Content
    action: str = ""
    help: Content | None = None


class HintLine(Static):
    """One line; its hints light up under the mouse."""

    def __init__(self, *, id: str | None = None) -> None:
        """Begin empty."""
        super().__init__("", id=id)
        self.hints: tuple[Hint, ...] = ()
        self._under_mouse: Hint | None = None

    def lay(self, hints: Sequence[Hint]) -> None:
        """Show these, from the left."""
        if self.hints != (hints := tuple(hints)):
            self.hints = hints
            self._draw()

    def _draw(self) -> None:
        lit = self._under_mouse
        words = (hint.words.stylize("on $panel") if hint is lit else hint.words for hint in self.hints)
        self.update(Content("").join(words), layout=False)

    def _at(self, event: events.MouseEvent) -> Hint | None:
        place, end = event.get_content_offset(self), 0
        if place is not None:
            for hint in self.hints:
                end += hint.words.cell_length
                if place.x < end:
                    return hint
        return None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light up what can be clicked, and say what it does."""
        here = self._at(event)
        self.tooltip = here.help if here is not None else None
        if (lit := here if here is not None and here.action else None) is not self._under_mouse:
            self._under_mouse = lit
            self._draw()

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        if self._under_mouse is not None:
            self._under_mouse = None
            self._draw()

    def on_click(self, event: events.Click) -> None:
        """Do what the hint does, from the App's own task: the screen may be closed by it."""
        hint = self._at(event)
        if hint is not None and hint.action:
            self.app.call_later(self.screen.run_action, hint.action)
