"""For which meeting a question is: the coming one of the committee, or the one the person chooses."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from textual.app import App
from textual.content import Content

from scrutiny_tui.literal import line
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog
from scrutiny_tui.widgets.times import meeting_day, short_committee

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from scrutiny_tui.services.models.overview import Overview


def still_to_come(meeting: Meeting, today: date) -> bool:
    """Whether a question for a meeting can still be put; one without a date may be."""
    return meeting.date is None or meeting.date >= today


def candidates(overview: Overview, committee: str) -> list[Meeting]:
    """Meetings a question may be for: coming ones, this committee's first; else the last that were held."""
    coming = [row.meeting for row in (*overview.coming, *overview.undated)]
    meetings = coming or [row.meeting for row in overview.held[:10]]
    return sorted(meetings, key=lambda meeting: meeting.committee.casefold() != committee.casefold())


async def choose_meeting(
    app: App[object], overview: Overview, committee: str, now: datetime
) -> Meeting | None:
    """The one coming meeting of the committee, else ask; None where there is none or none is chosen.

    Args:
        app: asks.
        overview: all meetings.
        committee: whose papers the question comes from, or "".
        now: the app's clock.
    """
    meetings = candidates(overview, committee)
    own = [meeting for meeting in meetings if meeting.committee.casefold() == committee.casefold()]
    likely = own or meetings
    if len(likely) == 1 and still_to_come(likely[0], now.date()):
        return likely[0]
    choices = [
        (str(meeting.id), line(f" {meeting_day(meeting, now):<17}{short_committee(meeting.committee)}"))
        for meeting in meetings
    ]
    if not choices:
        return None
    text = Content("For which meeting is the question?")
    chosen = await app.push_screen_wait(ChoiceDialog("Ask a question", text, choices))
    return next((meeting for meeting in meetings if str(meeting.id) == chosen), None)
