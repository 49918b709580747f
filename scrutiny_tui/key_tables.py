"""Every table of keys with the place it belongs to, and the keys that terminals keep for themselves."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_tui import following_keys, keys, meeting_keys, question_keys, reading_keys
from scrutiny_tui.keys import Key

Table = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """The keys that can be pressed in one place.

    Attributes:
        title: what the place is called.
        tables: its own keys first, then those of what it is made of.
        alone: the keys that work everywhere do not work here: it is a dialog.
    """

    title: str
    tables: tuple[Table, ...]
    alone: bool = False

    @property
    def keys(self) -> Table:
        """All of them."""
        everywhere = () if self.alone else (keys.EVERYWHERE,)
        return tuple(key for table in (*self.tables, *everywhere) for key in table)


GROUNDS = (
    Ground("Meetings", (meeting_keys.MEETINGS, keys.LIST)),
    Ground("A meeting", (meeting_keys.MEETING, keys.LIST)),
    Ground("Earlier on a topic", (meeting_keys.EARLIER, keys.LIST)),
    Ground("A brief", (meeting_keys.BRIEF, keys.LIST)),
    Ground("Importing", (meeting_keys.IMPORTING, keys.LIST)),
    Ground("A pack before it is filed", (reading_keys.EARLY, reading_keys.PAGES)),
    Ground("The reader", (reading_keys.READER, reading_keys.PAGES)),
    Ground("Finding in the reader", (reading_keys.FIND_BAR,)),
    Ground("A page as it looks", (reading_keys.PICTURE,)),
    Ground("Notes", (reading_keys.NOTES, keys.LIST)),
    Ground("Search", (reading_keys.SEARCH, keys.LIST)),
    Ground("The search field", (reading_keys.SEARCH_FIELD,)),
    Ground("Questions", (question_keys.QUESTIONS, keys.LIST)),
    Ground("A question", (question_keys.QUESTION,)),
    Ground("A question's evidence", (question_keys.EVIDENCE, keys.LIST)),
    Ground("Deadlines", (keys.DEADLINES, keys.LIST)),
    Ground("Topics", (following_keys.TOPICS, keys.LIST)),
    Ground("Actions", (following_keys.ACTIONS, keys.LIST)),
    Ground("The register", (following_keys.REGISTER, keys.LIST)),
    Ground("Settings", (keys.SETTINGS, keys.LIST)),
    Ground("The tour", (keys.TOUR,), alone=True),
    Ground("Help", (keys.HELP,), alone=True),
    Ground("Something to read", (keys.TEXT,), alone=True),
    Ground("A dialog", (keys.DIALOG,), alone=True),
    Ground("A dialog with a list", (keys.LIST_DIALOG, keys.LIST), alone=True),
    Ground("A dialog for a file", (keys.FILE_DIALOG,), alone=True),
)

EATEN: dict[str, str] = {
    "ctrl+c": "copies, or ends programs",
    "ctrl+z": "puts programs to sleep",
    "ctrl+s": "stops the output",
    "ctrl+q": "lets the output go on",
    "ctrl+backslash": "ends programs",
    "ctrl+space": "changes the keyboard's language",
    "ctrl+@": "changes the keyboard's language",
    "ctrl+v": "pastes",
    "ctrl+b": "is what tmux waits for",
    "ctrl+h": "is the backspace key",
    "ctrl+i": "is the tab key",
    "ctrl+j": "is the enter key",
    "ctrl+m": "is the enter key",
    "ctrl+left_square_bracket": "is the escape key",
    "shift+enter": "is the enter key",
    "ctrl+enter": "is the enter key",
    "alt+enter": "fills the screen",
    "f10": "opens the terminal's menu",
    "f11": "fills the screen",
    "alt+space": "opens the window's menu",
    "alt+f4": "closes the window",
    "ctrl+comma": "opens the terminal's settings",
    "ctrl+tab": "goes to the next tab",
    "ctrl+pageup": "goes to another tab",
    "ctrl+pagedown": "goes to another tab",
    "shift+pageup": "scrolls the terminal",
    "shift+pagedown": "scrolls the terminal",
    "shift+home": "scrolls the terminal",
    "shift+end": "scrolls the terminal",
    "ctrl+plus": "makes the letters larger",
    "ctrl+minus": "makes the letters smaller",
    "ctrl+0": "makes the letters as they were",
}
"""Keys that a usual terminal keeps for itself or sends as another, and what it does with them."""


def is_eaten(key: str) -> bool:
    """Whether usual terminals keep a key: Windows Terminal, macOS Terminal, GNOME's, tmux."""
    return key in EATEN or "ctrl+shift+" in key or key.startswith(("super+", "cmd+", "hyper+"))
