"""Deadlines worked out for a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from imports.model.deadlines import DeadlineWording
    from imports.model.warning import Warning

DeadlineState = Literal["open", "today", "closed", "quoted"]


DeadlineOrigin = Literal["printed", "printed rule", "committee rule", "set by hand"]


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One day of the working: whether it `counts`, and `why` in a word or two ("three", "bank holiday")."""

    day: date
    counts: bool
    why: str


@dataclass(frozen=True, slots=True)
class WorkedDeadline:
    """A rule worked out for one meeting.

    Attributes:
        due: the last moment (for "before": the moment itself is already too late).
        safe: an earlier moment nobody can dispute, where the words are ambiguous; else None.
        working: the count day by day, from the meeting backwards; one entry for a printed date.
        warnings: the doctor's, each with its evidence.
    """

    due: datetime
    safe: datetime | None
    working: tuple[CountedDay, ...]
    warnings: tuple[Warning, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A question deadline of one meeting, as shown.

    Attributes:
        meeting: which meeting.
        due: None where the words give no moment.
        state: `quoted` is history from old minutes and never open.
        origin: printed here, a rule printed here, a rule the clerk configured, or set by hand.
        wording: the words it came from, with page and scope; None where it was set by hand.
        applies_to: item numbers, or `all`, `public questions`, `members' questions`.
        text: the exact sentence, or the reason given by hand.
        page: the file's page, or None.
        document_id: which document says it, or None.
        left: seconds to the moment; negative when past; None without a moment.
    """

    meeting: Meeting
    due: datetime | None
    safe: datetime | None
    state: DeadlineState
    origin: DeadlineOrigin
    wording: DeadlineWording | None
    applies_to: tuple[str, ...] | str
    text: str
    page: int | None
    document_id: int | None
    working: tuple[CountedDay, ...]
    warnings: tuple[Warning, ...]
    left: float | None
