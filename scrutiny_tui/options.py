"""What holds for every command: where the home is, what day it is, and how a command gets at its work."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from scrutiny_tui.paths import Home, find_home
from scrutiny_tui.services.clock import Clock, read_today
from scrutiny_tui.services.errors import ServiceError

if TYPE_CHECKING:
    from scrutiny_tui.services.models.importing import ImportedFile
    from scrutiny_tui.wiring import Services

T = TypeVar("T")

as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document for scripts.")


@dataclass(slots=True)
class Options:
    """What holds for every command; said before or after its name.

    Attributes:
        home: the folder asked for.
        today: the moment the app shall take for now.
    """

    home: str | None = None
    today: datetime | None = None

    def find_home(self) -> Home:
        """Give the home these options mean."""
        return find_home(self.home)


def _read_today(ctx: click.Context, param: click.Parameter, text: str | None) -> None:
    """Set the clock, or say that the usage is wrong."""
    try:
        _keep(ctx, param, read_today(text) if text else None)
    except ServiceError as error:
        raise click.BadParameter(str(error), ctx, param) from error


def read_day(ctx: click.Context, param: click.Parameter, text: str | None) -> date | None:
    """Read a day, or say that the usage is wrong."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no date: write it as 2022-05-26.", ctx, param) from error


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keep a common option: what is said after the command counts over before it, the environment last."""
    options, name = ctx.find_object(Options), str(param.name)
    said = ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
    if value is not None and (said or getattr(options, name) is None):
        setattr(options, name, value)


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that hold everywhere."""
    home = click.option(
        "--home",
        metavar="DIR",
        callback=_keep,
        expose_value=False,
        help="Where the two databases live (or SCRUTINY_HOME).",
    )
    today = click.option(
        "--today",
        envvar="SCRUTINY_TODAY",
        metavar="DATE[THH:MM]",
        callback=_read_today,
        expose_value=False,
        help="Set the app's clock, to look back or ahead (or SCRUTINY_TODAY).",
    )
    aloud = click.option(
        "--aloud",
        is_flag=True,
        envvar="SCRUTINY_ALOUD",
        callback=_tell_aloud,
        expose_value=False,
        help="Print for a screen reader: tables row by row, days in words (or SCRUTINY_ALOUD).",
    )
    return home(today(aloud(command)))


def _tell_aloud(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
    """Print for the ear until the command ends, and then say that it did."""
    from scrutiny_tui.plain import ALOUD

    if not wanted or ALOUD.get():
        return
    before = ALOUD.set(True)

    def end() -> None:
        ALOUD.reset(before)
        say("End.")

    ctx.call_on_close(end)


@contextmanager
def opened(options: Options) -> Iterator[Services]:
    """Open the home the options mean, for one command."""
    from scrutiny_tui.wiring import open_services

    services = open_services(options.find_home(), Clock(options.today))
    try:
        yield services
    finally:
        services.close()


def ask(options: Options, question: Callable[[Services], Awaitable[T]]) -> T:
    """Run one awaitable question against the home and give its answer."""

    async def answer(services: Services) -> T:
        return await question(services)

    with opened(options) as services:
        return asyncio.run(answer(services))


def say(text: str) -> None:
    """Tell a person something beside the output: standard error, one line, nothing in it obeyed."""
    from scrutiny_tui.plain import plain

    click.echo(plain(text), err=True)


def agreed(question: str, yes: bool) -> bool:
    """Whether a person says yes to what cannot be undone, asked on standard error; `yes` says it beforehand.

    Raises:
        ServiceError: nobody is there to answer.
    """
    try:
        if yes or click.confirm(question, err=True):
            return True
    except click.Abort as error:
        if isinstance(error.__context__, EOFError):
            raise ServiceError("Nobody answered, so nothing was done: --yes says yes beforehand.") from error
        raise
    say("Nothing was done.")
    return False


def print_json(document: Any) -> None:
    """Print one JSON document, in ASCII: right in every character set, and no escape code stays alive."""
    import json

    click.echo(json.dumps(document, indent=2))


async def take_in(
    services: Services, paths: tuple[Path, ...], *, again: bool = False, password: str = ""
) -> list[ImportedFile]:
    """Import, telling on standard error how far it is and what went wrong."""
    from scrutiny_tui.printing import ProgressLine
    from scrutiny_tui.services.models.importing import ImportedFile
    from scrutiny_tui.services.passwords import Passwords

    passwords = Passwords(_ask_password if sys.stdin.isatty() else None, password)
    files: list[ImportedFile] = []
    with ProgressLine() as line:
        async for event in services.importer.import_paths(paths, again=again, passwords=passwords):
            if isinstance(event, ImportedFile):
                files.append(event)
                line.clear()
                if event.status == "refused":
                    say(f"scrutiny: {event.text}")
            else:
                line.show(event)
    return files


async def _ask_password(name: str, wrong: bool) -> str | None:
    """Ask for a file's password on the terminal, unseen; nothing typed leaves it locked."""
    from scrutiny_tui.plain import plain

    said = "That was not it. Password" if wrong else "Password"
    prompt = f"{said} of {plain(name)} (empty leaves it out)"
    click.echo(err=True)
    return await asyncio.to_thread(click.prompt, prompt, "", True, err=True, show_default=False) or None
