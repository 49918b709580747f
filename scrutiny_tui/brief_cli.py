"""`scrutiny brief`: what a member carries into the room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.meeting_argument import meeting_argument
from scrutiny_tui.options import Options, ask, common, say

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from scrutiny_tui.services.briefing import Brief, EarlierChoice
    from scrutiny_tui.wiring import Services


@click.command()
@meeting_argument()
@click.option("--form", type=click.Choice(("md", "docx", "pdf")), help="Markdown (as usual), Word or PDF.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to; its ending says the form. Without it Markdown is printed, the others go to the exports.",
)
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@click.option(
    "--earlier",
    type=click.Choice(("chosen", "kept", "best", "none")),
    default="chosen",
    show_default=True,
    help="Earlier passages: those you kept for an item, else its best; only kept; only the best; none.",
)
@common
@click.pass_obj
def brief(
    options: Options,
    meeting: str,
    form: str | None,
    out: Path | None,
    replace: bool,
    earlier: EarlierChoice,
) -> None:
    """Make a member's brief of a MEETING: items, pages, recommendations, notes, earlier words, questions.

    MEETING is its number, its day (2022-05-26), or words of the committee's name and the day. What stands on
    pages that are not public is left out.
    """
    from scrutiny_tui.services.briefing import as_markdown, file_name, free_name, write_brief

    if form and out and out.suffix.lower() != f".{form}":
        raise click.UsageError(f"--form {form} and {out.name} do not go together: end the name in .{form}.")
    made = ask(options, lambda of: _brief(of, meeting, earlier))
    if out is None and form in (None, "md"):
        click.echo(as_markdown(made).decode(), nl=False)
        return
    one: Meeting = made.meeting.meeting
    name = file_name(one.committee, str(one.date or "undated"), f".{form}")
    target = out.absolute() if out else free_name(options.find_home().exports, name)
    write_brief(made, target, replace=replace)
    if made.withheld:
        say(f"Left out, as not public: {made.withheld}.")
    click.echo(str(target))


async def _brief(services: Services, name: str, earlier: EarlierChoice) -> Brief:
    one = await services.attaching.meeting(name)
    return await services.briefing.brief(one.id, earlier)
