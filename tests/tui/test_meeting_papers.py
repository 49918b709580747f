"""What a meeting shows of its papers, and getting, attaching and checking them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from imports.model.agenda import LinkedPaper
from imports.model.warning import Warning
from scrutiny_tui import messages
from scrutiny_tui.screens.reader import ReaderScreen
from scrutiny_tui.services.models.meeting import ItemDetail
from scrutiny_tui.widgets.path_field import PathField
from scrutiny_tui.widgets.row_list import RowList
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import HOSTILE, FakeServices

SEA_WALL = 4
LINK = LinkedPaper("Wall survey", "https://merrin.example/wall.pdf", "5", "Sea Wall Inspections")


def change(services: FakeServices, **more: Any) -> None:
    """Give the sea wall item other papers or links."""
    detail = services.meetings.detail
    items = list(detail.items)
    items[SEA_WALL] = replace(items[SEA_WALL], **more)
    services.meetings.detail = replace(detail, items=tuple(items))


def sea_wall(services: FakeServices) -> ItemDetail:
    return services.meetings.detail.items[SEA_WALL]


async def enter_links(pilot: Pilot[None]) -> None:
    await pilot.press("tab")
    here = lambda: isinstance(getattr(pilot.app.focused, "model", None), LinkedPaper)  # noqa: E731
    await wait_for(pilot, here, "the links are in hand")
    await pilot.press("enter")


async def to_sea_wall(pilot: Pilot[None]) -> None:
    pilot.app.screen.post_message(messages.OpenMeeting(1, "Sea Wall Inspections"))
    await see(pilot, "Rowan Pike")
    # Keys pressed before the agenda has the focus would go to the screen below it.
    await wait_for(pilot, lambda: getattr(pilot.app.focused, "id", "") == "agenda", "the agenda is in hand")


@pytest.mark.parametrize("size", [(80, 24), (200, 40)])
async def test_a_paper_says_what_is_out_of_the_ordinary(
    services: FakeServices, size: tuple[int, int]
) -> None:
    paper = sea_wall(services).papers[0]
    odd = replace(
        paper, note="supplement, first seen 18 May 2031", also_in=("wall.pdf",), exempt=True, new=True
    )
    change(
        services,
        papers=(odd, replace(paper, note="replaced by update.pdf", replaced=True)),
        recommendations=(),
    )
    async with opened(services, size) as pilot:
        await to_sea_wall(pilot)
        await see(pilot, "✕ exempt: kept out of exports")
        await pilot.press("tab")
        await see(pilot, "+  Sea Wall")
        joined = " ".join(shown(pilot).replace("▌", " ").split())
        for words in ("+ new since you began to read", "+ supplement, first seen 18 May 2031", "wall.pdf"):
            assert words in joined
        await pilot.press("down")
        await see(pilot, "↷ replaced by update.pdf")


async def test_the_cursor_stays_in_view_however_many_papers_an_item_has(services: FakeServices) -> None:
    paper = sea_wall(services).papers[0]
    change(services, papers=tuple(replace(paper, note=f"survey of bay {n}") for n in range(30)))
    async with opened(services, (80, 24)) as pilot:
        await to_sea_wall(pilot)
        await pilot.press("tab", *["down"] * 29)
        await see(pilot, "survey of bay 29")
        await pilot.press("home")
        await see(pilot, "survey of bay 0")


async def test_the_cursor_comes_into_sight_with_the_focus(services: FakeServices) -> None:
    change(services, recommendations=tuple(f"That wall {n} be walked." for n in range(9)))
    async with opened(services, (80, 24)) as pilot:
        await to_sea_wall(pilot)
        await see(pilot, "That wall 1 be walked")
        await pilot.press("tab")
        await see(pilot, "▌Sea Wall Inspections")


async def test_what_an_item_links_to_is_shown_first_and_fetched_on_a_word_only(
    services: FakeServices,
) -> None:
    change(services, papers=(), links=(LINK,))
    async with opened(services, (80, 24)) as pilot:
        await to_sea_wall(pilot)
        await see(pilot, "Linked, not in the library")
        await see(pilot, "its papers are only linked to")
        await enter_links(pilot)
        await see(pilot, LINK.url)
        await see(pilot, "Download it from merrin.example")
        await see(pilot, "at most 256 MB")
        await pilot.press("escape")
        assert services.attaching.calls == []
        await pilot.press("enter")
        await see(pilot, LINK.url)
        asked_before = len(services.meetings.calls)
        await pilot.press("down", "enter")
        await see(pilot, "fetched.pdf was taken in.")
        assert services.attaching.calls == [("fetch", (1, LINK.url))]
        await wait_for(
            pilot, lambda: len(services.meetings.calls) > asked_before, "the meeting is read again"
        )


async def test_a_linked_paper_the_council_keeps_back_is_not_offered_for_download(
    services: FakeServices,
) -> None:
    change(services, papers=(), links=(replace(LINK, restricted=True),))
    async with opened(services, (80, 24)) as pilot:
        await to_sea_wall(pilot)
        await see(pilot, "✕ not public")
        await enter_links(pilot)
        await see(pilot, "The council says it is not public")
        assert "Download" not in shown(pilot)


async def test_an_address_that_is_none_of_the_web_can_only_be_answered_with_a_file(
    services: FakeServices,
) -> None:
    change(services, papers=(), links=(replace(LINK, url="file:///etc/passwd"),))
    async with opened(services, (80, 24)) as pilot:
        await to_sea_wall(pilot)
        await enter_links(pilot)
        await see(pilot, "no address of the web")
        assert "Download" not in shown(pilot) and "browser" not in shown(pilot)


@pytest.mark.parametrize("linked", [True, False])
async def test_a_file_one_has_is_put_to_the_link_or_the_item(
    services: FakeServices, tmp_path: Path, linked: bool
) -> None:
    mine = tmp_path / "wall.pdf"
    mine.write_bytes(b"%PDF")
    change(services, papers=(), links=(LINK,))
    async with opened(services, (80, 24)) as pilot:
        await to_sea_wall(pilot)
        if linked:
            await enter_links(pilot)
            await see(pilot, "Attach a file you have")
            await pilot.press("enter")
        else:
            await pilot.press("f")
        await see(pilot, "Your copy of")
        field = pilot.app.screen.query_one(PathField)
        field.value = str(tmp_path / "nothing.pdf")
        await pilot.press("enter")
        await see(pilot, "There is no file")
        field.value = str(tmp_path / "wa")
        field.cursor_position = len(field.value)
        await pilot.press("tab")
        await wait_for(pilot, lambda: field.value == str(mine), "the path was completed")
        await pilot.press("enter")
        await see(pilot, "wall.pdf was taken in.")
        assert services.attaching.calls == [("attach", (1, LINK.url if linked else "5", mine))]


async def test_what_went_wrong_is_said(services: FakeServices) -> None:
    services.attaching.wrong = "merrin.example did not answer in time; try again later."
    change(services, papers=(), links=(LINK,))
    async with opened(services, (80, 24)) as pilot:
        await to_sea_wall(pilot)
        await enter_links(pilot)
        await see(pilot, "Download it")
        await pilot.press("down", "enter")
        await see(pilot, "did not answer")


async def test_doubts_are_counted_listed_and_lead_to_their_page(services: FakeServices) -> None:
    detail = services.meetings.detail
    doubt = Warning("page-contradicts-stamp", "item 9 is printed at page 74 but stamped 91", 7)
    services.meetings.detail = replace(detail, to_check=((detail.documents[0], doubt),))
    async with opened(services, (80, 24)) as pilot:
        await to_sea_wall(pilot)
        await see(pilot, "! 1 to check (x)")
        await pilot.press("x")
        await see(pilot, "page 7 of the file")
        await see(pilot, "! item 9 is printed at page 74")
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen), "the reader is open")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        await wait_for(pilot, lambda: screen.view.settled and screen.view.spot.page == 7, "at its page")


async def test_papers_of_no_item_stand_under_each_and_open(services: FakeServices) -> None:
    detail = services.meetings.detail
    services.meetings.detail = replace(detail, loose=(replace(detail.documents[0], source="decisions.pdf"),))
    async with opened(services) as pilot:
        await to_sea_wall(pilot)
        await see(pilot, "Of the meeting, to no item")
        await see(pilot, "decisions.pdf")
        pane = pilot.app.screen.query_one("#item", RowList)
        pane.focus()
        pane.highlighted = len(pane.options) - 1
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen), "the reader is open")


async def test_without_doubts_that_is_said(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await to_sea_wall(pilot)
        await pilot.press("x")
        await see(pilot, "The app is sure of all it read")
        assert "enter chooses" not in shown(pilot)


async def test_keys_pressed_before_the_agenda_is_there_still_turn(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("enter", "n", "n")
        await see(pilot, "3  Ferry Timetable")


async def test_hostile_words_about_papers_are_only_shown(services: FakeServices) -> None:
    detail = services.meetings.detail
    paper = sea_wall(services).papers[0]
    papers = tuple(replace(paper, title=one, note=one, also_in=(one,)) for one in HOSTILE)
    links = tuple(
        replace(LINK, title=one, url=f"https://merrin.example/{n}") for n, one in enumerate(HOSTILE)
    )
    change(services, papers=papers, links=links)
    doubts = tuple((replace(detail.documents[0], source=one), Warning("x", one, 1)) for one in HOSTILE)
    services.meetings.detail = replace(services.meetings.detail, to_check=doubts)
    async with opened(services, (120, 120)) as pilot:
        await to_sea_wall(pilot)
        await see(pilot, "= also by itself: [/]")
        await pilot.press("x")
        await see(pilot, "[@click=app.quit]x")
        await pilot.press("escape", "tab", "tab", "enter")
        await see(pilot, "A paper that is linked to")


async def test_a_meeting_without_an_agenda_says_so_and_its_papers_open(services: FakeServices) -> None:
    services.meetings.detail = replace(services.meetings.detail, items=())
    async with opened(services, (80, 24)) as pilot:
        pilot.app.screen.post_message(messages.OpenMeeting(1))
        await see(pilot, "No agenda was found in these papers")
        await see(pilot, "pack.pdf")
        await pilot.press("n")
        await see(pilot, "no agenda to turn")
        await pilot.press("o")
        await see(pilot, "The original is no longer at")
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen), "the reader is open")
