from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

from textual.pilot import Pilot

from db.models.questions import Question
from scrutiny_tui import messages
from scrutiny_tui.literal import one_line
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.screens.meeting import MeetingScreen
from scrutiny_tui.services.models.finding import Hit
from scrutiny_tui.services.models.meeting import ItemDetail, Paper
from scrutiny_tui.widgets.item_pane import ItemPane
from scrutiny_tui.widgets.row_list import RowList
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import AGENDA, HOSTILE, WORST, FakeServices, document, hit, item, note, question


@asynccontextmanager
async def meeting_open(
    services: FakeServices, turns: int = 0, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[None]]:
    """The first meeting, turned to an item."""
    async with opened(services, size) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("enter")
        await see(pilot, "Ferry Timetable")
        for _ in range(turns):
            await pilot.press("n")
        yield pilot


def alike(asked: Sequence[messages.Ask], *wanted: messages.Ask) -> bool:
    """Whether these were asked for: no message is the same as another, but they say the same."""
    return list(map(repr, asked)) == list(map(repr, wanted))


def sent(pilot: Pilot[None]) -> list[messages.Ask]:
    """What the meeting screen asks the App for, kept instead of done."""
    asked: list[messages.Ask] = []
    screen = pilot.app.screen
    assert isinstance(screen, MeetingScreen)
    post = screen.post_message

    def keep(message: object) -> bool:
        if isinstance(message, messages.Ask) and not isinstance(message, messages.Jumped):
            asked.append(message)
            return True
        return post(message)  # type: ignore[arg-type]

    screen.post_message = keep  # type: ignore[method-assign]
    return asked


async def test_the_item_in_hand_shows_everything_a_member_needs(services: FakeServices) -> None:
    async with meeting_open(services, turns=4, size=(140, 40)) as pilot:
        await see(pilot, "minute 7.1")
        text = shown(pilot)
        for words in (
            "5  Sea Wall Inspections",
            "Rowan Pike, Head of Coast · pages 25–36 · read 3 of 12 · about 18 min",
            "Written questions only: not expected to be debated.",
            "● closes today 23:59 (14 h 47 m left) · for items 5 and 6",
            "That the Committee notes the inspections made since January.",
            "p25–36   read 3 of 12",
            "Why did inspections of the sea wall stop",
            "Ask about the lower slipway.",
        ):
            assert words in text


async def test_paging_turns_item_by_item_and_stops_at_the_ends(services: FakeServices) -> None:
    async with meeting_open(services) as pilot:
        for key, title in (
            ("n", "2  Minutes"),
            ("]", "3  Ferry"),
            ("space", "no business"),
            ("p", "3  Ferry"),
        ):
            await pilot.press(key)
            await see(pilot, title)
        await pilot.press("[", "backspace")
        await see(pilot, "1  Apologies")
        await pilot.press("p")
        await see(pilot, "This is the first item.")


async def test_a_meeting_opens_at_the_item_it_was_left_at(services: FakeServices) -> None:
    async with meeting_open(services, turns=2) as pilot:
        left = pilot.app.screen
        assert isinstance(left, MeetingScreen)
        title = left.spot
        await wait_for(pilot, lambda: services.meetings.detail.left_at == title, "it is kept")
        await pilot.press("escape")
        await see(pilot, "Coming up")
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, MeetingScreen), "it opens")
        again = pilot.app.screen
        assert isinstance(again, MeetingScreen) and again is not left
        await wait_for(pilot, lambda: again.detail is not None and again.spot == title, "the item")


async def test_only_what_is_seen_is_painted_and_read_again(services: FakeServices) -> None:
    async with meeting_open(services) as pilot:
        *_, list_below, here = pilot.app.screen_stack
        assert here.is_current and not list_below.is_current
        asked_before = len(services.meetings.calls)
        await pilot.press("w")
        await see(pilot, "Why this deadline")
        assert here.is_current and not list_below.is_current
        await pilot.press("escape")
        await wait_for(pilot, lambda: pilot.app.screen is here, "the dialog is closed")
        await pilot.press("n")
        await see(pilot, "2  Minutes")
        assert "meeting" not in {name for name, _ in services.meetings.calls[asked_before:]}


async def test_tab_goes_through_the_sections_of_an_item_and_back(services: FakeServices) -> None:
    async with meeting_open(services, turns=4) as pilot:
        await see(pilot, "minute 7.1")
        screen = pilot.app.screen
        assert isinstance(screen, MeetingScreen)
        kinds = [Paper, Hit, Question, ItemDetail]
        for key, order in (("tab", kinds), ("shift+tab", [Question, Hit, Paper, ItemDetail])):
            for kind in order:
                await pilot.press(key)
                rows = screen.focused
                assert isinstance(rows, RowList) and isinstance(rows.model, kind)


async def test_words_of_an_item_are_marked_with_the_mouse_and_a_marked_row_is_not_opened(
    services: FakeServices,
) -> None:
    async with meeting_open(services, turns=4) as pilot:
        await see(pilot, "minute 7.1")
        asked, pane = sent(pilot), pilot.app.screen.query_one(ItemPane)
        await pilot.mouse_down(pane, offset=(2, 0))
        await pilot.hover(pane, offset=(20, 12))
        await pilot.mouse_up(pane, offset=(20, 12))
        words = pilot.app.screen.get_selected_text() or ""
        assert words.startswith("5  Sea Wall Inspections\nRowan Pike") and "Papers" in words
        assert asked == []


async def test_an_item_without_papers_says_so_and_enter_reads_the_agenda(services: FakeServices) -> None:
    async with meeting_open(services) as pilot:
        await see(pilot, "no papers in the pack")
        asked = sent(pilot)
        await pilot.press("enter")
        await wait_for(pilot, lambda: alike(asked, messages.OpenReader(1, 1)), "the agenda is opened")


async def test_enter_reads_the_paper_at_its_first_page(services: FakeServices) -> None:
    async with meeting_open(services, turns=2) as pilot:
        asked = sent(pilot)
        await pilot.press("enter")
        await wait_for(pilot, lambda: alike(asked, messages.OpenReader(1, 15)), "the paper is opened")


async def test_enter_on_a_passage_reads_it_where_it_stands_and_a_asks_from_it(services: FakeServices) -> None:
    async with meeting_open(services, turns=4) as pilot:
        await see(pilot, "minute 7.1")
        asked = sent(pilot)
        await pilot.press("tab", "tab", "enter")
        first = services.search.hits[0].passage
        await wait_for(pilot, lambda: bool(asked), "the passage is opened")
        assert alike(
            asked, messages.OpenReader(first.document_id, first.page, passage=first, words=("wall",))
        )
        await pilot.press("a")
        await wait_for(pilot, lambda: len(asked) == 2, "a question is begun")
        question_asked = asked[1]
        assert isinstance(question_asked, messages.AskQuestion)
        assert question_asked.evidence == first and question_asked.item == AGENDA[4]


async def test_enter_on_ones_own_question_and_note_opens_them(services: FakeServices) -> None:
    async with meeting_open(services, turns=4) as pilot:
        await see(pilot, "minute 7.1")
        asked = sent(pilot)
        await pilot.press("tab", "tab", "tab", "enter", "down", "enter")
        await wait_for(pilot, lambda: len(asked) == 2, "both are opened")
        assert alike(
            asked,
            messages.OpenQuestion(question().id),
            messages.OpenReader(1, note().page, find=note().quote),
        )


async def test_earlier_passages_fill_in_later_and_never_hold_up_paging(services: FakeServices) -> None:
    services.search.gate = asyncio.Event()
    async with meeting_open(services, turns=4) as pilot:
        await see(pilot, "looking…")
        await wait_for(pilot, lambda: bool(services.search.calls), "the search has begun")
        await pilot.press("n")
        await see(pilot, "6  Harbour Dues")
        assert "looking…" in shown(pilot)
        services.search.gate.set()
        await see(pilot, "minute 7.1")


async def test_paging_fast_ends_with_what_was_found_for_the_item_that_stays(services: FakeServices) -> None:
    async with meeting_open(services) as pilot:
        await wait_for(pilot, lambda: len(services.search.calls) == 1, "the first item was looked for")
        await pilot.press("n", "n", "n", "n")
        await see(pilot, "minute 7.1")

        def last() -> object:
            return services.search.calls[-1][1][0]  # type: ignore[index]

        await wait_for(pilot, lambda: last() == "Sea Wall Inspections", "the item that stays was looked for")


async def test_resting_on_an_item_finds_what_was_said_on_the_next_before_it_is_turned_to(
    services: FakeServices,
) -> None:
    async with meeting_open(services, turns=4) as pilot:
        await see(pilot, "minute 7.1")
        calls = services.search.calls
        await wait_for(pilot, lambda: "Harbour Dues" in str(calls), "the next is looked for", tries=2000)
        services.search.gate = asyncio.Event()  # nothing more is answered
        await pilot.press("n")
        await see(pilot, "6  Harbour Dues")
        assert "minute 7.1" in shown(pilot) and "looking…" not in shown(pilot)
        services.search.gate.set()


async def test_nothing_found_is_said(services: FakeServices) -> None:
    services.search.hits = ()
    async with meeting_open(services, turns=2) as pilot:
        await see(pilot, "nothing found in earlier papers")


async def test_e_shows_them_all_with_their_words(services: FakeServices) -> None:
    services.search.hits = tuple(hit(n, f"Passage number {n} on the sea wall.") for n in range(1, 10))
    async with meeting_open(services, turns=4) as pilot:
        await see(pilot, "best 5 of 9, e shows all")
        assert "Passage number 6" not in shown(pilot)
        await pilot.press("e")
        await see(pilot, "9 passages from before this meeting")
        await see(pilot, "Passage number 9")
        await pilot.press("escape")
        await see(pilot, "best 5 of 9")


async def test_a_note_is_kept_on_the_first_page_of_the_papers(services: FakeServices) -> None:
    async with meeting_open(services, turns=2) as pilot:
        await pilot.press("t")
        await see(pilot, "On Ferry Timetable")
        await pilot.press(*"late", "escape")
        expected = ("annotate", (15, 13, "Ferry Timetable", "late"))
        await wait_for(pilot, lambda: expected in services.reading.calls, "the note is kept")


async def test_asking_begins_a_question_on_the_item(services: FakeServices) -> None:
    async with meeting_open(services, turns=5) as pilot:
        asked = sent(pilot)
        await pilot.press("a")
        await wait_for(pilot, lambda: bool(asked), "a question is begun")
        assert alike(asked, messages.AskQuestion(services.meetings.detail.meeting, AGENDA[5], None))


async def test_a_meeting_that_is_gone_says_so(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        pilot.app.screen.post_message(messages.OpenMeeting(404))
        await see(pilot, "no longer in the library")
        await pilot.press("escape")
        await see(pilot, "Coming up")


async def test_opening_at_an_item_of_another_screen(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        pilot.app.screen.post_message(messages.OpenMeeting(1, "Harbour Dues"))
        await see(pilot, "6  Harbour Dues")


async def test_eighty_columns_put_the_agenda_over_the_item(services: FakeServices) -> None:
    async with meeting_open(services, turns=4, size=(80, 24)) as pilot:
        await see(pilot, "Rowan Pike")
        lines = shown(pilot).splitlines()
        agenda = next(n for n, line in enumerate(lines) if line.endswith("p25"))
        words = next(n for n, line in enumerate(lines) if "Rowan Pike" in line)
        assert agenda < words
        await pilot.press("pagedown")
        await see(pilot, "Earlier on this topic")


def mean_agenda(services: FakeServices, hostile: str, position: int) -> None:
    """Let everything a meeting says be these words."""
    detail = services.meetings.detail.items[-1]
    mean_hit = Hit(hit(1, hostile, heading=hostile, ref=hostile).passage, 1, (), (), ())
    services.search.hits = (mean_hit,)
    paper = Paper(document(), hostile, 27, 38, (25, 36), frozenset({27, 28, 29}))
    mean_detail = replace(
        detail,
        item=item("5", hostile, position, 25, officers=(hostile,), description=hostile),
        recommendations=(hostile,),
        papers=(paper,),
        questions=(question(text=hostile),),
        notes=(note(text=hostile),),
    )
    services.meetings.detail = replace(services.meetings.detail, items=(mean_detail,))


async def test_hostile_words_are_shown_as_they_are(services: FakeServices) -> None:
    async with meeting_open(services) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, PlaceScreen)
        for position, hostile in enumerate(HOSTILE):
            mean_agenda(services, hostile, position)
            screen.look_again()
            words = one_line(hostile)
            await see(pilot, f"5  {words}")
            await wait_for(
                pilot,
                lambda words=words: shown(pilot).count(words) >= 7,  # type: ignore[misc]
                "every place shows the words",
            )
            if hostile in WORST:
                await pilot.press("e", "escape", "t", "escape", "w", "escape")
            await wait_for(pilot, lambda: pilot.app.screen is screen, "everything laid over it is closed")


async def test_a_click_turns_to_an_item_and_a_second_reads_it(services: FakeServices) -> None:
    async with meeting_open(services) as pilot:
        asked = sent(pilot)
        row = next(n for n, words in enumerate(shown(pilot).splitlines()) if "Harbour Dues" in words)
        await pilot.click(offset=(12, row))
        await see(pilot, "6  Harbour Dues")
        assert asked == []
        await pilot.click(offset=(12, row))
        await wait_for(pilot, lambda: alike(asked, messages.OpenReader(1, 39)), "the paper is opened")


async def test_coming_back_from_elsewhere_finds_the_item_and_its_place(services: FakeServices) -> None:
    async with meeting_open(services, turns=4, size=(80, 24)) as pilot:
        await see(pilot, "Rowan Pike")
        await pilot.press("pagedown")
        await see(pilot, "Earlier on this topic")
        before = shown(pilot)
        await pilot.press("4", "1")
        await wait_for(pilot, lambda: shown(pilot) == before, "the same words are in sight")


async def test_without_a_deadline_it_says_whom_to_ask(services: FakeServices) -> None:
    detail = services.meetings.detail
    bare = tuple(replace(one, deadline=None, written_only=False) for one in detail.items)
    services.meetings.detail = replace(detail, items=bare, deadlines=())
    async with meeting_open(services) as pilot:
        await see(pilot, "? no deadline printed · ask Wren Albright")
        await pilot.press("w")
        await see(pilot, "No paper of this meeting prints a deadline for questions.")
        await see(pilot, "Wren Albright · Democratic Services · 01632 960001 · wren@merrin.example")


async def test_an_item_without_a_deadline_says_which_items_have_one(services: FakeServices) -> None:
    async with meeting_open(services, turns=2) as pilot:
        await see(pilot, "? no deadline printed for this item, only for items 5 and 6")
        await pilot.press("n")
        await see(pilot, "no business: it sets the deadline of the items it names")
        await see(pilot, "(14 h 47 m left) · for items 5 and 6")
