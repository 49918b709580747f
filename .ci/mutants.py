"""Change code a place at a time and see whether a test notices; run in a copy, as `.ci/mutate` does.

Usage: mutants.py HOW_MANY SEED [MODULE or MUTANT ...]

mutmut writes every change beside what it changes, and a name says which of them is in force. One process
collects the tests and imports what they need, then forks for every mutant: the child runs the tests that
reach the changed function up to the first that fails: those that noticed another change of it, then the
quickest modules. Which test reaches what is learnt before, in a child too, so that nothing a test makes is
kept for another mutant.
"""

from __future__ import annotations

import contextlib
import difflib
import importlib
import os
import pickle
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation.file_mutation import MutatedFile, mutate_file_contents
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state

ALIVE, KILLED, HUNG = "alive", "killed", "hung"
UNMET = "met by no test"
HEAD = re.compile(r"\+\+\+|---|[+-]\s*def x")
LONGEST = 900
"""Seconds by the clock after which a child that waits for something is given up."""


@dataclass
class Made:
    """A module with all its mutants.

    Attributes:
        path: from the root of the checkout.
        written: what mutmut made of it.
    """

    path: str
    written: MutatedFile

    @property
    def names(self) -> list[str]:
        """The mutants, each with the module it is in."""
        module = self.path.removesuffix(".py").replace("/", ".")
        return [f"{module}.{name}" for name in self.written.mutant_names]

    def change(self, name: str) -> str:
        """What a mutant changes, as lines with - and +."""
        short = name.rpartition(".")[2]
        before, after = (self._source(of) for of in (f"{short.rpartition('_')[0]}_orig", short))
        lines = difflib.unified_diff(before, after, lineterm="", n=0)
        return "\n".join(line for line in lines if line[:1] in "+-" and not HEAD.match(line))

    def _source(self, function: str) -> list[str]:
        span = self.written.line_span_by_function_name[function]
        return self.written.code.splitlines()[span.start : span.end]


@dataclass(eq=False)
class Trial:
    """A pytest plugin that runs the collected tests on mutants instead of running them.

    Attributes:
        mutants: those to try.
        verdicts: what became of each.
        noticed: the places of the tests that failed, by the function changed.
    """

    mutants: list[str]
    verdicts: dict[str, str] = field(default_factory=dict)
    noticed: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _reached: dict[str, set[str]] = field(default_factory=dict)
    _seconds: dict[str, float] = field(default_factory=dict)
    _by_fixture: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn which test reaches what, then try every mutant."""
        with tempfile.NamedTemporaryFile() as told:
            child = fork(lambda: Path(told.name).write_bytes(pickle.dumps(self._learn(session.items))) and 0)
            if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
                pytest.exit("the tests fail where nothing is changed", 1)
            self._reached, self._seconds, modules = pickle.loads(Path(told.name).read_bytes())
        for module in modules:
            with contextlib.suppress(Exception):
                importlib.import_module(module)
        running: dict[int, tuple[str, Path]] = {}
        for name in self.mutants:
            tests = self._tests_of(name, session.items)
            if not tests:
                self.verdicts[name] = UNMET
                continue
            if len(running) >= (os.cpu_count() or 1):
                self._wait(running)
            told = Path(tempfile.mkstemp(prefix="mutant-")[1])
            child = fork(lambda name=name, tests=tests, told=told: self._try(name, tests, told))  # type: ignore[misc]
            running[child] = name, told
        while running:
            self._wait(running)
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        """What a fixture reaches that is kept for several tests, every one of them reaches."""
        before = set(state()._stats)
        state()._stats.clear()
        made = yield
        if fixturedef.scope != "function":
            self._by_fixture[fixturedef.argname] |= state()._stats
        state()._stats |= before
        return made

    def _learn(self, items: list[pytest.Item]) -> tuple[dict[str, set[str]], dict[str, float], list[str]]:
        """Which functions every test reaches, how long it takes, and all modules that came to be imported."""
        set_mutant_under_test("stats")
        for item, following in zip(items, [*items[1:], None], strict=True):
            state()._stats.clear()
            begun = time.perf_counter()
            if failed(item, following):
                print(f"fails unchanged: {item.nodeid}", file=sys.__stderr__)
                sys.exit(1)
            self._seconds[item.nodeid] = time.perf_counter() - begun
            self._reached[item.nodeid] = set(state()._stats)
        for item in items:
            for name in getattr(item, "fixturenames", ()):
                self._reached[item.nodeid] |= self._by_fixture[name]
        return self._reached, self._seconds, list(sys.modules)

    def _tests_of(self, name: str, items: list[pytest.Item]) -> list[tuple[int, pytest.Item]]:
        """The tests that reach a mutant's function, each with its place among all."""
        function = name.rpartition("__mutmut_")[0]
        tests = [
            (place, item)
            for place, item in enumerate(items)
            if function in self._reached.get(item.nodeid, ())
        ]
        costs: Counter[str] = Counter()
        for _, item in tests:
            costs[str(item.path)] += self._seconds[item.nodeid]  # type: ignore[assignment]
        return sorted(
            tests, key=lambda test: (test[0] not in self.noticed[function], costs[str(test[1].path)])
        )

    def _try(self, name: str, tests: list[tuple[int, pytest.Item]], told: Path) -> int:
        """Run the tests with one mutant in force; 1 where one noticed, whose place is told."""
        allowed = int(10 + 4 * sum(self._seconds[item.nodeid] for _, item in tests))
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, allowed + 5))
        signal.alarm(LONGEST)
        set_mutant_under_test(name)
        for (place, item), following in zip(tests, [*(item for _, item in tests[1:]), None], strict=True):
            if failed(item, following):
                told.write_text(str(place))
                return 1
        return 0

    def _wait(self, running: dict[int, tuple[str, Path]]) -> None:
        """Wait for a child, whichever ends first, and keep what became of its mutant."""
        child, status = os.wait()
        code = os.waitstatus_to_exitcode(status)
        verdict = {0: ALIVE, -signal.SIGXCPU: HUNG, -signal.SIGALRM: HUNG}.get(code, KILLED)
        name, told = running.pop(child)
        if place := told.read_text():
            self.noticed[name.rpartition("__mutmut_")[0]].add(int(place))
        told.unlink()
        self.verdicts[name] = verdict
        print(f"{len(self.verdicts)}/{len(self.mutants)} {verdict} {name}", file=sys.__stderr__, flush=True)


def failed(item: pytest.Item, following: pytest.Item | None) -> bool:
    """Run one test and say whether it failed."""
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def fork(task: Callable[[], int]) -> int:
    """Run a task in a child with a temporary folder of its own; gives the child's number."""
    sys.stdout.flush()
    if child := os.fork():
        return child
    status = 1
    folder = tempfile.mkdtemp(prefix="mutant-")
    try:
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
        status = task()
    except SystemExit:
        status = 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(status)


def make(patterns: list[str], asked: list[str]) -> list[Made]:
    """Write every mutant into the modules themselves: those asked for, or all."""
    found = []
    for path in (path for pattern in patterns for path in sorted(Path().glob(pattern))):
        made = Made(path.as_posix(), mutate_file_contents(str(path), path.read_text(encoding="utf-8")))
        if not asked or made.path in asked or set(made.names) & set(asked):
            path.write_text(made.written.code, encoding="utf-8")
            found.append(made)
    return found


def choose(made: Made, many: int, seed: int, asked: list[str]) -> list[str]:
    """The mutants of a module to try: those asked for by name, or a sample, the same for the same seed."""
    if named := [name for name in made.names if name in asked]:
        return named
    return random.Random(seed).sample(made.names, min(many or len(made.names), len(made.names)))


def main() -> int:
    """Try mutants, and print a row of figures a module and what each survivor changes."""
    many, seed, asked = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    settings = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    modules = make(settings["only_mutate"], asked)
    chosen = {made.path: choose(made, many, seed, asked) for made in modules}
    # What fails is enough: no smaller example is looked for, and all examples are the same every time.
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile("mutants", derandomize=True, database=None, phases=phases)
    hypothesis.settings.load_profile("mutants")
    trial = Trial([name for names in chosen.values() for name in names])
    tests = settings["pytest_add_cli_args_test_selection"]
    status = pytest.main(["-q", "-s", "--disable-warnings", *tests], plugins=[trial])
    if len(trial.verdicts) != len(trial.mutants):
        return int(status) or 1
    print("  made tried killed hung unmet alive")
    for made in modules:
        verdicts = Counter(trial.verdicts[name] for name in chosen[made.path])
        figures = (len(made.names), verdicts.total(), *(verdicts[v] for v in (KILLED, HUNG, UNMET, ALIVE)))
        print("".join(f"{figure:>6}" for figure in figures), "", made.path)
    for made in modules:
        for name in chosen[made.path]:
            if trial.verdicts[name] in (ALIVE, UNMET):
                print(f"\n{name}: {trial.verdicts[name]}\n{made.change(name)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
