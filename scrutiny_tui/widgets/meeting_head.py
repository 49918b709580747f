"""The line over a meeting's agenda: when it is and whose, and how it stands with questions."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import join, line
from scrutiny_tui.services.wording import scope
from scrutiny_tui.widgets.countdown import countdown_text
from scrutiny_tui.widgets.times import count, meeting_day, short_committee

if TYPE_CHECKING:
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.meeting import MeetingDetail


def meeting_name(detail: MeetingDetail, now: datetime) -> Content:
    """When it is, whose, and whether anything in its papers is doubtful."""
    meeting = detail.meeting
    when = Content.styled(meeting_day(meeting, now), "bold")
    doubts = f"! {len(detail.to_check)} to check (x)" if detail.to_check else ""
    name = Content.assemble(when, "  ", line(short_committee(meeting.committee), "bold"))
    return Content("  ").join([name, Content.styled(doubts, "$warning")])


def meeting_stands(detail: MeetingDetail, deadline: Deadline | None, now: datetime) -> Content:
    """When its questions close, or whom to ask, and what one has drafted."""
    drafts = Content.styled(count(detail.drafts, "draft") if detail.drafts else "", "$text-muted")
    covers = "" if deadline is None or deadline.applies_to == "all" else scope(deadline)
    ask = f"ask {detail.clerk.name}" if detail.clerk and (deadline is None or deadline.due is None) else ""
    return join([countdown_text(deadline, now), line(covers), line(ask), drafts])
