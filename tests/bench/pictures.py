"""How long a page's picture takes: a table for people.

    python -m tests.bench.pictures FILE... [--pages 6]

Pages spread over each file are drawn for a terminal of 120x40 in each form. By page: the processor time the
drawing process takes, the time until its answer is here, and the processor time the app itself takes to show
it, which is all that a person's keys could feel. The first page comes with the start of the drawing process.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import time
from datetime import datetime
from pathlib import Path

from textual.app import App, ComposeResult

from db.models.papers import StoredDocument
from scrutiny_tui.services.pictures import Pictures, Room
from scrutiny_tui.widgets.page_picture import PagePicture

COLUMNS, ROWS, WIDE, HIGH = 120, 36, 9, 18
_TICKS = 100
"""Of a second, in /proc."""
PART = (0.0, 0.0, 1.0, 0.42)
"""What a page shows of itself at first on such a screen."""


class Wall(App[None]):
    """A picture and nothing else."""

    def compose(self) -> ComposeResult:
        """Lay out the picture."""
        yield PagePicture()


def _document(path: Path) -> StoredDocument:
    from pypdfium2 import PdfDocument

    with PdfDocument(str(path)) as pdf:
        pages = len(pdf)
    return StoredDocument(1, 1, "00", path.name, str(path), "pdf", "pack", pages, datetime(2026, 1, 1), "")


def _child_seconds(pictures: Pictures) -> float:
    assert pictures._child is not None
    fields = Path(f"/proc/{pictures._child.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


async def measure(path: Path, form: str, pages: int) -> list[tuple[float, float, float]]:
    """Draw pages of one file: processor time there, time until it is here, processor time here; in ms."""
    document = _document(path)
    found: list[tuple[float, float, float]] = []
    room = Room(COLUMNS * WIDE, ROWS * HIGH, WIDE, HIGH, form)
    pictures, app = Pictures(), Wall()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        shown = app.query_one(PagePicture)
        for place in range(pages):
            page = 1 + place * document.page_count // pages
            before = _child_seconds(pictures) if found else 0.0
            begun = time.perf_counter()
            picture = await pictures.draw(document, page, room, PART)
            here = time.perf_counter() - begun
            there = _child_seconds(pictures) - before
            busy = time.process_time()
            shown.show(picture)
            await pilot.pause()
            found.append((there * 1e3, here * 1e3, (time.process_time() - busy) * 1e3))
    await pictures.close()
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--pages", type=int, default=6)
    options = parser.parse_args()
    print(
        "form    page      n  drawing cpu: median worst  here after: median worst  app cpu: median worst (ms)"
    )
    for form in ("blocks", "sixel", "kitty"):
        runs = [asyncio.run(measure(path, form, options.pages)) for path in options.files]
        first, later = [run[0] for run in runs], [one for run in runs for one in run[1:]]
        for name, rows in (("first", first), ("others", later)):
            columns = [f"{statistics.median(one):18.0f} {max(one):6.0f}" for one in zip(*rows, strict=True)]
            print(f"{form:7} {name:7} {len(rows):3} {'  '.join(columns)}")


if __name__ == "__main__":
    main()
