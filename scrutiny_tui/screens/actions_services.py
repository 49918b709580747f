"""What following promises needs of the services."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from scrutiny_tui.services.models.overview import Overview
    from scrutiny_tui.services.models.promises import TrackedPromise


class ActionsService(Protocol):
    """What this screen needs."""

    left_out: int

    async def all(self) -> tuple[TrackedPromise, ...]:
        """The promises with what became of each; `left_out` says how many older ones there are."""

    async def not_on_agenda(self, meeting: Meeting) -> tuple[TrackedPromise, ...]:
        """What was promised for a meeting and is not on its agenda."""

    async def mark(self, promise: TrackedPromise, mark: str, note: str = "") -> None:
        """Keep what the member says of it."""


class OverviewService(Protocol):
    """What asking needs, to know which meetings are coming."""

    async def overview(self) -> Overview:
        """All meetings."""
