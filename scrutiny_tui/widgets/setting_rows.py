"""What can be set from the app: each setting with its words, its values and how it is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.config import Settings
from scrutiny_tui.literal import line
from scrutiny_tui.widgets.row import Column, Row

if TYPE_CHECKING:
    from scrutiny_tui.settings_file import Value


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the settings.

    Attributes:
        name: as the file calls it.
        label: as a person calls it.
        help: what it does, in a sentence.
        choices: the values there are with their words; empty where it is typed.
        step: by how much left and right change a number; 0 for a text.
        least: the smallest number.
        most: the largest.
        unit: after a number.
        none: what is shown for 0 or "".
    """

    name: str
    label: str
    help: str
    choices: tuple[tuple[Value, str], ...] = ()
    step: int = 0
    least: int = 0
    most: int = 0
    unit: str = ""
    none: str = "not set"

    def value(self, settings: Settings) -> Value:
        """What it is set to."""
        found: Value | None = getattr(settings, self.name)
        return 0 if found is None else found

    def words(self, value: Value) -> str:
        """A value as a person reads it."""
        if self.choices:
            return dict(self.choices).get(value, str(value))
        return f"{value} {self.unit}".strip() if value else self.none

    def turned(self, value: Value, by: int) -> Value:
        """The next value, or the one before; texts have none."""
        if self.choices:
            values = [one for one, _ in self.choices]
            return values[(values.index(value) + by) % len(values)]
        if self.step and isinstance(value, int):
            return min(self.most, max(self.least, value + by * self.step))
        return value

    def wrong(self, typed: str) -> str:
        """What is wrong with a typed value, in a sentence; "" for nothing."""
        if self.name == "email" and typed.strip() and not re.fullmatch(r"[^\s@]+@[^\s@]+", typed.strip()):
            return "Write one address, such as a.member@council.example."
        if not self.step or (typed.isascii() and typed.isdecimal() and self.least <= int(typed) <= self.most):
            return ""
        return f"Write a number from {self.least} to {self.most}."

    def read(self, typed: str) -> Value:
        """The value of a typed text that is not wrong."""
        return int(typed) if self.step else typed.strip()


_YES = ((False, "no"), (True, "yes"))
SECTIONS: tuple[tuple[str, tuple[Setting, ...]], ...] = (
    (
        "You",
        (
            Setting("name", "Name", "As it shall stand under the questions you send."),
            Setting("email", "E-mail", "Where the clerk answers to."),
            Setting("pages_an_hour", "Reading speed", "For the reading plan and what an item takes to read.",
                    step=5, least=1, most=1000, unit="pages an hour"),
        ),
    ),
    (
        "Your council",
        (
            Setting("nation", "Nation", "Whose bank holidays are no working days.",
                    (("ENG", "England"), ("WLS", "Wales"), ("SCT", "Scotland"), ("NIR", "Northern Ireland"))),
            Setting("word_limit", "Words in a question", "How many a question may have; 0 for no limit.",
                    step=10, most=100_000, unit="words", none="no limit"),
        ),
    ),
    (
        "The app",
        (
            Setting("theme", "Theme", "The colours.",
                    (("scrutiny-light", "light"), ("scrutiny-dark", "dark"),
                     ("scrutiny-contrast", "high contrast"))),
            Setting("measure", "Line length", "How long a line of running text may be in the reader.",
                    step=4, least=40, most=160, unit="letters"),
            Setting("key_style", "Keys for moving", "In lists and in the reader; arrows always work.",
                    (("both", "arrows, and j k h l g G"), ("arrows", "arrows only"),
                     ("vim", "as in vim, ctrl+d and : too"))),
            Setting("glyphs", "Marks and lines", "Plain letters only, where the terminal has no others.",
                    (("auto", "as the terminal can"), ("unicode", "all"), ("ascii", "plain letters only"))),
            Setting("reduced_motion", "Reduced motion", "Nothing slides or blinks.", _YES),
        ),
    ),
)  # fmt: skip
SETTINGS: Sequence[Setting] = tuple(one for _, section in SECTIONS for one in section)


def setting_row(setting: Setting, settings: Settings) -> Row:
    """One setting: what it is, what it is set to, and what it does."""
    value = setting.value(settings)
    usual = value == setting.value(Settings())
    words = line(setting.words(value), "$text-muted" if usual else "bold $accent")
    return Row(
        (
            Column(Content(""), 0),
            Column(Content(setting.label), 21),
            Column(words, 28),
            Column(line(setting.help, "$text-muted"), from_width=90),
        )
    )
