"""Reading: opening where one left off, going about, finding, and what is done with a passage."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from db.models.papers import StoredDocument
from imports.model.reading import Block, ReadPage
from scrutiny_tui.messages import OpenReader
from scrutiny_tui.screens.reader import ReaderScreen
from scrutiny_tui.services.errors import NotThere, ServiceError
from scrutiny_tui.services.models.reading import FoundInPage, OpenDocument, PageNumber
from scrutiny_tui.widgets.page_numbers import no_such_page, page_meant
from scrutiny_tui.widgets.spots import Spot
from tests.tui.driving import begun, opened, see, shown, wait_for
from tests.tui.fakes import HOSTILE, WORST, FakeReading, FakeServices, note, passage, read_page

WALL = read_page(5).blocks[1].text.index("wall")


@asynccontextmanager
async def reading(
    services: FakeServices, request: OpenReader, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    """The reader, open on what was asked for."""
    async with opened(services, size) as pilot:
        pilot.app.screen.post_message(request)
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen), "the reader is there")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        await wait_for(pilot, lambda: screen.is_mounted and screen.view.settled, "the page is there")
        yield pilot, screen


def asked(services: FakeServices, method: str) -> list[object]:
    return [arguments for name, arguments in services.reading.calls if name == method]


async def test_opens_where_the_reader_left_off(services: FakeServices) -> None:
    services.reading.opened = replace(services.reading.opened, place=(7, 3))
    async with reading(services, OpenReader(1)) as (pilot, screen):
        assert screen.view.spot == Spot(7, 1, 0)
        await see(pilot, "page 5 of 10")


async def test_opens_at_the_page_or_passage_asked_for(services: FakeServices) -> None:
    services.reading.opened = replace(services.reading.opened, place=(7, 3))
    async with reading(services, OpenReader(1, 4)) as (_, screen):
        assert screen.view.spot == Spot(4, 0, 0)
    asked_for = passage(text="The SMP is due for review.", page=9)
    async with reading(services, OpenReader(1, 9, passage=asked_for)) as (_, screen):
        assert screen.view.spot == Spot(9, 3, 0)


async def test_the_place_is_kept_while_reading_and_when_leaving(services: FakeServices) -> None:
    async with reading(services, OpenReader(1, 3)) as (pilot, screen):
        assert asked(services, "remember_place") == []
        await pilot.press("}", "}")
        await wait_for(pilot, lambda: screen.view.spot == Spot(3, 2, 0), "two passages on")
        await wait_for(pilot, lambda: screen.view.line > 1, "the view came with it")
        line = screen.view.line
        await pilot.press("escape")
        await wait_for(pilot, lambda: asked(services, "remember_place")[-1:] == [(3, line)], "it is kept")


async def test_pages_count_as_read_when_their_end_was_seen(services: FakeServices) -> None:
    async with reading(services, OpenReader(1), (80, 24)) as (pilot, _):
        await wait_for(pilot, lambda: asked(services, "mark_read") == [1], "the first page is read")
        await pilot.press("space")
        await wait_for(pilot, lambda: 2 in asked(services, "mark_read"), "the second page is read")
        assert len(asked(services, "mark_read")) == len(set(map(str, asked(services, "mark_read"))))


async def test_headings_are_stepped_through_and_chosen(services: FakeServices) -> None:
    async with reading(services, OpenReader(1, 3)) as (pilot, screen):
        await pilot.press("]")
        await wait_for(pilot, lambda: screen.view.spot.page == 4, "the next heading")
        await pilot.press("[", "[")
        await wait_for(pilot, lambda: screen.view.spot.page == 2, "two headings back")
        screen.outline.focus()
        await pilot.press("end", "enter")
        await wait_for(pilot, lambda: screen.view.spot.page == 12 and screen.view.has_focus, "the last one")


async def test_contents_hide_on_a_narrow_screen_and_come_on_request(services: FakeServices) -> None:
    async with reading(services, OpenReader(1, 3), (80, 24)) as (pilot, screen):
        contents = screen.query_one("#contents")
        assert not contents.display
        await pilot.press("c")
        await wait_for(pilot, lambda: contents.display and screen.outline.has_focus, "the headings are shown")
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: not contents.display, "they give way to the page")
        assert screen.view.spot.page == 4


async def test_goes_to_a_pack_page_or_says_which_there_are(services: FakeServices) -> None:
    async with reading(services, OpenReader(1)) as (pilot, screen):
        await pilot.press("g")
        await see(pilot, "Go to page")
        await pilot.press("9", "9", "enter")
        await see(pilot, "pack pages 1 to 10")
        await pilot.press("backspace", "backspace", "8", "enter")
        await wait_for(pilot, lambda: screen.view.settled and screen.view.spot.page == 10, "pack page 8")


@pytest.mark.parametrize(
    ("answer", "page"),
    [("4", 6), (" p4 ", 6), ("page 4", 6), ("#4", 4), ("0", None), ("#99", None), ("four", None)],
)
def test_a_number_means_the_stamped_page(answer: str, page: int | None) -> None:
    numbers = [PageNumber(n, n - 2 if n > 2 else None, 1) for n in range(1, 13)]
    assert page_meant(numbers, answer, near=1) == page


def test_a_number_stamped_twice_means_the_nearest_and_an_unstamped_file_counts_itself() -> None:
    twice = [PageNumber(1, 5, 1), PageNumber(2, 6, 1), PageNumber(3, 5, 1)]
    assert page_meant(twice, "5", near=3) == 3
    assert page_meant(twice, "5", near=1) == 1
    bare = [PageNumber(1, None, 1), PageNumber(2, None, 1)]
    assert page_meant(bare, "2", near=1) == 2
    assert "#1 to #2" in no_such_page(bare)


async def test_finds_while_typing_and_steps_through_the_hits(services: FakeServices) -> None:
    hits = tuple(FoundInPage(page, 1, WALL, WALL + 4) for page in (2, 5, 9))
    services.reading.found = hits
    async with reading(services, OpenReader(1, 4)) as (pilot, screen):
        await pilot.press("n")
        await see(pilot, "f finds words")
        await pilot.press("f", *"wall")
        await wait_for(pilot, lambda: asked(services, "find") == ["wall"], "one question for four keys")
        await wait_for(pilot, lambda: screen.view.spot.page == 5, "the next hit after here")
        await see(pilot, "2 of 3")
        await pilot.press("enter", "n")
        await wait_for(pilot, lambda: screen.view.spot == Spot(9, 1, WALL), "the hit after that")
        await see(pilot, "3 of 3")
        await pilot.press("n")
        await wait_for(pilot, lambda: screen.view.spot.page == 2, "after the last comes the first")
        await pilot.press("N")
        await wait_for(pilot, lambda: screen.view.spot.page == 9, "and back")
        await pilot.press("escape")
        await wait_for(pilot, lambda: not screen.finder.display, "the hits are let go")
        assert pilot.app.screen is screen


async def test_giving_up_a_search_goes_back_to_where_one_was(services: FakeServices) -> None:
    services.reading.found = (FoundInPage(11, 1, WALL, WALL + 4),)
    async with reading(services, OpenReader(1, 4)) as (pilot, screen):
        await pilot.press("f", *"wall")
        await wait_for(pilot, lambda: screen.view.spot.page == 11, "the hit")
        await pilot.press("escape")
        await wait_for(pilot, lambda: screen.view.spot == Spot(4, 0, 0) and screen.view.has_focus, "back")


async def test_words_that_are_nowhere_say_so(services: FakeServices) -> None:
    async with reading(services, OpenReader(1, 4)) as (pilot, screen):
        await pilot.press("f", *"zebra")
        await see(pilot, "not in this document")
        assert screen.view.spot == Spot(4, 0, 0)


async def test_a_mark_is_put_and_taken_away(services: FakeServices) -> None:
    async with reading(services, OpenReader(1, 3)) as (pilot, _):
        await pilot.press("}", "m")
        await see(pilot, "◆")
        words = read_page(3).blocks[1].text.strip()
        assert asked(services, "annotate") == [(3, 1, words, "")]
        await pilot.press("m")
        await wait_for(pilot, lambda: asked(services, "erase_note") == [10], "the mark is taken away")
        await wait_for(pilot, lambda: "◆" not in shown(pilot), "and no longer shown")


async def test_a_note_is_written_changed_and_never_lost_by_escape_or_by_m(services: FakeServices) -> None:
    async with reading(services, OpenReader(1, 3)) as (pilot, _):
        await pilot.press("}", "t")
        await see(pilot, "esc keeps it")
        await pilot.press(*"Why?", "escape")
        await see(pilot, "✎ Why?")
        await pilot.press("m")
        await see(pilot, "A note stands on this passage")
        assert [one.text for one in services.reading.kept] == ["Why?"]
        await pilot.press("t", *"!", "escape")
        await see(pilot, "✎ Why?!")
        assert [one.text for one in services.reading.kept] == ["Why?!"]
        await pilot.press("t", *["backspace"] * 5, "escape")
        await wait_for(pilot, lambda: services.reading.kept == [], "an empty note is none")


async def test_a_row_of_a_table_is_copied_with_its_citation(services: FakeServices) -> None:
    async with reading(services, OpenReader(1, 3)) as (pilot, screen):
        screen.view.go(Spot(3, 2, 20))
        await pilot.press("y")
        await wait_for(pilot, lambda: "pack page 1" in pilot.app.clipboard, "it is copied")
        assert (
            pilot.app.clipboard
            == "“Q1 · 14” (Harbour and Coast Scrutiny Committee, 22 May 2031, pack page 1)"
        )


async def test_a_question_begins_with_the_passage_and_its_item(services: FakeServices) -> None:
    services.questions.refuse = NotThere("Not now.")
    async with reading(services, OpenReader(1, 4)) as (pilot, _):
        await pilot.press("}", "a")
        await wait_for(pilot, lambda: bool(services.questions.calls), "a question is begun")
        meeting_id, item, evidence, quote, text = begun(services)
        assert (meeting_id, item, text) == (1, "Minutes of the previous meeting", "")
        assert quote == evidence.text == read_page(4).blocks[1].text.strip()
        assert (evidence.page, evidence.pack_page, evidence.heading) == (4, 2, "Part 4")


async def test_acronyms_are_explained_or_said_to_be_unknown(services: FakeServices) -> None:
    async with reading(services, OpenReader(1, 4)) as (pilot, _):
        await pilot.press("x")
        await see(pilot, "Shoreline Management Plan")
        await pilot.press("escape")
        services.reading.terms = ()
        await pilot.press("x")
        await see(pilot, "Neither your papers nor")


async def test_an_address_is_shown_before_it_is_followed(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "See https://merrin.example/wall or write wren@merrin.example."
    show_only(services, Block("paragraph", text))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    async with reading(services, OpenReader(1, 1)) as (pilot, _):
        await pilot.press("enter")
        await see(pilot, "Where it goes")
        await see(pilot, "https://merrin.example/wall/a%20survey.pdf")
        assert pilot.app.clipboard == ""
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: pilot.app.clipboard == "mailto:wren@merrin.example", "it is copied")


async def test_an_address_is_shown_as_printed_where_the_library_fails(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(document: StoredDocument) -> tuple[str, ...]:
        raise ServiceError("The library is damaged.")

    show_only(services, Block("paragraph", "See https://merrin.example/wall or ask."))
    monkeypatch.setattr(services.reading, "addresses", fail)
    async with reading(services, OpenReader(1, 1)) as (pilot, _):
        await pilot.press("enter")
        await see(pilot, "Where it goes")


async def test_a_paper_that_is_gone_says_so_and_lets_one_leave(services: FakeServices) -> None:
    class Gone(FakeReading):
        async def open(self, document_id: int) -> OpenDocument:
            raise NotThere("That paper is no longer in the library.")

    services.reading = Gone(services.reading.opened)
    async with opened(services) as pilot:
        pilot.app.screen.post_message(OpenReader(1))
        await see(pilot, "no longer in the library")
        await pilot.press("g", "f", "escape", "m", "a", "y", "x", "o", "escape")
        await wait_for(pilot, lambda: not isinstance(pilot.app.screen, ReaderScreen), "one may leave")


async def test_the_original_is_opened_at_the_files_page(services: FakeServices) -> None:
    gone = replace(services.reading.opened.document, path="/nowhere/pack.pdf")
    services.reading.opened = replace(services.reading.opened, document=gone)
    async with reading(services, OpenReader(1, 6)) as (pilot, _):
        await pilot.press("o")
        await see(pilot, "/nowhere/pack.pdf")


def show_only(services: FakeServices, *blocks: Block) -> None:
    """Let the document be one page of these blocks."""

    class OnePage(FakeReading):
        async def pages(self, document_id: int, first: int, last: int) -> tuple[ReadPage, ...]:
            return (ReadPage(1, 1, blocks),)

    before = services.reading
    opened = replace(before.opened, numbers=(PageNumber(1, 1, 100),), outline=())
    services.reading = OnePage(opened, before.kept)


async def test_what_papers_and_notes_say_is_shown_and_never_obeyed(services: FakeServices) -> None:
    before = services.reading.opened
    async with opened(services) as pilot:
        below = pilot.app.screen
        for number, hostile in enumerate(HOSTILE):
            address = f"https://merrin.example/{number}/[x]"
            show_only(services, Block("heading", hostile), Block("paragraph", f"{hostile} {address}"))
            services.reading.opened = replace(
                services.reading.opened,
                outline=(replace(before.outline[0], text=hostile),),
                document=replace(before.document, source=hostile),
                meeting=replace(before.meeting, committee=hostile),
            )
            services.reading.kept = [note(1, hostile, page=1, quote=hostile)]
            services.reading.terms = (replace(services.reading.terms[0], short=hostile, long=hostile),)
            below.post_message(OpenReader(1, 1))
            await see(pilot, f"merrin.example/{number}/")
            screen = pilot.app.screen
            if hostile in WORST:
                await pilot.press("x", "escape", "y", "}", "enter", "escape", "t", "escape", "m")
            await wait_for(pilot, lambda screen=screen: pilot.app.screen is screen, "the dialogs are closed")  # type: ignore[misc]
            assert "\x1b" not in shown(pilot) and "\u202e" not in shown(pilot)
            await pilot.app.pop_screen()


async def test_the_top_line_says_the_item_and_the_page_as_members_quote_it(services: FakeServices) -> None:
    async with reading(services, OpenReader(1, 5)) as (pilot, _):
        await see(pilot, "Item 2 · Part 5")
        await see(pilot, "page 3 of 10")
        assert "file page" not in shown(pilot)
        await pilot.press("number_sign")
        await see(pilot, "page 3 of 10 · file page 5 of 12")


async def test_what_a_search_came_for_is_marked_where_it_stands(services: FakeServices) -> None:
    words = read_page(5).blocks[1].text
    request = OpenReader(1, 5, passage=passage(1, words, page=5), words=("wall",))
    async with reading(services, request) as (_, screen):
        assert screen.view.spot == Spot(5, 1, 0)
        marked = screen.view.showing.stretches(5, 1, words)
        assert (WALL, WALL + 4, "hit") in marked
        assert screen.view.showing.stretches(6, 1, read_page(6).blocks[1].text) == []
