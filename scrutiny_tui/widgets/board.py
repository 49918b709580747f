"""The clerk's board as a list: a row for every deadline, and for every meeting without one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import join, line, lines
from scrutiny_tui.services.board_filter import BoardFilter, closes_this_week
from scrutiny_tui.services.wording import scope
from scrutiny_tui.widgets.countdown import MARKS as STANDS
from scrutiny_tui.widgets.countdown import countdown_text
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.row_list import RowList
from scrutiny_tui.widgets.times import count, meeting_day, short_committee

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from scrutiny_tui.services.models.deadlines import Deadline

MARKS = (*STANDS, ("!", "something about it is doubtful"))


class Board(RowList):
    """The deadlines, soonest first."""

    BESIDE = True


def deadline_row(deadline: Deadline, now: datetime) -> Row:
    """One deadline: how it stands, whose it is, and what it covers where that is not everything."""
    doubt = Content.styled("!" if deadline.warnings else "", "bold $warning")
    name = _name(deadline.meeting, now)
    covers = line("" if deadline.applies_to == "all" else scope(deadline), "$text-muted")
    columns = (Column(doubt, 1), Column(countdown_text(deadline, now)))
    return Row(columns, after=lines([name, covers] if covers else [name]), indent=5)


def row_without(meeting: Meeting, now: datetime) -> Row:
    """A meeting for which no paper prints a deadline."""
    columns = (Column(Content(""), 1), Column(countdown_text(None, now)))
    return Row(columns, after=_name(meeting, now), indent=5)


def board_head(
    shown: Sequence[Deadline], without: int, narrowed: BoardFilter, past: bool, now: datetime
) -> Content:
    """How many deadlines are shown, of whom and of what kind; `without`: meetings that have none."""
    who = narrowed.committee
    week = sum(closes_this_week(one, now) for one in shown)
    of = line(f"of {who}" if who else "of all committees", "bold")
    return join(
        [
            Content.assemble(count(len(shown), "deadline"), " ", of),
            line(", ".join(words for words in (narrowed.state, narrowed.kind) if words), "bold"),
            Content(f"{count(without, 'meeting')} without" if without else ""),
            Content("past ones too" if past else ""),
            Content(f"{week} close{'s' * (week == 1)} this week" if week and not narrowed.state else ""),
            Content.styled("c shows all" if narrowed.is_on else "", "$text-muted"),
        ]
    )


def _name(meeting: Meeting, now: datetime) -> Content:
    when = Content.styled(meeting_day(meeting, now), "$text-muted")
    return Content.assemble(when, "  ", line(short_committee(meeting.committee)))
