from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from scrutiny_tui.app import ScrutinyApp
from scrutiny_tui.literal import one_line
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.screens.meetings import MeetingsScreen
from scrutiny_tui.services.models.overview import HELD, MeetingSummary, Overview
from scrutiny_tui.services.today import ToRead
from scrutiny_tui.widgets.today_rows import asked, today_rows
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import HOSTILE, NOW, FakeServices, deadline, document, empty_meetings, meeting, promise


async def test_meetings_stand_under_their_headings_with_countdown_and_drafts(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "● closes today 23:59 (14 h 47 m left)")
        text = shown(pilot)
        order = [text.index(words) for words in ("Coming up", "Wellbeing Board", "Needs a look", "Held")]
        assert order == sorted(order)
        for words in ("2 drafts", "○ closes Fri 30 May 12:00 (11 d)", "? no deadline printed", "126 pages"):
            assert words in text
        assert "! the deadline printed (12 Sep) was set for a meeting planned on 15 Sep" in text
        assert "Thu 7 Mar 2030" in text


async def test_the_first_layout_has_the_meetings_that_fit_and_the_others_follow(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out, lay_out = [], MeetingsScreen._refresh_layout

    def watched(screen: MeetingsScreen, *given: Any, **named: Any) -> None:
        laid_out.append(screen.rows.option_count)
        lay_out(screen, *given, **named)

    monkeypatch.setattr(MeetingsScreen, "_refresh_layout", watched)
    services.meetings.shown = replace(services.meetings.shown, older=7)
    async with opened(services, (80, 24)) as pilot:
        await see(pilot, "Coming up")
        await wait_for(
            pilot, lambda: ("overview", HELD) in services.meetings.calls, "the others are asked for"
        )
    assert services.meetings.calls[0] == ("overview", 24)
    assert laid_out and all(laid_out)


async def test_an_empty_library_says_what_to_do(services: FakeServices) -> None:
    services.meetings = empty_meetings()
    async with opened(services) as pilot:
        await see(pilot, "Take the tour")
        for words in ("Look around the demo", "Import papers", "stays on this machine"):
            assert words in shown(pilot)
        foot = shown(pilot).rstrip().rsplit("\n", 1)[-1]
        assert "i import" in foot and "d deadlines" not in foot and "a ask" not in foot
        await pilot.press("end", "enter")
        await see(pilot, "or a folder")
        await pilot.press("escape", "home", "down", "enter")
        app = pilot.app
        assert isinstance(app, ScrutinyApp)
        await wait_for(pilot, lambda: app.wants_demo is not None, "the demo is asked for")


def test_the_day_after_tells_what_was_not_submitted_and_not_what_closes_in_half_a_year() -> None:
    next_week, later = meeting(), meeting(2, "Adult Care Scrutiny Panel", date(2031, 11, 20))
    closed = deadline(next_week, datetime(2031, 5, 18, 23, 59))
    shown = Overview(
        coming=(
            MeetingSummary(next_week, closed, 2, 3, ()),
            MeetingSummary(later, deadline(later, datetime(2031, 11, 13, 12)), 0, 0, ()),
        ),
        held=(),
        undated=(),
        needs_look=(),
    )
    rows = [row.prompt.plain for row in today_rows(shown, (), {}, NOW)]  # type: ignore[union-attr]
    assert len(rows) == 2
    assert "× 2 questions not submitted" in rows[1] and "closed 9 h 13 m ago" in rows[1]
    assert asked(shown.coming[0]) == "2 drafts, 1 asked"


async def test_a_look_says_what_matters_today(services: FakeServices) -> None:
    coming = services.meetings.shown.coming[0].meeting
    late = document(2, 1, "supplement.pdf", first_seen=NOW)
    services.today.reading = (ToRead(coming, 126, 100, (late,)),)
    services.today.missing = (promise(),)
    async with opened(services, (80, 24)) as pilot:
        for words in (
            "● questions close today 23:59 (14 h 47 m left)",
            "100 of 126 pages unread  ██░░░░░░░░",
            "+ new: supplement.pdf",
            "1 promised, not on the agenda",
        ):
            await see(pilot, words)
        assert "▌  Thu 22 May 10:00" in shown(pilot)
        await pilot.press("home", "down", "down", "enter")
        await wait_for(pilot, lambda: ("open", 2) in services.reading.calls, "the new paper is opened")
        await pilot.press("escape", "down", "enter")
        await wait_for(pilot, lambda: pilot.app.current_mode == "actions", "what was promised is shown")


async def test_a_wide_window_shows_the_agenda_of_the_meeting_under_the_cursor(services: FakeServices) -> None:
    async with opened(services, (200, 60)) as pilot:
        await see(pilot, "Sea Wall Inspections")
        (row,) = [words for words in shown(pilot).splitlines() if "Sea Wall Inspections" in words]
        assert "████████████   12 pages" in row


async def test_on_eighty_columns_nothing_is_lost(services: FakeServices) -> None:
    async with opened(services, (80, 24)) as pilot:
        await see(pilot, "● closes today 23:59 (14 h 47 m left)")
        for words in (
            "Harbour and Coast Scrutiny Committee"[:26],
            "(14 h 47 m left) · 126 pages",
            "2 drafts",
            "Held",
        ):
            assert words in shown(pilot)
        assert all(len(line) <= 80 for line in shown(pilot).splitlines())


async def test_a_meeting_without_a_date_stands_apart(services: FakeServices) -> None:
    row = MeetingSummary(meeting(9, "Undated Panel", None), None, 0, 0, ())
    services.meetings.shown = Overview((), (), (row,), ())
    async with opened(services) as pilot:
        await see(pilot, "No date printed")
        await see(pilot, "Undated Panel")


async def test_older_meetings_are_brought_on_demand(services: FakeServices) -> None:
    services.meetings.shown = replace(services.meetings.shown, older=9700)
    async with opened(services) as pilot:
        await see(pilot, "9,700 older meetings")
        await pilot.press("end", "enter")
        await wait_for(
            pilot, lambda: "older meetings" not in shown(pilot), "the older meetings are asked for"
        )
        assert services.meetings.calls[-1] == ("overview", HELD + 9700)


async def test_enter_opens_the_meeting_under_the_cursor(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("down", "enter")
        await wait_for(
            pilot, lambda: ("meeting", 2) in services.meetings.calls, "the second meeting is asked for"
        )


async def test_a_click_opens_the_meeting(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Wellbeing Board")
        row = next(n for n, words in enumerate(shown(pilot).splitlines()) if "Wellbeing Board" in words)
        await pilot.click(offset=(30, row))
        await wait_for(
            pilot, lambda: ("meeting", 3) in services.meetings.calls, "the third meeting is asked for"
        )


async def test_the_cursor_is_a_mark_and_skips_headings(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "▌  Thu 22 May")
        for _ in range(3):
            await pilot.press("down")
        await see(pilot, "▌  Wed 4 Jun  14:00  Adult Care Scrutiny Panel\n▌")


async def test_why_gives_the_words_the_count_and_the_doubts(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("w")
        await see(pilot, "Why this deadline")
        text = shown(pilot)
        for words in ("by end of day", "page 2 of the file", "✓ Wed 21 May 2031", "nobody can dispute it"):
            assert words in text


async def test_deadlines_of_this_committee_only(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("down", "d")
        await see(pilot, "1 deadline of Adult Care Scrutiny Panel")
        await pilot.press("escape")
        await see(pilot, "Coming up")


async def test_the_cursor_stays_when_something_changes_elsewhere(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("down", "down")
        screen = pilot.app.screen
        assert isinstance(screen, MeetingsScreen)
        before = screen.rows.model
        assert isinstance(before, MeetingSummary) and before.meeting.id == 3
        fresh = MeetingSummary(meeting(8, "New Panel", date(2031, 5, 20)), None, 0, 0, ())
        shown_before = services.meetings.shown
        services.meetings.shown = replace(shown_before, coming=(fresh, *shown_before.coming))
        screen.look_again()
        await see(pilot, "New Panel")
        assert screen.rows.model == before


async def test_the_countdown_follows_the_clock(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "(14 h 47 m left)")
        services.clock.at = NOW.replace(hour=22)
        pilot.app._tick()  # type: ignore[attr-defined]
        await see(pilot, "(1 h 47 m left)")


async def test_hostile_words_are_shown_as_they_are(services: FakeServices) -> None:
    async with opened(services) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, PlaceScreen)
        for hostile in HOSTILE:
            of = meeting(1, hostile)
            row = MeetingSummary(of, deadline(of, text=hostile), 0, 0, ())
            services.meetings.shown = Overview((row,), (), (), ())
            screen.look_again()
            await see(pilot, one_line(hostile))
            await pilot.press("w")
            await see(pilot, f"“{one_line(hostile)}”")
            await pilot.press("escape")
            await wait_for(pilot, lambda: pilot.app.screen is screen, "the account is closed")
        await pilot.press("d")
        await see(pilot, "0 deadlines")
