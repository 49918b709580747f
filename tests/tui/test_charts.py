"""The small charts: what a bar, a mark and the strip of days say."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.services.models.deadlines import Deadline
from scrutiny_tui.widgets.bars import bar, heights, length
from scrutiny_tui.widgets.row_list import RowList
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import NOW, FakeServices, deadline, meeting


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 40))
@settings(max_examples=40)
def test_bars_keep_their_width_and_show_whatever_is_there(value: int, most: int, width: int) -> None:
    for drawn in (bar(value, most, width), length(value, most, width)):
        assert len(drawn) == width
    if value and most and width:
        assert bar(value, most, width)[0] == "█"
        assert length(value, most, width)[0] != " "


def test_heights() -> None:
    assert heights([0, 1, 8]) == "·▁█"
    assert heights([]) == ""


async def test_deadlines_stand_on_a_strip_of_days_and_a_click_goes_to_them(services: FakeServices) -> None:
    more = [
        replace(deadline(meeting(n), NOW + timedelta(days=days)), text=f"Words {n}")
        for n, days in ((5, 3), (6, 3), (7, 40))
    ]
    board = (*services.deadlines.board_rows, *more)
    services.deadlines.board_rows = tuple(sorted(board, key=lambda one: one.due or NOW + timedelta(days=99)))
    async with opened(services, (80, 24)) as pilot:
        await pilot.press("4")
        await see(pilot, "Mo19")
        names, marks = shown(pilot).splitlines()[3:5]
        at = names.index("Th22")
        assert marks[at:].startswith("○2") and "later" in marks
        await pilot.click("#week", offset=(at + 1, 1))
        rows = pilot.app.screen.query_one("#board", RowList)
        day = NOW.date() + timedelta(days=3)
        await wait_for(
            pilot,
            lambda: (
                isinstance(rows.model, Deadline)
                and rows.model.due is not None
                and rows.model.due.date() == day
            ),
            "the deadline of the day is turned to",
        )
