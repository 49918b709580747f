"""Reads made-up papers of councils that do not exist and prints how much of each field was right.

python -m tests.bench.fidelity [--count 200] [--first 0] [--pdf] [--worst 10]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from imports.model.document import Document
from imports.pack import understand
from imports.readers.pdf import read_pdf
from imports.readers.text import read_text
from tests.importers.messy.packs import Paper, make
from tests.importers.messy.render import as_text, draw
from tests.importers.messy.score import score


def read(paper: Paper, folder: Path, pdf: bool) -> Document:
    """Have a paper read from the file a member would have."""
    path = folder / f"paper_{paper.seed}.{'pdf' if pdf else 'txt'}"
    if pdf:
        draw(paper, path)
        return read_pdf(path)
    path.write_text(as_text(paper), encoding="utf-8")
    return read_text(path)


def measure(seeds: range, pdf: bool) -> dict[int, dict[str, float]]:
    """The figures of each seed's paper."""
    with tempfile.TemporaryDirectory() as folder:
        cards = {}
        for seed in seeds:
            paper = make(seed)
            cards[seed] = score(understand(read(paper, Path(folder), pdf)).pack, paper)
        return cards


def main() -> int:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--count", type=int, default=200)
    ask.add_argument("--first", type=int, default=0)
    ask.add_argument("--pdf", action="store_true")
    ask.add_argument("--worst", type=int, default=3)
    args = ask.parse_args()
    cards = measure(range(args.first, args.first + args.count), args.pdf)
    fields: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for seed, card in cards.items():
        for field, value in card.items():
            fields[field].append((value, seed))
    out = sys.stdout
    for field, values in sorted(fields.items()):
        worst = [f"{seed}:{value:.2f}" for value, seed in sorted(values)[: args.worst] if value < 1]
        mean = sum(value for value, _ in values) / len(values)
        out.write(f"{mean:6.3f}  {field:18} n={len(values):4}  {' '.join(worst)}\n")
    every = [value for card in cards.values() for value in card.values()]
    out.write(f"{sum(every) / len(every):6.3f}  over {len(cards)} papers\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
