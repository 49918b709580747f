"""The dialogs about a deadline: why it is what it is, and setting it by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from imports.model import Warning
from scrutiny_tui.keys import HELP, bindings
from scrutiny_tui.services.models import Deadline
from scrutiny_tui.widgets.deadline_text import explain


class WhyDialog(ModalScreen[None]):
    """Why a deadline is what it is."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(HELP)

    def __init__(self, deadline: Deadline | None, now: datetime, doubts: Sequence[Warning] = ()) -> None:
        """Explain this deadline."""
        super().__init__()
        self._text = explain(deadline, now, doubts)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with VerticalScroll(classes="dialog") as box:
            box.border_title = Content("Why this deadline")
            box.border_subtitle = Content("esc closes")
            yield Static(self._text)

    def action_close(self) -> None:
        """Close."""
        self.dismiss()
