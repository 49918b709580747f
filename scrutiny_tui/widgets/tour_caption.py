"""The tour's caption: a few words over the foot of a real screen, and the way on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.key_tables import GROUNDS
from scrutiny_tui.keys import TOUR, Key, bindings, in_use, own_keys
from scrutiny_tui.widgets.dialog import Dialog
from scrutiny_tui.widgets.foot import apart, hint_of
from scrutiny_tui.widgets.hints import HintLine

Way = Literal["next", "back", "leave"]


@dataclass(frozen=True, slots=True)
class Step:
    """One stop of the tour.

    Attributes:
        place: the place it is in.
        shows: what is opened there: "meeting", "reader" or "" for the place's first screen.
        title: of the caption.
        words: the caption; `<meeting.next>` stands for the key of it.
    """

    place: str
    shows: str
    title: str
    words: str


class TourCaption(Dialog[Way]):
    """One caption; gives the way the person takes."""

    CSS_PATH = "../styles/tour.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(TOUR)

    def __init__(self, step: Step, at: int, of: int) -> None:
        """Show a step, which is the `at`th of `of`."""
        super().__init__()
        self._step, self._at, self._of = step, at, of

    def compose(self) -> ComposeResult:
        """Lay out the words and the keys."""
        with Vertical(id="tour") as box:
            box.border_title = Content(f"Tour {self._at} of {self._of}: {self._step.title}")
            yield Static(caption(self._step.words, own_keys(self.app)))
            yield HintLine(id="tour-ways")

    def on_mount(self) -> None:
        """Say the keys."""
        hints = (hint_of((key,), self.app, typing=False) for key in in_use(TOUR, own_keys(self.app)))
        self.query_one("#tour-ways", HintLine).lay(apart(one for one in hints if one))

    def action_way(self, way: Way) -> None:
        """Go on, back, or leave the tour for now."""
        self.dismiss(way)


def caption(words: str, own: Mapping[str, str]) -> Content:
    """A caption with the keys in it as they are now."""
    known: dict[str, Key] = {key.id: key for ground in GROUNDS for key in in_use(ground.keys, own)}
    parts = re.split(r"<([\w.]+)>", words)
    pieces = [
        (known[part].named(typing=False) or "the palette", "bold $primary") if at % 2 else part
        for at, part in enumerate(parts)
    ]
    return Content.assemble(*pieces)
