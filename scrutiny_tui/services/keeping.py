"""Whether promises and topics are gone through when asked, or kept; light, as every start of the app asks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from db import desk, library
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
    if not is_kept(db):
        return False
    if not library.is_followed_by(db, RULES) or library.papers_to_follow(db):
        return True
    return library.topics_gathered_by(db) not in ("", decisions(desk.topic_edits(db)))


def decisions(edits: desk.TopicEdits) -> str:
    """What of the member's decisions says which mentions belong together."""
    return json.dumps([sorted(edits.joined.items()), sorted(edits.apart)])
