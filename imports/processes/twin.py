"""Work done at the same time by a fork of the reading process, where the platform has one and a core is free.

A fork begins with everything this process knows, so nothing need be sent to it; its answer comes back
through a pipe. Whatever goes wrong in it, the work is done here instead: two processes change how long
a file takes and never what is read of it.
"""

from __future__ import annotations

import mmap
import os
import signal
import struct
import sys
from collections.abc import Callable, Iterator
from typing import Generic, Protocol, TypeVar

import msgspec

ALONE = "SCRUTINY_ONE_READER"
"""The variable of the environment that keeps reading to one process."""

T = TypeVar("T")


class Twins(Protocol):
    """A way to have work done at the same time, or at least done: `beside` or `at_once`."""

    def __call__(self, work: Callable[[], T], kind: object) -> Callable[[], T]:
        """Begin the work; `kind` is the type of its answer. The function given waits for that."""


def spare_core() -> bool:
    """Whether a second process can be forked and has a core to run on."""
    if not hasattr(os, "fork") or sys.platform == "darwin" or os.environ.get(ALONE):
        return False
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return count > 1


def at_once(work: Callable[[], T], kind: object) -> Callable[[], T]:
    """Do the work here and now, as `beside` does where there is no second process."""
    answer = work()
    return lambda: answer


def beside(work: Callable[[], T], kind: object) -> Callable[[], T]:
    """Begin work in a fork.

    Args:
        work: what to do; what it changes stays in the fork.
        kind: the type of the answer, for `msgspec`.

    Returns:
        A function that waits for the answer, and does the work itself where none comes.
    """
    receive, send = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(receive)
        os.close(send)
        return at_once(work, kind)
    if not child:
        _answer(work, send)
    os.close(send)
    return _Waiting(work, kind, child, receive)


def _answer(work: Callable[[], object], send: int) -> None:
    """Do the work in the fork and end it, whatever happens, without touching what it shares."""
    status = 1
    try:
        answer = msgspec.msgpack.encode(work())
        with os.fdopen(send, "wb") as out:
            out.write(answer)
        status = 0
    finally:
        os._exit(status)


class _Waiting(Generic[T]):
    """Work under way in a fork."""

    def __init__(self, work: Callable[[], T], kind: object, child: int, receive: int) -> None:
        self._work = work
        self._kind = kind
        self._child = child
        self._receive = receive

    def __call__(self) -> T:
        """Give the answer."""
        try:
            with os.fdopen(self._receive, "rb") as pipe:
                answer = pipe.read()
            _, status = os.waitpid(self._child, 0)
        except BaseException:
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
            raise
        try:
            if status == 0:
                found: T = msgspec.msgpack.decode(answer, type=self._kind)
                return found
        except msgspec.MsgspecError:
            pass
        return self._work()


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
