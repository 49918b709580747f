"""The foot of a screen: the few keys that matter here, as many as there is room for; each can be clicked."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.keys import Key

_GAP = 2


class KeyHint(Static):
    """One key with its label; keys of one group share a hint."""

    def __init__(self, keys: tuple[Key, ...], everywhere: bool) -> None:
        """Make the hint of a key, or of a group of keys."""
        label = keys[0].group or keys[0].label
        names = "/".join(key.first_shown for key in keys)
        words = Content.assemble((names, "bold $primary"), " ", (label, "$text-muted"))
        super().__init__(words)
        self.keys, self.everywhere = keys, everywhere
        self.tooltip = Content(" ".join(f"{key.help}" for key in keys))
        self.room = words.cell_length + _GAP

    def on_click(self) -> None:
        """Do what the key does, from the App's own task: the screen may be closed by it."""
        self.app.call_later(self.screen.run_action, self.keys[0].action)


class Foot(Horizontal):
    """Hints for the keys marked `foot`; those of the screen give way before those that work everywhere."""

    def __init__(self, here: Iterable[Key], everywhere: Iterable[Key]) -> None:
        """Name the keys of the screen, then those that work everywhere."""
        super().__init__()
        self._hints = [KeyHint(keys, False) for keys in _grouped(here)]
        self._hints += [KeyHint(keys, True) for keys in _grouped(everywhere)]

    def compose(self) -> ComposeResult:
        """Lay the hints out."""
        yield from self._hints

    def on_resize(self, event: events.Resize) -> None:
        """Show what there is room for."""
        free = event.size.width - sum(hint.room for hint in self._hints if hint.everywhere)
        for hint in self._hints:
            if not hint.everywhere:
                free -= hint.room
                hint.display = free >= 0


def _grouped(keys: Iterable[Key]) -> list[tuple[Key, ...]]:
    groups: list[tuple[Key, ...]] = []
    for key in keys:
        if key.foot and key.group and groups and groups[-1][0].group == key.group:
            groups[-1] = (*groups[-1], key)
        elif key.foot:
            groups.append((key,))
    return groups
