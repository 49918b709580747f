"""`scrutiny backup`, `restore` and `doctor`: what keeps a home safe over the years."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.options import Options, agreed, common, opened, print_json, say, take_in
from scrutiny_tui.plain import plain
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.errors import ServiceError

if TYPE_CHECKING:
    from scrutiny_tui.services.models.importing import ImportedFile
    from scrutiny_tui.services.upkeep import Finding


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@common
@click.pass_obj
def backup(options: Options, folder: Path | None) -> None:
    """Copy what you wrote to FOLDER (else into the home), whole, even while the app is open."""
    from db.upkeep import STAMP

    with opened(options) as services:
        target = (folder or services.home.backups).absolute() / f"desk {Clock().now():{STAMP}}.db"
        services.store.back_up_desk(target)
    click.echo(str(target))


@click.command()
@click.argument("copy", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--yes", is_flag=True, help="Put it back without asking.")
@common
@click.pass_obj
def restore(options: Options, copy: Path | None, yes: bool) -> None:
    """Put a COPY of what you wrote back; without one, list the copies there are.

    What is there now is kept as a copy first. Packs are not touched.
    """
    from db.upkeep import copies_in, put_back

    home = options.find_home()
    if copy is None:
        copies = [*copies_in(home.backups), *sorted(home.path.glob("desk.*.backup.db"))]
        click.echo("\n".join(map(str, copies)) or f"There are no copies in {home.backups}.")
        return
    if not agreed(f"Put {copy} back in place of what is in {home.desk}?", yes):
        return
    kept = put_back(copy.absolute(), home.desk, home.backups, Clock().now())
    if kept is not None:
        say(f"What was there until now is kept in {kept}.")
    click.echo(str(home.desk))


@click.command()
@click.option("--rebuild", is_flag=True, help="Make the library afresh from the originals.")
@click.option("--yes", is_flag=True, help="Rebuild without asking.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document for scripts.")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@common
@click.pass_obj
def doctor(options: Options, folders: tuple[Path, ...], rebuild: bool, yes: bool, as_json: bool) -> int:
    """Look both databases, the search index and the originals over.

    With --rebuild the library is made afresh from the originals it knows and from FOLDERS; what you wrote
    is not touched, and the old library is kept beside the new one.
    """
    from scrutiny_tui import printing

    found = _look_over(options)
    if as_json:
        print_json([{"code": one.code, "text": one.text, "serious": one.serious} for one in found])
    else:
        click.echo("\n".join(plain(one.text) for one in found) or "Everything is in order.")
    if not rebuild:
        return int(any(one.serious for one in found))
    files = _rebuild(options, folders, yes)
    if not as_json and files:
        click.echo(printing.imported(files))
    return int(any(file.status == "refused" for file in files))


def _look_over(options: Options) -> tuple[Finding, ...]:
    from db.errors import StoreError
    from scrutiny_tui.services.upkeep import Finding, look_over

    try:
        with opened(options) as services:
            return look_over(services.home.path, services.store)
    except StoreError as error:
        found = look_over(options.find_home().path, None)
        return found or (Finding("cannot-be-opened", str(error), serious=True),)


def _rebuild(options: Options, folders: tuple[Path, ...], yes: bool) -> list[ImportedFile]:
    """Make the library afresh; gives what became of every file, nothing where that was not wanted."""
    from db import library
    from db.errors import StoreError
    from scrutiny_tui.services.upkeep import originals, set_aside

    home = options.find_home()
    paths: list[Path] = [folder.absolute() for folder in folders]
    gone: list[str] = []
    try:
        with opened(options) as services:
            there, missing = originals(services.store.read_now(library.documents))
            paths += there
            gone = [one.source for one in missing]
    except StoreError as error:
        if not paths:
            raise ServiceError(f"{error} Then name the folders your packs are in.") from error
    for name in gone:
        say(f"The original of {name} is not where it was: it will be missing from the new library.")
    if not agreed(f"Make the library in {home.path} afresh from {len(paths)} files or folders?", yes):
        return []
    aside = set_aside(home.path, Clock().now())
    if aside is not None:
        say(f"The old library is kept in {aside}; delete it when the new one is as you want it.")
    with opened(options) as services:
        return asyncio.run(take_in(services, tuple(paths)))
