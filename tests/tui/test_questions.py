"""The list of questions: by meeting, with what time is left; deleted and brought back, exported."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from db.models.questions import MeetingRef
from scrutiny_tui.literal import one_line
from scrutiny_tui.screens.question import QuestionScreen
from scrutiny_tui.screens.questions import QuestionsScreen
from tests.tui.driving import begun, opened, see, shown, wait_for
from tests.tui.fakes import COMMITTEE, HOSTILE, FakeServices, question, question_detail


@asynccontextmanager
async def listing(
    services: FakeServices, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], QuestionsScreen]]:
    """The Questions place, filled."""
    async with opened(services, size) as pilot:
        await pilot.press("3")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, QuestionsScreen), "questions are there")
        screen = pilot.app.screen
        assert isinstance(screen, QuestionsScreen)
        await wait_for(pilot, lambda: ("all", None) in services.questions.calls, "they were asked for")
        await pilot.pause()
        yield pilot, screen


def called(services: FakeServices, method: str) -> list[object]:
    return [arguments for name, arguments in services.questions.calls if name == method]


def add(services: FakeServices, number: int, text: str, **more: object) -> None:
    services.questions.details[number] = question_detail(question(number, text, **more))


async def test_questions_stand_under_their_meeting_the_next_one_first(services: FakeServices) -> None:
    add(services, 4, "Where was the pilot?", meeting=MeetingRef("Ferry Board", date(2031, 3, 4)))
    add(services, 2, "What did the ferry cost?", meeting=MeetingRef("Ferry Board", date(2031, 7, 1)))
    add(services, 3, "Who owns the slipway?", state="answered", answer_state="in part")
    async with listing(services) as (pilot, _):
        await see(pilot, "Who owns the slipway?")
        lines = shown(pilot).splitlines()
        order = [at for words in ("Why did", "Who owns", "What did the ferry", "Where was the pilot")
                 for at, line in enumerate(lines) if words in line]  # fmt: skip
        assert len(order) == 4 and order == sorted(order)
        await see(pilot, "✓ answered in part")
        await see(pilot, "closes today 23:59")
        await see(pilot, "10 of 100")


async def test_enter_opens_and_escape_leads_back_with_what_was_written(services: FakeServices) -> None:
    async with listing(services) as (pilot, screen):
        await see(pilot, "Why did")
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, QuestionScreen), "it opens")
        await see(pilot, "inspections stopped in November")
        await pilot.press(*"!!", "ctrl+home", *"So: ", "escape")
        await wait_for(pilot, lambda: pilot.app.screen is screen, "back")
        await see(pilot, "○ draft")
        await wait_for(pilot, lambda: "!!" in services.questions.details[1].question.text, "it was kept")


async def test_a_question_is_put_away_and_brought_back(services: FakeServices) -> None:
    async with listing(services) as (pilot, _):
        await see(pilot, "Why did")
        await pilot.press("d")
        await see(pilot, "No questions yet")
        assert called(services, "delete") == [1]
        await pilot.press("u")
        await see(pilot, "Why did")
        assert called(services, "restore") == [1]
        await pilot.press("u")
        await see(pilot, "Nothing was put away")


async def test_an_empty_place_says_what_to_do_and_a_begins_one(services: FakeServices) -> None:
    services.questions.details = {}
    coming = services.meetings.shown.coming
    services.meetings.shown = replace(services.meetings.shown, coming=coming[:1])
    async with listing(services) as (pilot, _):
        await see(pilot, "No questions yet")
        await pilot.press("a")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, QuestionScreen), "a question begins")
        assert begun(services)[0] == coming[0].meeting.id


async def test_one_chooses_among_the_meetings_that_are_coming(services: FakeServices) -> None:
    async with listing(services) as (pilot, _):
        await pilot.press("a")
        await see(pilot, "For which meeting")
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: bool(called(services, "begin")), "a question begins")
        assert begun(services)[0] == 2


async def test_only_one_state_is_shown_on_request(services: FakeServices) -> None:
    add(services, 3, "Who owns the slipway?", state="submitted")
    async with listing(services) as (pilot, _):
        await see(pilot, "Who owns")
        await pilot.press("s")
        await see(pilot, "submitted (1)")
        await pilot.press("down", "down", "down", "enter")
        await see(pilot, "only submitted")
        assert "Who owns" in shown(pilot) and "Why did" not in shown(pilot)
        await pilot.press("s", "home", "down", "down", "enter")
        await see(pilot, "Nothing is ready now")


async def test_what_is_shown_is_exported_to_the_file_named(services: FakeServices, tmp_path: Path) -> None:
    add(services, 2, "Who owns the slipway?")
    async with listing(services) as (pilot, _):
        await see(pilot, "Who owns")
        await pilot.press("e")
        await see(pilot, "Export")
        await pilot.press("ctrl+u", *"notes.txt", "enter")
        await see(pilot, "End the name in")
        await pilot.press("ctrl+u", *str(tmp_path / "new" / "all.md"), "enter")
        await see(pilot, "One document")
        await pilot.press("enter")
        await wait_for(pilot, lambda: (tmp_path / "new" / "all.md").exists(), "it is written")
        await see(pilot, "Written: ")
        text = (tmp_path / "new" / "all.md").read_text()
        assert "Who owns the slipway?" in text and "Why did inspections" in text and COMMITTEE in text


async def test_files_of_their_own_replace_others_only_on_ones_word(
    services: FakeServices, tmp_path: Path
) -> None:
    add(services, 2, "Who owns the slipway?")
    taken = tmp_path / "mine 2.md"
    taken.write_text("of last month")
    async with listing(services) as (pilot, _):
        await see(pilot, "Who owns")
        for key, left in (("escape", "of last month"), ("enter", "slipway")):
            await pilot.press("e", "ctrl+u", *str(tmp_path / "mine.md"), "enter")
            await see(pilot, "One document")
            await pilot.press("end", "enter")
            await see(pilot, "mine 2.md is there")
            await pilot.press(key)
            await wait_for(pilot, lambda: len(pilot.app.screen_stack) == 1, "the dialogs are closed")
            await wait_for(pilot, lambda left=left: left in taken.read_text(), "it is as one said")  # type: ignore[misc]


async def test_a_file_that_cannot_be_written_says_so(services: FakeServices, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    async with listing(services) as (pilot, _):
        await see(pilot, "Why did")
        await pilot.press("e", "ctrl+u", *str(tmp_path / "taken" / "all.md"), "enter")
        await wait_for(pilot, lambda: len(pilot.app.screen_stack) == 1, "the dialog is closed")
        await wait_for(pilot, lambda: bool(pilot.app._notifications), "it is said")
        assert (tmp_path / "taken").read_text() == "a file, no folder"


async def test_a_supplementary_question_begins_from_one_answered(services: FakeServices) -> None:
    services.questions.details = {}
    add(services, 1, "Who owns the slipway?", state="answered", answer_state="not")
    async with listing(services) as (pilot, _):
        await see(pilot, "Who owns")
        await pilot.press("n")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, QuestionScreen), "it opens")
        assert called(services, "supplementary") == [1]


async def test_what_people_write_is_shown_and_never_obeyed(services: FakeServices) -> None:
    for number, hostile in enumerate(HOSTILE, 1):
        ref = MeetingRef(hostile, None)
        add(services, number, hostile, item_title=hostile, item_number=hostile, meeting=ref, state="ready")
    add(services, 99, "", meeting=MeetingRef("Another", None))
    async with listing(services, (120, 80)) as (pilot, _):
        await see(pilot, "nothing written yet")
        assert shown(pilot).count("◐ ready") == len(HOSTILE)
        for hostile in HOSTILE:
            assert shown(pilot).count(one_line(hostile)) >= 3
        await pilot.press("s", "escape", "e", "escape")
        assert "\x1b" not in shown(pilot) and "\u202e" not in shown(pilot)


async def test_a_meetings_questions_stand_in_the_order_of_its_agenda(services: FakeServices) -> None:
    add(services, 7, "Ten first written", item_number="10")
    add(services, 8, "No item", item_number="")
    add(services, 9, "Nine written last", item_number="9")
    async with listing(services) as (pilot, _):
        text = shown(pilot)
        order = [text.index(words) for words in ("Nine written last", "Ten first written", "No item")]
        assert order == sorted(order)
