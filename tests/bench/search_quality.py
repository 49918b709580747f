"""How well finding answers, part by part: what each adds, on judged queries and on our own.

Run `python tests/bench/search_quality.py [QUERIES PACKS SCORER]`: without arguments over the demo library and
the queries beside this file; with them also over those packs, from PDF and from text, with their own scorer.
A row of the table leaves one part out; the last two are BM25 alone, and with unknown words expanded.
"""

from __future__ import annotations

import asyncio
import importlib.util
import json
import math
import re
import statistics
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from db.models.passages import PassageFilter  # noqa: E402
from db.store import Store  # noqa: E402
from scrutiny_tui.services.models.finding import Hit  # noqa: E402
from scrutiny_tui.services.search import PARTS, Search  # noqa: E402

SHOWN, CUT = 30, 10
GAINS = {"best": 3, "good": 2, "some": 1}
Score = Callable[[Sequence[Hit]], float]


@dataclass(frozen=True, slots=True)
class Query:
    """A query with its judge, which gives nDCG@10 for an answer."""

    kind: str
    text: str
    before: date | None
    score: Score


def rows() -> list[tuple[str, frozenset[str]]]:
    """What to measure: a name, and the parts that are on."""
    left_out = [(f"without {part}", PARTS - {part}) for part in sorted(PARTS)]
    bare = frozenset({"sameness"})
    return [("all", PARTS), *left_out, ("BM25", bare), ("BM25 + expansion", bare | {"prefix", "slips"})]


def import_packs(packs: Iterable[Path], home: Path) -> None:
    """Fill a library as a member would."""
    command = [
        sys.executable,
        "-m",
        "scrutiny_tui",
        "--home",
        str(home),
        "import",
        "--json",
        *map(str, packs),
    ]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def demo_queries(store: Store) -> list[Query]:
    """Our own queries; what answers them is told by its words."""
    held = asyncio.run(store.read(_texts))
    found = tomllib.loads(Path(__file__).with_name("demo_queries.toml").read_text(encoding="utf-8"))
    return [Query(raw["kind"], raw["text"], None, _by_words(raw, held)) for raw in found["query"]]


def _texts(db: Any) -> list[str]:
    return [" ".join(row) for row in db.execute("SELECT heading, text FROM passage_text")]


def _by_words(raw: Mapping[str, Any], held: Sequence[str]) -> Score:
    patterns = {
        gain: [re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern in raw.get(name, ())]
        for name, gain in GAINS.items()
    }

    def gain(text: str) -> int:
        return max((g for g, some in patterns.items() if any(p.search(text) for p in some)), default=0)

    ideal = sorted({text: gain(text) for text in held}.values(), reverse=True)
    if not ideal or not ideal[0]:
        raise SystemExit(f"nothing in the library answers {raw['text']!r}")

    def score(hits: Sequence[Hit]) -> float:
        got = [gain(f"{hit.passage.heading} {hit.passage.text}") for hit in hits]
        return _dcg(got) / _dcg(ideal)

    return score


def _dcg(gains: Sequence[int]) -> float:
    return math.fsum((2.0**gain - 1) / math.log2(rank + 2) for rank, gain in enumerate(gains[:CUT]))


def judged_queries(path: Path, packs: Path, scorer: Path) -> list[Query]:
    """Queries judged by lines of the packs' text, scored as their own scorer does."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{scorer} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    texts = {pack.name[:3]: module.Pack(pack) for pack in sorted(packs.glob("[0-9][0-9][0-9]*.txt"))}
    return [_judged(raw, module, texts) for raw in json.loads(path.read_text(encoding="utf-8"))]


def _judged(raw: Mapping[str, Any], scorer: ModuleType, texts: Mapping[str, Any]) -> Query:
    before = scorer.before_date(raw)

    def score(hits: Sequence[Hit]) -> float:
        places = []
        for hit in hits:
            key = hit.passage.source[:3]
            places.append([(key, first, last) for first, last in texts[key].spans(hit.passage.text)])
        return float(scorer.score_query(raw, places)["nDCG@10"])

    return Query(raw["kind"], raw["query"], date.fromisoformat(before) if before else None, score)


async def measure(store: Store, queries: Sequence[Query], parts: frozenset[str]) -> dict[str, float]:
    """Give the mean nDCG@10 of each kind and of all."""
    search = Search(store, parts=parts)
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for query in queries:
        hits = await search.find(query.text, PassageFilter(before=query.before), SHOWN)
        score = query.score(hits)
        scores[query.kind].append(score)
        scores["all"].append(score)
    return {kind: statistics.mean(some) for kind, some in scores.items()}


def report(name: str, store: Store, queries: Sequence[Query]) -> None:
    """Print one table."""
    kinds = [*dict.fromkeys(query.kind for query in queries), "all"]
    print(
        f"\n{name}: {len(queries)} queries, nDCG@10\n{'':30}" + "".join(f"{kind[:10]:>11}" for kind in kinds)
    )
    for label, parts in rows():
        found = asyncio.run(measure(store, queries, parts))
        print(f"{label:30}" + "".join(f"{found[kind]:11.3f}" for kind in kinds))


def main() -> None:
    """Measure over the demo, and over judged packs where they are given."""
    with tempfile.TemporaryDirectory() as folder:
        work = [("demo", [ROOT / "scrutiny_tui/demo/packs"])]
        if len(sys.argv) == 4:
            judged, packs, _ = map(Path, sys.argv[1:])
            work += [(kind, sorted(packs.glob(f"*.{kind}"))) for kind in ("pdf", "txt")]
        for name, files in work:
            import_packs(files, Path(folder) / name)
            store = Store.open(Path(folder) / name)
            try:
                own = name == "demo"
                queries = demo_queries(store) if own else judged_queries(judged, packs, Path(sys.argv[3]))
                report(name, store, queries)
            finally:
                store.close()


if __name__ == "__main__":
    main()
