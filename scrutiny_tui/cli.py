"""The command line: what scripts and people call without opening the app.

With `--json` a command prints one JSON document on standard output and nothing else; messages and
progress go to standard error. Everything heavy is imported inside the commands, so that help is instant.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scrutiny_tui import __version__
from scrutiny_tui.agenda_cli import agenda, read
from scrutiny_tui.brief_cli import brief
from scrutiny_tui.cli_semantic import semantic
from scrutiny_tui.deadlines_cli import deadlines, plan
from scrutiny_tui.earlier_cli import earlier
from scrutiny_tui.help_cli import completion, help_
from scrutiny_tui.options import Options, ask, common, opened, print_json, read_day, say, take_in
from scrutiny_tui.papers_cli import attach, fetch, purge
from scrutiny_tui.register_cli import register
from scrutiny_tui.serve_cli import serve
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.today_cli import notes, today
from scrutiny_tui.upkeep_cli import backup, doctor, restore

if TYPE_CHECKING:
    from datetime import datetime

    from scrutiny_tui.paths import Home
    from scrutiny_tui.services.models.reading import AmendedPlace

KINDS = ("agenda", "minute", "report", "action", "work-programme", "question")

as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document for scripts.")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
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


cli.add_command(register)
cli.add_command(deadlines)
cli.add_command(plan)


def open_app(home: Home, clock: Clock) -> None:
    """Open the app and stay until the person leaves it.

    Raises:
        ServiceError: no terminal is there to open it in.
    """
    if not (sys.stdin.isatty() or os.environ.get("TEXTUAL_DRIVER")):
        raise ServiceError("The app needs a terminal; without one use the commands in scrutiny --help.")
    from threading import Thread

    from scrutiny_tui.app import run_app
    from scrutiny_tui.services.upkeep import copy_at_start
    from scrutiny_tui.wiring import open_services

    services = open_services(home, clock, forgiving=True)
    copying = Thread(target=copy_at_start, args=(home.path, home.backups, Clock().now()), daemon=True)
    copying.start()
    try:
        wants_demo = run_app(services)
    finally:
        copying.join(timeout=5)
        services.close()
    if wants_demo:
        open_demo(home.demo, None)


@cli.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--again", is_flag=True, help="Read files again that the library has already.")
@click.option(
    "--password",
    "locked",
    is_flag=True,
    help="Ask at once for the password of locked files (or set SCRUTINY_PASSWORD); it is never kept.",
)
@as_json
@common
@click.pass_obj
def import_(options: Options, paths: tuple[Path, ...], again: bool, locked: bool, as_json: bool) -> int:
    """Import report packs: PDF or text files, and folders of them."""
    from scrutiny_tui import contract, printing

    password = os.environ.get("SCRUTINY_PASSWORD", "")
    if locked and not password:
        password = click.prompt("Password", hide_input=True, err=True)
    with opened(options) as services:
        files = asyncio.run(take_in(services, paths, again=again, password=password))
        if services.home.model.is_dir():
            from scrutiny_tui.cli_semantic import fill_after_import

            fill_after_import(services.semantic)
    if as_json:
        print_json([contract.imported_json(file) for file in files])
    else:
        click.echo(printing.imported(files))
    return int(any(file.status == "refused" for file in files))


@cli.command()
@click.argument("pack")
@click.option("--why", is_flag=True, help="Say where each value was read, and how sure that is.")
@as_json
@common
@click.pass_obj
def show(options: Options, pack: str, why: bool, as_json: bool) -> None:
    """Show what was understood of a pack: a file, or the name or id of an imported one."""
    from scrutiny_tui import contract, printing
    from scrutiny_tui.config import read_settings
    from scrutiny_tui.services.understanding import understand

    changed: tuple[AmendedPlace, ...] = ()
    if (path := Path(pack)).exists():
        found = asyncio.run(understand(path))
    else:
        found = ask(options, lambda of: of.reading.pack(pack))
        changed = ask(options, lambda of: of.reading.amendments(found))
    document = contract.pack_json(found, read_settings(options.find_home().settings).calendar, why=why)
    document = contract.amend(document, changed)
    if as_json:
        print_json(document)
    else:
        click.echo(printing.pack(document))


@cli.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=30, show_default=True, help="At most so many.")
@click.option("--before", metavar="DATE", callback=read_day, help="Said earlier than this day.")
@click.option("--after", metavar="DATE", callback=read_day, help="Said later than this day.")
@click.option("--committee", metavar="NAME", help="Part of the committee's name.")
@click.option("--kind", type=click.Choice(KINDS), help="What it is part of.")
@as_json
@common
@click.pass_obj
def search(options: Options, /, query: tuple[str, ...], limit: int, as_json: bool, **sides: Any) -> None:
    """Find passages in everything ever imported; slips of the pen do no harm."""
    from db.models.passages import PassageFilter
    from scrutiny_tui import contract, printing

    hits = ask(
        options, lambda of: of.search.find(" ".join(query), PassageFilter(**sides), limit, thorough=True)
    )
    if as_json:
        print_json([contract.hit_json(hit) for hit in hits])
    else:
        click.echo(printing.hits(hits))


@cli.command()
@click.option(
    "--export",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write them to FILE: .md, .docx, .eml or .csv.",
)
@click.option("--schedule", is_flag=True, help="Export a meeting's schedule, in the order of its agenda.")
@click.option("--each", is_flag=True, help="Export each to a file of its own: FILE's name, numbered.")
@click.option("--meeting", metavar="DAY|NAME", help="Only one day's (YYYY-MM-DD), or one committee's.")
@as_json
@common
@click.pass_obj
def questions(
    options: Options, target: Path | None, schedule: bool, each: bool, meeting: str | None, as_json: bool
) -> None:
    """List your questions and how each stands."""
    from scrutiny_tui import contract, printing
    from scrutiny_tui.services.question_desk import of_meeting

    if (schedule or each) and (target is None or (schedule and each)):
        raise click.UsageError("--schedule and --each say how to --export: give a file, and one of them.")
    with opened(options) as services:
        found = of_meeting(asyncio.run(services.questions.all()), meeting or "")
        settings = services.settings
    if target:
        from scrutiny_tui.services.export import MemberIdentity, write_each, write_questions

        member, path = MemberIdentity(settings.name, settings.email), target.absolute()
        if each:
            say("Wrote " + ", ".join(file.name for file in write_each(found, path, member)) + ".")
        else:
            write_questions(found, path, member, schedule=schedule)
            say(f"Wrote {target}.")
    if as_json:
        print_json([contract.question_json(detail) for detail in found])
    else:
        click.echo(printing.questions(found))


@cli.command()
@as_json
@common
@click.pass_obj
def topics(options: Options, as_json: bool) -> None:
    """List topics that run through several meetings, each on its line of time."""
    from scrutiny_tui import contract, printing
    from scrutiny_tui.services.topics import all_topics

    found = ask(options, lambda of: all_topics(of.store, of.clock))
    if as_json:
        print_json([contract.topic_json(topic) for topic in found])
    else:
        click.echo(printing.topics(found))


@cli.command()
@as_json
@common
@click.pass_obj
def actions(options: Options, as_json: bool) -> None:
    """List actions and promises from all packs, and what became of them."""
    from scrutiny_tui import contract, printing
    from scrutiny_tui.services.actions import all_promises

    found = ask(options, lambda of: all_promises(of.store))
    if as_json:
        print_json([contract.promise_json(promise) for promise in found])
    else:
        click.echo(printing.promises(found))


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


_READING = (today, agenda, read, notes, brief, earlier)
_KEEPING = (attach, fetch, purge, backup, restore, doctor, semantic)
for other in (*_READING, *_KEEPING, serve, completion, help_):
    cli.add_command(other)
