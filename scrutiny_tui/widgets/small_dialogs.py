"""Small dialogs: a note to write, a choice to make, something to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static, TextArea

from scrutiny_tui.keys import DIALOG, LIST_DIALOG, TEXT, bindings
from scrutiny_tui.literal import literal, visible
from scrutiny_tui.widgets.dialog import Dialog
from scrutiny_tui.widgets.row_list import ModelRow, RowList


class NoteDialog(Dialog[str]):
    """Write some lines; leaving keeps them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(DIALOG)

    area = getters.query_one(TextArea)

    def __init__(self, title: str, words: str, start: str = "") -> None:
        """Write under a title; `words` say what on."""
        super().__init__()
        self._title, self._words, self._start = title, words, start

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(classes="dialog") as box:
            box.border_title = literal(self._title)
            box.border_subtitle = Content("esc keeps it and closes · empty takes it away")
            yield Static(literal(self._words, "$text-muted"), classes="quoted")
            yield TextArea(visible(self._start), soft_wrap=True, compact=True)

    def on_mount(self) -> None:
        """Write on where it ends."""
        self.area.move_cursor(self.area.document.end)

    def action_close(self) -> None:
        """Keep what was written."""
        self.dismiss(self.area.text.strip())


class ChoiceDialog(Dialog[str | None]):
    """Choose one of a few ways on; None where the person thinks better of it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(LIST_DIALOG)

    rows = getters.query_one(RowList)

    def __init__(self, title: str, text: Content, choices: Sequence[tuple[str, VisualType]]) -> None:
        """Say what is to be chosen; each choice is its name and what it says."""
        super().__init__()
        self._title, self._text, self._choices = title, text, choices

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with VerticalScroll(classes="dialog", can_focus=False) as box:
            box.border_title = literal(self._title)
            box.border_subtitle = Content("enter chooses · esc closes")
            yield Static(self._text)
            yield RowList(classes="part")

    def on_mount(self) -> None:
        """Offer the choices."""
        self.rows.show([ModelRow(content, name) for name, content in self._choices])
        self.rows.focus()

    def action_open(self) -> None:
        """Choose the row under the cursor."""
        self.rows.action_select()

    @on(RowList.OptionSelected)
    def _chosen(self) -> None:
        model = self.rows.model
        self.dismiss(model if isinstance(model, str) else None)

    def action_close(self) -> None:
        """Leave without a choice."""
        self.dismiss(None)


class TextDialog(Dialog[None]):
    """Something to read."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(TEXT)

    def __init__(self, title: str, text: Content) -> None:
        """Show a text under a title."""
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with VerticalScroll(classes="dialog") as box:
            box.border_title = literal(self._title)
            box.border_subtitle = Content("esc closes")
            yield Static(self._text)

    def action_close(self) -> None:
        """Close."""
        self.dismiss()
