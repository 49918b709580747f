"""What four hundred apps in a row need not do four hundred times; nothing here changes what is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


class ParsedOnce:
    """Style sheets' rules by their text and the theme's variables; parsing is a third of a start."""

    def __init__(self, parse: Callable[..., list[RuleSet]]) -> None:
        self._parse = parse
        self._known: dict[tuple[Any, ...], list[RuleSet]] = {}

    @property
    def rules(self) -> Callable[..., list[RuleSet]]:
        """To be a `Stylesheet`'s method."""

        def rules(sheet: Stylesheet, *given: Any, **named: Any) -> list[RuleSet]:
            key = (*given, *sorted(named.items()), tuple(sheet._variables.items()))
            if key not in self._known:
                self._known[key] = self._parse(sheet, *given, **named)
            return self._known[key]

        return rules


def drawn_when_asked(draw: Callable[..., Any]) -> Callable[..., Any]:
    """The compositor's drawing, without the frames it makes for a terminal: a test's app has none.

    A whole frame, as for a picture of the screen, is drawn as ever, and so is what `driving.shown` reads;
    `driving.opened` reads every app's last one.
    """

    def drawn(compositor: Compositor, full: bool = False, **named: Any) -> Any:
        if full:
            return draw(compositor, full=True, **named)
        compositor._dirty_regions.clear()
        return None

    return drawn
