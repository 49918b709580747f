"""`scrutiny earlier`: what was said before on an agenda item's topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scrutiny_tui.meeting_argument import item_argument, meeting_argument
from scrutiny_tui.options import Options, ask, common, print_json

if TYPE_CHECKING:
    from scrutiny_tui.services.models.finding import Hit
    from scrutiny_tui.wiring import Services


@click.command()
@meeting_argument()
@item_argument()
@click.option("--limit", type=click.IntRange(1, 1000), default=30, show_default=True, help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document for scripts.")
@common
@click.pass_obj
def earlier(options: Options, meeting: str, item: str, limit: int, as_json: bool) -> None:
    """Find what was said before a MEETING on the topic of one of its ITEMs.

    MEETING is its number, its day (2022-05-26), or words of the committee's name and the day. ITEM is the
    item's number or title. The answers are those of the panel "Earlier on this topic".
    """
    from scrutiny_tui import contract, printing

    hits = ask(options, lambda of: _earlier(of, meeting, item, limit))
    if as_json:
        print_json([contract.hit_json(hit) for hit in hits])
    else:
        click.echo(printing.hits(hits))


async def _earlier(services: Services, meeting: str, item: str, limit: int) -> tuple[Hit, ...]:
    from scrutiny_tui.services.attaching import find_meeting, find_place

    one = await services.store.read(lambda db: find_meeting(db, meeting))
    wanted = (await services.store.read(lambda db: find_place(db, one, item))).item
    detail = await services.meetings.meeting(one.id)
    said = next((x.recommendations for x in detail.items if x.item.id == wanted.id), ())
    return await services.search.earlier(wanted, one, said, limit, thorough=True)
