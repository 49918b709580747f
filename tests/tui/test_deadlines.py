from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input

from db.models.questions import MeetingRef
from db.models.settled import DeadlineOverride
from scrutiny_tui import messages
from scrutiny_tui.literal import one_line
from scrutiny_tui.screens.deadlines import DeadlinesScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.widgets.moments import moment_text, moment_wrong, read_moment
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import COMMITTEE, HOSTILE, NOW, WORST, FakeServices, deadline, meeting


async def go(pilot: Pilot[None]) -> DeadlinesScreen:
    """Open the board."""
    await see(pilot, "Coming up")
    await pilot.press("4")
    await see(pilot, "3 deadlines of all committees")
    screen = pilot.app.screen
    assert isinstance(screen, DeadlinesScreen)
    return screen


async def fill(pilot: Pilot[None], *values: str) -> None:
    """Fill in a form's fields and send each off with enter."""
    for number, value in enumerate(values):
        field = pilot.app.screen.query_one(f"#field-{number}", Input)
        field.focus()
        field.value = value
        await pilot.press("enter")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("19 May 2031 12:00", datetime(2031, 5, 19, 12)),
        ("6/5/2031 5pm", datetime(2031, 5, 6, 17)),
        ("2031-05-06", datetime(2031, 5, 6, 23, 59)),
        ("2031-05-06T10:00", datetime(2031, 5, 6, 10)),
        ("6 May 2031", datetime(2031, 5, 6, 23, 59)),
    ],
)
def test_a_moment_is_read_as_typed(typed: str, meant: datetime) -> None:
    assert read_moment(typed) == meant
    assert moment_wrong(typed) == ""
    assert read_moment(moment_text(meant)) == meant


@pytest.mark.parametrize("typed", ["", "soon", "31 February 2031", "12:00", "Monday"])
def test_what_is_no_moment_is_said(typed: str) -> None:
    assert moment_wrong(typed)
    assert moment_wrong(typed, date(2031, 5, 22))


@pytest.mark.parametrize(("typed", "year"), [("17 Nov 12:00", 2030), ("Mon 19 May", 2031), ("22/5", 2031)])
def test_a_day_without_its_year_is_the_last_before_the_meeting(typed: str, year: int) -> None:
    assert moment_wrong(typed)
    assert read_moment(typed, date(2031, 5, 22)).year == year


@given(st.text(max_size=30))
@example("1.1.1.1.1")
@example("9" * 400)
@example("0 May 2031")
def test_no_typing_breaks_the_reading_of_moments(text: str) -> None:
    if not moment_wrong(text):
        assert read_moment(text).tzinfo is None


async def test_the_board_says_state_words_page_and_working(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await go(pilot)
        text = shown(pilot)
        for words in (
            "● closes today 23:59",
            "○ closes Fri 30 May 12:00",
            "? deadline in words only",
            "Due Monday 19 May 2031, 23:59",
            "Beyond dispute until Mon 19 May 17:00",
            "For items 5 and 6; guaranteed a written reply",
            "A date printed for this meeting, page 2 of the file",
            "✓ Tue 20 May 2031   two",
            "! “End of day” is not a time",
        ):
            assert words in text


async def test_enter_reads_the_words_at_their_page(services: FakeServices) -> None:
    async with opened(services) as pilot:
        screen = await go(pilot)
        asked: list[object] = []
        post = screen.post_message
        screen.post_message = lambda m: asked.append(m) or True if isinstance(m, messages.Ask) else post(m)  # type: ignore
        await pilot.press("enter")
        await wait_for(pilot, lambda: bool(asked), "the page is opened")
        (reading,) = asked
        assert repr(reading) == repr(messages.OpenReader(1, 2, find=services.deadlines.board_rows[0].text))


async def test_past_deadlines_are_shown_on_request(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await go(pilot)
        await pilot.press("h")
        await see(pilot, "4 deadlines of all committees · 1 meeting without · past ones too")
        await see(pilot, "× closed")
        await pilot.press("h")
        await see(pilot, "3 deadlines of all committees")


async def test_the_board_is_narrowed_and_widened_again(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await go(pilot)
        await see(pilot, "1 closes this week")
        await pilot.press("w")
        await see(pilot, "1 deadline of all committees · closing this week")
        await pilot.press("c")
        await see(pilot, "3 deadlines of all committees")
        await pilot.press("f")
        await see(pilot, "c shows all")
        await pilot.press("c", "t")
        await see(pilot, "1 deadline of all committees · all questions")


async def test_setting_a_deadline_by_hand_needs_a_reason(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await go(pilot)
        await pilot.press("s")
        await see(pilot, "Set the deadline by hand")
        await fill(pilot, "someday")
        await see(pilot, "! That is no day and time")
        await fill(pilot, "18 May 2031 12:00", "the constitution")
        await see(pilot, "! Say what it covers")
        await fill(pilot, "18 May 2031 12:00", "all", "")
        await see(pilot, "! Say why")
        await fill(pilot, "18 May 2031 12:00", "all", "The clerk wrote so")
        expected = ("override", (1, "all", datetime(2031, 5, 18, 12), "The clerk wrote so"))
        await wait_for(pilot, lambda: expected in services.deadlines.calls, "the deadline is set")
        await see(pilot, "The deadline is set to 18 May 2031 12:00.")


async def test_escape_changes_nothing(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await go(pilot)
        await pilot.press("s")
        await see(pilot, "Set the deadline by hand")
        await pilot.press("escape")
        await see(pilot, "3 deadlines")
        assert not [call for call in services.deadlines.calls if call[0] == "override"]


async def test_what_was_set_by_hand_can_be_taken_back(services: FakeServices) -> None:
    services.deadlines.board_rows = (deadline(origin="set by hand", applies_to="all", document_id=None),)
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("4")
        await see(pilot, "Set by hand")
        await pilot.press("u")
        await wait_for(
            pilot, lambda: ("withdraw", (1, "all")) in services.deadlines.calls, "it is taken back"
        )


async def test_a_rule_that_is_not_understood_is_said_in_words(services: FakeServices) -> None:
    services.deadlines.refuse = ServiceError("[/] is no rule this app understands.")
    async with opened(services) as pilot:
        await go(pilot)
        await pilot.press("r")
        await see(pilot, "Rule for questions")
        await fill(pilot, "[/]", "SO 12")
        await see(pilot, "[/] is no rule this app understands.")
        assert ("set_rule", (COMMITTEE, "[/]", "SO 12")) in services.deadlines.calls


async def test_a_calendar_is_written_whole_where_one_says(services: FakeServices, tmp_path: Path) -> None:
    target = tmp_path / "[bold] deadlines.ics"
    async with opened(services) as pilot:
        await go(pilot)
        await pilot.press("x")
        await see(pilot, "2 deadlines for any calendar program.")
        await fill(pilot, str(tmp_path / "deadlines.txt"))
        await see(pilot, "End the name in .ics")
        await fill(pilot, str(target))
        await see(pilot, "Written: ")
        assert target.read_bytes().startswith(b"BEGIN:VCALENDAR")
        assert target.read_bytes().count(b"BEGIN:VEVENT") == 2
        target.write_bytes(b"mine")
        await pilot.press("x")
        await see(pilot, "2 deadlines for any calendar program.")
        await fill(pilot, str(target))
        await see(pilot, "enter again replaces it")
        assert target.read_bytes() == b"mine"
        await pilot.press("enter")
        await wait_for(pilot, lambda: b"VEVENT" in target.read_bytes(), "it is replaced")


async def test_an_empty_board_says_what_to_do(services: FakeServices) -> None:
    services.deadlines.board_rows = ()
    services.meetings.shown = replace(services.meetings.shown, coming=())
    async with opened(services) as pilot:
        await see(pilot, "Held")
        await pilot.press("4")
        await see(pilot, "No deadline for questions is coming.")
        await pilot.press("w")
        await see(pilot, "Press c to see all.")
        await pilot.press("c")
        await see(pilot, "No deadline for questions is coming.")
        await pilot.press("h")
        await see(pilot, "1 deadline of all committees")


async def test_hostile_words_are_shown_as_they_are(services: FakeServices) -> None:
    async with opened(services) as pilot:
        board = await go(pilot)
        for hostile in HOSTILE:
            services.deadlines.board_rows = (deadline(meeting(1, hostile), text=hostile),)
            board.look_again()
            await see(pilot, f"“{one_line(hostile)}”")
            assert shown(pilot).count(one_line(hostile)) >= 3
            if hostile in WORST:
                await pilot.press("s")
                await see(pilot, f"Now: {one_line(hostile)}")
                await pilot.press("escape", "r")
                await see(pilot, "Rule for questions")
                await pilot.press("escape")
                await wait_for(pilot, lambda: pilot.app.screen is board, "the form is closed")


async def test_what_was_set_by_hand_so_far_stays_in_sight(services: FakeServices, worst: str) -> None:
    due = datetime(2031, 5, 18, 12)
    of = MeetingRef(COMMITTEE, date(2031, 5, 22))
    services.deadlines.set_by_hand = (DeadlineOverride(1, of, "all", due, worst, NOW),)
    async with opened(services, (120, 50)) as pilot:
        await go(pilot)
        await see(pilot, "Set by hand so far")
        await see(pilot, f"due Sun 18 May 2031 12:00, for all: {one_line(worst)}")


async def test_a_meeting_without_a_deadline_can_be_given_one_by_hand_or_by_a_rule(
    services: FakeServices,
) -> None:
    services.deadlines.board_rows = ()
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("4")
        await see(pilot, "0 deadlines of all committees · 1 meeting without")
        await see(pilot, "No paper of this meeting prints a deadline for questions.")
        await pilot.press("r")
        await see(pilot, "Rule for questions")
        await pilot.press("escape", "s")
        await see(pilot, "Now: no deadline printed")
        await fill(pilot, "6 June 2031 12:00", "all", "The clerk wrote so.")
        await wait_for(
            pilot,
            lambda: any(name == "override" for name, _ in services.deadlines.calls),
            "the deadline is set",
        )


async def test_the_account_says_what_is_left_to_read(services: FakeServices) -> None:
    services.meetings.reading = "96 pages unread: 32 a day for 3 working days, first item 8"
    async with opened(services, (120, 40)) as pilot:
        await go(pilot)
        await see(pilot, "Left to read")
        await see(pilot, "32 a day")
