"""Whether promises and topics are gone through when asked, or kept; light, as every start of the app asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import library
from scrutiny_tui import __version__

if TYPE_CHECKING:
    from sqlite_utils import Database

SMALL = 12
"""A library of so many papers is gone through at once."""
RULES = f"{__version__} 1"
"""By what rules promises and topics are found: another version works everything out anew."""


def is_kept(db: Database) -> bool:
    """Whether a library is so large that what was kept is shown."""
    return library.count_papers(db) > SMALL


def is_behind(db: Database) -> bool:
    """Whether anything is to be worked out that should be kept."""
    return is_kept(db) and (not library.is_followed_by(db, RULES) or bool(library.papers_to_follow(db)))
