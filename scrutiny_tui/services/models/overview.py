"""The meetings in one look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from imports.model.warning import Warning
    from scrutiny_tui.services.models.deadlines import Deadline


@dataclass(frozen=True, slots=True)
class MeetingSummary:
    """A row of the Meetings place: `deadline` is the next open one, else the last closed one."""

    meeting: Meeting
    deadline: Deadline | None
    drafts: int
    questions: int
    warnings: tuple[Warning, ...]


UNSENT = ("draft", "ready")
"""The states of a question that may still be changed."""


PAGES_AN_HOUR = 30
"""How fast a member reads where the settings say nothing: two minutes a page, closely, tables and all."""


HELD = 300
"""How many of the meetings held are told at first; a library of twenty years has thousands."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The Meetings place: coming (soonest first), held (latest first), undated, and what needs a look.

    `older` is how many meetings were held before those in `held`.
    """

    coming: tuple[MeetingSummary, ...]
    held: tuple[MeetingSummary, ...]
    undated: tuple[MeetingSummary, ...]
    needs_look: tuple[tuple[Meeting, Warning], ...]
    older: int = 0
