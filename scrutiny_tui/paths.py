"""Where a person's two databases, settings and exports lie."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


class NoHome(Exception):
    """A home was asked for in a folder that is gone, or of a user nobody knows; the text says which."""


@dataclass(frozen=True, slots=True)
class Home:
    """The one folder everything of a person is in.

    Attributes:
        path: the folder; made, private to its owner, when the first database is.
    """

    path: Path

    @property
    def library(self) -> Path:
        """What councils published; can be rebuilt by importing again."""
        return self.path / "library.db"

    @property
    def desk(self) -> Path:
        """What the member wrote: private, and not to be had again."""
        return self.path / "desk.db"

    @property
    def settings(self) -> Path:
        """The settings a person may edit."""
        return self.path / "settings.toml"

    @property
    def exports(self) -> Path:
        """Where exports go unless told otherwise."""
        return self.path / "exports"

    @property
    def backups(self) -> Path:
        """Where copies of the desk are kept."""
        return self.path / "backups"

    @property
    def papers(self) -> Path:
        """Where originals are kept that lie nowhere else."""
        return self.path / "papers"

    @property
    def model(self) -> Path:
        """Where the model for search by meaning is, if one is installed."""
        return self.path / "model"

    @property
    def log(self) -> Path:
        """Where an unexpected error leaves its details."""
        return self.path / "error.log"

    @property
    def demo(self) -> Home:
        """A home inside this one for the demo, so that its packs never mix with a person's own."""
        return Home(self.path / "demo")


def find_home(option: str | None) -> Home:
    """Find the home: what was asked for, else `SCRUTINY_HOME`, else the platform's user data folder.

    Raises:
        NoHome: no folder can be where it was asked for.
    """
    if chosen := option or os.environ.get("SCRUTINY_HOME"):
        try:
            return Home(Path(chosen).expanduser().absolute())
        except (RuntimeError, OSError) as error:
            raise NoHome(f"No folder can be at {chosen}. Name another with --home.") from error
    from platformdirs import user_data_path

    return Home(user_data_path("scrutiny", appauthor=False))
