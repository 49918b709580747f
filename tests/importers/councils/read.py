"""Has the written-out papers read, each as a member would hand it in, and measures what came of it.

python -m tests.importers.councils.read [--details]
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from statistics import mean

from imports.detect import read
from imports.pack import understand
from scrutiny_tui.contract import pack_json
from scrutiny_tui.services.calendars import WorkingCalendar
from tests.importers.councils.draw import draw
from tests.importers.councils.score import Json, score

PAPERS = Path(__file__).parent / "papers"
DRAWN = (
    "thameswick_pack",
    "harrowby_pack",
    "wrexley_unitary",
    "downshire_county",
    "kelbrook_supplement",
    "candleford_front",
    "little_harling_minutes",
    "cwmderi_minutes",
    "merebridge_hwb",
    "bexcombe_agendapack_outcome",
    "ryeford_columns",
    "westvale_ca",
    "kentwell_hosc",
    "pennington_pack",
    "isleworthy_table_minutes",
    "inglefield_pack",
    "hollowayne_london",
    "hawkswell_actions",
    "dyffryn_aled",
    "kirkhallam_pack",
    "selbrook_pack",
    "saltreach_blocks",
    "eastmere_london",
    "ridings_jhosc_minutes",
    "wharfedon_unnumbered",
    "wealdham_tiers",
    "limehurst",
    "tillingdown",
    "hambleside",
    "avonholme",
    "tamarshire",
)


def names() -> list[str]:
    """Every paper with its truth."""
    return sorted(path.stem for path in PAPERS.glob("*.json"))


def truth(name: str) -> Json:
    """What a person read in a paper."""
    said: Json = json.loads((PAPERS / f"{name}.json").read_text(encoding="utf-8"))
    return said


def show(path: Path) -> Json:
    """What `show --json` says of a file."""
    return pack_json(understand(read(path)).pack, WorkingCalendar())


def measure(folder: Path, drawn: bool = False) -> dict[str, dict[str, float]]:
    """The figures of each paper, as it was saved or drawn as a PDF."""
    cards = {}
    for name in DRAWN if drawn else names():
        path = PAPERS / str(truth(name)["source"])
        if drawn:
            draw(path.read_text(encoding="utf-8"), path := folder / f"{name}.pdf")
        cards[name] = score(show(path), truth(name))
    return cards


def means(cards: dict[str, dict[str, float]]) -> dict[str, float]:
    """The mean of each field over the papers that have it."""
    fields = sorted({field for card in cards.values() for field in card})
    return {field: mean(card[field] for card in cards.values() if field in card) for field in fields}


def main() -> int:
    """Measure and print."""
    for drawn in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            cards = measure(Path(folder), drawn)
        for field, value in means(cards).items():
            worst = [f"{name}:{card[field]:.2f}" for name, card in cards.items() if card.get(field, 1) < 1]
            sys.stdout.write(f"{value:6.3f}  {field:18} {' '.join(worst)}\n")
        every = [value for card in cards.values() for value in card.values()]
        sys.stdout.write(f"{mean(every):6.3f}  over {len(cards)} papers {'as PDF' if drawn else ''}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
