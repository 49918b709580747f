"""No regular expression of the readers and services blows up, whatever words it is tried on."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest

from tests.reliability.patterns import attacks, patterns

SECONDS = 0.3
"""Of this processor: a thousand times what a sound pattern takes for such a line."""


class Slow(BaseException):
    """The time is up; Python looks for signals while it matches, so this ends a match that never would."""


def _ring(number: int, frame: object) -> NoReturn:
    raise Slow


def slow(found: dict[str, re.Pattern[Any]], length: int) -> Iterator[str]:
    """The patterns that take too long for a string of this length, each with the string."""
    before = signal.signal(signal.SIGVTALRM, _ring)
    try:
        for name, pattern in found.items():
            for attack in attacks(pattern, length):
                text = attack if isinstance(pattern.pattern, str) else attack.encode()
                start = time.process_time()
                try:
                    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
                    for _ in pattern.finditer(text):
                        pass
                    pattern.fullmatch(text)
                except Slow:
                    yield f"{name} on {attack[:60]!r}: over {SECONDS} s"
                    break
                finally:
                    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
                if time.process_time() - start > SECONDS:
                    yield f"{name} on {attack[:60]!r}"
                    break
    finally:
        signal.signal(signal.SIGVTALRM, before)


needs_timers = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the platform has no such timer")


@needs_timers
@pytest.mark.parametrize("bad", [r"(a+)+$", r"(?:\w+\s?)*!", r"\s*\s*\s*\s*x"])
def test_a_pattern_that_blows_up_is_found(bad: str) -> None:
    assert list(slow({bad: re.compile(bad)}, 300))


@needs_timers
def test_no_pattern_blows_up() -> None:
    """Time that doubles with each letter shows at this length; slower growth by hand, below."""
    found = patterns()
    assert len(found) > 700
    assert list(slow(found, 40)) == []


@needs_timers
@pytest.mark.slow
@pytest.mark.parametrize("length", [120, 500, 1000, 2000])
def test_no_pattern_takes_long_for_the_longest_line(length: int) -> None:
    assert list(slow(patterns(), length)) == []
