"""`?`: the keys of the screen one came from, and those that work everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.keys import EVERYWHERE, HELP, LIST, Key, bindings, in_use, own_keys, spelt
from scrutiny_tui.messages import TakeTour
from scrutiny_tui.widgets.dialog import Dialog
from scrutiny_tui.widgets.row import Hanging


class HelpScreen(Dialog[None]):
    """The keys of one screen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(HELP)

    def __init__(self, title: str, keys: Sequence[Key], marks: Sequence[tuple[str, str]] = ()) -> None:
        """Show these keys and marks under this title."""
        super().__init__()
        self._title = title
        self._keys = keys
        self._marks = marks
        self._names = False

    def compose(self) -> ComposeResult:
        """Lay the keys out in two parts."""
        with VerticalScroll(id="help", classes="dialog") as box:
            box.border_title = Content(f"Keys: {self._title}")
            box.border_subtitle = Content("esc closes · t tour · i names for the settings file")
            yield from self._table(self._keys)
            if self._marks:
                yield Static(Content.styled("Marks", "bold"), classes="part")
                yield from _marks(self._marks)
            yield Static(Content.styled("In a list", "bold"), classes="part")
            yield from self._table(LIST)
            yield Static(Content.styled("Everywhere, but in a text field", "bold"), classes="part")
            yield from self._table(EVERYWHERE)

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one("#help").focus()

    def action_close(self) -> None:
        """Close."""
        self.dismiss()

    async def action_names(self) -> None:
        """Show or hide what the settings file calls each of them."""
        self._names = not self._names
        await self.recompose()
        self.query_one("#help").focus()

    async def action_tour(self) -> None:
        """Close, and take the tour."""
        self.dismiss()
        self.app.post_message(TakeTour())

    def _table(self, keys: Sequence[Key]) -> Iterator[Static]:
        keys = [key for key in in_use(keys, own_keys(self.app)) if key.keys]
        names = [spelt(key.shown, self.app) for key in keys]
        width = max(map(len, names), default=0)
        for key, shown in zip(keys, names, strict=True):
            label = Content.assemble((shown.rjust(width), "bold $primary"), "  ")
            name = Content.styled(f"  {key.id}", "$accent") if self._names else Content("")
            yield Static(Hanging(label, Content.assemble(key.help, name)))


def _marks(marks: Sequence[tuple[str, str]]) -> Iterator[Static]:
    for mark, meaning in marks:
        yield Static(Hanging(Content.styled(f"{mark}  ", "bold"), Content(meaning)))
