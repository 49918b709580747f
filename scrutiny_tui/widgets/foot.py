"""The foot of a screen: the few keys that matter here, as many as there is room for; each can be clicked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.keys import Key, in_use, own_keys, spelt
from scrutiny_tui.widgets.fields import takes_letters
from scrutiny_tui.widgets.hints import Hint, HintLine

if TYPE_CHECKING:
    from textual.app import App

_GAP = 2
_NEVER_LEFT_OUT = ("app.help", "app.back", "back")


def hint_of(keys: tuple[Key, ...], app: App[object], *, typing: bool) -> Hint | None:
    """A key with its label, or a group of keys with theirs; None where a letter would be typed as text."""
    names = [spelt(key.named(typing=typing), app) for key in keys]
    if not all(names):
        return None
    words = Content.assemble(
        ("/".join(names), "bold $primary"), " ", (keys[0].group or keys[0].label, "$text-muted")
    )
    return Hint(words, keys[0].action, Content(" ".join(key.help for key in keys)))


class Foot(HintLine):
    """Hints for the keys marked `foot`: the screen's own first, but help and the way back always."""

    def __init__(self, here: Iterable[Key], everywhere: Iterable[Key]) -> None:
        """Name the keys of the screen, then those that work everywhere."""
        super().__init__()
        self._here, self._everywhere = tuple(here), tuple(everywhere)
        self._of_no_use: frozenset[str] = frozenset()

    def on_mount(self) -> None:
        """Follow the focus, for a letter does nothing where letters are typed; and the person's own keys."""
        self.watch(self.screen, "focused", self._fit, init=False)
        if hasattr(self.app, "own_keys"):
            self.watch(self.app, "own_keys", self._fit, init=False)

    def on_resize(self) -> None:
        """Show what there is room for."""
        self._fit()

    def leave_out(self, ids: Iterable[str]) -> None:
        """Do not name these keys, by id: what they do makes no sense as things stand."""
        if (found := frozenset(ids)) != self._of_no_use:
            self._of_no_use = found
            self._fit()

    def _fit(self) -> None:
        if not self.size.width:
            return
        typing, own = takes_letters(self.screen.focused), own_keys(self.app)
        tables = (in_use(self._here, own), in_use(self._everywhere, own))
        groups = [keys for table in tables for keys in _grouped(table) if keys[0].id not in self._of_no_use]
        hints = [(keys, one) for keys in groups if (one := hint_of(keys, self.app, typing=typing))]
        kept = [one for keys, one in hints if keys[0].action in _NEVER_LEFT_OUT]
        free = self.size.width - sum(map(_room, kept)) + _GAP
        shown: list[Hint] = []
        for _, one in hints:
            if one not in kept:
                if _room(one) > free:
                    continue
                free -= _room(one)
            shown.append(one)
        self.lay(apart(shown))


def apart(hints: Iterable[Hint]) -> list[Hint]:
    """Hints with the blanks between them."""
    return [part for one in hints for part in (one, Hint(Content(" " * _GAP)))][:-1]


def _room(one: Hint) -> int:
    return one.words.cell_length + _GAP


def _grouped(keys: Iterable[Key]) -> list[tuple[Key, ...]]:
    groups: list[tuple[Key, ...]] = []
    for key in keys:
        if key.foot and key.group and groups and groups[-1][0].group == key.group:
            groups[-1] = (*groups[-1], key)
        elif key.foot:
            groups.append((key,))
    return groups
