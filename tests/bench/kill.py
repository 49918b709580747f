"""The program killed at any moment, over and over, and what became of it all.

    python -m tests.bench.kill --times 100 --seed 1 --lanes 4

Each time one deed is begun with the real program, killed without warning (the program with its children, or
the program alone), begun again, and everything looked over: the words typed, the papers imported, both
databases, files left lying about, children that run on. Programs wait most of the time, so several lanes of
kills run beside each other, each on homes of its own. Linux only. Prints a table; fails if anything was lost.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import random
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import termios
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path

from db import desk
from db.models.questions import MeetingRef
from db.store import Store
from tests.reliability.soundness import Counts, faults_of_home, papers, running_in, strays, texts

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
PROMISED = 1.0
"""Seconds after which typed words must be kept."""
LETTER_EVERY = 0.03
_DAYS = ("10 March 2026", "14 April 2026")
_REF = MeetingRef("Rivers Scrutiny Committee", date(2026, 6, 2))


@dataclass(slots=True)
class Bench:
    """What all runs share: the packs, and what an import that nobody killed holds."""

    folder: Path
    lanes: int = 1
    packs: Path = field(init=False)
    whole: Counts = field(init=False)
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def stretch(self) -> float:
        """How much longer than alone a deed may take, with other lanes at work on the same processors."""
        return 1.05 * max(1.0, self.lanes / (os.cpu_count() or 1))

    def __post_init__(self) -> None:
        """Make the packs and import them once, undisturbed."""
        self.packs = make_packs(self.folder / "packs")
        home = self.folder / "undisturbed"
        run(home, self.folder, "import", str(self.packs))
        self.whole = papers(home)
        assert len(self.whole) >= len(_DAYS)

    def time(self, deeds: list[str]) -> None:
        """Find how long each deed takes when nobody kills it."""
        for name in deeds:
            if name not in DEEDS:
                continue
            scratch = Path(tempfile.mkdtemp(dir=self.folder))
            arguments, _ = DEEDS[name](self, scratch / "home", scratch)
            begun = time.monotonic()
            run(scratch / "home", scratch, *arguments)
            self.seconds[name] = time.monotonic() - begun
            shutil.rmtree(scratch)


@dataclass(slots=True)
class Result:
    """What became of one deed that was killed."""

    deed: str
    after: float
    faults: list[str]
    lost: float = 0.0
    ended: bool = False


def make_packs(folder: Path) -> Path:
    """Packs of text: one as it is, one in an archive."""
    folder.mkdir(parents=True)
    (source,) = (ROOT / "scrutiny_tui/demo/packs").glob("*.txt")
    text = source.read_text(encoding="utf-8")
    for place, day in enumerate(_DAYS):
        (folder / f"Board {day}.txt").write_text(text.replace(_DAYS[0], day), encoding="utf-8")
        if place:
            with zipfile.ZipFile(folder / "more.zip", "a") as archive:
                archive.write(folder / f"Board {day}.txt", f"Board {day}.txt")
            (folder / f"Board {day}.txt").unlink()
    return folder


def command(*arguments: str) -> list[str]:
    """The program's command line."""
    return [sys.executable, "-m", "scrutiny_tui", *arguments]


def surroundings(home: Path, scratch: Path) -> dict[str, str]:
    """The program's environment: its home, and a system's folder for temporary files of its own."""
    (scratch / "tmp").mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SCRUTINY")}
    return kept | {"SCRUTINY_HOME": str(home), "TMPDIR": str(scratch / "tmp"), "TERM": "xterm-256color"}


def run(home: Path, scratch: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end.

    Raises:
        AssertionError: it failed.
    """
    done = subprocess.run(
        command(*arguments),
        cwd=ROOT, env=surroundings(home, scratch), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{arguments}: {done.stderr}"
    return done


def kill_during(
    arguments: tuple[str, ...], home: Path, scratch: Path, after: float, alone: bool
) -> tuple[bool, list[str]]:
    """Begin a command and kill it; gives whether it had ended before, and which children run on."""
    child = subprocess.Popen(
        command(*arguments),
        cwd=ROOT, env=surroundings(home, scratch), start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        child.wait(after)
        ended = True
    except subprocess.TimeoutExpired:
        ended = False
    return ended, end(child, alone)


def end(child: subprocess.Popen[bytes], alone: bool) -> list[str]:
    """Kill a program, alone or with its children; give what of it still runs a while later."""
    with suppress(ProcessLookupError):
        os.kill(child.pid, signal.SIGKILL) if alone else os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    until = time.monotonic() + 3
    while (left := running_in(child.pid)) and time.monotonic() < until:
        time.sleep(0.02)
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    return [f"runs on: {one}" for one in left]


# --- deeds ----------------------------------------------------------------------------------------


def a_desk(home: Path, *said: str) -> None:
    """A home with these questions on its desk."""
    store = Store.open(home)
    for text in said:
        store.write_now(lambda db, text=text: desk.create_question(db, _REF, datetime(2026, 5, 1), text=text))  # type: ignore[misc]
    store.close()


def an_older_home(home: Path) -> None:
    """A home as the first version of the app left it."""
    home.mkdir(parents=True)
    for name in ("desk", "library"):
        with closing(sqlite3.connect(home / f"{name}.db")) as conn:
            conn.executescript((FIXTURES / f"{name}_version_1.sql").read_text(encoding="utf-8"))


Deed = Callable[[Bench, Path, Path], tuple[tuple[str, ...], Callable[[], list[str]]]]


def importing(bench: Bench, home: Path, scratch: Path) -> tuple[tuple[str, ...], Callable[[], list[str]]]:
    """Packs are imported: each is there whole or not at all."""

    def look() -> list[str]:
        half = {sha: counts for sha, counts in papers(home).items() if bench.whole.get(sha) != counts}
        return [f"half visible: {half}"] if half else []

    return ("import", str(bench.packs)), look


def migrating(bench: Bench, home: Path, scratch: Path) -> tuple[tuple[str, ...], Callable[[], list[str]]]:
    """An older home is brought up to date: every question is there before and after."""
    an_older_home(home)
    before = texts(home / "desk.db")
    return ("questions",), lambda: [] if texts(home / "desk.db") == before else ["questions lost"]


def backing_up(bench: Bench, home: Path, scratch: Path) -> tuple[tuple[str, ...], Callable[[], list[str]]]:
    """The desk is copied: a copy that has its name is whole."""
    a_desk(home, *(f"Question {n}? " * 2000 for n in range(30)))

    def look() -> list[str]:
        copies = [path for path in (scratch / "copies").glob("*.db") if len(texts(path)) != 30]
        return [f"half a copy: {path.name}" for path in copies]

    return ("backup", str(scratch / "copies")), look


def exporting(bench: Bench, home: Path, scratch: Path) -> tuple[tuple[str, ...], Callable[[], list[str]]]:
    """Questions are exported over an older export: that one or the new one is there, whole."""
    a_desk(home, *(f"Question {n}?" for n in range(40)))
    target = scratch / "exports" / "all.docx"
    target.parent.mkdir(parents=True)
    with zipfile.ZipFile(target, "w") as old:
        old.writestr("old", "whole")

    def look() -> list[str]:
        try:
            with zipfile.ZipFile(target) as found:
                return [] if found.testzip() is None else ["half an export"]
        except (OSError, zipfile.BadZipFile) as error:
            return [f"no export: {error}"]

    return ("questions", "--export", str(target)), look


def restoring(bench: Bench, home: Path, scratch: Path) -> tuple[tuple[str, ...], Callable[[], list[str]]]:
    """A copy is put back: the desk holds the old words or the new ones, all of them."""
    old, new = [f"Old {n}? " * 300 for n in range(30)], [f"New {n}? " * 300 for n in range(50)]
    a_desk(scratch / "other", *old)
    copy = scratch / "copy.db"
    with closing(sqlite3.connect(scratch / "other" / "desk.db")) as conn:
        conn.execute("VACUUM INTO ?", (str(copy),))
    a_desk(home, *new)

    def look() -> list[str]:
        kept = {path.name: len(texts(path)) for path in (home / "backups").glob("*.db")}
        wrong = [] if texts(home / "desk.db") in (old, new) else ["the desk is neither"]
        return wrong + [f"half a copy: {name}" for name, count in kept.items() if count not in (30, 50)]

    return ("restore", str(copy), "--yes"), look


DEEDS: dict[str, Deed] = {
    deed.__name__.replace("_", " "): deed for deed in (importing, migrating, backing_up, exporting, restoring)
}


def kill_command(bench: Bench, name: str, chance: random.Random) -> Result:
    """Kill one command somewhere between its beginning and its end, and begin it again."""
    scratch = Path(tempfile.mkdtemp(dir=bench.folder))
    home = scratch / "home"
    arguments, look = DEEDS[name](bench, home, scratch)
    after = chance.uniform(0.1, bench.seconds[name] * bench.stretch)
    ended, faults = kill_during(arguments, home, scratch, after, alone=chance.random() < 0.5)
    faults += faults_of_home(home) + look()
    run(home, scratch, *arguments)
    faults += faults_of_home(home) + look() + strays(home, scratch / "tmp")
    faults += [f"left lying: {path}" for path in scratch.glob("*/.*.part*")]
    if name == "importing" and papers(home) != bench.whole:
        faults.append("the second import is not whole")
    shutil.rmtree(scratch)
    return Result(name, after, faults, ended=ended)


# --- typing ---------------------------------------------------------------------------------------


@dataclass(slots=True)
class Typist:
    """The app in a terminal of its own, keys sent and what it prints gathered.

    Attributes:
        controlling: the terminal tells the app of its end, as in life; else the app has to notice.
    """

    home: Path
    scratch: Path
    child: subprocess.Popen[bytes] = field(init=False)
    master: int = field(init=False)
    said: bytes = b""
    controlling: bool = True

    def __post_init__(self) -> None:
        """Start the app in a pseudo-terminal."""
        self.master, slave = pty.openpty()
        around = surroundings(self.home, self.scratch) | {"COLUMNS": "100", "LINES": "30"}
        self.child = subprocess.Popen(
            command("--today", "2026-05-18T09:30"),
            cwd=ROOT, env=around | {"TEXTUAL_ANIMATIONS": "none"}, start_new_session=True,
            stdin=slave, stdout=slave, stderr=slave,
            preexec_fn=partial(fcntl.ioctl, 0, termios.TIOCSCTTY, 0) if self.controlling else None,
        )  # fmt: skip
        os.close(slave)

    def hear(self, seconds: float) -> None:
        """Take what the app prints for a while."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self.master], [], [], left)[0]:
                self.said = (self.said + os.read(self.master, 65536))[-200_000:]

    def see(self, words: bytes, patience: float = 60) -> None:
        """Wait until the app has printed these words since the last key.

        Raises:
            AssertionError: it never did.
        """
        until = time.monotonic() + patience
        while words not in self.said:
            assert time.monotonic() < until, f"never printed {words!r}"
            self.hear(0.02)

    def press(self, keys: bytes) -> None:
        """Press keys."""
        self.said = b""
        os.write(self.master, keys)

    def close(self, alone: bool) -> list[str]:
        """Kill the app; give what runs on."""
        left = end(self.child, alone)
        os.close(self.master)
        return left


def kill_typing(bench: Bench, chance: random.Random) -> Result:
    """Type into a question, kill, and see how old the oldest word lost was."""
    scratch = Path(tempfile.mkdtemp(dir=bench.folder))
    home = scratch / "home"
    a_desk(home, "")
    typist = Typist(home, scratch)
    typist.see(b"Questions")
    typist.press(b"3")
    typist.see(b"draft")
    typist.press(b"\r")
    typist.see(b"Evidence")
    typed: list[tuple[float, str]] = []
    after = chance.uniform(0.2, 4)
    begun = time.monotonic()
    while time.monotonic() - begun < after:
        letter = chance.choice("abcdefghijklmnopqrstuvwxyz ")
        typed.append((time.monotonic(), letter))
        typist.press(letter.encode())
        typist.hear(LETTER_EVERY * chance.choice((1, 1, 1, 2, 20)))
    killed = time.monotonic()
    faults = typist.close(alone=chance.random() < 0.5)
    (kept,) = texts(home / "desk.db")
    words = "".join(letter for _, letter in typed)
    if not words.startswith(kept):
        faults.append(f"other words: {kept!r}, typed {words!r}")
    lost = killed - typed[len(kept)][0] if len(kept) < len(typed) else 0.0
    if lost > PROMISED:
        faults.append(f"a letter {lost:.2f} s old was lost")
    run(home, scratch, "doctor")
    faults += faults_of_home(home) + strays(home, scratch / "tmp")
    shutil.rmtree(scratch)
    return Result("typing", after, faults, lost)


def kill_one(bench: Bench, name: str, seed: str) -> Result:
    """Kill one deed; the same seed kills at the same moment."""
    chance = random.Random(seed)
    return kill_typing(bench, chance) if name == "typing" else kill_command(bench, name, chance)


def kill_all(times: int, seed: int, deeds: list[str], folder: Path, lanes: int = 1) -> list[Result]:
    """Kill so many times, each deed in turn, in so many lanes beside each other."""
    bench = Bench(folder, lanes)
    bench.time(deeds)
    results = []
    with ProcessPoolExecutor(lanes) as pool:
        kills = [pool.submit(kill_one, bench, deeds[n % len(deeds)], f"{seed} {n}") for n in range(times)]
        for number, kill in enumerate(as_completed(kills), 1):
            one = kill.result()
            results.append(one)
            print(f"\r{number} of {times}", end="", file=sys.stderr, flush=True)
            if one.faults:
                print(
                    f" {one.deed}, killed after {one.after:.2f} s: {one.faults}", file=sys.stderr, flush=True
                )
    return results


def table(results: list[Result]) -> str:
    """What was killed how often, and what was lost."""
    by_deed: defaultdict[str, list[Result]] = defaultdict(list)
    for one in results:
        by_deed[one.deed].append(one)
    lines = ["deed        kills  in the act  with a fault  oldest letter lost"]
    for name, of in by_deed.items():
        acts, faulty = sum(not one.ended for one in of), sum(bool(one.faults) for one in of)
        oldest = f"{max(one.lost for one in of):.2f} s" if name == "typing" else "-"
        lines.append(f"{name:<10}  {len(of):>5}  {acts:>10}  {faulty:>12}  {oldest:>18}")
    return "\n".join(lines)


def main() -> int:
    """Read the command line, kill, print the table."""
    names = ["typing", *DEEDS]
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=60, help="how many kills")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lanes", type=int, default=4, help="how many beside each other")
    parser.add_argument("--deed", action="append", choices=names, help="only these")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        results = kill_all(options.times, options.seed, options.deed or names, Path(folder), options.lanes)
    print(table(results))
    return int(any(one.faults for one in results))


if __name__ == "__main__":
    sys.exit(main())
