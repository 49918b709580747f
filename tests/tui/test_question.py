"""A question: every keystroke is kept, its evidence is at hand, and what may go wrong is said."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime

from textual.pilot import Pilot

from imports.model.warning import Warning
from scrutiny_tui.literal import visible
from scrutiny_tui.messages import OpenQuestion
from scrutiny_tui.screens.question import QuestionScreen
from scrutiny_tui.screens.reader import ReaderScreen
from scrutiny_tui.services.errors import ServiceError
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import (
    HOSTILE,
    NOW,
    WORST,
    FakeQuestions,
    FakeServices,
    hit,
    passage,
    question,
    question_detail,
)

TEXT = "Why did inspections of the sea wall stop in winter?"


@asynccontextmanager
async def writing(
    services: FakeServices, size: tuple[int, int] = (120, 40), question_id: int = 1
) -> AsyncIterator[tuple[Pilot[None], QuestionScreen]]:
    """The question, open and shown."""
    async with opened(services, size) as pilot:
        pilot.app.screen.post_message(OpenQuestion(question_id))
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, QuestionScreen), "the question is there")
        screen = pilot.app.screen
        assert isinstance(screen, QuestionScreen)
        await wait_for(pilot, lambda: screen.is_mounted and "draft" in shown(pilot), "it is shown")
        yield pilot, screen


def saved(services: FakeServices, method: str = "save") -> list[str]:
    return [arguments[1] for name, arguments in services.questions.calls if name == method]  # type: ignore[index]


def called(services: FakeServices, method: str) -> list[object]:
    return [arguments for name, arguments in services.questions.calls if name == method]


async def test_the_question_stands_beside_its_evidence_deadline_and_words(services: FakeServices) -> None:
    async with writing(services) as (pilot, screen):
        await see(pilot, "“inspections stopped in November”")
        page = shown(pilot)
        assert TEXT in page
        assert "closes today 23:59 (14 h 47 m left)" in page
        assert "10 of 100 words" in page
        assert "5 Sea Wall Inspections" in page
        assert screen.editor.has_focus


async def test_what_is_typed_is_kept_while_one_goes_on_typing(services: FakeServices) -> None:
    async with writing(services) as (pilot, _):
        for _ in range(6):
            await pilot.press(*" and then more")
        await wait_for(pilot, lambda: len(saved(services)) > 1, "it is kept more than once before one pauses")
        await wait_for(
            pilot, lambda: saved(services)[-1] == TEXT + " and then more" * 6, "and in the end whole"
        )


async def test_nothing_is_saved_where_nothing_changed(services: FakeServices) -> None:
    async with writing(services) as (pilot, _):
        await pilot.press("left", "right", "escape")
        await wait_for(pilot, lambda: not isinstance(pilot.app.screen, QuestionScreen), "left")
        assert saved(services) == saved(services, "save_now") == []


async def test_leaving_keeps_the_last_letters_at_once(services: FakeServices) -> None:
    async with writing(services) as (pilot, _):
        await pilot.press("!", "escape")
        await wait_for(pilot, lambda: not isinstance(pilot.app.screen, QuestionScreen), "left")
        assert (saved(services) + saved(services, "save_now"))[-1] == TEXT + "!"


async def test_quitting_keeps_the_last_letters_at_once(services: FakeServices) -> None:
    async with writing(services) as (pilot, _):
        await pilot.press("!")
        await pilot.app.action_quit()
        assert (saved(services) + saved(services, "save_now"))[-1] == TEXT + "!"


async def test_another_field_or_screen_keeps_the_letters_too(services: FakeServices) -> None:
    async with writing(services) as (pilot, screen):
        await pilot.press("!", "ctrl+l")
        await wait_for(pilot, lambda: screen.panel.has_focus, "at the evidence")
        await wait_for(
            pilot, lambda: (saved(services) + saved(services, "save_now"))[-1:] == [TEXT + "!"], "kept"
        )


async def test_a_slow_desk_never_holds_up_typing_and_gets_the_last_words(services: FakeServices) -> None:
    gate = asyncio.Event()

    class Slow(FakeQuestions):
        async def save(self, question_id: int, text: str) -> None:
            await gate.wait()
            await super().save(question_id, text)

    services.questions = Slow(services.questions.details)
    async with writing(services) as (pilot, screen):
        await pilot.press(*" one two three four")
        assert screen.editor.text == TEXT + " one two three four"
        gate.set()
        await wait_for(
            pilot, lambda: saved(services)[-1:] == [TEXT + " one two three four"], "kept in the end"
        )


async def test_words_that_cannot_be_kept_say_so_and_are_tried_again(services: FakeServices) -> None:
    class Full(FakeQuestions):
        full = True

        async def save(self, question_id: int, text: str) -> None:
            if self.full:
                raise ServiceError("the disk is full.")
            await super().save(question_id, text)

    full = services.questions = Full(services.questions.details)
    async with writing(services) as (pilot, screen):
        await pilot.press("!")
        await see(pilot, "! not kept: the disk is full.")
        full.full = False
        await pilot.press("!")
        await wait_for(pilot, lambda: saved(services) == [TEXT + "!!"], "kept")
        await wait_for(pilot, lambda: "not kept" not in shown(pilot).split("──")[0], "and said no more")
        assert screen.editor.text == TEXT + "!!"


async def test_letters_numbers_and_marks_are_typed_and_undone(services: FakeServices) -> None:
    async with writing(services) as (pilot, screen):
        await pilot.press(*"q1/?a")
        assert screen.editor.text == TEXT + "q1/?a"
        assert pilot.app.screen is screen
        await pilot.press("ctrl+z")
        await wait_for(pilot, lambda: screen.editor.text == TEXT, "undone")
        await pilot.press("ctrl+y")
        await wait_for(pilot, lambda: screen.editor.text == TEXT + "q1/?a", "and done again")


async def test_words_over_the_limit_are_counted_as_one_types(services: FakeServices) -> None:
    services.questions.details[1] = replace(services.questions.details[1], limit=11)
    async with writing(services) as (pilot, _):
        await see(pilot, "10 of 11 words")
        await pilot.press(*" Why, why?")
        await see(pilot, "! 12 of 11 words: cut 1")


async def test_advice_comes_after_a_pause_without_touching_the_words(services: FakeServices) -> None:
    async with writing(services) as (pilot, screen):
        doubt = Warning("question-in-parts", "It asks 2 things.")

        async def detail(question_id: int) -> object:
            return replace(await FakeQuestions.detail(services.questions, question_id), advice=(doubt,))

        services.questions.detail = detail  # type: ignore[method-assign, assignment]
        await pilot.press(*" And?")
        await see(pilot, "! It asks 2 things.")
        assert screen.editor.text == TEXT + " And?"


async def test_the_countdown_follows_the_clock(services: FakeServices) -> None:
    async with writing(services) as (pilot, _):
        await see(pilot, "14 h 47 m left")
        services.clock.at = datetime(2031, 5, 19, 22, 59)
        pilot.app._tick()  # type: ignore[attr-defined]
        await see(pilot, "1 h 0 m left")


async def test_evidence_opens_the_reader_at_its_words_and_leads_back(services: FakeServices) -> None:
    async with writing(services) as (pilot, screen):
        await pilot.press("ctrl+l", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen), "the reader")
        assert ("open", 1) in services.reading.calls
        await pilot.press("escape")
        await wait_for(pilot, lambda: pilot.app.screen is screen, "back at the question")
        assert screen.editor.text == TEXT


async def test_evidence_of_a_paper_that_is_gone_says_so(services: FakeServices) -> None:
    detail = services.questions.details[1]
    gone = replace(detail.evidence[0], document_sha256="f" * 64, source="lost.pdf")
    services.questions.details[1] = replace(detail, evidence=(gone,))
    async with writing(services) as (pilot, _):
        await pilot.press("ctrl+l", "enter")
        await see(pilot, "lost.pdf is not in the library any more")


async def test_a_quotation_is_taken_away_and_brought_back(services: FakeServices) -> None:
    async with writing(services) as (pilot, _):
        await pilot.press("ctrl+l", "x")
        await wait_for(pilot, lambda: called(services, "unquote") == [1], "taken away")
        await see(pilot, "Press u")
        await pilot.press("u")
        await wait_for(
            pilot, lambda: called(services, "quote") == [(1, 27, "inspections stopped in November")], "back"
        )


async def test_what_was_asked_before_is_shown_and_opens(services: FakeServices) -> None:
    services.questions.before = (hit(7, "A member asked why the wall was not inspected."),)
    async with writing(services) as (pilot, _):
        await see(pilot, "Asked or said before")
        await see(pilot, "A member asked")
        await pilot.press("ctrl+l", "down", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen), "the reader")
        await wait_for(pilot, lambda: ("open", 2) in services.reading.calls, "at that paper")


async def test_whom_it_is_for_is_kept(services: FakeServices) -> None:
    async with writing(services) as (pilot, screen):
        await pilot.press("ctrl+t", *"Rowan Pike", "enter")
        await wait_for(pilot, lambda: called(services, "address")[-1:] == [(1, "Rowan Pike")], "kept")
        assert screen.editor.has_focus
        await pilot.press("ctrl+t", "!", "escape")
        await wait_for(
            pilot, lambda: called(services, "address")[-1] == (1, "Rowan Pike!"), "kept on leaving"
        )


async def test_ready_and_draft_again(services: FakeServices) -> None:
    async with writing(services) as (pilot, _):
        await pilot.press("ctrl+r")
        await see(pilot, "◐ ready")
        await pilot.press("ctrl+r")
        await see(pilot, "○ draft")
        assert called(services, "set_state") == [(1, "ready"), (1, "draft")]


async def test_a_question_that_is_gone_says_so(services: FakeServices) -> None:
    async with opened(services) as pilot:
        pilot.app.screen.post_message(OpenQuestion(99))
        await see(pilot, "no longer here")
        await pilot.press("x", "ctrl+r", "ctrl+d", "escape")
        await wait_for(pilot, lambda: not isinstance(pilot.app.screen, QuestionScreen), "one may leave")
        assert saved(services) == saved(services, "save_now") == []


async def test_a_passage_is_quoted_in_a_question_already_begun(services: FakeServices) -> None:
    later = question(2, "Which slipways are closed?", updated_at=NOW)
    services.questions.details[2] = question_detail(later)
    async with writing(services) as (pilot, _):
        await pilot.press("ctrl+l", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen), "the reader")
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        await wait_for(pilot, lambda: reader.view.settled, "the page is there")
        await pilot.press("home", "e")
        await see(pilot, "In which question?")
        await pilot.press("enter")
        await wait_for(pilot, lambda: bool(called(services, "quote")), "it is quoted")
        assert called(services, "quote")[0][0] == 2  # type: ignore[index]


async def test_everything_works_on_a_small_screen(services: FakeServices) -> None:
    services.questions.before = (hit(7, "A member asked why."),)
    async with writing(services, (80, 24)) as (pilot, screen):
        await see(pilot, "“inspections stopped in November”")
        assert screen.editor.size.height >= 6
        await pilot.press("ctrl+l")
        await wait_for(
            pilot, lambda: screen.panel.size.height > 8, "the evidence gets room when one goes there"
        )


async def test_what_papers_and_people_say_is_shown_and_never_obeyed(services: FakeServices) -> None:
    async with opened(services) as pilot:
        below = pilot.app.screen
        for hostile in HOSTILE:
            detail = question_detail(
                question(text=hostile, addressed_to=hostile, item_title=hostile, item_number=hostile)
            )
            quoted = replace(detail.evidence[0], quote=hostile, citation=hostile, source=hostile)
            services.questions.details[1] = replace(
                detail, evidence=(quoted,), advice=(Warning("x", hostile),)
            )
            said = passage(text=hostile, heading=hostile, ref=hostile)
            services.questions.before = (replace(hit(3), passage=said),)
            below.post_message(OpenQuestion(1))
            await see(pilot, "Asked or said before")
            screen = pilot.app.screen
            assert isinstance(screen, QuestionScreen)
            assert screen.editor.text == visible(hostile)
            screen.editor.insert(hostile)
            assert screen.editor.text == visible(hostile) * 2
            if hostile in WORST:
                await pilot.press("f6", "escape", "ctrl+l", "x", "u")
            assert "\x1b[31m" not in shown(pilot)
            screen.editor.load_text("")
            await pilot.app.pop_screen()


async def test_where_no_deadline_covers_it_others_are_told(services: FakeServices) -> None:
    services.questions.details[1] = replace(services.questions.details[1], deadline=None)
    async with writing(services) as (pilot, _):
        await see(pilot, "? no deadline printed · items 5 and 6 ● closes today 23:59")
