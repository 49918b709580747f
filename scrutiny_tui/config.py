"""The settings a person keeps in `settings.toml`: read once at the start, never written over."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from scrutiny_tui.services.calendars import Nation, WorkingCalendar
from scrutiny_tui.services.errors import ServiceError

Theme = Literal["scrutiny-light", "scrutiny-dark", "scrutiny-contrast"]

FIRST_FILE = """\
# Settings of Scrutiny. A line that begins with # is off; take the # away to change what it says.

# Your name and address, as they shall stand under the questions you send.
# name = "Cllr A Member"
# email = "a.member@council.example"

# Whose bank holidays count: "ENG", "WLS", "SCT" or "NIR".
# nation = "ENG"

# Days your council closes on top of them (Christmas Eve, the Christmas closure).
# extra_holidays = [2022-12-28, 2022-12-29, 2022-12-30]

# How many words a question may have; 0 for no limit.
# word_limit = 100

# "scrutiny-light", "scrutiny-dark" or "scrutiny-contrast".
# theme = "scrutiny-light"
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person set, or the defaults.

    Attributes:
        name: the member's, as it goes under a question.
        email: the member's.
        nation: whose bank holidays count.
        word_limit: how many words a question may have; None for no limit.
        extra_holidays: days the council closes on top of the bank holidays.
        theme: how the app looks.
    """

    name: str = ""
    email: str = ""
    nation: Nation = "ENG"
    word_limit: int | None = 100
    extra_holidays: tuple[date, ...] = ()
    theme: Theme = "scrutiny-light"

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days of the member's council."""
        return WorkingCalendar(self.nation, frozenset(self.extra_holidays))


def read_settings(path: Path) -> Settings:
    """Read the settings; the defaults where there is no file.

    Raises:
        ServiceError: the file cannot be read, is no TOML, or says something that is no setting.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise ServiceError(
            f"The settings in {path} cannot be read ({error}). Mend or remove the file."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise ServiceError(
            f"The settings in {path} are not understood: {error}. Mend or remove the file."
        ) from error
    if unknown := sorted(found.keys() - set(Settings.__dataclass_fields__)):
        known = ", ".join(Settings.__dataclass_fields__)
        raise ServiceError(
            f"The settings in {path} have no {unknown[0]!r}; they know {known}. Mend the file."
        )
    if found.get("word_limit") == 0:
        found["word_limit"] = None
    try:
        return msgspec.convert(found, Settings)
    except msgspec.ValidationError as error:
        raise ServiceError(
            f"The settings in {path} are not understood: {error}. Mend or remove the file."
        ) from error


def write_first_settings(path: Path) -> None:
    """Leave a commented file for a person to edit, where there is none; failing to does no harm."""
    try:
        with open(path, "x", encoding="utf-8", opener=_privately) as file:
            file.write(FIRST_FILE)
    except OSError:
        return


def _privately(path: str, flags: int) -> int:
    """Make a file that only its owner reads: it holds a name and an address."""
    return os.open(path, flags, 0o600)
