"""One task with one PDF, in a process of its own: does it, and prints what it cost as JSON.

python -m tests.bench.pdf_tasks TASK FILE
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

Answer = dict[str, object]


def _cpu() -> float:
    """Processor seconds of this process and of its children that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


@contextmanager
def _timed(answer: Answer) -> Iterator[float]:
    wall, cpu = time.perf_counter(), _cpu()
    yield wall
    answer["wall"] = time.perf_counter() - wall
    answer["cpu"] = _cpu() - cpu


def command_import(path: Path, answer: Answer) -> None:
    """Import into a new library, as the command line does: the reading process is started for the file."""
    _import(path, answer, held=False)


def held_import(path: Path, answer: Answer) -> None:
    """Import into a new library, as the app does: a reading process is held ready since its screen opened."""
    _import(path, answer, held=True)


def _import(path: Path, answer: Answer, *, held: bool) -> None:
    import sqlite_utils  # noqa: F401

    from scrutiny_tui.paths import Home
    from scrutiny_tui.services.clock import Clock
    from scrutiny_tui.services.early import EarlyPages
    from scrutiny_tui.services.models.importing import ImportedFile
    from scrutiny_tui.wiring import open_services

    early = EarlyPages()
    asked: list[asyncio.Task[None]] = []

    async def ask(total: int) -> None:
        since = time.perf_counter()
        if await early.page(f"p{total * 2 // 3}"):
            answer["page"] = time.perf_counter() - since

    async def take_in(begun: float) -> None:
        async for event in services.importer.import_paths([path], early=early):
            if isinstance(event, ImportedFile):
                answer["text"] = event.text
            elif event.preview and "agenda" not in answer:
                answer["agenda"] = time.perf_counter() - begun
                asked.append(asyncio.create_task(ask(event.total)))

    with tempfile.TemporaryDirectory() as folder:
        services = open_services(Home(Path(folder)), Clock(None))
        started = 0.0
        if held:
            services.store.read_now(lambda db: None)  # the screen shows what it read of the library
            services.importer.held.prepare()
            started = _settled(services.importer.held.process_id or 0)
        else:
            services.importer  # noqa: B018 - its modules are loaded when it is first asked for
        with _timed(answer) as begun:
            asyncio.run(take_in(begun))
        services.close()
    answer["cpu"] = cast(float, answer["cpu"]) - started
    answer["whole"] = _cpu()
    # The reading process is the largest child; its fork, if there is one, is counted as it was waited for.
    answer["peak"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _settled(process: int) -> float:
    """Wait until a process and its forks have nothing more to do; the processor seconds they took so far."""
    before, now = -1, 0
    while before != now or not now:
        time.sleep(0.5)
        forks = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        told = (Path(f"/proc/{one}/schedstat").read_text() for one in (process, *forks))
        before, now = now, sum(int(one.split()[0]) for one in told)
    return now / 1e9


def our_reader(path: Path, answer: Answer) -> None:
    """Read the pages, and give their words."""
    import imports.readers.pdf.reader  # noqa: F401
    from imports.readers.pdf import read_pdf

    with _timed(answer):
        document = read_pdf(path)
    answer["words"] = [" ".join(line.text for line in page.lines) for page in document.pages]


def extract_pages(path: Path, answer: Answer) -> None:
    """Have pdfminer lay out every page."""
    from pdfminer import high_level

    with _timed(answer):
        for _ in high_level.extract_pages(path):
            pass


def stock_identity(path: Path, answer: Answer) -> None:
    """Count the pages on which our interpreter shows exactly what pdfminer's own does."""
    from tests.importers.stock_runs import compare, is_identical

    with _timed(answer):
        same = [is_identical(ours, stock) for _, ours, stock in compare(path)]
    answer["text"] = f"{sum(same)} of {len(same)}"


def pdfplumber(path: Path, answer: Answer) -> None:
    """Extract the text of every page with pdfplumber."""
    import pdfplumber

    with _timed(answer), pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()


def pypdfium2(path: Path, answer: Answer) -> None:
    """Extract the text of every page with pdfium."""
    import pypdfium2

    with _timed(answer):
        pdf = pypdfium2.PdfDocument(path)
        answer["words"] = [pdf[n].get_textpage().get_text_range() for n in range(len(pdf))]


def pdftotext(path: Path, answer: Answer) -> None:
    """Extract the text of the file with Poppler's tool, start included."""
    import subprocess

    with _timed(answer):
        done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    answer["words"] = done.stdout.decode(errors="replace").split("\f")[:-1]
    answer["peak"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


TASKS: dict[str, Callable[[Path, Answer], None]] = {
    task.__name__: task
    for task in (
        command_import, held_import, our_reader, extract_pages,
        stock_identity, pdfplumber, pypdfium2, pdftotext,
    )
}  # fmt: skip


def main() -> int:
    """Do the task named and print its cost."""
    name, path = sys.argv[1:3]
    answer: Answer = {}
    try:
        TASKS[name](Path(path), answer)
    except (ImportError, FileNotFoundError) as error:
        answer = {"missing": str(error)}
    answer.setdefault("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    json.dump(answer, sys.stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
