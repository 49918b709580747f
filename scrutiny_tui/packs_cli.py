"""`scrutiny import` and `scrutiny show`: packs taken in, and what was understood of them."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.options import Options, as_json, ask, common, opened, print_json, take_in

if TYPE_CHECKING:
    from scrutiny_tui.services.models.reading import AmendedPlace


@click.command("import")
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
    elif files:
        click.echo(printing.imported(files))
    return int(any(file.status == "refused" for file in files))


@click.command()
@click.argument("pack")
@click.option("--why", is_flag=True, help="Say where each value was read, and how sure that is.")
@as_json
@common
@click.pass_obj
def show(options: Options, pack: str, why: bool, as_json: bool) -> None:
    """Show what was understood of a pack: a file, or the name or id of an imported one."""
    from scrutiny_tui import contract, printing
    from scrutiny_tui.config import read_settings
    from scrutiny_tui.services.files import there
    from scrutiny_tui.services.understanding import understand

    changed: tuple[AmendedPlace, ...] = ()
    if pack and there(Path(pack)):
        found = asyncio.run(understand(Path(pack)))
    else:
        found = ask(options, lambda of: of.reading.pack(pack))
        changed = ask(options, lambda of: of.reading.amendments(found))
    document = contract.pack_json(found, read_settings(options.find_home().settings).calendar, why=why)
    document = contract.amend(document, changed)
    if as_json:
        print_json(document)
    else:
        click.echo(printing.pack(document))
