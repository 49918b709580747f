"""`scrutiny search`, `topics` and `actions`: what was said in all packs, and what became of it."""

from __future__ import annotations

from typing import Any

import click

from scrutiny_tui.options import Options, as_json, ask, common, print_json, read_day

KINDS = ("agenda", "minute", "report", "action", "work-programme", "question")


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=30, show_default=True, help="At most so many.")
@click.option("--before", metavar="DATE", callback=read_day, help="Said earlier than this day.")
@click.option("--after", metavar="DATE", callback=read_day, help="Said later than this day.")
@click.option("--committee", metavar="NAME", help="Part of the committee's name.")
@click.option("--kind", type=click.Choice(KINDS), help="What it is part of.")
@as_json
@common
@click.pass_obj
def search(options: Options, /, query: tuple[str, ...], limit: int, as_json: bool, **sides: Any) -> None:
    """Find passages in everything ever imported; slips of the pen do no harm."""
    from db.models.passages import PassageFilter
    from scrutiny_tui import contract, printing

    hits = ask(
        options, lambda of: of.search.find(" ".join(query), PassageFilter(**sides), limit, thorough=True)
    )
    if as_json:
        print_json([contract.hit_json(hit) for hit in hits])
    else:
        click.echo(printing.hits(hits))


@click.command()
@as_json
@common
@click.pass_obj
def topics(options: Options, as_json: bool) -> None:
    """List topics that run through several meetings, each on its line of time."""
    from scrutiny_tui import contract_following, printing
    from scrutiny_tui.services.topics import all_topics

    found = ask(options, lambda of: all_topics(of.store, of.clock))
    if as_json:
        print_json([contract_following.topic_json(topic) for topic in found])
    else:
        click.echo(printing.topics(found))


@click.command()
@as_json
@common
@click.pass_obj
def actions(options: Options, as_json: bool) -> None:
    """List actions and promises from all packs, and what became of them."""
    from scrutiny_tui import contract_following, printing
    from scrutiny_tui.services.actions import all_promises

    found = ask(options, lambda of: all_promises(of.store))
    if as_json:
        print_json([contract_following.promise_json(promise) for promise in found])
    else:
        click.echo(printing.promises(found))
