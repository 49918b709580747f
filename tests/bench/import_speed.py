"""Prints pages a second and peak memory of `scrutiny import` beside other ways to read the same PDFs.

python -m tests.bench.import_speed [FILE ...] [--pages 500]

Without files the packs beside the checkout are read, where they are, and a made pack. `scrutiny import`
is the command itself, start and library and all; the others only extract, and their start is not counted.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from imports.processes.twin import ALONE
from tests.bench.made_pack import make_pack
from tests.bench.pdf_costs import ROOT, Cost, cost, say, the_packs

TOOLS = ("extract_pages", "pdfplumber", "pypdfium2", "pdftotext")


def main() -> int:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("files", nargs="*", type=Path)
    ask.add_argument("--pages", type=int, default=500, help="of the pack that is made")
    args = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = args.files or [*the_packs(), make_pack(Path(folder) / f"made_{args.pages}.pdf", args.pages)]
        if not args.files and len(files) == 1:
            say("The packs beside the checkout are not there: only the made pack is read.")
        say(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        say(f"{'':26}{'pages/s':>9}{'wall s':>8}{'cpu s':>8}{'peak MB':>9}")
        for path in files:
            _one_file(path)
    return 0


def _one_file(path: Path) -> None:
    counted = cost("our_reader", path)
    pages = len(counted.words) if counted else 0
    say(f"{path.name}: {pages} pages")
    rows: dict[str, Cost | None] = {
        "scrutiny import, 1 process": _command(path, alone=True),
        "scrutiny import": _command(path, alone=False),
    }
    rows |= {name: cost(name, path) for name in TOOLS}
    for name, one in rows.items():
        if one is None:
            say(f"{name:26} is not installed: left out")
        else:
            say(f"{name:26}{pages / one.wall:9.0f}{one.wall:8.2f}{one.cpu:8.2f}{one.peak:9.0f}")


def _command(path: Path, alone: bool) -> Cost:
    """Run the command itself into a new home; the peak is the largest of its processes."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "scrutiny_tui", "import", "--home", home, str(path)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), ALONE: "1" if alone else ""}
        wall = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT, env=environment) as running:
            # Of this very process and its own: what earlier children of ours took is left out.
            _, status, used = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - wall
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


if __name__ == "__main__":
    raise SystemExit(main())
