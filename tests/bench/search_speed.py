"""How fast search is on a large library, and what it costs: a table for people.

    python -m tests.bench.search_speed --passages 1000000 --into /tmp/twenty_years

Every query is asked three times; the first answer is thrown away, the better of the others counts. "Bare" is
FTS5's own ranking of the same words, any of which may stand in a passage: what the index alone needs.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from db.library.word_counts import count_words
from db.store import Store
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.importing import Importer
from scrutiny_tui.services.query_words import IGNORED, fold, split_words
from scrutiny_tui.services.search import Search
from tests.bench.twenty_years import ROOT, Council, folder_option, make_library

if TYPE_CHECKING:
    from sqlite_utils import Database

KINDS: dict[str, tuple[str, ...]] = {
    "rare": ("Liquidlogic", "unregistered providers", "grammar schools entrance test", "kinship placements"),
    "common": (
        "children and young people",
        "social workers",
        "committee report",
        "health and wellbeing board",
    ),
    "typos": (
        "recruitmnet of social wokers",
        "ofstead inspecton outcome",
        "safegaurding",
        "suffciency stratergy",
    ),
    "acronyms": ("EHCP backlog", "SEND", "UASC", "joint strategic needs assessment"),
    "names": (),
    "numbers": ("£17.3 million overspend", "44 vacancies", "2021/22", "38% of pupils"),
    "titles": (
        *("Revenue Monitoring Report", "OFSTED INSPECTION: OUTCOME REPORT", "SEND Services - Update Report"),
        "Report on NEET care leavers and those not in suitable accommodation",
    ),
    "paraphrase": (
        *("why are social workers quitting", "teenagers carrying knives", "bringing retired staff back"),
        "youngsters locked up before their trial",
    ),
}
TYPED = "recruitment of social workers in the county"
"""What is typed a letter at a time, for the answers as one types."""


@dataclass(frozen=True, slots=True)
class Took:
    """One query's best time: milliseconds by the clock and of the processor."""

    wall: float
    processor: float


def queries() -> dict[str, tuple[str, ...]]:
    """Give the queries by kind; the names are of the made-up council's people, common and rare."""
    people = Council().people
    return {**KINDS, "names": tuple(people[place] for place in (0, 30, 2000, 15_000))}


def timed(work: Callable[[], object], rounds: int = 3) -> Took:
    """Do something several times; the first warms up."""
    found = []
    for _ in range(rounds):
        start, worked = time.perf_counter(), time.process_time()
        work()
        found.append(Took((time.perf_counter() - start) * 1000, (time.process_time() - worked) * 1000))
    return min(found[1:] or found, key=lambda took: took.wall)


def bare_query(conn: sqlite3.Connection, query: str) -> None:
    """Ask FTS5 alone for the words that tell something."""
    words = [fold(word) for word in split_words(query)]
    told = [word for word in words if word not in IGNORED] or words
    match = " OR ".join(f'"{word}"' for word in told)
    conn.execute(
        "SELECT rowid FROM passage_fts WHERE passage_fts MATCH ? ORDER BY rank LIMIT 30", (match,)
    ).fetchall()


def percentile(values: list[float], part: float) -> float:
    """Give the value below which this part of them lies."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def table_sizes(conn: sqlite3.Connection) -> tuple[int, int]:
    """Give the bytes of the passages' words, and of everything kept to find them."""
    (text,) = conn.execute(
        "SELECT sum(length(CAST(heading || ref || text AS BLOB))) FROM passage_text"
    ).fetchone()
    (index,) = conn.execute(
        """SELECT sum(pgsize) FROM dbstat
        WHERE aggregate = 1 AND (name LIKE 'passage_fts%' OR name LIKE '%word%')"""
    ).fetchone()
    return int(text), int(index)


def measure_queries(home: Path) -> None:
    """Print the times of all kinds, of FTS5 alone, and of an answer for every letter typed."""
    store = Store.open(home)
    search = Search(store)
    asked = queries()
    with asyncio.Runner() as runner, closing(sqlite3.connect(home / "library.db")) as conn:
        first = timed(lambda: runner.run(search.find(KINDS["rare"][0])), rounds=1)
        print(
            f"first search, with the words read: {first.wall:.0f} ms ({first.processor:.0f} of the processor)"
        )
        print(f"{'kind':12}{'p50 ms':>9}{'p95':>9}{'processor':>11}{'bare p50':>10}{'p95':>10}{'times':>7}")
        every: list[tuple[Took, Took]] = []
        for kind, texts in asked.items():
            ours = [timed(lambda text=text: runner.run(search.find(text))) for text in texts]  # type: ignore[misc]
            bare = [timed(lambda text=text: bare_query(conn, text)) for text in texts]  # type: ignore[misc]
            every += zip(ours, bare, strict=True)
            _row(kind, ours, bare)
        _row("all", [pair[0] for pair in every], [pair[1] for pair in every])
        typed = [TYPED[:end] for end in range(3, len(TYPED) + 1)]
        letters = [timed(lambda text=text: runner.run(search.find(text)), 2).wall for text in typed]  # type: ignore[misc]
        middle, slow = percentile(letters, 0.5), percentile(letters, 0.95)
        print(f"as you type: p50 {middle:.0f} ms, p95 {slow:.0f} ms a letter")
        text, index = table_sizes(conn)
    store.close()
    print(f"index {index / 1e6:.0f} MB for {text / 1e6:.0f} MB of text: {index / text:.2f} times")
    print(f"largest memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _row(kind: str, ours: list[Took], bare: list[Took]) -> None:
    wall, alone = [took.wall for took in ours], [took.wall for took in bare]
    times = statistics.median(one / max(two, 0.1) for one, two in zip(wall, alone, strict=True))
    processor = percentile([took.processor for took in ours], 0.5)
    print(
        f"{kind:12}{percentile(wall, 0.5):9.1f}{percentile(wall, 0.95):9.1f}{processor:11.1f}"
        f"{percentile(alone, 0.5):10.1f}{percentile(alone, 0.95):9.1f}{times:7.1f}"
    )


def measure_indexing() -> None:
    """Print what part of importing the demo's packs is making the index and counting its words."""
    counting = 0.0

    def timed_count(db: Database, document_id: int) -> None:
        nonlocal counting
        start = time.perf_counter()
        count_words(db, document_id)
        counting += time.perf_counter() - start

    with tempfile.TemporaryDirectory() as folder, patch("db.library.filing.count_words", timed_count):
        store = Store.open(Path(folder))
        start = time.perf_counter()
        asyncio.run(_import(store))
        whole = time.perf_counter() - start
        store.close()
        with closing(sqlite3.connect(Path(folder) / "library.db")) as conn:
            start = time.perf_counter()
            conn.execute("INSERT INTO passage_fts (passage_fts) VALUES ('rebuild')")
            conn.commit()
            indexing = time.perf_counter() - start + counting
    share = 100 * indexing / whole
    print(f"indexing: {indexing:.2f} s of {whole:.2f} s of importing the demo's packs, {share:.0f} %")


async def _import(store: Store) -> None:
    async for _ in Importer(store, Clock()).import_paths([ROOT / "scrutiny_tui/demo/packs"]):
        pass


def main() -> None:
    """Measure a library of the size asked for, made if need be."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--passages", type=int, default=1_000_000)
    folder_option(parser)
    asked = parser.parse_args()
    made = make_library(asked.into, asked.passages)
    print(f"{made.passages} passages in {made.home}")
    measure_queries(made.home)
    measure_indexing()


if __name__ == "__main__":
    main()
