"""What the reader says of pages that are not public or were amended, and whose words an acronym's are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from db.models.relations import AmendmentNote
from imports.model.reading import Block, ReadPage
from scrutiny_tui.messages import OpenReader
from scrutiny_tui.screens.reader import ReaderScreen
from scrutiny_tui.services.models.reading import AmendedPlace, Explained, ReplacedPlace
from scrutiny_tui.widgets.spots import locate, sought, sought_on
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import COMMITTEE, WORST, FakeReading, FakeServices, read_page

NOTE = AmendmentNote(
    9, "may.pdf", COMMITTEE, date(2031, 1, 16), "7.1", "amendment", "the wall", "7.1 to read “the pier”.",
    4, 2, date(2031, 5, 22),
)  # fmt: skip


@dataclass
class OnePage(FakeReading):
    """Every page is this one."""

    page: ReadPage = field(default_factory=lambda: read_page(5))

    async def pages(self, document_id: int, first: int, last: int) -> tuple[ReadPage, ...]:
        return tuple(replace(self.page, number=number) for number in range(first, min(last, 12) + 1))


def give(services: FakeServices, page: ReadPage, amended: tuple[AmendedPlace, ...] = ()) -> None:
    before = services.reading
    services.reading = OnePage(replace(before.opened, amended=amended), terms=before.terms, page=page)


@pytest.mark.parametrize("key", ["y", "e"])
async def test_a_page_that_is_not_public_says_so_and_again_when_its_words_are_taken(
    services: FakeServices, key: str
) -> None:
    give(services, replace(read_page(5), exempt="Exempt: paragraph 3 of Schedule 12A"))
    async with opened(services, (80, 24)) as pilot:
        pilot.app.screen.post_message(OpenReader(1, 5))
        await see(pilot, "✕ Not public: “Exempt: paragraph 3 of Schedule 12A”")
        assert any(line.startswith("▌   ✕") or line[5:6] == "✕" for line in shown(pilot).splitlines())
        await pilot.press(key)
        await see(pilot, "This page is not public")


async def test_what_is_said_of_a_page_is_in_sight_when_one_comes_to_it(services: FakeServices) -> None:
    give(services, replace(read_page(5), exempt="Exempt: paragraph 3"))
    async with opened(services, (80, 24)) as pilot:
        pilot.app.screen.post_message(OpenReader(1, 5))
        await see(pilot, "page 3 of")
        await wait_for(pilot, lambda: "✕ Not public" in "".join(shown(pilot).splitlines()[3:6]), "at the top")


async def test_a_public_page_says_nothing_of_it(services: FakeServices) -> None:
    async with opened(services, (80, 24)) as pilot:
        pilot.app.screen.post_message(OpenReader(1, 5))
        await see(pilot, "page 3 of")
        await pilot.press("y")
        await see(pilot, "Copied")
        assert "✕" not in shown(pilot)


async def test_an_amended_paragraph_says_so_under_itself_and_leads_to_the_minutes(
    services: FakeServices,
) -> None:
    page = read_page(5)
    give(services, page, (AmendedPlace(NOTE, 5, "7.1", page.blocks[2].text),))
    async with opened(services, (80, 24)) as pilot:
        pilot.app.screen.post_message(OpenReader(1, 5))
        await see(pilot, "△ Amended on 22 May 2031 (may.pdf, page 2)")
        first = pilot.app.screen
        assert isinstance(first, ReaderScreen)
        await pilot.press("enter")
        await see(pilot, "no address")
        await pilot.press("}", "}")
        await wait_for(pilot, lambda: first.view.way is not None, "the paragraph is in hand")
        services.reading.opened = replace(services.reading.opened, amended=())
        await pilot.press("enter")
        await wait_for(pilot, lambda: pilot.app.screen is not first, "another reader opens")
        assert ("open", 9) in services.reading.calls


async def test_what_a_later_paper_changed_says_so_in_the_text_and_leads_to_it(services: FakeServices) -> None:
    page = read_page(5)
    give(services, page)
    services.reading.changed = (
        ReplacedPlace("replaced", 5, (0, 99), "This page was replaced by update.pdf.", 9, 1),
    )
    async with opened(services, (80, 24)) as pilot:
        pilot.app.screen.post_message(OpenReader(1, 5))
        await see(pilot, "↷ This page was replaced by update.pdf. Enter opens it.")
        first = pilot.app.screen
        await pilot.press("enter")
        await wait_for(pilot, lambda: pilot.app.screen is not first, "another reader opens")
        assert ("open", 9) in services.reading.calls


@pytest.mark.parametrize("worst", WORST, ids=ascii)
async def test_hostile_words_of_amendments_and_exemptions_are_only_shown(
    services: FakeServices, worst: str
) -> None:
    page = replace(read_page(5), exempt=worst)
    note = replace(NOTE, text=worst, source=worst)
    give(services, page, (AmendedPlace(note, 5, "7.1", page.blocks[1].text),))
    async with opened(services, (100, 30)) as pilot:
        pilot.app.screen.post_message(OpenReader(1, 5))
        await see(pilot, "△ Amended on")
        await see(pilot, "✕ Not public")


async def test_an_acronym_says_whose_words_its_long_form_is(services: FakeServices) -> None:
    services.reading.terms = (
        Explained("SMP", "Shoreline Management Plan", "this pack"),
        Explained("SMP", "Sea Mammal Project", "other packs"),
        Explained("EA", "Environment Agency", "general use"),
    )
    async with opened(services, (80, 24)) as pilot:
        pilot.app.screen.post_message(OpenReader(1, 5))
        await see(pilot, "page 3 of")
        await pilot.press("x")
        await see(pilot, "Shoreline Management Plan  (in this pack)")
        await see(pilot, "Sea Mammal Project  (in other packs)")
        await see(pilot, "Environment Agency  (general use)")


TABLE = "Day\tReports\n3 March 2031\tFerries\n\tHarbour dues\n4 July 2031\tSea wall\n\tGulls"


def test_a_row_of_a_table_is_found_where_the_quote_joins_its_cells_otherwise() -> None:
    page = ReadPage(3, 1, (Block("heading", "Work plan"), Block("table", TABLE)))
    spot = locate(page, "4 July 2031 Sea wall; Gulls")
    assert spot is not None
    assert page.blocks[spot.block].text[spot.start :].startswith("4 July 2031")


def test_words_of_a_quote_that_goes_on_overleaf_are_marked_there_too() -> None:
    quote = "The wall was inspected before the winter storms came in. The slipway was not looked at."
    first = ReadPage(3, 1, (Block("paragraph", "The wall was inspected before the winter storms came in."),))
    second = ReadPage(
        4, 2, (Block("furniture", "Page 2"), Block("paragraph", "The slipway was not looked at."),
               Block("paragraph", "Another slipway is in hand.")),
    )  # fmt: skip
    words = ("slipway", "wall")
    assert sought(first, quote, words) == {0: [(4, 8)]}
    assert sought_on(second, quote, words) == {1: [(4, 11)]}
