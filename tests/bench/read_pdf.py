"""Prints, side by side, what it takes to import a pack with one and two processes, and to read it otherwise.

python -m tests.bench.read_pdf [--times 1] [--pages 500] [--no-packs]

Ratios are of processor seconds, children included, as the machine may be shared; those of two processes
are of wall time and mean something only where two cores are free. `held` is an import as the app does it,
where a reading process is held ready since its screen was opened: starting interpreters is no part of it, as
it is none of the others' costs. `command` starts the reading process; with all starts counted, the program's
own is, too.
"""

from __future__ import annotations

import argparse
import math
import os
import tempfile
from collections import Counter
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from statistics import mean

from tests.bench.made_pack import make_pack
from tests.bench.pdf_costs import Cost, cost, costs_in_turn, say, the_packs

HEAD = (
    f"{'':26}{'pages/s cpu':>12}{'cpu s':>8}{'wall s':>8}{'peak MB':>9}{'x extract':>11}{'x pdftotext':>13}"
)
OTHERS = ("our_reader", "extract_pages", "pdftotext", "pypdfium2")


def main() -> int:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--times", type=int, default=1, help="take the best of so many")
    ask.add_argument("--pages", type=int, default=500, help="of the pack that is made")
    ask.add_argument("--no-packs", action="store_true", help="leave the packs beside the checkout out")
    args = ask.parse_args()
    load = os.getloadavg()[0]
    say(f"{os.cpu_count()} cores, load {load:.1f}; best of {args.times}")
    packs = [] if args.no_packs else the_packs()
    if not packs:
        say("The packs beside the checkout are left out or not there: only the made pack is read.")
    with tempfile.TemporaryDirectory() as folder:
        for path in packs:
            _one_file(path, args.times)
        made = Path(folder)
        _one_file(make_pack(made / f"made_{args.pages}.pdf", args.pages), args.times)
        _growth(made, args.pages, args.times)
    return 0


def _one_file(path: Path, times: int) -> None:
    ways = [(task, alone) for task in ("held_import", "command_import") for alone in (True, False)]
    *found, ours, stock, tool, other = costs_in_turn([*ways, *((name, True) for name in OTHERS)], path, times)
    assert ours and stock
    imports = {
        f"import, {way}, {count}": one
        for (way, count), one in zip(product(("held", "command"), ("one", "two")), found, strict=True)
        if one
    }
    others = dict(zip(OTHERS, (ours, stock, tool, other), strict=True))
    pages = len(ours.words)
    say(f"\n{path.name}: {pages} pages")
    say(HEAD)
    for name, one in {**imports, **others}.items():
        _row(name, one, pages, others)
    for name, one in imports.items():
        shown = f"agenda after {one.agenda:.2f} s" if one.agenda else "all at once (a short pack)"
        page = f", the page asked for then {one.page:.2f} s later" if one.page else ""
        whole = f"{stock.cpu / one.whole:.1f}" if one.whole else "-"
        wall = f"{stock.wall / one.wall:.1f}"
        say(f"{name:26}x extract by wall {wall:>5}, all starts counted {whole:>5}; {shown}{page}")
    same = cost("stock_identity", path)
    say(f"pages shown as pdfminer's own interpreter shows them: {same.text if same else 'not measured'}")
    for name in ("pdftotext", "pypdfium2"):
        _agreement(ours.words, name, others[name])


def _row(name: str, one: Cost | None, pages: int, costs: dict[str, Cost | None]) -> None:
    if one is None:
        say(f"{name:26} is not installed: left out")
        return
    stock, tool = costs["extract_pages"], costs["pdftotext"]
    ratio = f"{stock.cpu / one.cpu:.1f}" if stock else "-"
    share = f"{one.cpu / tool.cpu:.1f}" if tool else "-"
    rate = pages / one.cpu
    say(f"{name:26}{rate:12.0f}{one.cpu:8.2f}{one.wall:8.2f}{one.peak:9.0f}{ratio:>11}{share:>13}")


def _agreement(ours: Sequence[str], name: str, theirs: Cost | None) -> None:
    """Print how far the words of each page are the same as another tool's."""
    if theirs is None or len(theirs.words) != len(ours):
        say(f"words against {name}: not compared")
        return
    scores = [_f1(one, other) for one, other in zip(ours, theirs.words, strict=True)]
    low = sum(score < 0.95 for score in scores)
    say(f"words against {name}: F1 {mean(scores):.4f}, worst page {min(scores):.3f}, {low} pages below .95")


def _f1(one: str, other: str) -> float:
    a, b = Counter(_words(one)), Counter(_words(other))
    return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values())) if a or b else 1.0


def _words(text: str) -> list[str]:
    """The words of a text, whatever stands between them; a hyphen at a line's end divides none."""
    joined = text.replace("\ufffe", "").replace("\xad", "")
    plain = "".join(c if c.isalnum() else " " for c in joined.replace("ﬁ", "fi").replace("ﬂ", "fl"))
    return plain.casefold().split()


def _growth(folder: Path, pages: int, times: int) -> None:
    """Print how the cost of an import grows with the pages: 1 is in step."""
    counts = (pages // 4, pages // 2, pages)
    found = []
    for count in counts:
        path = make_pack(folder / f"growing_{count}.pdf", count)
        whole = cost("held_import", path, times=times)
        assert whole
        found.append(whole.cpu)
    points = [(math.log(count), math.log(seconds)) for count, seconds in zip(counts, found, strict=True)]
    across, up = mean(x for x, _ in points), mean(y for _, y in points)
    slope = sum((x - across) * (y - up) for x, y in points) / sum((x - across) ** 2 for x, _ in points)
    told = ", ".join(f"{count} pages {seconds:.2f} s" for count, seconds in zip(counts, found, strict=True))
    say(f"\ngrowth of an import, one process: {told}; exponent {slope:.2f}")


if __name__ == "__main__":
    raise SystemExit(main())
