"""The foot of a screen: the few keys that matter here, as many as there is room for; each can be clicked."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.keys import Key, in_use, own_keys, spelt
from scrutiny_tui.widgets.fields import takes_letters

_GAP = 2
_NEVER_LEFT_OUT = ("app.help", "app.back", "back")


class KeyHint(Static):
    """One key with its label; keys of one group share a hint."""

    def __init__(self, keys: tuple[Key, ...]) -> None:
        """Make the hint of a key, or of a group of keys."""
        super().__init__("")
        self.keys = keys
        self.tooltip = Content(" ".join(key.help for key in keys))
        self.room = 0

    def name_keys(self, *, typing: bool) -> bool:
        """Say the keys as they work now; False where none does, for letters are typed as text."""
        names = [spelt(key.named(typing=typing), self.app) for key in self.keys]
        label = self.keys[0].group or self.keys[0].label
        words = Content.assemble(("/".join(names), "bold $primary"), " ", (label, "$text-muted"))
        self.update(words)
        self.room = words.cell_length + _GAP
        return all(names)

    def on_click(self) -> None:
        """Do what the key does, from the App's own task: the screen may be closed by it."""
        self.app.call_later(self.screen.run_action, self.keys[0].action)


class Foot(Horizontal):
    """Hints for the keys marked `foot`: the screen's own first, but help and the way back always."""

    def __init__(self, here: Iterable[Key], everywhere: Iterable[Key]) -> None:
        """Name the keys of the screen, then those that work everywhere."""
        super().__init__()
        self._here, self._everywhere = tuple(here), tuple(everywhere)
        self._hints: list[KeyHint] = []
        self._fits: tuple[bool, int] | None = None
        self._of_no_use: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """Lay the hints out, with a person's own keys."""
        own = own_keys(self.app)
        tables = (in_use(self._here, own), in_use(self._everywhere, own))
        self._hints = [KeyHint(keys) for table in tables for keys in _grouped(table)]
        self._fits = None
        yield from self._hints

    def on_mount(self) -> None:
        """Follow the focus, for a letter does nothing where letters are typed; and the person's own keys."""
        self.watch(self.screen, "focused", self._fit, init=False)
        if hasattr(self.app, "own_keys"):
            self.watch(self.app, "own_keys", self._lay_out_anew, init=False)

    async def _lay_out_anew(self) -> None:
        await self.recompose()
        self._fit()

    def on_resize(self) -> None:
        """Show what there is room for."""
        self._fit()

    def leave_out(self, ids: Iterable[str]) -> None:
        """Do not name these keys, by id: what they do makes no sense as things stand."""
        if (found := frozenset(ids)) != self._of_no_use:
            self._of_no_use, self._fits = found, None
            self._fit()

    def _fit(self) -> None:
        typing = takes_letters(self.screen.focused)
        if (typing, self.size.width) == self._fits or not self.size.width:
            return
        self._fits = (typing, self.size.width)
        useful = [hint for hint in self._hints if hint.keys[0].id not in self._of_no_use]
        working = [hint for hint in useful if hint.name_keys(typing=typing)]
        kept = [hint for hint in working if hint.keys[0].action in _NEVER_LEFT_OUT]
        free = self.size.width - sum(hint.room for hint in kept) + _GAP
        for hint in self._hints:
            shown = hint in kept
            if hint in working and not shown and hint.room <= free:
                shown, free = True, free - hint.room
            hint.display = shown


def _grouped(keys: Iterable[Key]) -> list[tuple[Key, ...]]:
    groups: list[tuple[Key, ...]] = []
    for key in keys:
        if key.foot and key.group and groups and groups[-1][0].group == key.group:
            groups[-1] = (*groups[-1], key)
        elif key.foot:
            groups.append((key,))
    return groups
