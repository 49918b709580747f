"""`scrutiny questions`: the member's questions, listed and written out."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from scrutiny_tui.options import Options, as_json, common, opened, print_json, say


@click.command()
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
