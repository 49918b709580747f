"""Back and forward like a browser: through places, screens, agenda items and spots in a paper."""

from __future__ import annotations

from textual.pilot import Pilot

from scrutiny_tui.app import ScrutinyApp
from scrutiny_tui.history import History, Whereabouts
from scrutiny_tui.messages import OpenMeeting, OpenReader
from scrutiny_tui.screens.meeting import MeetingScreen
from scrutiny_tui.screens.reader import ReaderScreen
from tests.tui.driving import opened, see, wait_for
from tests.tui.fakes import FakeServices


def test_a_step_back_can_be_taken_forward_again_until_one_goes_elsewhere() -> None:
    history = History()
    first, second, third = Whereabouts("meetings"), Whereabouts("search"), Whereabouts("topics")
    history.leave(first)
    history.leave(second)
    assert history.step(-1, third) is second
    assert history.step(-1, second) is first
    assert history.step(-1, first) is None
    assert history.step(1, first) is second
    history.leave(second)
    assert history.step(1, second) is None


def test_the_same_spot_is_kept_once_and_a_step_never_leads_to_where_one_is() -> None:
    history = History()
    asked = (OpenMeeting(1),)
    history.leave(Whereabouts("meetings", asked, "Fees"))
    history.leave(Whereabouts("meetings", asked, "Fees"))
    assert history.step(-1, Whereabouts("meetings", asked, "Fees")) is None
    other = (OpenMeeting(1),)
    history.leave(Whereabouts("meetings", asked, "Fees"))
    assert history.step(-1, Whereabouts("meetings", other, "Fees")) is not None


def spot(pilot: Pilot[None]) -> object:
    """Where one is in the screen on top."""
    return getattr(pilot.app.screen, "spot", None)


def page(pilot: Pilot[None]) -> int:
    """The page one reads, once it is there; 0 elsewhere."""
    screen = pilot.app.screen
    return screen.view.spot.page if isinstance(screen, ReaderScreen) and screen.view.settled else 0


async def test_back_and_forward_go_through_places_items_and_spots_of_a_paper(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        app = pilot.app
        assert isinstance(app, ScrutinyApp)
        app.screen.post_message(OpenMeeting(1))
        await wait_for(pilot, lambda: isinstance(app.screen, MeetingScreen) and bool(spot(pilot)), "agenda")
        first = spot(pilot)
        await pilot.press("n")
        await wait_for(pilot, lambda: spot(pilot) != first, "the next item")
        second = spot(pilot)
        app.screen.post_message(OpenReader(1))
        await wait_for(pilot, lambda: page(pilot) > 0, "paper")
        await pilot.press("g", "#", "2", "enter")
        await wait_for(pilot, lambda: page(pilot) == 2, "the second page")
        await pilot.press("4")
        await wait_for(pilot, lambda: app.current_mode == "deadlines", "another place")

        await pilot.press("alt+left")
        await wait_for(pilot, lambda: app.current_mode == "meetings", "the paper again")
        assert page(pilot) == 2
        await pilot.press("alt+left")
        await wait_for(pilot, lambda: page(pilot) == 1, "where one came from")
        await pilot.press("alt+left")
        await wait_for(pilot, lambda: spot(pilot) == second, "the item")
        await pilot.press("alt+left")
        await wait_for(pilot, lambda: spot(pilot) == first, "the item before")
        await pilot.press("alt+right")
        await wait_for(pilot, lambda: spot(pilot) == second, "forward again")
        await pilot.press("alt+right", "alt+right")
        await wait_for(
            pilot,
            lambda: (
                isinstance(app.screen, ReaderScreen)
                and app.screen.view.settled
                and app.screen.view.spot.page == 2
            ),
            "the paper opened anew, at its second page",
        )
        await pilot.press("alt+right", "alt+right")
        await wait_for(pilot, lambda: app.current_mode == "deadlines", "the place again")
