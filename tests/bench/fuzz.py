"""Breaks good files by the thousand and reads them: what escapes, what is slow, how time grows.

    python -m tests.bench.fuzz 2000 --seed 1     mutated files through the readers and parsers
    python -m tests.bench.fuzz --grow            processor's time against length, parser by parser

In this process, each file under an alarm. A failure is an exception that is no refusal, or the alarm;
each is printed with the seed that makes it again.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import signal
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

from imports.errors import Refused
from imports.model.document import Document, Line, Page
from tests.bench.broken import mutate, mutate_inside, mutate_markup, seeds

SECONDS = 20
SHOWN = 5
SHORTEST, LONGEST = 4_000, 128_000
STEEP = 1.25
ADVERSARIAL = {
    "blanks": " ",
    "digits": "1",
    "dots": ".",
    "numbered": "1.",
    "capitals": "A",
    "spaced capitals": "A ",
    "names": "Ann Lee, ",
    "brackets": "(",
    "pairs": "()",
    "pages": "(Pages 1 - ",
    "dashes": "-",
    "colons": "a:",
    "days": "Monday 1 May ",
    "times": "10.00 am ",
    "commas": "a, ",
    "quotes": "“a” ",
    "by": "by noon on ",
    "working": "clear working days before ",
    "resolved": "RESOLVED that ",
    "action": "(Action – ",
    "cllr": "Cllr A B ",
    "address": "http://a.",
    "mail": "a@b.",
    "tabs": "a   ",
}


class Alarm(BaseException):
    """A file took too long; no `Exception`, so that no reader takes it for damage."""


def _ring(number: int, frame: object) -> NoReturn:
    raise Alarm


def fuzz(count: int, seed: int) -> int:
    """Read so many broken files; gives how many failed."""
    signal.signal(signal.SIGALRM, _ring)
    outcomes: Counter[str] = Counter()
    slowest: list[tuple[float, str]] = []
    largest: list[tuple[int, str]] = []
    failures = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        good = seeds(folder)
        for number in range(count):
            chance = random.Random(seed * 1_000_003 + number)
            kind = list(good)[number % len(good)]
            path = folder / kind
            way = mutate_inside if kind == "inside.docx" else mutate
            way = mutate_markup if kind.endswith(("ml", "mht")) and chance.random() < 0.5 else way
            path.write_bytes(way(good[kind], chance))
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            start = time.perf_counter()
            said = _read(path)
            slowest = sorted([*slowest, (time.perf_counter() - start, f"{number} {kind}")])[-SHOWN:]
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
            largest = sorted([*largest, (grown, f"{number} {kind}")])[-SHOWN:]
            outcomes[f"{kind}: {said if said in ('read', 'refused') else 'FAILED'}"] += 1
            if said not in ("read", "refused"):
                failures += 1
                print(f"FAILED {number} (seed {seed}) {kind}: {said}")
    for outcome, times in sorted(outcomes.items()):
        print(f"{times:6} {outcome}")
    print("slowest:", *(f"{seconds:.2f} s {which};" for seconds, which in reversed(slowest)))
    print("largest:", *(f"{grown / 1024:.0f} MB {which};" for grown, which in reversed(largest)))
    return failures


def _read(path: Path) -> str:
    """What becomes of one file: "read", "refused", or what went wrong."""
    from imports.detect import read
    from imports.pack import understand
    from imports.processes.unpacking import unpack
    from scrutiny_tui.services.incoming import NotTaken, read_incoming

    signal.alarm(SECONDS)
    try:
        if path.suffix == ".eml":
            read_incoming(path)
        elif path.suffix == ".zip":
            with tempfile.TemporaryDirectory() as folder:
                unpack(path, Path(folder))
        else:
            understand(read(path), any_paper=True)
    except NotTaken:
        return "refused"
    except Refused as refused:
        return "refused" if path.name in refused.text or refused.text.startswith("a field") else refused.text
    except Alarm:
        return f"took more than {SECONDS} seconds"
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {error} at {where.filename}:{where.lineno}"
    finally:
        signal.alarm(0)
    return "read"


def document_of(texts: list[str]) -> Document:
    """A document of these lines, fifty a page, after an agenda's head."""
    pages = tuple(
        Page(number, tuple(map(Line, texts[start : start + 50])))
        for number, start in enumerate(range(0, len(texts), 50), 1)
    )
    return Document("grown.txt", "0" * 64, "text", pages)


HEAD = ["Wendshire Environment Scrutiny Committee", "", "Tuesday 14 June 2033 at 10.00 am", "", "AGENDA", ""]


def parsers() -> dict[str, Callable[[Document], object]]:
    """Every parser's entry, as something that takes a document."""
    from imports import glossary, links, pack
    from imports.deadlines import reading as deadlines
    from imports.front import sheet
    from imports.layout import furniture
    from imports.layout.joining import Paragraph
    from imports.minutes import decision_notices
    from imports.minutes import reading as minutes
    from imports.people import contacts, initials, membership
    from imports.reports import reading as reports
    from imports.trackers import actions, work_programme

    lines = furniture.read_lines

    def with_lines(document: Document) -> list[furniture.TextLine]:
        return list(lines(document, furniture.find_furniture(document)))

    return {
        "furniture": with_lines,
        "front sheet": sheet.read_front_sheet,
        "membership": lambda d: membership.read_membership(with_lines(d)),
        "contacts": lambda d: contacts.read_contacts([Paragraph(x.text, x.page) for x in with_lines(d)]),
        "minutes": lambda d: minutes.find_minutes(with_lines(d), furniture.find_furniture(d), 0),
        "decision notice": lambda d: decision_notices.read_decision_notice(with_lines(d)),
        "deadlines": lambda d: deadlines.read_deadlines(d, sheet.read_front_sheet(d), ()),
        "tracker": lambda d: actions.read_action_tracker(d, with_lines(d), frozenset(), []),
        "programme": lambda d: work_programme.read_work_programme(d, with_lines(d), frozenset()),
        "reports": lambda d: reports.read_papers(
            d, with_lines(d), furniture.find_furniture(d), (), 1, frozenset()
        ),
        "glossary": lambda d: glossary.read_glossary(with_lines(d)),
        "initials": lambda d: initials.read_initials(with_lines(d)),
        "links": lambda d: links.read_links(d, with_lines(d)),
        "understand": lambda d: pack.understand(d, any_paper=True),
    }


def growing() -> Iterator[tuple[str, Callable[[int], Document]]]:
    """Ways a document grows: adversarial lines that get longer, and ordinary ones that get more."""
    for name, unit in ADVERSARIAL.items():
        yield f"one line of {name}", lambda n, unit=unit: document_of([*HEAD, (unit * n)[:n] + "x"])  # type: ignore[misc]
    for name, unit in ADVERSARIAL.items():
        yield f"lines of {name}", lambda n, unit=unit: document_of([*HEAD, *[unit * 4 + "x"] * (n // 20)])  # type: ignore[misc]


def grow(least: float, asked: str = "") -> int:
    """Print the exponent of time against length of every parser; gives how many grow faster than n log n.

    Every way of growing is doubled until it takes `least` seconds or `LONGEST` letters, and then measured
    against a quarter of its length. n log n is an exponent of 1.1 there; `STEEP` leaves room for the clock.
    """
    signal.signal(signal.SIGVTALRM, _ring)
    bad = 0
    for parser, parse in parsers().items():
        if asked not in parser:
            continue
        worst = (0.0, "", 0, 0.0)
        for name, make in growing():
            length = SHORTEST
            while (took := _time(parse, make(length))) < least and length < LONGEST:
                length *= 2
            if took < least:
                continue
            exponent = _exponent(parse, make, length, took)
            if exponent > STEEP:  # or the machine was busy
                exponent = min(exponent, *(_exponent(parse, make, length) for _ in range(2)))
            worst = max(worst, (exponent, name, length, took))
            if exponent > STEEP:
                bad += 1
                print(f"  {parser}: {name}: {took:.2f} s for {length} letters, exponent {exponent:.2f}")
        told = f"{worst[1]}, {worst[3]:.2f} s for {worst[2]} letters" if worst[1] else f"all under {least} s"
        print(f"{parser:16} worst exponent {worst[0]:.2f} ({told})", flush=True)
    return bad


def _exponent(
    parse: Callable[[Document], object],
    make: Callable[[int], Document],
    length: int,
    took: float | None = None,
) -> float:
    """How time grows from a quarter of a length to the whole of it."""
    took = _time(parse, make(length)) if took is None else took
    return math.log(took / _time(parse, make(length // 4))) / math.log(4)


def _time(parse: Callable[[Document], object], document: Document) -> float:
    """The processor's seconds for a document, at most `SECONDS`."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    start = time.process_time()
    try:
        parse(document)
    except (Refused, Alarm):
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return max(1e-6, time.process_time() - start)


def main() -> int:
    """Run what is asked for; 1 where something failed."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    asked.add_argument("count", nargs="?", type=int, default=0)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--grow", nargs="?", const="", metavar="PARSER", help="of all parsers, or one")
    asked.add_argument("--least", type=float, default=0.15, help="seconds below which growth does not matter")
    options = asked.parse_args()
    failures = fuzz(options.count, options.seed) if options.count else 0
    return int(bool(failures + (grow(options.least, options.grow) if options.grow is not None else 0)))


if __name__ == "__main__":
    raise SystemExit(main())
