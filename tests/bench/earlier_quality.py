"""How well "Earlier on this topic" answers, on agenda items judged by hand: a table for people.

    python -m tests.bench.earlier_quality HOME [--library demo] [--each]

HOME holds the library with the demo's packs, or the real ones; with a model installed in it, meaning ranks
too. The judgments stand in `earlier_items.toml` and were written before any answer was looked at.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import re
import statistics
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.library import passages
from db.models.passages import Passage
from scrutiny_tui.paths import Home
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.models.finding import Hit
from scrutiny_tui.services.models.meeting import ItemDetail, MeetingDetail
from scrutiny_tui.wiring import Services, open_services
from tests.bench.search_quality import GAINS

if TYPE_CHECKING:
    from sqlite_utils import Database

CUTS = (3, 10)
"""What the panel shows, and what a first screen does."""


def judge(raw: Mapping[str, Any], held: Iterable[Passage]) -> dict[str, int]:
    """Judge every text said before an item's meeting; the same words twice are one answer."""
    patterns = [
        (gain, re.compile(pattern, re.IGNORECASE | re.DOTALL))
        for name, gain in GAINS.items()
        for pattern in raw.get(name, ())
    ]
    gains: dict[str, int] = {}
    for passage in held:
        if passage.said_on and passage.said_on < raw["day"]:
            line = f"{passage.kind} {passage.said_on} {passage.heading} ¶ {passage.text}"
            gain = max((gain for gain, pattern in patterns if pattern.search(line)), default=0)
            gains[_key(passage)] = max(gain, gains.get(_key(passage), 0))
    return gains


def ndcg(hits: Sequence[Hit], gains: Mapping[str, int], cut: int) -> float:
    """Give how near an answer's first places come to the best possible."""
    got = [gains.get(_key(hit.passage), 0) for hit in hits[:cut]]
    return _dcg(got) / _dcg(sorted(gains.values(), reverse=True)[:cut])


def _dcg(gains: Sequence[int]) -> float:
    return math.fsum((2.0**gain - 1) / math.log2(rank + 2) for rank, gain in enumerate(gains))


def _key(passage: Passage) -> str:
    return re.sub(r"\W+", "", passage.text).casefold()


async def find_item(services: Services, day: date, title: str) -> tuple[MeetingDetail, ItemDetail]:
    """Find an agenda item by its meeting's day and a pattern of its title."""
    for summary in (overview := await services.meetings.overview()).coming + overview.held:
        if summary.meeting.date == day:
            meeting = await services.meetings.meeting(summary.meeting.id)
            for item in meeting.items:
                if re.match(title, item.item.title, re.IGNORECASE):
                    return meeting, item
    raise SystemExit(f"no item {title!r} on {day} in this library")


async def measure(services: Services, asked: Sequence[Mapping[str, Any]], *, each: bool) -> None:
    """Print nDCG at each cut, of all items and of each if asked."""

    def all_passages(db: Database) -> tuple[Passage, ...]:
        return passages(db, [row[0] for row in db.execute("SELECT id FROM passage")])

    held = await services.store.read(all_passages)
    found: list[list[float]] = []
    for raw in asked:
        meeting, item = await find_item(services, raw["day"], raw["title"])
        gains = judge(raw, held)
        if not any(gains.values()):
            raise SystemExit(f"nothing in the library answers {item.item.title!r}")
        hits = await services.search.earlier(item.item, meeting.meeting, item.recommendations)
        found.append([ndcg(hits, gains, cut) for cut in CUTS])
        if each:
            print(" ".join(f"{score:.3f}" for score in found[-1]), raw["day"], item.item.title)
            for hit in hits[:5]:
                gain = gains.get(_key(hit.passage), 0)
                print(f"    {gain} {hit.passage.kind:9} {hit.passage.said_on} {hit.passage.heading[:50]}")
    means = [statistics.mean(column) for column in zip(*found, strict=True)]
    print(f"{len(found)} items  " + "  ".join(f"nDCG@{n} {m:.3f}" for n, m in zip(CUTS, means, strict=True)))


def main() -> None:
    """Measure one library."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("home", type=Path)
    parser.add_argument("--library", choices=("demo", "packs"), default="demo")
    parser.add_argument("--each", action="store_true", help="print each item with its first answers")
    given = parser.parse_args()
    items = tomllib.loads(Path(__file__).with_name("earlier_items.toml").read_text(encoding="utf-8"))["item"]
    services = open_services(Home(given.home), Clock())
    try:
        wanted = [raw for raw in items if raw["library"] == given.library]
        asyncio.run(measure(services, wanted, each=given.each))
    finally:
        services.close()


if __name__ == "__main__":
    main()
