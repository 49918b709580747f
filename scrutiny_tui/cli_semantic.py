"""`scrutiny semantic`: the commands that install a model for search by meaning and make its vectors."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.options import Options, common, opened, print_json, say
from scrutiny_tui.services.errors import ServiceError

if TYPE_CHECKING:
    from scrutiny_tui.services.semantic.filling import Filled, Semantic, Status

AFTER_IMPORT = 60
"""Seconds an import may go on making vectors."""
TOLD_EVERY = 5
"""Percent between two words on how far the filling is, where no terminal is there to draw on."""


@click.group()
def semantic() -> None:
    """Search by meaning, with a sentence model of yours, such as all-MiniLM-L6-v2; nothing is downloaded."""


@semantic.command()
@click.argument("folder", type=click.Path(path_type=Path))
@common
@click.pass_obj
def install(options: Options, folder: Path) -> None:
    """Check the model in FOLDER, copy it into the home, and make the vectors of all passages.

    FOLDER holds model.onnx (or onnx/model.onnx), tokenizer.json and config.json.
    """
    from scrutiny_tui.services.semantic.model_folder import install_model

    with opened(options) as services:
        model = install_model(folder, services.home.model)
        say(f"Installed {model.name} ({model.dimension} numbers a passage).")
        asyncio.run(fill_now(services.semantic))


@semantic.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document for scripts.")
@common
@click.pass_obj
def status(options: Options, as_json: bool) -> None:
    """Say whether a model is installed, whether it works, and how far its vectors are."""
    with opened(options) as services:
        found = asyncio.run(services.semantic.status())
    if as_json:
        print_json(
            {
                "model": found.model.name if found.model else None,
                "dimension": found.model.dimension if found.model else None,
                "passages": found.filled.total,
                "vectors": found.filled.done,
                "trouble": found.trouble or None,
            }
        )
    else:
        from scrutiny_tui.plain import plain

        click.echo(plain(_in_words(found)))


@semantic.command()
@common
@click.pass_obj
def fill(options: Options) -> None:
    """Make the vectors still missing; what is made stays, however it ends."""
    with opened(options) as services:
        asyncio.run(fill_now(services.semantic))


@semantic.command()
@common
@click.pass_obj
def remove(options: Options) -> None:
    """Remove the model and all its vectors; search by words stays as it is."""
    from db.library import forget_vectors
    from scrutiny_tui.services.semantic.model_folder import remove_model

    with opened(options) as services:
        was_there = remove_model(services.home.model)
        services.store.write_now(forget_vectors)
    done = "Search by meaning was removed" if was_there else "No model was installed"
    say(f"{done}; search by words stays.")


async def fill_now(semantic: Semantic) -> None:
    """Make the vectors still missing, telling on standard error how far it is.

    Raises:
        ServiceError: they could not be made.
    """
    told = -TOLD_EVERY
    filled: Filled | None = None
    async with aclosing(semantic.fill()) as steps:
        async for filled in steps:
            percent = 100 * filled.done // max(1, filled.total)
            if filled.total and percent >= told + TOLD_EVERY:
                told = percent
                say(f"{filled.done} of {filled.total} passages have their vector")
    if filled is not None and not filled.total:
        say("The library is empty: vectors are made as papers are imported.")
    elif filled is not None and filled.whole:
        say("Every passage can be found by meaning.")


def fill_after_import(semantic: Semantic) -> None:
    """Make the vectors of what was just imported, for a minute at most; the import has succeeded anyway."""

    async def for_a_while() -> None:
        async with asyncio.timeout(AFTER_IMPORT):
            await fill_now(semantic)

    try:
        asyncio.run(for_a_while())
    except TimeoutError:
        say("The app makes the other vectors while it is open, or scrutiny semantic fill does now.")
    except ServiceError as error:
        say(f"Search by meaning is left out: {error}")


def _in_words(found: Status) -> str:
    if found.model is None:
        return "No model is installed: search goes by words. scrutiny semantic install FOLDER adds one."
    parts = f"{found.filled.done} of {found.filled.total} passages have their vector"
    if found.trouble:
        return f"{found.model.name} cannot be used: {found.trouble}"
    more = "" if found.filled.whole else "; the app makes the rest, or scrutiny semantic fill"
    return f"{found.model.name}, {found.model.dimension} numbers a passage: {parts}{more}."
