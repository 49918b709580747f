"""A person's own keys from the settings: what holds, and what is wrong with them in a sentence each.

The outcome is what differs from the tables, complete: a key that a person gave to one thing is taken from
whatever else had it in the same place, so that foot, help and palette tell the truth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from textual.keys import Keys

from scrutiny_tui.key_tables import EATEN, GROUNDS, Ground, is_eaten
from scrutiny_tui.keys import EVERYWHERE, LIST, NO_KEY, TOO, Key, letters_and_others
from scrutiny_tui.reading_keys import PAGES, PICTURE

if TYPE_CHECKING:
    from scrutiny_tui.config import KeyStyle

_MOVING = (*LIST, *PAGES, *PICTURE)
_VIM_LETTERS = frozenset("jkhlgG")
_ALSO_VIM = {
    "list.page_down": "ctrl+d",
    "list.page_up": "ctrl+u",
    "pages.turn": "ctrl+d",
    "pages.turn_back": "ctrl+u",
    "app.commands": ":",
}
_NAMED = frozenset(key.value for key in Keys)
_MODIFIERS = ("ctrl", "alt", "shift", "meta", "super", "hyper")


@dataclass(slots=True)
class Keymap:
    """Which keys differ from the tables.

    Attributes:
        own: keys by the id of what they do; "" where it has none left.
        troubles: what is to be told of them, a sentence each.
    """

    own: dict[str, str] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)

    def keys_of(self, key: Key) -> list[str]:
        """The keys that hold for something."""
        return [name for name in self.own.get(key.id, key.keys).split(",") if name]

    def bindings(self) -> dict[str, str]:
        """What Textual is told: what works everywhere has two bindings, one of them for letters."""
        told = {id: keys or NO_KEY for id, keys in self.own.items()}
        for key in EVERYWHERE:
            if key.id in self.own:
                letters, others = letters_and_others(self.own[key.id])
                told[key.id], told[key.id + TOO] = letters or NO_KEY, others or NO_KEY
        return told


def read_keymap(wanted: Mapping[str, str], style: KeyStyle = "both") -> Keymap:
    """Put a person's own keys over those of a style.

    Args:
        wanted: keys by id, divided by commas, as the settings say.
        style: which keys move about.
    """
    keymap = Keymap(own=dict(_of_style(style)))
    known = {key.id: key for ground in GROUNDS for key in ground.keys}
    given: dict[str, list[str]] = {}
    for id, keys in wanted.items():
        if id not in known:
            near = get_close_matches(id, known, 1)
            meant = f" Do you mean {near[0]}?" if near else " Press i in the help (?) for the names."
            said = f"The settings give a key to {id!r}, which is nothing the app does.{meant}"
            keymap.troubles.append(said)
            continue
        names = [_as_textual(name) for name in _divided(keys)]
        for name in names:
            if trouble := _wrong(id, name):
                keymap.troubles.append(trouble)
        given[id] = [name for name in names if _is_key(name)]
        if given[id] or not names:
            keymap.own[id] = ",".join(given[id])
    for id, names in given.items():
        for name in names:
            _take_from_others(keymap, id, name, given)
    return keymap


def _of_style(style: KeyStyle) -> Iterator[tuple[str, str]]:
    if style == "arrows":
        for key in _MOVING:
            kept = [name for name in key.keys.split(",") if name not in _VIM_LETTERS]
            if kept and len(kept) < len(key.keys.split(",")):
                yield key.id, ",".join(kept)
    elif style == "vim":
        for key in (*_MOVING, *EVERYWHERE):
            if key.id in _ALSO_VIM:
                yield key.id, f"{key.keys},{_ALSO_VIM[key.id]}"


def _take_from_others(keymap: Keymap, id: str, name: str, given: Mapping[str, list[str]]) -> None:
    """Give a key to one thing only wherever that can be pressed, and say what lost it."""
    for ground in _grounds_of(id):
        for other in ground.keys:
            if other.id == id or name not in keymap.keys_of(other):
                continue
            both = name in given.get(other.id, ())
            keymap.own[other.id] = ",".join(one for one in keymap.keys_of(other) if one != name)
            if both:
                given[other.id].remove(name)
            left = keymap.own[other.id].replace(",", " ") or "no key, only the palette"
            why = "the settings give it to both" if both else f"{other.id} is left with {left}"
            keymap.troubles.append(f"{name} is now {id} in {ground.title}: {why}.")


def _grounds_of(id: str) -> Iterator[Ground]:
    return (ground for ground in GROUNDS if any(key.id == id for key in ground.keys))


def _divided(keys: str) -> list[str]:
    """`n,right` as two keys; a comma by itself is a key."""
    if keys.strip() == ",":
        return ["comma"]
    return [name.strip() for name in keys.split(",") if name.strip()]


def _as_textual(name: str) -> str:
    """A key as the tables write it: `space` and `ctrl+r` small, a single letter as it is."""
    if len(name) == 1:
        return name
    plain = name.lower().replace(" ", "")
    return {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown"}.get(plain, plain)


def _is_key(name: str) -> bool:
    *modifiers, last = name.split("+") if len(name) > 1 else [name]
    return all(one in _MODIFIERS for one in modifiers) and (len(last) == 1 or last in _NAMED)


def _wrong(id: str, name: str) -> str:
    if not _is_key(name):
        return f"The settings give {id} the key {name!r}, which is none: write a letter, f5 or ctrl+r."
    if is_eaten(name):
        why = EATEN.get(name, "is the terminal's own")
        return f"The settings give {id} the key {name}: in many terminals it {why} and never comes here."
    return ""
