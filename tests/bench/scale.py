"""What a library costs as it grows: tables for people, with the exponent by which each cost grows.

    python -m tests.bench.scale --sizes 1000 10000 100000 --into /tmp/twenty_years

An exponent of 1 means twice the library, twice the cost; below 1 the cost grows more slowly than the library.
Libraries that are there already were filed before: their import rate is not known and is left out.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from db.library import file_document
from db.models.drafts import DraftDocument
from db.store import Store
from scrutiny_tui.services.child import Bounds, Parsed, parse
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.files import sha256_of
from scrutiny_tui.services.filing import draft_document
from scrutiny_tui.services.follower import WORKER
from scrutiny_tui.services.importing import Importer
from scrutiny_tui.services.models.importing import ImportedFile
from tests.bench.twenty_years import ROOT, folder_option, make_library

if TYPE_CHECKING:
    from sqlite_utils import Database

# In a process of its own, so that memory and start are this library's alone.
_PROBE = """
import asyncio, json, resource, sys, time
from pathlib import Path
start = time.perf_counter()
from scrutiny_tui.paths import Home
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.wiring import open_services
services = open_services(Home(Path(sys.argv[1])), Clock())
asyncio.run(services.meetings.overview())
opened = time.perf_counter() - start
from tests.bench.search_speed import percentile, queries, timed
first = time.perf_counter()
with asyncio.Runner() as runner:
    runner.run(services.search.find("Liquidlogic"))
    first = time.perf_counter() - first
    by_kind = {kind: [timed(lambda: runner.run(services.search.find(text))).wall for text in texts]
               for kind, texts in queries().items()}
every = [took for kind in by_kind.values() for took in kind]
seen = time.perf_counter
def visit(look):
    begun = seen()
    asyncio.run(look())
    return (seen() - begun) * 1000
places = {"home": visit(services.meetings.overview), "actions": visit(services.actions.all),
    "topics": visit(services.topics.all), "asked": visit(services.questions.all),
    "board": visit(services.deadlines.board)}
print(json.dumps({**places, "start": opened * 1000, "first": first * 1000, "p50": percentile(every, .5),
    "p95": percentile(every, .95), "rare": percentile(by_kind["rare"], .5),
    "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
services.close()
"""
COLUMNS = ("file_ms", "size_mb", "start", "first", "p50", "p95", "rare", "memory")
PLACES = ("home", "actions", "topics", "asked", "board")
"""The places, as they are first gone to, after what is kept of the library was worked out."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one size costs: `values` by column; 0 where it is not known."""

    passages: int
    values: dict[str, float]


def measure(into: Path, passages: int) -> Cost:
    """Make a library of a size if need be, and measure it."""
    made = make_library(into, passages)
    subprocess.run([sys.executable, "-m", WORKER, str(made.home)], cwd=ROOT, check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, str(made.home)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    values: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    values["file_ms"] = made.processor * 1000
    values["size_mb"] = (made.home / "library.db").stat().st_size / 1e6
    return Cost(made.passages, values)


def exponent(costs: Sequence[Cost], column: str) -> float | None:
    """Give the slope of cost against size, both in logarithms, by least squares."""
    points = [
        (math.log(cost.passages), math.log(cost.values[column])) for cost in costs if cost.values[column] > 0
    ]
    if len(points) < 2:
        return None
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    spread = sum((x - middle_x) ** 2 for x, _ in points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / spread


def print_places(costs: Sequence[Cost]) -> None:
    """Print what the first look at each place takes, in milliseconds."""
    print(f"{'passages':>10}" + "".join(f"{place:>12}" for place in PLACES))
    for cost in costs:
        print(f"{cost.passages:>10}" + "".join(f"{cost.values[place]:12.0f}" for place in PLACES))


def print_table(costs: Sequence[Cost]) -> None:
    """Print a line for each size, and the exponents."""
    print(f"{'passages':>10}" + "".join(f"{column:>12}" for column in (*COLUMNS, "filed/s")))
    for cost in costs:
        rate = cost.passages / cost.values["file_ms"] * 1000 if cost.values["file_ms"] else 0
        numbers = [*(cost.values[column] for column in COLUMNS), rate]
        print(
            f"{cost.passages:>10}"
            + "".join(f"{number:12.1f}" if number else f"{'-':>12}" for number in numbers)
        )
    slopes = [exponent(costs, column) for column in COLUMNS]
    print(
        f"{'exponent':>10}" + "".join(f"{'-' if slope is None else f'{slope:.2f}':>12}" for slope in slopes)
    )


async def measure_unchanged(packs: int) -> None:
    """Print what importing an archive of unchanged packs again takes, each of 200 pages' text or so."""
    text = next((ROOT / "scrutiny_tui/demo/packs").glob("*.txt")).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive"
        archive.mkdir()
        first = archive / "pack 000.txt"
        first.write_text(text, encoding="utf-8")
        (parsed,) = [step async for step in parse(first, Bounds()) if isinstance(step, Parsed)]
        store = Store.open(Path(folder) / "home")
        for number in range(packs):
            path = archive / f"pack {number:03d}.txt"
            path.write_text(f"{text}\n{number}", encoding="utf-8")  # a line makes each a paper of its own
            name = f"Health and Wellbeing Board {number}"
            pack = replace(parsed.pack, sha256=sha256_of(path), source=path.name, committee=name)
            draft = draft_document(pack, parsed.pages, parsed.passages, path)
            store.write_now(partial(_file, draft=draft))
        start = time.perf_counter()
        async with aclosing(Importer(store, Clock()).import_paths([archive])) as events:
            told = [event async for event in events if isinstance(event, ImportedFile)]
        took = time.perf_counter() - start
        store.close()
        assert {event.status for event in told} == {"unchanged"} and len(told) == packs
        print(f"{packs} unchanged packs imported again: {took:.1f} s")


def _file(db: Database, draft: DraftDocument) -> None:
    file_document(db, draft, datetime(2026, 1, 5, 9))


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--archive", type=int, default=500, help="packs imported twice; 0 for none")
    folder_option(parser)
    asked = parser.parse_args()
    costs = [measure(asked.into, size) for size in asked.sizes]
    print_table(costs)
    print_places(costs)
    if asked.archive:
        asyncio.run(measure_unchanged(asked.archive))


if __name__ == "__main__":
    main()
