"""Every key in the tables does something: press it on its screen and see that something changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from scrutiny_tui import keys, meeting_keys
from scrutiny_tui.keys import Key
from scrutiny_tui.messages import OpenMeeting
from scrutiny_tui.widgets.path_field import PathField
from scrutiny_tui.widgets.row_list import RowList
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import FakeServices, hit

Way = Callable[[Pilot[None]], object]


async def to_meetings(pilot: Pilot[None]) -> None:
    await see(pilot, "Coming up")
    await pilot.press("down")


async def to_meeting(pilot: Pilot[None]) -> None:
    await see(pilot, "Coming up")
    pilot.app.screen.post_message(OpenMeeting(1, "Sea Wall Inspections"))
    await see(pilot, "Rowan Pike")


async def to_earlier(pilot: Pilot[None]) -> None:
    await to_meeting(pilot)
    await pilot.press("e")
    await see(pilot, "passages from before this meeting")


async def to_deadlines(pilot: Pilot[None]) -> None:
    await to_meetings(pilot)
    await pilot.press("d")
    await see(pilot, "1 deadline of")


async def to_importing(pilot: Pilot[None]) -> None:
    await see(pilot, "Coming up")
    await pilot.press("i")
    await wait_for(pilot, lambda: isinstance(pilot.app.focused, Input), "the field has the focus")
    pilot.app.screen.query_one(PathField).value = str(Path(__file__).parent)[:-2]


async def to_help(pilot: Pilot[None]) -> None:
    await see(pilot, "Coming up")
    await pilot.press("question_mark")
    await see(pilot, "Keys: Meetings")


SCREENS: tuple[tuple[tuple[Key, ...], Way], ...] = (
    (keys.EVERYWHERE, to_deadlines),
    (meeting_keys.MEETINGS, to_meetings),
    (keys.LIST, to_meetings),
    (meeting_keys.MEETING, to_meeting),
    (meeting_keys.EARLIER, to_earlier),
    (keys.DEADLINES, to_deadlines),
    (meeting_keys.IMPORTING, to_importing),
    (keys.HELP, to_help),
)
FIRST = {"meeting.up": ("pagedown",), "app.deadlines": ("m",)}
"""Keys pressed before, where one could not move otherwise."""


def state(pilot: Pilot[None], services: FakeServices) -> tuple[object, ...]:
    """All that a key may change."""
    app = pilot.app
    if not app.is_running:
        return ("left",)
    fakes = (services.meetings, services.search, services.reading, services.deadlines, services.questions)
    return (
        app.current_mode,
        tuple(map(id, app.screen_stack)),
        app.focused,
        tuple(rows.highlighted for rows in app.screen.query(OptionList)),
        tuple(len(fake.calls) for fake in fakes),
        len(services.importer.calls),
        app.theme,
        len(app._notifications),
        shown(pilot),
    )


async def start_again(pilot: Pilot[None]) -> None:
    """Back to the first row of the Meetings place, with nothing open and nothing said."""
    app = pilot.app
    for mode in ("deadlines", "search", "questions", "meetings"):
        if mode in app._screen_stacks:
            await app.switch_mode(mode)
            while len(app.screen_stack) > 1:
                await app.pop_screen()
    app.clear_notifications()
    rows = app.screen.query_one(RowList)
    rows.focus()
    rows.action_first()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "way"), SCREENS, ids=lambda one: one[0].id if isinstance(one, tuple) else ""
)
async def test_no_key_is_dead(services: FakeServices, table: tuple[Key, ...], way: Way) -> None:
    services.search.hits = tuple(hit(n, f"Passage {n} on the sea wall. " * 9) for n in range(1, 12))
    async with opened(services, (80, 24)) as pilot:
        pairs = [(key, pressed) for key in table for pressed in key.keys.split(",")]
        for key, pressed in sorted(pairs, key=lambda pair: pair[0].id == "app.quit"):
            await start_again(pilot)
            await way(pilot)  # type: ignore[misc]
            await pilot.press(*FIRST.get(key.id, ()))
            await pilot.pause()
            before = state(pilot, services)
            await pilot.press(pressed)
            await wait_for(pilot, lambda before=before: state(pilot, services) != before, f"{pressed} works")  # type: ignore[misc]


@pytest.mark.parametrize("table", [table for table, _ in SCREENS])
def test_every_binding_has_an_id_a_label_and_a_sentence(table: tuple[Key, ...]) -> None:
    made = keys.bindings(table)
    assert len(made) == len(table)
    for key in table:
        assert key.id and key.label and key.help.endswith(".")
    assert len({key.id for key in table}) == len(table)
    pressed = [name for key in table for name in key.keys.split(",")]
    assert len(pressed) == len(set(pressed))


def test_no_screen_takes_a_key_that_works_everywhere() -> None:
    everywhere = {name for key in keys.EVERYWHERE for name in key.keys.split(",")}
    for table, _ in SCREENS[1:-1]:
        assert not everywhere & {name for key in table for name in key.keys.split(",")}
