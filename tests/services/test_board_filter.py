"""Narrowing the clerk's board."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from db.models.papers import Meeting
from imports.model.deadlines import DeadlineWording
from imports.model.warning import Warning
from scrutiny_tui.services.board_filter import STATES, BoardFilter, closes_this_week, kinds
from scrutiny_tui.services.models.deadlines import Deadline, DeadlineOrigin, DeadlineState

NOW = datetime(2025, 11, 5, 9)  # a Wednesday


def deadline(
    due: datetime | None,
    committee: str = "Board",
    scope: tuple[str, ...] | str = "all",
    tier: str = "",
    doubts: int = 0,
    origin: DeadlineOrigin = "printed",
    state: DeadlineState = "open",
) -> Deadline:
    """A deadline as the board has it."""
    meeting = Meeting(1, committee, date(2025, 11, 13), "printed", time(10), None, 9, 100)
    wording = DeadlineWording("words", None, "all", "notes", 1, tier)
    warnings = tuple(Warning("code", "text") for _ in range(doubts))
    return Deadline(meeting, due, None, state, origin, wording, scope, "words", 1, 1, (), warnings, 1.0)


@pytest.mark.parametrize(
    ("due", "this_week"),
    [
        (datetime(2025, 11, 5, 17), True),
        (datetime(2025, 11, 9, 23, 59), True),
        (datetime(2025, 11, 10, 0, 0), False),
        (None, False),
    ],
)
def test_the_week_ends_on_sunday_night(due: datetime | None, this_week: bool) -> None:
    assert closes_this_week(deadline(due), NOW) is this_week
    assert not closes_this_week(deadline(due, state="closed"), NOW)


@pytest.mark.parametrize(
    ("state", "kept"), [("closing this week", 0), ("doubtful", 1), ("set by hand", 2), ("no day known", 3)]
)
def test_each_state_keeps_its_own(state: str, kept: int) -> None:
    later = datetime(2025, 11, 20, 12)
    board = [
        deadline(datetime(2025, 11, 7, 12)),
        deadline(later, doubts=1),
        deadline(later, origin="set by hand"),
        deadline(None),
    ]
    shown = [one for one in board if BoardFilter(state=state).keeps(one, NOW)]
    assert shown == [board[kept]]


def test_turning_goes_through_what_the_board_has_and_back_to_all() -> None:
    board = [
        deadline(None, "Cabinet", "public questions", "urgent"),
        deadline(None, "Board", ("8",)),
        deadline(None, "Board"),
    ]

    def turns(what: str) -> list[str]:
        found, here = [], BoardFilter()
        while (here := here.turned(what, board)).is_on:
            found.append(here.committee or here.state or here.kind)
        return found

    assert turns("committee") == ["Board", "Cabinet"]
    assert turns("state") == list(STATES[1:])
    assert turns("kind") == ["all questions", "certain items", "public questions", "urgent"]
    assert kinds(board[0]) == ("public questions", "urgent")
    assert BoardFilter().turned("committee", []) == BoardFilter()
