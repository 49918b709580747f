"""A one-line field that no pasted text can break: controls become marks, line breaks blanks."""

from __future__ import annotations

from pathlib import PurePath

from textual import events
from textual.widgets import Input
from textual.widgets.input import Selection

from scrutiny_tui.literal import in_place


def flat(text: str) -> str:
    """Text for a field of one line: controls visible, tabs and line breaks as blanks, nothing trimmed."""
    return in_place(text.replace("\r\n", " ").translate(_BREAKS))


_BREAKS = dict.fromkeys(map(ord, "\r\n\t\v\f\x85\u2028\u2029"), " ")


class LineField(Input):
    """An input for foreign text; what is set, typed or pasted comes in flat."""

    def validate_value(self, value: str) -> str:
        """Let nothing stand in the field that the terminal would obey."""
        return flat(value)

    def _on_paste(self, event: events.Paste) -> None:
        """Paste all of it: Textual's own takes the first line only."""
        if event.text:
            start, end = self.selection
            self.replace(flat(event.text.strip("\r\n")), *sorted((start, end)))
        event.stop()
        event.prevent_default()


class FileField(LineField):
    """A file to write to: its ending is in hand, so that another form can be typed over it.

    A path that is typed or pasted over it takes the place of all.
    """

    def __init__(self, value: str, *, id: str) -> None:
        """Stand at a name."""
        super().__init__(value, id=id, select_on_focus=False)

    @property
    def _ending(self) -> Selection:
        end = len(self.value)
        return Selection(end - max(0, len(PurePath(self.value).suffix) - 1), end)

    def _on_focus(self, _: events.Focus) -> None:
        self.selection = self._ending

    async def _on_key(self, event: events.Key) -> None:
        if event.character:
            self._make_room(event.character)

    def _on_paste(self, event: events.Paste) -> None:
        self._make_room(event.text)
        super()._on_paste(event)

    def _make_room(self, text: str) -> None:
        whole = text.lstrip(" '\"").startswith(("/", "~", "\\"))
        if whole and not self.selection.is_empty and self.selection == self._ending:
            self.select_all()

    def action_delete_left_all(self) -> None:
        """Delete all before the cursor, the ending in hand as well."""
        self.value = self.value[self.cursor_position :]
        self.cursor_position = 0
