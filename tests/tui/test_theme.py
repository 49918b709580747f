from __future__ import annotations

from itertools import product

import pytest
from rich._palettes import EIGHT_BIT_PALETTE
from rich.color import Color as TerminalColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from scrutiny_tui.opening import has_256
from scrutiny_tui.theme import DEFAULT, THEMES, for_colours, theme_name
from tests.tui.driving import opened, see
from tests.tui.fakes import FakeServices

INKS = ("foreground", "primary", "secondary", "accent", "success", "warning", "error", "text-muted")
GROUNDS = ("background", "surface", "panel", "block-cursor-background", "block-cursor-blurred-background")
LEAST = 4.5


@pytest.mark.parametrize(
    ("said", "has"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "foot"}, True),
        ({"TERM": "screen.xterm"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "xterm-16color"}, False),
        ({"TERM": "vt220"}, False),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, False),
    ],
)
def test_a_terminal_by_its_bare_name_is_taken_to_have_256_colours(said: dict[str, str], has: bool) -> None:
    assert has_256(said) is has


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2: relative luminance of the lighter over the darker."""

    def luminance(text: str) -> float:
        parts = [part / 255 for part in Color.parse(text).rgb]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), list(product(INKS, GROUNDS)))
def test_every_text_stands_out_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    colours = theme.to_color_system().generate()
    assert contrast(colours[ink], colours[ground]) >= LEAST


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_stands_out_in_256_colours_too(theme: Theme) -> None:
    """As over SSH and in tmux, where the nearest of 256 colours is drawn for each."""
    colours = for_colours(theme, "256").to_color_system().generate()

    def drawn(name: str) -> str:
        near = TerminalColor.parse(Color.parse(colours[name]).hex6).downgrade(ColorSystem.EIGHT_BIT)
        return EIGHT_BIT_PALETTE[near.number or 0].hex

    low = {
        (ink, ground) for ink, ground in product(INKS, GROUNDS) if contrast(drawn(ink), drawn(ground)) < LEAST
    }
    assert not low
    assert for_colours(theme, "truecolor") is theme


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_cursor_and_the_foot_stand_out(theme: Theme) -> None:
    colours = theme.to_color_system().generate()
    pairs = (
        ("block-cursor-foreground", "block-cursor-background"),
        ("footer-key-foreground", "background"),
        ("input-selection-foreground", "input-selection-background"),
        ("link-color", "background"),
    )
    for ink, ground in pairs:
        assert contrast(colours[ink], colours[ground]) >= LEAST, (ink, ground)


@pytest.mark.parametrize(
    ("setting", "name"),
    [
        ("dark", "scrutiny-dark"),
        ("scrutiny-contrast", "scrutiny-contrast"),
        ("mauve", DEFAULT),
        ("", DEFAULT),
    ],
)
def test_a_setting_names_a_theme(setting: str, name: str) -> None:
    assert theme_name(setting) == name


async def test_the_app_opens_in_the_theme_of_the_settings(services: FakeServices) -> None:
    services.change_settings({"theme": "scrutiny-contrast"})
    async with opened(services) as pilot:
        assert pilot.app.theme == "scrutiny-contrast"


async def test_no_color_takes_every_hue_away(services: FakeServices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(services) as pilot:
        await see(pilot, "● closes today 23:59")
        strips = pilot.app.screen._compositor.render_strips()
        filters = pilot.app.get_line_filters()
        ground = Color.parse("#ffffff")
        hues = set()
        for strip in strips:
            for segment in strip.apply_filter(filters[0], ground) if filters else strip:
                for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                    if colour is not None and colour.triplet is not None:
                        red, green, blue = colour.triplet
                        hues.add(max(red, green, blue) - min(red, green, blue))
        assert hues <= {0}
