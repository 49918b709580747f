from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from scrutiny_tui.messages import OpenPicture, OpenReader
from scrutiny_tui.screens.picture import Window
from scrutiny_tui.screens.reader import ReaderScreen
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import HOSTILE, FakeServices, document


@asynccontextmanager
async def picture_open(
    services: FakeServices, page: int = 3, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    async with opened(services, size) as pilot:
        await see(pilot, "Coming up")
        pilot.app.screen.post_message(OpenPicture(document(), page))
        await see(pilot, f"page {page} of")
        await wait_for(pilot, lambda: "\u2580" in shown(pilot), "a picture is shown")
        yield pilot


async def last(pilot: Pilot[None], services: FakeServices, page: int, part: tuple[float, ...]) -> None:
    await wait_for(pilot, lambda: services.pictures.calls[-1] == (page, part), f"{page}, {part} drawn last")


async def test_a_page_fills_the_width_from_its_top(services: FakeServices) -> None:
    async with picture_open(services):
        page, (left, top, right, bottom) = services.pictures.calls[-1]
        assert (page, left, top, right) == (3, 0.0, 0.0, 1.0)
        assert 0.2 < bottom < 0.9


async def test_keys_move_over_the_page_and_on_to_the_next(services: FakeServices) -> None:
    async with picture_open(services) as pilot:
        await pilot.press("down")
        await wait_for(pilot, lambda: services.pictures.calls[-1][1][1] > 0, "moved down")
        for _ in range(9):
            await pilot.press("down")
        await wait_for(pilot, lambda: services.pictures.calls[-1][0] > 3, "on to the next page")
        await pilot.press("0", "p")
        await wait_for(pilot, lambda: services.pictures.calls[-1][0] <= 3, "and back")
        await pilot.press("plus", "right")
        await wait_for(pilot, lambda: services.pictures.calls[-1][1][0] > 0, "to the right, nearer")
        await see(pilot, "150 %")


async def test_the_pages_end_where_the_file_does(services: FakeServices) -> None:
    async with picture_open(services, page=1) as pilot:
        await pilot.press("p", "p", "up")
        await pilot.pause()
        assert {page for page, _ in services.pictures.calls} == {1}


async def test_leaving_goes_back_to_where_one_was_and_ends_the_drawing(services: FakeServices) -> None:
    async with picture_open(services) as pilot:
        await pilot.press("escape")
        await see(pilot, "Coming up")
        await wait_for(pilot, lambda: services.pictures.closed, "the drawing process is let go")


async def test_a_page_that_cannot_be_drawn_is_one_sentence(services: FakeServices) -> None:
    services.pictures.wrong = f"Page 3 cannot be drawn {HOSTILE[0]}."
    async with opened(services, (80, 24)) as pilot:
        await see(pilot, "Coming up")
        pilot.app.screen.post_message(OpenPicture(document(), 3))
        await see(pilot, "Page 3 cannot be drawn [Exempt Appendix].")


async def test_v_in_the_reader_shows_the_page_in_hand(services: FakeServices) -> None:
    async with opened(services, (80, 24)) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("enter")
        await see(pilot, "Ferry Timetable")
        await pilot.press("enter")
        await see(pilot, "find")
        await pilot.press("v")
        await wait_for(pilot, lambda: bool(services.pictures.calls), "a page was drawn")


@pytest.mark.parametrize("room", [0.3, 0.7, 1.0, 2.5])
@pytest.mark.parametrize("zoom", [0.25, 1.0, 3.0, 8.0])
def test_the_part_in_view_has_the_rooms_shape_and_lies_on_the_page(room: float, zoom: float) -> None:
    shape = 0.7
    window = Window().fitted(room, shape).zoomed(zoom).fitted(room, shape).moved(5, 5)
    left, top, right, bottom = window.part
    assert 0 <= left < right <= 1 + 1e-9 and 0 <= top < bottom <= 1 + 1e-9
    if window.wide < 1 and window.high < 1:
        assert window.wide / window.high * shape == pytest.approx(room)


async def test_reading_goes_on_at_the_page_looked_at_last(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        pilot.app.screen.post_message(OpenReader(1, 5))
        reader = await reader_open(pilot)
        await pilot.press("v")
        await wait_for(pilot, lambda: bool(services.pictures.calls), "the page is drawn")
        await pilot.press("n", "n", "escape")
        await wait_for(pilot, lambda: pilot.app.screen is reader, "back in the text")
        await wait_for(pilot, lambda: reader.view.spot.page == 7, "two pages on")


async def reader_open(pilot: Pilot[None]) -> ReaderScreen:
    """The reader, once its paper is there."""

    def there() -> bool:
        return isinstance(pilot.app.screen, ReaderScreen) and pilot.app.screen.opened is not None

    await wait_for(pilot, there, "the reader is open")
    assert isinstance(pilot.app.screen, ReaderScreen)
    return pilot.app.screen


async def test_without_half_blocks_a_page_is_drawn_in_letters_and_arrows_are_spelt(
    services: FakeServices,
) -> None:
    services.change_settings({"glyphs": "ascii"})
    async with opened(services, (80, 24)) as pilot:
        await see(pilot, "Coming up")
        pilot.app.screen.post_message(OpenPicture(document(), 3))
        await see(pilot, "page 3 of")
        await wait_for(pilot, lambda: "@@@@" in shown(pilot), "what is black is dark")
        text = shown(pilot)
        assert text.isascii() and "====" not in text
        assert "down down" in text and "v down" not in text
