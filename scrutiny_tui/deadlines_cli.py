"""`scrutiny deadlines` and `scrutiny plan`: what closes when, why, and what to read before it does."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scrutiny_tui.meeting_argument import meeting_argument
from scrutiny_tui.options import Options, as_json, ask, common, opened, print_json, say
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.errors import ServiceError

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.meeting import MeetingDetail
    from scrutiny_tui.services.planner import ReadingPlan
    from scrutiny_tui.wiring import Services


@click.command()
@click.option("--all", "past", is_flag=True, help="Past ones too.")
@click.option(
    "--ics", "calendar", type=click.Path(path_type=Path, dir_okay=False), help="Write a calendar file."
)
@click.option("--doctor", is_flag=True, help="Only what is doubtful, old minutes included.")
@click.option("--working", is_flag=True, help="Show the count day by day.")
@click.option("--committee", metavar="NAME", help="Part of the committee's name.")
@click.option(
    "--rule",
    nargs=2,
    metavar="COMMITTEE WORDS",
    help='Keep a committee\'s rule: "10am, four clear working days before the meeting"; "" takes it back.',
)
@click.option("--standing-order", metavar="TEXT", default="", help="Where the rule stands, with --rule.")
@as_json
@common
@click.pass_obj
def deadlines(
    options: Options,
    past: bool,
    calendar: Path | None,
    doctor: bool,
    working: bool,
    committee: str | None,
    rule: tuple[str, str] | None,
    standing_order: str,
    as_json: bool,
) -> None:
    """List question deadlines, soonest first, with the words they come from and what is doubtful."""
    from scrutiny_tui import contract, printing

    if standing_order and rule is None:
        raise click.UsageError("--standing-order goes with --rule.")
    if rule is not None:
        name, words = rule
        kept = ask(options, lambda of: of.deadlines.keep_rule(name, words, standing_order))
        say(f"{'Kept for' if words.strip() else 'Taken back for'} {kept}.")
    clock = Clock(options.today)
    every = ask(options, lambda of: of.deadlines.board(past or doctor))
    found = [one for one in every if _is_of(one.meeting, committee) and (one.warnings or not doctor)]
    if calendar:
        _write_calendar(found, every, calendar, clock)
    if as_json:
        print_json([contract.deadline_json(deadline) for deadline in found])
    elif doctor and not found:
        click.echo("The doctor found nothing doubtful.")
    else:
        click.echo(printing.deadlines(found, clock.now(), working))


def _write_calendar(found: Sequence[Deadline], every: Sequence[Deadline], target: Path, clock: Clock) -> None:
    from scrutiny_tui.services.calendar_file import as_ics
    from scrutiny_tui.services.files import read_if_there, write_whole

    before = read_if_there(target.absolute())
    write_whole(target.absolute(), as_ics(found, clock.now(), before, every))
    say(f"Wrote {target}.")


def _is_of(meeting: Meeting, committee: str | None) -> bool:
    return committee is None or committee.casefold() in meeting.committee.casefold()


@click.command()
@meeting_argument(required=False)
@click.option("--speed", type=click.IntRange(1, 600), help="Pages an hour, instead of the settings'.")
@as_json
@common
@click.pass_obj
def plan(options: Options, meeting: str | None, speed: int | None, as_json: bool) -> None:
    """Divide what is unread over the working days before questions close.

    MEETING is its number, its day (2022-05-26), or words of the committee's name and the day; without it, the
    next meeting that is coming.
    """
    from scrutiny_tui import printing

    with opened(options) as services:
        detail, made = asyncio.run(_plan(services, meeting, speed))
    if as_json:
        print_json(plan_json(detail, made))
    else:
        click.echo(printing.reading_plan(detail.meeting, made))


async def _plan(
    services: Services, named: str | None, speed: int | None
) -> tuple[MeetingDetail, ReadingPlan]:
    from scrutiny_tui.services.planner import plan_reading

    detail = await services.meetings.meeting((await _find(services, named)).id)
    settings = services.settings
    now = services.clock.now()
    return detail, plan_reading(detail, now, settings.calendar, speed or settings.pages_an_hour)


async def _find(services: Services, named: str | None) -> Meeting:
    """The meeting a person names, else the next that is coming.

    Raises:
        ServiceError: none is, or several are.
    """
    if named is None:
        coming = (await services.meetings.overview()).coming
        if coming:
            return coming[0].meeting
        raise ServiceError("No meeting is coming: import its pack first, or name a meeting by its day.")
    return await services.attaching.meeting(named)


def plan_json(detail: MeetingDetail, plan: ReadingPlan) -> dict[str, Any]:
    """A plan for scripts."""
    meeting = detail.meeting
    return {
        "meeting": {
            "id": meeting.id,
            "committee": meeting.committee,
            "date": meeting.date.isoformat() if meeting.date else None,
        },
        "pages": plan.pages,
        "minutes": plan.minutes,
        "pages_a_day": plan.pace,
        "late": plan.late,
        "items": [
            {
                "number": item.number or None,
                "title": item.title,
                "pages": item.pages,
                "minutes": item.minutes,
                "due": item.due.isoformat(timespec="minutes") if item.due else None,
                "closed": item.closed,
                "written_only": item.written_only,
                "read_by": item.last_day.isoformat(),
            }
            for item in plan.items
        ],
        "days": [
            {
                "day": day.day.isoformat(),
                "pages": day.pages,
                "minutes": day.minutes,
                "items": [{"number": part.number or None, "pages": part.pages} for part in day.shares],
            }
            for day in plan.days
        ],
    }
