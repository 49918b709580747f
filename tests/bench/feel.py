"""How quick the app feels beside a bare Textual app with the same widgets: a table for people.

    python -m tests.bench.feel --passages 1000000 --into /tmp/twenty_years

Both run in a pseudo-terminal of 120x40 and are timed from outside: from the start of the process to the first
useful words, and from a key to the last byte of its repaint. The library is a made-up council's of the size
asked for, with one pack of 600 pages more. Textual paints at most sixty times a second, so 17 ms of an answer
are the frame's, not the app's; that is why the bare app stands beside it.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.made_pack import make_pack
from tests.bench.search_speed import percentile
from tests.bench.terminal_program import TerminalProgram
from tests.bench.twenty_years import ROOT, folder_option, make_library

PAGES, IMPORTED = 600, 400
TITLE = "Wendshire Scrutiny"
_BARE = f"""
from textual.app import App
from textual.widgets import Footer, OptionList, Static
class Bare(App):
    BINDINGS = [(key, "app.bell", key) for key in "ias/dgq"]
    def compose(self):
        yield Static("Scrutiny  1 Meetings  2 Search  3 Questions  4 Deadlines  5 Topics  6 Actions")
        yield OptionList(*[f"Thu {{n % 28 + 1}} Mar  {TITLE} {{n}}  8 items  96 pages" for n in range(300)])
        yield Footer()
Bare().run()
"""
DOWN, SPACE, ESCAPE = "\x1b[B", " ", "\x1b"


def prepared(into: Path, passages: int) -> Path:
    """Make the home that is measured, or find it made: a library of this size and the long pack.

    Raises:
        subprocess.CalledProcessError: the pack was not imported.
    """
    home = into / f"feel-{passages}"
    if not (home / "ready").exists():
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(make_library(into, passages).home, home)
        with tempfile.TemporaryDirectory() as folder:
            pack = make_pack(Path(folder) / "long.pdf", PAGES)
            scrutiny = [sys.executable, "-m", "scrutiny_tui", "import", str(pack)]
            subprocess.run(scrutiny, cwd=ROOT, env=_environment(home), check=True, capture_output=True)
        (home / "ready").touch()
    return home


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "SCRUTINY_HOME": str(home), "TEXTUAL_ANIMATIONS": "none"}


class Feel:
    """The measures, on one prepared home."""

    def __init__(self, home: Path, keys: int, starts: int) -> None:
        """Remember what to measure, and how often."""
        self._home, self._keys, self._starts = home, keys, starts
        self._pace = random.Random(7)

    def start(self) -> None:
        """Time the starts of both, in turns."""
        bare, ours = [], []
        for _ in range(self._starts):
            bare.append(self._painted(self._bare()))
            ours.append(self._painted(self._app()))
        of_bare, of_ours = statistics.median(bare), statistics.median(ours)
        times = f"bare {of_bare * 1000:6.0f} ms   ours {of_ours * 1000:6.0f} ms"
        print(f"start to first useful paint   {times}   ratio {of_ours / of_bare:.2f}")

    def keys(self) -> None:
        """Time keys in a list, the agenda and the reader, and opening the long pack anywhere."""
        bare = self._bare()
        self._told("list of the bare app", self._answers(bare, lambda n: DOWN), bare)
        app = self._app()
        self._told("list", self._answers(app, lambda n: DOWN if n % 2 else "\x1b[A"), app)
        opened = _timed(app, "\x1b[H\r", "Road Verges")
        print(f"open the meeting              {opened * 1000:6.0f} ms")
        app.settle()
        self._told("agenda", self._answers(app, lambda n: "n" if n % 20 < 10 else "p"), app)
        self._open_anywhere(app)
        self._told("reader", self._answers(app, lambda n: SPACE), app)
        app.close()

    def while_importing(self) -> None:
        """Time the same keys while packs of 400 pages are taken in."""
        with tempfile.TemporaryDirectory() as folder:
            for n in range(6):
                make_pack(Path(folder) / f"{n}.pdf", IMPORTED, f"Wendshire Panel {n}")
            for where, before in (("list", ""), ("agenda", "\r"), ("reader", "\r\r")):
                app = self._app()
                app.press("i")
                app.painted("folder")
                app.settle(0.5)
                app.press(f"{folder}\r")
                app.painted("import", since=time.perf_counter())
                app.press(ESCAPE)
                time.sleep(0.5)
                for key in before:
                    app.press(key)
                    time.sleep(0.7)
                key = {"list": DOWN, "agenda": "n", "reader": SPACE}[where]
                self._told(f"{where}, importing", self._answers(app, constant(key)), app)
                app.close()

    def _open_anywhere(self, app: TerminalProgram) -> None:
        app.press("\r")
        app.settle()
        took = []
        for page in self._pace.sample(range(20, PAGES - 20), 12):
            app.press("g")
            app.settle(0.2)
            app.press(str(page))
            app.settle(0.2)
            took.append(app.answer("\r", 1.0, quiet=0.4) or 1.0)
        p50, p95 = (percentile(took, share) * 1000 for share in (0.5, 0.95))
        print(f"open at any of {PAGES} pages      p50 {p50:4.0f} ms   p95 {p95:4.0f} ms")

    def _answers(self, app: TerminalProgram, key: Callable[[int], str]) -> list[float]:
        took = (app.answer(key(n), 0.1 + self._pace.random() * 0.08) for n in range(self._keys))
        return [one for one in took if one is not None]

    def _told(self, where: str, took: list[float], app: TerminalProgram) -> None:
        p50, p95 = (percentile(took, share) * 1000 for share in (0.5, 0.95))
        times = f"p50 {p50:4.0f} ms   p95 {p95:4.0f} ms   ({len(took)} keys)"
        print(f"key to repaint, {where:20}  {times}   {app.memory:4.0f} MB")

    def _bare(self) -> TerminalProgram:
        return TerminalProgram([sys.executable, "-c", _BARE], cwd=ROOT, env=_environment(self._home))

    def _app(self) -> TerminalProgram:
        return TerminalProgram([sys.executable, "-m", "scrutiny_tui"], cwd=ROOT, env=_environment(self._home))

    def _painted(self, program: TerminalProgram) -> float:
        took = program.painted(TITLE)
        program.close()
        return took


def constant(key: str) -> Callable[[int], str]:
    """The same key each time."""
    return lambda n: key


def _timed(app: TerminalProgram, keys: str, words: str) -> float:
    app.settle()
    return app.painted(words, since=app.press(keys))


def main() -> None:
    """Measure what was asked for, and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--passages", type=int, default=10_000, help="how large the library is")
    parser.add_argument("--keys", type=int, default=100, help="how many keys are pressed in each place")
    parser.add_argument("--starts", type=int, default=7, help="how often each is started")
    folder_option(parser)
    options = parser.parse_args()
    feel = Feel(prepared(options.into, options.passages), options.keys, options.starts)
    feel.start()
    feel.keys()
    feel.while_importing()


if __name__ == "__main__":
    main()
