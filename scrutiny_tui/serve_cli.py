"""`scrutiny serve`: the app in a browser tab."""

from __future__ import annotations

import asyncio
import sys

import click

from scrutiny_tui.options import Options, common, say
from scrutiny_tui.services.errors import ServiceError

_EVERYBODY = (
    "Other machines can reach this address. Whoever has the token below reads and writes your desk, and what "
    "is typed travels unencrypted: use it on a network you trust, or reach it through ssh -L instead."
)


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8010, show_default=True, help="0 for any.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Another address than this machine's own: others can then reach it.",
)
@common
@click.pass_obj
def serve(options: Options, port: int, host: str) -> int:
    """Serve the app to a browser on this machine, behind a token; ctrl+c ends it.

    Every tab is an app of its own on the same home. Nothing is fetched from the network. It needs the extra
    packages of scrutiny-tui[serve].
    """
    try:
        from scrutiny_tui.serving import GuardedServer, is_loopback
        from scrutiny_tui.serving import serve as run
    except ImportError as error:
        raise ServiceError(
            f"The app in a browser needs a package that is not installed ({error.name}). "
            "Install Scrutiny with its extra: pipx install 'scrutiny-tui[serve]'."
        ) from error

    arguments = [sys.executable, "-P", "-m", "scrutiny_tui", "--home", str(options.find_home().path)]
    if options.today:
        arguments += ["--today", options.today.isoformat(timespec="minutes")]
    server = GuardedServer(arguments, host, port)
    if not is_loopback(host):
        say(_EVERYBODY)

    def announce(address: str) -> None:
        say("Open this address in your browser; ctrl+c ends it.")
        click.echo(address)
        sys.stdout.flush()

    try:
        asyncio.run(run(server, announce))
    except KeyboardInterrupt:
        say("Stopped. Everything typed is kept.")
    return 0
