"""`scrutiny attach`, `fetch` and `purge`: papers that come to an item later, and papers that must go."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.meeting_argument import item_argument, meeting_argument
from scrutiny_tui.options import Options, agreed, common, opened, say
from scrutiny_tui.plain import plain
from scrutiny_tui.services.errors import ServiceError

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from imports.model.agenda import LinkedPaper
    from scrutiny_tui.services.attaching import Attaching
    from scrutiny_tui.services.purging import ExemptPaper


@click.command()
@meeting_argument()
@item_argument()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@common
@click.pass_obj
def attach(options: Options, meeting: str, item: str, file: Path) -> None:
    """Put FILE to an ITEM of a MEETING, so that it opens from there.

    MEETING is its number, its day (2022-05-26), or words of the committee's name and the day. ITEM is the
    item's number or title, or the title or address of a paper it links to.
    """
    from scrutiny_tui.services.attaching import Attaching

    with opened(options) as services:
        attaching = Attaching(services.store, services.importer)
        whole = file.absolute()

        async def work() -> str:
            one = await attaching.meeting(meeting)
            return (await attaching.attach(one, item, whole)).text

        click.echo(plain(asyncio.run(work())))


@click.command()
@meeting_argument()
@click.option("--item", help="Only the papers of this item, by its number or title.")
@click.option("--yes", is_flag=True, help="Download without asking.")
@common
@click.pass_obj
def fetch(options: Options, meeting: str, item: str | None, yes: bool) -> int:
    """Download the papers a MEETING's agenda links to. Nothing is asked for without your word."""
    from scrutiny_tui.services.attaching import Attaching

    with opened(options) as services:
        attaching = Attaching(services.store, services.importer)
        one, links = asyncio.run(_wanted(attaching, meeting, item))
        if not links:
            say("No item of this meeting links to a paper that the library lacks.")
            return 0
        _show(links)
        if not agreed(f"Download {len(links)} from there?", yes):
            return 0
        return asyncio.run(_fetch_each(attaching, one, links))


async def _wanted(attaching: Attaching, meeting: str, item: str | None) -> tuple[Meeting, list[LinkedPaper]]:
    one = await attaching.meeting(meeting)
    links = list(await attaching.links(one))
    if item is not None:
        wanted = item.strip().casefold()
        links = [x for x in links if wanted in ((x.agenda_item or "").casefold(), x.item_title.casefold())]
    return one, links


def _show(links: list[LinkedPaper]) -> None:
    """Name each paper with the server it lies on, before anything is asked for."""
    from scrutiny_tui.services.fetching import host_of

    for link in links:
        try:
            host = host_of(link.url)
        except ServiceError as error:
            host = str(error)
        say(f"item {link.agenda_item or '-'}: {link.title}, from {host}")


async def _fetch_each(attaching: Attaching, meeting: Meeting, links: list[LinkedPaper]) -> int:
    from scrutiny_tui.services.fetching import fetched

    failed = 0
    for link in links:
        try:
            async with fetched(link.url) as got:
                for address in got.redirects:
                    say(f"sent on to {address}")
                file = await attaching.attach(meeting, link.url, got.path, link.url)
            click.echo(plain(file.text))
        except ServiceError as error:
            failed += 1
            say(f"scrutiny: {link.title}: {error}")
    return int(failed > 0)


@click.command()
@click.option("--exempt", is_flag=True, required=True, help="Pages kept from the public.")
@meeting_argument(required=False)
@click.option("--yes", is_flag=True, help="Remove without asking.")
@common
@click.pass_obj
def purge(options: Options, exempt: bool, meeting: str | None, yes: bool) -> None:
    """Remove exempt pages from the library, of one MEETING or all: their text, passages and search entries.

    The files they came from stay as they are, and a new import leaves the pages out again.
    """
    from scrutiny_tui.services.attaching import Attaching
    from scrutiny_tui.services.purging import Purging

    with opened(options) as services:
        purging = Purging(services.store, services.clock, services.home.papers)

        async def find() -> tuple[int | None, tuple[ExemptPaper, ...]]:
            attaching = Attaching(services.store, services.importer)
            number = (await attaching.meeting(meeting)).id if meeting else None
            return number, await purging.exempt(number)

        number, papers = asyncio.run(find())
        if not papers:
            say(f"The library holds no exempt pages{' of that meeting' if meeting else ''}.")
            return
        for paper in papers:
            pages = ", ".join(str(page.page) for page in paper.pages)
            say(f"{paper.source}: page {pages} ({paper.pages[0].words})")
        count = sum(len(paper.pages) for paper in papers)
        if not agreed(f"Remove {count} pages from the library for good?", yes):
            return
        for paper in asyncio.run(purging.purge(number)):
            removed = f"removed {len(paper.pages)} pages and {paper.passages} passages of {paper.source}"
            click.echo(plain(f"{removed}; the file itself was not touched."))
