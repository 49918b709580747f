"""The command line: what scripts and people call without opening the app.

With `--json` a command prints one JSON document on standard output and nothing else; messages and
progress go to standard error. Everything heavy is imported inside the commands, so that help is instant.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui import __version__
from scrutiny_tui.late_commands import LateGroup
from scrutiny_tui.options import Options, common, say, take_in
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.errors import ServiceError

if TYPE_CHECKING:
    from datetime import datetime

    from scrutiny_tui.paths import Home

_OF_MODULES = {
    "packs_cli": {"import": "import_", "show": "show"},
    "finding_cli": {"search": "search", "topics": "topics", "actions": "actions"},
    "questions_cli": {"questions": "questions"},
    "deadlines_cli": {"deadlines": "deadlines", "plan": "plan"},
    "register_cli": {"register": "register"},
    "today_cli": {"today": "today", "notes": "notes"},
    "agenda_cli": {"agenda": "agenda", "read": "read"},
    "brief_cli": {"brief": "brief"},
    "earlier_cli": {"earlier": "earlier"},
    "papers_cli": {"attach": "attach", "fetch": "fetch", "purge": "purge"},
    "upkeep_cli": {"backup": "backup", "restore": "restore", "doctor": "doctor"},
    "cli_semantic": {"semantic": "semantic"},
    "serve_cli": {"serve": "serve"},
    "help_cli": {"completion": "completion", "help": "help_"},
}
PLACES = {
    command: (f"scrutiny_tui.{module}", called)
    for module, commands in _OF_MODULES.items()
    for command, called in commands.items()
}


@click.group(
    cls=LateGroup,
    places=PLACES,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="scrutiny")
@common
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Prepare council scrutiny meetings: read report packs, find earlier discussion, ask in time.

    Without a command the app opens.
    """
    options = ctx.ensure_object(Options)
    if ctx.invoked_subcommand is None:
        open_app(options.find_home(), Clock(options.today))


def open_app(home: Home, clock: Clock) -> None:
    """Open the app and stay until the person leaves it.

    Raises:
        ServiceError: no terminal is there to open it in.
    """
    if not (sys.stdin.isatty() or os.environ.get("TEXTUAL_DRIVER")):
        raise ServiceError("The app needs a terminal; without one use the commands in scrutiny --help.")
    from threading import Thread

    gc.disable()  # what a start makes stays; the app looks for garbage once the first screen is there
    from scrutiny_tui.app import run_app
    from scrutiny_tui.wiring import open_services

    services = open_services(home, clock, forgiving=True)
    copying = Thread(target=_copy_desk, args=(home,), daemon=True)

    def go_on() -> None:
        gc.freeze()
        gc.enable()
        copying.start()

    try:
        wants_demo = run_app(services, go_on)
    finally:
        gc.enable()
        if copying.ident is None:
            copying.start()
        copying.join(timeout=5)
        services.close()
    if wants_demo:
        open_demo(home.demo, None)


def _copy_desk(home: Home) -> None:
    from scrutiny_tui.services.upkeep import copy_at_start  # late: nobody waits for it at the start

    copy_at_start(home.path, home.backups, Clock().now())


@cli.command()
@click.option("--no-app", is_flag=True, help="Only import, and say where.")
@common
@click.pass_obj
def demo(options: Options, no_app: bool) -> None:
    """Try the app on invented packs, in a home of their own, on a day that suits them."""
    open_demo(options.find_home().demo, options.today, no_app=no_app)


def open_demo(home: Home, today: datetime | None, *, no_app: bool = False) -> None:
    """Import the demo's packs into its home and open the app there."""
    from scrutiny_tui.demo import PACKS, TODAY
    from scrutiny_tui.wiring import open_services

    clock = Clock(today or TODAY)
    services = open_services(home, clock)
    try:
        asyncio.run(take_in(services, (Path(PACKS),)))
    finally:
        services.close()
    say(f"The demo is in {home.path}, its clock at {clock.now():%Y-%m-%dT%H:%M}.")
    if not no_app:
        open_app(home, clock)
