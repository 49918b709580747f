"""Bring the README's key tables and the screenshots in `docs/` up to date with the app.

Run by hand from the top folder: `.venv/bin/python docs/make_readme.py`. The screenshots are taken by the
app itself, over the demo library, with the demo's clock.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny_tui import keys
from scrutiny_tui.key_tables import GROUNDS

if TYPE_CHECKING:
    from scrutiny_tui.keys import Key

ROOT = Path(__file__).resolve().parent.parent
_PLACE = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- /keys -->)", re.DOTALL)


def key_tables() -> str:
    """Every key of every screen, as Markdown; those of many screens once."""
    tables = [("Everywhere", (*keys.EVERYWHERE, keys.BACK)), ("In a list", keys.LIST)]
    for ground in GROUNDS:
        own = (key for table in ground.tables if table is not keys.LIST for key in table)
        tables.append((ground.title, tuple(key for key in own if key is not keys.BACK)))
    return "\n\n".join(_table(title, table) for title, table in tables)


def _table(title: str, table: Iterable[Key]) -> str:
    rows = (f"| {_keys(key)} | {key.help} |" for key in table)
    return "\n".join([f"**{title}**", "", "| key | does |", "|---|---|", *rows])


def with_keys(readme: str) -> str:
    """The README with its key tables as the app has them now."""
    return _PLACE.sub(lambda _: f"\n{key_tables()}\n", readme)


def _keys(key: Key) -> str:
    return " ".join(f"`{shown}`" for shown in key.shown.split("  "))


async def take_screenshots() -> None:
    """Import the demo into a home that passes, and show the meeting whose questions close today."""
    from scrutiny_tui.app import ScrutinyApp
    from scrutiny_tui.demo import PACKS, TODAY
    from scrutiny_tui.paths import Home
    from scrutiny_tui.services.clock import Clock
    from scrutiny_tui.wiring import open_services

    with tempfile.TemporaryDirectory() as folder:
        services = open_services(Home(Path(folder)), Clock(TODAY))
        async for _ in services.importer.import_paths([PACKS]):
            pass
        app = ScrutinyApp(services)
        async with app.run_test(size=(120, 38)) as pilot:
            await pilot.pause(1)
            app.save_screenshot("meetings.svg", str(ROOT / "docs"))
            await pilot.press("enter")
            await pilot.pause(1)
            for _ in range(4):
                await pilot.press("n")
            await pilot.pause(2)
            app.save_screenshot("meeting.svg", str(ROOT / "docs"))
        services.close()


def main() -> None:
    """Write both."""
    readme = ROOT / "README.md"
    readme.write_text(with_keys(readme.read_text(encoding="utf-8")), encoding="utf-8")
    asyncio.run(take_screenshots())


if __name__ == "__main__":
    main()
