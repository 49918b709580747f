"""A dialog of a few one-line fields, each checked before it is let through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from scrutiny_tui.keys import DIALOG, bindings
from scrutiny_tui.literal import line, literal
from scrutiny_tui.services.files import there
from scrutiny_tui.widgets.dialog import Dialog
from scrutiny_tui.widgets.line_field import FileField, LineField
from scrutiny_tui.widgets.path_field import expanded, name_wrong


@dataclass(frozen=True, slots=True)
class Field:
    """One line to fill in.

    Attributes:
        label: what it is, above the field.
        value: what stands in it at first.
        check: says in a sentence what is wrong with it; "" lets it through.
        secret: whether what is typed stays unseen, and counts blank for blank.
        at_once: what needs no enter: typed in full, it goes on.
        typed: is told what stands in it so far, to have ready what that means.
        file: whether it is a file to write to, its ending the form.
    """

    label: str
    value: str = ""
    check: Callable[[str], str] = lambda _: ""
    secret: bool = False
    at_once: tuple[str, ...] = ()
    typed: Callable[[str], None] = lambda _: None
    file: bool = False


def file_field(target: Path, endings: Sequence[str]) -> Field:
    """A field for a file to write, whose ending says the form."""
    return Field("File", str(target), partial(name_wrong, endings=endings), file=True)


class FormDialog(Dialog[tuple[str, ...] | None]):
    """Gives the fields' values, or None where the person thinks better of it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(DIALOG)

    def __init__(
        self, title: str, text: Content, fields: Sequence[Field], leaving: str = "esc changes nothing"
    ) -> None:
        """Ask for these fields under a title; `leaving` says what esc does."""
        super().__init__()
        self._leaving = leaving
        self._title, self._text, self._fields = title, text, tuple(fields)
        self._told: set[str] = set()

    def compose(self) -> ComposeResult:
        """Lay the fields out under one another."""
        with VerticalScroll(classes="dialog form", can_focus=False) as box:
            box.border_title = line(self._title)
            box.border_subtitle = Content(f"enter goes on · {self._leaving}")
            yield Static(self._text)
            for number, field in enumerate(self._fields):
                yield Static(line(field.label, "bold"), classes="part")
                yield _line(field, f"field-{number}")
                yield Static("", id=f"wrong-{number}", classes="wrong")

    @on(events.DescendantFocus)
    def _show_label(self, event: events.DescendantFocus) -> None:
        """A field comes into sight with what it is."""
        fields = list(self.query(Input))
        if event.widget in fields:
            at = fields.index(event.widget)
            label = list(self.query(".part"))[at]
            box = self.query_one(".dialog", VerticalScroll)
            show = label.scroll_visible if at else box.scroll_home
            self.call_after_refresh(self.call_after_refresh, show, animate=False, immediate=True)

    @on(Input.Changed)
    def _at_once(self, event: Input.Changed) -> None:
        field = self._fields[list(self.query(Input)).index(event.input)]
        field.typed(event.value)
        if event.value and event.value in field.at_once:
            self.run_worker(event.input.action_submit())

    @on(Input.Submitted)
    def _goes_on(self, event: Input.Submitted) -> None:
        inputs = list(self.query(Input))
        at = inputs.index(event.input)
        if self._wrong(at, event.value):
            return
        if at + 1 < len(inputs):
            inputs[at + 1].focus()
            return
        values = tuple(one.value if one.password else one.value.strip() for one in inputs)
        wrong = [number for number, value in enumerate(values) if self._wrong(number, value)]
        replaced = [number for number, value in enumerate(values) if self._replaces(number, value)]
        if wrong or replaced:
            inputs[(wrong or replaced)[0]].focus()
        else:
            self.dismiss(values)

    def _wrong(self, number: int, value: str) -> str:
        said = self._fields[number].check(value.strip())
        self._say(number, said, "$error")
        return said

    def _replaces(self, number: int, value: str) -> bool:
        """Whether a file would be written over that nobody was told of; tells, once for each name."""
        if not self._fields[number].file or value in self._told or not there(expanded(value)):
            return False
        self._told.add(value)
        self._say(number, "A file of this name is there: enter again replaces it.", "$warning")
        return True

    def _say(self, number: int, said: str, style: str) -> None:
        label = self.query_one(f"#wrong-{number}", Static)
        label.update(literal(f"! {said}", style))
        label.display = bool(said)

    def action_close(self) -> None:
        """Leave and change nothing."""
        self.dismiss(None)


def _line(field: Field, name: str) -> LineField:
    if field.file:
        return FileField(field.value, id=name)
    return LineField(field.value, password=field.secret, id=name)
