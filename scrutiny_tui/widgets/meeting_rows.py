"""The meetings as a list: those that are coming, what needs a look, those that were held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import join, line
from scrutiny_tui.widgets.countdown import countdown_text
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.row_list import ModelRow
from scrutiny_tui.widgets.times import count, meeting_day, short_committee
from scrutiny_tui.widgets.today_rows import asked

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from imports.model.warning import Warning
    from scrutiny_tui.services.models.overview import MeetingSummary, Overview

ROOMY, WIDE, SPACIOUS = 112, 100, 128


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row of "Needs a look"."""

    meeting: Meeting
    warning: Warning


@dataclass(frozen=True, slots=True)
class Older:
    """The row that brings the meetings held before those shown."""


def meeting_rows(shown: Overview, now: datetime) -> Iterator[ModelRow]:
    """Every section with its meetings; one that is empty is left out."""
    yield from _section("Coming up", shown.coming, now)
    if shown.needs_look:
        yield _heading("Needs a look")
        for meeting, warning in shown.needs_look:
            yield ModelRow(_doubt(meeting, warning, now), Doubt(meeting, warning))
    yield from _section("No date printed", shown.undated, now)
    yield from _section("Held", shown.held, now)
    if shown.older:
        yield ModelRow(
            Content.styled(f"   {shown.older:,} older meetings: enter lists them", "$text-muted"), Older()
        )


def _section(title: str, rows: Sequence[MeetingSummary], now: datetime) -> Iterator[ModelRow]:
    if rows:
        yield _heading(title)
        both = any(0 < row.drafts < row.questions for row in rows)
        for row in rows:
            yield ModelRow(_meeting(row, both, now), row)


def _meeting(row: MeetingSummary, both: bool, now: datetime) -> Row:
    meeting = row.meeting
    items = Content.styled(count(meeting.items, "item") if meeting.items else "no agenda", "$text-muted")
    pages = Content.styled(count(meeting.pages, "page"), "$text-muted")
    coming = meeting.date is None or meeting.date >= now.date()
    stands = countdown_text(row.deadline, now) if coming else Content("")
    return Row(
        (
            Column(Content(""), 0),
            Column(Content(meeting_day(meeting, now)), 16),
            Column(line(short_committee(meeting.committee), "bold")),
            Column(items, 9, right=True, from_width=0 if coming else WIDE),
            Column(pages, 9, right=True, from_width=0 if not coming else ROOMY),
            *([Column(stands, 37, from_width=ROOMY)] if coming else []),
            Column(_drafts(row), 9),
            *([Column(_asked_too(row), 9, from_width=SPACIOUS)] if both else []),
        ),
        after=join((stands, pages)) if coming else None,
        indent=20,
        after_below=ROOMY,
    )


def _doubt(meeting: Meeting, warning: Warning, now: datetime) -> Row:
    columns = (
        Column(Content(""), 0),
        Column(Content(meeting_day(meeting, now)), 16),
        Column(line(short_committee(meeting.committee), "bold")),
    )
    mark = Content.styled("! ", "bold $warning")
    return Row(columns, after=line(warning.text), indent=20, mark=mark)


def _heading(title: str) -> ModelRow:
    return ModelRow(Content.styled(f"\n {title}", "bold $primary"))


def _drafts(row: MeetingSummary) -> Content:
    """What the member asks there, drafts first."""
    return Content.styled(asked(row).partition(",")[0], "$accent" if row.drafts else "$text-muted")


def _asked_too(row: MeetingSummary) -> Content:
    return Content.styled(asked(row).partition(", ")[2], "$text-muted")
