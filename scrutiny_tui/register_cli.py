"""`scrutiny register`: the clerk's register of questions received, on the command line."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scrutiny_tui.meeting_argument import MeetingName
from scrutiny_tui.options import Options, as_json, ask, common, opened, print_json, say
from scrutiny_tui.plain import plain, table
from scrutiny_tui.services.errors import ServiceError

if TYPE_CHECKING:
    from scrutiny_tui.services.register import Entry, Taken
    from scrutiny_tui.wiring import Services
for_meeting = click.option(
    "--meeting",
    type=MeetingName(),
    metavar="MEETING",
    help="For which meeting, where it is not said: its number, its day, or words of its name.",
)


@click.group()
def register() -> None:
    """Keep the register of questions received: take in, decide, schedule."""


@register.command()
@click.argument("files", nargs=-1, required=True)
@for_meeting
@as_json
@common
@click.pass_obj
def add(options: Options, files: tuple[str, ...], meeting: str | None, as_json: bool) -> int:
    """Enter the questions in FILES (.eml, .md, .docx, .csv, .txt; - for pasted text), stamped now."""
    with opened(options) as services:
        taken, failed = asyncio.run(_add(services, files, meeting))
    if as_json:
        print_json([{**entry_json(one.entry), "new": one.new} for one in taken])
    else:
        for one in taken:
            known = "" if one.new else "was in the register already, "
            click.echo(plain(f"{one.entry.question.id}: {known}{one.entry.standing}"))
    return int(failed)


async def _add(services: Services, files: tuple[str, ...], meeting: str | None) -> tuple[list[Taken], bool]:
    of = await services.attaching.meeting(meeting) if meeting else None
    taken: list[Taken] = []
    failed = False
    for name in files:
        try:
            if name == "-":
                taken += await services.register.take_text(sys.stdin.read(1_000_000), of)
            else:
                taken += await services.register.take_file(Path(name), of)
        except ServiceError as error:
            failed = True
            say(f"scrutiny: {error}")
    return taken, failed


@register.command("list")
@for_meeting
@as_json
@common
@click.pass_obj
def list_(options: Options, meeting: str | None, as_json: bool) -> None:
    """List the register in order of receipt."""
    found = ask(options, lambda of: _entries(of, meeting))
    if as_json:
        print_json([entry_json(entry) for entry in found])
    else:
        click.echo(_table(found))


@register.command()
@click.argument("number", type=int)
@common
@click.pass_obj
def accept(options: Options, number: int) -> None:
    """Accept question NUMBER."""
    ask(options, lambda of: of.register.accept(number))
    say(f"Question {number} is accepted.")


@register.command("return")
@click.argument("number", type=int)
@click.option("--ground", required=True, metavar="WORDS", help="Why: see scrutiny register grounds.")
@common
@click.pass_obj
def return_(options: Options, number: int, ground: str) -> None:
    """Return question NUMBER with the ground for it."""
    entry = ask(options, lambda of: of.register.give_back(number, ground))
    say(f"Question {number} is returned: {entry.question.ground}.")


@register.command()
def grounds() -> None:
    """List the usual grounds for returning a question."""
    from scrutiny_tui.services.register import GROUNDS

    for short, words in GROUNDS.items():
        click.echo(f"{short:<22}{words}")


@register.command()
@click.option("--out", "target", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--by-item", is_flag=True, help="In order of the agenda instead of receipt.")
@for_meeting
@common
@click.pass_obj
def schedule(options: Options, target: Path, by_item: bool, meeting: str | None) -> None:
    """Write the schedule of questions to FILE: .docx, .md or .csv."""
    from scrutiny_tui.services.schedule import write_schedule

    found = ask(options, lambda of: _entries(of, meeting))
    count = write_schedule(found, target.absolute(), by_item=by_item)
    say(f"Wrote {count} {'question' if count == 1 else 'questions'} to {target}.")


async def _entries(services: Services, meeting: str | None) -> tuple[Entry, ...]:
    from db.models.questions import MeetingRef

    if meeting is None:
        return await services.register.entries()
    of = await services.attaching.meeting(meeting)
    return await services.register.entries(MeetingRef(of.committee, of.date))


def entry_json(entry: Entry) -> dict[str, Any]:
    """Show one question of the register; the clerk's note is private and not in it."""
    one = entry.question
    return {
        "id": one.id,
        "committee": one.meeting.committee,
        "meeting_date": one.meeting.date.isoformat() if one.meeting.date else None,
        "agenda_item": one.item_number or None,
        "item_title": one.item_title,
        "from": one.sender,
        "text": one.text,
        "source": one.source,
        "received_at": one.received_at.isoformat(timespec="minutes"),
        "claimed_at": one.claimed_at.isoformat(timespec="minutes") if one.claimed_at else None,
        "deadline": one.due.isoformat(timespec="minutes") if one.due else None,
        "late": entry.late,
        "standing": entry.standing,
        "state": one.state,
        "ground": one.ground,
        "alike": list(entry.alike),
    }


def _table(found: tuple[Entry, ...]) -> str:
    if not found:
        return "The register is empty. Take questions in with scrutiny register add FILE."
    rows = [
        (
            str(one.question.id),
            one.question.state,
            f"{one.question.received_at:%Y-%m-%d %H:%M}",
            one.standing,
            str(one.question.meeting.date or "-"),
            one.question.item_number or "-",
            ",".join(map(str, one.alike)) or "-",
            one.question.sender or one.question.address or "-",
            one.question.text,
        )
        for one in found
    ]
    head = ("id", "state", "received", "standing", "meeting", "item", "alike", "from", "question")
    return table(head, rows)
