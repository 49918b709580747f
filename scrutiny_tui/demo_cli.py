"""`scrutiny demo`: the app on invented packs."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.options import Options, common, say, take_in
from scrutiny_tui.services.clock import Clock

if TYPE_CHECKING:
    from datetime import datetime

    from scrutiny_tui.paths import Home


@click.command()
@click.option("--no-app", is_flag=True, help="Only import, and say where.")
@common
@click.pass_obj
def demo(options: Options, no_app: bool) -> None:
    """Try the app on invented packs, in a home of their own, on a day that suits them."""
    open_demo(options.find_home().demo, options.today, no_app=no_app)


def open_demo(home: Home, today: datetime | None, *, no_app: bool = False, touring: bool = False) -> None:
    """Import the demo's packs into its home and open the app there, with its tour or without."""
    from scrutiny_tui.demo import PACKS, TODAY
    from scrutiny_tui.opening import open_app
    from scrutiny_tui.wiring import open_services

    clock = Clock(today or TODAY)
    services = open_services(home, clock)
    try:
        asyncio.run(take_in(services, (Path(PACKS),)))
    finally:
        services.close()
    say(f"The demo is in {home.path}, its clock at {clock.now():%Y-%m-%dT%H:%M}.")
    say("Your own library opens with: scrutiny")
    if not no_app:
        open_app(home, clock, touring=touring)
