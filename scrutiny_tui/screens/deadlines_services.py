"""What the board of deadlines needs of the services."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from db.models.settled import CommitteeRule, DeadlineOverride
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.overview import Overview


class DeadlinesService(Protocol):
    """What this screen needs."""

    async def board(self, past: bool = False) -> tuple[Deadline, ...]:
        """Deadlines, soonest first."""

    async def override(self, meeting: Meeting, applies_to: str, due: datetime, reason: str) -> None:
        """Set a deadline by hand."""

    async def history(self, meeting: Meeting) -> tuple[DeadlineOverride, ...]:
        """What was ever set by hand, the newest first."""

    async def withdraw(self, meeting: Meeting, applies_to: str) -> None:
        """Take back what was set by hand."""

    async def set_rule(self, committee: str, wording: str, standing_order: str) -> None:
        """Keep a committee's rule."""

    async def rule(self, committee: str) -> CommitteeRule | None:
        """A committee's rule."""


class MeetingsService(Protocol):
    """What this screen needs of the meetings: those that are coming without a deadline."""

    async def overview(self) -> Overview:
        """All meetings."""

    async def pace(self, meeting_id: int) -> str:
        """What is left to read before questions close, in a line."""
