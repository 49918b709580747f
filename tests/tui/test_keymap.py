"""Every key table, and a person's own keys over them: what is wrong is told in a sentence."""

from __future__ import annotations

from types import ModuleType

import pytest

from scrutiny_tui import following_keys, keys, meeting_keys, question_keys, reading_keys
from scrutiny_tui.key_tables import GROUNDS, is_eaten
from scrutiny_tui.keymap import read_keymap
from scrutiny_tui.keys import Key
from tests.tui.driving import opened, see, wait_for
from tests.tui.fakes import FakeServices

MODULES = (keys, meeting_keys, reading_keys, question_keys, following_keys)
EVERY = {key.id: key for ground in GROUNDS for key in ground.keys}
SOFT = {"alt+left", "alt+right", "f1", "shift+f5", "ctrl+t", "ctrl+n"}
"""Kept by a few terminals or browsers only; the palette has what they do."""


def tables(module: ModuleType) -> list[tuple[Key, ...]]:
    """The tables of a module."""
    found = (value for value in vars(module).values() if isinstance(value, tuple) and value)
    return [value for value in found if isinstance(value[0], Key)]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_table_has_a_ground(module: ModuleType) -> None:
    known = [table for ground in GROUNDS for table in (*ground.tables, keys.EVERYWHERE)]
    assert all(table in known for table in tables(module))


@pytest.mark.parametrize("ground", GROUNDS, ids=lambda ground: ground.title)
def test_nothing_is_bound_that_terminals_eat_and_nothing_twice(ground: object) -> None:
    for table in ground.tables:  # type: ignore[attr-defined]
        names = [name for key in table for name in key.keys.split(",")]
        assert not [name for name in names if is_eaten(name)]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("ground", GROUNDS, ids=lambda ground: ground.title)
def test_arrows_and_letters_move_in_every_list_and_in_the_reader(ground: object) -> None:
    for table in ground.tables:  # type: ignore[attr-defined]
        bound = {name for key in table for name in key.keys.split(",")}
        if {"up", "down"} <= bound:
            assert {"j", "k"} <= bound
        if {"home", "end"} <= bound and table is keys.LIST:
            assert {"g", "G"} <= bound


def test_every_action_is_in_the_palette_but_moving_and_fields() -> None:
    left_out = {key.id for key in EVERY.values() if not key.in_palette}
    moving = {key.id for key in (*keys.LIST, *reading_keys.PAGES, *reading_keys.SEARCH_FIELD)}
    others = {
        "app.commands", "meeting.part", "meeting.part_back", "meeting.down", "meeting.up",
        "importing.start", "evidence.open", "dialog.complete",
    }  # fmt: skip
    assert left_out <= moving | others


@pytest.mark.parametrize(
    ("wanted", "own", "said"),
    [
        ({"meetings.ask": "z"}, {"meetings.ask": "z"}, ()),
        ({"meetings.ask": "z, f5"}, {"meetings.ask": "z,f5"}, ()),
        ({"meetings.ask": ""}, {"meetings.ask": ""}, ()),
        ({"meetings.aks": "z"}, {}, ("'meetings.aks'", "Do you mean meetings.ask?")),
        ({"qwerty": "z"}, {}, ("'qwerty'", "Press i in the help")),
        ({"meetings.ask": "hyperdrive"}, {}, ("'hyperdrive'",)),
        ({"meetings.ask": "ctrl+s"}, {"meetings.ask": "ctrl+s"}, ("stops the output",)),
        ({"meeting.ask": "n"}, {"meeting.ask": "n", "meeting.next": "],space"}, ("n is now meeting.ask",)),
        ({"meetings.why": "i"}, {"meetings.why": "i", "meetings.import": ""}, ("only the palette",)),
        ({"meetings.why": "1"}, {"meetings.why": "1", "app.meetings": ""}, ("app.meetings",)),
        (
            {"meetings.why": "z", "meetings.ask": "z"},
            {"meetings.why": "z", "meetings.ask": ""},
            ("give it to both",),
        ),
    ],
)
def test_own_keys(wanted: dict[str, str], own: dict[str, str], said: tuple[str, ...]) -> None:
    keymap = read_keymap(wanted)
    assert keymap.own == own
    assert len(keymap.troubles) == bool(said)
    for words in said:
        assert words in keymap.troubles[0]


def test_styles() -> None:
    arrows = read_keymap({}, "arrows")
    assert arrows.own["list.down"] == "down" and arrows.own["pages.last"] == "end"
    vim = read_keymap({}, "vim")
    assert vim.own["list.page_down"].endswith("ctrl+d") and vim.own["app.commands"] == "ctrl+p,:"
    assert not (arrows.troubles or vim.troubles)


async def test_own_keys_work_and_the_foot_says_them(services: FakeServices) -> None:
    own = {"meetings.import": "z", "app.search_from_here": "f7,s", "meetings.nothing": "x"}
    services.change_settings({"keys": own})  # type: ignore[dict-item]
    async with opened(services) as pilot:
        await see(pilot, "z import")
        await see(pilot, "s search")
        await see(pilot, "'meetings.nothing'")
        await pilot.press("i", "slash")
        assert pilot.app.current_mode == "meetings" and len(pilot.app.screen_stack) == 1
        await pilot.press("s")
        await wait_for(pilot, lambda: pilot.app.current_mode == "search", "the letter works")
        await pilot.press("escape", "f7")
        await wait_for(pilot, lambda: pilot.app.current_mode == "search", "the function key works")
        await pilot.press("escape", "z")
        await see(pilot, "Report packs as PDF, Word or text")
