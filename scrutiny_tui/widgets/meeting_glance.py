"""A meeting at a glance, beside the list in a wide window: its deadline and how its pages divide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static

from scrutiny_tui.literal import join, line
from scrutiny_tui.services.deadlines import leading
from scrutiny_tui.services.pages_read import pages_read
from scrutiny_tui.widgets.bars import length
from scrutiny_tui.widgets.countdown import countdown_text
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.times import count, meeting_day, short_committee

if TYPE_CHECKING:
    from scrutiny_tui.services.models.meeting import ItemDetail, MeetingDetail

_BAR = 12


class MeetingGlance(VerticalScroll, can_focus=False):
    """What is on a meeting's agenda, and how many pages each item has."""

    def show(self, detail: MeetingDetail | None, now: datetime) -> None:
        """Show a meeting, or nothing."""
        self.remove_children()
        if detail is not None:
            self.mount_all([Static(one) for one in _lines(detail, now)])
            self.scroll_home(animate=False)


def _lines(detail: MeetingDetail, now: datetime) -> Iterator[VisualType]:
    meeting = detail.meeting
    name = line(short_committee(meeting.committee), "bold")
    yield Content.assemble((meeting_day(meeting, now), "bold"), "  ", name)
    yield line(meeting.venue or "", "$text-muted")
    yield join(
        [countdown_text(leading(detail.deadlines), now), line(detail.clerk.name if detail.clerk else "")]
    )
    yield Content("")
    most = max((pages_read(item.papers)[0] for item in detail.items), default=0)
    for item in detail.items:
        yield _item(item, most)
    if not detail.items:
        yield Content.styled("No agenda was found in these papers.", "$text-muted")


def _item(detail: ItemDetail, most: int) -> Row:
    """One item: number, title, its pages as a bar and in figures."""
    pages, read = pages_read(detail.papers)
    told = count(pages, "page") if pages else ""
    quiet = "$text-muted" if detail.item.is_heading else ""
    return Row(
        (
            Column(line(detail.item.number or "", "$text-muted"), 4, right=True),
            Column(line(detail.item.title, quiet)),
            Column(Content.styled(length(pages, most, _BAR), "$primary"), _BAR),
            Column(Content.styled("read" if pages and read >= pages else told, "$text-muted"), 9, right=True),
        )
    )
