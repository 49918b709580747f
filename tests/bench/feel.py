"""How quick the app feels beside a bare Textual app with the same widgets: a table for people.

    python -m tests.bench.feel --passages 1000000 --into /tmp/twenty_years

Both run in a pseudo-terminal of 120x40 that shows frames whole, and are timed from outside: from the start of
the process to the first useful words, and from a key to the last byte of the first frame that shows what the
key is for (`shown`): the cursor on another row, the other item's words, the other page's text. `last` is when
the last frame before a twentieth of a second of quiet was out: what else belongs to the answer is there, too.
What was said earlier on an item is looked for once the cursor rests, and is timed by itself, from the key on.
`work` is how long the program's own threads were busy until `shown`, which tells more than the clock where
other programs want the machine.

The library is a made-up council's of the size asked for, with one pack of 600 pages more. While packs of 400
pages are taken in (into a copy of it), both apps are asked in turns, so that both have the same machine.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.made_pack import make_pack
from tests.bench.search_speed import percentile
from tests.bench.terminal_program import Answer, TerminalProgram
from tests.bench.twenty_years import ROOT, folder_option, make_library

PAGES, IMPORTED, PACKS = 600, 400, 6
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
DOWN, UP, HOME, SPACE, ESCAPE = "\x1b[B", "\x1b[A", "\x1b[H", " ", "\x1b"
_FACTS = re.compile(r"read \d+ of \d+|no papers|only linked|no business")
_FILLED = re.compile(r"Earlier on this topic(?!\s+looking)")
_A_PAGE = 400  # letters in a frame that shows another page


@dataclass(frozen=True, slots=True)
class Place:
    """Where keys are pressed: the keys that lead there from the list, the n-th key, what it must show."""

    name: str
    way: tuple[str, ...]
    key: Callable[[int], str]
    shows: Callable[[str], bool]
    pause: float = 0.12


BARE = Place("list of the bare app", (), lambda n: DOWN, lambda words: TITLE in words)
LIST = Place("list", (), lambda n: DOWN if n % 2 else UP, lambda words: "▌" in words)
AGENDA = Place(
    "agenda",
    ("\r", HOME),
    lambda n: "n" if n % 20 < 10 else "p",
    lambda words: bool(_FACTS.search(words)),
    0.2,
)
READER = Place("reader", ("\r", HOME, "\r"), lambda n: SPACE, lambda words: len(words) > _A_PAGE)
CURSOR = Place("  its cursor", (), lambda n: DOWN, bool)


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
    """What both run in: as installed, with what Python compiled once kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "SCRUTINY_HOME": str(home), "TEXTUAL_ANIMATIONS": "none"}


class Feel:
    """The measures, on one prepared home."""

    def __init__(self, home: Path, keys: int, starts: int) -> None:
        """Remember what to measure, and how often."""
        self._home, self._keys, self._starts = home, keys, starts
        self._pace = random.Random(7)

    def start(self) -> None:
        """Time the starts of both, in turns."""
        bare, ours = [], []
        _painted(_app(self._home))  # compiles what was changed since
        for _ in range(self._starts):
            bare.append(_painted(_bare(self._home)))
            ours.append(_painted(_app(self._home)))
        of_bare, of_ours = statistics.median(bare), statistics.median(ours)
        times = f"bare {of_bare * 1000:6.0f} ms   ours {of_ours * 1000:6.0f} ms"
        print(f"start to first useful paint   {times}   ratio {of_ours / of_bare:.2f}", flush=True)

    def keys(self) -> None:
        """Time keys in a list, the agenda and the reader, and opening the long pack anywhere."""
        bare, app = _bare(self._home), _app(self._home)
        for program in (bare, app):
            program.painted(TITLE)
            program.settle()
        self._ask_in_turns((BARE, bare), (LIST, app))
        bare.close()
        opened = app.painted("Road Verges", since=app.press(f"{HOME}\r"))
        print(f"open the meeting                    {opened * 1000:6.0f} ms")
        app.settle()
        app.press(HOME)  # it opens at the item that was in hand last
        app.settle()
        self._ask_in_turns((AGENDA, app))
        self._earlier(app)
        self._open_anywhere(app)
        self._ask_in_turns((READER, app))
        self._ask_in_turns((CURSOR, app))
        self._open_papers(app)
        app.close()

    def while_importing(self) -> None:
        """Time the same keys while packs of 400 pages are taken in."""
        with _copied(self._home) as home:
            for place in (LIST, AGENDA, READER):
                with tempfile.TemporaryDirectory() as folder:
                    for n in range(PACKS):
                        make_pack(Path(folder) / f"{n}.pdf", IMPORTED, f"Wendshire {place.name} Panel {n}")
                    bare, app = _bare(home), _app(home)
                    _begin_import(app, folder)
                    for key in (HOME, *place.way) if place.way else ():
                        app.press(key)
                        app.settle(0.7)
                    bare.settle()
                    self._ask_in_turns((BARE, bare), (place, app), during=", importing")
                    bare.close()
                    app.close()

    def _ask_in_turns(self, *asked: tuple[Place, TerminalProgram], during: str = "") -> None:
        """Press the keys of each place in turns, and say how soon they were answered."""
        answers: list[list[Answer]] = [[] for _ in asked]
        for n in range(self._keys):
            for (place, program), known in zip(asked, answers, strict=True):
                pause = place.pause + self._pace.random() * 0.08
                if answer := program.answer(place.key(n), pause + (0.3 if during else 0), place.shows):
                    known.append(answer)
        for (place, program), known in zip(asked, answers, strict=True):
            _tell(f"{place.name}{during}", known, program)

    def _earlier(self, app: TerminalProgram) -> None:
        """Time from the key to what was said earlier, on items that were not in hand yet."""
        app.press("n" * 12)
        app.settle()
        filled = (app.answer("n", 1.5, lambda words: bool(_FILLED.search(words)), 0.3) for _ in range(12))
        _tell("  said earlier filled in", [one for one in filled if one], app)

    def _open_anywhere(self, app: TerminalProgram) -> None:
        """Time from `enter` in the dialog to the page asked for."""
        app.press("\r")
        app.settle()
        answers = []
        for page in self._pace.sample(range(20, PAGES - 20), 20):
            app.press("g")
            app.settle(0.2)
            app.press(str(page))
            app.settle(0.2)
            answers.append(app.answer("\r", 1.0, _naming(page), 0.2))
        _tell(f"  open at any of {PAGES} pages", [one for one in answers if one], app)

    def _open_papers(self, app: TerminalProgram) -> None:
        """Time from `enter` to the page, on an item of the agenda and on a passage that was found."""
        app.press(ESCAPE)
        app.settle()
        self._open_after(app, "n", "  a paper from the agenda")
        app.press("/")
        app.settle()
        app.press("fostering")
        app.settle(1.5)
        app.press("\r")
        app.settle(0.5)
        self._open_after(app, DOWN, "  a passage that was found")

    def _open_after(self, app: TerminalProgram, key: str, name: str) -> None:
        answers = []
        for _ in range(12):
            app.press(key)
            app.settle(0.6)
            answers.append(app.answer("\r", 1.5, _is_paper, 0.2))
            app.press(ESCAPE)
            app.settle(0.5)
        _tell(name, [one for one in answers if one], app)


def _is_paper(words: str) -> bool:
    """Whether a frame shows a page of a paper, as the line over its text says."""
    return re.search(r"page \d+ of \d+", words) is not None and len(words) > 2 * _A_PAGE


def _naming(page: int) -> Callable[[str], bool]:
    """Says whether a frame names this page, as the line over its text does."""
    return lambda words: f"page {page} of" in words


def _tell(where: str, answers: list[Answer], program: TerminalProgram) -> None:
    parts = []
    for name in ("shown", "last", "work"):
        took = [getattr(one, name) * 1000 for one in answers] or [0.0]
        parts.append(f"{name} p50 {percentile(took, 0.5):4.0f} p95 {percentile(took, 0.95):4.0f}")
    told = "   ".join(parts)
    print(f"{where:32} {told} ms   ({len(answers)} keys)  {program.memory:4.0f} MB", flush=True)


@contextmanager
def _copied(home: Path) -> Iterator[Path]:
    """A copy of a home to import into, so that the next run finds the same library."""
    with tempfile.TemporaryDirectory(dir=home.parent) as folder:
        yield shutil.copytree(home, Path(folder) / "home")


def _bare(home: Path) -> TerminalProgram:
    return TerminalProgram([sys.executable, "-c", _BARE], cwd=ROOT, env=_environment(home))


def _app(home: Path) -> TerminalProgram:
    return TerminalProgram([sys.executable, "-m", "scrutiny_tui"], cwd=ROOT, env=_environment(home))


def _painted(program: TerminalProgram) -> float:
    took = program.painted(TITLE)
    program.close()
    return took


def _begin_import(app: TerminalProgram, folder: str) -> None:
    """Have a folder imported, and go back to the list."""
    app.painted(TITLE)
    app.settle()
    app.press("i")
    app.painted("folder")
    app.settle(0.5)
    app.press(f"{folder}\r")
    app.painted("import", since=time.perf_counter())
    app.press(ESCAPE)
    time.sleep(0.5)


def main() -> None:
    """Measure what was asked for, and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--passages", type=int, default=10_000, help="how large the library is")
    parser.add_argument("--keys", type=int, default=100, help="how many keys are pressed in each place")
    parser.add_argument("--starts", type=int, default=7, help="how often each is started")
    folder_option(parser)
    options = parser.parse_args()
    feel = Feel(prepared(options.into, options.passages), options.keys, options.starts)
    if options.starts:
        feel.start()
    feel.keys()
    feel.while_importing()


if __name__ == "__main__":
    main()
