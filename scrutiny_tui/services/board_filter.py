"""Which deadlines the clerk's board shows: one committee's, those closing this week, one kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from scrutiny_tui.services.wording import scope

if TYPE_CHECKING:
    from scrutiny_tui.services.models.deadlines import Deadline

STATES = ("", "closing this week", "doubtful", "set by hand", "no day known")


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """What the board is narrowed to; "" narrows nothing.

    Attributes:
        committee: its name.
        state: one of `STATES`.
        kind: whose questions or which tier, in the board's words.
    """

    committee: str = ""
    state: str = ""
    kind: str = ""

    @property
    def is_on(self) -> bool:
        """Whether anything is left out."""
        return bool(self.committee or self.state or self.kind)

    def keeps(self, deadline: Deadline, now: datetime) -> bool:
        """Whether a deadline is shown."""
        return (
            self.committee in ("", deadline.meeting.committee)
            and (not self.state or _is(deadline, self.state, now))
            and (not self.kind or self.kind in kinds(deadline))
        )

    def turned(self, what: str, board: Sequence[Deadline]) -> BoardFilter:
        """The next choice of `committee`, `state` or `kind` that the board offers, then none again."""
        if what == "state":
            return replace(self, state=_next(self.state, STATES[1:]))
        if what == "committee":
            names = sorted({one.meeting.committee for one in board})
            return replace(self, committee=_next(self.committee, names))
        return replace(self, kind=_next(self.kind, sorted({kind for one in board for kind in kinds(one)})))


def kinds(deadline: Deadline) -> tuple[str, ...]:
    """The kinds of questions a deadline is for, in words: its tier, and whose or which items'."""
    tier = deadline.wording.tier if deadline.wording else ""
    whose = scope(deadline) if isinstance(deadline.applies_to, str) else "certain items"
    return (whose, tier) if tier else (whose,)


def closes_this_week(deadline: Deadline, now: datetime) -> bool:
    """Whether a deadline is still open and closes by Sunday night."""
    if deadline.due is None or deadline.state not in ("open", "today"):
        return False
    monday = now.date() - timedelta(days=now.weekday())
    return deadline.due.date() < monday + timedelta(days=7)


def _is(deadline: Deadline, state: str, now: datetime) -> bool:
    if state == "closing this week":
        return closes_this_week(deadline, now)
    if state == "doubtful":
        return bool(deadline.warnings)
    if state == "set by hand":
        return deadline.origin == "set by hand"
    return deadline.due is None


def _next(here: str, choices: Sequence[str]) -> str:
    """The choice after this one; "" after the last."""
    if here not in choices:
        return choices[0] if choices else ""
    place = choices.index(here) + 1
    return choices[place] if place < len(choices) else ""
