"""Every screen in three sizes and three themes: what it shows is kept, and every text stands out at 4.5 to 1.

One app walks through all of them, and is resized and dressed anew in place. After a change that is meant,
look at the differences and run with `--snapshot-update` (with `-m ""` for all three sizes).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.color import ColorType
from rich.segment import Segment
from textual.pilot import Pilot

from scrutiny_tui.theme import THEMES
from tests.tui.driving import opened, shown
from tests.tui.fakes import FakeServices
from tests.tui.test_theme import LEAST, contrast
from tests.tui.walking import STOPS, Stop, furnish, settle, walk

KEPT = Path(__file__).parent / "__snapshots__" / "every_look"
BAKED = {"palette"}
"""What keeps the colours it was opened with: it is opened anew in each theme, on every run."""
DRAWN = re.compile(r"[\s\u2500-\u259f\u2800-\u28ff]+")
"""Lines, bars and blocks are no text; what they say is said in words beside them."""


def inks(pilot: Pilot[None]) -> dict[tuple[str, str], str]:
    """Every pair of text colour and ground on the screen, with words that have it."""
    found: dict[tuple[str, str], str] = {}
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            words = DRAWN.sub(" ", segment.text).strip()
            if words and segment.style:
                found.setdefault(pair(segment), words[:40])
    return found


def pair(segment: Segment) -> tuple[str, str]:
    """The text colour and the ground of a segment."""
    style = segment.style
    assert style is not None
    ink, ground = hexed(style.color), hexed(style.bgcolor)
    return (ground, ink) if style.reverse else (ink, ground)


def hexed(colour: RichColor | None) -> str:
    """A colour as `#rrggbb`; every text of the app has both of its own."""
    assert colour is not None and colour.type is ColorType.TRUECOLOR and colour.triplet is not None
    return colour.triplet.hex


def faint(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str, float]]:
    """Pairs that do not stand out."""
    seen = ((ink, ground, round(contrast(ink, ground), 2)) for ink, ground in pairs)
    return [one for one in seen if one[2] < LEAST]


async def dress(pilot: Pilot[None], theme: str, baked: Stop | None, services: FakeServices) -> None:
    """Change the theme in place; what keeps its colours is closed before and opened again after."""
    if baked is not None:
        await pilot.press("escape")
    pilot.app.theme = theme
    await pilot.pause()
    if baked is not None:
        await baked(pilot, services)
        await settle(pilot)


async def look_at_all(
    services: FakeServices, size: tuple[int, int], updating: bool, themes: int = len(THEMES)
) -> None:
    """Walk through all screens in one size, each in so many themes (a third of them first in each)."""
    furnish(services)
    wrong: list[str] = []
    async with opened(services, size) as pilot:
        at = 0
        async for name, words in walk(pilot, services):
            kept = KEPT / f"{size[0]}x{size[1]}" / f"{name}.txt"
            kept.parent.mkdir(parents=True, exist_ok=True)
            before = kept.read_text(encoding="utf-8") if kept.exists() else ""
            told = [re.sub(r"/tmp/\S*", "/tmp/…", words)]
            for turn in range(len(THEMES) if name in BAKED else themes):
                theme = THEMES[(at * len(THEMES) // len(STOPS) + turn) % len(THEMES)]
                if pilot.app.theme != theme.name:
                    await dress(pilot, theme.name, None if name not in BAKED else STOPS[name], services)
                if shown(pilot) != words:
                    wrong.append(f"{name} says something else in {theme.name}")
                found = inks(pilot)
                wrong += [f"{name}, {theme.name}: {one} {found[one[:2]]!r}" for one in faint(found)]
                told.append(
                    f"{theme.name}: {', '.join(sorted(f'{ink} on {ground}' for ink, ground in found))}"
                )
            at += 1
            coming = THEMES[at * len(THEMES) // len(STOPS) % len(THEMES)].name
            if pilot.app.theme != coming:
                pilot.app.theme = coming
            if updating:
                kept.write_text("\n".join([told[0], *sorted(told[1:])]) + "\n", encoding="utf-8")
            wrong += [f"{name} looks different:\n{one}" for one in told if not updating and one not in before]
    assert not wrong, "\n".join(wrong)


async def test_every_screen_looks_as_it_did(services: FakeServices, pytestconfig: pytest.Config) -> None:
    updating = bool(pytestconfig.getoption("update_snapshots"))
    await look_at_all(services, (120, 40), updating, themes=3 if updating else 1)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_screen_in_every_size_and_theme(
    services: FakeServices, size: tuple[int, int], pytestconfig: pytest.Config
) -> None:
    await look_at_all(services, size, bool(pytestconfig.getoption("update_snapshots")))
