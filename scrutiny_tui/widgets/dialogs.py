"""Small dialogs, awaited like function calls: `await self.app.push_screen_wait(PromptDialog(...))`."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from scrutiny_tui.keys import DIALOG, bindings
from scrutiny_tui.literal import line, literal


class ConfirmDialog(ModalScreen[bool]):
    """A question answered by yes or no; used only for what cannot be undone."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(DIALOG)

    def __init__(self, title: str, text: str, yes: str = "Yes", no: str = "No") -> None:
        """Ask; title and text may be foreign, `yes` and `no` name the buttons."""
        super().__init__()
        self._title, self._text, self._yes, self._no = title, text, yes, no

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(classes="dialog") as box:
            box.border_title = line(self._title)
            box.border_subtitle = Content("enter chooses · esc cancels")
            yield Static(literal(self._text))
            with Horizontal(classes="buttons"):
                yield Button(Content(self._yes), id="yes", variant="primary")
                yield Button(Content(self._no), id="no")

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_cancel(self) -> None:
        """Answer no."""
        self.dismiss(False)


class PromptDialog(ModalScreen[str | None]):
    """One line of text; gives None when cancelled."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(DIALOG)

    def __init__(
        self,
        title: str,
        text: str = "",
        value: str = "",
        hint: str = "",
        check: Callable[[str], str] | None = None,
    ) -> None:
        """Ask for a line.

        Args:
            title: of the box; may be foreign.
            text: what is asked, above the field; may be foreign.
            value: what stands in the field at first.
            hint: shown while the field is empty.
            check: gives what is wrong with a value, or "".
        """
        super().__init__()
        self._title, self._text, self._value, self._hint, self._check = title, text, value, hint, check

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(classes="dialog") as box:
            box.border_title = line(self._title)
            box.border_subtitle = Content("enter accepts · esc cancels")
            yield Static(literal(self._text))
            yield Input(self._value, placeholder=self._hint)
            yield Static("", id="wrong")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        wrong = self._check(event.value) if self._check else ""
        if wrong:
            self.query_one("#wrong", Static).update(literal(f"! {wrong}", "$error"))
        else:
            self.dismiss(event.value)

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)
