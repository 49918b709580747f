"""Every key of the app, one table a screen: it feeds the bindings, the foot, `?` and the palette.

A row says the key, the action it runs, a word or two for the foot of the screen, and a sentence for
help and tooltip. Actions without a dot belong to the screen; `app.` ones work everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Key:
    """One thing a person can do by keyboard.

    Attributes:
        id: unique over the app (`meeting.next`).
        keys: the keys, divided by commas, as Textual writes them (`n,],space`).
        action: what it runs.
        label: for the foot and the palette.
        help: one sentence for `?`, tooltip and palette.
        foot: whether the foot of the screen names it.
        group: keys with the same group share one label in the foot.
        first: whether it comes before what the widget in focus does with the key.
        in_palette: whether the command palette offers it (moving a cursor is no command).
    """

    id: str
    keys: str
    action: str
    label: str
    help: str
    foot: bool = False
    group: str = ""
    in_palette: bool = True
    first: bool = False

    @property
    def shown(self) -> str:
        """The keys as a person reads them: `n  ]  space`."""
        return "  ".join(_SHOWN.get(key, key) for key in self.keys.split(","))

    @property
    def first_shown(self) -> str:
        """The first of its keys as a person reads it."""
        return self.shown.split("  ")[0]

    def named(self, *, typing: bool) -> str:
        """The key for the foot: a single letter where there is one; "" where letters are typed as text."""
        names = self.shown.split("  ")
        if typing:
            return next((name for name in names if len(name) > 1), "")
        return next((name for name in names if len(name) == 1), names[0])


_SHOWN = {
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "comma": ",",
    "colon": ":",
    "escape": "esc",
    "pagedown": "page down",
    "pageup": "page up",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def spelt(shown: str, app: object) -> str:
    """A key as the app writes it: an arrow by its name where there are only plain letters."""
    if not getattr(app, "plain_letters", False):
        return shown
    for name in ("up", "down", "left", "right"):
        shown = shown.replace(_SHOWN[name], name)
    return shown


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places the number keys go to; `name` is its Textual mode."""

    name: str
    key: str
    title: str


PLACES = (
    Place("meetings", "1", "Meetings"),
    Place("search", "2", "Search"),
    Place("questions", "3", "Questions"),
    Place("deadlines", "4", "Deadlines"),
    Place("topics", "5", "Topics"),
    Place("actions", "6", "Actions"),
)


NO_KEY = "no_key"
"""A name no terminal sends: what has it cannot be pressed, but is there for keys of a person's own."""


def own_keys(app: object) -> Mapping[str, str]:
    """The keys that differ from the tables, by id, where the app has a person's own."""
    found: Mapping[str, str] = getattr(app, "own_keys", {})
    return found


def in_use(table: Iterable[Key], own: Mapping[str, str]) -> tuple[Key, ...]:
    """A table with a person's own keys in it; what lost all its keys has "" and is left to the palette."""
    return tuple(replace(key, keys=own.get(key.id, key.keys)) for key in table)


def bindings(table: Iterable[Key]) -> list[BindingType]:
    """Turn a table into Textual bindings, in its order."""
    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            show=key.foot,
            key_display=key.first_shown,
            tooltip=key.help,
            id=key.id,
            priority=key.first,
        )
        for key in table
    ]


EVERYWHERE = (
    *(
        Key(
            f"app.{place.name}",
            place.key,
            f"app.go('{place.name}')",
            place.title,
            f"Go to {place.title}; again, to its first screen.",
        )
        for place in PLACES
    ),
    Key(
        "app.history_back",
        "alt+left",
        "app.history(-1)",
        "back to",
        "Back to where one was, as in a browser.",
    ),
    Key("app.history_on", "alt+right", "app.history(1)", "forward to", "Forward again."),
    Key("app.search_from_here", "/", "app.search", "search", "Search everything ever imported.", foot=True),
    Key("app.help", "?,f1", "app.help", "keys", "Show the keys of this screen.", foot=True),
    Key(
        "app.commands",
        "ctrl+p",
        "app.command_palette",
        "commands",
        "Find any action or meeting by name.",
        foot=True,
        in_palette=False,
    ),
    Key("app.settings", "comma", "app.settings", "settings", "Change the settings: theme, keys, your name."),
    Key("app.tour", "T", "app.tour", "tour", "Take the two-minute tour, or go on with it."),
    Key("app.quit", "q", "app.quit", "quit", "Leave. Everything typed is kept."),
)


def pressed_first() -> list[BindingType]:
    """The keys that work everywhere, taken before the widget in focus sees them.

    What is typed right after one then reaches the screen it leads to; `pressed` lets them go where
    text is typed.
    """
    table: list[Key] = []
    for key in EVERYWHERE:
        letters, others = letters_and_others(key.keys)
        table.append(replace(key, keys=letters or NO_KEY, action=f"pressed({key.action!r})", first=True))
        table.append(replace(key, id=key.id + TOO, keys=others or NO_KEY))
    return bindings(table)


TOO = "_too"
"""Ends the id of the second binding of a key that works everywhere: the one that works while typing too."""


def letters_and_others(keys: str) -> tuple[str, str]:
    """Divide keys into those that are text where text is typed, and the others."""
    names = keys.split(",")
    letters = ",".join(name for name in names if len(name) == 1)
    return letters, ",".join(name for name in names if len(name) > 1)


BACK = Key("screen.back", "escape", "app.back", "back", "Go back one step; nothing is lost.", foot=True)

LIST = (
    Key("list.up", "up,k", "cursor_up", "up", "Move up.", in_palette=False),
    Key("list.down", "down,j", "cursor_down", "down", "Move down.", in_palette=False),
    Key("list.first", "home,g", "first", "first", "Go to the first row.", in_palette=False),
    Key("list.last", "end,G", "last", "last", "Go to the last row.", in_palette=False),
    Key("list.page_up", "pageup", "page_up", "page up", "Move up a screenful.", in_palette=False),
    Key("list.page_down", "pagedown", "page_down", "page down", "Move down a screenful.", in_palette=False),
)

DEADLINES = (
    Key(
        "deadlines.open",
        "enter",
        "open",
        "read",
        "Open the page that prints the deadline.",
        foot=True,
    ),
    Key("deadlines.meeting", "m", "meeting", "meeting", "Open the meeting it is for.", foot=True),
    Key(
        "deadlines.set",
        "s",
        "override",
        "set",
        "Set this deadline by hand, with a reason.",
        foot=True,
    ),
    Key(
        "deadlines.unset",
        "u",
        "withdraw",
        "undo by hand",
        "Take back what was set by hand: the papers hold again.",
    ),
    Key("deadlines.rule", "r", "rule", "rule", "Keep a rule for this committee's questions.", foot=True),
    Key(
        "deadlines.calendar",
        "x",
        "calendar",
        "calendar",
        "Write the deadlines shown as a calendar file (.ics).",
        foot=True,
    ),
    Key("deadlines.past", "h", "past", "held", "Show or hide the deadlines that are past.", foot=True),
    Key("deadlines.register", "e", "register", "register", "Open the register of questions received."),
    Key("deadlines.committee", "f", "next_committee", "committee", "Only the next committee's deadlines."),
    Key("deadlines.state", "w", "next_state", "which", "Only those closing this week, the doubtful ..."),
    Key("deadlines.kind", "t", "next_kind", "kind", "Only the public's, members', urgent questions ..."),
    Key("deadlines.all", "c", "all_committees", "all", "Show every committee's deadlines again."),
    BACK,
)

HELP = (
    Key("help.close", "escape,question_mark,q", "close", "close", "Close.", foot=True),
    Key("help.names", "i", "names", "names", "Show what the settings file calls each of them.", foot=True),
    Key("help.tour", "t,T", "tour", "tour", "Take the two-minute tour.", foot=True),
)
TEXT = (Key("text.close", "escape,question_mark,q", "close", "close", "Close.", foot=True),)
DIALOG = (Key("dialog.close", "escape", "close", "close", "Close.", foot=True),)
FILE_DIALOG = (
    *DIALOG,
    Key("dialog.complete", "tab", "complete", "complete", "Complete the path.", foot=True, in_palette=False),
)
LIST_DIALOG = (
    *DIALOG,
    Key("dialog.choose", "enter", "open", "choose", "Choose the row under the cursor.", foot=True),
)

TOUR = (
    Key("tour.next", "enter,space,right,n,l", "way('next')", "go on", "Go on.", foot=True),
    Key("tour.back", "left,p,backspace,h", "way('back')", "back", "Back to the step before.", foot=True),
    Key(
        "tour.leave",
        "escape,q,T",
        "way('leave')",
        "leave; T takes it up again",
        "Leave the tour for now.",
        foot=True,
    ),
)

SETTINGS = (
    Key("settings.change", "enter", "open", "change", "Change the setting under the cursor.", foot=True),
    Key("settings.next", "right,l", "turn(1)", "next value", "Take the next value there is.", True, "value"),
    Key("settings.before", "left,h", "turn(-1)", "value before", "Take the value before.", True, "value"),
    Key("settings.usual", "u", "usual", "as usual", "Set it back to what is usual.", foot=True),
    Key("settings.edit", "e", "edit", "the file", "Open the settings file in your own editor.", foot=True),
    Key("settings.read", "ctrl+r", "reread", "read again", "Read the settings file again.", foot=True),
    BACK,
)
