"""Work done at the same time by a fork of the reading process, where the platform has one and a core is free.

A fork begins with everything this process knows, so nothing need be sent to it; its answer comes back
through a pipe. Whatever goes wrong in it, the work is done here instead: two processes change how long
a file takes and never what is read of it.
"""

from __future__ import annotations

import mmap
import os
import select
import signal
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, Generic, NoReturn, Protocol, Self, TypeVar

import msgspec

ALONE = "SCRUTINY_ONE_READER"
"""The variable of the environment that keeps reading to one process."""
WORTH_TWO = 24
"""Pages from which a paper is read by two: to make a fork for a shorter one is not worth the while."""

_LENGTH = struct.Struct("<q")

T = TypeVar("T")


class Twins(Protocol):
    """A way to have work done at the same time, or at least done: `Beside` or `later`."""

    def __call__(
        self, work: Callable[[], T], kind: object, awaited: Awaited[Any] | None = None
    ) -> Callable[[], T]:
        """Begin the work; the arguments are those of `Beside`. The function given waits for the answer."""


def spare_core() -> bool:
    """Whether a second process can be forked and has a core to run on."""
    if not hasattr(os, "fork") or sys.platform == "darwin" or os.environ.get(ALONE):
        return False
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return count > 1


class Awaited(Generic[T]):
    """What this process finds out while its fork is at work that will need it."""

    def __init__(self, kind: object) -> None:
        """Await a value of a type, for `msgspec`."""
        self._kind = kind
        self._told: list[T] = []
        self._receive, self._send = -1, -1

    def fork(self) -> int:
        """Fork, with a way between the two: as `os.fork`."""
        receive, send = os.pipe()
        try:
            child = os.fork()
        except OSError:
            os.close(receive)
            os.close(send)
            raise
        os.close(receive if child else send)
        self._receive, self._send = (-1, send) if child else (receive, -1)
        return child

    def tell(self, value: T) -> None:
        """Say what it is."""
        self._told = [value]
        if self._send != -1:
            with suppress(BrokenPipeError), os.fdopen(self._send, "wb") as pipe:
                words = msgspec.msgpack.encode(value)
                pipe.write(_LENGTH.pack(len(words)) + words)

    def is_told(self) -> bool:
        """Whether there is no more need to wait for it."""
        return bool(self._told or select.select([self._receive], [], [], 0)[0])

    def value(self) -> T:
        """Wait for it.

        Raises:
            struct.error: the process that knows it is gone.
        """
        if not self._told:
            # Not to the pipe's end: another fork may hold that open.
            with os.fdopen(self._receive, "rb") as pipe:
                (length,) = _LENGTH.unpack(pipe.read(_LENGTH.size))
                self._told = [msgspec.msgpack.decode(pipe.read(length), type=self._kind)]
        return self._told[0]


def later(work: Callable[[], T], kind: object, awaited: Awaited[Any] | None = None) -> Callable[[], T]:
    """Leave the work until its answer is asked for: what there is in place of a second process."""
    return work


class Beside:
    """Has work done by forks of this process; those that nobody waits for any more end with the block."""

    def __init__(self) -> None:
        """Fork nothing yet."""
        self._forks: list[int] = []

    def __enter__(self) -> Self:
        """Take work from here on."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let no fork outlive the block: one that gave its answer has ended by itself."""
        for fork in self._forks:
            os.kill(fork, signal.SIGKILL)
            os.waitpid(fork, 0)

    def __call__(
        self, work: Callable[[], T], kind: object, awaited: Awaited[Any] | None = None
    ) -> Callable[[], T]:
        """Begin work in a fork.

        Args:
            work: what to do; what it changes stays in the fork.
            kind: the type of the answer, for `msgspec`.
            awaited: what the work needs that this process finds out meanwhile.

        Returns:
            A function that waits for the answer, and does the work itself where none comes.
        """
        receive, send = os.pipe()
        try:
            fork = awaited.fork() if awaited else os.fork()
        except OSError:
            os.close(receive)
            os.close(send)
            return later(work, kind)
        if not fork:
            _answer(work, send)
        os.close(send)
        self._forks.append(fork)

        def wait() -> T:
            with os.fdopen(receive, "rb") as pipe:
                answer = pipe.read()
            try:
                # The fork's end need not be waited for: a part of an answer is refused.
                found: T = msgspec.msgpack.decode(answer, type=kind)
            except msgspec.MsgspecError:
                return work()
            return found

        return wait


def _answer(work: Callable[[], object], send: int) -> NoReturn:
    """Do the work in the fork and end it, whatever happens, without touching what it shares."""
    try:
        answer = msgspec.msgpack.encode(work())
        with os.fdopen(send, "wb") as out:
            out.write(answer)
    finally:
        os._exit(0)


class Shares:
    """A row of tasks that two processes take from either end until they meet.

    Each writes only its own mark. Where both take the last task at the same moment it is done twice.
    """

    _MARK = struct.Struct("<q")

    def __init__(self, count: int) -> None:
        """Make the marks, to be shared by a fork made later."""
        self._marks = mmap.mmap(-1, 2 * self._MARK.size)
        self._count = count

    def _read(self, side: int) -> int:
        return int(self._MARK.unpack_from(self._marks, side * self._MARK.size)[0])

    def _take(self, side: int) -> int | None:
        taken = self._read(side)
        if taken + self._read(1 - side) >= self._count:
            return None
        self._MARK.pack_into(self._marks, side * self._MARK.size, taken + 1)
        return taken

    def from_front(self) -> Iterator[int]:
        """Take tasks from the first on."""
        while (task := self._take(0)) is not None:
            yield task

    def from_back(self) -> Iterator[int]:
        """Take tasks from the last back."""
        while (task := self._take(1)) is not None:
            yield self._count - 1 - task

    @property
    def from_back_taken(self) -> int:
        """How many tasks were taken from the back."""
        return self._read(1)
