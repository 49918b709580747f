"""Where in a document one is, in a line: the agenda item, the heading, the day and the committee."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import join, line
from scrutiny_tui.services.wording import short_day
from scrutiny_tui.widgets.item_place import paper_at
from scrutiny_tui.widgets.reader_outline import heading_at
from scrutiny_tui.widgets.times import short_committee

if TYPE_CHECKING:
    from scrutiny_tui.services.models.meeting import ItemDetail
    from scrutiny_tui.services.models.reading import OpenDocument
    from scrutiny_tui.widgets.spots import Spot


def crumb(opened: OpenDocument, items: Sequence[ItemDetail], spot: Spot) -> Content:
    """Say where a spot of a document is, among the items of its meeting as far as they are known."""
    paper = paper_at(items, opened.document.id, spot.page)
    at = heading_at(opened.outline, spot)
    heading = opened.outline[at] if at is not None else None
    if heading is not None and (
        (paper is not None and heading.page < paper.first)
        or heading.text.casefold() == opened.meeting.committee.casefold()
    ):
        heading = None  # of the paper before, or the committee's name, which stands beside it
    day = opened.meeting.date
    return join(
        (
            line(paper.name if paper else "" if heading else opened.document.source, "bold"),
            line(heading.text.rstrip(" :") if heading else "", "" if paper else "bold"),
            Content.styled(f"{short_day(day)} {day:%Y}" if day else "", "$text-muted"),
            line(short_committee(opened.meeting.committee), "$text-muted"),
        )
    )
