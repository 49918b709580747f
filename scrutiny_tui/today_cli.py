"""`scrutiny today` and `scrutiny notes`: what matters now, and what a member wrote on papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from scrutiny_tui.meeting_argument import meeting_argument
from scrutiny_tui.options import Options, as_json, ask, common, print_json
from scrutiny_tui.services.clock import Clock

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from imports.model.warning import Warning
    from scrutiny_tui.services.models.overview import MeetingSummary
    from scrutiny_tui.services.models.promises import TrackedPromise
    from scrutiny_tui.services.notes import PlacedNote
    from scrutiny_tui.wiring import Services

_COMING = 6
"""How many of the next meetings are told of."""


@dataclass(frozen=True, slots=True)
class ComingMeeting:
    """A coming meeting with what is left to read, in a line, and what was promised for it."""

    summary: MeetingSummary
    pace: str
    promised: tuple[TrackedPromise, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """What matters today: the next meetings, soonest first, and what needs a look."""

    meetings: tuple[ComingMeeting, ...]
    to_look: tuple[tuple[Meeting, Warning], ...]


@click.command()
@as_json
@common
@click.pass_obj
def today(options: Options, as_json: bool) -> None:
    """Show what matters today: what closes next, is unread, or was promised and is on no agenda."""
    from scrutiny_tui import contract_meeting, printing_meeting

    found = ask(options, _today)
    now = Clock(options.today).now()
    if as_json:
        print_json(contract_meeting.today_json(found, now))
    else:
        click.echo(printing_meeting.today(found, now))


async def _today(services: Services) -> Today:
    overview = await services.meetings.overview()
    coming = []
    for summary in overview.coming[:_COMING]:
        pace = await services.meetings.pace(summary.meeting.id)
        coming.append(ComingMeeting(summary, pace, await services.today.promised(summary.meeting)))
    return Today(tuple(coming), overview.needs_look)


@click.command()
@meeting_argument(required=False)
@click.option("--find", "words", metavar="WORDS", default="", help="Only notes and marks with these words.")
@as_json
@common
@click.pass_obj
def notes(options: Options, meeting: str | None, words: str, as_json: bool) -> None:
    """List your notes and marks with their citations, of one MEETING or all.

    MEETING is its number, its day (2022-05-26), or words of the committee's name and the day.
    """
    from scrutiny_tui import contract_meeting, printing_meeting

    found = [one for one in ask(options, lambda of: _notes(of, meeting)) if _holds(one, words)]
    if as_json:
        print_json(contract_meeting.placed_notes_json(found))
    else:
        click.echo(printing_meeting.notes(found))


async def _notes(services: Services, name: str | None) -> tuple[PlacedNote, ...]:
    if not name:
        return await services.reading.every_note()
    return await services.reading.notes_of((await services.attaching.meeting(name)).id)


def _holds(placed: PlacedNote, words: str) -> bool:
    text = f"{placed.note.text} {placed.note.quote} {placed.citation}".casefold()
    return all(word in text for word in words.casefold().split())
