"""`scrutiny agenda` and `scrutiny read`: a meeting and its papers as plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from scrutiny_tui.meeting_argument import item_argument, meeting_argument
from scrutiny_tui.options import Options, as_json, ask, common, print_json
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.errors import NotThere

if TYPE_CHECKING:
    from scrutiny_tui.services.models.meeting import MeetingDetail
    from scrutiny_tui.services.stretches import Stretch
    from scrutiny_tui.wiring import Services

_PAGES = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")


@click.command()
@meeting_argument()
@as_json
@common
@click.pass_obj
def agenda(options: Options, meeting: str, as_json: bool) -> None:
    """Show a MEETING: each item with its pages, officers, recommendations, papers, questions and notes.

    MEETING is its number, its day (2022-05-26), or words of the committee's name and the day.
    """
    from scrutiny_tui import contract_meeting, printing_meeting

    detail = ask(options, lambda of: _detail(of, meeting))
    if as_json:
        print_json(contract_meeting.meeting_json(detail))
    else:
        click.echo(printing_meeting.agenda(detail, Clock(options.today).now()))


@click.command()
@meeting_argument()
@item_argument(required=False)
@click.option("--pages", metavar="59-78", help="The pack's page numbers, as printed on them.")
@click.option("--paper", metavar="NAME", help="Only this paper; --pages then may be the file's own.")
@click.option("--done", is_flag=True, help="Count these pages as read.")
@as_json
@common
@click.pass_obj
def read(
    options: Options,
    meeting: str,
    item: str | None,
    pages: str | None,
    paper: str | None,
    done: bool,
    as_json: bool,
) -> None:
    """Read the papers of a MEETING as plain text: an ITEM's, some pages, or all.

    MEETING is its number, its day (2022-05-26), or words of the committee's name and the day. ITEM is the
    item's number or title.
    """
    from scrutiny_tui import contract_meeting, printing_meeting
    from scrutiny_tui.plain import room

    span = _span(pages) if pages else None

    async def work(of: Services) -> list[Stretch]:
        from scrutiny_tui.services.stretches import stretches

        one = await of.attaching.meeting(meeting)
        found = await stretches(of.store, of.meetings, one, item or "", span, paper or "")
        for stretch in found if done else ():
            for page in stretch.pages:
                await of.reading.mark_read(stretch.document, page.number)
        return found

    found = ask(options, work)
    if as_json:
        print_json([contract_meeting.stretch_json(one) for one in found])
    else:
        click.echo(printing_meeting.stretches(found, room()))


async def _detail(services: Services, name: str) -> MeetingDetail:
    return await services.meetings.meeting((await services.attaching.meeting(name)).id)


def _span(text: str) -> tuple[int, int]:
    """Read `59-78` or `59`.

    Raises:
        NotThere: it is neither.
    """
    found = _PAGES.fullmatch(text.strip())
    if not found:
        raise NotThere(f"{text!r} names no pages. Write them as 59-78, or one as 59.")
    first, last = int(found[1]), int(found[2] or found[1])
    return min(first, last), max(first, last)
