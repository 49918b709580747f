"""Plain letters for terminals without glyphs: as wide as before, and different marks stay different."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from scrutiny_tui.glyphs import ASCII, ascii_only, wants_ascii
from scrutiny_tui.screens.base import PlaceScreen
from tests.tui.driving import opened, shown
from tests.tui.fakes import FakeServices
from tests.tui.walking import furnish, walk

SOURCE = Path(__file__).parents[2] / "scrutiny_tui"


def test_every_mark_the_screens_draw_has_a_letter() -> None:
    drawn = {
        char
        for path in (*SOURCE.glob("widgets/*.py"), *SOURCE.glob("screens/*.py"), SOURCE / "keys.py")
        for char in path.read_text(encoding="utf-8")
        if not char.isascii() and cell_len(char) == 1 and not char.isalpha()
    }
    missing = {char for char in drawn if ascii_only(char) == "?"}
    assert not missing
    assert all(cell_len(char) == 1 and value.isascii() and len(value) == 1 for char, value in ASCII.items())


@given(st.text(max_size=40))
@settings(max_examples=50)
def test_a_text_stays_as_wide_as_it_was(text: str) -> None:
    plain = ascii_only(text)
    assert plain.isascii()
    assert len(plain) == sum(1 if char.isascii() else cell_len(char) for char in text)


@pytest.mark.parametrize(
    ("setting", "environment", "ascii"),
    [
        ("auto", {"LANG": "en_GB.UTF-8", "TERM": "xterm-256color"}, False),
        ("auto", {"LANG": "en_GB.utf8"}, False),
        ("auto", {}, False),
        ("auto", {"LANG": "en_GB.ISO-8859-1"}, True),
        ("auto", {"LANG": "en_GB.UTF-8", "LC_ALL": "C"}, True),
        ("auto", {"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ("auto", {"LANG": "C.UTF-8"}, False),
        ("auto", {"LC_CTYPE": "UTF-8"}, False),
        ("auto", {"LANG": "en_GB.UTF-8", "TERM": "linux"}, True),
        ("auto", {"TERM": "dumb"}, True),
        ("ascii", {"LANG": "en_GB.UTF-8"}, True),
        ("unicode", {"TERM": "dumb"}, False),
    ],
)
def test_when_plain_letters_are_wanted(setting: str, environment: dict[str, str], ascii: bool) -> None:
    assert wants_ascii(setting, environment) == ascii  # type: ignore[arg-type]


@pytest.mark.slow
async def test_every_screen_in_plain_letters_and_without_colour(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(services)
    services.change_settings({"glyphs": "ascii"})
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(services, (80, 24)) as pilot:
        async for name, words in walk(pilot, services):
            assert words.isascii(), name
            screen = pilot.app.screen
            if isinstance(screen, PlaceScreen):
                marks = [ascii_only(mark) for mark, _ in screen.MARKS]
                assert len(marks) == len(set(marks)), f"{name}: two marks with one letter: {marks}"
            hues = {
                max(colour.triplet) - min(colour.triplet)
                for strip in screen._compositor.render_strips()
                for segment in strip
                if segment.style
                for colour in (segment.style.color, segment.style.bgcolor)
                if colour is not None and colour.triplet is not None
            }
            assert hues <= {0}, name
        assert shown(pilot)
