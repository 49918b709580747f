"""The top line of every screen: where one is, where one can go, and the app's clock."""

from __future__ import annotations

from textual.content import Content

from scrutiny_tui.keys import PLACES, Place
from scrutiny_tui.literal import line
from scrutiny_tui.widgets.hints import Hint, HintLine

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


class PlaceBar(HintLine):
    """Name, places, what runs in the background, clock.

    It watches the App's `clock_text` and `under_way` (what runs), so that screens need not carry them along.
    """

    def on_mount(self) -> None:
        """Follow the App."""
        self._here = self.app.current_mode
        self.watch(self.app, "clock_text", self._lay_out, init=False)
        self.watch(self.app, "under_way", self._lay_out, init=False)

    def on_resize(self) -> None:
        """Show as much as there is room for."""
        self._lay_out()

    def _lay_out(self) -> None:
        narrow, width = self.screen.has_class("-narrow"), self.size.width
        left = [] if narrow else [Hint(Content.styled("Scrutiny", "bold")), Hint(Content("  "))]
        for place in PLACES:
            left += [self._tab(place, narrow), *([Hint(Content("  "))] if narrow else [])]
        text, running = str(getattr(self.app, "clock_text", "")), str(getattr(self.app, "under_way", ""))
        brief = _brief(text, width - _RUNNING * bool(running)) if not (narrow and running) else ""
        clock = Hint(Content.styled(brief, "$text-muted"), help=_SET if text.startswith("as if") else None)
        room = width - sum(one.words.cell_length for one in (*left, clock)) - 1
        told = line(running, "$text-muted").truncate(max(0, room), ellipsis=True)
        blanks = Content(" " * max(0, room - told.cell_length))
        under_way = Hint(told, help=line(running) if running else None)
        self.lay([*left, Hint(blanks), under_way, Hint(Content(" ")), clock])

    def _tab(self, place: Place, narrow: bool) -> Hint:
        here = place.name == self._here
        words = Content.assemble(
            (place.key, "bold $primary"), " ", (place.title, "" if here else "$text-muted")
        )
        words = words if narrow else Content.assemble(" ", words, " ")
        return Hint(
            words.stylize("bold on $panel") if here else words,
            f"app.go('{place.name}')",
            Content(f"Go to {place.title} ({place.key})"),
        )
